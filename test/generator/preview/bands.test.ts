import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createBands } from '../../../generator/preview/bands.ts';

const stride = 801;
const base = Uint8Array.from({ length: 100 * stride }, (_, at) => (at * at) % 7);

test.each([
  ['nothing', []],
  ['the first row', [0]],
  ['the last row, in a band that is not whole', [99]],
  ['rows of bands apart and beside each other', [20, 21, 40, 64, 65]],
  ['each row', Array.from({ length: 100 }, (_, row) => row)],
])('a station that touches %s gets its own rows, whole and with their sum', (_, own) => {
  const bands = createBands(base, stride);
  const rows = base.slice();
  for (const row of own) rows.fill(row, row * stride, (row + 1) * stride);
  // Twice: what is shared is kept after the first.
  for (const _time of [1, 2])
    expect(Buffer.compare(inflateSync(bands.deflate(rows, new Set(own.map(bands.at)))), rows)).toBe(
      0,
    );
});

test('a piece whose sum of bytes comes to nothing leaves the sum of the whole right', () => {
  // The piece behind it is longer than both high halves can make good.
  const rows = new Uint8Array(216 * stride);
  // 1 and the bytes of the first band are 65,521, the prime of Adler-32.
  rows.fill(252, 0, 260);
  expect(rows.reduce((sum, byte) => sum + byte, 1)).toBe(65_521);
  const data = createBands(rows, stride).deflate(rows, new Set([0]));
  expect(Buffer.compare(inflateSync(data), rows)).toBe(0);
});
