import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import type { Manifest } from '../../campaigns/manifest.ts';
import { publishedIn } from '../../campaigns/published-fs.ts';
import { report } from './report.ts';
import { timedProcess } from './timed-process.ts';

// HQ publishes a headline: all files of some districts made again, beside the same districts made into an empty folder.
const districts = 'agra,lucknow,mahoba';
const rounds = 3;
const dataDir = mkdtempSync(join(tmpdir(), 'bench-headline-'));
const out = join(dataDir, 'print');
const { campaignFile } = publishedIn(dataDir);
const { copy, version } = loadCampaign('up-cop');

const make = () =>
  timedProcess(['generator/main.ts', '--district', districts, '--out', out], { DATA_DIR: dataDir });
const boardHashes = () => {
  const { files } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;
  return files.flatMap(({ artwork, format, sha256 }) =>
    artwork === 'board' && format === 'pdf' ? [sha256] : [],
  );
};
function publish(round: number): void {
  const headline = { ...copy.headline, hi: `थाना अब मोबाइल में ${'कखग'[round]}` };
  mkdirSync(dirname(campaignFile), { recursive: true });
  writeFileSync(
    campaignFile,
    stringify({ version: `${version}.${round + 2}`, copy: { ...copy, headline } }),
  );
}

try {
  const ratios: number[] = [];
  const seconds = { cold: [] as number[], again: [] as number[] };
  let files = 0;
  for (let round = 0; round < rounds; round += 1) {
    rmSync(out, { recursive: true, force: true });
    rmSync(campaignFile, { force: true });
    const cold = make();
    const before = boardHashes();
    publish(round);
    const again = make();
    const same = new Set(before);
    const kept = boardHashes().filter((hash) => same.has(hash)).length;
    if (kept > 0) throw new Error(`Expected every board to be made again, got ${kept} as before`);
    files = before.length;
    // Processor time: what a busy machine stretches least.
    ratios.push(again.processorSeconds / cold.processorSeconds);
    seconds.cold.push(cold.seconds);
    seconds.again.push(again.seconds);
  }
  const least = (values: readonly number[]) => Math.min(...values).toFixed(2);
  const ratio = Math.min(...ratios);
  report('headline', [
    { what: `three districts cold, ${files} boards`, value: least(seconds.cold), unit: 's' },
    { what: 'the same after another headline', value: least(seconds.again), unit: 's' },
    { what: 'anew over cold, processor time', value: ratio, digits: 2, most: 1.1 },
  ]);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
