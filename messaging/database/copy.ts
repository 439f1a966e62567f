import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { UselessClientError, withClient } from './checked-out.ts';

/**
 * Streams rows into a table in COPY's text form, in constant memory; all of them or none.
 * @param target table with its columns in brackets
 */
export async function copyInto(
  pool: Pool,
  target: string,
  rows: AsyncIterable<Uint8Array>,
): Promise<void> {
  await withClient(pool, async (client) => {
    try {
      const stream = client.query(copyFrom(`COPY ${target} FROM STDIN`));
      await pipeline(Readable.from(rows, { objectMode: true, highWaterMark: 2 }), stream);
    } catch (cause) {
      throw new UselessClientError('a COPY was not ended', { cause });
    }
  });
}
