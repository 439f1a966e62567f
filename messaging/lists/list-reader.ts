import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { TableError } from '../../campaigns/tables/table-error.ts';
import type { ListNews } from './list-task.ts';

export interface ListLimits {
  /** Threads at a time; who comes later waits. */
  atOnce: number;
  /** Of a thread's heap. */
  memoryMb: number;
  /** For one batch. */
  turnMs: number;
  /** For all batches of a list together; what others do with them does not count. */
  totalMs: number;
}

/** Reads lists that come from outside in threads of their own, so that no file holds up what else is answered. */
export interface ListReader {
  /**
   * Batches as the thread makes them, each when it is asked for; its result is the generator's.
   * @param thread a file that calls `answerWithList`
   * @throws TableError when the list cannot be read within the limits
   */
  read<Batch, Result>(thread: URL, given: object): AsyncGenerator<Batch, Result, undefined>;
  /** The result of a thread that makes no batches. */
  readWhole<Result>(thread: URL, given: object): Promise<Result>;
}

const usual: ListLimits = { atOnce: 2, memoryMb: 384, turnMs: 30_000, totalMs: 20 * 60_000 };
const youngMb = 16;
const stackMb = 4;

export function createListReader(changes: Partial<ListLimits> = {}): ListReader {
  const limits = { ...usual, ...changes };
  let running = 0;
  const waiting: (() => void)[] = [];

  async function enter(): Promise<void> {
    if (running < limits.atOnce) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }
  /** The place goes over to who waits longest. */
  function leave(): void {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }

  async function* read<Batch, Result>(
    thread: URL,
    given: object,
  ): AsyncGenerator<Batch, Result, undefined> {
    await enter();
    try {
      return yield* readInThread<Batch, Result>(thread, given, limits);
    } finally {
      leave();
    }
  }

  return {
    read,
    async readWhole<Result>(thread: URL, given: object) {
      const { value } = await read<never, Result>(thread, given).next();
      return value as Result;
    },
  };
}

async function* readInThread<Batch, Result>(
  thread: URL,
  given: object,
  limits: ListLimits,
): AsyncGenerator<Batch, Result, undefined> {
  const worker = new Worker(thread, {
    workerData: given,
    resourceLimits: {
      maxOldGenerationSizeMb: limits.memoryMb,
      maxYoungGenerationSizeMb: youngMb,
      stackSizeMb: stackMb,
    },
  });
  let leftMs = limits.totalMs;
  try {
    for (;;) {
      const startedAt = performance.now();
      worker.postMessage('more');
      const news = await nextNews(worker, Math.min(leftMs, limits.turnMs));
      leftMs -= performance.now() - startedAt;
      if (news.kind === 'done') return news.result as Result;
      if (news.kind === 'failed') throw news.error;
      if (news.kind === 'unreadable') throw new TableError(news, { fault: news.fault });
      yield news.batch as Batch;
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? new TableError(tooMuch, { cause: error })
      : error;
  } finally {
    await worker.terminate();
  }
}

const tooMuch = {
  en: 'Expected a list that can be read in the memory that there is for it, got one that needs more; save it as csv',
  hi: 'इस फ़ाइल को पढ़ने में बहुत अधिक मेमोरी लगती है; सूची को CSV में सहेजकर फिर भेजें',
};
const tooSlow = {
  en: 'Expected a list that can be read in a reasonable time, got one that takes longer; save it as csv',
  hi: 'इस फ़ाइल को पढ़ने में बहुत अधिक समय लगता है; सूची को CSV में सहेजकर फिर भेजें',
};

async function nextNews(worker: Worker, limitMs: number): Promise<ListNews> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), Math.max(0, limitMs));
  const listening = { signal: limit.signal };
  try {
    const [news] = await Promise.race([
      once(worker, 'message', listening),
      once(worker, 'exit', listening).then(([code]) => {
        throw new Error(`The thread that reads a list ended with ${code}`);
      }),
    ]);
    return news as ListNews;
  } catch (error) {
    throw (error as Error).name === 'AbortError' ? new TableError(tooSlow) : error;
  } finally {
    clearTimeout(timer);
    limit.abort();
  }
}
