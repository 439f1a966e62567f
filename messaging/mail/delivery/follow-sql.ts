import { execute, queryRow, queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** An entry of the audit log, as far as letters are made of it. */
export interface Followed {
  id: number;
  at: Date;
  actorId: string | null;
  actorName: string;
  action: string;
  subject: string;
  district: string | null;
  after: Readonly<Record<string, unknown>>;
}

/** Up to which entry letters were made; held until the transaction ends. Undefined while another process is at it. */
export async function lockFollowed(tx: Queryable): Promise<number | undefined> {
  const row = await queryRow<{ id: number }>(tx)`
    SELECT audit_id::float8 AS id FROM mail_follow FOR UPDATE SKIP LOCKED`;
  return row?.id;
}

export async function noteFollowed(tx: Queryable, id: number): Promise<void> {
  await execute(tx)`UPDATE mail_follow SET audit_id = ${id}`;
}

/** Cheap: whether there is anything to follow. */
export async function isBehind(database: Queryable): Promise<boolean> {
  const row = await queryRow<{ behind: boolean }>(database)`
    SELECT (SELECT id FROM audit_head) > (SELECT audit_id FROM mail_follow) AS behind`;
  return row?.behind ?? false;
}

/** Entries have numbers in the order in which they were committed: none turns up behind one that was read. */
export async function readEntriesAfter(
  tx: Queryable,
  id: number,
  limit: number,
): Promise<Followed[]> {
  const rows = await queryRows<Omit<Followed, 'after'> & { after: string | null }>(tx)`
    SELECT id::float8 AS id, at, actor_id AS "actorId", actor_name AS "actorName", action, subject, district,
    after::text AS after FROM audit_entry WHERE id > ${id} ORDER BY id LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, after: parseObject(row.after) }));
}

/** The last account before this entry that took one of these actions on the same subject. */
export async function findDoer(
  tx: Queryable,
  { id, subject }: Pick<Followed, 'id' | 'subject'>,
  actions: readonly string[],
): Promise<string | null> {
  const row = await queryRow<{ actor: string | null }>(tx)`
    SELECT actor_id AS actor FROM audit_entry WHERE subject = ${subject} AND id < ${id}
      AND action = ANY (${actions}::text[])
    ORDER BY id DESC LIMIT 1`;
  return row?.actor ?? null;
}

function parseObject(json: string | null): Record<string, unknown> {
  const value: unknown = json === null ? null : JSON.parse(json);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
