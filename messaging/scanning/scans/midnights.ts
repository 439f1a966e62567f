import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hourMs, minuteMs } from '../../../campaigns/durations.ts';
import { listFiles } from '../../../campaigns/files/list-files-fs.ts';
import { type Clock, untilTomorrowMs } from '../../platform/process/clock.ts';

const retryMs = minuteMs;

/** Runs now and at the beginning of each day; again after a minute when it failed. */
export function atEachMidnight(
  clock: Clock,
  work: () => Promise<void>,
  onTrouble: (error: Error) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  async function run(): Promise<void> {
    let pauseMs = untilTomorrowMs(clock) + 1;
    try {
      await work();
    } catch (error) {
      onTrouble(error as Error);
      pauseMs = Math.min(pauseMs, retryMs);
    }
    // A clock that is set is looked at again within the hour.
    if (!stopped) timer = setTimeout(() => void run(), Math.min(pauseMs, hourMs)).unref();
  }
  void run();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

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
