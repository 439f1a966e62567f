import type { Reading } from '../outline/reading.ts';
import { type Deviation, mm, onPages, onPanels, type Rule } from './rule.ts';

/** Lines carry the font's own whole numbers; only their matrix is rounded. */
const toleranceMm = 0.01;

/** The outlines of every text are those that HarfBuzz gives for the directory's name and the campaign's copy. */
export const outlines: Rule = {
  id: 'outlines',
  check: (press) => [
    ...onPanels(press, ({ readings }) => readings.flatMap(deviation)),
    ...onPages(press, (_, index) => (press.slugs[index] ?? []).flatMap(deviation)),
  ],
};

function deviation({ part, text, deviationMm, found }: Reading): Deviation[] {
  if (deviationMm <= toleranceMm) return [];
  return [
    {
      expected: text === '' ? `no more outlines in ${part}` : `${part} "${text}"`,
      found: Number.isFinite(deviationMm) ? `a point ${mm(deviationMm)} off` : found,
      parts: text === '' ? [] : [part],
    },
  ];
}
