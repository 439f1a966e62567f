import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { campaignFolder, defaultCampaign } from '../../campaigns/campaign-folder-fs.ts';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { boardStations } from '../../campaigns/directory/station.ts';
import { stripName } from '../../campaigns/directory/strip-name.ts';
import { loadRegistry } from '../../campaigns/links/registry-fs.ts';
import type { KitPlan, ManifestFile } from '../../campaigns/manifest.ts';
import { loadConfig } from '../../generator/config.ts';
import { loadFonts } from '../../generator/layout/fonts-fs.ts';
import { createFileChecker } from '../../generator/preflight/check-file.ts';
import { createPressChecker } from '../../generator/preflight/check-press.ts';
import { createExpectations } from '../../generator/preflight/expected.ts';
import { writePlan } from '../../generator/run/kit-plan.ts';
import { begunCampaigns } from '../begun-campaigns.ts';
import { otherCampaigns } from '../other-campaigns.ts';
import {
  goldenDifference,
  readCodes,
  readManifest,
  removeFolder,
  renderPage,
  runGenerator,
  temporaryFolder,
} from './fixture.ts';

const artworks = ['board', 'pamphlet', 'poster-a3', 'standee', 'sticker', 'tent'];
/** Stations whose prints are looked at, and the name that their pictures begin with; UP COP's have tests of their own. */
const looked: Readonly<Record<string, { station: string; golden: string }>> = {
  'gujarat-citizen-first': { station: 'porbandar/kirtimandir', golden: 'gujarat' },
  'maharashtra-citizen-portal': { station: 'ratnagiri/ratnagiri-city', golden: 'maharashtra' },
};

describe.each([defaultCampaign, ...otherCampaigns, ...begunCampaigns])('prints of %s', (id) => {
  const campaign = loadCampaign(id);
  const directory = loadDirectory({ campaign: id });
  const named = boardStations(directory)
    .map((station) => ({ path: `${station.district}/${station.id}`, name: stripName(station) }))
    .sort((a, b) => a.name.length - b.name.length);
  const ends = [named[0]?.path ?? '', named.at(-1)?.path ?? ''];
  const own = looked[id];
  let out: string;
  let files: ManifestFile[];

  beforeAll(async () => {
    out = temporaryFolder();
    const stations = [...new Set([...ends, ...(own === undefined ? [] : [own.station])])];
    const made = await runGenerator(
      [
        ...['--station', stations.join(','), '--format', 'pdf', '--out', out],
        ...['--artwork', own === undefined ? 'board,pamphlet' : artworks.join(',')],
      ],
      { env: { CAMPAIGN: id } },
    );
    expect(made).toMatchObject({ code: 0 });
    files = readManifest(out).files.filter(({ format }) => format === 'pdf');
  });
  afterAll(() => removeFolder(out));

  test('break no rule of preflight, with the longest name and the shortest', async () => {
    const fonts = loadFonts();
    const registry = loadRegistry({ campaignFolder: campaignFolder(id) });
    const check = createFileChecker({
      folder: out,
      checker: await createPressChecker(fonts),
      expectationOf: createExpectations({ campaign, directory, registry, fonts }),
    });
    const found = await Promise.all(files.map(check));
    expect(found.flat()).toEqual([]);
    for (const end of ends)
      expect(
        files.some(({ path }) => path.startsWith(`${end}/`)),
        end,
      ).toBe(true);
  });

  test('are planned in Urdu only where the campaign has it', async () => {
    const folder = temporaryFolder();
    await writePlan(loadConfig({ CAMPAIGN: id, DATA_DIR: folder }), folder);
    const { files: all } = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as KitPlan;
    const planned = new Set(all.map(({ artwork }) => artwork));
    removeFolder(folder);
    expect([...planned].some((artwork) => artwork.endsWith('-ur'))).toBe(
      campaign.urdu !== undefined,
    );
    expect([...planned]).toEqual(expect.arrayContaining([...artworks, 'pamphlet-4up', 'ticket']));
  });

  test.runIf(own !== undefined).each([
    ['board', 0, 'board'],
    ['pamphlet', 0, 'pamphlet-front'],
    ['pamphlet', 1, 'pamphlet-back'],
    ['standee', 0, 'standee'],
    ['sticker', 0, 'sticker'],
  ] as const)('%s, side %i looks as it was approved', async (artwork, side, picture) => {
    const golden = `${own?.golden}-${picture}`;
    const file = files.find(
      (each) => each.artwork === artwork && `${each.district}/${each.station}` === own?.station,
    );
    if (file === undefined) throw new Error(`Expected a file of ${artwork}, got none`);
    const bytes = readFileSync(join(out, file.path));
    if (side === 0)
      expect(new Set(await readCodes(await renderPage(bytes, 0, 1400)))).toEqual(
        new Set([file.url]),
      );
    expect(await goldenDifference(golden, await renderPage(bytes, side, 480)), golden).toBeLessThan(
      0.002,
    );
  });
});
