import { describe, expect, test } from 'vitest';
import type { OwnValues } from '../../campaigns/print/own-fields/own-fields.ts';
import type { Artwork, Imprint } from '../../generator/artwork/artwork.ts';
import { artworkById } from '../../generator/artwork/catalogue.ts';
import { pamphlet } from '../../generator/artwork/pamphlet.ts';
import { posterA3 } from '../../generator/artwork/poster.ts';
import type { Shape } from '../../generator/layout/drawing.ts';
import { type Options, parseOptions } from '../../generator/run/options.ts';
import { planSelection } from '../../generator/run/selection.ts';
import { createImprints } from '../../generator/run/station-imprints.ts';
import {
  campaign,
  directory,
  findDeviations,
  findStation,
  layOutOne,
  makeImprint,
  makePress,
  openStamper,
  registry,
} from './press-room.ts';

const board = artworkById('board', campaign);
const artworks = [pamphlet, posterA3];

const all: OwnValues = {
  cug: '9454403857',
  'help-number': '05222612345',
  'local-line': 'पुराने बस अड्डे के सामने',
};
const longLine = 'प्लेटफार्म 1, उत्तरी द्वार के पास, प्रतीक्षालय के बगल में';

async function printed(key: string, artwork: Artwork, values: OwnValues): Promise<string[]> {
  const stamper = await openStamper(artwork);
  const sides = stamper.shapes(makeImprint(key, artwork, values));
  const parts = new Set(sides.flat().map(({ part }) => part));
  return ['cug', 'help-number', 'local-line'].filter((id) => parts.has(id));
}

async function check(artwork: Artwork, imprint: Imprint, change?: (sides: Shape[][]) => Shape[][]) {
  return findDeviations(artwork, imprint, await makePress(artwork, imprint, change));
}

const hazratganj = 'lucknow/hazratganj';
const longest = 'aligarh/grp-aligarh-junction';
const twoLines = 'chandauli/grp-mughalsarai';

describe.each(artworks.map((artwork) => [artwork.id, artwork] as const))('%s', (_, artwork) => {
  test.each([hazratganj, 'jalaun/et', longest])(
    'carries what %s fills in, and preflight finds nothing, its code read from the page',
    async (key) => {
      expect(await printed(key, artwork, all)).toEqual(['cug', 'help-number', 'local-line']);
      expect(await check(artwork, makeImprint(key, artwork, all))).toEqual([]);
    },
  );

  test('leaves a line out that has no room, and keeps the numbers', async () => {
    const values = { ...all, 'local-line': longLine };
    expect(await printed(hazratganj, artwork, values)).toEqual(['cug', 'help-number']);
  });

  test('is the same file as before for a station that fills in nothing', async () => {
    const own = await openStamper(artwork);
    const without = makeImprint(hazratganj, artwork);
    const file = (imprint: Imprint) => own.pressFile(imprint, own.shapes(imprint)).sha256;
    expect(without).not.toHaveProperty('ownFields');
    expect(file(makeImprint('jalaun/et', artwork))).toBe(
      file(createImprints(campaign, directory, registry)(findStation('jalaun/et'), artwork)),
    );
    expect(file(makeImprint(hazratganj, artwork, all))).not.toBe(file(without));
  });
});

test('what has no room on the signboard of the board is on poster and pamphlet, and is no fault', async () => {
  const imprint = makeImprint(twoLines, board, all);
  expect(await printed(twoLines, board, all)).toEqual(['cug']);
  expect(await check(board, imprint)).toEqual([]);
  expect(await printed(twoLines, posterA3, all)).toEqual(['cug', 'help-number', 'local-line']);
  expect(await check(posterA3, makeImprint(twoLines, posterA3, all))).toEqual([]);
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
    ['a number too near to the name', 'cug', { y: -90 }, 'line-gap'],
    ['a number over the edge of the signboard', 'cug', { x: 80 }, 'placing'],
    ['a number in the quiet zone of the code', 'cug', { y: 100 }, 'quiet-zone'],
    ['a number at the edge of the board', 'cug', { x: 330 }, 'safe-zone'],
    ['a number upon its caption', 'cug', { x: 100 }, 'placing'],
  ] as const)('%s', async (_, part, by, rule) => {
    const found = await check(board, makeImprint(hazratganj, board, all), moved(part, by));
    expect(found.map((each) => each.rule)).toContain(rule);
  });

  test('a number that was not filled in', async () => {
    const imprint = makeImprint(hazratganj, board, { cug: '9454403857' });
    const other = makeImprint(hazratganj, board, { cug: '9454403858' });
    const { shapes } = await openStamper(board);
    const found = await check(board, imprint, () => shapes(other));
    expect(found).toContainEqual(expect.objectContaining({ rule: 'outlines' }));
  });
});

test('files change for the station alone that fills something in', async () => {
  const options = parseOptions(['--artwork', 'board', '--format', 'pdf']) as Options;
  const selected = [findStation(hazratganj), findStation('lucknow/alambagh')];
  const layouts = [await layOutOne(board)];
  const inputs = (values: OwnValues | undefined) =>
    planSelection({
      campaign,
      directory,
      registry,
      ownFields: new Map(values === undefined ? [] : [[hazratganj, values]]),
      selected,
      options,
      layouts,
      isFresh: () => false,
    })
      .stations.filter((each) => each.selected)
      .map(({ station, work }) => [station.id, work.targets[0]?.inputs]);
  const before = Object.fromEntries(inputs(undefined));
  const after = Object.fromEntries(inputs(all));
  expect(after['alambagh']).toBe(before['alambagh']);
  expect(after['hazratganj']).not.toBe(before['hazratganj']);
  expect(Object.fromEntries(inputs(undefined))).toEqual(before);
});
