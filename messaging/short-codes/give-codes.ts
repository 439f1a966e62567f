import { join } from 'node:path';
import { campaignFolder } from '../../campaigns/campaign-fs.ts';
import { type Owner, ownerKey } from '../../campaigns/links/registry.ts';
import { grownFileName, growRegistry, loadRegistry } from '../../campaigns/links/registry-fs.ts';
import type { Queryable } from '../database/transaction.ts';
import { growShared } from './short-codes-sql.ts';

/**
 * Gives each owner a serial in this machine's grown registry, once: one that has its serial here or on another machine
 * keeps it.
 * @returns how many are new
 */
export type GiveCodes = (tx: Queryable, owners: readonly Owner[]) => Promise<number>;

export function createCodeGiver(config: { campaign: string; dataDir: string }): GiveCodes {
  const folder = campaignFolder(config.campaign);
  const grownFile = join(config.dataDir, grownFileName);
  return async (tx, all) => {
    const committed = loadRegistry({ campaignFolder: folder });
    const owners = all.filter((owner) => !committed.has(owner));
    if (owners.length === 0) return 0;
    let fresh = 0;
    await growShared(tx, async (known) => {
      const before = loadRegistry({ campaignFolder: folder, grownFile });
      const elsewhere = new Set(known.map(({ owner }) => ownerKey(owner)));
      fresh = owners.filter(
        (owner) => !before.has(owner) && !elsewhere.has(ownerKey(owner)),
      ).length;
      const others = known.map(({ serial, owner }) => ({ serial, owner }));
      return growRegistry(grownFile, owners, others);
    });
    return fresh;
  };
}
