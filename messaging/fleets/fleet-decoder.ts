import { readFileSync } from 'node:fs';
import { type FleetList, type FleetRules, readFleetFile } from '../../campaigns/vehicles/fleet.ts';

interface GivenFleet {
  path: string;
  rules: FleetRules;
}

export async function decode({ path, rules }: GivenFleet): Promise<FleetList> {
  return readFleetFile(readFileSync(path), rules);
}
