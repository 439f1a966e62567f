import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { checkUrduName } from '../../../campaigns/directory/name-check.ts';
import { bidiRuns, isUrdu } from '../../../campaigns/languages/typesetting/bidi-runs.ts';
import { fontPath } from '../../../campaigns/languages/typesetting/font-files-fs.ts';
import { spaceNastaliq } from '../../../campaigns/languages/typesetting/nastaliq.ts';
import { scripts } from '../../../campaigns/languages/typesetting/scripts.ts';
import { openShapingFont } from '../../../campaigns/languages/typesetting/shaping.ts';
import { loadFonts } from '../../../generator/layout/fonts-fs.ts';
import { breakLines } from '../../../generator/layout/paragraph.ts';
import { subunits } from '../../../generator/layout/typeface.ts';
import { urduWords } from '../../../site/i18n/urdu-words.ts';

const campaign = loadCampaign('up-cop');
const { urdu } = campaign;
if (urdu === undefined) throw new Error('Expected Urdu in the campaign');

/** Every text of a tree. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** Letters that a name may have, which people enter: each alone, thrice, and between two others. */
const letters = Array.from({ length: 0x100 }, (_, at) => String.fromCharCode(0x600 + at)).filter(
  (letter) => checkUrduName(letter) === null,
);
const entered = [
  ...letters.map((letter) => `${letter}${letter}${letter} ب${letter}ہ ${letter}`),
  'جی۔آر۔پی۔ تھانہ آگرہ کینٹ (2)',
  'تھانہ صدر بازار، سہارن پور؛ ”کوتوالی“؟ مُحَمَّد آباد',
];

const lines = [
  ...entered,
  ...texts(urdu),
  ...Object.values(urdu.districts).map((name) => `${urdu.copy.station.district} ${name}`),
  ...texts(urduWords),
  'تھانہ حضرت گنج، ضلع لکھنؤ',
].filter(isUrdu);

interface Shaped {
  g: number;
  ax: number;
  dx?: number;
  dy?: number;
}

/** What Debian's hb-shape makes of texts of one font and direction. */
function hbShape(pieces: readonly string[], direction: 'rtl' | 'ltr', weight: 500 | 700) {
  const options = ['--output-format=json', '--no-glyph-names', '--no-clusters'];
  const properties = [`--direction=${direction}`, '--script=Arab', '--language=ur'];
  const out = execFileSync('hb-shape', [...options, ...properties, fontPath(weight, 'Arabic')], {
    input: `${pieces.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Shaped[]);
}

test.each([500, 700] as const)(
  'glyphs, offsets and advances of all lines of the campaign are those of hb-shape in weight %i',
  async (weight) => {
    const fonts = loadFonts();
    const font = openShapingFont(fonts.bytes(weight, 'Arabic'));
    const pieces = [
      ...new Set(
        lines
          .flatMap(bidiRuns)
          .flatMap(({ text, script, direction }) =>
            script === 'Arabic' && direction === 'rtl' ? [text] : [],
          ),
      ),
    ];
    expect(pieces.length).toBeGreaterThan(150);
    const debians = hbShape(pieces, 'rtl', weight);
    for (const [at, piece] of pieces.entries()) {
      const [set] = font.shape(piece, 'Arabic', 'rtl');
      const ours = set?.glyphs.map(({ glyph, advance, x, y }) => ({
        g: glyph,
        ax: advance,
        dx: x,
        dy: y,
      }));
      const theirs = (debians[at] ?? []).map(({ g, ax, dx = 0, dy = 0 }) => ({ g, ax, dx, dy }));
      expect(ours, piece).toEqual(theirs);
    }
  },
);

test('a set line has the marks where hb-shape puts them, and moves nothing but letters that do not join', () => {
  const fonts = loadFonts();
  const face = fonts.typeface(700);
  const font = openShapingFont(fonts.bytes(700, 'Arabic'));
  const whole = lines.filter((line) => bidiRuns(line).length === 1);
  expect(whole.length).toBeGreaterThan(140);
  const debians = hbShape(whole, 'rtl', 700);
  for (const [at, line] of whole.entries()) {
    let pen = 0;
    const expected: number[][] = [];
    for (const { g, ax, dx = 0, dy = 0 } of debians[at] ?? []) {
      if (font.outline(g).length > 0)
        expected.push([
          (pen + dx) * scripts.Arabic.scale * subunits,
          dy * scripts.Arabic.scale * subunits,
        ]);
      pen += ax;
    }
    const run = face.shape(line);
    expect(run.missing, line).toBe(false);
    expect(run.glyphs.map(({ y }) => y)).toEqual(expected.map(([, y]) => y));
    const moves = run.glyphs.map(({ x }, glyph) => x - (expected[glyph]?.[0] ?? 0));
    const joints = line.match(/[^ بپتٹثجچحخسشصضطظعغفقکگلمنںہھیئ]| (?!$)/g)?.length ?? 0;
    expect(new Set(moves).size, line).toBeLessThanOrEqual(2 * joints + 1);
    // Dots and vowels stand off the baseline: a line without offsets would have lost them.
    expect(
      run.glyphs.some(({ y }) => y !== 0),
      line,
    ).toBe(true);
  }
});

describe('letters of Nastaliq that do not join', () => {
  const font = openShapingFont(loadFonts().bytes(700, 'Arabic'));

  /** Points of the outlines of some characters of a text, as written on the line. */
  function points(text: string, [from, to]: readonly [number, number], isSpaced = true) {
    const glyphs = font.shape(text, 'Arabic', 'rtl')[0]?.glyphs ?? [];
    let pen = 0;
    return (isSpaced ? spaceNastaliq(font, text, glyphs) : glyphs).flatMap((set) => {
      const at = pen + set.x;
      pen += set.advance;
      if (set.cluster < from || set.cluster >= to) return [];
      return font.outline(set.glyph).flatMap(({ values }) => {
        const [x, y] = values.slice(-2);
        return x === undefined || y === undefined ? [] : [[at + x, set.y + y] as const];
      });
    });
  }
  const apart = (before: ReturnType<typeof points>, after: ReturnType<typeof points>) =>
    Math.min(...before.flatMap(([x, y]) => after.map(([u, v]) => Math.hypot(x - u, y - v))));

  test('stand nearer inside a word than the next word does, in every line of the campaign', () => {
    const sentences = texts(urdu).filter((text) => / /.test(text) && !/[A-Za-z0-9]/.test(text));
    expect(sentences.length).toBeGreaterThan(100);
    for (const text of sentences) {
      let from = 0;
      const words = text.split(' ').map((word) => {
        from += word.length + 1;
        return [from - word.length - 1, from - 1] as const;
      });
      for (const [at, word] of words.slice(1).entries()) {
        const before = words[at] as readonly [number, number];
        expect(apart(points(text, before), points(text, word)), text).toBeGreaterThan(230);
      }
    }
  });

  test('close in پولیس, which the font leaves open', () => {
    const first = [0, 2] as const;
    const last = [2, 5] as const;
    const between = (isSpaced: boolean) =>
      apart(points('پولیس', first, isSpaced), points('پولیس', last, isSpaced));
    expect(between(false)).toBeGreaterThan(150);
    expect(between(true)).toBeLessThan(110);
  });

  test('do not slide under the word before, as بیٹھے does under گھر in the font', () => {
    const home = [0, 3] as const;
    const sitting = [4, 9] as const;
    const left = (word: readonly [number, number]) =>
      Math.min(...points('گھر بیٹھے', word).map(([x]) => x));
    const right = Math.max(...points('گھر بیٹھے', sitting).map(([x]) => x));
    expect(left(home) - right).toBeGreaterThan(130);
  });
});

test('no line of the campaign lacks a letter in any weight', () => {
  const fonts = loadFonts();
  for (const weight of [500, 700, 800] as const)
    for (const line of lines) expect(fonts.typeface(weight).shape(line).missing, line).toBe(false);
});

describe('a line of both scripts', () => {
  test.each([
    [urdu.copy.stores, [' تلاش کریں', 'UP COP', ' پر ', 'Play Store / App Store']],
    ['UP COP ایپ انسٹال کریں', [' ایپ انسٹال کریں', 'UP COP']],
    ['سیدھے 112 پر فون کریں۔', [' پر فون کریں۔', '112', 'سیدھے ']],
    ['مدد کے لیے थाना हजरतगंज से', ['थाना हजरतगंज से', 'مدد کے لیے ']],
    ['پتہ: uppolice.gov.in/Q17SN0N', ['uppolice.gov.in/Q17SN0N', 'پتہ: ']],
    ['فیس 50 روپے (فی درخواست)', [' روپے (فی درخواست)', '50', 'فیس ']],
  ])('%s stands from left to right as it is seen', (line, seen) => {
    expect(bidiRuns(line).map(({ text }) => text)).toEqual(seen);
  });

  test('a Hindi name inside it is set as it is by itself', () => {
    const face = loadFonts().typeface(800);
    const alone = face.shape('थाना हजरतगंज').glyphs.map(({ outline }) => outline);
    const inside = face.shape('مدد کے لیے थाना हजरतगंज سے رابطہ کریں').glyphs;
    const from = inside.findIndex(({ outline }) => outline === alone[0]);
    expect(inside.slice(from, from + alone.length).map(({ outline }) => outline)).toEqual(alone);
  });
});

test('every letter that a name may have is in the font', () => {
  const fonts = loadFonts();
  expect(letters.length).toBeGreaterThan(35);
  for (const weight of [500, 700, 800] as const)
    for (const line of entered)
      expect(fonts.typeface(weight).shape(line).missing, line).toBe(false);
});

test('every service, group, help line and district has its word in Urdu', () => {
  const groups = campaign.serviceGroups;
  expect(Object.keys(urdu.serviceGroups)).toEqual(groups.map(({ id }) => id));
  const services = groups.flatMap((group) => group.services);
  expect(Object.keys(urdu.services)).toEqual(services.map(({ id }) => id));
  const onBoard = services.filter(({ board }) => board !== undefined);
  expect(Object.keys(urdu.boardServices)).toEqual(onBoard.map(({ id }) => id));
  expect(new Set(Object.keys(urdu.helpLines))).toEqual(
    new Set(campaign.helpLines.map(({ number }) => number)),
  );
  expect(Object.keys(urdu.districts)).toHaveLength(75);
});

describe('a paragraph of Urdu', () => {
  const face = loadFonts().typeface(500);
  const { steps, fee, note } = urdu.copy.pamphlet;
  const widths = Array.from({ length: 60 }, (_, at) => 26 + at);
  const broken = [...steps, fee, note].flatMap((content) =>
    widths.map((widthMm) => breakLines(content, { face, sizeMm: 4.1, widthMm })),
  );

  test('keeps what is spelt letter by letter on one line, whatever its width', () => {
    const parts = /(?:^|\s)کیو$|^آر\s|آر$|(?:^|\s)ایف$/;
    expect(
      broken.flat().filter((line) => parts.test(line) && !/کیو آر کوڈ|ایف آئی آر/.test(line)),
    ).toEqual([]);
    expect(broken.flat().some((line) => line.includes('کیو آر کوڈ'))).toBe(true);
  });

  test('leaves no word alone on its last line where two have room', () => {
    const lone = broken.filter((lines) => lines.length > 1 && !lines.at(-1)?.includes(' '));
    expect(lone).toEqual([]);
  });
});
