import { constants, deflateRawSync } from 'node:zlib';

/** Bands of rows, deflated apart: those that no shape of a station touches are the same for all and deflated once. */
interface Bands {
  /** Number of the band of a row. */
  at(row: number): number;
  /** @returns the rows as a zlib stream (RFC 1950) */
  deflate(rows: Uint8Array, touched: ReadonlySet<number>): Buffer;
}

interface Piece {
  /** Whole blocks of a deflate stream, none of them the last. */
  blocks: Buffer;
  adler: number;
  bytes: number;
}

const bandRows = 16;
/** Measured on board and pamphlet: of what is deflated for each station, and of what is deflated once. */
const levels = { own: 3, shared: 6 };
const head = Buffer.from([0x78, 0x01]);
/** An empty last block. */
const lastBlock = Buffer.from([0x03, 0x00]);

/** @param base the rows that stations share, `stride` bytes each */
export function createBands(base: Uint8Array, stride: number): Bands {
  const bandBytes = bandRows * stride;
  const count = Math.ceil(base.length / bandBytes);
  const shared = new Map<string, Piece>();
  return {
    at: (row) => Math.floor(row / bandRows),
    deflate(rows, touched) {
      const pieces: Piece[] = [];
      for (let from = 0, to = 1; from < count; from = to, to += 1) {
        const isOwn = touched.has(from);
        while (to < count && touched.has(to) === isOwn) to += 1;
        const part = (of: Uint8Array) => of.subarray(from * bandBytes, to * bandBytes);
        const key = `${from}-${to}`;
        const piece = isOwn
          ? deflatePiece(part(rows), levels.own)
          : (shared.get(key) ?? deflatePiece(part(base), levels.shared));
        if (!isOwn) shared.set(key, piece);
        pieces.push(piece);
      }
      const sum = Buffer.alloc(4);
      sum.writeUInt32BE(pieces.reduce(joinSums, 1));
      return Buffer.concat([head, ...pieces.map(({ blocks }) => blocks), lastBlock, sum]);
    },
  };
}

function deflatePiece(bytes: Uint8Array, level: number): Piece {
  const finishFlush = constants.Z_FULL_FLUSH;
  const blocks = deflateRawSync(bytes, { level, finishFlush });
  return { blocks, adler: adler32(bytes), bytes: bytes.length };
}

const prime = 65_521;
/** Bytes after which the sums of Adler-32 are brought below its prime, before they leave 32 bits. */
const mostBytes = 3_800;

function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let from = 0; from < bytes.length; from += mostBytes) {
    const to = Math.min(from + mostBytes, bytes.length);
    for (let at = from; at < to; at += 1) {
      low += bytes[at] as number;
      high += low;
    }
    low %= prime;
    high %= prime;
  }
  return high * 65_536 + low;
}

/** Adler-32 of what comes before and a piece behind it. */
function joinSums(before: number, { adler, bytes }: Piece): number {
  const low = before % 65_536;
  const high = Math.floor(before / 65_536) + Math.floor(adler / 65_536) + bytes * (low + prime - 1);
  return (high % prime) * 65_536 + ((low + (adler % 65_536) + prime - 1) % prime);
}
