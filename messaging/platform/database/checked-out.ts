import type { Pool, PoolClient } from 'pg';

/**
 * Lends a client of the pool for some work. A connection that breaks between two statements is told by an event, and the
 * pool itself only listens to clients that are idle. One that broke is not given back.
 */
export async function withClient<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let lost: Error | undefined;
  const onError = (error: Error) => {
    lost ??= error;
  };
  client.on('error', onError);
  try {
    return await work(client);
  } catch (error) {
    if (error instanceof UselessClientError) lost ??= error;
    throw error instanceof UselessClientError ? error.cause : error;
  } finally {
    client.release(lost);
    // One that broke keeps its listener: its socket may tell of more.
    if (lost === undefined) client.off('error', onError);
  }
}

/** Thrown by the work when the client is in a state of which nobody can make use; its cause is what went wrong. */
export class UselessClientError extends Error {}
