import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { manifestSchema } from '../../../../campaigns/manifest.ts';
import { publishedIn } from '../../../../campaigns/published-fs.ts';
import {
  deleteCorrection,
  putCorrection,
  putOwnFields,
} from '../../../../messaging/field/stations/corrections-sql.ts';
import { inTransaction } from '../../../../messaging/platform/database/transaction.ts';
import { openLiveKit } from '../../../../messaging/print/kit/live-kit-fs.ts';
import { noteVersions, openKit } from '../../../../messaging/print/kit/module.ts';
import { publish } from '../../../../messaging/print/kit/published-sql.ts';
import { runGenerator } from '../../../../messaging/print/print-orders/run-generator.ts';
import { openFolder } from '../../../folders.ts';
import { openPostgres } from '../../fixtures/databases.ts';

const dataDir = openFolder('kit-');
const printDir = join(dataDir, 'print');
const siteDir = join(dataDir, 'dist');
const published = publishedIn(dataDir);
const env = { ...process.env, DATA_DIR: dataDir };
/** Runs of the generator after a publication. */
const runs: string[] = [];
let buildSite: () => Promise<void>;
/** Whether files are really made. */
let real = true;
const troubles: unknown[] = [];
/** The whole kit takes half a minute: a run over all is a run over one station here. */
const station = ['--station', 'lucknow/hazratganj', '--artwork', 'board', '--format', 'pdf'];

const database = await openPostgres();
await runGenerator(station, { printDir, env });
writeFileSync(join(printDir, 'plan.json'), JSON.stringify({ campaign: 'up-cop', files: [] }));
mkdirSync(siteDir);
writeFileSync(join(siteDir, 'index.html'), 'site');
buildSite = async () => {};

/** A process that follows what is published into the folder, and notes in a list what it makes. */
function openProcess(noted: string[], make: (signal: AbortSignal) => Promise<unknown>) {
  const live = openLiveKit({ campaign: 'up-cop', published }, (error) => troubles.push(error));
  const kit = openKit({
    config: { published, printDir, siteDir },
    database,
    live,
    progress: async () => null,
    async generate(args, signal) {
      noted.push(`generate ${args.join(' ')}`.trim());
      await make(signal);
    },
    async buildSite() {
      noted.push('site');
      await buildSite();
    },
    log: { warn: (error: unknown) => troubles.push(error) },
  });
  return { live, kit };
}
const { live, kit } = openProcess(runs, async (signal) => {
  if (real) await runGenerator(station, { printDir, env }, { signal });
});
afterAll(() => kit.close?.());
// What is there already is known as the present version before anything is published.
await kit.changed();
/** Hazratganj by another name; null takes it back. */
async function writeName(nameHi: string | null): Promise<void> {
  const place = { district: 'lucknow', station: 'hazratganj' };
  const names = { nameHi: nameHi ?? '', nameEn: 'Hazratganj', kind: 'territorial' as const };
  await inTransaction(database.pool, async (tx) => {
    if (nameHi === null) await deleteCorrection(tx, 'lucknow', 'hazratganj');
    else
      await putCorrection(
        tx,
        { ...place, action: 'rename', ...names, remark: '' },
        { id: 'officer', name: 'SP', checkedBy: null },
      );
    await publish(tx, 'words/lucknow');
  });
}
async function publishName(nameHi: string | null): Promise<void> {
  await writeName(nameHi);
  await kit.changed();
  await kit.idle();
}

async function putOut(part: 'campaign', content: string): Promise<void> {
  await inTransaction(database.pool, (tx) => publish(tx, part, content));
  await kit.changed();
  await kit.idle();
}

const readName = () =>
  live.directory.stations.find(({ district, id }) => district === 'lucknow' && id === 'hazratganj')
    ?.nameHi;
const manifest = () =>
  manifestSchema.parse(JSON.parse(readFileSync(join(printDir, 'manifest.json'), 'utf8'))).files;
async function listVersions(district: string) {
  const { rows } = await database.pool.query<{ sha256: string; supersededAt: Date | null }>(
    `SELECT sha256, superseded_at AS "supersededAt"
     FROM artwork_version WHERE district = $1 ORDER BY station, artwork, made_at DESC`,
    [district],
  );
  return rows;
}

test('a name that is published stands in directory, file and versions, and the site is built once', async () => {
  const before = manifest()[0];
  runs.length = 0;
  await publishName('हज़रतगंज');
  expect(readName()).toBe('हज़रतगंज');
  expect(runs).toEqual(['generate --station lucknow/hazratganj', 'generate', 'site']);
  const after = manifest()[0];
  expect(after?.nameHi).toBe('हज़रतगंज');
  expect(after?.code).toBe(before?.code);
  const versions = await listVersions('lucknow');
  expect(versions.map(({ sha256, supersededAt }) => [sha256, supersededAt === null])).toEqual([
    [after?.sha256, true],
    [before?.sha256, false],
  ]);
  expect(existsSync(join(dataDir, 'published', '.unfinished'))).toBe(false);
});

test('what is taken back gives the earlier name and the earlier version', async () => {
  const renamed = manifest()[0]?.sha256;
  await publishName(null);
  expect(readName()).toBe('हजरतगंज');
  const versions = await listVersions('lucknow');
  expect(versions.find(({ sha256 }) => sha256 === renamed)?.supersededAt).not.toBeNull();
  expect(versions.find(({ supersededAt }) => supersededAt === null)?.sha256).toBe(
    manifest()[0]?.sha256,
  );
});

test('of two processes of a folder one makes what follows, and both know what was written out', async () => {
  const secondRuns: string[] = [];
  const building = Promise.withResolvers<void>();
  buildSite = () => building.promise;
  real = false;
  const { live: secondLive, kit: second } = openProcess(secondRuns, async () => {});
  onTestFinished(async () => {
    building.resolve();
    buildSite = async () => {};
    await second.close?.();
    await publishName(null);
    real = true;
  });
  await second.changed();
  runs.length = 0;
  await writeName('हज़रतगंज');
  await Promise.all([kit.changed(), second.changed()]);
  // Either may have looked first.
  await expect.poll(() => [...runs, ...secondRuns]).toContain('site');
  await Promise.all([kit.changed(), second.changed()]);
  building.resolve();
  await Promise.all([kit.idle(), second.idle()]);
  for (const { directory } of [live, secondLive])
    expect(directory.stations.find(({ id }) => id === 'hazratganj')?.nameHi).toBe('हज़रतगंज');
  expect([runs, secondRuns].toSorted((one, other) => one.length - other.length)).toEqual([
    [],
    ['generate --station lucknow/hazratganj', 'generate', 'site'],
  ]);
});

test('a campaign that is published replaces fields whole, then all channels follow', async () => {
  runs.length = 0;
  real = false;
  await putOut(
    'campaign',
    `goal: { downloads: 5000000, startsOn: 2019-03-27, endsOn: 2026-12-31, source: { hi: क, en: k } }\n`,
  );
  expect(live.campaign.goal.downloads).toBe(5_000_000);
  expect(live.campaign.app.name).toBe('UP COP');
  expect(runs).toEqual([
    'generate',
    'site',
    'generate --channel radio,social,vehicle,newspaper',
    'generate --channel film',
    'site',
  ]);
});

test('a campaign that does not fit changes nothing that holds, and is told', async () => {
  troubles.length = 0;
  await putOut('campaign', 'goal: { downloads: many }\n');
  expect(live.campaign.goal.downloads).toBe(5_000_000);
  expect(String(troubles[0])).toMatch(/campaign\.yaml: goal\.downloads/);
  await putOut('campaign', '');
  expect(live.campaign.goal.downloads).toBe(250_000);
});

test('changes during a build make one more build, and a build that fails is told and tried again', async () => {
  const builds: PromiseWithResolvers<void>[] = [];
  buildSite = () => {
    const build = Promise.withResolvers<void>();
    builds.push(build);
    return build.promise;
  };
  const write = async (nameHi: string | null) => {
    await writeName(nameHi);
    await kit.changed();
  };
  await write('हज़रतगंज');
  await expect.poll(() => builds.length).toBe(1);
  runs.length = 0;
  await write('हजरतगंज एक');
  // Its files do not wait for the site.
  await expect.poll(() => runs).toContain('generate --station lucknow/hazratganj');
  await write('हजरतगंज दो');
  builds[0]?.resolve();
  await expect.poll(() => builds.length).toBe(2);
  builds[1]?.reject(new Error('a page is broken'));
  await expect.poll(() => troubles.some((each) => /broken/.test(String(each)))).toBe(true);
  expect(existsSync(join(dataDir, 'published', '.unfinished'))).toBe(true);
  // The next publication does not wait for the pause.
  buildSite = async () => {};
  await write(null);
  await kit.idle();
  expect(existsSync(join(dataDir, 'published', '.unfinished'))).toBe(false);
});

test('versions are noted once however often they are told', async () => {
  const made = [{ district: 'agra', station: 'tajganj', artwork: 'board', sha256: 'a'.repeat(64) }];
  expect(await noteVersions(database.pool, made)).toBe(1);
  expect(await noteVersions(database.pool, made)).toBe(0);
});

test('what one station fills in leads to that station, not to its whole district', async () => {
  // Of a version before.
  mkdirSync(join(dataDir, 'published', 'own-fields'), { recursive: true });
  writeFileSync(join(dataDir, 'published', 'own-fields', 'lucknow.csv'), 'station,field,value\n');
  runs.length = 0;
  for (const station of ['hazratganj', 'alambagh']) {
    await inTransaction(database.pool, async (tx) => {
      await putOwnFields(tx, { district: 'lucknow', station }, { 'help-number': '112' });
      await publish(tx, 'words/lucknow');
    });
    await kit.changed();
    await kit.idle();
  }
  expect(existsSync(join(dataDir, 'published', 'own-fields'))).toBe(false);
  expect(runs.filter((each) => each.includes('--station'))).toEqual([
    'generate --station lucknow/hazratganj',
    'generate --station lucknow/alambagh',
  ]);
});
