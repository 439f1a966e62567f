import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Small pictures that claim, or unpack to, far more than a camera makes. */

/** A PNG of one bit a pixel: 900 million of them in 110 kB. */
export function pngBomb(side = 30_000): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side), { level: 1 });
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', head),
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

const blank = () => sharp({ create: { width: 300, height: 300, channels: 3, background: '#777' } });

/** A JPEG whose frame header claims so many pixels. */
export async function hugeJpeg(side = 65_500): Promise<Buffer> {
  const bytes = await blank().jpeg().toBuffer();
  const frame = bytes.indexOf('\xff\xc0', 0, 'latin1');
  bytes.writeUInt16BE(side, frame + 5);
  bytes.writeUInt16BE(side, frame + 7);
  return bytes;
}

/** A lossless WebP of the greatest size that its header can state. */
export function hugeWebp(): Buffer {
  const side = 16_383;
  const stream = Buffer.alloc(32);
  stream[0] = 0x2f;
  stream.writeUInt32LE(((side - 1) | ((side - 1) << 14)) >>> 0, 1);
  const head = Buffer.from('RIFF____WEBPVP8L____', 'latin1');
  head.writeUInt32LE(12 + stream.length, 4);
  head.writeUInt32LE(stream.length, 16);
  return Buffer.concat([head, stream]);
}

/** An AVIF that claims so many pixels. */
export async function hugeAvif(side = 30_000): Promise<Buffer> {
  return claimSize(await blank().avif({ effort: 0 }).toBuffer(), side, side);
}

const heic = join(import.meta.dirname, '../../field/activities/fixtures/board-hazratganj.heic');

/** The HEIC picture of 800 × 600 pixels with another size in its header. */
export function claimedHeic(width: number, height: number): Buffer {
  return claimSize(readFileSync(heic), width, height);
}

function claimSize(bytes: Buffer, width: number, height: number): Buffer {
  const at = bytes.indexOf('ispe');
  bytes.writeUInt32BE(width, at + 8);
  bytes.writeUInt32BE(height, at + 12);
  return bytes;
}

/** A HEIC grid whose cells are all one and the same picture of 800 × 600 pixels. */
export function heicGrid(rows = 30, columns = 30): Buffer {
  const original = readFileSync(heic);
  const part = (name: string) => {
    const at = original.indexOf(name) - 4;
    return original.subarray(at, at + original.readUInt32BE(at));
  };
  const tile = part('mdat').subarray(8);
  const size = [800 * columns, 600 * rows];
  const tiles = Array.from({ length: rows * columns }, (_, at) => 2 + at);
  const grid = Buffer.concat([Buffer.from([0, 1, rows - 1, columns - 1]), u32(...size)]);
  const properties = box(
    'iprp',
    box('ipco', part('hvcC'), part('colr'), part('ispe'), part('pixi'), sizeBox(size)),
    // Of each item the numbers of its properties; the highest bit says that it must be understood.
    full(
      'ipma',
      0,
      0,
      u32(1 + tiles.length),
      ...[u16(1), bytes(2, 5, 4)],
      ...tiles.flatMap((id) => [u16(id), bytes(4, 0x81, 2, 3, 4)]),
    ),
  );
  const meta = (tileAt: number) =>
    full(
      'meta',
      0,
      0,
      part('hdlr'),
      full('pitm', 0, 0, u16(1)),
      full(
        'iloc',
        1,
        0,
        bytes(0x44, 0),
        u16(1 + tiles.length),
        ...[u16(1, 1, 0, 1), u32(0, grid.length)],
        ...tiles.flatMap((id) => [u16(id, 0, 0, 1), u32(tileAt, tile.length)]),
      ),
      full(
        'iinf',
        0,
        0,
        u16(1 + tiles.length),
        itemBox(1, 'grid'),
        ...tiles.map((id) => itemBox(id, 'hvc1')),
      ),
      full('iref', 0, 0, box('dimg', u16(1, tiles.length, ...tiles))),
      properties,
      box('idat', grid),
    );
  const head = part('ftyp');
  const tileAt = head.length + meta(0).length + 8;
  return Buffer.concat([head, meta(tileAt), box('mdat', tile)]);
}

const sizeBox = (size: readonly number[]) => full('ispe', 0, 0, u32(...size));
const itemBox = (id: number, type: string) =>
  full('infe', 2, 0, u16(id, 0), Buffer.from(`${type}\0`, 'latin1'));

function box(type: string, ...content: readonly Buffer[]): Buffer {
  const whole = Buffer.concat([Buffer.from(`____${type}`, 'latin1'), ...content]);
  whole.writeUInt32BE(whole.length, 0);
  return whole;
}

function full(type: string, version: number, flags: number, ...content: readonly Buffer[]): Buffer {
  return box(type, u32((version << 24) | flags), ...content);
}

function bytes(...values: readonly number[]): Buffer {
  return Buffer.from(values);
}

function u16(...values: readonly number[]): Buffer {
  const all = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) all.writeUInt16BE(value, at * 2);
  return all;
}

function u32(...values: readonly number[]): Buffer {
  const all = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) all.writeUInt32BE(value, at * 4);
  return all;
}
