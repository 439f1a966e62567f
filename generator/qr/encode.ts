import QRCode from 'qrcode';
import { phrases } from '../../campaigns/words/preflight-words.ts';
import { LayoutError } from '../layout/layout-error.ts';
import type { QrCode } from './qr-code.ts';

/**
 * Encodes a link at error correction H: the scheme as bytes, what follows it in alphanumeric mode. The library lays out
 * data and error correction once; the best of the eight masks (ISO/IEC 18004, 7.8.3) is then chosen on whole rows of
 * bits, which gives the library's own choice at a fraction of its time.
 * @throws when the link is not `https` and symbols of the alphanumeric set
 */
export function encodeQr(link: string): QrCode {
  const segments = toSegments(link);
  const { modules } = QRCode.create(segments, { errorCorrectionLevel: 'H', maskPattern: 0 });
  const { size } = modules;
  if (size > largestSize)
    throw new LayoutError(`a link that fits ${largestSize} modules`, `${size} for "${link}"`);
  // A row of more modules than a word has bits is left to the library.
  return size > 32 ? librarysChoice(segments) : chooseMask(modules);
}

/** Version 4, the largest that the artwork is laid out for. */
const largestSize = 33;

type Modules = ReturnType<typeof QRCode.create>['modules'];

/** The segments of a link (ISO/IEC 18004, 7.4): bytes for the scheme, which Android wants in lower case. */
export function toSegments(link: string): QRCode.QRCodeSegment[] {
  const rest = /^https(:\/\/[0-9A-Z $%*+\-./:]+)$/.exec(link)?.[1];
  if (rest === undefined)
    throw new LayoutError(
      'https:// and an upper-case address for the QR code',
      phrases.quoted(link),
    );
  return [
    { data: Buffer.from('https'), mode: 'byte' },
    { data: rest, mode: 'alphanumeric' },
  ];
}

function librarysChoice(segments: QRCode.QRCodeSegment[]): QrCode {
  const { modules } = QRCode.create(segments, { errorCorrectionLevel: 'H' });
  const { size, data } = modules;
  const rows = Array.from({ length: size }, (_, y) => {
    let row = 0;
    for (let x = 0; x < size; x += 1) row = row * 2 + (data[y * size + x] as number);
    return row;
  });
  return { size, rows };
}

/** A symbol's modules by rows and by columns: the penalties look at both. */
interface Bits {
  readonly rows: Uint32Array;
  readonly columns: Uint32Array;
}

function chooseMask(modules: Modules): QrCode {
  const { size } = modules;
  const dark = toBits(size, (at) => modules.data[at] === 1);
  const free = toBits(size, (at) => modules.reservedBit[at] === 0);
  const masks = makeMasks(size);
  // The library has laid out mask 0, whose own inversion is taken away again.
  const plain = masked(dark, masks[0] as Bits, free);
  let best: Bits | undefined;
  let least = Infinity;
  for (const [mask, pattern] of masks.entries()) {
    const bits = masked(plain, pattern, free);
    writeFormat(bits, size, mask);
    const score = penalty(bits, size);
    if (score < least) {
      least = score;
      best = bits;
    }
  }
  return { size, rows: (best as Bits).rows };
}

function toBits(size: number, isSet: (at: number) => boolean): Bits {
  const rows = new Uint32Array(size);
  const columns = new Uint32Array(size);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (isSet(y * size + x)) setModule({ rows, columns }, { x, y, size }, 1);
    }
  }
  return { rows, columns };
}

function setModule(
  { rows, columns }: Bits,
  { x, y, size }: { x: number; y: number; size: number },
  value: number,
): void {
  const inRow = 1 << (size - 1 - x);
  const inColumn = 1 << (size - 1 - y);
  rows[y] = value === 1 ? (rows[y] as number) | inRow : (rows[y] as number) & ~inRow;
  columns[x] = value === 1 ? (columns[x] as number) | inColumn : (columns[x] as number) & ~inColumn;
}

function masked(bits: Bits, mask: Bits, free: Bits): Bits {
  const invert = (side: keyof Bits) =>
    bits[side].map((line, at) => line ^ ((mask[side][at] as number) & (free[side][at] as number)));
  return { rows: invert('rows'), columns: invert('columns') };
}

const conditions: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x * y) % 3) + ((x + y) % 2)) % 2 === 0,
];

const maskCache = new Map<number, Bits[]>();

function makeMasks(size: number): Bits[] {
  const kept = maskCache.get(size);
  if (kept !== undefined) return kept;
  const masks = conditions.map((condition) =>
    toBits(size, (at) => condition(at % size, Math.floor(at / size))),
  );
  maskCache.set(size, masks);
  return masks;
}

/** Format information for level H, with its BCH code and fixed mask (ISO/IEC 18004, 7.9). */
function formatBits(mask: number): number {
  const data = (0b10 << 3) | mask;
  let rest = data << 10;
  for (let bit = 14; bit >= 10; bit -= 1)
    if ((rest >> bit) & 1) rest ^= 0b10100110111 << (bit - 10);
  return ((data << 10) | rest) ^ 0b101010000010010;
}

function writeFormat(symbol: Bits, size: number, mask: number): void {
  const bits = formatBits(mask);
  const set = (x: number, y: number, value: number) => setModule(symbol, { x, y, size }, value);
  for (let i = 0; i < 15; i += 1) {
    const value = (bits >> i) & 1;
    if (i < 6) set(8, i, value);
    else if (i < 8) set(8, i + 1, value);
    else set(8, size - 15 + i, value);
    if (i < 8) set(size - 1 - i, 8, value);
    else if (i < 9) set(15 - i, 8, value);
    else set(14 - i, 8, value);
  }
}

/** The four penalties of ISO/IEC 18004, 7.8.3.1, counted as the `qrcode` package counts them. */
function penalty({ rows, columns }: Bits, size: number): number {
  let score = 0;
  let darkCount = 0;
  for (let i = 0; i < size; i += 1) {
    const row = rows[i] as number;
    score += linePenalty(row, size) + linePenalty(columns[i] as number, size);
    darkCount += popCount(row);
    if (i === 0) continue;
    const upper = rows[i - 1] as number;
    const dark = upper & row;
    const light = ~(upper | row) & lowest(size);
    score += 3 * (popCount(dark & (dark >>> 1)) + popCount(light & (light >>> 1)));
  }
  const percent = (darkCount * 100) / (size * size);
  return score + Math.abs(Math.ceil(percent / 5) - 10) * 10;
}

/** Runs of five and more alike, and likenesses of a finder pattern with four light modules at one end. */
function linePenalty(line: number, size: number): number {
  // Bit n: module n and its next neighbour are alike; then: five from n on are.
  const alike = ~(line ^ (line >>> 1)) & lowest(size - 1);
  const pairs = alike & (alike >>> 1);
  const five = pairs & (pairs >>> 2);
  // A run of n has n − 4 places where five begin, and counts n − 2.
  const runs = popCount(five) + 2 * popCount(five & ~(five << 1));
  const light = ~line & lowest(size);
  const twoLight = light & (light >>> 1);
  const fourLight = twoLight & (twoLight >>> 2);
  // 1011101 from bit n on.
  const finder =
    line &
    (light >>> 1) &
    (line >>> 2) &
    (line >>> 3) &
    (line >>> 4) &
    (light >>> 5) &
    (line >>> 6);
  const likenesses = popCount(finder & (fourLight >>> 7)) + popCount((finder >>> 4) & fourLight);
  return runs + 40 * likenesses;
}

/** A mask of the lowest `bits` bits. */
function lowest(bits: number): number {
  return bits >= 32 ? -1 : (1 << bits) - 1;
}

function popCount(value: number): number {
  let n = value - ((value >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
