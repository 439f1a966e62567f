import { dayMs } from '../../../campaigns/durations.ts';
import type { DoNotDisturbMode } from '../../contract/values.ts';
import { clearAway } from '../../platform/database/clear-away.ts';
import { copyInSlices } from '../../platform/database/copy.ts';
import type { Database } from '../../platform/database/database.ts';
import {
  inTransaction,
  type Queryable,
  type RecordDone,
} from '../../platform/database/transaction.ts';
import type { DoNotDisturbRejects } from './do-not-disturb.ts';
import { uploadId } from './do-not-disturb-sql.ts';
import type { NumberOperators } from './number-operators-schemas.ts';

type Stored = NumberOperators & DoNotDisturbRejects;

/** A ported number is whole: 91 and ten digits. */
const leastNumber = 910_000_000_000;

/** Telecom operators by name, with how much is known of each. */
export async function readOperators(database: Queryable): Promise<NumberOperators> {
  const { rows } = await database.query<NumberOperators['operators'][number]>(
    `SELECT operator, count(*) FILTER (WHERE prefix < $1)::integer AS series,
       count(*) FILTER (WHERE prefix >= $1)::integer AS ported
     FROM number_operator GROUP BY 1 ORDER BY 1`,
    [leastNumber],
  );
  return { operators: rows };
}

/**
 * Takes series and ported numbers in constant memory; when reading them fails, all stays as it was.
 * @param readLines lines of `number_operator_upload` for the upload with this id, consumed once
 */
export async function storeOperators(
  { pool, uploads }: Pick<Database, 'pool' | 'uploads'>,
  readLines: (upload: string) => AsyncGenerator<Uint8Array, DoNotDisturbRejects>,
  { mode, record }: { mode: DoNotDisturbMode; record: RecordDone<Stored> },
): Promise<Stored> {
  const upload = uploadId(Date.now());
  try {
    const rejects = await copyInSlices(
      uploads,
      'number_operator_upload (upload, prefix, operator)',
      readLines(upload),
    );
    return await inTransaction(uploads, async (tx) => {
      // Two files at once come one after the other.
      await tx.query("SELECT pg_advisory_xact_lock(hashtext('number_operator'))");
      if (mode === 'replace') await tx.query('DELETE FROM number_operator');
      await tx.query(
        `INSERT INTO number_operator (prefix, operator)
         SELECT DISTINCT ON (prefix) prefix, operator FROM number_operator_upload WHERE upload = $1 ORDER BY 1, 2
         ON CONFLICT (prefix) DO UPDATE SET operator = excluded.operator`,
        [upload],
      );
      const stored = { ...(await readOperators(tx)), ...rejects };
      await record(tx, stored);
      return stored;
    });
  } finally {
    await clearAway(() =>
      pool.query('DELETE FROM number_operator_upload WHERE upload = $1', [upload]),
    );
  }
}

/** Deletes what uploads left whose process died. */
export async function deleteUnfinishedOperators(
  database: Queryable,
  days: number,
): Promise<number> {
  const { rowCount } = await database.query(
    'DELETE FROM number_operator_upload WHERE upload < $1',
    [uploadId(Date.now() - days * dayMs)],
  );
  return rowCount ?? 0;
}
