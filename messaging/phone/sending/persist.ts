import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { isLostConnection } from '../../platform/database/connection-error.ts';

export interface PersistOptions {
  /** Aborts when the worker stops. */
  signal: AbortSignal;
  log: Logger;
}

const firstRetryMs = 50;
const longestRetryMs = 2000;
const triesAfterStop = 5;
const logEveryMs = 30_000;

/**
 * Writes what must reach the ledger: tried again while the database is away. Once the worker stops, a few tries
 * are left; what is then not written is found by the sweep of another worker.
 * @throws what the database says of a write that it refuses
 */
export async function persist(write: () => Promise<void>, options: PersistOptions): Promise<void> {
  const { signal, log } = options;
  const since = performance.now();
  let loggedAt = Number.NEGATIVE_INFINITY;
  let delayMs = firstRetryMs;
  let triesLeft = triesAfterStop;
  for (;;) {
    try {
      await write();
      if (loggedAt > since) log.info({ ms: performance.now() - since }, 'the ledger is back');
      return;
    } catch (error) {
      if (!isLostConnection(error)) throw error;
      if (signal.aborted) triesLeft -= 1;
      if (triesLeft === 0) {
        log.error({ err: error }, 'not written before the stop; the next sweep finds it');
        return;
      }
      if (performance.now() - loggedAt > logEveryMs) {
        log.warn({ err: error }, 'the ledger is away; what is to be written waits');
        loggedAt = performance.now();
      }
    }
    await wait(delayMs);
    delayMs = Math.min(longestRetryMs, delayMs * 2);
  }
}
