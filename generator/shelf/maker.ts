import type { Campaign } from '../../campaigns/campaign.ts';
import type { Directory, Station } from '../../campaigns/directory/station.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import type { Config } from '../config.ts';
import type { ShelfItem } from './item.ts';

export interface ShelfSources {
  config: Config;
  campaign: Campaign;
  directory: Directory;
  registry: Registry;
  /** The print folder, for what is made of files that lie there already. */
  out: string;
  /** Selected districts and stations; both empty for files that the whole state shares. */
  districts: readonly string[];
  stations: readonly Station[];
}

/** Lists what a channel has for a selection; what draws it is loaded only when it is made. */
export type ShelfMaker = (sources: ShelfSources) => Promise<ShelfItem[]>;
