import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { channels } from '../../../campaigns/channel.ts';
import { buildProgress, type ProgressInputs } from '../../../campaigns/tracker/build-progress.ts';
import { addDays } from '../../../campaigns/tracker/clock.ts';
import { listMeasures, measures, measuresOfChannel } from '../../../campaigns/tracker/measures.ts';
import { progressFileSchema } from '../../../campaigns/tracker/progress-file.ts';
import type { ActivityTally, ScanTally } from '../../../campaigns/tracker/tallies.ts';

const today = '2019-04-12';
const campaign: ProgressInputs['campaign'] = loadCampaign('up-cop');
const bare: ProgressInputs = {
  campaign,
  districts: [
    { id: 'agra', stations: ['baah', 'barhan', 'etmadpur'] },
    { id: 'lucknow', stations: ['hazratganj'] },
    { id: 'empty', stations: [] },
  ],
  readings: [],
  scans: [],
  activities: [],
  today,
  now: new Date('2019-04-12T06:00:00Z'),
};

/** Builds, and checks what was built against the published schema. */
function build(inputs: Partial<ProgressInputs>) {
  return progressFileSchema.parse(buildProgress({ ...bare, ...inputs }));
}

const scan = (day: string, district: string, channel: ScanTally['channel'], scans: number) => {
  return { day, district, channel, scans };
};

function activity(
  measure: ActivityTally['measure'],
  over: Partial<ActivityTally> = {},
): ActivityTally {
  const day = '2019-04-05';
  const district = 'agra';
  return { day, measure, district, station: null, count: 1, verified: true, ...over };
}

const board = (station: string, over: Partial<ActivityTally> = {}) =>
  activity('boards', { station, ...over });

describe('a site without readings', () => {
  const file = build({});

  test('says so and still holds the goal and the days', () => {
    expect(file.goal).toEqual({ downloads: 250_000, startsOn: '2019-03-27', endsOn: '2019-04-30' });
    expect(file.downloads).toEqual({ kind: 'none' });
    expect(file.progress).toMatchObject({ status: 'no-readings', total: null, daysLeft: 18 });
    expect(file.forecast).toEqual({ kind: 'none', reason: 'no-readings' });
  });

  test('lists every district, channel and direction with nothing done', () => {
    expect(file.districts.map(({ district }) => district)).toEqual(['agra', 'lucknow', 'empty']);
    expect(file.channels).toEqual(
      channels.map((channel) => ({ channel, total: 0, last7: 0, installs: null })),
    );
    const withStatus = (wanted: string) =>
      file.directions.filter(({ status }) => status === wanted).map(({ id }) => id);
    expect(file.directions).toHaveLength(9);
    expect(withStatus('not-begun')).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'para-2']);
    expect(withStatus('not-counted')).toEqual(['G', 'para-3']);
    expect(file.boards).toMatchObject({ stations: 4, up: 0, verified: 0 });
  });

  test('says when the day is set and when it is the real one', () => {
    expect(file).toMatchObject({ today, replayed: false, generatedAt: '2019-04-12T06:00:00.000Z' });
    expect(build({ now: new Date('2026-11-24T06:00:00Z') }).replayed).toBe(true);
  });

  test('after the last day has no forecast and counts the days past', () => {
    const past = build({ today: '2026-11-24', now: new Date('2026-11-24T06:00:00Z') });
    expect(past).toMatchObject({
      progress: { status: 'no-readings', daysLeft: 0, daysPast: 2_765 },
      forecast: { kind: 'none', reason: 'ended' },
    });
  });
});

describe('readings', () => {
  const readAt = '2019-04-12T05:00:00Z';
  const readings = Array.from({ length: 130 }, (_, n) => ({
    source: 'play' as const,
    date: addDays('2019-04-11', -n),
    value: 1_000,
    from: 'play.csv',
    readAt,
  }));

  test('become total, progress and forecast', () => {
    const file = build({ readings });
    // 130 days × 1,000, and 19 days × 1,000 more up to the end.
    expect(file.progress).toMatchObject({ total: 130_000, status: 'behind' });
    expect(file.forecast).toMatchObject({ probability: 0 });
    expect(file.forecast.kind === 'forecast' && file.forecast.band.at(-1)).toMatchObject({
      date: '2019-04-30',
      p50: 149_000,
    });
  });

  test('are published from sixty days before the start, and the total holds all of them', () => {
    const { downloads } = build({ readings });
    if (downloads.kind === 'none') throw new Error('Expected downloads');
    expect(downloads.days[0]).toMatchObject({ date: '2019-01-26', total: 55_000 });
    expect(downloads.total).toBe(130_000);
  });
});

test('events come in the order of their days, and what is to come stays away', () => {
  const mark = (id: string, day: string) => {
    return { id, day, kind: 'mela' as const, title: { hi: id, en: id }, district: null };
  };
  const { events } = build({
    events: [mark('e3', '2019-04-13'), mark('e2', today), mark('e1', '2019-04-01')],
  });
  expect(events.map(({ id }) => id)).toEqual(['e1', 'e2']);
});

describe('scans', () => {
  // The seven days up to the 12th begin on the 6th.
  const scans = [
    scan('2019-04-05', 'agra', 'board', 10),
    scan('2019-04-06', 'agra', 'board', 20),
    scan('2019-04-12', 'agra', 'pamphlet', 3),
    scan('2019-04-12', '', 'social', 40),
    scan('2019-04-13', 'agra', 'board', 1_000),
  ];
  const file = build({ scans });

  test('are added up in all, of the last seven days, and by channel; later ones do not exist yet', () => {
    expect(file.scans).toEqual({ total: 73, last7: 63 });
    const of = (wanted: string) => file.channels.find(({ channel }) => channel === wanted);
    expect(of('board')).toEqual({ channel: 'board', total: 30, last7: 20, installs: null });
    expect(of('social')).toEqual({ channel: 'social', total: 40, last7: 40, installs: null });
  });

  test('of a district are also given for each of its stations', () => {
    const [agra, , empty] = file.districts;
    expect(agra).toMatchObject({ scans: { total: 33, last7: 23 }, visitorsPerStation: 11 });
    expect(empty).toMatchObject({ scans: { total: 0, last7: 0 }, visitorsPerStation: null });
  });

  test('visitors stand beside them, and are what a station and a lakh are reckoned from', () => {
    const counted = build({ scans: scans.map((tally) => ({ ...tally, visitors: 1 })) });
    expect(counted.scans).toEqual(file.scans);
    expect(counted.visitors).toEqual({ total: 4, last7: 3 });
    const [agra] = counted.districts;
    expect(agra).toMatchObject({ scans: { total: 33 }, visitors: { total: 3, last7: 2 } });
    expect(agra?.visitorsPerStation).toBe(1);
  });

  test('of a direction are those of its channels', () => {
    const of = (id: string) =>
      file.directions.find((direction) => direction.id === id)?.scans.total;
    expect([of('B'), of('C'), of('E'), of('G')]).toEqual([40, 30, 3, 0]);
  });
});

describe('activities', () => {
  test('boards count once a station, verified or not, and only at stations that are to have one', () => {
    const file = build({
      activities: [
        board('baah', { verified: false }),
        board('baah', { day: '2019-04-06' }),
        board('barhan', { verified: false, day: '2019-04-06' }),
        board('nowhere'),
        board('etmadpur', { day: '2019-04-13' }),
        activity('boards'),
      ],
    });
    expect(file.districts[0]?.boards).toMatchObject({ stations: 3, up: 2, verified: 1 });
    expect(file.districts[0]?.boardsLast7).toBe(1);
    const levels = { reported: 1, pictured: 1, live: 0, seen: 0 };
    expect(file.boards).toEqual({ stations: 4, up: 2, verified: 1, levels });
    expect(file.directions.find(({ id }) => id === 'C')).toMatchObject({
      status: 'under-way',
      counts: [{ measure: 'boards', count: 2, verified: 1, of: 4 }],
    });
  });

  test('drawn boards that were looked at stand in the row of their district alone', () => {
    const draw = { drawn: 3, looked: 2, missing: 1 };
    const { districts } = build({ draws: new Map([['agra', draw]]) });
    expect(districts.map((row) => row.draw.missing)).toEqual([1, 0, 0]);
    expect(districts[0]?.draw).toEqual(draw);
  });

  test('direction C is done when every station has a verified board, and not before', () => {
    const lucknow = board('hazratganj', { district: 'lucknow' });
    const all = [board('baah'), board('barhan'), board('etmadpur'), lucknow];
    const status = (activities: ActivityTally[]) =>
      build({ activities }).directions.find(({ id }) => id === 'C')?.status;
    expect(status(all)).toBe('done');
    expect(status([...all.slice(1), board('baah', { verified: false })])).toBe('under-way');
  });

  test('what has no full number stays under way', () => {
    const file = build({
      activities: [
        activity('pamphlets', { count: 500 }),
        activity('pamphlets', { count: 250, verified: false, district: 'lucknow' }),
        activity('theatres', { count: 46, district: '' }),
      ],
    });
    expect(file.directions.find(({ id }) => id === 'E')).toMatchObject({
      status: 'under-way',
      counts: [
        { measure: 'pamphlets', count: 750, verified: 500, of: null },
        { measure: 'newspapers', count: 0, verified: 0, of: null },
      ],
    });
    expect(file.directions[0]?.status).toBe('under-way');
    expect(file.districts[0]?.activities).toEqual({ pamphlets: 500 });
    expect(file.districts[2]?.activities).toEqual({});
  });
});

describe('measures', () => {
  test('every one belongs to one channel, and every channel has one', () => {
    const all = channels.flatMap((channel) => measuresOfChannel[channel]);
    expect(all.toSorted()).toEqual([...measures].toSorted());
    expect(listMeasures(channels)).toEqual(measures);
    expect(listMeasures(['radio', 'social', 'radio'])).toEqual(['fm-spots', 'social-posts']);
    expect(listMeasures([])).toEqual([]);
  });
});

describe('the schema', () => {
  test('is read back from JSON as it was written', () => {
    const scans = [scan(today, 'agra', 'board', 1)];
    const file = build({ activities: [activity('pamphlets')], scans });
    expect(progressFileSchema.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
  });

  const certain = { kind: 'forecast', band: [], probability: 1, phi: 0.9, draws: 1 };
  test.each([
    ['a negative count', { scans: { total: -1, last7: 0 } }],
    ['an unknown field', { extra: 1 }],
    ['a probability above 1', { forecast: { ...certain, probability: 2 } }],
    ['no word about sample data', { sample: undefined }],
  ])('refuses %s', (_, wrong) => {
    expect(progressFileSchema.safeParse({ ...build({}), ...wrong }).success).toBe(false);
  });
});
