import type { FleetVehicle } from '../../campaigns/vehicles/fleet.ts';
import type { Queryable } from '../database/transaction.ts';
import { createCodeGiver } from '../short-codes/give-codes.ts';

/** Gives each vehicle a code of its own, once. @returns how many are new */
export type GiveCodes = (tx: Queryable, vehicles: readonly FleetVehicle[]) => Promise<number>;

export function createFleetCodes(config: { campaign: string; dataDir: string }): GiveCodes {
  const give = createCodeGiver(config);
  return (tx, vehicles) =>
    give(
      tx,
      vehicles.map(({ district, vehicle }) => ({ scope: 'vehicle', district, id: vehicle })),
    );
}
