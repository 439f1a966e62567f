import { Readable } from 'node:stream';
import { createInflateRaw, inflateRawSync } from 'node:zlib';

/** A file of an archive, by the archive's own list. */
export interface ZipEntry {
  /** As the archive claims. */
  bytes: number;
  method: number;
  packedBytes: number;
  headerAt: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endBytes = 22;
const longestComment = 65_535;
const mostEntries = 2000;
const deflated = 8;

/** The list at a ZIP archive's end (APPNOTE 6.3). @throws when it has none, or one that does not fit the archive */
export function zipEntries(archive: Buffer): Map<string, ZipEntry> {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > mostEntries) throw new RangeError(`Expected at most ${mostEntries} files, got more`);
  const entries = new Map<string, ZipEntry>();
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== entryMark) throw new RangeError('Expected a list of files');
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
    entries.set(archive.toString('utf8', at + 46, nameEnd), {
      method: archive.readUInt16LE(at + 10),
      packedBytes: archive.readUInt32LE(at + 20),
      bytes: archive.readUInt32LE(at + 24),
      headerAt: archive.readUInt32LE(at + 42),
    });
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

/** Unpacks a file piece by piece. @throws when more comes out than the limit, whatever the archive claims */
export async function* unpackEntry(
  archive: Buffer,
  entry: ZipEntry,
  limit: { bytes: number; fault: () => Error },
): AsyncGenerator<string> {
  if (entry.bytes > limit.bytes) throw limit.fault();
  const source = Readable.from([findPacked(archive, entry)]);
  const unpacked = entry.method === deflated ? source.pipe(createInflateRaw()) : source;
  const decoder = new TextDecoder();
  let bytes = 0;
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limit.bytes) throw limit.fault();
    yield decoder.decode(chunk, { stream: true });
  }
}

/** Unpacks a file at once. @throws when more comes out than the archive claims */
export function unpackWhole(archive: Buffer, entry: ZipEntry): string {
  return unpackBytes(archive, entry).toString();
}

export function unpackBytes(archive: Buffer, entry: ZipEntry): Buffer {
  const packed = findPacked(archive, entry);
  if (entry.method !== deflated) return packed;
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) });
}

function findPacked(archive: Buffer, { headerAt, packedBytes }: ZipEntry): Buffer {
  const start =
    headerAt + 30 + archive.readUInt16LE(headerAt + 26) + archive.readUInt16LE(headerAt + 28);
  return archive.subarray(start, start + packedBytes);
}

function findEnd(archive: Buffer): number {
  const last = archive.length - endBytes;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (archive.readUInt32LE(at) === endMark) return at;
  }
  throw new RangeError('Expected a ZIP archive, got none');
}
