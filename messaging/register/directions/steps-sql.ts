import type { OccurrenceId } from '../../../campaigns/directions/occurrence-key.ts';
import type { OccurrenceAction } from '../../../campaigns/directions/occurrence-state.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { insertRow, selectFields } from '../../platform/database/rows-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { type DirectionFile, fileInfo, type KeptStep, step } from './directions-schemas.ts';
import type { FigureValues } from './occurrences-sql.ts';

export interface NewStep {
  occurrence: number;
  action: Exclude<OccurrenceAction, 'save'>;
  details?: string;
  figures?: FigureValues;
  files?: readonly { id: number; name: string }[];
  remark?: string;
  byName: string;
  byRole: string;
  onBehalf: boolean;
  day: Day;
  /** For sample data; the moment of the statement without it. */
  at?: Date;
}

/** Keeps what was handed in or decided. */
export async function insertStep(
  tx: Queryable,
  { occurrence, figures = {}, files = [], at, ...step }: NewStep,
): Promise<void> {
  await insertRow(tx, 'direction_step', {
    occurrenceId: occurrence,
    figures,
    files: JSON.stringify(files),
    ...step,
    ...(at && { at }),
  });
}

/** Papers of a step; those whose time is over are named only. */
const keptFiles = `(SELECT coalesce(jsonb_agg(own || jsonb_build_object('kept',
  EXISTS (SELECT FROM direction_file WHERE id = (own->>'id')::int)) ORDER BY place), '[]')
  FROM jsonb_array_elements(files) WITH ORDINALITY AS given (own, place))`;
const stepColumns = selectFields(step, { files: keptFiles, day: 'day::text' });

/** Steps of an occurrence, the latest first. */
export function listSteps(database: Queryable, occurrence: number): Promise<KeptStep[]> {
  return queryRows<KeptStep>(database)`
    SELECT ${raw(stepColumns)} FROM direction_step WHERE occurrence_id = ${occurrence} ORDER BY id DESC`;
}

/** The last submissions of occurrences, by the occurrence's id. */
export async function lastSubmissions(
  database: Queryable,
  occurrences: readonly number[],
): Promise<Map<number, Pick<KeptStep, 'details' | 'figures' | 'files'>>> {
  const rows = await queryRows<
    { occurrence: number } & Pick<KeptStep, 'details' | 'figures' | 'files'>
  >(database)`
    SELECT DISTINCT ON (occurrence_id) occurrence_id AS occurrence, details, figures,
      ${raw(keptFiles)} AS files FROM direction_step
    WHERE occurrence_id = ANY (${occurrences}::int[]) AND action = 'submit' ORDER BY occurrence_id, id DESC`;
  return new Map(rows.map(({ occurrence, ...rest }) => [occurrence, rest]));
}

export interface StoredFileRow extends DirectionFile {
  occurrence: number;
  sha256: string;
}
/** Columns of `direction_file` as `f`. */
const fileColumns = `${selectFields(fileInfo, { id: 'f.id' })}, occurrence_id AS occurrence, sha256`;

/** Papers that an occurrence has now. */
export function listFiles(database: Queryable, occurrence: number): Promise<StoredFileRow[]> {
  return queryRows<StoredFileRow>(database)`
    SELECT ${raw(fileColumns)} FROM direction_file AS f WHERE occurrence_id = ${occurrence}
      AND removed_at IS NULL ORDER BY id`;
}

/** A paper with the occurrence that it belongs to, also one that was taken off. */
export function findFile(
  database: Queryable,
  id: number,
): Promise<(StoredFileRow & OccurrenceId) | undefined> {
  return queryRow<StoredFileRow & OccurrenceId>(database)`
    SELECT ${raw(fileColumns)}, obligation, office, period
    FROM direction_file AS f JOIN direction_occurrence AS o ON o.id = f.occurrence_id WHERE f.id = ${id}`;
}

/** Adds a paper; the same one again comes back. */
export async function insertFile(
  tx: Queryable,
  {
    occurrence,
    sha256,
    name,
    type,
    bytes,
    by,
  }: Pick<StoredFileRow, 'occurrence' | 'sha256' | 'name' | 'type' | 'bytes'> & { by: string },
): Promise<void> {
  await execute(tx)`
    INSERT INTO direction_file (occurrence_id, sha256, name, type, bytes, uploaded_by)
      VALUES (${occurrence}, ${sha256}, ${name}, ${type}, ${bytes}, ${by})
    ON CONFLICT (occurrence_id, sha256) DO UPDATE SET removed_at = NULL, name = excluded.name,
      uploaded_by = excluded.uploaded_by, uploaded_at = now()`;
}

export async function removeFile(tx: Queryable, id: number): Promise<void> {
  await execute(tx)`UPDATE direction_file SET removed_at = now() WHERE id = ${id}`;
}
