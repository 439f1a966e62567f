import type { Pool } from 'pg';
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
  const { rows: files } = await tx.query<{
    state: string;
    changes: number;
    changed: number;
    appliedTo: string;
  }>(
    `SELECT state, changes, changed, applied_to AS "appliedTo" FROM receipt_file WHERE id = $1 FOR UPDATE`,
    [id],
  );
  const [file] = files;
  if (file?.state === 'applied') return 'applied';
  if (file?.state !== 'read' && file?.state !== 'applying') return 'put-away';
  const isFirst = file.state === 'read';
  if (isFirst && !(await hasAll(tx, id, file.changes))) return 'rows-gone';
  const { rows } = await tx.query<{
    id: string;
    status: ProviderStatus;
    providerId: string | null;
    code: string | null;
  }>(
    `SELECT recipient_id AS id, status, provider_id AS "providerId", code FROM receipt_file_update
     WHERE file_id = $1 AND recipient_id > $2 ORDER BY recipient_id LIMIT $3`,
    [id, file.appliedTo, batchRows],
  );
  const changed = file.changed + (rows.length === 0 ? 0 : await writeDeliveryUpdates(tx, rows));
  const isLast = rows.length < batchRows;
  await tx.query(
    `UPDATE receipt_file SET state = $2, applied_to = $3, changed = $4, applied_by = $5, applied_at = clock_timestamp()
     WHERE id = $1`,
    [id, isLast ? 'applied' : 'applying', rows.at(-1)?.id ?? file.appliedTo, changed, by],
  );
  if (isLast) await tx.query('DELETE FROM receipt_file_update WHERE file_id = $1', [id]);
  if (isFirst || isLast) await record(tx, { begun: !isLast, changed });
  return isLast ? 'applied' : 'more';
}

/** A crash of the database empties the table of what was read. */
async function hasAll(tx: Queryable, id: number, changes: number): Promise<boolean> {
  const { rows } = await tx.query<{ left: string }>(
    'SELECT count(*) AS left FROM receipt_file_update WHERE file_id = $1',
    [id],
  );
  return Number(rows[0]?.left ?? 0) === changes;
}
