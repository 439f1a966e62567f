import { expect, test } from 'vitest';
import { type AnswerKind, createBreaker } from '../../../../messaging/phone/sending/breaker.ts';

let now = 0;
/** A gateway that has answered, and how many of a long list may leave. */
function open(probe?: () => Promise<void>) {
  now = 0;
  const breaker = createBreaker(
    () => now,
    () => 0,
  );
  const gateway = { name: 'sms', ...(probe && { probe }) };
  const wanted = { blastId: 1, count: 100, listed: 1_000_000, bulk: 1 };
  const admit = (count = 100, listed = 1_000_000) =>
    breaker.admit(gateway, { ...wanted, count, listed });
  const note = (kind: AnswerKind, count = 1, retryAfterMs?: number) => {
    for (let time = 0; time < count; time += 1) breaker.note('sms', 1, { kind, retryAfterMs });
  };
  /** How many are admitted, and then answered like that. */
  const ask = async (kind: AnswerKind, count = 100, retryAfterMs?: number) => {
    const admitted = await admit(count);
    note(kind, admitted, retryAfterMs);
    return admitted;
  };
  const room = () => breaker.room('sms', wanted);
  return { breaker, admit, note, ask, room };
}

test('ten go first, and all once these have sure answers', async () => {
  const { ask } = open();
  expect([await ask('sure'), await ask('sure')]).toEqual([10, 100]);
});

test.each<[AnswerKind, number]>([
  ['later', 20],
  ['doubt', 7],
])(
  'twenty "later" in a row pause it, and a third of them that are in doubt (%s)',
  async (kind, most) => {
    const { breaker, ask } = open();
    await ask('sure');
    for (let time = 1; time < most; time += 1) expect(await ask(kind, 1)).toBe(1);
    expect(breaker.isTripped('sms')).toBe(false);
    await ask(kind, 1);
    expect([breaker.isTripped('sms'), await ask('sure')]).toEqual([true, 0]);
    expect(breaker.isTripped('ivr')).toBe(false);
  },
);

test('both kinds count together, and a sure answer ends it', async () => {
  const { breaker, ask } = open();
  await ask('sure');
  for (let time = 0; time < 14; time += 1) await ask('later', 1);
  await ask('doubt', 1);
  await ask('sure', 1);
  for (let time = 0; time < 17; time += 1) await ask('later', 1);
  expect(breaker.isTripped('sms')).toBe(false);
  await ask('doubt', 1);
  expect(breaker.isTripped('sms')).toBe(true);
});

test('after a doubt no more are under way than would pause it', async () => {
  const { admit, note, room } = open();
  note('sure', 10);
  expect(await admit(100)).toBe(100);
  note('doubt', 1);
  let hasRoom = false;
  void room().then(() => {
    hasRoom = true;
  });
  // Nobody waits in it, with places that those under way may need.
  expect([await admit(100), hasRoom]).toEqual([0, false]);
  note('sure', 1);
  await expect.poll(() => hasRoom).toBe(true);
  expect(await admit(100)).toBe(100);
});

test('who waits for room learns that it is paused', async () => {
  const { breaker, admit, note, room } = open();
  note('sure', 10);
  expect(await admit(7)).toBe(7);
  note('doubt', 1);
  const waited = room();
  note('doubt', 6);
  await waited;
  expect(breaker.isPausing('sms')).toBe(true);
});

test('then one goes as a probe, ten after it, and then all', async () => {
  const { ask } = open();
  await ask('sure');
  for (let time = 0; time < 7; time += 1) await ask('doubt', 1);
  now = 4999;
  expect(await ask('sure')).toBe(0);
  now = 5000;
  expect([await ask('sure'), await ask('sure', 9), await ask('sure')]).toEqual([1, 9, 100]);
});

test('each probe without a sure answer doubles the pause, to a minute', async () => {
  const { ask, breaker } = open();
  await ask('sure');
  for (let time = 0; time < 20; time += 1) await ask('later', 1);
  const waited: number[] = [];
  for (let probe = 0; probe < 9; probe += 1) {
    const since = now;
    while (breaker.isPausing('sms')) now += 1000;
    waited.push((now - since) / 1000);
    expect(await ask('later')).toBe(1);
  }
  expect(waited).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test.each([
  [5, 1000],
  [7000, 7000],
  [90_000, 60_000],
])('asked to wait %i ms it waits %i ms', async (asked, waits) => {
  const { ask, breaker } = open();
  await ask('sure');
  for (let time = 0; time < 20; time += 1) await ask('later', 1, asked);
  now = waits - 1;
  expect(breaker.isPausing('sms')).toBe(true);
  now = waits;
  expect(breaker.isPausing('sms')).toBe(false);
});

test('no message goes as a probe before a cheap question is answered', async () => {
  let isUp = false;
  const { ask } = open(async () => {
    if (!isUp) throw new Error('502');
  });
  await ask('sure');
  for (let time = 0; time < 7; time += 1) await ask('doubt', 1);
  for (now = 5000; now < 600_000; now += 5000) expect(await ask('doubt')).toBe(0);
  isUp = true;
  now += 5000;
  expect(await ask('sure')).toBe(1);
});

test('an outage that another process has noted begins with a probe here', async () => {
  const { breaker, ask } = open();
  breaker.learn('sms');
  expect(await ask('doubt')).toBe(1);
  expect([breaker.isPausing('sms'), await ask('doubt')]).toEqual([true, 0]);
});

test('of a short list fewer are under way at once', async () => {
  for (const [listed, most] of [
    [400, 10],
    [4000, 10],
    [8000, 20],
    [10_001, 100],
  ] as const) {
    const { admit, note } = open();
    note('sure', 10);
    expect(await admit(100, listed)).toBe(most);
  }
});
