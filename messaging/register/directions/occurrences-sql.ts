import type { OccurrenceId } from '../../../campaigns/directions/occurrence-key.ts';
import type { OccurrenceStatus } from '../../../campaigns/directions/occurrence-state.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { insertNewRow, updateRow } from '../../platform/database/rows-sql.ts';
import { isThere, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** Figures by their ids: numbers, and days as YYYY-MM-DD. */
export type FigureValues = Record<string, number | string>;

/** An occurrence as the database keeps it. */
export interface StoredOccurrence extends OccurrenceId {
  id: number;
  status: OccurrenceStatus;
  version: number;
  submittedOn: Day | null;
  forwarded: boolean;
  details: string;
  figures: FigureValues;
  /** Why a figure goes beyond what the office has; empty where none does. */
  beyond: string;
  /** Ids of the officers who wrote it or handed it in. */
  makers: string[];
  madeBy: string;
}

const columns = `id, obligation, office, period, status, version, submitted_on::text AS "submittedOn", forwarded,
  details, figures, beyond, makers, made_by AS "madeBy"`;

/** The state of an occurrence after its last step up to a day. */
const pastStatus = `coalesce((SELECT CASE action WHEN 'submit' THEN 'submitted' WHEN 'forward' THEN 'submitted' WHEN 'accept' THEN 'accepted'
    WHEN 'return' THEN 'returned' WHEN 'set-aside' THEN 'not-applicable' WHEN 'close' THEN 'closed' ELSE 'in-progress' END
  FROM direction_step WHERE occurrence_id = o.id AND day <= $2 ORDER BY id DESC LIMIT 1), 'in-progress')`;

/**
 * Occurrences of these offices that somebody has touched, without their makers.
 * @param on an earlier day, to have it as it was then; null for now
 */
export async function listTouched(
  database: Queryable,
  offices: readonly string[],
  on: Day | null = null,
): Promise<Omit<StoredOccurrence, 'makers' | 'details' | 'figures' | 'madeBy'>[]> {
  const { rows } = await database.query(
    `SELECT id, obligation, office, period, version, forwarded, beyond,
       CASE WHEN $2::date IS NULL THEN status ELSE ${pastStatus} END AS status,
       CASE WHEN $2::date IS NULL OR submitted_on <= $2 THEN submitted_on::text END AS "submittedOn"
     FROM direction_occurrence AS o WHERE office = ANY ($1::text[])`,
    [offices, on],
  );
  return rows;
}

export function findOccurrence(
  database: Queryable,
  { obligation, office, period }: OccurrenceId,
  lock = false,
): Promise<StoredOccurrence | undefined> {
  return queryRow<StoredOccurrence>(database)`
    SELECT ${raw(columns)} FROM direction_occurrence WHERE obligation = ${obligation} AND office = ${office}
      AND period = ${period}
    ${raw(lock ? 'FOR UPDATE OF direction_occurrence' : '')}`;
}

/** The same obligation and period of all its offices. */
export function listParts(
  database: Queryable,
  { obligation, period }: Omit<OccurrenceId, 'office'>,
): Promise<StoredOccurrence[]> {
  return queryRows<StoredOccurrence>(database)`
    SELECT ${raw(columns)} FROM direction_occurrence WHERE obligation = ${obligation} AND period = ${period}`;
}

export type OccurrenceChange = Pick<StoredOccurrence, 'status'> &
  Partial<
    Pick<
      StoredOccurrence,
      'details' | 'figures' | 'beyond' | 'submittedOn' | 'makers' | 'madeBy' | 'forwarded'
    >
  >;

/** Begins to keep an occurrence; undefined when another request was first. */
export async function insertOccurrence(
  tx: Queryable,
  { obligation, office, period }: OccurrenceId,
): Promise<StoredOccurrence | undefined> {
  return insertNewRow<StoredOccurrence>(
    tx,
    'direction_occurrence',
    { obligation, office, period, status: 'in-progress', version: 0 },
    columns,
  );
}

/** Stores the next version. */
export async function updateOccurrence(
  tx: Queryable,
  { id }: StoredOccurrence,
  change: OccurrenceChange,
): Promise<void> {
  await updateRow(tx, 'direction_occurrence', id, change, {
    more: ['version = version + 1', 'changed_at = now()'],
  });
}

/** Whether somebody has touched what an event began. */
export function isEventTouched(database: Queryable, event: number): Promise<boolean> {
  return isThere(database)`
    SELECT FROM direction_occurrence WHERE period = ${`event-${event}`} LIMIT 1`;
}

/** Whether somebody has touched anything of an obligation. @param since on that day or later */
export function isObligationTouched(
  database: Queryable,
  obligation: string,
  since: Day | null = null,
): Promise<boolean> {
  return isThere(database)`
    SELECT FROM direction_occurrence AS o WHERE obligation = ${obligation} AND (${since}::date IS NULL
      OR EXISTS (SELECT FROM direction_step WHERE occurrence_id = o.id AND day >= ${since})) LIMIT 1`;
}

/** Whether anything was handed in or decided. */
export function isAnythingTouched(database: Queryable): Promise<boolean> {
  return isThere(database)`SELECT FROM direction_step LIMIT 1`;
}

/** Offices of which an officer’s office alone closed, set aside or handed in something in the last day, by the audit log. */
export async function listSettledOffices(database: Queryable, actorId: string): Promise<string[]> {
  const rows = await queryRows<{ office: string }>(database)`
    SELECT DISTINCT split_part(subject, '/', 3) AS office FROM audit_entry
    WHERE actor_id IN (SELECT office_accounts(${actorId})) AND action IN ('direction.close', 'direction.set-aside', 'direction.submit-for')
      AND at > now() - interval '1 day' AND after::jsonb->>'maker' IS NULL`;
  return rows.map(({ office }) => office);
}

/** Undoes what the work did when it throws, without ending the transaction. */
export async function inSavepoint(tx: Queryable, work: () => Promise<void>): Promise<void> {
  await tx.query('SAVEPOINT one');
  try {
    await work();
  } catch (error) {
    await tx.query('ROLLBACK TO SAVEPOINT one');
    throw error;
  } finally {
    await tx.query('RELEASE SAVEPOINT one');
  }
}
