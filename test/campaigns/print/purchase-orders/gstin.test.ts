import { expect, test } from 'vitest';
import { isGstin } from '../../../../campaigns/print/purchase-orders/purchase-order.ts';

test.each([
  // Numbers of companies, as they print them on their bills.
  ['27AAPFU0939F1ZV', true],
  ['29AAGCB7383J1Z4', true],
  ['27AASCS2460H1Z0', true],
  ['27AAPFU0939F1ZW', false],
  // Two digits changed places.
  ['27AAPFU0993F1ZV', false],
  ['27AAPFU0939F1YV', false],
  ['27aapfu0939f1zv', false],
  ['7AAPFU0939F1ZV', false],
  ['', false],
])('%s: %s', (text, found) => {
  expect(isGstin(text)).toBe(found);
});
