import { join } from 'node:path';
import { campaignFolder } from '../../../campaigns/campaign-fs.ts';
import { type CodeSupply, whyNoCodes } from '../../../campaigns/links/code-shares.ts';
import {
  campaignBlocks,
  NoSerialLeft,
  type Owner,
  ownerKey,
} from '../../../campaigns/links/registry.ts';
import { grownFileName, growRegistry, loadRegistry } from '../../../campaigns/links/registry-fs.ts';
import { rangesIn } from '../../../campaigns/links/serials.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { readHolding } from './code-shares-sql.ts';
import { growShared } from './short-codes-sql.ts';

/**
 * Gives each station of a district a serial in this machine's grown registry, once: one that has its serial here or on
 * another machine keeps it. A station is published as soon as it has its code, so that the code may be printed at once and
 * never comes back.
 * @throws a refusal where the district's share is used up, or there is no serial left
 */
export type GiveCodes = (
  tx: Queryable,
  district: string,
  stations: readonly string[],
) => Promise<void>;

export function createCodeGiver(config: {
  campaign: string;
  dataDir: string;
  supply: CodeSupply;
}): GiveCodes {
  const folder = campaignFolder(config.campaign);
  const grownFile = join(config.dataDir, grownFileName);
  return async (tx, district, stations) => {
    const committed = loadRegistry({ campaignFolder: folder });
    const owners = stations
      .map((station): Owner => ({ scope: 'station', district, station }))
      .filter((owner) => !committed.has(owner));
    if (owners.length === 0) return;
    const blocks = campaignBlocks(committed.assignments);
    await growShared(tx, rangesIn('grown', [0, ...blocks]), async (known) => {
      const before = loadRegistry({ campaignFolder: folder, grownFile });
      const elsewhere = new Set(known.map(({ owner }) => ownerKey(owner)));
      const fresh = owners.filter(
        (owner) => !before.has(owner) && !elsewhere.has(ownerKey(owner)),
      ).length;
      const holding = await readHolding(tx, config.supply, { office: district, use: 'station' });
      const refusal = whyNoCodes(holding, fresh);
      if (refusal !== null) throw new Refusal(refusal, { ...holding, asked: fresh });
      const others = known.map(({ serial, owner }) => ({ serial, owner }));
      return growRegistry(grownFile, owners, { blocks, others }).catch((error: unknown) => {
        throw error instanceof NoSerialLeft ? new Refusal('codes-used-up') : error;
      });
    });
  };
}
