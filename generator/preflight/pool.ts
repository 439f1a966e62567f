import { Worker } from 'node:worker_threads';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import type { Finding } from './finding.ts';

export interface WorkerData {
  folder: string;
  campaign: string;
  dataDir: string;
}
export interface CheckedBatch {
  files: number;
  findings: Finding[];
}

/** Files that a thread takes at a time: few enough that all threads end together. */
const batchSize = 12;

/** Checks files on worker threads and hands on each batch as it comes. */
export async function checkInThreads(
  files: readonly ManifestFile[],
  threads: number,
  { data, onBatch }: { data: WorkerData; onBatch: (batch: CheckedBatch) => void },
): Promise<void> {
  const batches: ManifestFile[][] = [];
  for (let at = 0; at < files.length; at += batchSize)
    batches.push(files.slice(at, at + batchSize));
  const count = Math.min(threads, batches.length);
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./worker.ts', import.meta.url), { workerData: data }),
  );
  try {
    await Promise.all(
      workers.map(
        (worker) =>
          new Promise<void>((resolve, reject) => {
            const next = () => {
              const batch = batches.shift();
              if (batch === undefined) resolve();
              else worker.postMessage(batch);
            };
            worker.on('error', reject);
            worker.on('exit', (code) => reject(new Error(`A preflight thread ended with ${code}`)));
            worker.on('message', (batch: CheckedBatch) => {
              onBatch(batch);
              next();
            });
            next();
          }),
      ),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
