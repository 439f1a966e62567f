/** A file of an archive; its checksum is known beforehand, so that the archive's length is too. */
export interface ZipEntry {
  name: string;
  bytes: number;
  crc32: number;
}

/** Pieces of an archive, in order: its own bytes, or the content of an entry. */
export type ZipPiece = { bytes: number } & (
  | { kind: 'frame'; data: Uint8Array }
  | { kind: 'entry'; index: number }
);

export interface ZipPlan {
  bytes: number;
  pieces: ZipPiece[];
}

const most16 = 0xffff;
const most32 = 0xffffffff;
/** A fixed day, so that an archive of unchanged files is unchanged to the last byte: 27.03.2019, 00:00. */
const dosDate = ((2019 - 1980) << 9) | (3 << 5) | 27;
/** Names are UTF-8. */
const flags = 0x0800;

/**
 * Lays out an archive of stored entries (APPNOTE 6.3): press files and pictures are compressed inside already. ZIP64
 * fields appear only where a number outgrows its 32 or 16 bits. Pure, so that the service can stream the archive
 * that the generator writes.
 */
export function planZip(entries: readonly ZipEntry[]): ZipPlan {
  const pieces: ZipPiece[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const frame = (data: Uint8Array) => {
    pieces.push({ kind: 'frame', data, bytes: data.length });
    at += data.length;
  };
  for (const [index, entry] of entries.entries()) {
    directory.push(directoryRecord(entry, at));
    frame(localHeader(entry));
    pieces.push({ kind: 'entry', index, bytes: entry.bytes });
    at += entry.bytes;
  }
  const start = at;
  for (const record of directory) frame(record);
  frame(endOfDirectory({ count: entries.length, start, bytes: at - start }));
  return { bytes: at, pieces };
}

function localHeader({ name, bytes, crc32 }: ZipEntry): Uint8Array {
  const large = bytes >= most32;
  const extra = large ? zip64([bytes, bytes]) : empty;
  return join([
    fields([
      [4, 0x04034b50],
      [2, large ? 45 : 20],
      ...common(crc32, large ? most32 : bytes),
      [2, encode(name).length],
      [2, extra.length],
    ]),
    encode(name),
    extra,
  ]);
}

function directoryRecord({ name, bytes, crc32 }: ZipEntry, offset: number): Uint8Array {
  const large = bytes >= most32;
  const far = offset >= most32;
  const numbers = [...(large ? [bytes, bytes] : []), ...(far ? [offset] : [])];
  const extra = numbers.length > 0 ? zip64(numbers) : empty;
  const version = numbers.length > 0 ? 45 : 20;
  return join([
    fields([
      [4, 0x02014b50],
      [2, version],
      [2, version],
      ...common(crc32, large ? most32 : bytes),
      [2, encode(name).length],
      [2, extra.length],
      // Comment, disk, attributes within and without.
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, far ? most32 : offset],
    ]),
    encode(name),
    extra,
  ]);
}

/** Flags, method "stored", time, date, checksum and both lengths. */
function common(crc32: number, bytes: number): Field[] {
  return [
    [2, flags],
    [2, 0],
    [2, 0],
    [2, dosDate],
    [4, crc32],
    [4, bytes],
    [4, bytes],
  ];
}

function endOfDirectory(directory: { count: number; start: number; bytes: number }): Uint8Array {
  const { count, start, bytes } = directory;
  const isLarge = count >= most16 || start >= most32 || bytes >= most32;
  const end = fields([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, Math.min(count, most16)],
    [2, Math.min(count, most16)],
    [4, Math.min(bytes, most32)],
    [4, Math.min(start, most32)],
    [2, 0],
  ]);
  if (!isLarge) return end;
  const record = fields([
    [4, 0x06064b50],
    [8, 44],
    [2, 45],
    [2, 45],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, bytes],
    [8, start],
  ]);
  const locator = fields([
    [4, 0x07064b50],
    [4, 0],
    [8, start + bytes],
    [4, 1],
  ]);
  return join([record, locator, end]);
}

function zip64(numbers: readonly number[]): Uint8Array {
  return fields([[2, 1], [2, 8 * numbers.length], ...numbers.map((value): Field => [8, value])]);
}

type Field = [bytes: 2 | 4 | 8, value: number];

function fields(list: readonly Field[]): Uint8Array {
  const out = new Uint8Array(list.reduce((sum, [bytes]) => sum + bytes, 0));
  const view = new DataView(out.buffer);
  let at = 0;
  for (const [bytes, value] of list) {
    if (bytes === 2) view.setUint16(at, value, true);
    else if (bytes === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += bytes;
  }
  return out;
}

const empty = new Uint8Array(0);
const encoder = new TextEncoder();

function encode(text: string): Uint8Array {
  return encoder.encode(text);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
