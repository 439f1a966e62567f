import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { signIn } from '../messaging/fixtures/http-officer.ts';
import { freePort } from '../messaging/fixtures/postgres.ts';
import { startService } from '../messaging/fixtures/service.ts';
import { median, report } from './report.ts';
import { timedProcess } from './timed-process.ts';

/**
 * A district spells a station of a whole kit: seconds until its board has the name, and until its page has it; and
 * until the board has one that comes while the site is being built.
 */
const names = [
  ['ताज गंज', 'Taj Ganj'],
  ['ताज-गंज', 'Taj-Ganj'],
  ['ताज़गंज', 'Taazganj'],
] as const;
const bars = { files: 2, site: 20 };
const limitMs = 120_000;

const dataDir = mkdtempSync(join(tmpdir(), 'bench-rename-'));
const siteDir = join(dataDir, 'dist');
const manifest = join(dataDir, 'print', 'manifest.json');
const page = join(siteDir, 'print', 'agra', 'tajganj', 'index.html');
const env = { DATA_DIR: dataDir, SITE_DIR: siteDir };

/** Read when it is another file only: this process must not take a processor from those that it measures. */
let seen = { mtimeMs: 0, text: '' };
function boardIsOf(name: string): boolean {
  const { mtimeMs } = statSync(manifest);
  if (mtimeMs !== seen.mtimeMs) seen = { mtimeMs, text: readFileSync(manifest, 'utf8') };
  return seen.text.includes(
    `"station":"tajganj","nameHi":${JSON.stringify(name)},"artwork":"board"`,
  );
}
const pageIsOf = (name: string) => existsSync(page) && readFileSync(page, 'utf8').includes(name);

async function secondsUntil(what: string, isTrue: () => boolean, since: number): Promise<number> {
  while (!isTrue()) {
    if (performance.now() - since > limitMs)
      throw new Error(`Expected ${what} within ${limitMs} ms`);
    await wait(50);
  }
  return (performance.now() - since) / 1000;
}

try {
  timedProcess(['generator/main.ts'], env);
  timedProcess(['site/build.ts'], env);
  const database = await openDatabase({ url: undefined, dataDir });
  const service = await startService({ ...env, EMULATOR_PORT: String(await freePort()) });
  const seconds = { files: [] as number[], site: [] as number[], busy: Number.NaN };
  try {
    const { url } = service;
    const officer = await signIn(database, url, { role: 'district', area: 'agra', origin: url });
    let version = 0;
    /** When it was asked for. */
    const rename = async (nameHi: string, nameEn: string): Promise<number> => {
      const since = performance.now();
      const change = { action: 'rename', station: 'tajganj', nameHi, nameEn, remark: '' };
      const path = '/api/stations/agra/corrections';
      const { status, json } = await officer.post(url, path, { ...change, version });
      if (status !== 200)
        throw new Error(`Expected the name to be taken, got ${JSON.stringify(json)}`);
      version += 1;
      return since;
    };
    for (const [nameHi, nameEn] of names) {
      const since = await rename(nameHi, nameEn);
      seconds.files.push(await secondsUntil('the board', () => boardIsOf(nameHi), since));
      seconds.site.push(await secondsUntil('the page', () => pageIsOf(nameHi), since));
      await secondsUntil(
        'the end of the build',
        () => existsSync(join(siteDir, '.built-from')),
        since,
      );
    }
    // A build of the site is under way when the second comes.
    await rename('ताज़ गंज', 'Taaz Ganj');
    await wait(6000);
    const since = await rename('ताज़-गंज', 'Taaz-Ganj');
    seconds.busy = await secondsUntil('the board', () => boardIsOf('ताज़-गंज'), since);
  } finally {
    await database.close();
    await service.stop();
  }
  const row = (what: string, value: number, most: number) => ({
    what,
    value,
    digits: 1,
    unit: 's',
    most,
  });
  report('rename', [
    row('a name to its board', median(seconds.files), bars.files),
    row('a name to its page', median(seconds.site), bars.site),
    row('to its board while the site is built', seconds.busy, bars.files),
  ]);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
