import { expect, test } from 'vitest';
import { readBytes, readText } from '../../../generator/preflight/reader/value.ts';

const id = { kind: 'text', bytes: Uint8Array.from([0xfe, 0xff, ...Array(14).fill(0x41)]) } as const;

test('a document id that begins like UTF-16 is still sixteen bytes', () => {
  expect(readBytes(id)).toHaveLength(16);
  expect(readText(id)).toHaveLength(7);
});

test('what is not a string has no bytes', () => {
  expect(readBytes(null)).toBeUndefined();
  expect(readBytes(42)).toBeUndefined();
});
