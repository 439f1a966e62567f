import type { z } from 'zod';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import type { EditableField } from '../../../campaigns/studio/studio-fields.ts';
import type { Waiting } from '../../contract/waiting.ts';
import { mayBeOnePerson } from '../../people/accounts/second-person-sql.ts';
import {
  insertNewRow,
  insertRow,
  selectFields,
  updateRow,
} from '../../platform/database/rows-sql.ts';
import { queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { hostCheck, storedDraft, storedVersion } from './studio-schemas.ts';

/** Top-level fields of the campaign by their names. */
export type Fields = Partial<Record<EditableField, unknown>>;
export type StoredDraft = z.output<typeof storedDraft>;
export type StoredVersion = z.output<typeof storedVersion>;

const draftFields = selectFields(storedDraft, { author: 'author_name' });
const versionFields = selectFields(storedVersion, { artworkDate: 'artwork_date::text' });

export function findDraft(
  database: Queryable,
  id: number,
  { lock = false } = {},
): Promise<StoredDraft | undefined> {
  return queryRow<StoredDraft>(database)`
    SELECT ${raw(draftFields)} FROM campaign_draft
      WHERE id = ${id} ${raw(lock ? 'FOR UPDATE OF campaign_draft' : '')}`;
}

/** The officer's own that is not published or given up; a draft before a rollback. */
function findOwnDraft(database: Queryable, authorId: string): Promise<StoredDraft | undefined> {
  return queryRow<StoredDraft>(database)`
    SELECT ${raw(draftFields)} FROM campaign_draft
    WHERE author_id = ${authorId} AND kind = 'edit' AND status IN ('draft', 'submitted')`;
}

/** The draft that the officer goes on with: that of the officer for whom they stand in comes before their own. */
export async function findPresentDraft(
  database: Queryable,
  { id, standsInFor }: Pick<Actor, 'id' | 'standsInFor'>,
): Promise<StoredDraft | undefined> {
  const theirs =
    standsInFor === undefined ? undefined : await findOwnDraft(database, standsInFor.id);
  return theirs ?? findOwnDraft(database, id);
}

/** Gives what an officer left open to another one, if that officer has none of the kind; returns the ids. */
export async function transferDrafts(
  tx: Queryable,
  from: string,
  to: { id: string; name: string },
): Promise<number[]> {
  const rows = await queryRows<{ id: number }>(tx)`
    UPDATE campaign_draft AS d SET author_id = ${to.id}, author_name = ${to.name}
    WHERE author_id = ${from} AND status IN ('draft', 'submitted') AND NOT EXISTS (
      SELECT FROM campaign_draft AS own
      WHERE own.author_id = ${to.id} AND own.kind = d.kind AND own.status IN ('draft', 'submitted'))
    RETURNING id`;
  return rows.map(({ id }) => id);
}

/** Drafts that wait for another officer, the longest first. */
export function listSubmitted(database: Queryable): Promise<StoredDraft[]> {
  return queryRows<StoredDraft>(database)`
    SELECT ${raw(draftFields)} FROM campaign_draft WHERE status = 'submitted' ORDER BY submitted_at, id`;
}

/** A new draft; undefined where the officer has one of that kind. */
export async function insertDraft(
  database: Queryable,
  draft: Pick<StoredDraft, 'kind' | 'authorId' | 'author' | 'base'> &
    Partial<Pick<StoredDraft, 'rolledBackTo' | 'fields' | 'emblem' | 'remark' | 'status'>>,
): Promise<number | undefined> {
  const { author, ...values } = draft;
  const submittedAt = draft.status === 'submitted' ? new Date() : null;
  const added = { ...values, authorName: author, submittedAt };
  return (await insertNewRow(database, 'campaign_draft', added))?.id;
}

/** Stores a draft's next revision. */
export async function updateDraft(
  tx: Queryable,
  draft: StoredDraft,
  change: Partial<
    Pick<
      StoredDraft,
      'status' | 'fields' | 'emblem' | 'base' | 'remark' | 'returnedRemark' | 'returnedBy'
    >
  >,
): Promise<void> {
  const more = ['revision = revision + 1', 'changed_at = now()'];
  if (change.status === 'submitted') more.push('submitted_at = now()');
  await updateRow(tx, 'campaign_draft', draft.id, change, { more });
}

/** Published versions, the latest first, without the repository's. */
export function listVersions(database: Queryable): Promise<StoredVersion[]> {
  return queryRows<StoredVersion>(database)`
    SELECT ${raw(versionFields)}
    FROM campaign_version ORDER BY number DESC`;
}

export async function insertVersion(
  tx: Queryable,
  version: Omit<StoredVersion, 'publishedAt'>,
): Promise<void> {
  const values = { ...version, changes: JSON.stringify(version.changes) };
  await insertRow(tx, 'campaign_version', values, 'number');
}

/** Makes the next officer who publishes wait until the transaction ends. */
export async function lockVersions(tx: Queryable): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(7522146)');
}

/** Whether HQ has an account that could decide on this author's drafts. */
export async function hasApprover(database: Queryable, authorId: string): Promise<boolean> {
  const { rows } = await database.query<{ is: boolean }>(
    `SELECT EXISTS (SELECT FROM person WHERE ${isApprover('$1')}) AS is`,
    [authorId],
  );
  return rows[0]?.is ?? false;
}

/** SQL for an account of HQ that could decide on what this one drafted. */
function isApprover(author: string): string {
  return `role = 'hq' AND deactivated_at IS NULL AND NOT ${mayBeOnePerson('person.id', author)}`;
}

/**
 * Drafts, ways back and destinations of codes that wait for this very officer as a second person; for an administrator only
 * where no account of HQ could decide.
 */
export async function countWaitingDrafts(
  database: Queryable,
  { id, role }: Pick<Actor, 'id' | 'role'>,
): Promise<Waiting> {
  const { rows } = await database.query<Waiting>(
    `WITH waiting AS (
       SELECT author_id AS by, submitted_at AS since FROM campaign_draft WHERE status = 'submitted'
       UNION ALL SELECT drafted_by_id, made_at FROM detour WHERE status = 'submitted')
     SELECT count(*)::int AS count, min(since) AS since FROM waiting
     WHERE NOT ${mayBeOnePerson('waiting.by', '$1')}
       AND ($2 <> 'admin' OR NOT EXISTS (SELECT FROM person WHERE ${isApprover('waiting.by')}))`,
    [id, role],
  );
  return rows[0] as Waiting;
}

export type HostCheck = z.output<typeof hostCheck>;

const fields = selectFields(hostCheck);

export function insertHostCheck(
  tx: Queryable,
  check: Omit<HostCheck, 'checkedAt'>,
): Promise<HostCheck> {
  return insertRow(tx, 'link_host_check', check, fields);
}

/** The last check of each host. */
export function latestHostChecks(database: Queryable): Promise<HostCheck[]> {
  return queryRows<HostCheck>(database)`
    SELECT DISTINCT ON (host) ${raw(fields)} FROM link_host_check ORDER BY host, id DESC LIMIT 50`;
}

/** A host stays confirmed for this long after its answer. */
const validDays = 30;

/** When the host last answered as ours; null where its latest answer is another one, or too old. */
export async function lastPassed(database: Queryable, host: string): Promise<Date | null> {
  const row = await queryRow<{ passed: boolean; checkedAt: Date }>(database)`
    SELECT passed, checked_at AS "checkedAt" FROM link_host_check
    WHERE host = ${host} AND checked_at > now() - ${validDays}::int * interval '1 day' ORDER BY id DESC LIMIT 1`;
  return row?.passed === true ? row.checkedAt : null;
}
