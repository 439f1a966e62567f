import type { Node } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { demonstrationTag } from './demonstration-tag.ts';
import {
  appLockup,
  appLockupWidth,
  bestHeight,
  type LockupAt,
  lockups,
  policeLine,
} from './lockup.ts';
import { largestStack, stackBaselines, stackedLines } from './stacked-lines.ts';
import { inkUnits } from './typeset.ts';

type HeadlineAt = {
  left: number;
  top: number;
  width: number;
  height: number;
  mostMm: number;
  gapMm: number;
  tagMm: number;
  /** A line from edge to edge is taken for two where it is no lower than this. */
  leastAloneMm?: number;
};

/**
 * Police and app in one line over the headline; where that is one line too, they take half of the room it leaves. Where
 * its first line is short and high, the app stands beside it, and the police alone over both.
 */
export function signsAndHeadline(
  kit: Kit,
  {
    lockup,
    ...at
  }: HeadlineAt & { lockup: Pick<LockupAt, 'top' | 'height'> & Partial<Pick<LockupAt, 'left'>> },
): Node[] {
  const { spareMm } = headlineLines(kit, at);
  const most = lockup.height + Math.min(mostLarger * lockup.height, spareMm / 2);
  const height = bestHeight(kit, { width: at.width, least: mostSmaller * lockup.height, most });
  const larger = Math.max(0, height - lockup.height);
  const headline = { ...at, top: at.top + larger, height: at.height - larger };
  const right = at.left + at.width;
  const signs = { left: at.left, ...lockup, right, ink: 'navy' } as const;
  const beside = besideFirstLine(kit, headline);
  const appMm = Math.min(besideShare * beside.height, beside.width / appLockupWidth(kit));
  return [
    ...(appMm < lockup.height
      ? lockups(kit, { ...signs, height })
      : [
          ...policeLine(kit, signs),
          ...appLockup(kit, {
            ...{ left: right, anchor: 'right', ink: 'navy' },
            ...{ top: beside.middle - appMm / 2, height: appMm },
          }),
        ]),
    ...headlineBlock(kit, headline),
  ];
}

/** Height of the app's lock-up beside the headline, in heights of its letters. */
const besideShare = 0.95;

/** Room that the first of several lines leaves at its right, and the height and middle of its letters. */
function besideFirstLine(
  kit: Kit,
  at: HeadlineAt,
): { width: number; height: number; middle: number } {
  const box = { ...at, ...headlineLines(kit, at).box };
  const { hi } = kit.campaign.copy.headline;
  const { lines, heightMm } = largestStack(kit, hi, box);
  const [first] = stackBaselines(kit, lines, { ...box, heightMm });
  const used = inkUnits(kit, lines[0] ?? '', 800).width * heightMm + 0.3 * heightMm;
  return lines.length < 2 || first === undefined
    ? { width: 0, height: 0, middle: 0 }
    : { width: at.width - used, height: heightMm, middle: first - heightMm / 2 };
}

/** In heights of the lock-up. */
const mostLarger = 0.3;
const mostSmaller = 0.93;

/** The headline on one to three lines, as large as its box allows; a demonstration's tag takes its own place below it. */
export function headlineBlock(kit: Kit, at: HeadlineAt): Node[] {
  const bottom = at.top + at.height;
  return [
    ...stackedLines(kit, kit.campaign.copy.headline.hi, {
      ...at,
      x: at.left,
      ...headlineLines(kit, at).box,
      ink: 'navy',
      part: 'headline',
    }),
    ...demonstrationTag(kit, { ...at, top: bottom - at.tagMm, height: at.tagMm }),
  ];
}

function headlineLines(kit: Kit, at: HeadlineAt) {
  const { hi } = kit.campaign.copy.headline;
  const height = at.height - tagRoom(kit, at);
  const stack = largestStack(kit, hi, { ...at, height, mostLines: 3 });
  const alone = largestStack(kit, hi, { ...at, height, mostLines: 1, mostMm: Infinity });
  const least = Math.max(leastAlone * stack.heightMm, at.leastAloneMm ?? stack.heightMm);
  if (alone.heightMm < Math.min(stack.heightMm, least))
    return { box: { height, mostLines: 3 }, spareMm: 0 };
  const { above, below } = inkUnits(kit, hi, 800);
  const spareMm = height - (above + below) * alone.heightMm;
  return { box: { height, mostLines: 1, mostMm: alone.heightMm }, spareMm };
}

/** A line from edge to edge reads faster than two that are this much larger. */
const leastAlone = 0.72;

function tagRoom({ campaign }: Kit, { tagMm, gapMm }: HeadlineAt): number {
  return campaign.demonstration === undefined ? 0 : tagMm + gapMm;
}
