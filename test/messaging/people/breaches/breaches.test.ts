import { describe, expect, test } from 'vitest';
import type { Sent } from '../../../../messaging/kit/feature.ts';
import {
  boardClock,
  type breaches,
} from '../../../../messaging/people/breaches/breaches-feature.ts';

type BreachEntry = Sent<typeof breaches, 'record'>;

import { listActions } from '../../fixtures/answers.ts';
import { openConsole } from '../../fixtures/open-console.ts';

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const entry = (change: Partial<BreachEntry> = {}): BreachEntry => ({
  what: 'नमूना: सूची गलत पते पर गई',
  happenedAt: hoursAgo(5),
  knownAt: hoursAgo(3),
  whose: 'Applicants of Agra: mobile numbers',
  people: null,
  measures: '',
  boardToldAt: null,
  peopleToldAt: null,
  ...change,
});

describe('breaches of personal data', async () => {
  const { database, hq } = await openConsole({ hq: 'hq' });

  test('one is recorded, goes on as more is known, and stands in the audit log', async () => {
    const report = entry();
    const recorded = await hq.post('/api/breaches', report);
    expect(recorded.statusCode).toBe(201);
    const { id, version } = recorded.json();
    const later = { ...report, people: 320, measures: 'Deleted', boardToldAt: hoursAgo(1) };
    const changed = await hq.put(`/api/breaches/${id}`, { ...later, version });
    expect(changed.json()).toMatchObject({ ...later, id, version: 2 });
    expect((await hq.put(`/api/breaches/${id}`, { ...later, version })).json().error).toBe('stale');
    expect((await hq.get('/api/breaches')).json()).toEqual([changed.json()]);
    expect(await listActions(database, `breach/${id}`, 10)).toEqual([
      'breach.change',
      'breach.record',
    ]);
    expect((await hq.put('/api/breaches/999', { ...later, version })).statusCode).toBe(404);
  });

  test.each([
    { label: 'known in the future', change: { knownAt: hoursAgo(-1) }, place: 'knownAt' },
    {
      label: 'happened after it was known',
      change: { happenedAt: hoursAgo(1) },
      place: 'happenedAt',
    },
    {
      label: 'told before it was known',
      change: { boardToldAt: hoursAgo(4) },
      place: 'boardToldAt',
    },
    { label: 'told in the future', change: { peopleToldAt: hoursAgo(-1) }, place: 'peopleToldAt' },
  ])('times that cannot be are refused: $label', async ({ change, place }) => {
    const answer = await hq.post('/api/breaches', entry(change));
    expect([answer.statusCode, answer.json()]).toMatchObject([
      400,
      { error: 'impossible-moment', place },
    ]);
  });

  test.each([
    { knownHoursAgo: 3, toldHoursAgo: null, says: '69 hours left to tell the Board' },
    {
      knownHoursAgo: 72.5,
      toldHoursAgo: null,
      says: 'The time to tell the Board ran out 0 hours ago',
    },
    {
      knownHoursAgo: 72 + 97,
      toldHoursAgo: null,
      says: 'The time to tell the Board ran out 4 days ago',
    },
    { knownHoursAgo: 80, toldHoursAgo: 8, says: 'The Board was told in time' },
    { knownHoursAgo: 80, toldHoursAgo: 7, says: 'The Board was told after more than 72 hours' },
  ])(
    'the Board is told within 72 hours of knowing: $says',
    ({ knownHoursAgo, toldHoursAgo, says }) => {
      const now = Date.now();
      const at = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
      const boardToldAt = toldHoursAgo === null ? null : at(toldHoursAgo);
      const clock = boardClock({ knownAt: at(knownHoursAgo), boardToldAt }, now);
      expect(clock.words[1]).toBe(says);
      expect(clock.isLate).toBe(says.includes('ran out') || says.includes('after more'));
    },
  );

  test('no phone number gets into the record', async () => {
    const answer = await hq.post('/api/breaches', entry({ whose: 'Of 98765 43210' }));
    expect(answer.json().error).toBe('number-in-text');
  });
});
