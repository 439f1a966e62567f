import type { Box, Shape } from '../../layout/drawing.ts';
import { column, type Node } from '../../layout/node.ts';
import type { Imprint, Kit, NameGrid, Page, StampKit } from '../artwork.ts';
import { ground, stampStation } from '../family.ts';
import { footLine } from '../foot-line.ts';
import { appLockup, policeLockup } from '../lockup.ts';
import { phoneHeight, phoneWidth } from '../phone.ts';
import { inkUnits, lineAt } from '../typeset.ts';
import { questionsAndPhone, uprightScale } from '../upright.ts';

const codeUnits = 67.2;
const districtUnits = 3.25;
/** No district's ink is higher over its baseline. */
const districtAboveUnits = 2.4 * districtUnits;

/**
 * The upright side for Urdu before it is mirrored, from the pamphlet to the newspaper: the same signs in units of A5, with the headline on one line and
 * the room over and under each line that Nastaliq takes.
 */
export function uprightUrduFace(
  id: Page['id'],
  trimMm: { width: number; height: number },
  bleedMm: number,
): Page {
  const { u, leastNameMm } = uprightScale(trimMm.width);
  const left = 8 * u;
  const right = trimMm.width - left;
  const footTop = trimMm.height - 35 * u;
  const footBaseline = trimMm.height - 7.8 * u;
  const codeMm = codeUnits * u;
  /** The phone stands on the foot. */
  const phoneAt = {
    left: right - phoneWidth * codeMm,
    top: footTop + 1.5 * u - phoneHeight * codeMm,
    codeMm,
  };
  const name: NameGrid = {
    widthMm: right - left,
    shirorekhaMm: footTop + 6.2 * u,
    aboveMm: 3.7 * u,
    belowMm: footBaseline - (districtAboveUnits + 0.85) * u - (footTop + 6.2 * u),
    idealHeightMm: 8 * u,
    minHeightMm: leastNameMm,
    gapMm: 0.8 * u,
  };

  const tree = (kit: Kit): Node => {
    const lockup = { top: 7 * u, height: 15 * u, ink: 'navy' } as const;
    const content = kit.campaign.copy.headline.hi;
    const { above, width } = inkUnits(kit, content, 800);
    const heightMm = (right - left) / width;
    return column({ ...trimMm }, [
      ...ground(trimMm, { bleedMm, footTop }),
      ...policeLockup(kit, { left, ...lockup }),
      ...appLockup(kit, { left: right, ...lockup, anchor: 'right' }),
      lineAt(kit, content, {
        x: left,
        baseline: 25.5 * u + above * heightMm,
        heightMm,
        weight: 800,
        ink: 'navy',
        part: 'headline',
      }),
      ...questionsAndPhone(kit, { left, right, footTop, u, phoneAt }),
      ...footLine(kit, { left, right, baseline: footBaseline, heightMm: districtUnits * u }),
    ]);
  };

  const stamp = (slots: ReadonlyMap<string, Box>, imprint: Imprint, kit: StampKit): Shape[] =>
    stampStation(slots, imprint, kit, {
      grid: name,
      districtMm: districtUnits * u,
      districtAboveMm: districtAboveUnits * u,
      link: 2.3 * u,
    });

  return { id, name, tree, stamp };
}
