import type { Node } from '../../layout/node.ts';
import type { Kit } from '../artwork.ts';
import { inkUnits, lineAt } from '../typeset.ts';

/**
 * The headline on one line, as wide as its room: Nastaliq goes down as it goes on, and two lines of it would each be half
 * as large.
 */
export function headlineUrdu(
  kit: Kit,
  { left, right, top }: { left: number; right: number; top: number },
): Node {
  const content = kit.campaign.copy.headline.hi;
  const { above, width } = inkUnits(kit, content, 800);
  const heightMm = (right - left) / width;
  return lineAt(kit, content, {
    x: left,
    baseline: top + above * heightMm,
    heightMm,
    weight: 800,
    ink: 'navy',
    part: 'headline',
  });
}
