import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { campaignFolder } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import type { Directory, Station } from '../../campaigns/directory/station.ts';
import { campaignBlocks, type Registry } from '../../campaigns/links/registry.ts';
import { grownFileName, growRegistry, loadRegistry } from '../../campaigns/links/registry-fs.ts';
import type { Config } from '../config.ts';
import { ownerOfStation } from './station-imprints.ts';

/** The directory with what districts corrected. */
export function openDirectory({ campaign, overridesDir, published }: Config): Directory {
  return loadDirectory({
    campaign,
    published,
    ...(overridesDir === undefined ? {} : { overrides: overridesDir }),
  });
}

/** The registry, grown first by stations that a district's override added. */
export async function openRegistry(
  config: Config,
  stations: readonly Station[],
): Promise<Registry> {
  const from = {
    campaignFolder: campaignFolder(config.campaign),
    grownFile: join(config.dataDir, grownFileName),
  };
  const registry = loadRegistry(from);
  const without = stations.map(ownerOfStation).filter((owner) => !registry.has(owner));
  if (without.length === 0) return registry;
  mkdirSync(config.dataDir, { recursive: true });
  await growRegistry(from.grownFile, without, { blocks: campaignBlocks(registry.assignments) });
  return loadRegistry(from);
}
