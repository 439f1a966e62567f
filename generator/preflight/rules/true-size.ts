import { mm, onPages, type Rule } from './rule.ts';

const toleranceMm = 0.1;
/** Longest side of a page that viewers and RIPs take (ISO 32000-1, annex C). */
const longestPt = 14_400;

/** The trim is as large as artwork, or its sheet, and manifest say: nothing is scaled on the way to the press. */
export const trueSize: Rule = {
  id: 'true-size',
  check(press) {
    const { format, imposition } = press.expected.artwork;
    const { trimMm } = imposition ?? format;
    const { widthMm, heightMm } = press.entry;
    const deviations = onPages(press, (page) => {
      const found = [];
      const { width, height } = page.trimMm;
      if (
        Math.abs(width - trimMm.width) > toleranceMm ||
        Math.abs(height - trimMm.height) > toleranceMm
      ) {
        found.push({
          expected: `${trimMm.width} × ${trimMm.height} mm`,
          found: `${mm(width)} × ${mm(height)}`,
        });
      }
      const [left, bottom, right, top] = page.boxes.media ?? [0, 0, 0, 0];
      const longest = Math.max(right - left, top - bottom);
      if (longest > longestPt)
        found.push({ expected: `at most ${longestPt} pt a side`, found: `${longest} pt` });
      return found;
    });
    if (widthMm !== trimMm.width || heightMm !== trimMm.height) {
      deviations.push({
        expected: `${trimMm.width} × ${trimMm.height} mm in the manifest`,
        found: `${widthMm} × ${heightMm} mm`,
      });
    }
    return deviations;
  },
};
