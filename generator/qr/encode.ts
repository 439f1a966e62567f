import QRCode from 'qrcode';
import type { QrCode } from './qr-code.ts';

/**
 * Encodes a link at error correction H: the scheme as bytes, what follows it in alphanumeric mode. The library lays out
 * data and error correction once; the best of the eight masks (ISO/IEC 18004, 7.8.3) is then chosen on whole rows of
 * bits, which gives the library's own choice at a fraction of its time.
 * @throws when the link is not `https` and symbols of the alphanumeric set
 */
export function encodeQr(link: string): QrCode {
  const segments = segmentsOf(link);
  const { modules } = QRCode.create(segments, { errorCorrectionLevel: 'H', maskPattern: 0 });
  const { size } = modules;
  if (size > largestSize)
    throw new Error(`Expected a link that fits ${largestSize} modules, got ${size} for "${link}"`);
  // A row of more modules than a word has bits is left to the library.
  return size > 32 ? librarysChoice(segments) : chooseMask(modules);
}

/** Version 4, the largest that the artwork is laid out for. */
const largestSize = 33;

type Modules = ReturnType<typeof QRCode.create>['modules'];

/** The segments of a link (ISO/IEC 18004, 7.4): bytes for the scheme, which Android wants in lower case. */
export function segmentsOf(link: string): QRCode.QRCodeSegment[] {
  const rest = /^https(:\/\/[0-9A-Z $%*+\-./:]+)$/.exec(link)?.[1];
  if (rest === undefined)
    throw new Error(`Expected https:// and an upper-case address for the QR code, got "${link}"`);
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

function chooseMask(modules: Modules): QrCode {
  const { size } = modules;
  const dark = new Uint32Array(size);
  const free = new Uint32Array(size);
  for (let y = 0; y < size; y += 1) {
    let darkRow = 0;
    let freeRow = 0;
    for (let x = 0; x < size; x += 1) {
      const at = y * size + x;
      darkRow = (darkRow << 1) | (modules.data[at] as number);
      freeRow = (freeRow << 1) | (modules.reservedBit[at] === 0 ? 1 : 0);
    }
    dark[y] = darkRow;
    free[y] = freeRow;
  }
  const masks = maskRows(size);
  for (let y = 0; y < size; y += 1) {
    dark[y] = (dark[y] as number) ^ ((masks[0]?.[y] as number) & (free[y] as number));
  }
  let best: QrCode | undefined;
  let lowest = Infinity;
  for (let mask = 0; mask < 8; mask += 1) {
    const rows = dark.map((row, y) => row ^ ((masks[mask]?.[y] as number) & (free[y] as number)));
    writeFormat(rows, size, mask);
    const score = penalty(rows, size);
    if (score < lowest) {
      lowest = score;
      best = { size, rows };
    }
  }
  return best as QrCode;
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

const maskCache = new Map<number, Uint32Array[]>();

function maskRows(size: number): Uint32Array[] {
  const kept = maskCache.get(size);
  if (kept !== undefined) return kept;
  const masks = conditions.map((condition) =>
    Uint32Array.from({ length: size }, (_, y) => {
      let row = 0;
      for (let x = 0; x < size; x += 1) row = (row << 1) | (condition(x, y) ? 1 : 0);
      return row;
    }),
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

function writeFormat(rows: Uint32Array, size: number, mask: number): void {
  const bits = formatBits(mask);
  const set = (x: number, y: number, value: number) => {
    const bit = 1 << (size - 1 - x);
    rows[y] = value === 1 ? (rows[y] as number) | bit : (rows[y] as number) & ~bit;
  };
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
function penalty(rows: Uint32Array, size: number): number {
  const columns = transpose(rows, size);
  let score = 0;
  let darkCount = 0;
  for (let i = 0; i < size; i += 1) {
    score += runs(rows[i] as number, size) + runs(columns[i] as number, size);
    score += finderLike(rows[i] as number, size) + finderLike(columns[i] as number, size);
    darkCount += popCount(rows[i] as number);
    if (i === 0) continue;
    const upper = rows[i - 1] as number;
    const lower = rows[i] as number;
    const dark = upper & lower;
    const light = ~(upper | lower) & (2 ** size - 1);
    score += 3 * (popCount(dark & (dark >>> 1)) + popCount(light & (light >>> 1)));
  }
  const percent = (darkCount * 100) / (size * size);
  return score + Math.abs(Math.ceil(percent / 5) - 10) * 10;
}

function runs(row: number, size: number): number {
  let score = 0;
  let length = 1;
  let last = row & 1;
  for (let x = 1; x < size; x += 1) {
    const module = (row >>> x) & 1;
    if (module === last) {
      length += 1;
      continue;
    }
    if (length >= 5) score += length - 2;
    last = module;
    length = 1;
  }
  return length >= 5 ? score + length - 2 : score;
}

function finderLike(row: number, size: number): number {
  let score = 0;
  for (let x = 0; x + 11 <= size; x += 1) {
    const window = (row >>> x) & 0x7ff;
    if (window === 0x5d0 || window === 0x05d) score += 40;
  }
  return score;
}

function transpose(rows: Uint32Array, size: number): Uint32Array {
  const columns = new Uint32Array(size);
  for (let y = 0; y < size; y += 1) {
    const row = rows[y] as number;
    for (let x = 0; x < size; x += 1) {
      columns[x] = ((columns[x] as number) << 1) | ((row >>> (size - 1 - x)) & 1);
    }
  }
  return columns;
}

function popCount(value: number): number {
  let n = value - ((value >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
