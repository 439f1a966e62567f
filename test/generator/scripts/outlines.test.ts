import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { fontPath } from '../../../campaigns/languages/typesetting/font-files-fs.ts';
import {
  type Script,
  scriptNames,
  scriptRow,
} from '../../../campaigns/languages/typesetting/scripts.ts';
import { openShapingFont } from '../../../campaigns/languages/typesetting/shaping.ts';
import { loadFonts } from '../../../generator/layout/fonts-fs.ts';
import { subunits } from '../../../generator/layout/typeface.ts';
import { openLetters } from '../../../generator/preflight/outline/letters.ts';
import { newScripts, writeNames } from './names.ts';

interface Shaped {
  g: number;
  ax: number;
  dx?: number;
  dy?: number;
}
const fonts = loadFonts();

/** What Debian's hb-shape makes of names. */
function hbShape(names: readonly string[], script: Script, weight: 500 | 700 | 800): Shaped[][] {
  const { language = '' } = scriptRow(script);
  const out = execFileSync(
    'hb-shape',
    [
      '--output-format=json',
      '--no-glyph-names',
      '--no-clusters',
      `--language=${language}`,
      fontPath(weight, script),
    ],
    { input: `${names.join('\n')}\n`, encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Shaped[]);
}

describe.each(newScripts)('200 names in %s', (script) => {
  const names = writeNames(script);

  test.each([500, 700, 800] as const)(
    'have the glyphs of hb-shape and stand where it puts them, in weight %i',
    (weight) => {
      const font = openShapingFont(fonts.bytes(weight, script));
      const face = fonts.typeface(weight);
      const { scale } = scriptRow(script);
      expect(new Set(names).size).toBe(200);
      const debians = hbShape(names, script, weight);
      for (const [at, name] of names.entries()) {
        const theirs = debians[at] ?? [];
        const ours = font.shape(name, script).flatMap(({ glyphs }) => glyphs);
        expect(
          ours.map(({ glyph, advance, x, y }) => [glyph, advance, x, y]),
          name,
        ).toEqual(theirs.map(({ g, ax, dx = 0, dy = 0 }) => [g, ax, dx, dy]));
        let pen = 0;
        const places: number[][] = [];
        for (const { g, ax, dx = 0, dy = 0 } of theirs) {
          if (font.outline(g).length > 0)
            places.push([(pen + dx) * scale * subunits, dy * scale * subunits]);
          pen += ax;
        }
        const run = face.shape(name);
        expect(run.missing, name).toBe(false);
        expect(run.advance, name).toBeCloseTo(pen * scale, 6);
        const drawn = run.glyphs.flatMap(({ x, y }) => [x, y]);
        for (const [n, value] of places.flat().entries())
          expect(drawn[n], name).toBeCloseTo(value, 6);
        expect(drawn.length).toBe(places.flat().length);
      }
    },
  );

  test('are words that the script has: no sign stands without its letter', () => {
    const font = openShapingFont(fonts.bytes(700, script));
    const circle = font.shape('\u25CC', script)[0]?.glyphs[0]?.glyph;
    const loose = names.filter((name) =>
      font.shape(name, script).some(({ glyphs }) => glyphs.some(({ glyph }) => glyph === circle)),
    );
    expect(loose).toEqual([]);
  });

  test('are read by preflight as they are drawn, also among Latin and Hindi words', () => {
    const letters = openLetters((own) => fonts.bytes(700, own), 700);
    const face = fonts.typeface(700);
    for (const name of names)
      for (const line of [name, `UP COP ${name} 112`, `थाना ${name} (2)`]) {
        const { glyphs } = face.shape(line);
        const set = letters.set(line);
        expect(set.length, line).toBe(glyphs.length);
        for (const [at, { path }] of set.entries()) {
          const placed = glyphs[at];
          expect(path.ops).toBe(placed?.outline.ops);
          expect(path.xy[0], line).toBeCloseTo(
            ((placed?.outline.xy[0] ?? Number.NaN) + (placed?.x ?? 0)) / subunits,
            3,
          );
        }
      }
  });
});

test('the letters of all scripts keep 15 minutes of arc where those of Mukta have 1.32 times as much', () => {
  for (const weight of [500, 700, 800] as const) {
    const face = fonts.typeface(weight);
    const heights = scriptNames.map((script) => {
      const { above } = face.shape(scriptRow(script).body).ink;
      return [script, above / face.shirorekha] as const;
    });
    for (const [script, height] of heights) {
      expect(height, script).toBeGreaterThan(1 / 1.32);
      expect(height, script).toBeLessThan(1.15);
    }
  }
});
