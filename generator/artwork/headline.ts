import type { Node } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { demonstrationTag } from './demonstration-tag.ts';
import { type LockupAt, lockups, lockupsBeside } from './lockup.ts';
import { largestStack, stackedLines } from './stacked-lines.ts';
import { inkUnits } from './typeset.ts';

type HeadlineAt = {
  left: number;
  top: number;
  width: number;
  height: number;
  mostMm: number;
  gapMm: number;
  tagMm: number;
};

/**
 * Police and app over the headline; where its first line is short, the app's sign takes the room beside it and is as large
 * as that.
 */
export function signsAndHeadline(
  kit: Kit,
  {
    lockup,
    ...at
  }: HeadlineAt & { lockup: Pick<LockupAt, 'top' | 'height'> & Partial<Pick<LockupAt, 'left'>> },
): Node[] {
  const signs = { left: at.left, ...lockup, right: at.left + at.width, ink: 'navy' } as const;
  const { hi } = kit.campaign.copy.headline;
  const { lines, heightMm } = largestStack(kit, hi, {
    ...{ ...at, height: at.height - tagRoom(kit, at), mostLines: 3 },
  });
  const [first = '', ...others] = lines;
  const { above, width } = inkUnits(kit, first, 800);
  const room = {
    width: at.width - (width + 0.5) * heightMm,
    height: at.top + above * heightMm - lockup.top,
  };
  const beside = others.length === 0 ? undefined : lockupsBeside(kit, signs, room);
  return [...(beside ?? lockups(kit, signs)), ...headlineBlock(kit, at)];
}

/** The headline on one to three lines, as large as its box allows; a demonstration's tag takes its own place below it. */
export function headlineBlock(kit: Kit, at: HeadlineAt): Node[] {
  const bottom = at.top + at.height;
  return [
    ...stackedLines(kit, kit.campaign.copy.headline.hi, {
      ...at,
      x: at.left,
      height: at.height - tagRoom(kit, at),
      mostLines: 3,
      ink: 'navy',
      part: 'headline',
    }),
    ...demonstrationTag(kit, { ...at, top: bottom - at.tagMm, height: at.tagMm }),
  ];
}

function tagRoom({ campaign }: Kit, { tagMm, gapMm }: HeadlineAt): number {
  return campaign.demonstration === undefined ? 0 : tagMm + gapMm;
}
