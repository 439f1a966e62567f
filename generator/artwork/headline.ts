import type { Node } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { demonstrationTag } from './demonstration-tag.ts';
import { appLockup, appLockupWidth, type LockupAt, lockups, policeAlone } from './lockup.ts';
import { largestStack, placeStack, stackedLines } from './stacked-lines.ts';
import { inkUnits } from './typeset.ts';

type HeadlineAt = {
  /** Where the app stands beside the first line: its left edge keeps to this where there is room. */
  appLeft?: number;
  left: number;
  top: number;
  width: number;
  height: number;
  mostMm: number;
  gapMm: number;
  tagMm: number;
};

/**
 * Police and app in one line over the headline; where that is one line too, they take half of the room it leaves. A first
 * line that is short leaves room beside it: there the app stands, larger.
 */
export function signsAndHeadline(
  kit: Kit,
  {
    lockup,
    ...at
  }: HeadlineAt & { lockup: Pick<LockupAt, 'top' | 'height'> & Partial<Pick<LockupAt, 'left'>> },
): Node[] {
  const beside = placeBeside(kit, at, lockup.height);
  if (beside !== undefined)
    return [
      ...policeAlone(kit, { left: at.left, ...lockup, right: at.left + at.width, ink: 'navy' }),
      ...headlineBlock(kit, at),
      ...appLockup(kit, { ...beside, left: at.left + at.width, ink: 'navy', anchor: 'right' }),
    ];
  const { spareMm } = headlineLines(kit, at);
  const larger = Math.min(mostLarger * lockup.height, spareMm / 2);
  const signs = { left: at.left, ...lockup, height: lockup.height + larger };
  const headline = { ...at, top: at.top + larger, height: at.height - larger };
  return [
    ...lockups(kit, { ...signs, right: at.left + at.width, ink: 'navy' }),
    ...headlineBlock(kit, headline),
  ];
}

/** The app beside the headline's first line, on its foot, where it is clearly larger there than over the headline. */
function placeBeside(
  kit: Kit,
  at: HeadlineAt,
  usual: number,
): { top: number; height: number } | undefined {
  const { hi } = kit.campaign.copy.headline;
  const { heightMm, lines } = placeStack(kit, hi, { ...at, ...headlineLines(kit, at).box });
  const [first, second] = lines;
  if (first === undefined || second === undefined) return undefined;
  const room = at.width - first.width - besideGap * heightMm;
  const units = appLockupWidth(kit);
  const most = Math.min(room / units, (first.baseline - at.top) / raised);
  const right = at.left + at.width;
  const aligned = at.appLeft === undefined ? Infinity : (right - at.appLeft) / units;
  const height = Math.min(
    most,
    aligned <= mostAligned * heightMm ? aligned : mostBeside * heightMm,
  );
  if (height < leastBeside * usual) return undefined;
  return { top: first.baseline - raised * height, height };
}

/** In heights of the headline's letters: room before the app, and how high it stands, as their matras do. */
const besideGap = 0.42;
const mostBeside = 1.3;
const mostAligned = 1.45;
/** Letters that reach under the lock-up keep to the foot of the headline's, away from the matras of the next line. */
const raised = 1.07;
/** In heights of the lock-up over the headline. */
const leastBeside = 1.02;

/** In heights of the lock-up. */
const mostLarger = 0.3;

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
  if (alone.heightMm < stack.heightMm) return { box: { height, mostLines: 3 }, spareMm: 0 };
  const { above, below } = inkUnits(kit, hi, 800);
  const spareMm = height - (above + below) * alone.heightMm;
  return { box: { height, mostLines: 1, mostMm: alone.heightMm }, spareMm };
}

function tagRoom({ campaign }: Kit, { tagMm, gapMm }: HeadlineAt): number {
  return campaign.demonstration === undefined ? 0 : tagMm + gapMm;
}
