import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Campaign } from '../../campaigns/campaign.ts';
import { campaignFolder } from '../../campaigns/campaign-fs.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import type { Owner } from '../../campaigns/links/registry.ts';
import { grownFileName, growRegistry, loadRegistry } from '../../campaigns/links/registry-fs.ts';
import { type FleetVehicle, readFleet } from '../../campaigns/vehicles/fleet.ts';
import type { Config } from '../config.ts';

/**
 * Reads a fleet list and gives each good vehicle a serial in the grown registry.
 * @returns the good rows, and a line for each fault: file, row, field, expected, found
 * @throws when the file cannot be read, or the campaign has no vehicles
 */
export async function openFleet(
  file: string,
  { config, campaign, directory }: { config: Config; campaign: Campaign; directory: Directory },
): Promise<{ vehicles: FleetVehicle[]; faults: string[] }> {
  if (campaign.vehicles === undefined)
    throw new Error(`Expected vehicles in the campaign ${campaign.id} for \`--fleet\`, got none`);
  const { models } = campaign.vehicles;
  const { vehicles, faults } = readFleet(readText(file), { directory, models });
  await assignSerials(config, vehicles);
  return {
    vehicles,
    faults: faults.map(
      ({ row, field, expected, found }) =>
        `${file}, row ${row}, \`${field}\`: expected ${expected.en}, found ${found}`,
    ),
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`Expected a readable csv file for \`--fleet\`, got "${file}"`, { cause });
  }
}

async function assignSerials(config: Config, vehicles: readonly FleetVehicle[]): Promise<void> {
  const grownFile = join(config.dataDir, grownFileName);
  const registry = loadRegistry({ campaignFolder: campaignFolder(config.campaign), grownFile });
  const without = vehicles
    .map(({ district, vehicle }): Owner => ({ scope: 'vehicle', district, id: vehicle }))
    .filter((owner) => !registry.has(owner));
  if (without.length === 0) return;
  mkdirSync(config.dataDir, { recursive: true });
  await growRegistry(grownFile, without);
}
