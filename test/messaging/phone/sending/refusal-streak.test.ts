import { expect, test } from 'vitest';
import type { Outcome } from '../../../../messaging/phone/ledger/ledger-sql.ts';
import type { SubmissionResult } from '../../../../messaging/phone/sending/outcome-recorder.ts';
import { createRefusalStreaks } from '../../../../messaging/phone/sending/refusal-streak.ts';

let last = 0;
function result(
  status: Outcome['status'],
  { code, blastId = 1, id = '' }: { code?: string; blastId?: number; id?: string } = {},
): SubmissionResult {
  last += 1;
  const outcome = { id: id || String(last), attempt: 1, providerId: null, code: null, status };
  return {
    blastId,
    gateway: 'emulator',
    outcome: { ...outcome, retryInMs: null } as Outcome,
    ...(code === undefined ? {} : { suspectCode: code }),
  };
}
const refused = (count: number, more: { code?: string; blastId?: number } = {}) =>
  Array.from({ length: count }, () => result('failed', { code: '57', ...more }));
/** Codes of the blasts that are to be halted after these results. */
const halted = (...results: SubmissionResult[]) =>
  createRefusalStreaks()
    .note(results)
    .map(({ blastId, code }) => `${blastId} ${code}`);

test('nineteen refusals in a row halt nothing, the twentieth does', () => {
  expect(halted(...refused(19))).toEqual([]);
  expect(halted(...refused(20))).toEqual(['1 57']);
});

test.each([
  ['accepted', []],
  ['unknown', []],
  ['failed', []],
  // Not processed: it tells nothing of us.
  ['planned', ['1 57']],
] as const)('one that is %s in between', (status, expected) => {
  expect(halted(...refused(19), result(status), ...refused(1))).toEqual(expected);
});

test('another code begins a streak of its own, another blast has one of its own', () => {
  expect(halted(...refused(19), ...refused(1, { code: '58' }), ...refused(19))).toEqual([]);
  expect(halted(...refused(19), ...refused(19, { blastId: 2 }), ...refused(1))).toEqual(['1 57']);
  expect(halted(...refused(19), result('accepted', { blastId: 2 }), ...refused(1))).toEqual([
    '1 57',
  ]);
});

test('a recipient counts once, also where its group is told again', () => {
  const streaks = createRefusalStreaks();
  const group = refused(19);
  expect([streaks.note(group), streaks.note(group)]).toEqual([[], []]);
  const again = result('failed', { code: '57', id: group[0]?.outcome.id ?? '' });
  expect(streaks.note([again])).toEqual([]);
  const [streak] = streaks.note(refused(1));
  expect([streak?.code, streak?.ids.length]).toEqual(['57', 20]);
});

test('a streak goes on from group to group, and is told only of blasts of the group', () => {
  const streaks = createRefusalStreaks();
  streaks.note(refused(30));
  expect(streaks.note([result('accepted', { blastId: 2 })])).toEqual([]);
  expect(streaks.note(refused(2000)).map(({ ids }) => ids.length)).toEqual([1000]);
});
