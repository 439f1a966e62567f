import type { Pool } from 'pg';
import { inTransaction, type Queryable } from '../database/transaction.ts';
import type { FileStore } from './file-store.ts';

/** Rows of one transaction: the embedded database has one at a time, and others wait meanwhile. */
const batchRows = 50;

/** How many rows a step deleted, and the files that no row names any more. */
export interface ExpiredRows {
  rows: number;
  paths: readonly string[];
}

/** Deletes at most `most` rows whose time is over. */
export type DeleteRows = (tx: Queryable, most: number) => Promise<ExpiredRows>;

/**
 * Deletes rows and their files batch by batch. Files go before the commit: without its row one would never be found again.
 * @returns how many rows went
 */
export async function deleteExpiredFiles(
  pool: Pool,
  store: FileStore,
  deleteRows: DeleteRows,
): Promise<number> {
  for (let deleted = 0; ; ) {
    const { rows } = await inTransaction(pool, async (tx) => {
      const batch = await deleteRows(tx, batchRows);
      for (const path of batch.paths) await store.delete(path);
      return batch;
    });
    deleted += rows;
    if (rows < batchRows) return deleted;
  }
}
