import { sql } from 'drizzle-orm';
import {
  type AuditEntry,
  type AuditFault,
  type AuditHead,
  type AuditRow,
  ChainCheck,
  nextRow,
} from './audit-chain.ts';
import type { Database, Handle } from './database.ts';

/**
 * Adds one entry to the audit log and returns its number. Call it inside the transaction that makes the
 * change, as its last statement: the chain has one writer at a time, and it is held until the commit.
 * When the transaction rolls back, its entry was never there.
 *
 *     await database.orm.transaction(async (tx) => {
 *       await tx.update(activity).set({ status: 'approved' }).where(eq(activity.id, id));
 *       await writeAudit(tx, { actor: request.actor, action: 'activity.approve', subject: `activity/${id}`,
 *         district, before, after, requestId: request.id });
 *     });
 */
export async function writeAudit(tx: Handle, entry: AuditEntry): Promise<number> {
  return tx.transaction(async (chain) => {
    const { rows } = await chain.execute<{ id: string; hash: string }>(
      sql`SELECT id, hash FROM audit_head FOR UPDATE`,
    );
    const [last] = rows;
    if (last === undefined) throw new Error('Expected one row in `audit_head`, got none');
    const row = nextRow({ id: Number(last.id), hash: last.hash }, entry, new Date());
    await chain.execute(sql`
      INSERT INTO audit_entry (id, at, actor_id, actor_role, actor_name, action, subject, district,
        before, after, request_id, previous, hash)
      VALUES (${row.id}, ${row.at.toISOString()}, ${row.actorId}, ${row.actorRole}, ${row.actorName},
        ${row.action}, ${row.subject}, ${row.district}, ${row.before}, ${row.after}, ${row.requestId},
        ${row.previous}, ${row.hash})`);
    return row.id;
  });
}

/** Adds one entry that stands alone. */
export function recordAudit(database: Database, entry: AuditEntry): Promise<number> {
  return database.orm.transaction((tx) => writeAudit(tx, entry));
}

/** Which entries to read; without a field, all. Ends are included. */
export interface AuditSelection {
  subject?: string | undefined;
  fromId?: number | undefined;
  toId?: number | undefined;
}

/** A page of entries, the latest first. */
export async function readAudit(
  handle: Handle,
  selection: AuditSelection,
  limit: number,
): Promise<AuditRow[]> {
  return selectRows(handle, selection, sql`DESC LIMIT ${limit}`);
}

/** All selected entries in order, in pages, so that a long log never stands in memory whole. */
export async function* walkAudit(
  handle: Handle,
  selection: AuditSelection = {},
  pageRows = 1000,
): AsyncGenerator<AuditRow[]> {
  let fromId = selection.fromId ?? 0;
  for (;;) {
    const rows = await selectRows(handle, { ...selection, fromId }, sql`ASC LIMIT ${pageRows}`);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    fromId = last.id + 1;
  }
}

/** Outcome of a check of the whole log. A head that was noted elsewhere proves that nothing before it changed. */
export type AuditVerdict =
  | { kind: 'whole'; head: AuditHead }
  | { kind: 'broken'; fault: AuditFault; head: AuditHead };

/**
 * Reads the whole log and recomputes every hash: finds a changed, a missing and a cut-off row. `noted` is a
 * head that was written down outside of the database (the command prints it): with it, a log that was
 * rewritten as a whole is found too.
 */
export async function verifyAudit(handle: Handle, noted?: AuditHead): Promise<AuditVerdict> {
  const { rows } = await handle.execute<{ id: string; hash: string }>(
    sql`SELECT id, hash FROM audit_head`,
  );
  const head = { id: Number(rows[0]?.id ?? 0), hash: rows[0]?.hash ?? '' };
  const check = new ChainCheck();
  for await (const page of walkAudit(handle, { toId: head.id })) {
    const fault = check.next(page) ?? differsFromNoted(page, noted);
    if (fault !== null) return { kind: 'broken', fault, head };
  }
  if (check.head.id < Math.max(head.id, noted?.id ?? 0)) {
    return { kind: 'broken', fault: { kind: 'cut-off', id: check.head.id + 1 }, head };
  }
  if (check.head.hash !== head.hash) {
    return { kind: 'broken', fault: { kind: 'changed', id: head.id }, head };
  }
  return { kind: 'whole', head };
}

function differsFromNoted(page: readonly AuditRow[], noted?: AuditHead): AuditFault | null {
  const row = page.find(({ id }) => id === noted?.id);
  return row === undefined || row.hash === noted?.hash ? null : { kind: 'changed', id: row.id };
}

type StoredRow = Omit<AuditRow, 'id' | 'at'> & { id: string; at: Date | string };

async function selectRows(
  handle: Handle,
  { subject, fromId, toId }: AuditSelection,
  order: ReturnType<typeof sql>,
): Promise<AuditRow[]> {
  const { rows } = await handle.execute<StoredRow & Record<string, unknown>>(sql`
    SELECT id, at, actor_id AS "actorId", actor_role AS "actorRole", actor_name AS "actorName", action,
      subject, district, before::text AS before, after::text AS after, request_id AS "requestId",
      previous, hash
    FROM audit_entry
    WHERE (${subject ?? null}::text IS NULL OR subject = ${subject ?? null})
      AND id >= ${fromId ?? 0} AND (${toId ?? null}::bigint IS NULL OR id <= ${toId ?? null})
    ORDER BY id ${order}`);
  return rows.map((row) => ({ ...row, id: Number(row.id), at: new Date(row.at) }));
}
