import type { Kit } from '../../artwork/artwork.ts';
import { type RoofAt, roof } from '../../artwork/building.ts';
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
  rise: 57,
  sign: 190,
  eaves: 48,
  sill: 46,
} as const;

/** Height that a roof adds to the phone, in widths of its screen. */
export const roofHeight = (grid.rise + grid.sign + grid.sill - grid.frame - grid.head) / 1000;

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
  const house = kit.campaign.idea === 'station' ? placeRoof(at) : undefined;
  const top = house === undefined ? at.top + grid.frame * u : house.sign.bottom + grid.sill * u;
  const pictureTop = house === undefined ? top + grid.head * u : top;
  const buttonTop = pictureTop + picture + code + (at.qr ? 0 : 24 * u);
  const screen = {
    left,
    top,
    width: at.width,
    height: buttonTop + (grid.button + grid.inset) * u + at.below * at.width - top,
  };
  return [
    ...handset(at, screen, house),
    ...(house === undefined ? appHead(kit, screen) : signedRoof(kit, house)),
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

/** The roof of the board's building, in units of the phone under it. */
function placeRoof({ left, top, width }: PhoneAt): RoofAt {
  const u = width / 1000;
  const over = grid.eaves * u;
  const sign = { top: top + grid.rise * u, bottom: top + (grid.rise + grid.sign) * u };
  return { left: left - over, right: left + (1000 + 2 * grid.frame) * u + over, top, sign };
}

/** The police on the signboard under the roof. */
function signedRoof(kit: Kit, house: RoofAt): Node[] {
  const { hi } = kit.campaign.copy.state;
  const { above, below, width } = inkUnits(kit, hi, 800);
  const { top, bottom } = house.sign;
  const height = bottom - top;
  const heightMm = Math.min(
    (0.62 * height) / (above + below),
    (0.86 * (house.right - house.left)) / width,
  );
  return [
    ...roof(house),
    lineAt(kit, hi, {
      x: (house.left + house.right) / 2,
      anchor: 'middle',
      baseline: top + height / 2 + ((above - below) * heightMm) / 2,
      heightMm,
      weight: 800,
      ink: 'paper',
      part: 'owner',
    }),
  ];
}

/** Keys, case and the empty screen; under a roof of one colour with it, its upper corners are square. */
function handset(at: PhoneAt, screen: Screen, house: RoofAt | undefined): Node[] {
  const u = at.width / 1000;
  const ink = house === undefined ? 'key' : 'navy';
  const from = house === undefined ? at.top : house.sign.bottom;
  const key = (top: number, height: number) =>
    block(
      ink,
      {
        left: at.left + (1000 + 2 * grid.frame - 20) * u,
        top: at.top + top * u,
        width: 30 * u,
        height: height * u,
        radius: 9 * u,
      },
      'phone',
    );
  const body = {
    left: at.left,
    top: from,
    width: (1000 + 2 * grid.frame) * u,
    height: screen.top + screen.height + grid.frame * u - from,
  };
  const corner = (grid.radius + grid.frame * 0.9) * u;
  return [
    key(300, 120),
    key(460, 200),
    block(ink, { ...body, radius: corner }, 'phone'),
    ...(house === undefined ? [] : [block(ink, { ...body, height: body.height / 2 }, 'phone')]),
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
