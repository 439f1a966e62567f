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
