import { type Channel, channels } from '../channel.ts';
import { addDays, type Day, eachDay, toInstant } from './clock.ts';
import type { Measure } from './measures.ts';
import type { CurveEvent } from './progress-file.ts';
import { type Random, seededRandom } from './random.ts';
import type { Reading } from './readings.ts';
import type { ActivityTally, ScanTally } from './tallies.ts';

/** The day that the sample shows: the campaign in full run. */
export const sampleToday: Day = '2019-04-12';

/** Scans of one station's code on one day; sums of them are `ScanTally`. */
type SampleScan = ScanTally & { station: string | null };

export interface Sample {
  readings: Reading[];
  scans: SampleScan[];
  activities: ActivityTally[];
  events: CurveEvent[];
}

/** Every district with its stations that are to have a board. */
export type SampleDistricts = readonly { id: string; stations: readonly string[] }[];

/** Prefix of the name of every source, so that no sample figure can pass for a real one. */
export const sampleMark = 'SAMPLE';

const ordered: Day = '2019-03-27';
const firstBoards: Day = '2019-04-01';
/** Play is late: its last report day is two days ago. */
const lastPlayDay = addDays(sampleToday, -2);
const gapDay: Day = '2019-04-06';
const revisedDay: Day = '2019-04-03';

/**
 * Made-up data of a campaign in full run on 12.04.2019, the same on every machine. It shows what real data bring: a
 * figure given to HQ, Play's weekend rhythm, a day without report, a revised day, and districts of unequal zeal.
 */
export function makeSample(districts: SampleDistricts): Sample {
  const random = seededRandom(20_190_412);
  const evidence = seededRandom(29);
  const readings = sampleReadings(random);
  const parts = districts.map((district) => sampleDistrict(district, random));
  const state = sampleState(random);
  return {
    readings,
    scans: [...parts.flatMap(({ scans }) => scans), ...state.scans],
    activities: [
      ...parts.flatMap(({ activities }) => activities.map((own) => withEvidence(own, evidence))),
      ...state.activities,
    ],
    events: sampleEvents,
  };
}

function sampleReadings(random: Random): Reading[] {
  const readAt = `${sampleToday}T04:30:00.000Z`;
  const readings: Reading[] = [
    {
      source: 'manual',
      date: ordered,
      value: 133_600,
      from: `${sampleMark} मुख्यालय, दूरभाष`,
      readAt: `${ordered}T11:30:00.000Z`,
    },
  ];
  for (const date of eachDay('2019-02-15', lastPlayDay)) {
    if (date === gapDay) continue;
    const from = `${sampleMark} installs_${date.slice(0, 7).replace('-', '')}_overview.csv`;
    const value = Math.round(playLevel(date) * weekday(date) * (0.93 + 0.14 * random()));
    readings.push({ source: 'play', date, value, from, readAt });
    if (date === revisedDay) {
      const early = { value: value - 204, readAt: '2019-04-05T04:30:00.000Z' };
      readings.push({ source: 'play', date, from, ...early });
    }
    if (date > addDays(ordered, 4)) {
      const report = `${sampleMark} S_D_${date.replaceAll('-', '')}.txt`;
      const units = Math.round(value * (0.03 + 0.02 * random()));
      readings.push({ source: 'app-store', date, value: units, from: report, readAt });
    }
  }
  return readings;
}

/** Invented results of services, none of them true. */
export const sampleOutcomes = [
  {
    service: 'view-fir',
    count: 184_200,
    asOf: '2019-04-11',
    source: 'नमूना (SAMPLE): मुख्यालय का पत्र दिनांक 11.04.2019',
    url: null,
  },
  {
    service: 'lost-article',
    count: 41_350,
    asOf: '2019-04-11',
    source: 'नमूना (SAMPLE): मुख्यालय का पत्र दिनांक 11.04.2019',
    url: null,
  },
] as const satisfies readonly { asOf: Day; [field: string]: unknown }[];

const sampleEvents: CurveEvent[] = [
  {
    id: 'e1',
    day: '2019-03-31',
    kind: 'film',
    title: { hi: 'नमूना: फ़िल्म का प्रदर्शन आरंभ', en: 'Sample: film released' },
    district: null,
  },
  {
    id: 'e2',
    day: '2019-04-10',
    kind: 'blast',
    title: { hi: 'नमूना: एसएमएस प्रसारण', en: 'Sample: SMS blast' },
    district: null,
  },
];

/** About 1,100 a day before the order, then a rise as boards go up. */
function playLevel(date: Day): number {
  const risingDays = eachDay(ordered, date).length;
  return risingDays === 0 ? 1_100 : 1_600 + 2_800 * (1 - Math.exp(-risingDays / 9));
}

/** More is installed on Saturdays and Sundays. */
function weekday(date: Day): number {
  const dayOfWeek = new Date(`${date}T00:00:00Z`).getUTCDay();
  return dayOfWeek === 0 ? 1.22 : dayOfWeek === 6 ? 1.14 : 0.95;
}

function sampleDistrict(district: SampleDistricts[number], random: Random) {
  const zeal = 0.25 + 0.7 * random();
  const scans: SampleScan[] = [];
  const activities: ActivityTally[] = [];
  const done = (day: Day, measure: Measure, count: number, station: string | null = null) =>
    activities.push({
      day,
      measure,
      district: district.id,
      station,
      count,
      verified: random() < 0.8,
    });
  for (const station of district.stations) {
    if (random() > zeal) continue;
    const up = addDays(firstBoards, Math.floor(11 * random()));
    done(up, 'boards', 1, station);
    const perDay = 1 + 9 * random() * zeal;
    for (const day of eachDay(up, sampleToday)) {
      addScans(scans, { day, district: district.id, station, channel: 'board' }, perDay * random());
      if (day > addDays(up, 2)) {
        addScans(
          scans,
          { day, district: district.id, station, channel: 'pamphlet' },
          perDay * 0.6 * random(),
        );
      }
    }
  }
  if (zeal > 0.4) done('2019-04-05', 'pamphlets', 500 * Math.ceil(20 * zeal * random()));
  if (zeal > 0.4) done('2019-04-07', 'newspapers', 1 + Math.floor(4 * random()));
  if (zeal > 0.55) done('2019-04-08', 'meetings', 1 + Math.floor(6 * random()));
  if (zeal > 0.6) done('2019-04-09', 'news-items', 1 + Math.floor(5 * random()));
  if (zeal > 0.75) done('2019-04-10', 'vehicle-boards', 2 + Math.floor(20 * random()));
  return { scans, activities };
}

/** Of boards with a picture, most were photographed on the spot, and some of them another office has seen. */
function withEvidence(activity: ActivityTally, random: Random): ActivityTally {
  const { measure, day, verified } = activity;
  if (measure !== 'boards') return activity;
  const at = (share: number, time: string) => {
    const drawn = random();
    return verified && drawn < share && day < sampleToday ? toInstant(day, time) : null;
  };
  const live = at(0.55, '11:20');
  const seen = at(0.15, '16:40');
  const board = { reported: day, pictured: verified, live, seen, missing: null };
  return { ...activity, board };
}

/** Invents activities of the whole state: film, radio, social media and the phone. */
function sampleState(random: Random): { scans: SampleScan[]; activities: ActivityTally[] } {
  const scans: SampleScan[] = [];
  const levels: Partial<Record<Channel, number>> = {
    film: 60,
    radio: 40,
    social: 420,
    sms: 300,
    vehicle: 35,
    newspaper: 25,
  };
  for (const day of eachDay('2019-04-04', sampleToday)) {
    for (const channel of channels) {
      const level = levels[channel] ?? 0;
      addScans(
        scans,
        { day, district: '', station: null, channel },
        level * (0.7 + 0.6 * random()),
      );
    }
  }
  const counts: [Day, Measure, number][] = [
    ['2019-04-04', 'social-posts', 12],
    ['2019-04-05', 'fm-spots', 84],
    ['2019-04-08', 'theatres', 46],
    ['2019-04-08', 'shows', 552],
    ['2019-04-09', 'newspaper-ads', 6],
    ['2019-04-10', 'messages', 180_000],
  ];
  const activities = counts.map(([day, measure, count]) => ({
    day,
    measure,
    district: '',
    station: null,
    count,
    verified: true,
  }));
  return { scans, activities };
}

function addScans(scans: SampleScan[], scan: Omit<SampleScan, 'scans'>, expected: number): void {
  const count = Math.round(expected);
  if (count > 0) scans.push({ ...scan, scans: count });
}
