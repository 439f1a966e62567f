import { expect, test } from 'vitest';
import { keepDay, listDays, readDay } from '../../../../messaging/figures/progress/kept-days.ts';
import { sampleProgress } from '../../../site/site-fixture.ts';
import { openPostgres } from '../../fixtures/databases.ts';

const { pool } = await openPostgres();
const now = sampleProgress();
const asOn = (today: string, total: number) => ({
  ...now,
  today,
  progress: { ...now.progress, total },
});

test('a day is shown as it was known last on it, whatever became known later', async () => {
  await keepDay(pool, asOn('2019-04-09', 150_000));
  await keepDay(pool, asOn('2019-04-10', 160_000));
  await keepDay(pool, asOn('2019-04-10', 161_000));
  expect(await listDays(pool)).toEqual(['2019-04-09', '2019-04-10']);
  expect((await readDay(pool, '2019-04-09', now))?.progress.total).toBe(150_000);
  expect((await readDay(pool, '2019-04-10', now))?.progress.total).toBe(161_000);
  expect(await readDay(pool, '2019-04-11', now)).toBeNull();
});

test('words that people wrote are kept in no day: one that is taken back is on no page of any day', async () => {
  const word = 'जिसे वापस लिया गया';
  const pair = { hi: word, en: word };
  const [event] = now.events;
  if (event === undefined || now.downloads.kind === 'none') throw new Error('Expected an event');
  const evidence = {
    from: word,
    source: 'manual',
    way: 'entry',
    readOn: '2019-04-08',
    secondOfficer: true,
    withdrawnOn: null,
  } as const;
  const written = {
    ...now,
    today: '2019-04-08',
    events: [
      { ...event, day: '2019-04-08', title: pair },
      { ...event, id: 'later', day: '2019-04-11', title: pair },
    ],
    evidence: [evidence],
    outcomes: now.outcomes.map((outcome) => ({ ...outcome, asOf: '2019-04-07', source: word })),
    downloads: {
      ...now.downloads,
      basis: { kind: 'anchor', date: '2019-03-27', value: 1, from: word } as const,
      freshness: now.downloads.freshness.map((each) => ({ ...each, from: word })),
    },
    districts: now.districts.map((district) => ({
      ...district,
      objections: [
        {
          id: 1,
          day: '2019-04-08',
          figure: 'boards' as const,
          value: null,
          text: word,
          answer: { day: '2019-04-08', text: word },
        },
      ],
    })),
  };
  await keepDay(pool, written);
  const { rows } = await pool.query(
    "SELECT figures::text FROM progress_day WHERE day = '2019-04-08'",
  );
  expect(rows[0].figures).not.toContain(word);
  expect(JSON.stringify(await readDay(pool, '2019-04-08', { ...now, events: [] }))).not.toContain(
    word,
  );
  // Those that still stand are shown, as far as they were there by then.
  const shown = await readDay(pool, '2019-04-08', written);
  expect(shown?.events).toHaveLength(1);
  expect(shown?.evidence).toEqual([evidence]);
  expect(shown?.districts[0]?.objections[0]?.text).toBe(word);
});
