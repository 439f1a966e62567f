import { isUrdu } from '../../campaigns/languages/typesetting/bidi-runs.ts';
import type { InkName } from '../ink/palette.ts';
import { emblem, type Node, row, type Weight } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { largestStack, stackedLines } from './stacked-lines.ts';
import { block, inkUnits, lineAt, middleLine } from './typeset.ts';

/** A lock-up is drawn in units of its height: the emblem or the tile is one high, the lines hang to its right. */
export interface LockupAt {
  left: number;
  top: number;
  height: number;
  ink: InkName;
  shares?: Shares;
}

/** Heights of the two lines, in heights of the lock-up. */
interface Shares {
  name: number;
  line: number;
}

const gap = 0.18;
const usual: Shares = { name: 0.34, line: 0.195 };
/** Room between two lock-ups in one line. */
const between = 0.45;

/**
 * Police and app in one line, from left to right; long names are set smaller until the lock-ups keep apart.
 * @param beside width that is free at the right under the line: where the app's lock-up fits it without making names smaller, it is larger and hangs down there
 */
export function lockups(
  kit: Kit,
  { left, right, beside = 0, ...at }: Omit<LockupAt, 'shares'> & { right: number; beside?: number },
): Node[] {
  const room = { width: right - left, height: at.height };
  const shares = shareBeside(kit, room);
  const larger = Math.min(mostHanging, beside / appLockupWidth(kit, shares) / at.height);
  const then = shareBeside(kit, room, larger);
  const hangs = larger > leastHanging && then.name === shares.name && then.line === shares.line;
  return [
    ...policeLockup(kit, { left, ...at, shares }),
    ...appLockup(kit, {
      left: right,
      ...at,
      shares,
      anchor: 'right',
      ...(hangs ? { height: larger * at.height } : {}),
    }),
  ];
}

/** Height of the app's lock-up that hangs down, in heights of the line. */
const mostHanging = 1.5;
const leastHanging = 1.15;

/** The height from `least` to `most` at which the names of both are largest: taller signs leave narrow pieces less room for them. */
export function bestHeight(
  kit: Kit,
  { width, least, most }: { width: number; least: number; most: number },
): number {
  const heights = Array.from({ length: 9 }, (_, step) => least + ((most - least) * step) / 8);
  const nameMm = (height: number) => height * shareBeside(kit, { width, height }).name;
  return heights.reduce((best, height) => (nameMm(height) > nameMm(best) ? height : best));
}

/** Heights of the lines of both where they are in one line: no line of one reaches a line of the other. */
function shareBeside(
  kit: Kit,
  { width, height }: { width: number; height: number },
  appShare = 1,
): Shares {
  const { copy, app: own } = kit.campaign;
  const units = (text: string, weight: Weight) => inkUnits(kit, text, weight).width;
  const owner = units(copy.state.hi, 800);
  const appName = units(own.nameHi, 800);
  const motto = copy.motto === undefined ? 0 : units(copy.motto.hi, 700);
  const free = units(copy.free.hi, 700);
  const signs = emblemAspect + gap + (1 + gap) * appShare;
  const app = appName * appShare;
  const appLine = free * appShare;
  const room = width / height - signs - between;
  // A lock-up is as wide as the wider of its two lines, and no lower line is larger than its name.
  const line = Math.min(usual.line, room / (motto + appLine));
  const beside = Math.min(
    usual.name,
    room / (owner + app),
    (room - appLine * line) / owner,
    (room - motto * line) / app,
  );
  const alike = room / (Math.max(owner, motto) + Math.max(app, appLine));
  return { line, name: beside < line ? Math.min(line, alike) : beside };
}

export function policeEmblem({
  left,
  top,
  height,
}: Pick<LockupAt, 'left' | 'top' | 'height'>): Node {
  const width = height * emblemAspect;
  return row({ position: 'absolute', left, top, width, height }, [
    emblem({ width, height, part: 'emblem' }),
  ]);
}

/** Emblem, the police's name and their motto; a name without a motto is in the middle. */
export function policeLockup(kit: Kit, at: LockupAt): Node[] {
  const { left, height } = at;
  return [
    policeEmblem(at),
    ...twoLines(kit, at, {
      x: left + height * (emblemAspect + gap),
      first: { text: kit.campaign.copy.state.hi, part: 'owner' },
      second: { text: kit.campaign.copy.motto?.hi ?? '', part: 'motto' },
    }),
  ];
}

/** Emblem and the police's name, as large as it is in the box on one line or more. */
export function policeSign(
  kit: Kit,
  { left, top, width, height, ink }: LockupAt & { width: number },
): Node[] {
  const x = left + height * (emblemAspect + gap);
  return [
    policeEmblem({ left, top, height }),
    ...stackedLines(kit, kit.campaign.copy.state.hi, {
      x,
      top,
      width: left + width - x,
      height,
      mostLines: 3,
      gapMm: 0.06 * height,
      ink,
      part: 'owner',
    }),
  ];
}

/** Width of the app's lock-up in heights of it. */
export function appLockupWidth(kit: Kit, shares = usual): number {
  const { app, copy } = kit.campaign;
  const [upper, lower] = places(kit, { height: 1, shares }, [app.nameHi, copy.free.hi]);
  const widest = Math.max(
    inkUnits(kit, app.nameHi, 800).width * upper.heightMm,
    inkUnits(kit, copy.free.hi, 700).width * lower.heightMm,
  );
  return 1 + gap + widest;
}

/** The app's tile, its name in Devanagari and that it is free. */
export function appLockup(kit: Kit, at: LockupAt & { anchor?: 'left' | 'right' }): Node[] {
  const { height, top, anchor = 'left', shares } = at;
  const { app, copy } = kit.campaign;
  const left = anchor === 'left' ? at.left : at.left - height * appLockupWidth(kit, shares);
  return [
    ...appTile(kit, { left, top, height }),
    ...twoLines(kit, at, {
      x: left + height * (1 + gap),
      first: { text: app.nameHi, part: 'app-name' },
      second: { text: copy.free.hi, part: 'free' },
    }),
  ];
}

/** The square by which the app is known on the phone: its name, a word a line. */
export function appTile(
  kit: Kit,
  {
    left,
    top,
    height,
    ground = 'navy',
  }: { left: number; top: number; height: number; ground?: 'navy' | 'marigold' },
) {
  const { name: appName, tile = appName } = kit.campaign.app;
  const words = tile.split(' ');
  const box = {
    width: 0.74 * height,
    height: 0.76 * height,
    mostMm: (words.length === 1 ? 0.36 : 0.27) * height,
    gapMm: 0.06 * height,
    mostLines: 2,
  };
  const isSmall = largestStack(kit, tile, box).heightMm < leastTile * height;
  const initials = words.map(([first = '']) => first).join('');
  return [
    block(ground, { left, top, width: height, height, radius: 0.23 * height }, 'tile'),
    ...stackedLines(kit, isSmall ? initials.slice(0, 3) : tile, {
      ...box,
      x: left + height / 2,
      anchor: 'middle',
      top: top + 0.12 * height,
      ink: ground === 'navy' ? 'marigold' : 'navy',
      part: 'tile-name',
    }),
  ];
}

/** Below this height, in heights of the tile, its words are small print: their initials are used. */
const leastTile = 0.2;

/** The upper line by its shirorekha near the top, the lower one with its letters on the foot. */
function twoLines(
  kit: Kit,
  { top, height, ink, shares = usual }: LockupAt,
  { x, first, second }: { x: number; first: Line; second: Line },
): Node[] {
  if (second.text === '')
    return [
      middleLine(kit, first.text, {
        x,
        top,
        height,
        heightMm: shares.name * height,
        weight: 800,
        ink,
        part: first.part,
      }),
    ];
  const [upper, lower] = places(kit, { height, shares }, [first.text, second.text]);
  return [
    lineAt(kit, first.text, {
      x,
      baseline: top + upper.baseline,
      heightMm: upper.heightMm,
      weight: 800,
      ink,
      part: first.part,
    }),
    lineAt(kit, second.text, {
      x,
      baseline: top + lower.baseline,
      heightMm: lower.heightMm,
      ink,
      part: second.part,
    }),
  ];
}

interface Place {
  baseline: number;
  heightMm: number;
}

/** Letters that reach far over and under each other share the height by their ink, as Urdu does always. */
function places(
  kit: Kit,
  { height, shares }: { height: number; shares: Shares },
  lines: readonly [string, string],
): [Place, Place] {
  const upper = inkUnits(kit, lines[0], 800);
  const lower = inkUnits(kit, lines[1], 700);
  const nameShare = shares.name;
  const lineShare = Math.min(shares.line, nameShare);
  const top = upperBaseline - upper.above * nameShare;
  const foot = lowerBaseline + lower.below * lineShare;
  const apart = lowerBaseline - upperBaseline - upper.below * nameShare - lower.above * lineShare;
  const hasUrdu = lines.some(isUrdu);
  if (!hasUrdu && apart >= leastGap && top >= -mostOver && foot <= 1 + mostUnder)
    return [
      { baseline: upperBaseline * height, heightMm: nameShare * height },
      { baseline: lowerBaseline * height, heightMm: lineShare * height },
    ];
  // The name gives way before the line, which is read from as far as its letters just allow.
  const beside =
    (1 - inkGap - (lower.above + lower.below) * lineShare) / (upper.above + upper.below);
  const [first, second] = hasUrdu
    ? [usual.name, urduLine]
    : [Math.max(lineShare, Math.min(nameShare, beside)), lineShare];
  const whole = (upper.above + upper.below) * first + inkGap + (lower.above + lower.below) * second;
  const scale = height * Math.min(1, 1 / whole);
  const from = (height - whole * scale) / 2;
  return [
    { baseline: from + upper.above * first * scale, heightMm: first * scale },
    { baseline: from + (whole - lower.below * second) * scale, heightMm: second * scale },
  ];
}

const upperBaseline = 0.47;
const lowerBaseline = 0.978;
const urduLine = 0.21;
/** Between the inks of the two lines, and the least of it. */
const inkGap = 0.07;
const leastGap = 0.06;
/** How far ink may be over and under the emblem. */
const mostOver = 0.04;
const mostUnder = 0.07;

interface Line {
  text: string;
  part: string;
}

/** Width of the emblem's box in heights. */
const emblemAspect = 0.82;
