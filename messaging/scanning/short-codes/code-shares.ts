import { z } from 'zod';
import type { District } from '../../../campaigns/directory/station.ts';
import {
  type CodeHolding,
  type CodeSupply,
  codeUses,
  isLow,
  shareLimits,
  usesBeside,
} from '../../../campaigns/links/code-shares.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { covers } from '../../../campaigns/offices/permission.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { readHoldings } from './code-shares-sql.ts';

export const place = {
  office: z
    .string()
    .max(80)
    .regex(/^[a-z0-9-]+$/)
    .nullable()
    .describe('A district; null for the state’s own offices'),
  use: z.enum(codeUses).describe('A station that is added, or a blast by SMS or call'),
};

export const holding = z.object({
  ...place,
  used: z.int().describe('Given; of blasts those that were stopped unsent came back'),
  share: z.int(),
  least: z.int().describe('Bounds between which HQ may set the share'),
  most: z.int(),
  low: z.boolean().describe('80 % of the share are used'),
});
export type CodeHoldingView = z.output<typeof holding>;

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
