import { join } from 'node:path';
import { campaignFolder } from '../../campaigns/campaign-fs.ts';
import type { Owner } from '../../campaigns/links/registry.ts';
import { ownerKey } from '../../campaigns/links/registry.ts';
import { grownFileName, growRegistry, loadRegistry } from '../../campaigns/links/registry-fs.ts';
import type { FleetVehicle } from '../../campaigns/vehicles/fleet.ts';
import type { Queryable } from '../database/transaction.ts';
import { growShared } from '../short-codes/short-codes-sql.ts';

/**
 * Gives each vehicle a serial in this machine's grown registry, once: one that has its serial here or on another machine
 * keeps it.
 * @returns how many are new
 */
export type GiveCodes = (tx: Queryable, vehicles: readonly FleetVehicle[]) => Promise<number>;

export function createFleetCodes(config: { campaign: string; dataDir: string }): GiveCodes {
  const folder = campaignFolder(config.campaign);
  const grownFile = join(config.dataDir, grownFileName);
  return async (tx, vehicles) => {
    const committed = loadRegistry({ campaignFolder: folder });
    const owners = vehicles
      .map(({ district, vehicle }): Owner => ({ scope: 'vehicle', district, id: vehicle }))
      .filter((owner) => !committed.has(owner));
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
