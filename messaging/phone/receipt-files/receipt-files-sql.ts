import type { Pool } from 'pg';
import { z } from 'zod';
import { receiptFaults } from '../../../campaigns/words/receipt-fault-words.ts';
import { instant } from '../../contract/route.ts';
import { receiptFileStates, recipientStatuses } from '../../contract/values.ts';
import { endActs } from '../../people/held-acts/held-acts-sql.ts';
import { clearAway } from '../../platform/database/clear-away.ts';
import { copyInSlices } from '../../platform/database/copy.ts';
import type { Database } from '../../platform/database/database.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import {
  inTransaction,
  type Queryable,
  type RecordDone,
} from '../../platform/database/transaction.ts';
import { keepUpdates, type MatchedBlast, matchRows, sumUp } from './match-sql.ts';

/** A delivery report that came as a file: what it holds, and what came of it. */
export const receiptFile = z.object({
  id: z.int(),
  fileName: z.string(),
  uploadedBy: z.string().describe('Name of the officer'),
  uploadedAt: instant,
  state: z.enum(receiptFileStates),
  rowsRead: z.int().describe('Rows below the titles, empty ones left out'),
  faulty: z.int().describe('Rows that were not taken'),
  notOurs: z.int().describe('Rows of other blasts or of strangers'),
  recipients: z.int().describe('Recipients of this blast of which it tells'),
  changes: z
    .int()
    .describe('Recipients whose status it changes, as the ledger was when it was read'),
  outcomes: z
    .array(
      z.object({
        status: z.enum(recipientStatuses),
        code: z.string().nullable(),
        recipients: z.int(),
      }),
    )
    .describe('What the changes come to'),
  faults: z
    .array(z.object({ row: z.int(), fault: z.enum(receiptFaults), found: z.string() }))
    .describe('The first of the faulty rows, numbers masked'),
  changed: z.int().describe('Recipients whose status it has changed'),
  appliedBy: z.string().nullable(),
  acceptedBy: z.string().nullable().describe('The second officer, where it moves a public figure'),
  appliedAt: instant.nullable(),
});
export type ReceiptFile = z.output<typeof receiptFile>;
type FaultOfRow = ReceiptFile['faults'][number];

export const receiptKind = 'receipt-file';
export const nameSubject = (id: number) => `receipt-file/${id}`;

const shownFaults = 50;
const shownFiles = 20;

/**
 * Reads a delivery report into its own tables and finds whose its rows are, in constant memory; nothing of the
 * ledger changes.
 * @param readLines lines of `receipt_file_row` for the file with this id, consumed once; when it throws, nothing remains
 */
export async function storeReceiptFile(
  { pool, uploads }: Pick<Database, 'pool' | 'uploads'>,
  { blast, fileName, by }: { blast: MatchedBlast; fileName: string; by: string },
  {
    readLines,
    record,
  }: {
    readLines: (id: number) => AsyncGenerator<Uint8Array, unknown>;
    record: RecordDone<ReceiptFile>;
  },
): Promise<ReceiptFile> {
  const row = await queryRow<{ id: number }>(pool)`
    INSERT INTO receipt_file (blast_id, file_name, uploaded_by) VALUES (${blast.id}, ${fileName}, ${by})
      RETURNING id`;
  const id = row?.id ?? 0;
  try {
    await copyInSlices(
      uploads,
      'receipt_file_row (file_id, row_number, msisdn, provider_id, status, code, at, fault, found)',
      readLines(id),
    );
    return await inTransaction(uploads, async (tx) => {
      // Rows that have just come are few to PostgreSQL until they are counted.
      await tx.query('ANALYZE receipt_file_row');
      await matchRows(tx, id, blast);
      await keepUpdates(tx, id);
      await sumUp(tx, id);
      const stored = await findReceiptFile(tx, { id, blastId: blast.id });
      if (stored === null) throw new Error('Expected the file that was read, got none');
      await record(tx, stored);
      return stored;
    });
  } catch (error) {
    await clearAway(() => deleteFile(pool, id));
    throw error;
  }
}

async function deleteFile(pool: Pool, id: number): Promise<void> {
  await clearRows(pool, [id]);
  await execute(pool)`DELETE FROM receipt_file WHERE id = ${id}`;
}

async function clearRows(database: Queryable, ids: readonly number[]): Promise<void> {
  await execute(database)`DELETE FROM receipt_file_row WHERE file_id = ANY (${ids}::integer[])`;
  await execute(database)`DELETE FROM receipt_file_update WHERE file_id = ANY (${ids}::integer[])`;
}

const columns = `f.id, f.file_name AS "fileName", coalesce(u.name, f.uploaded_by) AS "uploadedBy",
  f.uploaded_at AS "uploadedAt", f.state, f.rows_read AS "rowsRead", f.faulty, f.not_ours AS "notOurs", f.recipients,
  f.changes, f.outcomes, f.changed, coalesce(a.name, f.applied_by) AS "appliedBy", coalesce(s.name, f.accepted_by) AS "acceptedBy",
  f.applied_at AS "appliedAt"`;
const source = `receipt_file AS f LEFT JOIN person AS u ON u.id = f.uploaded_by
  LEFT JOIN person AS a ON a.id = f.applied_by LEFT JOIN person AS s ON s.id = f.accepted_by`;

export async function findReceiptFile(
  database: Queryable,
  { id, blastId }: { id: number; blastId: number },
): Promise<ReceiptFile | null> {
  const file = await queryRow<Omit<ReceiptFile, 'faults'>>(database)`
    SELECT ${raw(columns)} FROM ${raw(source)} WHERE f.id = ${id} AND f.blast_id = ${blastId}`;
  if (file === undefined) return null;
  return { ...file, faults: await readFaults(database, id) };
}

/** Files of a blast that were read whole, the latest first. */
export async function listReceiptFiles(pool: Pool, blastId: number): Promise<ReceiptFile[]> {
  const rows = await queryRows<Omit<ReceiptFile, 'faults'>>(pool)`
    SELECT ${raw(columns)} FROM ${raw(source)} WHERE f.blast_id = ${blastId} AND f.state <> 'reading'
      ORDER BY f.id DESC LIMIT ${shownFiles}`;
  const files: ReceiptFile[] = [];
  for (const file of rows) files.push({ ...file, faults: await readFaults(pool, file.id) });
  return files;
}

/** The first of the rows that were not taken; those of other blasts are only counted. */
function readFaults(database: Queryable, id: number): Promise<FaultOfRow[]> {
  return queryRows<FaultOfRow>(database)`
    SELECT row_number AS row, fault, found FROM receipt_file_row
    WHERE file_id = ${id} AND fault <> 'not-ours' ORDER BY row_number LIMIT ${shownFaults}`;
}

/** Every row that was not taken, in the order of the file, in pages. */
export async function* walkFaults(pool: Pool, id: number): AsyncGenerator<FaultOfRow[]> {
  const pageRows = 5000;
  for (let after = 0; ; ) {
    const rows = await queryRows<FaultOfRow>(pool)`
      SELECT row_number AS row, fault, found FROM receipt_file_row
      WHERE file_id = ${id} AND fault IS NOT NULL AND row_number > ${after} ORDER BY row_number
        LIMIT ${pageRows}`;
    if (rows.length > 0) yield rows;
    if (rows.length < pageRows) return;
    after = rows.at(-1)?.row ?? 0;
  }
}

/** Puts away what was read and not applied. @returns whether there was something */
export async function discardReceiptFile(tx: Queryable, id: number): Promise<boolean> {
  const changed = await execute(tx)`
    UPDATE receipt_file SET state = 'discarded' WHERE id = ${id} AND state = 'read'`;
  if (changed === 0) return false;
  await clearRows(tx, [id]);
  return true;
}

/**
 * Deletes what is left of files: half-read ones after a day, rows that were not taken and what was never applied after
 * as many days as rejected rows of a list.
 */
export async function deleteOldReceiptRows(
  pool: Pool,
  { unfinishedDays, faultDays }: { unfinishedDays: number; faultDays: number },
): Promise<number> {
  return inTransaction(pool, async (tx) => {
    const rows = await queryRows<{ id: number; half: boolean }>(tx)`
      SELECT id, state = 'reading' AS half FROM receipt_file AS f
      WHERE (state = 'reading' AND uploaded_at < now() - ${unfinishedDays}::integer * interval '1 day')
        OR (uploaded_at < now() - ${faultDays}::integer * interval '1 day' AND (state IN ('read', 'applying')
          OR EXISTS (SELECT FROM receipt_file_row AS r WHERE r.file_id = f.id)))`;
    if (rows.length === 0) return 0;
    const ids = rows.map(({ id }) => id);
    await clearRows(tx, ids);
    const half = rows.filter((row) => row.half).map(({ id }) => id);
    await execute(tx)`DELETE FROM receipt_file WHERE id = ANY (${half}::integer[])`;
    await execute(tx)`
      UPDATE receipt_file SET state = 'discarded' WHERE id = ANY (${ids}::integer[])
        AND state IN ('read', 'applying')`;
    for (const id of ids)
      await endActs(tx, {
        kind: receiptKind,
        subject: nameSubject(id),
        by: 'service',
        at: new Date(),
      });
    return rows.length;
  });
}
