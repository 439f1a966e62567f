import { describe, expect, test } from 'vitest';
import { buildProgress } from '../../../campaigns/tracker/build-progress.ts';
import { progressFileSchema } from '../../../campaigns/tracker/progress-file.ts';
import { latestFigures } from '../../../campaigns/tracker/readings.ts';
import { makeSample, sampleMark, sampleToday } from '../../../campaigns/tracker/sample.ts';
import { practised } from '../../messaging/fixtures/practice.ts';

const districts = ['agra', 'lucknow', 'varanasi', 'basti', 'etah'].map((id, n) => ({
  id,
  stations: Array.from({ length: 10 + 10 * n }, (_, station) => `station-${station}`),
}));
const sample = makeSample(districts);
const file = progressFileSchema.parse(
  buildProgress({
    ...sample,
    campaign: practised,
    districts,
    today: sampleToday,
    now: new Date('2026-11-24T06:00:00Z'),
  }),
);

describe('the sample', () => {
  test('is read as well as written before parts and rows had what came later', () => {
    const earlier = JSON.parse(JSON.stringify(file));
    for (const row of earlier.districts) {
      delete row.draw;
      for (const shares of [row.score.shares, row.score.change.shares, row.score.change.start])
        delete shares.services;
    }
    expect(progressFileSchema.parse(earlier)).toEqual(file);
  });

  test('is the same every time', () => {
    expect(makeSample(districts)).toEqual(sample);
  });

  test('names itself a sample in every source and in the file', () => {
    expect(sample.readings).not.toHaveLength(0);
    expect(sample.readings.filter(({ from }) => !from.startsWith(sampleMark))).toEqual([]);
    expect(file).toMatchObject({ sample: true, replayed: true, today: '2019-04-12' });
  });

  test('holds nothing later than its own day', () => {
    const days = [
      ...sample.readings.map(({ date }) => date),
      ...sample.scans.map(({ day }) => day),
      ...sample.activities.map(({ day }) => day),
    ];
    expect(days.every((day) => day <= sampleToday)).toBe(true);
  });

  test('shows a campaign in full run: counted, rated, forecast and neither won nor lost', () => {
    expect(file.progress.total).toBeGreaterThan(150_000);
    expect(file.progress.total).toBeLessThan(250_000);
    expect(file.progress.rate7?.reportedDays).toBe(6);
    if (file.forecast.kind === 'none') throw new Error('Expected a forecast');
    expect(file.forecast.probability).toBeGreaterThan(0.4);
    expect(file.forecast.probability).toBeLessThan(0.95);
  });

  test('has a day without report and a revised day', () => {
    if (file.downloads.kind === 'none') throw new Error('Expected downloads');
    expect(file.downloads.gaps).toEqual([
      { source: 'play', first: '2019-04-06', last: '2019-04-06' },
      { source: 'app-store', first: '2019-04-06', last: '2019-04-06' },
    ]);
    const revised = latestFigures(sample.readings).filter(({ history }) => history.length > 0);
    expect(
      revised.map(({ date, value, history }) => [date, value - (history[0]?.value ?? 0)]),
    ).toEqual([['2019-04-03', 204]]);
  });

  test('installs more on weekends than on the days around them', () => {
    const of = (date: string) =>
      sample.readings.find((reading) => reading.source === 'play' && reading.date === date)
        ?.value ?? 0;
    // 31.03.2019 and 07.04.2019 were Sundays.
    expect(of('2019-03-31')).toBeGreaterThan(of('2019-04-01'));
    expect(of('2019-04-07')).toBeGreaterThan(of('2019-04-08'));
  });

  test('scans boards only where and when one stands', () => {
    const upSince = new Map(
      sample.activities
        .filter(({ measure }) => measure === 'boards')
        .map(({ district, station, day }) => [`${district}/${station}`, day]),
    );
    const scans = sample.scans.filter(({ channel }) => channel === 'board');
    expect(scans.length).toBeGreaterThan(100);
    expect(
      scans.every(
        ({ district, station, day }) => (upSince.get(`${district}/${station}`) ?? '9') <= day,
      ),
    ).toBe(true);
  });

  test('has districts of unequal zeal, and boards that still wait for approval', () => {
    const shares = file.districts.map(({ boards }) => boards.up / boards.stations);
    expect(Math.max(...shares) - Math.min(...shares)).toBeGreaterThan(0.2);
    expect(file.boards.verified).toBeLessThan(file.boards.up);
  });
});
