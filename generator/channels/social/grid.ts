import type { SocialSurface } from '../../../campaigns/channels/social/social.ts';

export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where things are on a card, in pixels. */
export interface CardGrid {
  lockup: { left: number; right: number; top: number; height: number };
  headline: Area & { most: number; maxLines: number; worthALine?: number };
  answer: Area & { most: number; maxLines: number };
  /** `width` of the screen; the phone goes on behind the foot where it is `cropped`. */
  phone: { left: number; top: number; width: number; cropped: boolean };
  footTop: number;
  /** The short address, and below it where to look for the app. */
  address: { left: number; width: number; baseline: number; height: number };
  stores: { left: number; width: number; baseline: number; height: number };
}

type Px = SocialSurface['px'];

/** One layout a shape; each is drawn for one size and scaled to the others. */
export function cardGrid(
  { shape, px, qr }: Pick<SocialSurface, 'shape' | 'px' | 'qr'>,
  /** Height that a roof adds to the phone, in widths of its screen. */
  roof: number,
): CardGrid {
  if (shape === 'wide') return wide(px, qr, roof);
  if (shape === 'square') return square(px, roof);
  if (shape === 'portrait') return upright(px, { top: 0, height: px.height }, roof);
  const height = 1350 * (px.width / 1080);
  return upright(px, { top: (px.height - height) / 2, height }, roof);
}

/** Height of a whole phone with picture and button, and with the code too, in widths of its screen. */
const tall = { picture: 1.436, code: 1.972 };

/** Words at the left, the phone at the right over the whole height. */
function wide({ width, height }: Px, qr: boolean, roof: number): CardGrid {
  const u = height / 900;
  const left = 66 * u;
  const own = qr ? tall.code : tall.picture;
  const screen = ((qr ? 408 : 536) * u * own) / (own + roof);
  const phoneLeft = width - 66 * u - (screen * (1000 + 2 * 28)) / 1000;
  const column = phoneLeft - left - 56 * u;
  const footTop = 716 * u;
  return {
    lockup: { left, right: left + column, top: 50 * u, height: 88 * u },
    headline: {
      left,
      top: 186 * u,
      width: column,
      height: 350 * u,
      most: 190 * u,
      maxLines: 2,
      // One line goes through to the phone, where two leave the middle empty.
      worthALine: 1.4,
    },
    answer: { left, top: 574 * u, width: column, height: 110 * u, most: 50 * u, maxLines: 2 },
    phone: { left: phoneLeft, top: (qr ? 38 : 62) * u, width: screen, cropped: false },
    footTop,
    address: { left, width: column, baseline: 797 * u, height: 46 * u },
    stores: { left, width: column, baseline: 858 * u, height: 23 * u },
  };
}

/** The phone rests on the foot under the app's name; the words have the next column. */
function square({ width, height }: Px, roof: number): CardGrid {
  const u = width / 1080;
  const left = 60 * u;
  const right = width - left;
  const screen = (392 * u * tall.code) / (tall.code + roof);
  const phoneLeft = right - (screen * (1000 + 2 * 28)) / 1000;
  const column = phoneLeft - left - 40 * u;
  const footTop = height - 180 * u;
  return {
    lockup: { left, right, top: 50 * u, height: 86 * u },
    headline: { left, top: 200 * u, width: column, height: 420 * u, most: 140 * u, maxLines: 3 },
    answer: { left, top: 664 * u, width: column, height: 200 * u, most: 54 * u, maxLines: 3 },
    phone: { left: phoneLeft, top: 182 * u, width: screen, cropped: false },
    footTop,
    address: { left, width: column, baseline: footTop + 92 * u, height: 44 * u },
    stores: { left, width: column, baseline: footTop + 142 * u, height: 20 * u },
  };
}

/** The question over the whole width, the phone below it, cut off by the foot; the address as wide as the card. */
function upright({ width }: Px, within: { top: number; height: number }, roof: number): CardGrid {
  const u = width / 1080;
  const { top, height } = within;
  const left = 62 * u;
  const right = width - left;
  const footTop = top + height - 208 * u;
  const spare = height - 1350 * u;
  const screen = 440 * u + spare * 0.6;
  const phoneLeft = right - (screen * (1000 + 2 * 28)) / 1000;
  const phoneTop = footTop - screen * (1.435 + roof);
  const column = phoneLeft - left - 44 * u;
  return {
    lockup: { left, right, top: top + 52 * u, height: 92 * u },
    headline: {
      left,
      top: top + 196 * u,
      width: right - left,
      height: phoneTop - top - (196 + 34) * u,
      most: 184 * u,
      maxLines: 2,
    },
    answer: {
      left,
      top: phoneTop + 30 * u,
      width: column,
      height: footTop - phoneTop - 80 * u,
      most: 78 * u,
      maxLines: 5,
    },
    phone: { left: phoneLeft, top: phoneTop, width: screen, cropped: true },
    footTop,
    address: { left, width: right - left, baseline: footTop + 97 * u, height: 58 * u },
    stores: { left, width: right - left, baseline: footTop + 163 * u, height: 28 * u },
  };
}
