import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CodeHolding,
  type CodeSupply,
  codeSupply,
  codeUses,
  isLow,
  reserveSerial,
  shareLimits,
  usesBeside,
  usualShare,
} from '../../../campaigns/links/code-shares.ts';
import {
  countOrdinals,
  isWithin,
  listBlocks,
  toOrdinal,
} from '../../../campaigns/links/serials.ts';

type Channel = 'sms' | 'ivr';
type Step =
  | { kind: 'approve'; office: number; channel: Channel; isSent: boolean }
  | { kind: 'cancel'; at: number }
  | { kind: 'raise'; office: number; channel: Channel; share: number };

const offices = 4;
const channels = ['sms', 'ivr'] as const;

/** Two short blocks, so that a run comes to their end. */
const drawn = [
  { first: 20, last: 34 },
  { first: 29_811, last: 29_843 },
];
const supply: CodeSupply = {
  ranges: { station: [{ first: 1, last: 9 }], sms: drawn, ivr: drawn },
  offices,
};

/** Offices and what they hold, as the database keeps them. */
function openBook() {
  const shares = new Map<string, number>();
  const held: { key: string; serial: number; isSent: boolean }[] = [];
  const returned: number[] = [];
  let count = 0;
  const keys = Array.from({ length: offices }, (_, at) => at).flatMap((office) =>
    channels.map((channel) => `${office} ${channel}`),
  );
  const holding = (key: string): CodeHolding => ({
    used: held.filter((each) => each.key === key).length,
    share: shares.get(key) ?? usualShare(supply, 'sms'),
  });
  return {
    held,
    keys,
    holding,
    approve(key: string, isSent: boolean) {
      const [first = null] = returned;
      const state = { ...holding(key), returned: first, drawn: count };
      const reserved = reserveSerial(state, drawn);
      if ('refusal' in reserved) return reserved;
      if (reserved.isReturned) returned.shift();
      else count += 1;
      held.push({ key, serial: reserved.serial, isSent });
      return reserved;
    },
    cancel(at: number) {
      const [gone] = held[at]?.isSent === false ? held.splice(at, 1) : [];
      if (gone !== undefined) returned.push(gone.serial);
    },
    raise(key: string, share: number) {
      const others = keys.filter((each) => each !== key).map(holding);
      const { least, most } = shareLimits(supply, 'sms', { used: holding(key).used, others });
      if (share >= least && share <= most) shares.set(key, share);
    },
  };
}

const office = fc.nat({ max: offices - 1 });
const channel = fc.constantFrom(...channels);
const kind = <Kind extends string>(name: Kind) => fc.constant(name);
const share = fc.integer({ min: usualShare(supply, 'sms'), max: 60 });
const isSent = fc.boolean();
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: kind('approve'), office, channel, isSent }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('cancel'), at: fc.nat({ max: 60 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('raise'), office, channel, share }) },
);

test('whatever offices approve, cancel and have raised: no code twice, no share exceeded, nobody starved', () => {
  const seen = { reserved: 0, reused: 0, shareUsed: 0 };
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120, size: 'max' }), (steps) => {
      const book = openBook();
      const sent = new Set<number>();
      for (const each of steps) {
        if (each.kind === 'cancel') book.cancel(each.at);
        if (each.kind === 'raise') book.raise(`${each.office} ${each.channel}`, each.share);
        if (each.kind !== 'approve') continue;
        const key = `${each.office} ${each.channel}`;
        const { used, share } = book.holding(key);
        const before = new Set(book.held.map(({ serial }) => serial));
        const reserved = book.approve(key, each.isSent);
        if ('refusal' in reserved) {
          // An owner within the share is never told that there is none.
          expect(reserved.refusal).toBe('code-share-used');
          expect(used).toBe(share);
          seen.shareUsed += 1;
          continue;
        }
        const { serial } = reserved;
        expect(isWithin(drawn, toOrdinal(serial))).toBe(true);
        expect(before.has(serial) || sent.has(serial)).toBe(false);
        expect(used).toBeLessThan(share);
        if (each.isSent) sent.add(serial);
        seen.reserved += 1;
        if (reserved.isReturned) seen.reused += 1;
      }
      // At the end everybody still has what is left of the share.
      for (const key of book.keys) {
        for (let { used, share } = book.holding(key); used < share; used += 1)
          expect(book.approve(key, true)).toHaveProperty('serial');
      }
    }),
    { numRuns: 500 },
  );
  // The run met all that it is about.
  expect(Math.min(seen.reserved, seen.reused, seen.shareUsed)).toBeGreaterThan(100);
});

describe.each([
  ['UP COP', 1, 75],
  ['another campaign', 8_001, 33],
])('the usual shares of %s', (_, ordinal, districts) => {
  const own = codeSupply(listBlocks(ordinal), districts);

  test.each(codeUses)(
    'of %s are no more than there is, and leave something for HQ to give',
    (use) => {
      const share = usualShare(own, use);
      const length = own.offices * usesBeside(own.ranges, use).length - 1;
      const others = Array.from({ length }, () => ({ used: 0, share }));
      const { most } = shareLimits(own, use, { used: 0, others });
      expect(share).toBeGreaterThanOrEqual(300);
      expect(most - share).toBeGreaterThanOrEqual(Math.floor(countOrdinals(own.ranges[use]) / 4));
    },
  );
});

test('an office is told at 80 %', () => {
  expect([79, 80].map((used) => isLow({ used, share: 100 }))).toEqual([false, true]);
});
