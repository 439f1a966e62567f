import { expect, test } from 'vitest';
import { illFormedAt } from '../../../../messaging/platform/http/well-formed.ts';

test.each([
  ['a NUL in a field', { name: 'a\0b' }, 'body.name'],
  ['half a surrogate pair in a list', { names: ['क', '\ud83d'] }, 'body.names.1'],
  ['half a surrogate pair as a key', { '\udc00': 1 }, 'body'],
  ['text that is nested without end', nested(40), expect.stringContaining('body')],
])('%s is found with its place', (_, value, place) => {
  expect(illFormedAt(value, 'body')).toEqual(place);
});

test.each([
  ['Hindi with joiners', { text: 'क्‍ष त्र 😀' }],
  ['numbers, null and bytes', { a: 1, b: null, c: Buffer.from('\0') }],
])('%s is well formed', (_, value) => {
  expect(illFormedAt(value, 'body')).toBeNull();
});

function nested(depth: number): object {
  return depth === 0 ? { text: 'a\0' } : { in: nested(depth - 1) };
}
