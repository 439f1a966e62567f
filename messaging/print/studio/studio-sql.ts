import type { Actor } from '../../../campaigns/offices/actor.ts';
import type { FieldChange } from '../../../campaigns/studio/changes.ts';
import type { EditableField } from '../../../campaigns/studio/studio-fields.ts';
import type { DraftKind, DraftStatus } from '../../contract/values.ts';
import { mayBeOnePerson } from '../../people/accounts/second-person-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** Top-level fields of the campaign by their names. */
export type Fields = Partial<Record<EditableField, unknown>>;

export interface StoredDraft {
  id: number;
  kind: DraftKind;
  status: DraftStatus;
  authorId: string;
  author: string;
  base: number;
  rolledBackTo: number | null;
  /** Fields that differ from the version that it was made from. */
  fields: Fields;
  /** null: that version's; empty: the repository's. */
  emblem: string | null;
  remark: string;
  returnedRemark: string;
  returnedBy: string | null;
  revision: number;
  changedAt: Date;
  submittedAt: Date | null;
}

const draftColumns = `id, kind, status, author_id AS "authorId", author_name AS author, base, rolled_back_to AS "rolledBackTo",
  fields, emblem, remark, returned_remark AS "returnedRemark", returned_by AS "returnedBy", revision,
  changed_at AS "changedAt", submitted_at AS "submittedAt"`;

export async function findDraft(
  database: Queryable,
  id: number,
  { lock = false } = {},
): Promise<StoredDraft | undefined> {
  const { rows } = await database.query<StoredDraft>(
    `SELECT ${draftColumns} FROM campaign_draft WHERE id = $1 ${lock ? 'FOR UPDATE OF campaign_draft' : ''}`,
    [id],
  );
  return rows[0];
}

/** The officer's own that is not published or given up; a draft before a rollback. */
export async function findOwnDraft(
  database: Queryable,
  authorId: string,
  kind: DraftKind = 'edit',
): Promise<StoredDraft | undefined> {
  const { rows } = await database.query<StoredDraft>(
    `SELECT ${draftColumns} FROM campaign_draft
     WHERE author_id = $1 AND kind = $2 AND status IN ('draft', 'submitted')`,
    [authorId, kind],
  );
  return rows[0];
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
  const { rows } = await tx.query<{ id: number }>(
    `UPDATE campaign_draft AS d SET author_id = $2, author_name = $3
     WHERE author_id = $1 AND status IN ('draft', 'submitted') AND NOT EXISTS (
       SELECT FROM campaign_draft AS own
       WHERE own.author_id = $2 AND own.kind = d.kind AND own.status IN ('draft', 'submitted'))
     RETURNING id`,
    [from, to.id, to.name],
  );
  return rows.map(({ id }) => id);
}

/** Drafts that wait for another officer, the longest first. */
export async function listSubmitted(database: Queryable): Promise<StoredDraft[]> {
  const { rows } = await database.query<StoredDraft>(
    `SELECT ${draftColumns} FROM campaign_draft WHERE status = 'submitted' ORDER BY submitted_at, id`,
  );
  return rows;
}

/** A new draft; undefined where the officer has one of that kind. */
export async function insertDraft(
  database: Queryable,
  draft: Pick<StoredDraft, 'kind' | 'authorId' | 'author' | 'base'> &
    Partial<Pick<StoredDraft, 'rolledBackTo' | 'fields' | 'emblem' | 'remark' | 'status'>>,
): Promise<number | undefined> {
  const { rows } = await database.query<{ id: number }>(
    `INSERT INTO campaign_draft
       (kind, author_id, author_name, base, rolled_back_to, fields, emblem, remark, status, submitted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $9 = 'submitted' THEN now() END)
     ON CONFLICT (author_id, kind) WHERE status IN ('draft', 'submitted') DO NOTHING RETURNING id`,
    [
      draft.kind,
      draft.authorId,
      draft.author,
      draft.base,
      draft.rolledBackTo ?? null,
      JSON.stringify(draft.fields ?? {}),
      draft.emblem ?? null,
      draft.remark ?? '',
      draft.status ?? 'draft',
    ],
  );
  return rows[0]?.id;
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
  const next = { ...draft, ...change };
  await tx.query(
    `UPDATE campaign_draft SET status = $2, fields = $3, emblem = $4, base = $5, remark = $6, returned_remark = $7,
       returned_by = $8, revision = revision + 1, changed_at = now(),
       submitted_at = CASE WHEN $2 = 'submitted' THEN now() ELSE submitted_at END
     WHERE id = $1`,
    [
      draft.id,
      next.status,
      JSON.stringify(next.fields),
      next.emblem,
      next.base,
      next.remark,
      next.returnedRemark,
      next.returnedBy,
    ],
  );
}

export interface StoredVersion {
  number: number;
  /** Fields that differ from the repository. */
  fields: Fields;
  /** Empty for the repository's. */
  emblem: string;
  artworkVersion: string;
  artworkDate: string;
  changes: FieldChange[];
  remark: string;
  draftedBy: string | null;
  approvedBy: string | null;
  rolledBackTo: number | null;
  /** null for the repository. */
  publishedAt: Date | null;
}

/** Published versions, the latest first, without the repository's. */
export async function listVersions(database: Queryable): Promise<StoredVersion[]> {
  const { rows } = await database.query<StoredVersion>(
    `SELECT number, fields, emblem, artwork_version AS "artworkVersion", artwork_date::text AS "artworkDate", changes, remark,
       drafted_by AS "draftedBy", approved_by AS "approvedBy", rolled_back_to AS "rolledBackTo", published_at AS "publishedAt"
     FROM campaign_version ORDER BY number DESC`,
  );
  return rows;
}

export async function insertVersion(
  tx: Queryable,
  version: Omit<StoredVersion, 'publishedAt'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO campaign_version (number, fields, emblem, artwork_version, artwork_date, changes, remark, drafted_by,
       approved_by, rolled_back_to) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      version.number,
      JSON.stringify(version.fields),
      version.emblem,
      version.artworkVersion,
      version.artworkDate,
      JSON.stringify(version.changes),
      version.remark,
      version.draftedBy,
      version.approvedBy,
      version.rolledBackTo,
    ],
  );
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
export function isApprover(author: string): string {
  return `role = 'hq' AND deactivated_at IS NULL AND NOT ${mayBeOnePerson('person.id', author)}`;
}
