import { expect, test } from 'vitest';
import { bytesOf, textOf } from '../../../generator/preflight/reader/value.ts';

const id = { kind: 'text', bytes: Uint8Array.from([0xfe, 0xff, ...Array(14).fill(0x41)]) } as const;

test('a document id that begins like UTF-16 is still sixteen bytes', () => {
  expect(bytesOf(id)).toHaveLength(16);
  expect(textOf(id)).toHaveLength(7);
});

test('what is not a string has no bytes', () => {
  expect(bytesOf(null)).toBeUndefined();
  expect(bytesOf(42)).toBeUndefined();
});
