import type { Format } from './artwork.ts';

/**
 * What an artwork must keep beside its format's trim, bleed and safe zone. Heights are from baseline to shirorekha.
 * Templates set stations' texts by these limits, and preflight measures them in the finished file.
 */
export type Limits = {
  /** A quarter of the resolution at which such work is printed: the code must still be read there. */
  decodeDpi: number;
  /** Least width of the QR's modules, quiet zone not counted. */
  qrMm: number;
  /** Least height of a part's letters, on one line or two. */
  heightsMm: Readonly<Record<string, number>> & { readonly name: number };
  /** Least height of every other text. */
  leastMm: number;
  /** Names reach this height unless they are too long for it. */
  usualNameMm: number;
};

/** Boards of 100 dpi, read from 5 m and more: an inch of height for 14 ft is the least that is read there. */
const large: Limits = {
  decodeDpi: 25,
  qrMm: 600,
  heightsMm: { headline: 125, name: 65, service: 60, scan: 100 },
  leastMm: 30,
  usualNameMm: 110,
};

/** Pamphlets of 300 dpi, read in the hand: no letter under 10 pt of the font, whose shirorekha is at 64 % of it. */
const inHand: Limits = {
  decodeDpi: 75,
  qrMm: 30,
  heightsMm: { headline: 10, name: 4 },
  leastMm: 2.25,
  usualNameMm: 4,
};

export function limitsFor({ trimMm }: Pick<Format, 'trimMm'>): Limits {
  return trimMm.width > 1000 ? large : inHand;
}
