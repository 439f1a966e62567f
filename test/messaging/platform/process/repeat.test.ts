import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { repeat } from '../../../../messaging/platform/process/repeat.ts';

test('one time follows another, also where somebody asks for it meanwhile', async () => {
  let working = 0;
  let most = 0;
  const work = async () => {
    working += 1;
    most = Math.max(most, working);
    await wait(5);
    working -= 1;
  };
  const repeated = repeat(work, { pauseMs: 1, onTrouble: () => {} });
  await Promise.all([repeated.run(), repeated.run(), wait(20)]);
  await repeated.stop();
  expect(most).toBe(1);
});

test('trouble is told, and the next time comes', async () => {
  const troubles: string[] = [];
  const { promise: again, resolve } = Promise.withResolvers<void>();
  let times = 0;
  const work = async () => {
    times += 1;
    if (times > 1) resolve();
    else throw new Error('away');
  };
  const repeated = repeat(work, { pauseMs: 1, onTrouble: ({ message }) => troubles.push(message) });
  await again;
  await repeated.stop();
  expect(troubles).toEqual(['away']);
});

test('stopping waits for the time under way, and no other comes', async () => {
  let begun = 0;
  let ended = 0;
  const work = async () => {
    begun += 1;
    await wait(5);
    ended += 1;
  };
  const repeated = repeat(work, { pauseMs: 1, onTrouble: () => {} });
  void repeated.run();
  void repeated.run();
  await Promise.resolve();
  await repeated.stop();
  await wait(10);
  expect({ begun, ended }).toEqual({ begun: 1, ended: 1 });
});
