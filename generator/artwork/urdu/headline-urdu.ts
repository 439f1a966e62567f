import type { Node } from '../../layout/node.ts';
import type { Kit } from '../artwork.ts';
import { demonstrationTag } from '../demonstration-tag.ts';
import { inkUnits, lineAt } from '../typeset.ts';

/**
 * The headline on one line, as wide as its room: Nastaliq goes down as it goes on, and two lines of it would each be half
 * as large. A demonstration's tag takes its place from it where it has a height.
 */
export function headlineUrdu(
  kit: Kit,
  at: { left: number; right: number; top: number; tagMm?: number; gapMm?: number },
): Node[] {
  const { left, right, top, tagMm = 0, gapMm = 0 } = at;
  const content = kit.campaign.copy.headline.hi;
  const { above, below, width } = inkUnits(kit, content, 800);
  const widest = (right - left) / width;
  const tag = kit.campaign.demonstration === undefined ? 0 : tagMm + gapMm;
  const heightMm = widest - tag / (above + below);
  return [
    lineAt(kit, content, {
      x: left,
      baseline: top + above * heightMm,
      heightMm,
      weight: 800,
      ink: 'navy',
      part: 'headline',
    }),
    ...(tagMm === 0
      ? []
      : demonstrationTag(kit, {
          left,
          top: top + (above + below) * widest - tagMm,
          height: tagMm,
          width: right - left,
        })),
  ];
}
