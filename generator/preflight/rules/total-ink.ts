import { onPages, type Rule } from './rule.ts';

/** Limit of coated stock and flex before ink smears, in per cent of the four inks together; newsprint takes less. */
const coatedPercent = 300;

/** Total ink of every fill and stroke; graphics states could let inks add up, so that none is allowed. */
export const totalInk: Rule = {
  id: 'total-ink',
  check(press) {
    const mostPercent = press.expected.limits.newsprint?.mostInkPercent ?? coatedPercent;
    return onPages(press, ({ marks, notables }) => {
      const most = new Map<string, number>();
      for (const { part, inks } of marks) {
        // Marks are outside the bleed, and on every plate so that these can be laid on each other.
        if (part === 'marks') continue;
        const percent = Math.round((inks ?? []).reduce((sum, ink) => sum + ink, 0) * 1000) / 10;
        const key = part ?? 'no part';
        if (percent > mostPercent) most.set(key, Math.max(percent, most.get(key) ?? 0));
      }
      const states = notables.filter(({ operator }) => operator === 'gs');
      return [
        ...[...most].map(([part, percent]) => ({
          expected: `at most ${mostPercent} % of ink`,
          found: `${percent} % in ${part}`,
        })),
        ...states.map(({ about }) => ({
          expected: 'opaque fills',
          found: `the graphics state ${about}`,
        })),
      ];
    });
  },
};
