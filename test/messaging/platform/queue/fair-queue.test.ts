import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNetwork, identifyClient } from '../../../../messaging/platform/http/client.ts';
import {
  createFairQueue,
  type FairQueue,
  joinQueue,
  leaveQueue,
  takeNext,
  type Waiter,
} from '../../../../messaging/platform/queue/fair-queue.ts';

type Queue = FairQueue<string, Waiter>;

/** A visitor of a network, or an officer. */
function waiter(network: number, client = 0, isOfficer = false): Waiter {
  const own = identifyClient({ ip: `2001:db8:${network}:${client}::1` });
  return { client: own, network: findNetwork(own), isOfficer };
}

function takeAll(queue: Queue): string[] {
  const taken = [];
  for (let next = takeNext(queue); next !== undefined; next = takeNext(queue)) taken.push(next.key);
  return taken;
}

test('clients take turns, officers come first, and what nobody waits for is not taken', () => {
  const queue: Queue = createFairQueue();
  const greedy = waiter(1);
  const join = (key: string, who: Waiter) => joinQueue(queue, { key, job: key }, who);
  for (const key of ['a1', 'a2', 'a3', 'a4']) join(key, greedy);
  join('b1', waiter(2));
  join('c1', waiter(3));
  join('b2', waiter(2));
  join('officer', waiter(9, 0, true));
  leaveQueue(queue, 'a3', greedy);
  expect(takeAll(queue)).toEqual(['officer', 'a1', 'b1', 'c1', 'a2', 'b2', 'a4']);
});

test('a whole network has one turn, however many clients it has', () => {
  const queue: Queue = createFairQueue();
  for (let at = 0; at < 50; at += 1)
    joinQueue(queue, { key: `flood ${at}`, job: '' }, waiter(1, at));
  joinQueue(queue, { key: 'honest', job: '' }, waiter(2));
  expect(takeAll(queue).indexOf('honest')).toBe(1);
});

test('what an officer waits for too is taken for all who wait, once', () => {
  const queue: Queue = createFairQueue();
  joinQueue(queue, { key: 'first', job: '' }, waiter(1));
  joinQueue(queue, { key: 'shared', job: '' }, waiter(2));
  joinQueue(queue, { key: 'shared', job: '' }, waiter(9, 0, true));
  expect(takeNext(queue)).toMatchObject({ key: 'shared', waiters: { size: 2 } });
  expect(takeAll(queue)).toEqual(['first']);
});

interface Step {
  kind: 'join' | 'leave' | 'take';
  who: Waiter;
  key: string;
}

const step: fc.Arbitrary<Step> = fc
  .record({
    kind: fc.constantFrom('join', 'join', 'leave', 'take'),
    network: fc.nat(4),
    client: fc.nat(2),
    isOfficer: fc.nat(9).map((one) => one === 0),
    file: fc.nat(20),
  })
  .map(({ kind, network, client, isOfficer, file }) => ({
    kind: kind as Step['kind'],
    who: waiter(isOfficer ? network + 10 : network, client, isOfficer),
    key: `file ${file}`,
  }));

test('whatever comes and goes: who waits is overtaken by each other network once at most, and nobody is left', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const queue: Queue = createFairQueue();
      /** How often every other network had a turn while each one waited. */
      const overtaken = new Map<string, Map<string, number>>();
      const waiting = () =>
        new Set([...queue.entries.values()].flatMap(({ waiters }) => [...waiters]));
      const drain = Array.from({ length: 30 }, () => ({ ...steps[0], kind: 'take' }) as Step);
      for (const { kind, who, key } of [...steps, ...drain]) {
        const before = waiting();
        if (kind === 'join') joinQueue(queue, { key, job: key }, who);
        if (kind === 'leave')
          for (const each of queue.entries.get(key)?.waiters ?? []) leaveQueue(queue, key, each);
        if (kind === 'take') {
          const taken = takeNext(queue);
          expect(taken === undefined).toBe(before.size === 0);
          const served = [...(taken?.waiters ?? [])];
          const officers = [...before].some(({ isOfficer }) => isOfficer);
          expect(served.some(({ isOfficer }) => isOfficer)).toBe(officers);
          for (const { network } of officers ? [] : served) overtaken.delete(network);
          for (const [name, counts] of officers ? [] : overtaken) {
            // An entry for which several wait uses the turn of one of them.
            if (served.length !== 1) continue;
            const network = served[0]?.network ?? '';
            counts.set(network, (counts.get(network) ?? 0) + 1);
            expect(counts.get(network), `${name} was overtaken`).toBeLessThanOrEqual(1);
          }
        }
        const names = new Set([...waiting()].map(({ network }) => network));
        for (const name of overtaken.keys()) if (!names.has(name)) overtaken.delete(name);
        for (const name of names) if (!overtaken.has(name)) overtaken.set(name, new Map());
      }
      expect(waiting().size).toBe(0);
      expect([queue.entries.size, queue.turns.size]).toEqual([0, 0]);
    }),
  );
});
