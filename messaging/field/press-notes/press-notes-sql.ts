import type { z } from 'zod';
import type { PressNoteFields } from '../../../campaigns/press-notes/note-fields.ts';
import { insertRow, selectFields, updateRow } from '../../platform/database/rows-sql.ts';
import { execute, isThere, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { type Appearance, keptNote, summary } from './press-notes-schemas.ts';

/** A note as the table has it, with the ids of the officers who wrote or submitted it. */
export type StoredNote = z.output<typeof keptNote> & { makers: string[] };
export type StoredSummary = z.output<typeof summary>;

/** A process of the last version may still write `checked`, which is a draft now. */
export const noteStatus = `CASE status WHEN 'checked' THEN 'draft' ELSE status END`;
const ownSql = {
  status: noteStatus,
  year: 'year::int',
  issuedOn: 'issued_on::text',
  appearances:
    '(SELECT count(*)::int FROM press_note_appearance AS a WHERE a.note_id = press_note.id)',
  readBy: 'cleared_by',
};
const summaryColumns = selectFields(summary, ownSql);
const columns = `${selectFields(keptNote, ownSql)}, makers`;

/** Notes in brief. @param which conditions, order and limit in SQL, with `values` */
export async function selectSummaries(
  database: Queryable,
  which: string,
  values: readonly unknown[],
): Promise<StoredSummary[]> {
  const { rows } = await database.query<StoredSummary>(
    `SELECT ${summaryColumns} FROM press_note ${which}`,
    [...values],
  );
  return rows;
}

/** @param lock until the transaction ends */
export function findNote(
  database: Queryable,
  id: number,
  lock = false,
): Promise<StoredNote | undefined> {
  return queryRow<StoredNote>(database)`
    SELECT ${raw(columns)} FROM press_note WHERE id = ${id} ${raw(lock ? 'FOR UPDATE OF press_note' : '')}`;
}

/** Stores a draft and returns its id. */
export async function insertNote(
  tx: Queryable,
  note: { district: string; fields: PressNoteFields; title: string },
  by: { id: string; name: string },
): Promise<number> {
  const { id } = await insertRow(tx, 'press_note', {
    district: note.district,
    kind: note.fields.kind,
    fields: note.fields,
    title: note.title,
    makers: [by.id],
    madeBy: by.name,
  });
  return id;
}

/** Fields of a note that change. */
export type NoteChange = Partial<
  Omit<StoredNote, 'id' | 'district' | 'kind' | 'version' | 'changedAt' | 'appearances'>
>;

/** Stores a note's next version. */
export async function updateNote(
  tx: Queryable,
  note: StoredNote,
  { readBy = note.readBy, ...change }: NoteChange,
): Promise<void> {
  const { status } = note;
  const { kind } = change.fields ?? note.fields;
  await updateRow(
    tx,
    'press_note',
    note.id,
    { status, ...change, kind, clearedBy: readBy },
    { more: ['version = version + 1', 'changed_at = now()'] },
  );
}

/** Takes the next number of a district's year; others wait until the transaction has ended. */
export async function takeNumber(tx: Queryable, district: string, year: number): Promise<number> {
  const row = await queryRow<{ last: number }>(tx)`
    INSERT INTO press_note_series (district, year, last) VALUES (${district}, ${year}, 1)
    ON CONFLICT (district, year) DO UPDATE SET last = press_note_series.last + 1 RETURNING last`;
  return row?.last ?? 0;
}

/** Whether a note with the counts of this month is out. */
export function isMonthIssued(tx: Queryable, district: string, month: string): Promise<boolean> {
  return isThere(tx)`
    SELECT FROM press_note WHERE district = ${district} AND fields ->> 'month' = ${month}
      AND kind = 'counts' AND status = 'issued'`;
}

/** Where a note appeared, the first one first. */
export function listAppearances(database: Queryable, noteId: number): Promise<Appearance[]> {
  return queryRows<Appearance>(database)`
    SELECT a.id, a.paper, a.day::text AS day, a.cutting, a.recorded_by AS "recordedBy",
      activity.status = 'withdrawn' AS withdrawn
    FROM press_note_appearance AS a JOIN activity ON activity.id = a.activity_id
    WHERE a.note_id = ${noteId} ORDER BY a.day, a.id`;
}

export async function insertAppearance(
  tx: Queryable,
  appearance: { noteId: number; activityId: number; paper: string; day: string; by: string },
): Promise<void> {
  const { noteId, activityId, paper, day, by } = appearance;
  await execute(tx)`
    INSERT INTO press_note_appearance (note_id, activity_id, paper, day, recorded_by)
    VALUES (${noteId}, ${activityId}, ${paper}, ${day}, ${by})`;
}

/** Whether this paper of this day is in the note's log. */
export function hasAppearance(
  tx: Queryable,
  { noteId, paper, day }: { noteId: number; paper: string; day: string },
): Promise<boolean> {
  return isThere(tx)`
    SELECT FROM press_note_appearance WHERE note_id = ${noteId} AND paper = ${paper} AND day = ${day}`;
}

/** Stores which picture of its cutting an appearance has; one that it replaces keeps its row until its time is over. */
export async function updateCutting(
  tx: Queryable,
  id: number,
  { sha256, by }: { sha256: string; by: string },
): Promise<void> {
  await execute(tx)`
    INSERT INTO press_note_cutting (appearance_id, sha256, uploaded_by) VALUES (${id}, ${sha256}, ${by})
    ON CONFLICT (appearance_id, sha256) DO UPDATE SET uploaded_by = excluded.uploaded_by, uploaded_at = now()`;
  await execute(tx)`UPDATE press_note_appearance SET cutting = ${sha256} WHERE id = ${id}`;
}

/** Newspapers that a district has named, by name. */
export async function readPaperNames(database: Queryable, district: string): Promise<string[]> {
  const rows = await queryRows<{ paper: string }>(database)`
    SELECT DISTINCT a.paper FROM press_note_appearance AS a JOIN press_note AS n ON n.id = a.note_id
    WHERE n.district = ${district} ORDER BY a.paper LIMIT 50`;
  return rows.map(({ paper }) => paper);
}

/** Deletes what was begun and not issued within so many days of its last change. Practice lives in another year. */
export async function deleteOldDrafts(database: Queryable, days: number): Promise<number> {
  return execute(database)`
    DELETE FROM press_note WHERE number IS NULL AND changed_at < now() - ${days}::int * interval '1 day'
    AND NOT EXISTS (SELECT FROM practice)`;
}
