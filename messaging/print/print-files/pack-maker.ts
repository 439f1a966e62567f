import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../platform/process/refusal.ts';
import type { FindWaiter, WorkQueue } from '../../platform/queue/work-queue.ts';

/** Has a station's pack for WhatsApp made, unless it is there and true. */
export type MakePack = (district: string, station: string, waiter: FindWaiter) => Promise<void>;

const tryAgainSeconds = 30;

/**
 * A pack that was made, or found true, since this service began is not looked at again until the film changes. So strangers
 * can have at most one pack a station made.
 */
export function createPackMaker({
  printDir,
  run,
  work,
}: {
  printDir: string;
  /** Calls the generator with these arguments, or throws. */
  run(args: string[], signal: AbortSignal): Promise<void>;
  work: WorkQueue;
}): MakePack {
  const film = join(printDir, 'film', 'shelf.json');
  const filmTime = () => statSync(film, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const ready = new Map<string, number>();

  return async (district, station, waiter) => {
    const key = `${district}/${station}`;
    if (ready.get(key) === filmTime()) return;
    await work.make(`pack ${key}`, waiter, async (signal) => {
      const time = filmTime();
      try {
        await run(['--channel', 'social', '--station', key], signal);
      } catch (cause) {
        // All cards are being made, which takes minutes.
        if (!/Another run/.test((cause as Error).message)) throw cause;
        throw new Refusal('kit-under-way', {}, { retryAfterSeconds: tryAgainSeconds, cause });
      }
      ready.set(key, time);
    });
  };
}
