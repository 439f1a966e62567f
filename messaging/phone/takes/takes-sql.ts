import type { TakeFinding } from '../../../campaigns/words/take-words.ts';
import { insertRow } from '../../platform/database/rows-sql.ts';
import { queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Mastered } from './master.ts';
import type { SoundFigures } from './measure.ts';
import type { SoundType } from './sound-type.ts';

/** A recording of a script, as it is kept. */
export interface Take {
  id: number;
  script: string;
  textSha256: string;
  /** Folder of its files in the store. */
  key: string;
  status: 'refused' | 'mastered';
  name: string;
  type: SoundType;
  figures: SoundFigures;
  findings: TakeFinding[];
  master: Mastered | null;
  recordedBy: string;
  recordedAt: Date;
  withdrawnAt: Date | null;
}

const columns = `id, script, text_sha256 AS "textSha256", key, status, name, type, figures, findings, master,
  recorded_by AS "recordedBy", recorded_at AS "recordedAt", withdrawn_at AS "withdrawnAt"`;

export function insertTake(
  tx: Queryable,
  take: Omit<Take, 'id' | 'recordedAt' | 'withdrawnAt'>,
): Promise<Take> {
  const { script, textSha256, key, status, name, type, figures, master, recordedBy } = take;
  const findings = JSON.stringify(take.findings);
  return insertRow(
    tx,
    'take',
    { script, textSha256, key, status, name, type, figures, findings, master, recordedBy },
    columns,
  );
}

/** The latest take and the latest mastered one of each script, without those that were taken back. */
export function latestTakes(database: Queryable): Promise<Take[]> {
  return queryRows<Take>(database)`
    SELECT ${raw(columns)} FROM take WHERE id IN (
      SELECT max(id) FROM take WHERE withdrawn_at IS NULL GROUP BY script
      UNION SELECT max(id) FROM take WHERE withdrawn_at IS NULL AND status = 'mastered' GROUP BY script
    ) ORDER BY id DESC`;
}

export function findTake(database: Queryable, id: number): Promise<Take | undefined> {
  return queryRow<Take>(database)`SELECT ${raw(columns)} FROM take WHERE id = ${id}`;
}

/** A mastered take by the folder of its files; undefined for one that was taken back. */
export function findMastered(database: Queryable, key: string): Promise<Take | undefined> {
  return queryRow<Take>(database)`
    SELECT ${raw(columns)} FROM take WHERE key = ${key} AND status = 'mastered' AND withdrawn_at IS NULL`;
}

/** Undefined when there is none, or it was taken back before. */
export function withdrawTake(tx: Queryable, id: number): Promise<Take | undefined> {
  return queryRow<Take>(tx)`
    UPDATE take SET withdrawn_at = clock_timestamp() WHERE id = ${id} AND withdrawn_at IS NULL
      RETURNING ${raw(columns)}`;
}

/** Refused takes of a script that a later one replaces; their files go. */
export function dropRefused(tx: Queryable, script: string, before: number): Promise<Take[]> {
  return queryRows<Take>(tx)`
    DELETE FROM take WHERE script = ${script} AND id < ${before} AND status = 'refused'
      RETURNING ${raw(columns)}`;
}

/** How many of these scripts nobody has recorded yet. */
export async function countMissingTakes(
  database: Queryable,
  scripts: readonly string[],
): Promise<number> {
  const row = await queryRow<{ made: number }>(database)`
    SELECT count(DISTINCT script)::int AS made FROM take
    WHERE script = ANY (${scripts}::text[]) AND status = 'mastered' AND withdrawn_at IS NULL`;
  return scripts.length - (row?.made ?? 0);
}
