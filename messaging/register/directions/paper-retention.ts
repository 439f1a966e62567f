import type { Pool } from 'pg';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { paperPath } from './paper-path.ts';

export interface PaperPeriods {
  today: Day;
  /** What was handed in, from its own day. */
  directionPaperDays: number;
  /** What was taken off before it was handed in. */
  refusedPhotoDays: number;
}

/** Papers whose files are deleted in one transaction. */
const batchPapers = 50;

/** Deletes papers of the register whose time is over, and the files of those whose rows are gone already. */
export async function deleteOldDirectionPapers(
  pool: Pool,
  papers: FileStore,
  periods: PaperPeriods,
): Promise<number> {
  await inTransaction(pool, (tx) => deleteRows(tx, periods));
  let deleted = 0;
  for (;;) {
    const batch = await inTransaction(pool, (tx) => deleteFiles(tx, papers));
    deleted += batch;
    if (batch < batchPapers) return deleted;
  }
}

async function deleteRows(
  tx: Queryable,
  { today, directionPaperDays, refusedPhotoDays }: PaperPeriods,
): Promise<void> {
  await tx.query(
    `DELETE FROM direction_file AS f
     WHERE (uploaded_at AT TIME ZONE 'Asia/Kolkata')::date + $2::int < $1::date
       OR (removed_at AT TIME ZONE 'Asia/Kolkata')::date + $3::int < $1::date
         AND NOT EXISTS (
           SELECT FROM direction_step AS s
           WHERE s.occurrence_id = f.occurrence_id AND s.files @> jsonb_build_array(jsonb_build_object('id', f.id))
         )`,
    [today, directionPaperDays, refusedPhotoDays],
  );
}

async function deleteFiles(tx: Queryable, papers: FileStore): Promise<number> {
  // Whoever hands in the same paper meanwhile waits, so that its file is not deleted under the new row.
  await tx.query('LOCK TABLE direction_file IN SHARE ROW EXCLUSIVE MODE');
  const { rows } = await tx.query<{ occurrence: number; sha256: string; back: boolean }>(
    `DELETE FROM direction_file_gone WHERE (occurrence_id, sha256) IN (
       SELECT occurrence_id, sha256 FROM direction_file_gone ORDER BY gone_at, occurrence_id, sha256 LIMIT $1)
     RETURNING occurrence_id AS occurrence, sha256, EXISTS (SELECT FROM direction_file AS f
       WHERE f.occurrence_id = direction_file_gone.occurrence_id AND f.sha256 = direction_file_gone.sha256) AS back`,
    [batchPapers],
  );
  // Before the commit: a file without its row would never be found again.
  for (const { occurrence, sha256, back } of rows)
    if (!back) await papers.delete(paperPath(occurrence, sha256));
  return rows.length;
}
