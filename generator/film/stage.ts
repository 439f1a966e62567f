import type { Campaign } from '../../campaigns/campaign.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import type { Pictures } from '../layout/satori.ts';
import type { QrCode } from '../qr/qr-code.ts';
import type { FilmShapeSize } from './formats.ts';

export type Area = { x: number; y: number; width: number; height: number };

/** The picture that scenes are laid out on. */
export type Stage = {
  readonly width: number;
  readonly height: number;
  readonly shape: 'wide' | 'tall' | 'square';
  /** No text and no code outside of it. */
  readonly safe: Area;
  /** Where a shot's words and its picture stand. */
  readonly words: Area;
  readonly picture: Area;
};

/** What scenes are drawn with. */
export type FilmKit = {
  readonly campaign: Campaign;
  readonly fonts: Fonts;
  readonly pictures: Pictures;
  readonly language: 'hi' | 'en';
  readonly qr: QrCode;
  /** The address as people type it. */
  readonly typed: string;
};

/** Share of a side that stays free of text and code at each edge. */
export const safeShare = 0.05;
/** Least height of letters: a share of the shorter side, which is the height wherever the picture is wide. */
export const leastLetterShare = 1 / 18;
/** Least height of the code's modules as a share of the same side. */
export const leastCodeShare = 0.55;

export function stageFor({ width, height }: FilmShapeSize): Stage {
  const safe = {
    x: width * safeShare,
    y: height * safeShare,
    width: width * (1 - 2 * safeShare),
    height: height * (1 - 2 * safeShare),
  };
  const shape = width > height * 1.2 ? 'wide' : height > width * 1.2 ? 'tall' : 'square';
  if (shape === 'wide') {
    const half = safe.width * 0.5;
    return {
      width,
      height,
      shape,
      safe,
      words: { ...safe, width: half },
      picture: { ...safe, x: safe.x + half, width: safe.width - half },
    };
  }
  const top = safe.height * (shape === 'tall' ? 0.34 : 0.3);
  return {
    width,
    height,
    shape,
    safe,
    words: { ...safe, height: top },
    picture: { ...safe, y: safe.y + top, height: safe.height - top },
  };
}
