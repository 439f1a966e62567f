import {
  type CodeHolding,
  type CodeSupply,
  type CodeUse,
  codeUses,
  usualShare,
} from '../../../campaigns/links/code-shares.ts';
import { execute, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** An office and what it takes codes for; null is the state's own offices. */
export interface CodePlace {
  office: string | null;
  use: CodeUse;
}

export type OfficeCodes = CodePlace & CodeHolding;

/** Codes that came back are nobody's. */
const counted = `SELECT district, CASE scope WHEN 'station' THEN 'station' ELSE channel END AS code_use,
    count(*)::integer AS used
  FROM short_code WHERE returned_at IS NULL AND (scope = 'station' OR (scope = 'blast' AND channel <> ''))
  GROUP BY 1, 2`;

/** Holdings of these offices by use. */
export async function readHoldings(
  database: Queryable,
  supply: CodeSupply,
  offices: readonly (string | null)[],
): Promise<OfficeCodes[]> {
  const rows = await queryRows<{
    district: string;
    use: CodeUse;
    used: number;
    share: number | null;
  }>(database)`
    SELECT district, code_use AS use, coalesce(used, 0) AS used, share
    FROM (${raw(counted)}) AS own FULL JOIN code_share USING (district, code_use)
      WHERE district = ANY (${offices.map((office) => office ?? '')})`;
  const found = new Map(rows.map((row) => [`${row.district} ${row.use}`, row]));
  return offices.flatMap((office) =>
    codeUses.map((use) => {
      const { used = 0, share = null } = found.get(`${office ?? ''} ${use}`) ?? {};
      return { office, use, used, share: share ?? usualShare(supply, use) };
    }),
  );
}

export async function readHolding(
  database: Queryable,
  supply: CodeSupply,
  { office, use }: CodePlace,
): Promise<CodeHolding> {
  const holdings = await readHoldings(database, supply, [office]);
  return holdings.find((each) => each.use === use) ?? { used: 0, share: 0 };
}

export async function putShare(
  tx: Queryable,
  { office, use }: CodePlace,
  share: number,
): Promise<void> {
  await execute(tx)`
    INSERT INTO code_share (district, code_use, share) VALUES (${office ?? ''}, ${use}, ${share})
    ON CONFLICT (district, code_use) DO UPDATE SET share = excluded.share`;
}
