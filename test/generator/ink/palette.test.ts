import { expect, test } from 'vitest';
import {
  type Cmyk,
  type InkName,
  inkCmyk,
  inkFromScreen,
  palette,
} from '../../../generator/ink/palette.ts';

/** As the press mixes them, written down apart from the code: another figure is another colour on every wall. */
const onThePress: Record<InkName, Cmyk> = {
  navy: [100, 85, 20, 30],
  red: [0, 100, 90, 5],
  marigold: [0, 30, 95, 0],
  paper: [0, 0, 0, 0],
  key: [0, 0, 0, 100],
  mist: [8, 4, 2, 0],
  steel: [60, 42, 12, 4],
};
test('the press mixes each colour from the inks that were approved', () => {
  const names = Object.keys(palette) as InkName[];
  expect(Object.fromEntries(names.map((name) => [name, inkCmyk(name)]))).toEqual(onThePress);
});

test('no ink lays down more than 300 %', () => {
  for (const name of Object.keys(palette) as InkName[]) {
    const total = inkCmyk(name).reduce((sum, percent) => sum + percent, 0);
    expect(total, name).toBeLessThanOrEqual(300);
  }
});

test('a colour from outside never passes 200 %', () => {
  for (const hex of ['#000000', '#FFFFFF', '#123456', '#FF0000', '#7F7F80', '#00FF7F']) {
    const total = inkCmyk(inkFromScreen(hex)).reduce((sum, percent) => sum + percent, 0);
    expect(total, hex).toBeLessThanOrEqual(200);
  }
});

test('a word for a colour is refused', () => {
  expect(() => inkFromScreen('navy')).toThrow('Expected a colour #RRGGBB');
});

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function contrast(a: string, b: string): number {
  const luminance = (screen: string) => {
    const [r = 0, g = 0, bl = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(screen.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

test.each([
  ['paper', 'navy', 7],
  ['marigold', 'navy', 7],
  ['navy', 'paper', 7],
  ['key', 'paper', 7],
  ['paper', 'red', 4.5],
] as const)('%s on %s is at least %f : 1', (ink, ground, least) => {
  expect(contrast(palette[ink].screen, palette[ground].screen)).toBeGreaterThanOrEqual(least);
});
