import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { identifyClient } from '../../../../messaging/platform/http/client.ts';
import { createWorkQueue } from '../../../../messaging/platform/queue/work-queue.ts';

/** Somebody at an address who can go away. */
function visitor(ip: string) {
  const gone = new AbortController();
  return {
    leave: () => gone.abort('gone'),
    find: async () => ({ client: identifyClient({ ip }), isOfficer: false, signal: gone.signal }),
  };
}

/** Work that ends when it is told to, by the test or by its signal. */
function openWork() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const state = { begun: false, ended: false };
  return {
    state,
    finish: () => resolve('made'),
    run(signal: AbortSignal) {
      state.begun = true;
      signal.addEventListener('abort', () => {
        state.ended = true;
        reject(new Error('ended'));
      });
      return promise;
    },
  };
}

test('what nobody waits for any longer ends for somebody who waits for something else', async () => {
  const queue = createWorkQueue();
  const [stranger, honest] = [visitor('203.0.113.1'), visitor('198.51.100.1')];
  const [first, second] = [openWork(), openWork()];
  const broken = queue.make('a', stranger.find, first.run);
  await turn();
  stranger.leave();
  await turn();
  // Alone it is made to its end: the next one who asks has it.
  expect(first.state).toEqual({ begun: true, ended: false });
  const wanted = queue.make('b', honest.find, second.run);
  expect(first.state.ended).toBe(false);
  await expect(broken).rejects.toMatchObject({ code: 'too-many-files' });
  expect(first.state.ended).toBe(true);
  second.finish();
  expect(await wanted).toBe('made');
});

test('what somebody still waits for is made, though another has gone and a third waits', async () => {
  const queue = createWorkQueue();
  const one = visitor('203.0.113.1');
  const other = visitor('198.51.100.1');
  const third = visitor('192.0.2.1');
  const [first, second] = [openWork(), openWork()];
  const begun = queue.make('a', one.find, first.run);
  await turn();
  const joined = queue.make('a', other.find, second.run);
  const next = queue.make('b', third.find, second.run);
  await turn();
  one.leave();
  await turn();
  expect(first.state.ended).toBe(false);
  first.finish();
  expect(await Promise.all([begun, joined])).toEqual(['made', 'made']);
  second.finish();
  expect(await next).toBe('made');
});
