import type { Pool } from 'pg';
import { execute, queryRow, queryRows } from '../../platform/database/sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { ProviderStatus } from '../gateways/gateway.ts';
import { retryDeadlock, writeDeliveryUpdates } from '../ledger/ledger-sql.ts';

/** How far a file is applied. */
export interface Applied {
  /** There is more to take. */
  begun: boolean;
  /** Recipients that it has changed so far. */
  changed: number;
}

/** Writes the audit log with the first batch, and with the last. */
type RecordApplied = (tx: Queryable, applied: Applied) => Promise<void>;

/** Short enough that no sender waits long for the figures, which each batch holds until it is committed. */
const batchRows = 5000;

/** Whether a file can be begun. A crash of the database empties the table of what was read. */
export async function findWhole(
  tx: Queryable,
  id: number,
): Promise<'whole' | 'put-away' | 'rows-gone'> {
  const file = await queryRow<{ state: string; isWhole: boolean }>(tx)`
    SELECT state, changes = (SELECT count(*) FROM receipt_file_update WHERE file_id = f.id) AS "isWhole"
    FROM receipt_file AS f WHERE id = ${id} FOR UPDATE`;
  if (file?.state !== 'read') return 'put-away';
  return file.isWhole ? 'whole' : 'rows-gone';
}

/** Recipients that a file adds to those who count as sent to, and to those whom the network says it reached. */
export async function countMoves(
  tx: Queryable,
  id: number,
): Promise<Record<'sent' | 'delivered', number>> {
  const moves = await queryRow<Record<'sent' | 'delivered', number>>(tx)`
    SELECT count(*) FILTER (WHERE r.status < 'accepted')::int AS sent,
      count(*) FILTER (WHERE n.status = 'delivered')::int AS delivered
    FROM receipt_file_update AS n JOIN blast_recipient AS r ON r.id = n.recipient_id
    WHERE n.file_id = ${id} AND r.status < n.status`;
  return moves ?? { sent: 0, delivered: 0 };
}

/** Takes the first batch of a file that was read, in the name of those who answer for it. */
export async function beginReceiptFile(
  tx: Queryable,
  id: number,
  { by, acceptedBy, record }: { by: string; acceptedBy: string | null; record: RecordApplied },
): Promise<void> {
  await execute(tx)`
    UPDATE receipt_file SET state = 'applying', applied_by = ${by}, accepted_by = ${acceptedBy}
    WHERE id = ${id} AND state = 'read'`;
  await applyBatch(tx, id, record);
}

/**
 * Takes the rest of a begun file into the ledger by the same statement as callbacks, batch by batch: each is whole or was not
 * there, and the next call goes on where this one ended or broke off. Two who apply one file take turns.
 * @param limitMs after which no further batch is begun
 */
export async function applyReceiptFile(
  pool: Pool,
  id: number,
  { limitMs, record }: { limitMs: number; record: RecordApplied },
): Promise<boolean> {
  const endMs = performance.now() + limitMs;
  for (;;) {
    const state = await retryDeadlock(() =>
      inTransaction(pool, (tx) => applyBatch(tx, id, record)),
    );
    if (state !== 'applying') return state === 'applied';
    if (performance.now() >= endMs) return true;
  }
}

/** @returns its state after it; what is not begun, or through, stays as it is */
async function applyBatch(
  tx: Queryable,
  id: number,
  record: RecordApplied,
): Promise<string | undefined> {
  const file = await queryRow<{ state: string; changed: number; appliedTo: string }>(tx)`
    SELECT state, changed, applied_to AS "appliedTo" FROM receipt_file WHERE id = ${id} FOR UPDATE`;
  if (file?.state !== 'applying') return file?.state;
  const rows = await queryRows<{
    id: string;
    status: ProviderStatus;
    providerId: string | null;
    code: string | null;
  }>(tx)`
    SELECT recipient_id AS id, status, provider_id AS "providerId", code FROM receipt_file_update
    WHERE file_id = ${id} AND recipient_id > ${file.appliedTo} ORDER BY recipient_id LIMIT ${batchRows}`;
  const changed = file.changed + (rows.length === 0 ? 0 : await writeDeliveryUpdates(tx, rows));
  const isLast = rows.length < batchRows;
  const state = isLast ? 'applied' : 'applying';
  await execute(tx)`
    UPDATE receipt_file SET state = ${state}, applied_to = ${rows.at(-1)?.id ?? file.appliedTo},
      changed = ${changed}, applied_at = clock_timestamp()
    WHERE id = ${id}`;
  if (isLast) await execute(tx)`DELETE FROM receipt_file_update WHERE file_id = ${id}`;
  const isFirst = file.appliedTo === '0';
  if (isFirst || isLast) await record(tx, { begun: !isLast, changed });
  return state;
}
