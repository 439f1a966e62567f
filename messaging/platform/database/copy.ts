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

/** Some seconds of the embedded database, which lends itself to one COPY at a time. */
const sliceBytes = 4 * 1024 ** 2;

/**
 * Streams rows into a separate table in COPYs of a bounded size, so that others have their turn between them. What
 * was copied before an error stays: the caller clears it away.
 * @returns what the generator returns
 */
export async function copyInSlices<Result>(
  pool: Pool,
  target: string,
  rows: AsyncGenerator<Uint8Array, Result>,
): Promise<Result> {
  try {
    let next = await rows.next();
    while (next.done !== true) {
      const slice = async function* () {
        for (let bytes = 0; next.done !== true && bytes < sliceBytes; next = await rows.next()) {
          bytes += next.value.length;
          yield next.value;
        }
      };
      await copyInto(pool, target, slice());
    }
    return next.value;
  } finally {
    await rows.return(undefined as Result);
  }
}
