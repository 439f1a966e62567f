import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { planZip } from '../../../../campaigns/files/zip.ts';
import type { PackageFile } from './package-fs.ts';

/**
 * Puts a package into one ZIP, stored: the pictures do not shrink, and a cinema's server takes the folder in it as it is.
 * @param inside the folder's name in the ZIP
 */
export async function zipPackage(
  zip: string,
  call: { folder: string; inside: string; files: readonly PackageFile[]; signal?: AbortSignal },
): Promise<void> {
  const { folder, inside, files, signal } = call;
  const plan = planZip(
    files.map(({ file, bytes, crc32 }) => ({ name: `${inside}/${file}`, bytes, crc32 })),
  );
  const out = await open(zip, 'wx');
  try {
    let written = 0;
    for (const piece of plan.pieces) {
      if (piece.kind === 'frame') {
        written += (await out.write(piece.data)).bytesWritten;
        continue;
      }
      const { file } = files[piece.index] as PackageFile;
      const content = createReadStream(join(folder, file), { highWaterMark: 1 << 20, signal });
      for await (const chunk of content) {
        written += (await out.write(chunk as Buffer)).bytesWritten;
      }
    }
    if (written !== plan.bytes) {
      throw new Error(`Expected ${plan.bytes} bytes in the ZIP, got ${written}`);
    }
  } finally {
    await out.close();
  }
}
