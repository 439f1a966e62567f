import type { Queryable } from '../../platform/database/transaction.ts';

/** A file that is published: `campaign`, `emblem`, `stations/<district>`, `own-fields/<district>`. */
export type PublishedPart = 'campaign' | 'emblem' | `stations/${string}` | `own-fields/${string}`;

/**
 * Publishes the whole content of a part, in the transaction of the action that decides it; call `kit.changed` after the commit.
 * @param content empty for a part that is gone
 */
export async function publish(tx: Queryable, part: PublishedPart, content: string): Promise<void> {
  await tx.query(
    `INSERT INTO published (part, content) VALUES ($1, $2)
     ON CONFLICT (part) DO UPDATE
       SET content = excluded.content, revision = nextval('published_revision'), published_at = now()`,
    [part, content],
  );
}

/** Changes with each publication, whichever order they were committed in. */
export async function publishedMark(database: Queryable): Promise<string> {
  const { rows } = await database.query<{ mark: string }>(
    `SELECT count(*) || '/' || coalesce(sum(revision), 0) AS mark FROM published`,
  );
  return rows[0]?.mark ?? '';
}

export async function readAllPublished(
  database: Queryable,
): Promise<{ part: PublishedPart; content: string }[]> {
  const { rows } = await database.query<{ part: PublishedPart; content: string }>(
    'SELECT part, content FROM published ORDER BY part',
  );
  return rows;
}
