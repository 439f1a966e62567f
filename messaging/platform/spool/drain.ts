import { setTimeout as wait } from 'node:timers/promises';
import type { SpoolRecord } from './record.ts';
import type { Spool } from './spool.ts';

export interface DrainOptions {
  spool: Spool;
  /** Stores a batch by its ids; one that comes again must change nothing. */
  store: (records: SpoolRecord[]) => Promise<void>;
  batchLimit?: number;
  /** Pause between two looks at the spool. */
  pauseMs?: number;
  /** The longest pause after failures. */
  longestPauseMs?: number;
  /** Pause between two full batches while records come in fast. */
  standBackMs?: number;
  onTrouble?: (error: Error) => void;
}

export interface Drain {
  /** Takes what is there now, then stops; gives up at the first failure, since the spool keeps the rest. */
  stop(): Promise<void>;
}

const usualLongestPauseMs = 10_000;
/** Incoming records per second from which batches yield to the requests: some 6,000 a second still go through. */
const busyPerSecond = 1000;
const usualStandBackMs = 150;

/** Carries a spool's records into the database in batches, and waits longer each time that it fails. */
export function startDrain(options: DrainOptions): Drain {
  const { spool, store, batchLimit = 1000, pauseMs = 250 } = options;
  const { longestPauseMs = usualLongestPauseMs, standBackMs = usualStandBackMs } = options;
  let stopping = false;
  let wake = (): void => {};
  let failures = 0;

  async function takeAll(): Promise<void> {
    let seen = { stored: spool.counts().stored, at: performance.now() };
    for (;;) {
      const batch = await spool.next(batchLimit);
      if (batch.records.length > 0) await store(batch.records);
      await batch.done();
      if (batch.records.length < batchLimit) return;
      const now = { stored: spool.counts().stored, at: performance.now() };
      const perSecond = ((now.stored - seen.stored) / (now.at - seen.at)) * 1000;
      seen = now;
      if (perSecond > busyPerSecond && !stopping) await wait(standBackMs);
    }
  }

  async function run(): Promise<void> {
    while (!stopping) {
      await attempt();
      if (stopping) break;
      const pause = Math.min(pauseMs * 2 ** failures, longestPauseMs);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    await attempt();
  }

  async function attempt(): Promise<void> {
    try {
      await takeAll();
      failures = 0;
    } catch (error) {
      failures += 1;
      options.onTrouble?.(error as Error);
    }
  }

  const running = run();
  return {
    async stop() {
      stopping = true;
      wake();
      await running;
    },
  };
}
