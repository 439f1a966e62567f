import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Fonts } from '../../layout/fonts-fs.ts';
import type { Pictures } from '../../layout/satori.ts';
import type { QrCode } from '../../qr/qr-code.ts';
import type { FilmShapeSize } from './deliveries.ts';

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The picture that scenes are laid out on. */
export interface Stage {
  readonly width: number;
  readonly height: number;
  readonly shape: 'wide' | 'tall' | 'square';
  /** No text and no code outside of it. */
  readonly safe: Area;
  /** Least height of letters in pixels. */
  readonly least: number;
  /** Room that the last shot leaves for captions, where the picture carries them. */
  readonly captionRoom?: Area;
}

/** Tools for drawing scenes. */
export interface FilmKit {
  readonly campaign: Campaign;
  readonly fonts: Fonts;
  readonly pictures: Pictures;
  readonly language: 'hi' | 'en';
  readonly qr: QrCode;
  /** The address as people type it. */
  readonly typed: string;
}

/** Share of a side that stays free of text and code at each edge. */
export const safeShare = 0.05;
/** Least height of letters: a share of the shorter side, which is the height wherever the picture is wide. */
export const leastLetterShare = 1 / 18;
/** Least height of the code's modules as a share of the same side; a square is seen in the hand, not from the last row. */
export const leastCodeShare = { wide: 0.55, tall: 0.55, square: 0.5 } as const;

/** @param captions whether the picture has to leave room for them */
export function stageFor({ width, height }: FilmShapeSize, captions = false): Stage {
  const safe = {
    x: width * safeShare,
    y: height * safeShare,
    width: width * (1 - 2 * safeShare),
    height: height * (1 - 2 * safeShare),
  };
  const shape = width > height * 1.2 ? 'wide' : height > width * 1.2 ? 'tall' : 'square';
  const captionRoom = { x: safe.x, y: height * 0.425, width: width * 0.44, height: height * 0.122 };
  const least = Math.min(width, height) * leastLetterShare;
  return { width, height, shape, safe, least, ...(captions && { captionRoom }) };
}
