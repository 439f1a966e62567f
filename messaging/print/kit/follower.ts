import { join } from 'node:path';
import { type FileLock, tryFileLock } from '../../../campaigns/files/file-lock-fs.ts';
import { type KitChange, type KitMaker, type KitMakerOptions, openKitMaker } from './kit-maker.ts';
import type { Unfinished } from './unfinished-fs.ts';

export interface Follower extends KitMaker {
  /** Has files and pages follow, unless another process does: should that one end, this one goes on at a next look. */
  follow(change: KitChange): void;
}

/** Lets one of the processes that share a folder make what follows from a publication. */
export function openFollower(
  options: Omit<KitMakerOptions, 'onDone'> & { printDir: string; unfinished: Unfinished },
): Follower {
  const { printDir, unfinished } = options;
  /** The mark that is being followed. */
  let following = '';
  /** Held while this process makes what follows. */
  let lock: FileLock | null = null;
  const maker = openKitMaker({
    ...options,
    onDone() {
      // Another process may have written out something newer.
      if (unfinished.read() === following) unfinished.clear();
      lock?.release();
      lock = null;
    },
  });
  return {
    ...maker,
    follow(change) {
      const mark = unfinished.read();
      if (mark === undefined) return;
      lock ??= tryFileLock(join(printDir, '.following.lock'));
      if (lock === null) return;
      following = mark;
      maker.wake(change);
    },
    async close() {
      await maker.close();
      lock?.release();
    },
  };
}
