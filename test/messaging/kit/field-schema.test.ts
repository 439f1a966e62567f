import { expect, test } from 'vitest';
import { inputSchema } from '../../../messaging/kit/field-schema.ts';

const label = ['क', 'a'] as const;

test.each(['text', 'code', 'count', 'names'] as const)(
  'a %s that says no `max` is named, since it would take nothing',
  (type) => {
    expect(() => inputSchema({ type, label })).toThrow(`Expected \`max\` of a ${type}`);
    expect(() => inputSchema({ type, label, max: 5 })).not.toThrow();
  },
);

test('a count takes its bounds themselves, and nothing beyond', () => {
  const schema = inputSchema({ type: 'count', label, min: 1, max: 5 });
  expect([0, 1, 5, 6, 2.5].map((value) => schema.safeParse(value).success)).toEqual([
    ...[false, true, true, false, false],
  ]);
});
