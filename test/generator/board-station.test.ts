import { describe, expect, test } from 'vitest';
import { boardStations, stationKey } from '../../campaigns/directory/station.ts';
import { stripName } from '../../campaigns/directory/strip-name.ts';
import type { OwnValues } from '../../campaigns/print/own-fields/own-fields.ts';
import { createKit, findGrid, type NameGrid } from '../../generator/artwork/artwork.ts';
import { sign } from '../../generator/artwork/board-station.ts';
import { roofParts } from '../../generator/artwork/building.ts';
import { artworkById, artworks, listArtworks } from '../../generator/artwork/catalogue.ts';
import { legibleMm, listReadDistances } from '../../generator/artwork/legible.ts';
import { measureInk } from '../../generator/artwork/typeset.ts';
import type { Node } from '../../generator/layout/node.ts';
import { clearOfEnds, hangName, inkWidth, unitMm } from '../../generator/layout/text-fit.ts';
import { subunits } from '../../generator/layout/typeface.ts';
import { inspectArtworks } from './inspect-artworks.ts';
import {
  campaign,
  directory,
  findDeviations,
  fonts,
  makeImprint,
  makePress,
  openStamper,
} from './press-room.ts';

const board = artworkById('board', campaign);
const [page] = board.pages;
const grid = page?.name as NameGrid;
const kit = createKit(campaign, fonts);
const face = fonts.typeface(800);
const names = boardStations(directory).map(stripName);
const grids = listArtworks(campaign, artworks).flatMap(({ pages }) =>
  pages.flatMap(({ name }) => (name === undefined ? [] : [name])),
);

const nodesOf = (node: Node): Node[] =>
  node.kind === 'box' ? [node, ...node.children.flatMap(nodesOf)] : [node];
const nodes = nodesOf(page?.tree(kit) as Node);
const numberOf = (value: number | undefined) => Number(value ?? Number.NaN);

test('a campaign draws the station, or a phone as before', () => {
  expect(board).not.toBe(artworkById('board'));
  expect(artworkById('board', { ...campaign, idea: 'plain' })).toBe(artworkById('board'));
});

test('every name is read from 9 m, nine of ten on one line', () => {
  expect(names).toHaveLength(1654);
  const two = names.filter((name) => {
    const { runs, heightMm } = hangName(face, name, grid);
    expect(heightMm, name).toBeGreaterThanOrEqual(legibleMm(name, 9) - 0.01);
    return runs.length === 2;
  });
  expect(two.length / names.length).toBeLessThan(0.1);
});

test('no piece sets a name smaller on two lines than it would be on one', () => {
  for (const own of grids.filter(({ nastaliq }) => nastaliq === undefined)) {
    const roomMm = clearOfEnds * own.widthMm;
    const smaller = names.filter((name) => {
      const { runs, heightMm } = hangName(face, name, own);
      if (runs.length === 1) return false;
      const { above, below } = face.shape(name).ink;
      const unit = Math.min(
        unitMm(face, own.idealHeightMm),
        roomMm / inkWidth(face.shape(name)),
        own.aboveMm / Math.max(0, above - face.shirorekha),
        own.belowMm / (face.shirorekha + below),
      );
      return unit * face.shirorekha > heightMm + 0.01;
    });
    expect(smaller).toEqual([]);
  }
});

test('no letter of a name hangs on to the shirorekha below it', () => {
  expect(grids.length).toBeGreaterThan(10);
  const ka = face.shape('क').ink.above;
  for (const own of grids) {
    for (const name of names) {
      const { runs, heightMm, baselines } = hangName(face, name, { ...own, leastOfLongMm: 0 });
      const [upper, lower] = runs;
      if (upper === undefined || lower === undefined) continue;
      const units = (lower.ink.above + upper.ink.below) / ka;
      const gapMm = (baselines[1] ?? 0) - (baselines[0] ?? 0) - units * heightMm;
      expect(gapMm / heightMm, name).toBeGreaterThan(0.2);
    }
  }
});

test.each(listArtworks(campaign, artworks).filter(({ limits }) => limits.signGapMm !== undefined))(
  'half of the district’s height is between it and the name on $id',
  async (piece) => {
    const stamper = await openStamper(piece);
    const stations = ['lakhimpur-kheri/padua', 'amethi/bhale-sultan-shaheed-smarak'];
    for (const key of [...stations, 'chandauli/grp-mughalsarai']) {
      const edges = (part: string) =>
        stamper.shapes(makeImprint(key, piece)).flatMap((shapes) =>
          shapes.flatMap((shape) => {
            if (shape.kind !== 'line' || shape.part !== part) return [];
            const [unit, , , , , y] = shape.matrix;
            const { above, below } = shape.run.ink;
            return [
              { unit, top: y - above * unit * subunits, bottom: y + below * unit * subunits },
            ];
          }),
        );
      const [district] = edges('district');
      const gapMm =
        numberOf(district?.top) - Math.max(...edges('name').map(({ bottom }) => bottom));
      const heightMm = fonts.typeface(700).shirorekha * numberOf(district?.unit) * subunits;
      expect(gapMm / heightMm, key).toBeGreaterThanOrEqual(0.499);
    }
  },
);

test.each([
  ['जी.आर.पी. थाना पं. दीन दयाल उपाध्याय जंक्शन', 'जी.आर.पी. थाना'],
  ['महिला थाना (बख्शी का तालाब)', 'महिला थाना'],
  ['मॉडर्न महिला थाना पलिया', 'मॉडर्न महिला थाना'],
  ['थाना भाले सुल्तान शहीद स्मारक', 'थाना भाले सुल्तान'],
])('%s breaks after %s', (name, first) => {
  const [upper] = hangName(face, name, grid).runs;
  expect(upper?.glyphs.length).toBe(face.shape(first).glyphs.length);
});

test('shield and flag are as large as a small picture of the board needs', () => {
  const { emblem, flag } = roofParts(sign.house);
  expect(emblem.height).toBeGreaterThan(75);
  expect(flag.width).toBeGreaterThan(85);
});

test('headline from 31 m, services from 9 m, the code at least 640 mm of modules', () => {
  const reads = listReadDistances(board, kit);
  const metres = (part: string) => reads.find((each) => each.part === part)?.metres;
  expect(metres('headline')).toBeGreaterThanOrEqual(31);
  expect(metres('service')).toBeGreaterThanOrEqual(9);
  expect(metres('smallest')).toBeGreaterThanOrEqual(4);
  expect(board.limits.qrMm).toBeGreaterThanOrEqual(640);
});

test('the headline keeps 60 mm from the roof, with which its shirorekha would be one stroke', () => {
  const ends = nodes.flatMap((node) => {
    if (node.kind !== 'text' || node.part !== 'headline') return [];
    const { text, weight, sizeMm, style } = node;
    const ink = measureInk(kit, text, { heightMm: sizeMm / kit.size(1, weight), weight });
    return [numberOf(style.left) + ink.right];
  });
  expect(ends).toHaveLength(2);
  const walls = nodes.flatMap((node) =>
    node.kind === 'box' && node.part === 'phone' ? [numberOf(node.style.left)] : [],
  );
  expect(Math.min(...walls) - Math.max(...ends)).toBeGreaterThanOrEqual(59.99);
  // Both lines end at one edge: they are one block.
  expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(0.1);
});

const all: OwnValues = {
  cug: '9454403857',
  'help-number': '05222612345',
  'local-line': 'पुराने बस अड्डे के सामने',
};

describe('breaks no rule of preflight', () => {
  test.each([
    ['jalaun/et', undefined, []],
    ['lucknow/hazratganj', undefined, []],
    ['barabanki/baddupur', undefined, []],
    ['lakhimpur-kheri/padua', undefined, []],
    ['sambhal/aichora-kamboh', undefined, []],
    ['aligarh/grp-aligarh-junction', undefined, []],
    ['jalaun/et', all, ['cug']],
    ['lakhimpur-kheri/padua', all, ['cug']],
    ['aligarh/grp-aligarh-junction', all, ['cug']],
    ['chandauli/grp-mughalsarai', all, ['cug']],
    ['lucknow/hazratganj', { 'local-line': all['local-line'] }, ['local-line']],
  ] as const)('%s with %j', async (key, values, printed) => {
    const imprint = makeImprint(key, board, values as OwnValues | undefined);
    const parts = (await openStamper(board)).shapes(imprint).flat();
    const ids = ['cug', 'help-number', 'local-line'];
    expect(ids.filter((id) => parts.some(({ part }) => part === id))).toEqual(printed);
    expect(await findDeviations(board, imprint, await makePress(board, imprint))).toEqual([]);
  });

  test('on practice, which says on every side what it is', async () => {
    const notice = { hi: 'अभ्यास: असली नहीं', en: 'Practice, not real' };
    const practice = { ...campaign, demonstration: { stamp: notice, notice } };
    const place = { name: 'थाना हजरतगंज', districtName: 'जनपद लखनऊ' };
    const [made] = await inspectArtworks(practice, [board], () => [place]);
    expect(made?.found).toEqual([]);
  });
});

describe('in Urdu the building is at the left, the words lead to it from the right', () => {
  const urdu = artworkById('board-ur', campaign);

  test('every name is on one line and read from 6 m', () => {
    const imprints = boardStations(directory).map((station) =>
      makeImprint(stationKey(station), urdu),
    );
    const own = findGrid(urdu.pages[0]?.name as NameGrid, imprints[0]?.name ?? '');
    for (const { name } of imprints) {
      const { runs, heightMm } = hangName(face, name, own);
      expect(runs, name).toHaveLength(1);
      expect(heightMm, name).toBeGreaterThanOrEqual(legibleMm(name, 6));
    }
  });

  test.each([
    ['lakhimpur-kheri/padua', undefined],
    ['chandauli/grp-mughalsarai', undefined],
    ['lucknow/hazratganj', all],
    ['lucknow/hazratganj', { ...all, 'name-ur': 'حضرت گنج' }],
  ] as const)('%s breaks no rule with %j', async (key, values) => {
    const imprint = makeImprint(key, urdu, values);
    expect(await findDeviations(urdu, imprint, await makePress(urdu, imprint))).toEqual([]);
  });
});

test.each([
  ['a district that runs into the name above it', 'lucknow/hazratganj', 'district', 48],
  ['a name whose second line touches its first', 'chandauli/grp-mughalsarai', 'name', 5],
] as const)('on the signboard %s is told', async (_label, key, part, upMm) => {
  const imprint = makeImprint(key, board);
  const file = await makePress(board, imprint, (sides) =>
    sides.map((shapes) => {
      const last = shapes.findLastIndex((shape) => shape.part === part);
      return shapes.map((shape, at) => {
        if (at !== last || shape.kind !== 'line') return shape;
        const [a, b, c, d, e, f] = shape.matrix;
        return { ...shape, matrix: [a, b, c, d, e, f - upMm] as const };
      });
    }),
  );
  const found = await findDeviations(board, imprint, file);
  expect(found.map(({ rule }) => rule)).toContain('line-gap');
});
