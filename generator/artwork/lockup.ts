import { isUrdu } from '../../campaigns/typesetting/bidi-runs.ts';
import type { InkName } from '../ink/palette.ts';
import { emblem, type Node, row } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { block, inkUnits, lineAt, measureInk } from './typeset.ts';

/** A lock-up is drawn in units of its height: the emblem or the tile is one high, the lines hang beside it. */
type LockupAt = {
  left: number;
  top: number;
  height: number;
  ink: InkName;
  /** Height of the upper line, in heights of the lock-up. */
  nameShare?: number;
};

const gap = 0.18;
const name = 0.34;
const line = 0.195;
/** Room between two lock-ups in one line. */
const between = 0.45;

/** Police and app in one line, from left to right; long names are set smaller until they keep apart. */
export function lockups(
  kit: Kit,
  { left, right, ...at }: Omit<LockupAt, 'nameShare'> & { right: number },
): Node[] {
  const { copy, app } = kit.campaign;
  const names = [copy.state.hi, app.nameHi].map(
    (text) => measureInk(kit, text, { heightMm: 1, weight: 800 }).width,
  );
  const signs = emblemAspect + gap + 1 + gap;
  const room = (right - left) / at.height - signs - between;
  const nameShare = Math.min(name, room / names.reduce((sum, width) => sum + width, 0));
  return [
    ...policeLockup(kit, { left, ...at, nameShare }),
    ...appLockup(kit, { left: right, ...at, nameShare, anchor: 'right' }),
  ];
}

/** Emblem, the police's name and their motto. */
export function policeLockup(kit: Kit, at: LockupAt): Node[] {
  const { left, top, height } = at;
  const width = height * emblemAspect;
  return [
    row({ position: 'absolute', left, top, width, height }, [
      emblem({ width, height, part: 'emblem' }),
    ]),
    ...twoLines(kit, at, {
      x: left + width + gap * height,
      first: { text: kit.campaign.copy.state.hi, part: 'owner' },
      second: { text: kit.campaign.copy.motto.hi, part: 'motto' },
    }),
  ];
}

/** The app's tile, its name in Devanagari and that it is free. */
export function appLockup(kit: Kit, at: LockupAt & { anchor?: 'left' | 'right' }): Node[] {
  const { height, top, anchor = 'left', nameShare = name } = at;
  const { app, copy } = kit.campaign;
  const [upper, lower] = places(kit, { height, nameShare }, [app.nameHi, copy.free.hi]);
  const widest = Math.max(
    measureInk(kit, app.nameHi, { heightMm: upper.heightMm, weight: 800 }).width,
    measureInk(kit, copy.free.hi, { heightMm: lower.heightMm }).width,
  );
  const width = height * (1 + gap) + widest;
  const left = anchor === 'left' ? at.left : at.left - width;
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
  { left, top, height }: { left: number; top: number; height: number },
) {
  const { name: appName, tile = appName } = kit.campaign.app;
  const words = tile.split(' ');
  const heightMm = Math.min(
    (words.length === 1 ? 0.36 : 0.27) * height,
    ...words.map(
      (word) => (0.74 * height) / measureInk(kit, word, { heightMm: 1, weight: 800 }).width,
    ),
  );
  const pitch = heightMm * 1.32;
  const first = top + (height - (words.length - 1) * pitch + heightMm) / 2;
  return [
    block('navy', { left, top, width: height, height, radius: 0.23 * height }, 'tile'),
    ...words.map((word, at) =>
      lineAt(kit, word, {
        x: left + height / 2,
        anchor: 'middle',
        baseline: first + at * pitch,
        heightMm,
        weight: 800,
        ink: 'marigold',
        part: 'tile-name',
      }),
    ),
  ];
}

/** The upper line by its shirorekha near the top, the lower one with its letters on the foot. */
function twoLines(
  kit: Kit,
  { top, height, ink, nameShare = name }: LockupAt,
  { x, first, second }: { x: number; first: Line; second: Line },
): Node[] {
  const [upper, lower] = places(kit, { height, nameShare }, [first.text, second.text]);
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

type Place = { baseline: number; heightMm: number };

/** Urdu reaches far over its letters and under them: its two lines share the height by their ink. */
function places(
  kit: Kit,
  { height, nameShare }: { height: number; nameShare: number },
  lines: readonly [string, string],
): [Place, Place] {
  if (!lines.some(isUrdu))
    return [
      { baseline: 0.475 * height, heightMm: nameShare * height },
      { baseline: 0.975 * height, heightMm: line * height },
    ];
  const [upper, lower] = [inkUnits(kit, lines[0], 800), inkUnits(kit, lines[1], 700)];
  const whole =
    (upper.above + upper.below) * name + urduGap + (lower.above + lower.below) * urduLine;
  const scale = height * Math.min(1, 1 / whole);
  const top = (height - whole * scale) / 2;
  return [
    { baseline: top + upper.above * name * scale, heightMm: name * scale },
    { baseline: top + (whole - lower.below * urduLine) * scale, heightMm: urduLine * scale },
  ];
}

const urduLine = 0.21;
const urduGap = 0.07;

type Line = { text: string; part: string };

/** Width of the emblem's box in heights. */
const emblemAspect = 0.82;
