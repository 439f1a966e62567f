import { dirname, join } from 'node:path';
import { makeFolder } from '../../campaigns/files/sync-fs.ts';
import { writeWholeFile } from '../../campaigns/files/whole-file-fs.ts';

/** Where a kept picture lies, relative to the folder of pictures. */
export function photoPath(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) {
    throw new Error(`Expected a SHA-256 for \`photo\`, got "${sha256}"`);
  }
  return join(sha256.slice(0, 2), `${sha256}.jpg`);
}

/** Writes a picture under its hash: whole or not at all. */
export async function keepPhotoFile(
  folder: string,
  sha256: string,
  jpeg: Uint8Array,
): Promise<void> {
  const path = join(folder, photoPath(sha256));
  await makeFolder(dirname(path));
  await writeWholeFile(path, jpeg, 0o600);
}
