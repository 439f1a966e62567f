import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { zipContent, zipNoteName } from '../../../campaigns/files/district-zip.ts';
import { planZip, type ZipPlan } from '../../../campaigns/files/zip.ts';
import type { ManifestFile } from '../../../campaigns/manifest.ts';

/** An archive that is not written anywhere: its length and tag are known, any part of it can be read. */
export interface DistrictZip {
  bytes: number;
  /** Changes with any file, name or word in it. */
  etag: string;
  /** Bytes from `start` up to and with `end`. */
  read(start: number, end: number): Readable;
}

/**
 * @param files the district's, all of them made
 * @param note the page on top
 */
export function districtZip(
  printDir: string,
  files: readonly ManifestFile[],
  note: string,
): DistrictZip {
  const noteBytes = Buffer.from(note);
  const content = zipContent(files);
  const plan = planZip([
    { name: zipNoteName, bytes: noteBytes.length, crc32: crc32(noteBytes) },
    ...content.map(({ name, file }) => ({ name, bytes: file.bytes, crc32: checksum(file) })),
  ]);
  const hash = createHash('sha256').update(note);
  for (const { name, file } of content) hash.update(`\n${name} ${file.sha256}`);
  const sources: Source[] = [
    noteBytes,
    ...content.map(({ file }) => ({ path: join(printDir, file.path), bytes: file.bytes })),
  ];
  return {
    bytes: plan.bytes,
    etag: `"${hash.digest('hex').slice(0, 32)}"`,
    read: (start, end) => Readable.from(parts(plan, sources, start, end + 1)),
  };
}

type Source = Uint8Array | { path: string; bytes: number };

function checksum({ path, crc32 }: ManifestFile): number {
  if (crc32 === undefined)
    throw new Error(`Expected \`crc32\` of ${path} in the manifest, got none`);
  return Number.parseInt(crc32, 16);
}

async function* parts(
  { pieces }: ZipPlan,
  sources: readonly Source[],
  start: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const piece of pieces) {
    const from = Math.max(0, start - at);
    const to = Math.min(piece.bytes, end - at);
    at += piece.bytes;
    if (from >= to) continue;
    const source = piece.kind === 'frame' ? piece.data : sources[piece.index];
    if (source instanceof Uint8Array) yield source.subarray(from, to);
    else if (source !== undefined) yield* readPart(source, from, to);
  }
}

/** A file that was remade meanwhile would spoil the archive: the answer breaks off, and the next try has a new tag. */
async function* readPart(
  { path, bytes }: { path: string; bytes: number },
  from: number,
  to: number,
): AsyncGenerator<Uint8Array> {
  const { size } = statSync(path);
  if (size !== bytes) throw new Error(`Expected ${bytes} bytes in ${path}, got ${size}`);
  for await (const chunk of createReadStream(path, { start: from, end: to - 1 }))
    yield chunk as Buffer;
}
