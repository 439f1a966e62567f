import type { InkName } from '../ink/palette.ts';
import { emblem, type Node, row } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { block, inkOf, lineAt } from './typeset.ts';

/** A lock-up is drawn in units of its height: the emblem or the tile is one high, the lines hang beside it. */
type LockupAt = { left: number; top: number; height: number; ink: InkName };

const gap = 0.18;
const name = 0.34;
const line = 0.195;

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
  const { height, top, anchor = 'left' } = at;
  const { app, copy } = kit.campaign;
  const widest = Math.max(
    inkOf(kit, app.nameHi, { heightMm: name * height, weight: 800 }).width,
    inkOf(kit, copy.free.hi, { heightMm: line * height }).width,
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
  const words = kit.campaign.app.name.split(' ');
  const heightMm = Math.min(
    0.27 * height,
    ...words.map((word) => (0.74 * height) / inkOf(kit, word, { heightMm: 1, weight: 800 }).width),
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
  { top, height, ink }: LockupAt,
  { x, first, second }: { x: number; first: Line; second: Line },
): Node[] {
  return [
    lineAt(kit, first.text, {
      x,
      baseline: top + 0.475 * height,
      heightMm: name * height,
      weight: 800,
      ink,
      part: first.part,
    }),
    lineAt(kit, second.text, {
      x,
      baseline: top + 0.975 * height,
      heightMm: line * height,
      ink,
      part: second.part,
    }),
  ];
}

type Line = { text: string; part: string };

/** Width of the emblem's box in heights. */
const emblemAspect = 0.82;
