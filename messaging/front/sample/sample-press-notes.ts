import type { PressNoteFields } from '../../../campaigns/press-notes/note-fields.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { sampleMark } from '../../../campaigns/tracker/sample.ts';

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
