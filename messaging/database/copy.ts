import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/**
 * Streams rows into a table in COPY's text form, in constant memory; all of them or none.
 * @param target table with its columns in brackets
 */
export async function copyInto(
  pool: Pool,
  target: string,
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  const client = await pool.connect();
  try {
    const stream = client.query(copyFrom(`COPY ${target} FROM STDIN`));
    await pipeline(Readable.from(rows, { objectMode: true, highWaterMark: 2 }), stream);
    client.release();
  } catch (error) {
    // A connection in the middle of a COPY is of no further use.
    client.release(error as Error);
    throw error;
  }
}
