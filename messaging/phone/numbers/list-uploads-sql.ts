import { randomBytes } from 'node:crypto';
import type { PoolClient } from 'pg';
import { dayMs } from '../../../campaigns/durations.ts';
import { clearAway } from '../../platform/database/clear-away.ts';
import { copyInSlices } from '../../platform/database/copy.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { ListRejects } from './list-lines.ts';

const uploadTables = {
  do_not_disturb_upload: 'upload, msisdn, classes',
  number_operator_upload: 'upload, prefix, operator, circle',
};
type UploadTable = keyof typeof uploadTables;

/**
 * Takes a list in constant memory: lines of its upload's own, then one transaction.
 * @param readLines lines of COPY for the upload with this id, consumed once; when it throws, the list stays as it was
 */
export async function storeList<Stored>(
  { pool, uploads }: Pick<Database, 'pool' | 'uploads'>,
  table: UploadTable,
  readLines: (upload: string) => AsyncGenerator<Uint8Array, ListRejects>,
  takeOver: (tx: PoolClient, upload: string, rejects: ListRejects) => Promise<Stored>,
): Promise<Stored> {
  const upload = uploadId(Date.now());
  await deleteUnfinishedUploads(pool, 1);
  try {
    const target = `${table} (${uploadTables[table]})`;
    const rejects = await copyInSlices(uploads, target, readLines(upload));
    return await inTransaction(uploads, (tx) => takeOver(tx, upload, rejects));
  } finally {
    await clearAway(() => pool.query(`DELETE FROM ${table} WHERE upload = $1`, [upload]));
  }
}

/** Deletes what uploads left whose process died. */
export async function deleteUnfinishedUploads(database: Queryable, days: number): Promise<number> {
  let deleted = 0;
  for (const table of Object.keys(uploadTables)) {
    const { rowCount } = await database.query(`DELETE FROM ${table} WHERE upload < $1`, [
      uploadId(Date.now() - days * dayMs),
    ]);
    deleted += rowCount ?? 0;
  }
  return deleted;
}

/** A UUID that begins with its time, as version 7 has it: a later one is the greater. */
function uploadId(atMs: number): string {
  const hex = atMs.toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
