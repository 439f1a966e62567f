import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignFolder, loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { loadRegistry } from '../../campaigns/links/registry-fs.ts';
import type { KitPlan, ManifestFile } from '../../campaigns/manifest.ts';
import { loadConfig } from '../../generator/config.ts';
import { loadFonts } from '../../generator/layout/fonts-fs.ts';
import { createFileChecker } from '../../generator/preflight/check-file.ts';
import { createPressChecker } from '../../generator/preflight/check-press.ts';
import { createExpectations } from '../../generator/preflight/expected.ts';
import { writePlan } from '../../generator/run/write-plan.ts';
import {
  goldenDifference,
  readCodes,
  readManifestOf,
  removeFolder,
  renderPage,
  runGenerator,
  temporaryFolder,
} from './fixture.ts';

const id = 'gujarat-citizen-first';
const artworks = ['board', 'pamphlet', 'poster-a3', 'standee', 'sticker', 'tent'];
let out: string;
let files: ManifestFile[];

beforeAll(async () => {
  out = temporaryFolder();
  const what = ['--station', 'porbandar/kirtimandir', '--artwork', artworks.join(',')];
  const made = await runGenerator([...what, '--format', 'pdf', '--out', out], {
    env: { CAMPAIGN: id },
  });
  expect(made).toMatchObject({ code: 0 });
  files = readManifestOf(out).files.filter(({ format }) => format === 'pdf');
});
afterAll(() => removeFolder(out));

test('artwork in Gujarati breaks no rule of preflight, the marks of a demonstration on it', async () => {
  const fonts = loadFonts();
  const campaign = loadCampaign(id);
  const registry = loadRegistry({ campaignFolder: campaignFolder(id) });
  const directory = loadDirectory({ campaign: id });
  const check = createFileChecker({
    folder: out,
    checker: await createPressChecker(fonts),
    expectationOf: createExpectations({ campaign, directory, registry, fonts }),
  });
  const found = await Promise.all(files.map(check));
  expect(found.flat()).toEqual([]);
  expect(new Set(files.map(({ artwork }) => artwork))).toEqual(new Set(artworks));
});

test('the list of its whole kit has every artwork but those in Urdu', async () => {
  const folder = temporaryFolder();
  await writePlan(loadConfig({ CAMPAIGN: id, DATA_DIR: folder }), folder);
  const { files: all } = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as KitPlan;
  const planned = new Set(all.map(({ artwork }) => artwork));
  removeFolder(folder);
  expect([...planned].filter((artwork) => artwork.endsWith('-ur'))).toEqual([]);
  expect([...planned]).toEqual(expect.arrayContaining([...artworks, 'pamphlet-4up', 'ticket']));
});

test.each([
  ['board', 0, 'gujarat-board'],
  ['pamphlet', 0, 'gujarat-pamphlet-front'],
  ['pamphlet', 1, 'gujarat-pamphlet-back'],
  ['standee', 0, 'gujarat-standee'],
  ['sticker', 0, 'gujarat-sticker'],
] as const)('%s, side %i looks as it was approved', async (artwork, side, golden) => {
  const file = files.find((each) => each.artwork === artwork);
  if (file === undefined) throw new Error(`Expected a file of ${artwork}, got none`);
  const bytes = readFileSync(join(out, file.path));
  if (side === 0)
    expect(new Set(await readCodes(await renderPage(bytes, 0, 1400)))).toEqual(new Set([file.url]));
  expect(await goldenDifference(golden, await renderPage(bytes, side, 480)), golden).toBeLessThan(
    0.002,
  );
});
