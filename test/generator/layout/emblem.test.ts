import { describe, expect, test } from 'vitest';
import { inkCmyk } from '../../../generator/ink/palette.ts';
import { parseEmblem } from '../../../generator/layout/emblem.ts';

const svg = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 20 100 50">${body}</svg>`;

describe('the emblem file', () => {
  test('palette colours print with their named inks, others by CMYK with the grey in key', () => {
    const { shapes, width, height } = parseEmblem(
      svg('<path fill="#0B2A5B" d="M10 20h5v5z"/><g><path fill="#804000" d="M0 0h1v1z"/></g>'),
    );
    expect([width, height]).toEqual([100, 50]);
    expect(shapes[0]?.ink).toBe('navy');
    expect(shapes[0]?.path.xy.slice(0, 2)).toEqual([0, 0]);
    expect(inkCmyk(shapes[1]?.ink ?? 'key')).toEqual([0, 50, 100, 50]);
  });

  test.each([
    ['<svg><path d="M0 0h1"/></svg>', 'viewBox'],
    [svg('<circle r="3"/>'), '<circle>'],
    [svg('<image href="a.png"/>'), '<image>'],
    [svg('<path transform="scale(2)" d="M0 0h1"/>'), 'transform="scale(2)"'],
    [svg('<path stroke="#000000" d="M0 0h1"/>'), 'stroke="#000000"'],
    [svg('<path style="fill:red" d="M0 0h1"/>'), 'style="fill:red"'],
    [svg('<path fill="url(#g)" d="M0 0h1"/>'), 'fill="url(#g)"'],
    [svg('<path fill="red" d="M0 0h1"/>'), 'fill="red"'],
    [svg('<path fill="none" d="M0 0h1"/>'), 'at least one filled'],
  ])('%s is refused', (text, said) => {
    expect(() => parseEmblem(text)).toThrow(said);
  });
});
