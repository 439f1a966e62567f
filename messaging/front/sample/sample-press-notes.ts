import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory, District } from '../../../campaigns/directory/station.ts';
import { isTyped, type PressNoteFields } from '../../../campaigns/press-notes/note-fields.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
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
  findNote,
  insertAppearance,
  insertNote,
  type NoteChange,
  takeNumber,
  updateNote,
} from '../../field/press-notes/press-notes-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** Its check symbol is wrong, so that it can never belong to anybody. */
export const samplePressCode = 'SMPL75';

/** How far a note of the sample is; `appeared` is issued, and printed in the papers that are named. */
export type SampleNoteEnd =
  | { kind: 'draft'; returned?: string }
  | { kind: 'waiting' }
  | { kind: 'issued'; on: Day; appeared?: readonly { paper: string; day: Day }[] }
  | { kind: 'cancelled'; on: Day; reason: string };

export interface SampleNote {
  district: string;
  /** @param stations ids of the district's stations */
  fields(stations: readonly string[]): PressNoteFields;
  end: SampleNoteEnd;
}

const allNo = { victim: 'no', minor: 'no', sexual: 'no', identity: 'no' } as const;
const usual = { title: '', details: '', language: 'hi' as const, wording: 0 };
const at = (stations: readonly string[], index: number) => stations[index % stations.length] ?? '';

/** Counts of a month at the first stations of a district, some of them below what is shown of a station. */
function counts(month: string, category: string, numbers: readonly number[]) {
  return (stations: readonly string[]): PressNoteFields => ({
    kind: 'counts',
    month,
    ...usual,
    rows: numbers.slice(0, stations.length).flatMap((count, index) => [
      { station: at(stations, index), category, count },
      { station: at(stations, index), category: 'lost-article', count: count + 4 },
    ]),
  });
}

function story(
  story: { category: string; result: string; days: number; details?: string },
  station: number,
) {
  return (stations: readonly string[]): PressNoteFields => ({
    kind: 'story',
    day: null,
    ...usual,
    ...story,
    station: at(stations, station),
  });
}

const appeal = (id: string) => (): PressNoteFields => ({
  kind: 'appeal',
  appeal: id,
  service: null,
  ...usual,
});

/** Press notes in every state, in districts of several zones. None tells of a case that was. */
export const sampleNotes: readonly SampleNote[] = [
  {
    district: 'lucknow',
    fields: counts('2019-03', 'vehicle-theft', [9, 6, 5, 2, 1]),
    end: {
      kind: 'issued',
      on: '2019-04-02',
      appeared: [
        { paper: `${sampleMark} दैनिक`, day: '2019-04-03' },
        { paper: `${sampleMark} समाचार`, day: '2019-04-04' },
      ],
    },
  },
  {
    district: 'lucknow',
    fields: story({ category: 'vehicle-theft', result: 'vehicle-returned', days: 8 }, 0),
    end: { kind: 'issued', on: '2019-04-08' },
  },
  {
    district: 'lucknow',
    fields: appeal('report-early'),
    end: { kind: 'draft' },
  },
  {
    district: 'agra',
    fields: counts('2019-03', 'theft', [7, 4, 2, 2]),
    end: { kind: 'issued', on: '2019-04-03' },
  },
  {
    district: 'agra',
    fields: story(
      {
        category: 'theft',
        result: 'part-recovered',
        days: 5,
        details: 'शेष सामान की तलाश में दो टीमें लगाई गई हैं।',
      },
      1,
    ),
    end: { kind: 'waiting' },
  },
  {
    district: 'varanasi',
    fields: appeal('use-app'),
    end: {
      kind: 'issued',
      on: '2019-04-05',
      appeared: [{ paper: `${sampleMark} दैनिक`, day: '2019-04-06' }],
    },
  },
  {
    district: 'varanasi',
    fields: story({ category: 'lost-article', result: 'found', days: 2 }, 2),
    end: { kind: 'draft', returned: `${sampleMark} परिणाम की पुष्टि कर पुनः भेजें` },
  },
  {
    district: 'gorakhpur',
    fields: story({ category: 'cyber-crime', result: 'money-held', days: 1 }, 0),
    end: {
      kind: 'issued',
      on: '2019-04-09',
      appeared: [{ paper: `${sampleMark} समाचार`, day: '2019-04-10' }],
    },
  },
  {
    district: 'gorakhpur',
    fields: counts('2019-03', 'cyber-crime', [4, 3, 1]),
    end: { kind: 'draft' },
  },
  {
    district: 'meerut',
    fields: story({ category: 'snatching', result: 'recovered', days: 6 }, 0),
    end: { kind: 'cancelled', on: '2019-04-10', reason: `${sampleMark} थाने का नाम गलत था` },
  },
  {
    district: 'meerut',
    fields: appeal('lost-phone'),
    end: { kind: 'issued', on: '2019-04-11' },
  },
];

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
  const id = await insertNote(tx, { district: district.id, fields, title }, { id: by, name: by });
  const note = await findNote(tx, id, true);
  if (note === undefined) throw new Error('Expected a new press note, got none');

  async function issue(on: string): Promise<NoteChange> {
    const year = Number(on.slice(0, 4));
    const number = await takeNumber(tx, district.id, year);
    const content = writeContent(sources, district, fields, { number, year, on });
    const read = isTyped(fields) && { reading: allNo, readBy: `${sampleMark} द्वितीय अधिकारी` };
    return { status: 'issued', number, year, issuedOn: on, issuedBy: by, content, ...read };
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
          { name: by },
        );
        if (activity === undefined) throw new Error('Expected a new activity, got none');
        await insertAppearance(tx, { noteId: id, activityId: activity.id, paper, day, by });
      }
    }
  }
}
