import { Worker } from 'node:worker_threads';

/** Worker threads that run one module, each with one job at a time. */
export interface Pool {
  threads: readonly Worker[];
  ended: Promise<unknown>;
}

export type ToThread<Job> = { kind: 'job'; job: Job } | { kind: 'end' };

/** Starts a thread for each data at once, so that they load while the main thread prepares what they need. */
export function startPool(module: URL, data: readonly object[]): Pool {
  const threads = data.map((workerData) => new Worker(module, { workerData }));
  const ended = Promise.all(
    threads.map((thread) => new Promise<void>((resolve) => thread.once('exit', () => resolve()))),
  );
  return { threads, ended };
}

/**
 * Gives each thread the next job until there is none. `onMessage` says whether a message ends the job of its thread.
 * @throws when a thread fails
 */
export async function runJobs<Job, Message>(
  { threads }: Pool,
  next: () => Job | undefined,
  onMessage: (message: Message) => boolean,
): Promise<void> {
  await Promise.all(
    threads.map(
      (thread) =>
        new Promise<void>((resolve, reject) => {
          const give = () => {
            const job = next();
            if (job === undefined) resolve();
            else thread.postMessage({ kind: 'job', job } satisfies ToThread<Job>);
          };
          thread.on('error', reject);
          thread.on('exit', (code) => reject(new Error(`A thread ended with ${code}`)));
          thread.on('message', (message: Message) => {
            if (onMessage(message)) give();
          });
          give();
        }),
    ),
  );
}

/** Each ends by itself: V8 aborts the process when a thread is terminated that is still loading its modules. */
export async function endPool({ threads, ended }: Pool): Promise<void> {
  for (const thread of threads) thread.postMessage({ kind: 'end' } satisfies ToThread<never>);
  await ended;
}
