import { setTimeout as wait } from 'node:timers/promises';

const firstRetryMs = 50;
const longestRetryMs = 2000;
const triesAfterStop = 5;

/**
 * Writes what must reach the ledger: tried again while the database is away. Once the worker stops, a few tries
 * are left; what is then not written is found by the sweep of another worker.
 */
export async function persist(write: () => Promise<void>, signal: AbortSignal): Promise<void> {
  let delayMs = firstRetryMs;
  let triesLeft = triesAfterStop;
  while (triesLeft > 0) {
    try {
      await write();
      return;
    } catch {
      if (signal.aborted) triesLeft -= 1;
      await wait(delayMs);
      delayMs = Math.min(longestRetryMs, delayMs * 2);
    }
  }
}
