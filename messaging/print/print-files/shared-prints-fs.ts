import { mkdir, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeWholeFile } from '../../../campaigns/files/whole-file-fs.ts';
import type { FileStore } from '../../platform/files/file-store.ts';

/** Prints that were ordered, in the store that the machines share and in the print folder of this one. */
export interface SharedPrints {
  /** Gives what was made here to the other machines. */
  share(path: string): Promise<void>;
  /** Brings what another machine made, unless it is here; false when nobody made it. */
  bring(path: string): Promise<boolean>;
}

export function createSharedPrints(store: FileStore, printDir: string): SharedPrints {
  return {
    async share(path) {
      const made = join(printDir, path);
      await store.put(path, { path: made });
      // Not older than what is in the store, so that it is not brought here again.
      await utimes(made, new Date(), new Date());
    },
    async bring(path) {
      const head = await store.head(path);
      if (head === undefined) return false;
      const local = await stat(join(printDir, path)).catch(() => undefined);
      if (local !== undefined && local.mtimeMs >= head.changedAt.getTime()) return true;
      const found = await store.get(path);
      if (found === undefined) return false;
      await mkdir(join(printDir, dirname(path)), { recursive: true });
      await writeWholeFile(join(printDir, path), found.content);
      return true;
    },
  };
}

const orderedBoard = /^[a-z0-9-]+\/[a-z0-9-]+\/board\.(tif|jpg)$/;

/** Boards as pictures, made when an officer orders them: nothing else of the print folder is shared. */
export function isOrderedPrint(path: string): boolean {
  return orderedBoard.test(path);
}
