import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { crc32 } from 'node:zlib';

export interface FileSums {
  bytes: number;
  /** SHA-1 in base 64, as ST 429-8, 6.3 writes it. */
  hash: string;
  /** As a ZIP wants it. */
  crc32: number;
}

/** Length, hash and checksum of a file in one pass. */
export async function sumFile(path: string, signal?: AbortSignal): Promise<FileSums> {
  const sha1 = createHash('sha1');
  let bytes = 0;
  let crc = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
    const part = chunk as Buffer;
    sha1.update(part);
    crc = crc32(part, crc);
    bytes += part.length;
  }
  return { bytes, hash: sha1.digest('base64'), crc32: crc };
}
