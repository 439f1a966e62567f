import type { Pool } from 'pg';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import {
  type AuditEntry,
  type AuditFault,
  type AuditHead,
  type AuditRow,
  ChainCheck,
  coveredValues,
  nextRow,
} from './audit-chain.ts';
import { beginOf, dayOf } from './day-sql.ts';
import { queryRow, queryRows } from './sql.ts';
import { inTransaction, type Queryable } from './transaction.ts';

/**
 * Adds one entry to the audit log and returns its number. Call it inside the transaction that makes the
 * change, as its last statement: the chain has one writer at a time, and it is held until the commit.
 * When the transaction rolls back, its entry was never there.
 *
 *     await inTransaction(database.pool, async (client) => {
 *       const after = await approveActivity(client, id);
 *       await writeAudit(client, { actor: request.actor, action: 'activity.approve', subject: `activity/${id}`,
 *         district, before, after, requestId: request.id });
 *     });
 */
export async function writeAudit(tx: Queryable, entry: AuditEntry): Promise<number> {
  const last = await queryRow<{ id: string; hash: string }>(tx)`
    SELECT id, hash FROM audit_head FOR UPDATE`;
  if (last === undefined) throw new Error('Expected one row in `audit_head`, got none');
  const row = nextRow({ id: Number(last.id), hash: last.hash }, entry, new Date());
  await tx.query(
    `INSERT INTO audit_entry (id, at, actor_id, actor_role, actor_name, action, subject, district,
       before, after, request_id, previous, hash, actor_for_id, actor_for_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [...coveredValues(row).slice(0, 12), row.hash, row.actorForId, row.actorForName],
  );
  return row.id;
}

/** Adds an entry that goes with no change in the database, and returns its number. */
export function recordAudit(pool: Pool, entry: AuditEntry): Promise<number> {
  return inTransaction(pool, (client) => writeAudit(client, entry));
}

/** Accounts that did one of some actions after the last of others was done to a subject. */
export async function listActorsSince(
  database: Queryable,
  actions: readonly string[],
  last: { subject: string; actions: readonly string[] },
): Promise<string[]> {
  const rows = await queryRows<{ id: string }>(database)`
    SELECT DISTINCT actor_id AS id FROM audit_entry WHERE action = ANY (${actions}) AND actor_id IS NOT NULL
    AND id > coalesce((SELECT max(id) FROM audit_entry WHERE subject = ${last.subject}
      AND action = ANY (${last.actions})), 0)`;
  return rows.map(({ id }) => id);
}

/** Selects entries; without a field, all. Ends are included. */
export interface AuditSelection {
  subject?: string | undefined;
  /** Part of the actor's name. */
  person?: string | undefined;
  /** Role of the office that acted, or service, command-line, citizen. */
  office?: string | undefined;
  /** Noun of the things: activity, blast, person … */
  thing?: string | undefined;
  /** Days of Asia/Kolkata. */
  fromDay?: string | undefined;
  toDay?: string | undefined;
  /** Part of what an entry holds, or of its subject. */
  search?: string | undefined;
  fromId?: number | undefined;
  toId?: number | undefined;
}

/** A page of entries, the latest first. */
export async function readAudit(
  database: Queryable,
  selection: AuditSelection,
  limit: number,
  offset = 0,
): Promise<AuditRow[]> {
  return selectRows(database, selection, { order: 'DESC', limit, offset });
}

/** All selected entries in order, in pages, so that a long log is never in memory whole. */
export async function* walkAudit(
  database: Queryable,
  selection: AuditSelection = {},
  pageRows = 1000,
): AsyncGenerator<AuditRow[]> {
  let fromId = selection.fromId ?? 0;
  for (;;) {
    const rows = await selectRows(
      database,
      { ...selection, fromId },
      { order: 'ASC', limit: pageRows },
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    fromId = last.id + 1;
  }
}

/** Days of which heads are given. */
const headDays = 90;

/**
 * The last entry of each day in which entries came, the latest day first: of days that are over, as their heads change no
 * more.
 */
export async function listDayHeads(
  database: Queryable,
  today: Day,
): Promise<(AuditHead & { day: Day })[]> {
  const { rows } = await database.query<AuditHead & { day: Day }>(
    `SELECT DISTINCT ON (${dayOf('at')}) ${dayOf('at')}::text AS day, id::float8 AS id, hash FROM audit_entry
     WHERE at >= ${beginOf('$1::date - $2::int')} AND at < ${beginOf('$1::date')}
     ORDER BY ${dayOf('at')} DESC, audit_entry.id DESC`,
    [today, headDays],
  );
  return rows;
}

/** Most faults that are named; the rest is counted. */
const namedFaults = 100;

/** Outcome of a check of the whole log. A head that was noted elsewhere proves that nothing before it changed. */
export type AuditVerdict =
  | { kind: 'whole'; head: AuditHead }
  /** The first faults by name, and how many there are in all. */
  | { kind: 'broken'; faults: AuditFault[]; count: number; head: AuditHead };

/**
 * Reads the whole log and recomputes every hash: finds every changed, missing and cut-off row. `noted` is a
 * head that was written down outside of the database (the command prints it): with it, a log that was
 * rewritten as a whole is found too.
 */
export async function verifyAudit(database: Queryable, noted?: AuditHead): Promise<AuditVerdict> {
  const row = await queryRow<{ id: string; hash: string }>(database)`
    SELECT id, hash FROM audit_head`;
  const head = { id: Number(row?.id ?? 0), hash: row?.hash ?? '' };
  const check = new ChainCheck();
  const faults: AuditFault[] = [];
  let count = 0;
  const add = (found: readonly AuditFault[]) => {
    count += found.length;
    faults.push(...found.slice(0, namedFaults - faults.length));
  };
  for await (const page of walkAudit(database, { toId: head.id })) add(check.next(page, noted));
  add(check.end(head, noted));
  return count === 0 ? { kind: 'whole', head } : { kind: 'broken', faults, count, head };
}

/** How many entries a selection has. */
export async function countAudit(database: Queryable, selection: AuditSelection): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `SELECT count(*)::float8 AS count FROM audit_entry WHERE ${selected}`,
    selectedValues(selection),
  );
  return rows[0]?.count ?? 0;
}

const selected = `($1::text IS NULL OR subject = $1) AND id >= $2 AND ($3::bigint IS NULL OR id <= $3)
  AND ($4::text IS NULL OR strpos(lower(concat_ws(' ', actor_name, actor_for_name)), lower($4)) > 0)
  AND ($5::text IS NULL OR actor_role = $5)
  AND ($6::text IS NULL OR subject = $6 OR starts_with(subject, $6 || '/'))
  AND ($7::date IS NULL OR at >= ${beginOf('$7::date')})
  AND ($8::date IS NULL OR at < ${beginOf('$8::date + 1')})
  AND ($9::text IS NULL OR strpos(lower(concat_ws(' ', subject, actor_name, before::text, after::text)), lower($9)) > 0)`;

function selectedValues(selection: AuditSelection): unknown[] {
  const { subject, fromId, toId, person, office, thing, fromDay, toDay, search } = selection;
  return [subject, fromId ?? 0, toId, person, office, thing, fromDay, toDay, search].map(
    (value) => value ?? null,
  );
}

/** As `toISOString` has it, and with all six digits where the last three are not 0. */
const momentText = `regexp_replace(to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '000$', '') || 'Z'`;

async function selectRows(
  database: Queryable,
  selection: AuditSelection,
  page: { order: 'ASC' | 'DESC'; limit: number; offset?: number },
): Promise<AuditRow[]> {
  const { rows } = await database.query<Omit<AuditRow, 'id'> & { id: string }>(
    `SELECT id, at, ${momentText} AS moment, actor_id AS "actorId", actor_role AS "actorRole", actor_name AS "actorName", action,
       subject, district, before::text AS before, after::text AS after, request_id AS "requestId",
       previous, hash, actor_for_id AS "actorForId", actor_for_name AS "actorForName"
     FROM audit_entry
     WHERE ${selected}
     ORDER BY id ${page.order} LIMIT $10 OFFSET $11`,
    [...selectedValues(selection), page.limit, page.offset ?? 0],
  );
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}
