import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ApiError } from '../http/api-error.ts';

/** Has a station's pack for WhatsApp made, unless it is there and true. */
export type MakePack = (district: string, station: string) => Promise<void>;

/** So many wait for theirs; whoever comes then is asked to come again. */
const mostWaiting = 20;
const limitMs = 30_000;
const retryMs = 250;

/**
 * Calls the generator for one station after another: the channel's folder has one lock. A pack that was made, or found
 * true, since this service began is not looked at again until the film changes. So strangers can have no more made than
 * one pack a station.
 */
export function createPackMaker({
  printDir,
  run,
}: {
  printDir: string;
  /** Calls the generator with these arguments, or throws. */
  run(args: string[]): Promise<void>;
}): MakePack {
  const film = join(printDir, 'film', 'shelf.json');
  const filmTime = () => statSync(film, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const ready = new Map<string, number>();
  const making = new Map<string, Promise<void>>();
  let last: Promise<unknown> = Promise.resolve();

  const make = async (key: string) => {
    const deadline = Date.now() + limitMs;
    for (;;) {
      const time = filmTime();
      try {
        await run(['--channel', 'social', '--station', key]);
        ready.set(key, time);
        return;
      } catch (error) {
        // Somebody makes all cards by hand.
        if (!/Another run/.test((error as Error).message)) throw error;
        if (Date.now() > deadline) throw busy(error);
        await wait(retryMs);
      }
    }
  };

  return async (district, station) => {
    const key = `${district}/${station}`;
    if (ready.get(key) === filmTime()) return;
    const begun = making.get(key);
    if (begun !== undefined) return begun;
    if (making.size >= mostWaiting) throw busy();
    const made = last.then(() => make(key)).finally(() => making.delete(key));
    last = made.catch(() => undefined);
    making.set(key, made);
    return made;
  };
}

function busy(cause?: unknown): ApiError {
  return new ApiError('kit-under-way', { retryAfterSeconds: limitMs / 1000, cause });
}
