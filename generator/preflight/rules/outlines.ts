import { phrases } from '../../../campaigns/words/preflight-words.ts';
import type { Reading } from '../outline/reading.ts';
import { type Deviation, mm, onPages, onPanels, type Rule } from './rule.ts';

/** Lines carry the font's own whole numbers; only their matrix is rounded. */
const outlineToleranceMm = 0.01;

/** The outlines of every text are those that HarfBuzz gives for the directory's name and the campaign's copy. */
export const outlines: Rule = {
  id: 'outlines',
  check: (press) => [
    ...onPanels(press, ({ readings }) => readings.flatMap(deviation)),
    ...onPages(press, (_, index) => (press.slugs[index] ?? []).flatMap(deviation)),
  ],
};

function deviation({ part, text, deviationMm, found }: Reading): Deviation[] {
  if (deviationMm <= outlineToleranceMm) return [];
  return [
    {
      expected: text === '' ? `no more outlines in ${part}` : `${part} "${text}"`,
      found: Number.isFinite(deviationMm) ? `a point ${mm(deviationMm)} off` : found,
      parts: text === '' ? [] : [part],
    },
  ];
}

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

/** Every mark carries the tag of a part of its side: nothing is there that no template put there. */
export const knownParts: Rule = {
  id: 'parts',
  check: (press) =>
    onPanels(press, ({ marks, side }) => {
      const known = press.expected.sides[side]?.parts;
      const strange = new Set(marks.map(({ part }) => part).filter((part) => !known?.has(part)));
      return [...strange].map((part) => ({
        expected: phrases.knownParts,
        found: part === null ? phrases.untagged : phrases.part(part),
      }));
    }),
};
