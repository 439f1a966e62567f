import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Campaign } from '../../campaigns/campaign.ts';
import type { Artwork } from '../artwork/artwork.ts';
import type { OutputIntent } from './press-file.ts';

const folder = join(import.meta.dirname, '..', '..', 'assets', 'icc');

/** Coated stock: boards and pamphlets: FOGRA39L (colord-data, CC0). */
export function coatedIntent(): OutputIntent {
  return {
    identifier: 'FOGRA39',
    info: 'Coated FOGRA39L (ISO 12647-2:2004/Amd 1)',
    profile: readFileSync(join(folder, 'FOGRA39L_coated.icc')),
  };
}

/** Uncoated stock, as maplitho is: FOGRA47L (colord-data, CC0). */
export function uncoatedIntent(): OutputIntent {
  return {
    identifier: 'FOGRA47',
    info: 'Uncoated FOGRA47L (ISO 12647-2:2004/Amd 1)',
    profile: readFileSync(join(folder, 'FOGRA47L_uncoated.icc')),
  };
}

/** Newsprint: IFRA26S (colord-data, CC0). */
function newsprintIntent(): OutputIntent {
  return {
    identifier: 'IFRA26S',
    info: 'Newsprint IFRA26S 2004 (ISO 12647-3)',
    profile: readFileSync(join(folder, 'IFRA26S_2004_newsprint.icc')),
  };
}

/** The name of the condition under which an artwork is printed: paper as the campaign orders it, flex as coated stock. */
export function findCondition(
  { stock }: Pick<Artwork, 'stock'>,
  { print }: Pick<Campaign, 'print'>,
) {
  if (stock === 'newsprint') return 'IFRA26S';
  return stock === 'paper' && print.pamphletStock === 'uncoated' ? 'FOGRA47' : 'FOGRA39';
}

/** @param coated the intent that most files carry, read once */
export function findIntent(
  artwork: Pick<Artwork, 'stock'>,
  campaign: Pick<Campaign, 'print'>,
  coated: OutputIntent,
): OutputIntent {
  if (artwork.stock === 'newsprint') return newsprintIntent();
  return findCondition(artwork, campaign) === coated.identifier ? coated : uncoatedIntent();
}
