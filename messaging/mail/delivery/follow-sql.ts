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
  const { rows } = await tx.query<{ id: number }>(
    'SELECT audit_id::float8 AS id FROM mail_follow FOR UPDATE SKIP LOCKED',
  );
  return rows[0]?.id;
}

export async function noteFollowed(tx: Queryable, id: number): Promise<void> {
  await tx.query('UPDATE mail_follow SET audit_id = $1', [id]);
}

/** Cheap: whether there is anything to follow. */
export async function isBehind(database: Queryable): Promise<boolean> {
  const { rows } = await database.query<{ behind: boolean }>(
    'SELECT (SELECT id FROM audit_head) > (SELECT audit_id FROM mail_follow) AS behind',
  );
  return rows[0]?.behind ?? false;
}

/** Entries have numbers in the order in which they were committed: none turns up behind one that was read. */
export async function readEntriesAfter(
  tx: Queryable,
  id: number,
  limit: number,
): Promise<Followed[]> {
  const { rows } = await tx.query<Omit<Followed, 'after'> & { after: string | null }>(
    `SELECT id::float8 AS id, at, actor_id AS "actorId", actor_name AS "actorName", action, subject, district,
       after::text AS after FROM audit_entry WHERE id > $1 ORDER BY id LIMIT $2`,
    [id, limit],
  );
  return rows.map((row) => ({ ...row, after: parseObject(row.after) }));
}

/** The last account before this entry that took one of these actions on the same subject. */
export async function findDoer(
  tx: Queryable,
  { id, subject }: Pick<Followed, 'id' | 'subject'>,
  actions: readonly string[],
): Promise<string | null> {
  const { rows } = await tx.query<{ actor: string | null }>(
    `SELECT actor_id AS actor FROM audit_entry WHERE subject = $1 AND id < $2 AND action = ANY ($3::text[])
     ORDER BY id DESC LIMIT 1`,
    [subject, id, actions],
  );
  return rows[0]?.actor ?? null;
}

function parseObject(json: string | null): Record<string, unknown> {
  const value: unknown = json === null ? null : JSON.parse(json);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
