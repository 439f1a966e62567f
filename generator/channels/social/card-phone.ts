import type { Kit } from '../../artwork/artwork.ts';
import { block, inkUnits, lineAt } from '../../artwork/typeset.ts';
import { type Node, row, slot } from '../../layout/node.ts';

/** Thousandths of the screen's width. */
const grid = {
  frame: 28,
  radius: 85,
  head: 132,
  appHeight: 74,
  button: 196,
  inset: 28,
  action: 96,
} as const;

interface PhoneAt {
  left: number;
  top: number;
  /** Width of the screen. */
  width: number;
  /** Whether the code is on the screen. */
  qr: boolean;
  /** How far the phone goes on below its button, to be hidden by the foot; in screen widths. */
  below: number;
  action: string;
}

/**
 * The phone that answers: its screen shows a picture of the service, the code where the card is seen on another screen,
 * and the button. The slots `picture` and `qr` are filled by the card.
 */
export function cardPhone(kit: Kit, at: PhoneAt): Node[] {
  const u = at.width / 1000;
  const picture = (at.qr ? 560 : 1000) * u;
  const code = at.qr ? at.width : 0;
  const left = at.left + grid.frame * u;
  const top = at.top + grid.frame * u;
  const pictureTop = top + grid.head * u;
  const buttonTop = pictureTop + picture + code + (at.qr ? 0 : 24 * u);
  const screen = {
    left,
    top,
    width: at.width,
    height: buttonTop + (grid.button + grid.inset) * u + at.below * at.width - top,
  };
  return [
    ...handset(at, screen),
    ...appHead(kit, screen),
    slot('picture', {
      position: 'absolute',
      left,
      top: pictureTop,
      width: at.width,
      height: picture,
    }),
    ...(at.qr
      ? [
          slot('qr', {
            position: 'absolute',
            left,
            top: pictureTop + picture,
            width: code,
            height: code,
          }),
        ]
      : []),
    ...button(kit, at.action, { left, top: buttonTop, width: at.width }),
  ];
}

interface Screen {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Keys, case and the empty screen. */
function handset(at: PhoneAt, screen: Screen): Node[] {
  const u = at.width / 1000;
  const key = (from: number, height: number) =>
    block(
      'key',
      {
        left: at.left + (1000 + 2 * grid.frame - 20) * u,
        top: at.top + from * u,
        width: 30 * u,
        height: height * u,
        radius: 9 * u,
      },
      'phone',
    );
  const body = {
    left: at.left,
    top: at.top,
    width: (1000 + 2 * grid.frame) * u,
    height: screen.height + 2 * grid.frame * u,
    radius: (grid.radius + grid.frame * 0.9) * u,
  };
  return [
    key(300, 120),
    key(460, 200),
    block('key', body, 'phone'),
    block('paper', { ...screen, radius: grid.radius * u }, 'phone'),
  ];
}

function appHead(kit: Kit, { left, top, width }: Screen): Node[] {
  const u = width / 1000;
  const corner = grid.radius * u;
  return [
    row({
      position: 'absolute',
      left,
      top,
      width,
      height: grid.head * u,
      borderTopLeftRadius: corner,
      borderTopRightRadius: corner,
      ground: 'navy',
      part: 'phone',
    }),
    lineAt(kit, kit.campaign.app.name, {
      x: left + width / 2,
      anchor: 'middle',
      baseline: top + ((grid.head + grid.appHeight) / 2) * u,
      heightMm: grid.appHeight * u,
      weight: 800,
      ink: 'marigold',
      part: 'app',
    }),
  ];
}

/** @param screen the screen's left edge and width, and where the button begins */
function button(kit: Kit, action: string, screen: Omit<Screen, 'height'>): Node[] {
  const u = screen.width / 1000;
  const { above, below, width } = inkUnits(kit, action, 800);
  const height = Math.min(grid.action * u, (840 * u) / width);
  return [
    block(
      'red',
      {
        left: screen.left + grid.inset * u,
        top: screen.top,
        width: (1000 - 2 * grid.inset) * u,
        height: grid.button * u,
        radius: grid.radius * u - grid.inset * u,
      },
      'call',
    ),
    lineAt(kit, action, {
      x: screen.left + screen.width / 2,
      anchor: 'middle',
      baseline: screen.top + (grid.button * u) / 2 + ((above - below) / 2) * height,
      heightMm: height,
      weight: 800,
      ink: 'paper',
      part: 'action',
    }),
  ];
}
