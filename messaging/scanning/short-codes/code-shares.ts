import type { District } from '../../../campaigns/directory/station.ts';
import {
  type CodeHolding,
  type CodeSupply,
  isLow,
  shareLimits,
  usesBeside,
} from '../../../campaigns/links/code-shares.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { covers } from '../../../campaigns/offices/permission.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { CodeHoldingView } from './code-shares-schemas.ts';
import { readHoldings } from './code-shares-sql.ts';

/** Holdings of every office, with the bounds of its share. */
export async function readCodeShares(
  database: Queryable,
  supply: CodeSupply,
  districts: readonly Pick<District, 'id'>[],
): Promise<CodeHoldingView[]> {
  const all = await readHoldings(database, supply, [null, ...districts.map(({ id }) => id)]);
  const promises = new Map(
    all.map(({ use }) => {
      const beside = usesBeside(supply.ranges, use);
      return [use, all.filter((each) => beside.includes(each.use))];
    }),
  );
  return all.map((holding) => {
    const others: CodeHolding[] = (promises.get(holding.use) ?? []).filter(
      (each) => each !== holding,
    );
    const limits = shareLimits(supply, holding.use, { used: holding.used, others });
    return { ...holding, ...limits, low: isLow(holding) };
  });
}

/** Those of the officer's own office; all for who covers the state. */
export function ownShares(
  shares: readonly CodeHoldingView[],
  actor: Actor,
  districts: readonly District[],
): CodeHoldingView[] {
  const covered = new Set(districts.filter((each) => covers(actor, each)).map(({ id }) => id));
  return shares.filter(({ office }) =>
    office === null ? covers(actor, 'state') : covered.has(office),
  );
}
