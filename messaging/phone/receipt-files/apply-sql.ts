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

/** `more`: its time was over before the file was. */
export type ApplyResult = 'applied' | 'more' | 'put-away' | 'rows-gone';

interface ApplyOptions {
  /** Officer who applies it. */
  by: string;
  /** Writes the audit log with the first batch, and with the last. */
  record: (tx: Queryable, applied: Applied) => Promise<void>;
}

/** Short enough that no sender waits long for the figures, which each batch holds until it is committed. */
const batchRows = 5000;

/**
 * Takes what a file says into the ledger by the same statement as callbacks, batch by batch: each is whole or was not
 * there, and the next call goes on where this one ended or broke off. Two who apply one file take turns.
 * @param limitMs after which no further batch is begun
 */
export async function applyReceiptFile(
  pool: Pool,
  id: number,
  { limitMs, ...options }: ApplyOptions & { limitMs: number },
): Promise<ApplyResult> {
  const endMs = performance.now() + limitMs;
  for (;;) {
    const step = await retryDeadlock(() =>
      inTransaction(pool, (tx) => applyBatch(tx, id, options)),
    );
    if (step !== 'more' || performance.now() >= endMs) return step;
  }
}

async function applyBatch(
  tx: Queryable,
  id: number,
  { by, record }: ApplyOptions,
): Promise<ApplyResult> {
  const file = await queryRow<{
    state: string;
    changes: number;
    changed: number;
    appliedTo: string;
  }>(tx)`
    SELECT state, changes, changed, applied_to AS "appliedTo" FROM receipt_file WHERE id = ${id} FOR UPDATE`;
  if (file?.state === 'applied') return 'applied';
  if (file?.state !== 'read' && file?.state !== 'applying') return 'put-away';
  const isFirst = file.state === 'read';
  if (isFirst && !(await hasAll(tx, id, file.changes))) return 'rows-gone';
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
  await execute(tx)`
    UPDATE receipt_file SET state = ${isLast ? 'applied' : 'applying'},
      applied_to = ${rows.at(-1)?.id ?? file.appliedTo}, changed = ${changed}, applied_by = ${by},
      applied_at = clock_timestamp()
    WHERE id = ${id}`;
  if (isLast) await execute(tx)`DELETE FROM receipt_file_update WHERE file_id = ${id}`;
  if (isFirst || isLast) await record(tx, { begun: !isLast, changed });
  return isLast ? 'applied' : 'more';
}

/** A crash of the database empties the table of what was read. */
async function hasAll(tx: Queryable, id: number, changes: number): Promise<boolean> {
  const row = await queryRow<{ left: string }>(tx)`
    SELECT count(*) AS left FROM receipt_file_update WHERE file_id = ${id}`;
  return Number(row?.left ?? 0) === changes;
}
