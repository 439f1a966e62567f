import { alphabet, serialLimit } from './short-code.ts';

const base = alphabet.length;
/** Serials of a block. All serials of four symbols make 31 blocks. */
const blockSize = base ** 3;

/**
 * Parts of each block: of the project's own file, of the file that grows on a machine, and of the database that the
 * machines of an installation share.
 */
export const serialRanges = {
  committed: { first: 1, last: 9_999 },
  grown: { first: 10_000, last: 19_999 },
  drawn: { first: 20_000, last: 29_790 },
} as const;
export type SerialRange = keyof typeof serialRanges;

/** Ordinals from `first` to `last`. */
export interface Ordinals {
  first: number;
  last: number;
}

/** Two campaigns that began beside the first have their committed serials in block 0 from here on, in steps; others begin as the first did. */
const firstOfOthers = 8_001;
const campaignStep = 250;
const mostOthers = Math.floor((serialRanges.committed.last - firstOfOthers) / campaignStep) + 1;

/**
 * Blocks that a campaign's installations give serials out of, in the order in which they use them up. The host of the link
 * tells the codes of two campaigns apart (`shared-codes-fs.ts`). A campaign may get further blocks at the end of its list; none is ever taken from it.
 * @param ordinal of the campaign's first committed serial
 */
export function listBlocks(ordinal: number): readonly number[] {
  if (ordinal < firstOfOthers) return [0, 25, 26, 27, 28, 29, 30];
  const place = Math.floor((ordinal - firstOfOthers) / campaignStep) + 1;
  return [place, place + mostOthers, place + 2 * mostOthers];
}

/** A part of each of the blocks. */
export function rangesIn(part: SerialRange, blocks: readonly number[]): Ordinals[] {
  const { first, last } = serialRanges[part];
  return blocks.map((block) => ({
    first: block * blockSize + first,
    last: block * blockSize + last,
  }));
}

export function isWithin(ranges: readonly Ordinals[], ordinal: number): boolean {
  return ranges.some(({ first, last }) => ordinal >= first && ordinal <= last);
}

export function countOrdinals(ranges: readonly Ordinals[]): number {
  return ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

/** The next ordinal after `count` others; undefined when they are used up. */
export function ordinalAfter(ranges: readonly Ordinals[], count: number): number | undefined {
  let rest = count;
  for (const { first, last } of ranges) {
    if (first + rest <= last) return first + rest;
    rest -= last - first + 1;
  }
  return undefined;
}

/**
 * The n-th serial: the place within its block in three symbols, and a fourth that makes 4a + 3b + 2c + d ≡ block (mod 31).
 * Beside the code's own check (6, 5, 4, 3) this locates a wrong symbol, so a code with one wrong symbol leads back to a
 * single owner within its block.
 */
export function serialAt(ordinal: number): number {
  if (!Number.isInteger(ordinal) || ordinal < 1 || ordinal >= serialLimit) {
    throw new RangeError(`Expected 1 to ${serialLimit - 1} for \`ordinal\`, got ${ordinal}`);
  }
  const block = Math.floor(ordinal / blockSize);
  const place = ordinal % blockSize;
  return place * base + ((((block - weightedSum(place)) % base) + base) % base);
}

/** Position of a serial, counted from 1. */
export function toOrdinal(serial: number): number {
  const place = Math.floor(serial / base);
  const block = (weightedSum(place) + (serial % base)) % base;
  return block * blockSize + place;
}

/** Nobody's: of a part that is given out in block 0 only. On proofs it stands for the future code of a new station. */
export const specimenSerial = serialAt(blockSize + serialRanges.committed.first);

function weightedSum(place: number): number {
  return (
    4 * Math.floor(place / base ** 2) + 3 * (Math.floor(place / base) % base) + 2 * (place % base)
  );
}
