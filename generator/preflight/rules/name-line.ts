import { hasTopLine } from '../../../campaigns/languages/typesetting/scripts.ts';
import { phrases } from '../../../campaigns/words/preflight-words.ts';
import { mm, onPanels, type Rule } from './rule.ts';

/** Rounding error of a matrix with three decimals. */
const toleranceMm = 0.1;

/** The shirorekha of all stations runs at one height, so that a row of boards is one line. */
export const shirorekha: Rule = {
  id: 'shirorekha',
  check: (press) =>
    onPanels(press, ({ readings, side, trim }) => {
      const grid = press.expected.sides[side]?.name;
      const name = readings.find(({ part }) => part === 'name');
      const found = name?.shirorekhaMm;
      if (grid === undefined || name === undefined || found === undefined) return [];
      // Urdu has none.
      if (!hasTopLine(name.text)) return [];
      const offMm = Math.abs(found - trim.top - grid.shirorekhaMm);
      if (offMm <= toleranceMm) return [];
      return [
        {
          expected: `the shirorekha of the name ${mm(grid.shirorekhaMm)} from the upper edge`,
          found: phrases.mm(found - trim.top),
        },
      ];
    }),
};

/**
 * A name in Urdu is in the middle of its room by its ink, and its first letter at the right edge: it has no shirorekha by
 * which a row of boards could be hung.
 */
export const urduName: Rule = {
  id: 'urdu-name',
  check: (press) =>
    onPanels(press, ({ readings, side, trim }) => {
      const grid = press.expected.sides[side]?.name;
      const name = readings.find(({ part }) => part === 'name');
      if (grid === undefined || name?.edges === undefined || hasTopLine(name.text)) return [];
      const middle = grid.shirorekhaMm + (grid.belowMm - grid.aboveMm) / 2;
      const found = (name.edges.top + name.edges.bottom) / 2 - trim.top;
      if (Math.abs(found - middle) <= toleranceMm) return [];
      return [
        {
          expected: `the name's middle ${mm(middle)} from the upper edge`,
          found: phrases.mm(found),
        },
      ];
    }),
};
