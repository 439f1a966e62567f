import type { InkName } from '../ink/palette.ts';
import type { Node } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { demonstrationTag } from './demonstration-tag.ts';
import { bestHeight, type LockupAt, lockups } from './lockup.ts';
import { largestStack, stackedLines } from './stacked-lines.ts';
import { inkUnits, lineAt } from './typeset.ts';

interface HeadlineAt {
  left: number;
  top: number;
  width: number;
  height: number;
  mostMm: number;
  gapMm: number;
  tagMm: number;
  /** A line from edge to edge is taken for two where it is no lower than this. */
  leastAloneMm?: number;
}

/** Police and app in one line over the headline; where that is one line too, they take half of the room it leaves. */
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
  const signs = { left: at.left, ...lockup, height };
  const headline = { ...at, top: at.top + larger, height: at.height - larger };
  const beside = roomBeside(kit, headline);
  return [
    ...lockups(kit, { ...signs, right: at.left + at.width, beside, ink: 'navy' }),
    ...headlineBlock(kit, headline),
  ];
}

/** Width that the first of several lines leaves at its right. */
function roomBeside(kit: Kit, at: HeadlineAt): number {
  const { hi } = kit.campaign.copy.headline;
  const { lines, heightMm } = largestStack(kit, hi, { ...at, ...headlineLines(kit, at).box });
  const [first = ''] = lines;
  if (lines.length < 2) return 0;
  return at.width - inkUnits(kit, first, 800).width * heightMm - at.gapMm;
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

/** Lines of the headline from edge to edge, the shorter one larger, so that they are one block in the room between police and services. */
export function wholeHeadline(
  kit: Kit,
  at: {
    left: number;
    width: number;
    top: number;
    roomMm: number;
    gapMm: number;
    mostMm: number;
    ink?: InkName;
    /** Two lines, a phrase each, may be smaller than three pieces by this. */
    leastOnTwo?: number;
  },
): Node[] {
  const { left, width, roomMm, gapMm, mostMm, ink = 'navy', leastOnTwo = 1 } = at;
  const { hi } = kit.campaign.copy.headline;
  const room = { width, height: roomMm, gapMm };
  const two = largestStack(kit, hi, { ...room, mostLines: 2 });
  const three = largestStack(kit, hi, { ...room, mostLines: 3 });
  const { lines } = two.heightMm < leastOnTwo * three.heightMm ? three : two;
  const inks = lines.map((line) => inkUnits(kit, line, 800));
  const wide = inks.map((ink) => Math.min(mostMm, width / ink.width));
  const alike = wide.map((heightMm) => Math.min(heightMm, mostUnlike * Math.min(...wide)));
  const reach = (heights: readonly number[]) =>
    inks.reduce((sum, { above, below }, at) => sum + (above + below) * (heights[at] ?? 0), 0);
  const gaps = (lines.length - 1) * gapMm;
  const scale = Math.min(1, (roomMm - gaps) / reach(alike));
  const heights = alike.map((heightMm) => heightMm * scale);
  const spare = roomMm - gaps - reach(heights);
  let top = at.top + share.over * spare;
  return lines.map((line, at) => {
    const { above = 0, below = 0 } = inks[at] ?? {};
    const heightMm = heights[at] ?? 0;
    const baseline = top + above * heightMm;
    top = baseline + below * heightMm + gapMm + (share.between * spare) / (lines.length - 1);
    return lineAt(kit, line, {
      x: left,
      baseline,
      heightMm,
      weight: 800,
      ink,
      part: 'headline',
    });
  });
}

const mostUnlike = 1.2;
/** Of the height that the lines leave. */
const share = { over: 0.5, between: 0.15 };
