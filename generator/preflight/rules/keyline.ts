import { phrases } from '../../../campaigns/words/preflight-words.ts';
import { mm, onPanels, type Rule } from './rule.ts';

const slackMm = 0.03;

/** A frame in key along all four edges, by which an advertisement is set apart from its neighbours. */
export const keyline: Rule = {
  id: 'keyline',
  check(press) {
    const leastMm = press.expected.limits.newsprint?.keylineMm;
    if (leastMm === undefined) return [];
    return onPanels(press, ({ marks, trim: { left, top, right, bottom } }) => {
      const lines = marks.filter(
        ({ part, inks }) => part === 'keyline' && inks?.join(' ') === '0 0 0 1',
      );
      const near = (a: number, b: number) => Math.abs(a - b) <= slackMm;
      const thickness: [string, number[]][] = [
        [
          'upper',
          lines.flatMap(({ edges: e }) =>
            near(e.top, top) && near(e.left, left) && near(e.right, right)
              ? [e.bottom - e.top]
              : [],
          ),
        ],
        [
          'lower',
          lines.flatMap(({ edges: e }) =>
            near(e.bottom, bottom) && near(e.left, left) && near(e.right, right)
              ? [e.bottom - e.top]
              : [],
          ),
        ],
        [
          'left',
          lines.flatMap(({ edges: e }) =>
            near(e.left, left) && near(e.top, top) && near(e.bottom, bottom)
              ? [e.right - e.left]
              : [],
          ),
        ],
        [
          'right',
          lines.flatMap(({ edges: e }) =>
            near(e.right, right) && near(e.top, top) && near(e.bottom, bottom)
              ? [e.right - e.left]
              : [],
          ),
        ],
      ];
      return thickness.flatMap(([edge, found]) => {
        const thickest = Math.max(0, ...found);
        return thickest >= leastMm - slackMm
          ? []
          : [
              {
                expected: `a frame of ${mm(leastMm)} in key at the ${edge} edge`,
                found: phrases.mm(thickest),
              },
            ];
      });
    });
  },
};
