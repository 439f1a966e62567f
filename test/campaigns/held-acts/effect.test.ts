import { expect, test } from 'vitest';
import { type Effect, isGraver } from '../../../campaigns/held-acts/effect.ts';

const what = { hi: 'कुल', en: 'Total' };
const effect = (after: number | string | null, ...codes: string[]): Effect => ({
  changes: [{ what, before: 1000, after }],
  findings: codes.map((code) => ({ code, hi: code, en: code })),
});

test.each([
  { label: 'the same', now: effect(2000, 'moves'), graver: false },
  { label: 'five per cent further', now: effect(2050, 'moves'), graver: false },
  { label: 'more than that', now: effect(2051, 'moves'), graver: true },
  { label: 'less far', now: effect(1500, 'moves'), graver: false },
  { label: 'nothing left of it', now: effect(null, 'moves'), graver: false },
  { label: 'no rule asks any more', now: effect(2000), graver: false },
  { label: 'another rule asks', now: effect(2000, 'moves', 'goal'), graver: true },
  {
    label: 'another rule asks for the same size',
    now: { ...effect(2000), findings: [{ code: 'share', size: true as const, hi: '', en: '' }] },
    graver: false,
  },
  { label: 'words in place of a figure', now: effect('x', 'moves'), graver: false },
])('an act is graver than its maker saw: $label, $graver', ({ now, graver }) => {
  expect(isGraver(now, effect(2000, 'moves'))).toBe(graver);
});

test('a figure that the maker did not see move is graver when it moves', () => {
  const other = { what: { hi: 'अन्य', en: 'Other' }, before: 1, after: 2 };
  expect(isGraver({ changes: [other], findings: [] }, effect(2000))).toBe(true);
});
