import type { ManifestFile } from '../../campaigns/manifest.ts';
import { endPool, runJobs, startPool } from '../run/pool.ts';
import type { Finding } from './finding.ts';

export interface WorkerData {
  folder: string;
  campaign: string;
  dataDir: string;
}
export type Batch = readonly ManifestFile[];
export interface CheckedBatch {
  files: number;
  findings: Finding[];
}

/** Files that a thread takes at a time: few enough that all threads end together. */
const batchSize = 12;

/** Checks files on worker threads and hands on each batch as it comes. */
export async function checkInThreads(
  files: Batch,
  threads: number,
  { data, onBatch }: { data: WorkerData; onBatch: (batch: CheckedBatch) => void },
): Promise<void> {
  const left = [...files];
  const count = Math.min(threads, Math.ceil(files.length / batchSize));
  const module = new URL('./worker.ts', import.meta.url);
  const pool = startPool(
    module,
    Array.from({ length: count }, () => data),
  );
  const next = () => (left.length === 0 ? undefined : left.splice(0, batchSize));
  try {
    await runJobs(pool, next, (batch: CheckedBatch) => {
      onBatch(batch);
      return true;
    });
  } finally {
    await endPool(pool);
  }
}
