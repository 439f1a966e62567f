import { beforeAll, describe, expect, test } from 'vitest';
import { campaignFolder, loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { stationKey } from '../../campaigns/directory/station.ts';
import { loadRegistry } from '../../campaigns/links/registry-fs.ts';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import type { OwnValues } from '../../campaigns/own-fields/own-fields.ts';
import type { Artwork, Imprint } from '../../generator/artwork/artwork.ts';
import { board } from '../../generator/artwork/board.ts';
import { pamphlet } from '../../generator/artwork/pamphlet.ts';
import { posterA3 } from '../../generator/artwork/poster.ts';
import type { Shape } from '../../generator/layout/drawing.ts';
import { loadFonts } from '../../generator/layout/fonts-fs.ts';
import { loadPictures } from '../../generator/layout/pictures-fs.ts';
import { createPressChecker, type PressChecker } from '../../generator/preflight/check-press.ts';
import { createExpected } from '../../generator/preflight/expected.ts';
import { createCodeMemory } from '../../generator/preflight/render/code-memory.ts';
import { coatedIntent } from '../../generator/print/output-intent-fs.ts';
import { type Options, parseOptions } from '../../generator/run/options.ts';
import { planSelection } from '../../generator/run/plan-selection.ts';
import { layOutShared, type SharedLayout } from '../../generator/run/shared-layout.ts';
import { createStamper, type Stamper } from '../../generator/run/stamp.ts';
import { createImprints } from '../../generator/run/station-imprints.ts';

const campaign = loadCampaign('up-cop');
const directory = loadDirectory();
const registry = loadRegistry({ campaignFolder: campaignFolder('up-cop') });
const fonts = loadFonts();
const expectedOf = createExpected(campaign, fonts);
const artworks = [board, pamphlet, posterA3];
let layouts: SharedLayout[];
let stampers: Map<Artwork, Stamper>;
let checker: PressChecker;
beforeAll(async () => {
  const sources = { fonts, pictures: loadPictures(), intent: coatedIntent() };
  layouts = await layOutShared(artworks, campaign, sources);
  checker = await createPressChecker(fonts, createCodeMemory(20));
  stampers = new Map(
    artworks.map((artwork, index) => [
      artwork,
      createStamper(artwork, layouts[index] as SharedLayout, { campaign, fonts }),
    ]),
  );
});

const all: OwnValues = {
  cug: '9454403857',
  'help-number': '05222612345',
  'local-line': 'पुराने बस अड्डे के सामने',
};
const longLine = 'प्लेटफार्म 1, उत्तरी द्वार के पास, प्रतीक्षालय के बगल में';

function stationOf(key: string) {
  const station = directory.stations.find((each) => stationKey(each) === key);
  if (station === undefined) throw new Error(`Expected ${key} in the directory`);
  return station;
}

function imprintOf(key: string, artwork: Artwork, values?: OwnValues): Imprint {
  const own = new Map(values === undefined ? [] : [[key, values]]);
  return createImprints(campaign, directory, registry, own)(stationOf(key), artwork);
}

function stamper(artwork: Artwork): Stamper {
  const found = stampers.get(artwork);
  if (found === undefined) throw new Error(`Expected a stamper of ${artwork.id}`);
  return found;
}

const partsOf = (sides: Shape[][]) => new Set(sides.flat().map(({ part }) => part));

function printed(key: string, artwork: Artwork, values: OwnValues): string[] {
  const parts = partsOf(stamper(artwork).shapes(imprintOf(key, artwork, values)));
  return ['cug', 'help-number', 'local-line'].filter((id) => parts.has(id));
}

async function check(artwork: Artwork, imprint: Imprint, change = (shapes: Shape[][]) => shapes) {
  const own = stamper(artwork);
  const file = own.pressFile(imprint, change(own.shapes(imprint)));
  const bytes = Buffer.concat(file.parts);
  const { width, height } = artwork.format.trimMm;
  const entry: ManifestFile = {
    district: imprint.district,
    station: imprint.station,
    nameHi: imprint.name,
    artwork: artwork.id,
    format: 'pdf',
    path: 'x.pdf',
    widthMm: width,
    heightMm: height,
    code: imprint.code,
    url: imprint.url,
    bytes: bytes.length,
    sha256: file.sha256,
  };
  return checker.checkPress(bytes, entry, expectedOf(artwork, imprint));
}

const hazratganj = 'lucknow/hazratganj';
const longest = 'aligarh/grp-aligarh-junction';
const twoLines = 'chandauli/grp-mughalsarai';

describe.each(artworks.map((artwork) => [artwork.id, artwork] as const))('%s', (_, artwork) => {
  test.each([hazratganj, 'jalaun/et', longest])(
    'carries what %s fills in, and preflight finds nothing, its code read from the page',
    async (key) => {
      expect(printed(key, artwork, all)).toEqual(['cug', 'help-number', 'local-line']);
      expect(await check(artwork, imprintOf(key, artwork, all))).toEqual([]);
    },
  );

  test('leaves a line out that has no room, and keeps the numbers', () => {
    const values = { ...all, 'local-line': longLine };
    expect(printed(hazratganj, artwork, values)).toEqual(['cug', 'help-number']);
  });

  test('is the same file as before for a station that fills in nothing', () => {
    const own = stamper(artwork);
    const without = imprintOf(hazratganj, artwork);
    const file = (imprint: Imprint) => own.pressFile(imprint, own.shapes(imprint)).sha256;
    expect(without).not.toHaveProperty('ownFields');
    expect(file(imprintOf('jalaun/et', artwork))).toBe(
      file(createImprints(campaign, directory, registry)(stationOf('jalaun/et'), artwork)),
    );
    expect(file(imprintOf(hazratganj, artwork, all))).not.toBe(file(without));
  });
});

test('a name on two lines that leaves the board no room is printed without the row, and is no fault', async () => {
  const imprint = imprintOf(twoLines, board, all);
  expect(printed(twoLines, board, all)).toEqual([]);
  expect(await check(board, imprint)).toEqual([]);
  expect(printed(twoLines, posterA3, all)).toEqual(['cug', 'help-number', 'local-line']);
  expect(await check(posterA3, imprintOf(twoLines, posterA3, all))).toEqual([]);
});

describe('preflight knows the row', () => {
  /** Moves a part, or sets it smaller, as a wrong template would. */
  const moved =
    (part: string, by: { x?: number; y?: number; scale?: number }) =>
    (sides: Shape[][]): Shape[][] =>
      sides.map((shapes) =>
        shapes.map((shape) => {
          if (shape.part !== part || shape.kind !== 'line') return shape;
          const { x = 0, y = 0, scale = 1 } = by;
          const [a, b, c, d, e, f] = shape.matrix;
          return { ...shape, matrix: [a * scale, b, c, d * scale, e + x, f + y] as const };
        }),
      );
  test.each([
    ['a number too small', 'cug', { scale: 0.7 }, 'heights'],
    ['a number too near to the foot line', 'cug', { y: 34 }, 'line-gap'],
    ['a line over the edge of the foot', 'local-line', { y: -270 }, 'placing'],
    ['a line in the quiet zone of the code', 'local-line', { x: 700, y: -700 }, 'quiet-zone'],
    ['a number at the edge of the board', 'cug', { x: -60 }, 'safe-zone'],
    ['a number upon its caption', 'cug', { x: 100 }, 'placing'],
  ] as const)('%s', async (_, part, by, rule) => {
    const found = await check(board, imprintOf(hazratganj, board, all), moved(part, by));
    expect(found.map((each) => each.rule)).toContain(rule);
  });

  test('a number that was not filled in', async () => {
    const imprint = imprintOf(hazratganj, board, { cug: '9454403857' });
    const other = imprintOf(hazratganj, board, { cug: '9454403858' });
    const found = await check(board, imprint, () => stamper(board).shapes(other));
    expect(found).toContainEqual(expect.objectContaining({ rule: 'outlines' }));
  });
});

test('files change for the station alone that fills something in', () => {
  const options = parseOptions(['--artwork', 'board', '--format', 'pdf']) as Options;
  const selected = [stationOf(hazratganj), stationOf('lucknow/alambagh')];
  const [layout] = layouts;
  const inputs = (values: OwnValues | undefined) =>
    planSelection({
      campaign,
      directory,
      registry,
      ownFields: new Map(values === undefined ? [] : [[hazratganj, values]]),
      selected,
      options,
      layouts: layout === undefined ? [] : [layout],
    })
      .stations.filter((each) => each.selected)
      .map(({ station, work }) => [station.id, work.targets[0]?.inputs]);
  const before = Object.fromEntries(inputs(undefined));
  const after = Object.fromEntries(inputs(all));
  expect(after['alambagh']).toBe(before['alambagh']);
  expect(after['hazratganj']).not.toBe(before['hazratganj']);
  expect(Object.fromEntries(inputs(undefined))).toEqual(before);
});
