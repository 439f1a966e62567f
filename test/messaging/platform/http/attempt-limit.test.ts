import { expect, test } from 'vitest';
import { createAttemptLimit } from '../../../../messaging/platform/http/attempt-limit.ts';
import { identifyAccount, identifyClient } from '../../../../messaging/platform/http/client.ts';

const at = (ip: string) => identifyClient({ ip });

test('too many attempts of one client are refused until the window is over', () => {
  let now = 0;
  const limit = createAttemptLimit({ most: 2, windowMs: 1_000, now: () => now });
  const a = at('203.0.113.1');
  const b = at('203.0.113.2');
  expect([limit.note(a), limit.note(a), limit.isOver(a), limit.note(a)]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect([limit.isOver(b), limit.note(b)]).toEqual([false, true]);
  now = 1_001;
  expect([limit.isOver(a), limit.note(a)]).toEqual([false, true]);
});

test('attempts at different things are counted apart', () => {
  const limit = createAttemptLimit({ most: 1, windowMs: 1_000 });
  const client = at('203.0.113.1');
  expect(['one', 'other', 'one'].map((about) => limit.note(client, about))).toEqual([
    true,
    true,
    false,
  ]);
});

test('a whole /48 may try as often as sixteen clients, and keeps no other network out', () => {
  const limit = createAttemptLimit({ most: 3, windowMs: 1_000, now: () => 0 });
  let taken = 0;
  for (let net = 0; net < 1000; net += 1) if (limit.note(at(`2001:db8:9:${net}::1`))) taken += 1;
  expect(taken).toBe(48);
  expect(limit.note(at('2001:db8:a::1'))).toBe(true);
});

test('one client that goes on trying takes nothing from its neighbours', () => {
  const limit = createAttemptLimit({ most: 3, windowMs: 1_000, now: () => 0 });
  for (let attempt = 0; attempt < 1000; attempt += 1) limit.note(at('203.0.113.1'));
  expect(limit.note(at('203.0.113.2'))).toBe(true);
});

test('a flood from more networks than are counted opens no limit that was reached', () => {
  const limit = createAttemptLimit({ most: 2, windowMs: 1_000, now: () => 0 });
  const guesser = at('198.51.100.1');
  limit.note(guesser);
  limit.note(guesser);
  for (let net = 0; net < 12_000; net += 1)
    limit.note(at(`2001:${(net >> 8).toString(16)}:${(net & 255).toString(16)}::1`));
  expect(limit.note(guesser)).toBe(false);
  expect(limit.note(identifyAccount({ id: 'somebody' }))).toBe(true);
});
