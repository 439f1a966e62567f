import { describe, expect, test } from 'vitest';
import { listPapers } from '../../../campaigns/channels/newspapers/newspapers.ts';
import { checkUrduName } from '../../../campaigns/directory/name-check.ts';
import { nameOnUrdu } from '../../../campaigns/print/own-fields/urdu-name.ts';
import type { Artwork, Imprint } from '../../../generator/artwork/artwork.ts';
import { boardUrdu } from '../../../generator/artwork/urdu/board-urdu.ts';
import {
  pamphletUrdu,
  pamphletUrduFourUp,
  pamphletUrduTwoUp,
} from '../../../generator/artwork/urdu/pamphlet-urdu.ts';
import { adArtworks } from '../../../generator/channels/newspapers/ad-artwork.ts';
import { paperImprint } from '../../../generator/channels/newspapers/paper-imprint.ts';
import type { Line, Shape } from '../../../generator/layout/drawing.ts';
import { slugShared, slugStation } from '../../../generator/print/slug.ts';
import { createImprints } from '../../../generator/run/station-imprints.ts';
import { goldenDifference, readCodes, renderPage } from '../fixture.ts';
import {
  campaign,
  directory,
  findDeviations,
  findStation,
  fonts,
  makeImprint,
  makePress,
  registry,
} from '../press-room.ts';

const key = 'lucknow/hazratganj';
const station = findStation(key);
const own = { 'name-ur': 'تھانہ حضرت گنج', cug: '9454403857', 'help-number': '05222612345' };

/** Without own fields unless asked, so that the name stands as large as its room allows. */
const imprintOf = (
  artwork: Artwork,
  values: Record<string, string> = { 'name-ur': own['name-ur'] },
) => makeImprint(key, artwork, values);

const press = (artwork: Artwork, imprint: Imprint, change = (shape: Shape) => shape) =>
  makePress(artwork, imprint, (sides) => sides.map((shapes) => shapes.map(change)));

async function rulesBroken(artwork: Artwork, imprint: Imprint, bytes: Buffer): Promise<string[]> {
  const deviations = await findDeviations(artwork, imprint, bytes);
  return deviations.map(({ rule, expected, found }) => `${rule}: ${expected}: ${found}`);
}

const { newspapers } = campaign;
const paper = newspapers && listPapers(newspapers).find(({ language }) => language === 'ur');
if (newspapers === undefined || paper === undefined) throw new Error('Expected a paper in Urdu');
const ads = adArtworks(paper, newspapers.ads);

describe('a name that the station has entered', () => {
  test.each([
    { artwork: boardUrdu, values: { 'name-ur': own['name-ur'] } },
    { artwork: boardUrdu, values: own },
    { artwork: pamphletUrdu, values: { 'name-ur': own['name-ur'] } },
    { artwork: pamphletUrdu, values: own },
    { artwork: pamphletUrduTwoUp, values: own },
    { artwork: pamphletUrduFourUp, values: own },
  ])('$artwork.id breaks no rule with $values', async ({ artwork, values }) => {
    const imprint = imprintOf(artwork, values);
    expect(imprint.name).toBe(own['name-ur']);
    expect(await rulesBroken(artwork, imprint, await press(artwork, imprint))).toEqual([]);
  });

  test.each([boardUrdu, pamphletUrdu])(
    '$id looks as it was approved, its code is read',
    async (artwork) => {
      const imprint = imprintOf(artwork, own);
      const bytes = await press(artwork, imprint);
      expect(new Set(await readCodes(await renderPage(bytes, 0, 1400)))).toEqual(
        new Set([imprint.url]),
      );
      for (const [side, { id }] of artwork.pages.entries()) {
        const name = `urdu-${artwork.id}${id === '' ? '' : `-${id}`}`;
        expect(await goldenDifference(name, await renderPage(bytes, side, 480)), name).toBeLessThan(
          0.002,
        );
      }
    },
  );

  test.each([pamphletUrduTwoUp, pamphletUrduFourUp])(
    '$id has its fronts at the right, and turned over each meets its back',
    ({ imposition, format }) => {
      const { cells = [], trimMm: sheet = { width: 0 } } = imposition ?? {};
      const fronts = cells.filter(({ side }) => side === 0);
      expect(fronts.length).toBe(cells.length / 2);
      for (const { x, y } of fronts) {
        expect(x).toBeGreaterThan(sheet.width / 2);
        const behind = sheet.width - x - format.trimMm.width;
        expect(cells).toContainEqual({ side: 1, x: behind, y });
      }
    },
  );

  test('leaves the Hindi board as it is', () => {
    const hindi = { channel: 'board' } as const;
    const without = createImprints(campaign, directory, registry)(station, hindi);
    const entered = new Map([[key, { 'name-ur': own['name-ur'] }]]);
    expect(createImprints(campaign, directory, registry, entered)(station, hindi)).toEqual(without);
  });

  test('goes before that of a committed file, which goes before the Hindi one', () => {
    const committed = { ...station, nameUr: 'تھانہ حضرت گنج لکھنؤ' };
    const nameOf = (fields: Map<string, Record<string, string>>) =>
      createImprints(campaign, directory, registry, fields)(committed, boardUrdu).name;
    expect(nameOf(new Map())).toBe(committed.nameUr);
    expect(nameOf(new Map([[key, { 'name-ur': own['name-ur'] }]]))).toBe(own['name-ur']);
  });

  test('is a draft that says so where none was entered, over the district in Urdu', () => {
    const imprint = imprintOf(boardUrdu, {});
    expect([imprint.name, imprint.districtName]).toEqual(['تھانہ حضرت گنج', 'ضلع لکھنؤ']);
    expect(slugStation(imprint)).toContain('Urdu name is a draft');
    expect(slugStation(imprintOf(boardUrdu))).not.toContain('Urdu');
    const words = campaign.urdu?.stationWords;
    const names = directory.stations.map((each) => nameOnUrdu(each, undefined, { words }).name);
    expect(names.filter((name) => checkUrduName(name) !== null)).toEqual([]);
    expect(names).toContain('جی آر پی تھانہ پنڈت دین دیال اپادھیائے جنکشن');
    expect(names).toContain('خواتین تھانہ');
  });

  test.each([boardUrdu, pamphletUrdu])(
    '$id breaks no rule while none was entered',
    async (artwork) => {
      const imprint = imprintOf(artwork, {});
      expect(await rulesBroken(artwork, imprint, await press(artwork, imprint))).toEqual([]);
    },
  );
});

test('a name in Devanagari on a side in Urdu is refused', async () => {
  const imprint = { ...imprintOf(boardUrdu, {}), name: 'تھانہ एट' };
  const found = await findDeviations(boardUrdu, imprint, await press(boardUrdu, imprint));
  expect(found.map(({ rule }) => rule)).toContain('urdu-name');
});

/** Changes the lines of a part. */
const lineOf = (part: string, change: (line: Line) => Line) => (shape: Shape) =>
  shape.kind === 'line' && shape.part === part ? change(shape) : shape;
const moved = (part: string, x: number, y: number) =>
  lineOf(part, (line) => {
    const [a, b, c, d, e, f] = line.matrix;
    return { ...line, matrix: [a, b, c, d, e + x, f + y] };
  });
const shown = (text: string) =>
  lineOf('name', (line) => ({ ...line, run: fonts.typeface(800).shape(text) }));

test.each([
  ['a name off the middle of its room', moved('name', 0, -6), 'urdu-name'],
  ['a name at the edge of the foot', moved('name', 0, -12), 'clear-space'],
  ['a name that hides the district', moved('name', 0, 70), 'placing'],
  [
    'marks on the baseline, their offsets lost',
    lineOf('name', (line) => ({
      ...line,
      run: { ...line.run, glyphs: line.run.glyphs.map((glyph) => ({ ...glyph, y: 0 })) },
    })),
    'outlines',
  ],
  [
    'letters in the order of another direction',
    lineOf('name', (line) => ({
      ...line,
      run: { ...line.run, glyphs: line.run.glyphs.toReversed() },
    })),
    'outlines',
  ],
  ['another name', shown('تھانہ حضرت گنگ'), 'outlines'],
  ['a letter that the font lacks', shown('تھانہ \u06AA'), 'broken-glyphs'],
  [
    'a name smaller than its room allows',
    lineOf('name', (line) => {
      const [a, , , d, e, f] = line.matrix;
      return { ...line, matrix: [a * 0.5, 0, 0, d * 0.5, e, f] };
    }),
    'heights',
  ],
  ['a district beyond the safe zone', moved('district', 0, 25), 'safe-zone'],
] as const)('preflight finds %s', async (_, change, rule) => {
  const imprint = imprintOf(boardUrdu);
  const found = await rulesBroken(boardUrdu, imprint, await press(boardUrdu, imprint, change));
  expect(found.map((each) => each.slice(0, each.indexOf(':')))).toContain(rule);
});

describe('advertisements in Urdu', () => {
  const imprint = paperImprint(campaign, registry, paper);

  test.each(ads)('$id breaks no rule', async (artwork) => {
    expect(await rulesBroken(artwork, imprint, await press(artwork, imprint))).toEqual([]);
  });

  test.each(['ad-2x8-colour', 'ad-3x10-colour', 'ad-strip-mono', 'ad-3x20-mono'])(
    '%s looks as it was approved, its code is read',
    async (id) => {
      const artwork = ads.find((each) => each.id === id);
      if (artwork === undefined) throw new Error(`Expected the advertisement ${id}`);
      const bytes = await press(artwork, imprint);
      const rendered = await renderPage(bytes, 0, artwork.format.trimMm.width > 200 ? 900 : 480);
      expect(await readCodes(rendered)).toEqual([imprint.url]);
      expect(await goldenDifference(`urdu-${id}`, rendered)).toBeLessThan(0.002);
    },
  );
});

test('the slug says that the words are a draft until they are confirmed, in Urdu only', () => {
  const slug = (artwork: Artwork, confirmed: boolean) =>
    slugShared(
      artwork,
      {
        ...campaign,
        links: { ...campaign.links, confirmed: true },
        facts: [],
        urdu: campaign.urdu && { ...campaign.urdu, confirmed },
      },
      'FOGRA39',
    );
  expect(slug(boardUrdu, false)).toContain('NOT FOR PRINT: Urdu text is a draft');
  expect(slug(boardUrdu, true)).not.toContain('NOT FOR PRINT');
  const { language, ...hindi } = boardUrdu;
  expect(language).toBe('ur');
  expect(slug(hindi, false)).not.toContain('NOT FOR PRINT');
});
