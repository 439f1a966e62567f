import { setTimeout as wait } from 'node:timers/promises';
import type { ChunkQueue } from './chunk-queue.ts';
import { type OverseerDependencies, overseeBlasts, reconcile } from './overseer.ts';
import { chunkSize, createSender, type SenderDependencies } from './sender.ts';

export interface WorkerDependencies extends OverseerDependencies, SenderDependencies {
  queue: ChunkQueue;
  /** Chunks that one process sends at a time. */
  lanes: number;
}

export interface Worker {
  /** Lets what is on its way end, gives the rest back, and stops. */
  stop(): Promise<void>;
}

const beatMs = 500;
/** After so many chunks a lane asks the queue again, so that blasts take turns. */
const chunksAHint = 8;

/**
 * Sends blasts until it is stopped. Every beat moves the blasts on, takes back what others left, and fills the
 * queue's window; hints then wake the lanes of all workers.
 */
export function startWorker(dependencies: WorkerDependencies): Worker {
  const { queue, log, lanes } = dependencies;
  const stopping = new AbortController();
  const { signal } = stopping;
  const busy = new Set<Promise<void>>();
  const sender = createSender(dependencies, signal);

  queue.work(lanes, (blastId) => {
    const work = runLane(blastId);
    busy.add(work);
    return work.finally(() => busy.delete(work));
  });

  async function runLane(blastId: number): Promise<void> {
    try {
      for (let chunks = 0; chunks < chunksAHint && !signal.aborted; chunks += 1) {
        if ((await sender.sendChunk(blastId)) < chunkSize) return;
      }
    } catch (error) {
      log.error({ blast: blastId, err: error }, 'chunk not finished; the ledger has the rest');
    }
  }

  async function beat(): Promise<void> {
    const ready = await overseeBlasts(dependencies);
    await queue.offer(ready);
  }

  const loops = [beat, () => reconcile(dependencies)].map(async (step) => {
    while (!signal.aborted) {
      try {
        await step();
      } catch (error) {
        log.error({ err: error }, 'beat failed; tried again');
      }
      await wait(beatMs, undefined, { signal }).catch(() => undefined);
    }
  });

  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops);
      await Promise.allSettled(busy);
      await sender.drain();
      await queue.close();
    },
  };
}
