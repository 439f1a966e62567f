import { phrases } from '../../../campaigns/words/preflight-words.ts';
import { groundUnder } from '../ground.ts';
import type { Mark } from '../reader/content.ts';
import { type Deviation, mm, onPanels, type Rule } from './rule.ts';

/** How much lighter than its ground a text is when it counts as reversed, in inks together. */
const reversedBy = 0.4;
const slackMm = 0.002;

/** Text that newsprint holds: a shirorekha thick enough, and no small light text on dark, whose matras fill in. */
export const newsprintText: Rule = {
  id: 'newsprint-text',
  check(press) {
    const { newsprint } = press.expected.limits;
    if (newsprint === undefined) return [];
    const { strokeMm: leastStroke, reversedPoints } = newsprint;
    return onPanels(press, ({ marks, readings }) => {
      const texts = new Set<string | null>(readings.map(({ part }) => part));
      return readings.flatMap(({ part, text, edges, strokeMm, points }): Deviation[] => {
        const deviations: Deviation[] = [];
        if (strokeMm !== undefined && strokeMm < leastStroke - slackMm) {
          deviations.push({
            expected: `a shirorekha of at least ${mm(leastStroke)} in ${part} "${text}"`,
            found: phrases.mm(strokeMm),
            parts: [part],
          });
        }
        if (edges === undefined || points === undefined || points >= reversedPoints)
          return deviations;
        const at = marks.findIndex((mark) => mark.part === part);
        const ground = groundUnder(
          marks.slice(0, at).filter((mark) => !texts.has(mark.part)),
          edges,
        );
        const own = marks[at];
        if (
          own !== undefined &&
          ground !== undefined &&
          sumInk(ground) - sumInk(own) > reversedBy
        ) {
          deviations.push({
            expected: `reversed text of at least ${reversedPoints} pt in ${part} "${text}"`,
            found: `${points.toFixed(1)} pt`,
            parts: [part],
          });
        }
        return deviations;
      });
    });
  },
};

function sumInk({ inks }: Mark): number {
  return (inks ?? []).reduce((sum, ink) => sum + ink, 0);
}
