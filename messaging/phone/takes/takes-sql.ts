import type { TakeFinding } from '../../../campaigns/words/take-words.ts';
import type { TakeStatus } from '../../contract/values.ts';
import { insertRow, updateRow } from '../../platform/database/rows-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
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
  status: TakeStatus;
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

/** The latest take of each script and the latest one of each status, without those that were taken back. */
export function latestTakes(database: Queryable): Promise<Take[]> {
  return queryRows<Take>(database)`
    SELECT ${raw(columns)} FROM take WHERE id IN (
      SELECT max(id) FROM take WHERE withdrawn_at IS NULL GROUP BY script, status
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

/**
 * Takes one back, and those of its kind before it: what is played no longer is spoken by the machine, not by an earlier
 * recording. Undefined when there is none, it was taken back before, or has no longer the status that is asked for.
 */
export async function withdrawTake(
  tx: Queryable,
  id: number,
  status: TakeStatus | null = null,
): Promise<Take | undefined> {
  const withdrawn = await queryRows<Take>(tx)`
    UPDATE take SET withdrawn_at = clock_timestamp() WHERE id <= ${id} AND withdrawn_at IS NULL
      AND (script, status) IN (SELECT script, status FROM take WHERE id = ${id} AND withdrawn_at IS NULL
        AND (${status}::text IS NULL OR status = ${status}))
      RETURNING ${raw(columns)}`;
  return withdrawn.find((take) => take.id === id);
}

/** A recording of a script that waits for a second officer. */
export function findWaiting(tx: Queryable, script: string): Promise<Take | undefined> {
  return queryRow<Take>(tx)`
    SELECT ${raw(columns)} FROM take WHERE script = ${script} AND status = 'waiting' AND withdrawn_at IS NULL
      ORDER BY id DESC LIMIT 1`;
}

export async function airTake(tx: Queryable, id: number): Promise<Take> {
  const take = await updateRow<Take>(
    tx,
    'take',
    id,
    { status: 'mastered' },
    { returning: columns },
  );
  if (take === undefined) throw new Error(`Expected the take ${id}, got none`);
  return take;
}

/** Notes that one that waits was sent to an officer. */
export async function noteSent(database: Queryable, id: number, account: string): Promise<void> {
  await execute(database)`
    UPDATE take SET heard_by = heard_by || ${account}::text
    WHERE id = ${id} AND status = 'waiting' AND ${account} <> ALL (heard_by)`;
}

export async function wasSentTo(tx: Queryable, id: number, account: string): Promise<boolean> {
  const row = await queryRow<{ id: number }>(tx)`
    SELECT id FROM take WHERE id = ${id} AND ${account} = ANY (heard_by)`;
  return row !== undefined;
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
    WHERE script = ANY (${scripts}::text[]) AND status <> 'refused' AND withdrawn_at IS NULL`;
  return scripts.length - (row?.made ?? 0);
}
