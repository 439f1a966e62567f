import { mm, onPages, type Rule } from './rule.ts';

/** Stamped lines carry the font's own whole numbers; only their matrix is rounded. */
const stampedMm = 0.01;

/** The outlines of every text are those that HarfBuzz gives for the directory's name and the campaign's copy. */
export const outlines: Rule = {
  id: 'outlines',
  check(press) {
    const { unitsPerMm, trimMm } = press.expected.artwork.format;
    // Laid out text is written in tenths of a unit, and so is each glyph's place.
    const laidOutMm = 0.3 / unitsPerMm + trimMm.width * 1e-6;
    return onPages(press, (_, index) =>
      (press.readings[index] ?? []).flatMap(({ part, text, isStamped, deviationMm, found }) => {
        if (deviationMm <= (isStamped ? stampedMm : laidOutMm)) return [];
        const expected = text === '' ? `no more outlines in ${part}` : `${part} "${text}"`;
        return [
          {
            expected,
            found: Number.isFinite(deviationMm) ? `a point ${mm(deviationMm)} off` : found,
          },
        ];
      }),
    );
  },
};
