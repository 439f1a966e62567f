import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { HintQueue } from '../../platform/queue/bull-queue.ts';
import type { SealedParts } from '../blasts/seal.ts';
import { createUpkeep } from '../ledger/upkeep-sql.ts';
import { beginFallbacks } from './fallbacks.ts';
import type { OutcomeCounts } from './outcome-recorder.ts';
import { createReceiptLookUp, defaultPatience, type ReceiptPatience } from './receipt-look-up.ts';
import { reconcile } from './reconciler.ts';
import { planBlasts, type SchedulerDependencies, scheduleBlasts } from './scheduler.ts';
import { createSealWatch } from './seal-watch.ts';
import { chunkSize, createSender, type SenderDependencies } from './sender.ts';
import { createSenderWatch } from './sender-watch.ts';

export interface WorkerDependencies
  extends Omit<SchedulerDependencies, 'senders' | 'seals'>,
    Pick<SealedParts, 'call'>,
    SenderDependencies {
  queue: HintQueue;
  /** Chunks that one process sends at a time. */
  concurrency: number;
  /** When receipts that do not come are looked up; the usual patience where it is not given. */
  patience?: ReceiptPatience;
  /** Pause between two looks at what is to be done. */
  tickMs?: number;
}

export interface Worker {
  outcomes(): OutcomeCounts;
  /** Lets what is on its way end, gives the rest back, and stops. */
  stop(): Promise<void>;
}

/** Chunks after which a lane asks the queue again, so that blasts take turns. */
const chunksAHint = 8;

/**
 * Sends blasts until it is stopped. Every tick moves the blasts on, takes back what others left, and fills the
 * queue's window; hints then wake the concurrency of all workers.
 */
export function startWorker(given: WorkerDependencies): Worker {
  const { queue, log, concurrency, tickMs = 500 } = given;
  const dependencies = {
    ...given,
    senders: createSenderWatch(given.pool, given.gateways),
    seals: createSealWatch(given.pool, given),
  };
  const stopping = new AbortController();
  const { signal } = stopping;
  const busy = new Set<Promise<void>>();
  const sender = createSender(dependencies, signal);

  queue.work(concurrency, (blastId, job) => {
    const work = sendChunks(blastId, log.child({ blast: blastId, job }));
    busy.add(work);
    return work.finally(() => busy.delete(work));
  });

  async function sendChunks(blastId: number, log: Logger): Promise<void> {
    try {
      for (let chunks = 0; chunks < chunksAHint && !signal.aborted; chunks += 1) {
        const claimed = await sender.sendChunk(blastId, log);
        if (claimed > 0) log.debug({ claimed }, 'a chunk of the blast');
        if (claimed < chunkSize) return;
      }
    } catch (error) {
      log.error({ err: error }, 'chunk not finished; the ledger has the rest');
    }
  }

  async function tick(): Promise<void> {
    const ready = await scheduleBlasts(dependencies);
    await queue.offer(ready);
  }

  const receipts = createReceiptLookUp(
    { ...dependencies, signal },
    dependencies.patience ?? defaultPatience,
  );
  const upkeep = createUpkeep(dependencies.pool, signal);
  const steps = [
    tick,
    () => planBlasts(dependencies, signal),
    () => beginFallbacks(dependencies),
    () => reconcile(dependencies),
    receipts.tick,
    upkeep,
  ];
  const loops = steps.map(async (step) => {
    while (!signal.aborted) {
      try {
        await step();
      } catch (error) {
        log.error({ err: error }, 'tick failed; tried again');
      }
      await wait(tickMs, undefined, { signal }).catch(() => undefined);
    }
  });

  return {
    outcomes: sender.outcomes,
    async stop() {
      stopping.abort();
      await Promise.all(loops);
      await Promise.allSettled(busy);
      await sender.close();
      await queue.close();
    },
  };
}
