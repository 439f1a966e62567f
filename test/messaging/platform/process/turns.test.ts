import { expect, test } from 'vitest';
import { createTurns } from '../../../../messaging/platform/process/turns.ts';

/** Runs what comes in this order to its end, and tells in which order it was let in. */
async function recordOrder(accounts: readonly string[], places: number): Promise<string[]> {
  const turns = createTurns<string>(places);
  const order: string[] = [];
  await Promise.all(
    accounts.map(async (account) => {
      const leave = await turns.take(account);
      order.push(account);
      await Promise.resolve();
      leave();
    }),
  );
  return order;
}

test('who has many waits behind who has one', async () => {
  expect((await recordOrder([...'AAAAAB'], 1)).join('')).toBe('ABAAAA');
  expect((await recordOrder([...'AAABBBC'], 1)).join('')).toBe('ABCABAB');
});

test('an account has one at work at a time, so that a place is left for the others', async () => {
  const turns = createTurns<string>(2);
  const leave = await turns.take('A');
  let second = false;
  const waiting = turns.take('A').then((leaveAgain) => {
    second = true;
    leaveAgain();
  });
  (await turns.take('B'))();
  expect(second).toBe(false);
  leave();
  await waiting;
});

test('no more are at work than there are places', async () => {
  const turns = createTurns<string>(2);
  let working = 0;
  let most = 0;
  await Promise.all(
    [...'ABCDEF'].map(async (account) => {
      const leave = await turns.take(account);
      working += 1;
      most = Math.max(most, working);
      await Promise.resolve();
      working -= 1;
      leave();
    }),
  );
  expect(most).toBe(2);
});
