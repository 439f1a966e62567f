import { Worker } from 'node:worker_threads';
import type { DistrictJob, FromWorker, JobResult, ToWorker, WorkerData } from './job.ts';
import type { SharedLayout } from './shared-layout.ts';

export interface Pool {
  /** Runs the jobs, largest first, and hands on each result as it comes; `stop` ends it after the districts at work. */
  run(
    jobs: readonly DistrictJob[],
    on: { files(count: number): void; result(result: JobResult): void },
  ): Promise<void>;
  stop(): void;
  close(): Promise<void>;
}

/** Starts worker threads at once, so that they load while the main thread lays the artwork out. */
export function startPool(
  threads: number,
  data: Omit<WorkerData, 'name'>,
  layouts: Promise<SharedLayout[]>,
): Pool {
  const workers = Array.from(
    { length: threads },
    (_, index) =>
      new Worker(new URL('./worker.ts', import.meta.url), {
        workerData: { ...data, name: `${process.pid}-${index}` } satisfies WorkerData,
      }),
  );
  const ended = workers.map(
    (worker) => new Promise<void>((resolve) => worker.once('exit', () => resolve())),
  );
  let stopped = false;
  return {
    async run(jobs, on) {
      const queue = [...jobs].sort((a, b) => b.stations.length - a.stations.length);
      const laid = await layouts;
      await Promise.all(
        workers.map(
          (worker) =>
            new Promise<void>((resolve, reject) => {
              const tell = (message: ToWorker) => worker.postMessage(message);
              const next = () => {
                const job = stopped ? undefined : queue.shift();
                if (job === undefined) resolve();
                else tell({ kind: 'job', job });
              };
              worker.on('error', reject);
              worker.on('message', (message: FromWorker) => {
                if (message.kind === 'progress') on.files(message.files);
                if (message.kind !== 'done') return;
                on.result(message.result);
                if (message.result.faults.some(({ fatal }) => fatal)) stopped = true;
                next();
              });
              tell({ kind: 'layouts', layouts: laid });
              next();
            }),
        ),
      );
    },
    stop() {
      stopped = true;
    },
    // Each ends by itself: V8 aborts the process when a thread is terminated that is still loading its modules.
    async close() {
      for (const worker of workers) worker.postMessage({ kind: 'end' } satisfies ToWorker);
      await Promise.all(ended);
    },
  };
}
