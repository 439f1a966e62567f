import { figure, phrases } from '../../../campaigns/words/preflight-words.ts';
import { groundUnder } from '../panel.ts';
import type { Mark } from '../reader/content.ts';
import { type Deviation, mm, onPages, onPanels, type Rule } from './rule.ts';

const frameSlackMm = 0.03;

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
      const near = (a: number, b: number) => Math.abs(a - b) <= frameSlackMm;
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
        return thickest >= leastMm - frameSlackMm
          ? []
          : [
              {
                expected: `a frame of ${mm(leastMm)} in key at the ${edge} edge`,
                found: phrases.mm(thickest, leastMm),
              },
            ];
      });
    });
  },
};

/** How much lighter than its ground a text is when it counts as reversed, in inks together. */
const reversedBy = 0.4;
const strokeSlackMm = 0.002;

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
        if (strokeMm !== undefined && strokeMm < leastStroke - strokeSlackMm) {
          deviations.push({
            expected: `a shirorekha of at least ${mm(leastStroke)} in ${part} "${text}"`,
            found: phrases.mm(strokeMm, leastStroke),
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
            found: `${figure(points, reversedPoints)} pt`,
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

/** Below the first a dot does not hold on newsprint, above the second it closes; a solid is a solid. */
const leastTone = 0.05;
const mostTone = 0.95;
const toneSlack = 0.0005;

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
        const expected = findBrokenTone(mark, newsprint.mono);
        if (expected === undefined) continue;
        const percent = (mark.inks ?? []).map((ink) => Math.round(ink * 1000) / 10).join(' ');
        const where = `${percent} in ${mark.part ?? 'no part'}`;
        found.set(`${expected} ${where}`, { expected, found: where });
      }
      return [...found.values()];
    });
  },
};

function findBrokenTone({ inks }: Mark, mono: boolean): string | undefined {
  if (inks === null) return undefined;
  const [c, m, y, k] = inks;
  const colours = [c, m, y];
  if (mono && colours.some((ink) => ink > 0)) return 'key alone';
  if (k > mostTone + toneSlack && colours.some((ink) => ink > 0)) return 'key above 95 % by itself';
  const isTone = (ink: number) =>
    ink === 0 || ink === 1 || (ink >= leastTone - toneSlack && ink <= mostTone + toneSlack);
  return inks.every(isTone) ? undefined : 'tones from 5 to 95 %, or solids';
}
