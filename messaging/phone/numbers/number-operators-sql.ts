import type { DoNotDisturbMode } from '../../contract/values.ts';
import type { Database } from '../../platform/database/database.ts';
import { execute, queryRows } from '../../platform/database/sql.ts';
import type { Queryable, RecordDone } from '../../platform/database/transaction.ts';
import type { ListRejects } from './list-lines.ts';
import { storeList } from './list-uploads-sql.ts';

interface NumberOperators {
  operators: { operator: string; series: number; ported: number }[];
}
type Stored = NumberOperators & ListRejects;

/** A ported number is whole: 91 and ten digits. */
const leastNumber = 910_000_000_000;

/** Telecom operators by name, with how much is known of each. */
export async function readOperators(database: Queryable): Promise<NumberOperators> {
  const rows = await queryRows<NumberOperators['operators'][number]>(database)`
    SELECT operator, count(*) FILTER (WHERE prefix < ${leastNumber})::integer AS series,
      count(*) FILTER (WHERE prefix >= ${leastNumber})::integer AS ported
    FROM number_operator GROUP BY 1 ORDER BY 1`;
  return { operators: rows };
}

/** Takes series and ported numbers. @param readLines as `storeList` has it */
export function storeOperators(
  pools: Pick<Database, 'pool' | 'uploads'>,
  readLines: Parameters<typeof storeList>[2],
  { mode, record }: { mode: DoNotDisturbMode; record: RecordDone<Stored> },
): Promise<Stored> {
  return storeList(pools, 'number_operator_upload', readLines, async (tx, upload, rejects) => {
    // Two files at once come one after the other.
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('number_operator'))");
    if (mode === 'replace') await tx.query('DELETE FROM number_operator');
    await execute(tx)`
      INSERT INTO number_operator (prefix, operator, circle)
      SELECT DISTINCT ON (prefix) prefix, operator, circle FROM number_operator_upload WHERE upload = ${upload}
        ORDER BY 1, 2, 3
      ON CONFLICT (prefix) DO UPDATE SET operator = excluded.operator, circle = excluded.circle`;
    const stored = { ...(await readOperators(tx)), ...rejects };
    await record(tx, stored);
    return stored;
  });
}
