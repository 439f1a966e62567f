import type { Node } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { largestStack, stackedLines } from './stacked-lines.ts';
import { block } from './typeset.ts';

/** Says on every side of a demonstration what it is: white on key, as wide as its words; nothing on other campaigns. */
export function demonstrationTag(
  kit: Kit,
  {
    left,
    top,
    height,
    width,
    gapMm = 0.06 * height,
  }: { left: number; top: number; height: number; width: number; gapMm?: number },
): Node[] {
  const notice = kit.campaign.demonstration?.notice.hi;
  if (notice === undefined) return [];
  const pad = 0.18 * Math.min(height, width * 0.3);
  const words = {
    width: width - 2 * pad,
    height: height - 2 * pad,
    mostLines: 2,
    gapMm,
  };
  const { widest, heightMm } = largestStack(kit, notice, words);
  return [
    block(
      'key',
      { left, top, width: widest * heightMm + 2 * pad, height, radius: pad * 0.9 },
      'tag',
    ),
    ...stackedLines(kit, notice, {
      ...words,
      x: left + pad,
      top: top + pad,
      ink: 'paper',
      part: 'demonstration',
    }),
  ];
}
