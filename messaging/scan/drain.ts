import { performance } from 'node:perf_hooks';
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
  onTrouble?: (error: Error) => void;
}

export interface Drain {
  /** Takes what is there now, then stops; gives up at the first failure, since the spool keeps the rest. */
  stop(): Promise<void>;
}

const longestPauseMs = 10_000;
/** While requests keep the process busy, batches stand back for them: some 10,000 records a second still go through. */
const busyShare = 0.6;
const standBackMs = 80;

/** Carries a spool's records into the database in batches, and waits longer each time that it fails. */
export function startDrain(options: DrainOptions): Drain {
  const { spool, store, batchLimit = 1000, pauseMs = 250 } = options;
  let stopping = false;
  let wake = (): void => {};
  let failures = 0;

  async function takeAll(): Promise<void> {
    let seen = performance.eventLoopUtilization();
    for (;;) {
      const batch = await spool.next(batchLimit);
      if (batch.records.length > 0) await store(batch.records);
      await batch.done();
      if (batch.records.length < batchLimit) return;
      const { utilization } = performance.eventLoopUtilization(seen);
      if (utilization > busyShare && !stopping) await wait(standBackMs);
      seen = performance.eventLoopUtilization();
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
