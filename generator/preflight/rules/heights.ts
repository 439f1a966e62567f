import { hasTopLine } from '../../../campaigns/languages/typesetting/scripts.ts';
import { phrases } from '../../../campaigns/words/preflight-words.ts';
import type { Limits, NameGrid } from '../../artwork/artwork.ts';
import { legibleMm } from '../../artwork/legible.ts';
import { leastOnTwoLines } from '../../layout/text-fit.ts';
import type { Reading } from '../outline/reading.ts';
import { type Deviation, onPanels, type Rule } from './rule.ts';

/** Tolerance for rounding in the layout, as a share of the height. */
const slack = 0.001;

/** Letters as high as the distance asks for from which they are to be read, measured in the outlines from baseline to shirorekha. */
export const heights: Rule = {
  id: 'heights',
  check(press) {
    const { limits, sides } = press.expected;
    return onPanels(press, ({ readings, side, trim }) =>
      readings.flatMap((reading): Deviation[] => {
        const { part, text, heightMm } = reading;
        if (heightMm === undefined) return [];
        const leastMm = findLeast(reading, limits, sides[side]?.name, trim.top);
        if (heightMm >= leastMm * (1 - slack)) return [];
        return [
          {
            expected: phrases.leastHeight(part, phrases.mm(leastMm)),
            found: phrases.heightOf(phrases.mm(heightMm, leastMm), text),
            parts: [part],
          },
        ];
      }),
    );
  },
};

/** A name may fall below the usual height only when its ink would not keep inside at that height. */
function findLeast(
  reading: Reading,
  limits: Limits,
  grid: NameGrid | undefined,
  trimTop: number,
): number {
  const { part, text, edges, lines, heightMm = 0 } = reading;
  const least = legibleMm(text, limits.readFromM[part] ?? limits.readFromM.rest);
  if (part !== 'name' || grid === undefined || edges === undefined || heightMm === 0) return least;
  if (lines.length > 1) return leastOnTwoLines(grid);
  const grown = grid.idealHeightMm / heightMm;
  if (!hasTopLine(text)) {
    const room = grid.aboveMm + grid.belowMm;
    const hasRoom =
      (edges.right - edges.left) * grown <= grid.widthMm * nearly &&
      (edges.bottom - edges.top) * grown <= room * nearly;
    return hasRoom ? grid.idealHeightMm : grid.minHeightMm;
  }
  const shirorekha = trimTop + grid.shirorekhaMm;
  const wouldFit =
    (edges.right - edges.left) * grown <= grid.widthMm * nearly &&
    (shirorekha - edges.top) * grown <= grid.aboveMm &&
    (edges.bottom - shirorekha) * grown <= grid.belowMm * nearly;
  return wouldFit ? grid.idealHeightMm : grid.minHeightMm;
}

/** Overhang and rounding decide the last per cent. */
const nearly = 0.99;
