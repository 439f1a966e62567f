import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { campaignFolder, loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { loadRegistry } from '../../campaigns/links/registry-fs.ts';
import { loadFonts } from '../../generator/layout/fonts-fs.ts';
import { createPressChecker } from '../../generator/preflight/check-press.ts';
import { createExpectations } from '../../generator/preflight/expected.ts';
import { createContentReader } from '../../generator/preflight/reader/content.ts';
import { openPdf } from '../../generator/preflight/reader/document.ts';
import { type PressPage, readPages } from '../../generator/preflight/reader/page.ts';
import { findCodes, readCode, readCodes } from '../../generator/preflight/render/read-codes.ts';
import { createRenderer } from '../../generator/preflight/render/renderer.ts';
import { readManifest } from '../../generator/run/manifest-fs.ts';
import { median, report } from './report.ts';

const root = join(import.meta.dirname, '..', '..');
const sampleSize = 200;
const decodeDpi = 25;

const work = mkdtempSync(join(tmpdir(), 'bench-preflight-'));
try {
  const out = join(work, 'print');
  run('generator/main.ts', '--artwork', 'board', '--format', 'pdf', '--out', out);
  const files = readManifest(out)?.files ?? [];
  const all = run('generator/preflight/main.ts', out);
  const boards = files.slice(0, sampleSize).map((entry) => ({
    entry,
    path: join(out, entry.path),
    bytes: readFileSync(join(out, entry.path)),
  }));

  const fonts = loadFonts();
  const campaign = loadCampaign('up-cop');
  const expectationOf = createExpectations({
    campaign,
    directory: loadDirectory(),
    registry: loadRegistry({ campaignFolder: campaignFolder(campaign.id) }),
    fonts,
  });
  const checker = await createPressChecker(fonts);
  const renderer = await createRenderer();
  const readContent = createContentReader();
  const times = { whole: [], marks: [], code: [], page: [], qpdf: [] } as Record<string, number[]>;
  const clock = async (phase: string, work: () => unknown) => {
    const started = performance.now();
    await work();
    times[phase]?.push(performance.now() - started);
  };

  for (const { entry, path, bytes } of boards) {
    const expected = expectationOf(entry);
    if (expected === undefined || typeof expected === 'string') throw new Error(`Expected ${path}`);
    await clock('whole', () => checker.checkPress(bytes, entry, expected));
    let pages: PressPage[] = [];
    await clock('marks', () => {
      pages = readPages(openPdf(bytes), readContent);
    });
    await clock('code', async () => {
      const rendering = renderer.open(bytes, pages);
      await readCodes(findCodes(pages), { rendering, pages, dpi: decodeDpi });
      rendering.close();
    });
    // The plain way: the whole page rendered and searched, and a syntax check by another program.
    await clock('page', async () => {
      const { width, height } = pages[0]?.trimMm ?? { width: 0, height: 0 };
      const rendering = renderer.open(bytes, pages);
      const edges = { left: 0, top: 0, right: width, bottom: height };
      await readCode(rendering.render({ page: 0, edges, dpi: decodeDpi }));
      rendering.close();
    });
    await clock('qpdf', () => spawnSync('qpdf', ['--check', path]));
  }

  const ms = (phase: string) => median(times[phase] ?? []);
  const ratio = ms('whole') / (ms('page') + ms('qpdf'));
  report('preflight', [
    {
      what: `all ${files.length} boards, whole process`,
      value: all.seconds,
      digits: 1,
      unit: 's',
      most: 600,
    },
    { what: 'a board, all rules, one thread', value: ms('whole'), digits: 1, unit: 'ms' },
    { what: '  reading the file into marks', value: ms('marks'), digits: 1, unit: 'ms' },
    { what: '  rendering and reading the code twice', value: ms('code'), digits: 1, unit: 'ms' },
    { what: 'whole page rendered and searched once', value: ms('page'), digits: 1, unit: 'ms' },
    { what: 'qpdf --check', value: ms('qpdf'), digits: 1, unit: 'ms' },
    { what: 'ours over these two together', value: ratio, digits: 2, most: 0.6 },
  ]);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Wall time of a whole process; a preflight that finds faults has done its work too. */
function run(...args: string[]): { seconds: number } {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(`Expected ${args[0]} to end, got ${stderr}`);
  return { seconds: (performance.now() - started) / 1000 };
}
