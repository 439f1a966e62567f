import { describe, expect, test } from 'vitest';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { layOutBurnUp } from '../../campaigns/figures/charts/burn-up.ts';
import {
  boardSteps,
  evenSteps,
  findShade,
  shadeLabels,
} from '../../campaigns/figures/charts/shades.ts';
import { bands } from '../../campaigns/tracker/score-parts.ts';
import { figuresMark } from '../../site/components/progress/figures-mark.ts';
import { progressCsv } from '../../site/components/progress/progress-csv.ts';
import { directionMark, rankDistricts } from '../../site/components/progress/progress-page.ts';
import { sampleProgress } from './site-fixture.ts';

const sampled = sampleProgress();
const file = sampled;
const { districts } = loadDirectory();
const places = {
  districts,
  zones: {},
  directions: [],
  goalSources: [],
  ladder: [],
  milestones: [],
};
const size = { width: 1000, height: 500, left: 50, right: 50, top: 0, bottom: 50 };

describe('chart', () => {
  const chart = layOutBurnUp(file, size);

  test('the line of downloads ends at the last known total, and the forecast begins there', () => {
    const end = `${chart.last?.x},${chart.last?.y}`;
    expect(chart.actual?.endsWith(end)).toBe(true);
    expect(chart.middle?.startsWith(`M${end}`)).toBe(true);
    expect(chart.required).toBe(`M${end}L${chart.goalX},${chart.goalY}`);
  });

  test('no numbered event hides another one', () => {
    const events = ['2019-03-28', '2019-03-29', '2019-03-30', '2019-04-09'].map((day) => ({
      ...(file.events[0] as (typeof file.events)[number]),
      day,
      district: null,
    }));
    const narrow = { width: 360, height: 380, left: 58, right: 12, top: 16, bottom: 36 };
    const marks = layOutBurnUp({ ...file, events }, narrow).events;
    expect(marks).toHaveLength(events.length);
    for (const mark of marks)
      for (const other of marks)
        if (other !== mark && other.row === mark.row)
          expect(Math.abs(other.at - mark.at)).toBeGreaterThanOrEqual(24);
  });

  test('heights are in proportion to downloads, from 0 at the foot', () => {
    const foot = size.height - size.bottom;
    const perDownload = (foot - chart.goalY) / file.goal.downloads;
    expect(foot - (chart.last?.y ?? 0)).toBeCloseTo((chart.last?.total ?? 0) * perDownload, 0);
  });

  test('every day with a total, and every day of the forecast, has a figure to show at its place', () => {
    const known = chart.marks.filter(({ isForecast }) => !isForecast);
    expect(known.at(-1)).toMatchObject({ x: chart.last?.x, y: chart.last?.y });
    expect(known.map(({ x }) => x)).toEqual([...known.map(({ x }) => x)].sort((a, b) => a - b));
    const band = file.forecast.kind === 'forecast' ? file.forecast.band : [];
    expect(chart.marks.filter(({ isForecast }) => isForecast).map(({ day }) => day)).toEqual(
      band.map(({ date }) => date),
    );
  });

  test('a week has its days alone, at heights of their own, without goal and forecast', () => {
    const week = layOutBurnUp(file, size, 'week');
    const days = week.marks.map(({ day }) => day);
    expect(days).toEqual(['2019-04-05', '2019-04-07', '2019-04-08', '2019-04-09', '2019-04-10']);
    expect([week.hasGoal, week.band, week.required]).toEqual([false, null, null]);
    const heights = week.marks.map(({ y }) => y);
    expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(size.height * 0.6);
    expect(week.todayX).toBe(size.width - size.right);
    expect(chart.hasGoal).toBe(true);
  });

  test('without readings there is the goal and no line', () => {
    const empty = layOutBurnUp(
      { ...file, downloads: { kind: 'none' }, forecast: { kind: 'none', reason: 'no-readings' } },
      size,
    );
    expect(empty.goalX).toBe(size.width - size.right);
    expect([empty.actual, empty.last, empty.band, empty.middle, empty.required]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('league', () => {
  test('all districts stand in it by the gain that is shown, and move against their band a week ago', () => {
    const rows = rankDistricts({ file, places, language: 'hi' });
    const compared = rows.filter(({ score }) => score?.band != null);
    const gains = compared.map(({ score }) => score?.change?.points);
    expect(rows).toHaveLength(75);
    expect(compared.length).toBeGreaterThan(10);
    expect(gains).toEqual(gains.toSorted((a = 0, b = 0) => b - a));
    expect(rows.slice(0, compared.length)).toEqual(compared);
    const turned = file.districts.map((district, at) => {
      const score = district.score && { ...district.score, bandBefore: bands[at % 3] ?? null };
      return { ...district, score };
    });
    const moved = rankDistricts({ file: { ...file, districts: turned }, places, language: 'hi' });
    for (const { score, moved: by } of moved) {
      const { band = null, bandBefore = null } = score ?? {};
      expect(by).toBe(
        band === null || bandBefore === null
          ? null
          : bands.indexOf(bandBefore) - bands.indexOf(band),
      );
    }
  });
});

describe('league of a campaign without a score', () => {
  const file = {
    ...sampled,
    districts: sampled.districts.map((district) => ({ ...district, score: null })),
  };

  test('all districts stand in it, the largest share of boards first', () => {
    const rows = rankDistricts({ file, places, language: 'hi' });
    const shares = rows.map(({ share }) => share ?? -1);
    expect(rows).toHaveLength(75);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });

  test('a district that hung all its boards this week has climbed, and the others made way for it', () => {
    const districts = file.districts.map((entry, at) => ({
      ...entry,
      boards: { ...entry.boards, stations: 10, up: at === 74 ? 9 : 5 },
      boardsLast7: at === 74 ? 9 : 0,
      visitors: { total: 0, last7: 0 },
      visitorsPerStation: 0,
    }));
    const rows = rankDistricts({ file: { ...file, districts }, places, language: 'hi' });
    expect(rows[0]?.place.id).toBe(districts[74]?.district);
    expect(rows.map(({ moved }) => moved)).toEqual([74, ...Array(74).fill(-1)]);
  });

  test('in its first week nobody has climbed or fallen', () => {
    const districts = file.districts.map((entry) => ({
      ...entry,
      boardsLast7: entry.boards.up,
      visitors: { ...entry.visitors, last7: entry.visitors.total },
    }));
    const rows = rankDistricts({ file: { ...file, districts }, places, language: 'hi' });
    expect(new Set(rows.map(({ moved }) => moved))).toEqual(new Set([null]));
  });

  test('districts with equal shares stand by scans per station', () => {
    const equal = {
      ...file,
      districts: file.districts.map((entry) => ({
        ...entry,
        boards: { ...entry.boards, stations: 10, up: 5 },
      })),
    };
    const scans = rankDistricts({ file: equal, places, language: 'en' }).map(
      ({ perStation }) => perStation ?? -1,
    );
    expect(scans).toEqual([...scans].sort((a, b) => b - a));
  });
});

test.each([
  [null, 0],
  [0, 0],
  [0.01, 1],
  [0.2, 1],
  [0.21, 2],
  [0.8, 4],
  [1, 5],
])('a share of %s has shade %i', (share, shade) => {
  expect(findShade(share, boardSteps)).toBe(shade);
});

test.each([
  { values: [null, 0, 3, 5, 9, 12, 20.2], parts: 1, steps: [3, 5, 9, 12] },
  { values: [0.07, 0.071, 0.29, 0.3, 1], parts: 100, steps: [0.07, 0.08, 0.29, 0.3] },
  { values: [null, 0], parts: 1, steps: [] },
])('$values are divided at $steps', ({ values, parts, steps }) => {
  expect(evenSteps(values, parts)).toEqual(steps);
});

test('a map on which nothing is shaded has one shade in its legend', () => {
  expect(shadeLabels([], 'none')).toEqual(['none']);
});

test('a paragraph of the letter is told from a letter of the minutes', () => {
  expect(['A', 'para-2'].map(directionMark)).toEqual(['A', '§2']);
});

test.each([
  ['downloads', 56],
  ['districts', 76],
  ['channels', 11],
] as const)(
  'the CSV of %s has a head and every row, and each says that it is sample data',
  (table, rows) => {
    const lines = progressCsv(file, table).trimEnd().split(/\r?\n/);
    expect(lines).toHaveLength(rows);
    expect(lines.slice(1).every((line) => line.endsWith(',SAMPLE'))).toBe(true);
  },
);

describe('mark of the figures', () => {
  test('the time and the order of fields do not change it', () => {
    const turned = Object.fromEntries(Object.entries(sampleProgress(new Date(0))).reverse());
    expect(figuresMark(turned as typeof file)).toBe(figuresMark(file));
  });

  test.each([
    ['one scan more', { scans: { ...file.scans, total: file.scans.total + 1 } }],
    ['another day', { today: '2019-04-13' }],
  ])('%s changes it', (_, change) => {
    expect(figuresMark({ ...file, ...change })).not.toBe(figuresMark(file));
  });
});
