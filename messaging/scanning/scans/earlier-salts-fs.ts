import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../../campaigns/files/list-files-fs.ts';

/**
 * Destroys the salts that earlier versions kept in files: overwritten, then deleted.
 * @throws when one is still there
 */
export function destroyEarlierSalts(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return;
  for (const name of listFiles(folder)) {
    const path = join(folder, name);
    writeFileSync(path, Buffer.alloc(statSync(path).size), { flag: 'r+', flush: true });
  }
  rmSync(folder, { recursive: true });
}
