import type { Pool } from 'pg';
import { expect, test } from 'vitest';
import type { Blast } from '../../../../messaging/phone/blasts/blast.ts';
import type { BlastEstimate } from '../../../../messaging/phone/blasts/estimates.ts';
import { createEstimates } from '../../../../messaging/phone/blasts/estimates.ts';

const pool = {} as Pool;
const blast = (revision = 1) => ({ id: 7, revision }) as Blast;

/** Counts that end when they are told to; each one finds one number more. */
function slowCounts() {
  const counts: PromiseWithResolvers<BlastEstimate>[] = [];
  const estimates = createEstimates(pool, {}, () => {
    const count = Promise.withResolvers<BlastEstimate>();
    counts.push(count);
    return count.promise;
  });
  const end = (at: number) =>
    counts[at]?.resolve({
      recipients: at + 1,
      segments: 0,
      paise: 0,
      skipped: {},
      stations: 0,
      byGateway: [],
    });
  return { estimates, counts, end };
}

test('a short list is counted again each time', async () => {
  let recipients = 0;
  const estimates = createEstimates(pool, {}, async () => {
    recipients += 1;
    return { recipients, segments: 0, paise: 0, skipped: {}, stations: 0, byGateway: [] };
  });
  expect((await estimates.find(blast()))?.recipients).toBe(1);
  expect((await estimates.find(blast()))?.recipients).toBe(2);
});

test('a look at a long list does not wait for its count, which goes on and is shared', async () => {
  const { estimates, counts, end } = slowCounts();
  expect(await Promise.all([estimates.find(blast()), estimates.find(blast())])).toEqual([
    null,
    null,
  ]);
  expect(counts).toHaveLength(1);
  end(0);
  await counts[0]?.promise;
  expect((await estimates.find(blast()))?.recipients).toBe(1);
  expect((await estimates.find(blast()))?.recipients).toBe(1);
  expect(counts).toHaveLength(1);
});

test('what was counted of an earlier revision is not shown for the present one', async () => {
  const { estimates, counts, end } = slowCounts();
  await estimates.find(blast(1));
  end(0);
  await counts[0]?.promise;
  expect((await estimates.find(blast(1)))?.recipients).toBe(1);
  expect(await estimates.find(blast(2))).toBe(null);
});

test('a count that fails is told to who waits for it, and tried again', async () => {
  let tries = 0;
  const estimates = createEstimates(pool, {}, async () => {
    tries += 1;
    if (tries === 1) throw new Error('the database is away');
    return { recipients: 5, segments: 0, paise: 0, skipped: {}, stations: 0, byGateway: [] };
  });
  await expect(estimates.find(blast())).rejects.toThrow('away');
  expect((await estimates.find(blast()))?.recipients).toBe(5);
});
