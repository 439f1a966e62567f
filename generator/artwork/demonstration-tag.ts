import type { Node } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { block, lineAt, measureInk } from './typeset.ts';

/** Says on every side of a demonstration what it is: white on key, as wide as its words; nothing on other campaigns. */
export function demonstrationTag(
  kit: Kit,
  at: { left: number; top: number; height: number; widthMm: number },
): Node[] {
  const notice = kit.campaign.demonstration?.notice.hi;
  if (notice === undefined) return [];
  const { left, top, height, widthMm } = at;
  const pad = height * 0.4;
  const one = measureInk(kit, notice, { heightMm: 1, weight: 800 });
  const heightMm = Math.min(height * 0.44, (widthMm - 2 * pad) / one.width);
  const middle = top + height / 2 + ((one.above - one.below) / 2) * heightMm;
  return [
    block(
      'key',
      { left, top, width: one.width * heightMm + 2 * pad, height, radius: height * 0.18 },
      'demonstration',
    ),
    lineAt(kit, notice, {
      x: left + pad,
      baseline: middle,
      heightMm,
      weight: 800,
      ink: 'paper',
      part: 'demonstration',
    }),
  ];
}
