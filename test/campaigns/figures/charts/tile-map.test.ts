import { describe, expect, test } from 'vitest';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import {
  borders,
  mapSize,
  tileCentre,
  tileInitials,
  tileLines,
} from '../../../../campaigns/figures/charts/tile-map.ts';

const { districts } = loadDirectory();

describe('hexagon map', () => {
  test('no two districts share a tile', () => {
    const places = districts.map(tileCentre).map(({ x, y }) => `${x},${y}`);
    expect(new Set(places).size).toBe(75);
  });

  test('every tile lies inside of the drawing', () => {
    const { width, height } = mapSize(districts);
    for (const { x, y } of districts.map(tileCentre)) {
      expect(x).toBeGreaterThanOrEqual(50);
      expect(x).toBeLessThanOrEqual(width - 50);
      expect(y).toBeLessThanOrEqual(height - 57);
    }
  });

  test.each([
    ['east', { tileCol: 1, tileRow: 0 }],
    ['south-east of an even row', { tileCol: 0, tileRow: 1 }],
  ])('a border stands between tiles of two areas: %s', (_, other) => {
    const tile = { tileCol: 0, tileRow: 0 };
    const areaOf = (entry: object) => (entry === tile ? 'a' : 'b');
    expect(borders([tile, other], areaOf)).toMatch(/^M[\d. -]+L[\d. -]+$/);
    expect(borders([tile, other], () => 'a')).toBe('');
  });

  test('the side that two tiles share is the border, drawn once', () => {
    const tiles = [
      { tileCol: 0, tileRow: 0, area: 'a' },
      { tileCol: 1, tileRow: 0, area: 'b' },
    ];
    expect(borders(tiles, ({ area }) => area)).toBe('M100 28.9L100 86.6');
  });

  test.each([
    { name: 'आगरा', language: 'hi', lines: ['आगरा'] },
    { name: 'कानपुर देहात', language: 'hi', lines: ['कानपुर', 'देहात'] },
    { name: 'अम्बेडकरनगर', language: 'hi', lines: ['अम्बेडकर', 'नगर'] },
    { name: 'Siddharthnagar', language: 'en', lines: ['Siddharth-', 'nagar'] },
    { name: 'Gautam Buddha Nagar', language: 'en', lines: ['Gautam', 'Buddha', 'Nagar'] },
  ] as const)('$name stands in $lines.length lines', ({ name, language, lines }) => {
    expect(tileLines(name, language)).toEqual(lines);
  });

  test.each([
    ['प्रयागराज', 'hi', 'प्रया'],
    ['श्रावस्ती', 'hi', 'श्राव'],
    ['Mau', 'en', 'Mau'],
  ] as const)('initials of %s never cut an akshara', (name, language, initials) => {
    expect(tileInitials(name, language)).toBe(initials);
  });
});
