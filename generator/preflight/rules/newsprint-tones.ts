import type { Mark } from '../reader/content.ts';
import { onPages, type Rule } from './rule.ts';

/** Below the first a dot does not hold on newsprint, above the second it closes; a solid is a solid. */
const leastTone = 0.05;
const mostTone = 0.95;
const slack = 0.0005;

/**
 * Inks that a newspaper's press can lay down: no ink, a tone from 5 to 95 %, or a solid; key above 95 % only by itself.
 * Work in one ink has key alone.
 */
export const newsprintTones: Rule = {
  id: 'newsprint-tones',
  check(press) {
    const { newsprint } = press.expected.limits;
    if (newsprint === undefined) return [];
    return onPages(press, ({ marks }) => {
      const found = new Map<string, { expected: string; found: string }>();
      for (const mark of marks) {
        const expected = broken(mark, newsprint.mono);
        if (expected === undefined) continue;
        const percent = (mark.inks ?? []).map((ink) => Math.round(ink * 1000) / 10).join(' ');
        const where = `${percent} in ${mark.part ?? 'no part'}`;
        found.set(`${expected} ${where}`, { expected, found: where });
      }
      return [...found.values()];
    });
  },
};

function broken({ inks }: Mark, mono: boolean): string | undefined {
  if (inks === null) return undefined;
  const [c, m, y, k] = inks;
  const colours = [c, m, y];
  if (mono && colours.some((ink) => ink > 0)) return 'key alone';
  if (k > mostTone + slack && colours.some((ink) => ink > 0)) return 'key above 95 % by itself';
  const isTone = (ink: number) =>
    ink === 0 || ink === 1 || (ink >= leastTone - slack && ink <= mostTone + slack);
  return inks.every(isTone) ? undefined : 'tones from 5 to 95 %, or solids';
}
