import type { ActivityAge } from '../../../campaigns/activities/activity-status.ts';
import type { NoteOrder, PressNoteKind } from '../../../campaigns/press-notes/note-fields.ts';
import type { PressNoteStatus } from '../../../campaigns/press-notes/note-status.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { ageConditions } from '../activities/find-activities-sql.ts';
import type { WordMeaning } from '../activities/search-meaning.ts';
import { noteStatus, selectSummaries } from './press-notes-sql.ts';

export interface NoteSearch {
  /** Districts that the reader may see. */
  districts: readonly string[];
  kind?: PressNoteKind | undefined;
  status?: PressNoteStatus | undefined;
  age?: ActivityAge | undefined;
  /** Each of them must be met. */
  words: readonly Pick<WordMeaning, 'text' | 'districts'>[];
  order: NoteOrder;
  /** Districts in the order of their names, for the order by place. */
  places: readonly string[];
  offset: number;
  limit: number;
}

const ages = ageConditions('changed_at');
const orders: Record<NoteOrder, (places: string) => string> = {
  newest: () => 'id DESC',
  oldest: () => 'changed_at, id',
  urgent: () =>
    `array_position(ARRAY['waiting', 'draft', 'issued', 'cancelled'], ${noteStatus}), changed_at, id`,
  place: (places) => `array_position(${places}::text[], district), id DESC`,
};

/** One page of the press notes that a search means, and how many there are. */
export async function findNotes(database: Queryable, search: NoteSearch) {
  const values: unknown[] = [];
  const value = (item: unknown) => `$${values.push(item)}`;
  const base = [`district = ANY (${value(search.districts)}::text[])`];
  if (search.status) base.push(`${noteStatus} = ${value(search.status)}`);
  const narrowed = [...base];
  if (search.kind) narrowed.push(`kind = ${value(search.kind)}`);
  if (search.age) narrowed.push(ages[search.age]);
  for (const { text, districts } of search.words) {
    const part = value(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
    narrowed.push(`(district = ANY (${value(districts)}::text[]) OR number::text = ${value(text)}
      OR title ILIKE ${part} OR made_by ILIKE ${part})`);
  }
  const where = narrowed.join(' AND ');
  const counted = await database.query<{ found: number; all: number }>(
    `SELECT count(*) FILTER (WHERE ${where})::int AS found, count(*)::int AS all
     FROM press_note WHERE ${base.join(' AND ')}`,
    values,
  );
  const order = orders[search.order](search.order === 'place' ? value(search.places) : '');
  const notes = await selectSummaries(
    database,
    `WHERE ${where} ORDER BY ${order} OFFSET ${value(search.offset)} LIMIT ${value(search.limit)}`,
    values,
  );
  return { notes, found: counted.rows[0]?.found ?? 0, all: counted.rows[0]?.all ?? 0 };
}

/** Press notes of districts that wait for a second officer, the oldest first. */
export async function listWaitingNotes(
  database: Queryable,
  districts: readonly string[],
): Promise<{ district: string; makers: string[]; changedAt: Date }[]> {
  const { rows } = await database.query(
    `SELECT district, makers, changed_at AS "changedAt" FROM press_note
     WHERE status = 'waiting' AND district = ANY ($1::text[]) ORDER BY changed_at, id`,
    [districts],
  );
  return rows;
}
