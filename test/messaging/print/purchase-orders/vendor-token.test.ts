import { expect, test } from 'vitest';
import { createVendorTokens } from '../../../../messaging/print/purchase-orders/vendor-token.ts';

const secret = 'a secret of thirty-two characters';
const tokens = createVendorTokens(secret);
const expiresAt = new Date('2026-12-25T00:00:00Z');
const before = new Date('2026-12-24T23:59:59Z');

test('a secret is known by its signature, and only until its last second', () => {
  const { token, sha256 } = tokens.make({ id: 41, expiresAt });
  expect(tokens.read(token, before)).toEqual({ kind: 'signed', id: 41, sha256 });
  expect(tokens.read(token, expiresAt)).toEqual({ kind: 'expired' });
  expect(tokens.make({ id: 41, expiresAt }).token).not.toBe(token);
});

test('somebody who changes a part of it learns nothing, not even that it would have run out', () => {
  const { token } = tokens.make({ id: 41, expiresAt });
  const parts = token.split('.');
  const later = Math.floor(expiresAt.getTime() / 1000 + 86_400).toString(36);
  for (const forged of [
    ['16', parts[1], parts[2], parts[3]],
    [parts[0], later, parts[2], parts[3]],
    [parts[0], parts[1], parts[2], 'A'.repeat(32)],
    ['x'],
    [],
  ])
    expect(tokens.read(forged.join('.'), expiresAt)).toEqual({ kind: 'wrong' });
  const others = createVendorTokens(`another ${secret}`);
  expect(others.read(token, before)).toEqual({ kind: 'wrong' });
});
