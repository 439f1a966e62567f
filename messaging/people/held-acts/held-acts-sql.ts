import type { z } from 'zod';
import type { Effect } from '../../../campaigns/held-acts/effect.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import type { Role } from '../../../campaigns/offices/role.ts';
import type { Maker } from '../../kit/held-acts.ts';
import { insertNewRow, selectFields, updateRow } from '../../platform/database/rows-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { storedAct } from './held-acts-schemas.ts';

export type StoredAct = z.output<typeof storedAct> & { madeById: string | null; vouched: boolean };
/** With what is done when it is accepted. */
interface LockedAct extends StoredAct {
  input: unknown;
  maker: Maker;
}

const columns = `${selectFields(storedAct)}, made_by_id AS "madeById",
  jsonb_typeof(maker) = 'string' AND made_by_id IS NOT NULL AS vouched`;

/** Acts of one kind are judged one after another until the transaction ends, so that two do not slip by beside each other. */
export async function lockKind(tx: Queryable, kind: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`held-act ${kind}`]);
}

/** Undefined where one of the kind waits for the subject already. */
export function insertAct(
  tx: Queryable,
  {
    maker,
    ...act
  }: Pick<StoredAct, 'kind' | 'subject' | 'reason' | 'madeBy' | 'madeAt'> & {
    district: string | null;
    input: unknown;
    effect: Effect;
    maker: Maker;
  },
): Promise<StoredAct | undefined> {
  const madeById = typeof maker === 'string' ? null : maker.id;
  const values = { ...act, maker: JSON.stringify(maker), madeById };
  return insertNewRow(tx, 'held_act', values, columns);
}

/** Finds the act that waits for a subject, if it is this very one. */
export function findSame(
  tx: Queryable,
  { kind, subject, input }: { kind: string; subject: string; input: unknown },
): Promise<StoredAct | undefined> {
  return queryRow<StoredAct>(tx)`
    SELECT ${raw(columns)} FROM held_act WHERE state = 'waiting' AND kind = ${kind} AND subject = ${subject}
      AND input = ${JSON.stringify(input)}::jsonb`;
}

/** Takes back what no officer brought, one vouching for it or not, and waits for a subject, unless it is this very act. */
export async function withdrawOwn(
  tx: Queryable,
  {
    kind,
    subject,
    input,
    by,
    at,
  }: Record<'kind' | 'subject' | 'by', string> & { input: unknown; at: Date },
): Promise<void> {
  await execute(tx)`
    UPDATE held_act SET state = 'withdrawn', decided_by = ${by}, decided_at = ${at}
    WHERE state = 'waiting' AND jsonb_typeof(maker) = 'string' AND kind = ${kind} AND subject = ${subject}
      AND input <> ${JSON.stringify(input)}::jsonb`;
}

/** Takes back what waits for a subject. */
export async function endActs(
  tx: Queryable,
  { kind, subject, by, at }: Record<'kind' | 'subject' | 'by', string> & { at: Date },
): Promise<void> {
  await execute(tx)`
    UPDATE held_act SET state = 'withdrawn', decided_by = ${by}, decided_at = ${at}, input = '{}'
    WHERE state = 'waiting' AND kind = ${kind} AND subject = ${subject}`;
}

export async function findKind(database: Queryable, id: number): Promise<string | undefined> {
  const row = await queryRow<{ kind: string }>(database)`
    SELECT kind FROM held_act WHERE id = ${id}`;
  return row?.kind;
}

export function lockAct(tx: Queryable, id: number): Promise<LockedAct | undefined> {
  return queryRow<LockedAct>(tx)`
    SELECT ${raw(columns)}, input, maker FROM held_act WHERE id = ${id} FOR UPDATE`;
}

/** An officer becomes the maker of what none brought. */
export async function vouchFor(
  tx: Queryable,
  id: number,
  { by, madeBy, ...seen }: Pick<StoredAct, 'madeBy' | 'reason' | 'effect'> & { by: Actor },
): Promise<StoredAct> {
  const values = { ...seen, madeById: by.id, madeBy: `${madeBy} · ${by.name}` };
  const row = await updateRow<StoredAct>(tx, 'held_act', id, values, { returning: columns });
  if (row === undefined) throw new Error(`Expected the held act ${id}, got none`);
  return row;
}

export async function decideAct(
  tx: Queryable,
  id: number,
  decision: Pick<StoredAct, 'state' | 'decidedBy' | 'decidedAt' | 'decidedReason'>,
): Promise<StoredAct> {
  // What was wanted may name a citizen's number: it is kept as long as it waits.
  const values = { ...decision, input: {} };
  const row = await updateRow<StoredAct>(tx, 'held_act', id, values, { returning: columns });
  if (row === undefined) throw new Error(`Expected the held act ${id}, got none`);
  return row;
}

/** Acts of which an officer hears. */
export interface ActScope {
  /** Account whose own acts are among them. */
  maker: string;
  kinds: readonly string[];
  /** Null for all, and for what belongs to none. */
  districts: readonly string[] | null;
}

/** Those that wait come first, the oldest before the others, then the ones decided last. */
export async function listActs(
  database: Queryable,
  { maker, kinds, districts }: ActScope,
  limit: number,
): Promise<StoredAct[]> {
  const { rows } = await database.query<StoredAct>(
    `SELECT ${columns} FROM held_act
     WHERE made_by_id = $1 OR (kind = ANY ($2::text[]) AND ($3::text[] IS NULL OR district = ANY ($3)))
     ORDER BY decided_at DESC NULLS FIRST, id LIMIT $4`,
    [maker, kinds, districts, limit],
  );
  return rows;
}

/** Open accounts of these roles. */
export function listAccounts(
  database: Queryable,
  roles: readonly Role[],
): Promise<{ id: string; name: string; role: Role; area: string | null }[]> {
  return queryRows<{
    id: string;
    name: string;
    role: Role;
    area: string | null;
  }>(database)`
    SELECT id, name, role, area FROM person WHERE deactivated_at IS NULL AND role = ANY (${roles}::text[])`;
}

/** Empties what was refused or taken back so many days ago: typed words are in it. */
export async function deleteHeldWords(database: Queryable, days: number): Promise<number> {
  return execute(database)`
    UPDATE held_act SET effect = '{"changes":[],"findings":[]}', reason = ''
    WHERE state IN ('refused', 'withdrawn') AND (effect <> '{"changes":[],"findings":[]}' OR reason <> '')
      AND decided_at < now() - ${days}::int * interval '1 day'`;
}
