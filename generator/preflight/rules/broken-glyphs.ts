import { onPages, type Rule } from './rule.ts';

/** No dotted circle and no .notdef anywhere. */
export const brokenGlyphs: Rule = {
  id: 'broken-glyphs',
  check: (press) =>
    onPages(press, (_, index) =>
      (press.broken[index] ?? []).map(({ part, glyph }) => ({
        expected: 'letters only',
        found: `${glyph} in ${part}`,
      })),
    ),
};
