import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory, District } from '../../../campaigns/directory/station.ts';
import { sampleMark, sampleToday } from '../../../campaigns/tracker/sample.ts';
import { insertActivity } from '../../field/activities/activities-sql.ts';
import {
  findDistrict,
  findFaults,
  listStations,
  type NoteSources,
  writeContent,
} from '../../field/press-notes/note-sources.ts';
import {
  insertAppearance,
  insertNote,
  lockNote,
  type NoteChange,
  takeNumber,
  updateNote,
} from '../../field/press-notes/press-notes-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { type SampleNote, sampleNotes, samplePressCode } from './sample-press-notes.ts';

/** Press notes of the sample, written as an officer's are. */
export async function storeSampleNotes(
  tx: Queryable,
  { campaign, directory }: { campaign: Campaign; directory: Directory },
): Promise<number> {
  const { pressNotes } = campaign;
  if (pressNotes === undefined) return 0;
  const registry = () => ({ codeFor: () => samplePressCode });
  const today = () => sampleToday;
  const sources = { campaign, pressNotes, directory, registry, today };
  let stored = 0;
  for (const note of sampleNotes) {
    const district = findDistrict(sources, note.district);
    if (district === undefined) continue;
    await storeNote(tx, note, { sources, district });
    stored += 1;
  }
  return stored;
}

async function storeNote(
  tx: Queryable,
  { fields: make, end }: SampleNote,
  { sources, district }: { sources: NoteSources; district: District },
): Promise<void> {
  const fields = make(listStations(sources, district).map(({ id }) => id));
  const [fault] = findFaults(sources, district, fields);
  if (fault !== undefined)
    throw new Error(`Expected fields of a press note for ${district.id}, got: ${fault.message}`);
  const by = `${sampleMark} मीडिया सेल, ${district.nameHi}`;
  const { title } = writeContent(sources, district, fields);
  const id = await insertNote(
    tx,
    { district: district.id, fields, title },
    { id: by, name: by, sample: true },
  );
  const note = await lockNote(tx, id);
  if (note === undefined) throw new Error('Expected a new press note, got none');

  async function issue(on: string): Promise<NoteChange> {
    const year = Number(on.slice(0, 4));
    const number = await takeNumber(tx, district.id, year);
    const content = writeContent(sources, district, fields, { number, year, on });
    return { status: 'issued', number, year, issuedOn: on, issuedBy: by, content };
  }

  switch (end.kind) {
    case 'draft':
      return updateNote(tx, note, { remark: end.returned ?? '' });
    case 'waiting':
      return updateNote(tx, note, { status: 'waiting' });
    case 'cancelled':
      return updateNote(tx, note, {
        ...(await issue(end.on)),
        status: 'cancelled',
        remark: end.reason,
      });
    case 'issued': {
      await updateNote(tx, note, await issue(end.on));
      for (const { paper, day } of end.appeared ?? []) {
        const activity = await insertActivity(
          tx,
          {
            kind: 'newspaper',
            district: district.id,
            station: null,
            day,
            remark: sampleMark,
            details: { newspaper: paper, type: 'news', items: 1 },
          },
          { name: by, sample: true },
        );
        if (activity === undefined) throw new Error('Expected a new activity, got none');
        await insertAppearance(tx, { noteId: id, activityId: activity.id, paper, day, by });
      }
    }
  }
}

/**
 * Takes them away, with what officers made of them. Pictures of their cuttings go by the hourly job; the series of numbers
 * goes on behind the notes that stay.
 */
export async function removeSampleNotes(tx: Queryable): Promise<void> {
  await tx.query(
    'DELETE FROM press_note_appearance WHERE note_id IN (SELECT id FROM press_note WHERE sample)',
  );
  const { rows } = await tx.query<{ district: string; year: number }>(
    `WITH gone AS (DELETE FROM press_note WHERE sample RETURNING district, year)
     SELECT DISTINCT district, year::int AS year FROM gone WHERE year IS NOT NULL`,
  );
  for (const { district, year } of rows) {
    await tx.query(
      `DELETE FROM press_note_series AS s WHERE district = $1 AND year = $2 AND NOT EXISTS (
         SELECT FROM press_note AS n WHERE n.district = s.district AND n.year = s.year)`,
      [district, year],
    );
    await tx.query(
      `UPDATE press_note_series SET last = (SELECT max(number) FROM press_note WHERE district = $1 AND year = $2)
       WHERE district = $1 AND year = $2`,
      [district, year],
    );
  }
}
