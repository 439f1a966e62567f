import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Paper } from '../../../campaigns/channels/newspapers/newspapers.ts';
import { inUrdu } from '../../../campaigns/languages/urdu/in-urdu.ts';
import { printedUrl } from '../../../campaigns/links/links.ts';
import type { Owner, Registry } from '../../../campaigns/links/registry.ts';
import type { Imprint } from '../../artwork/artwork.ts';

export function ownerOfPaper({ id, outlet }: Pick<Paper, 'id' | 'outlet'>): Owner {
  return outlet ? { scope: 'outlet', id } : { scope: 'state' };
}

/** Imprint of a paper's advertisements: whose they are, on the signboard, and the paper's own code. */
export function paperImprint(
  campaign: Campaign,
  registry: Registry,
  paper: Pick<Paper, 'id' | 'outlet' | 'language'>,
): Imprint {
  const { copy, links } = paper.language === 'ur' ? inUrdu(campaign) : campaign;
  const code = registry.codeFor(ownerOfPaper(paper), 'newspaper');
  return {
    district: 'newspaper',
    station: paper.id,
    name: copy.state.hi,
    districtName: (copy.motto ?? copy.tagline).hi,
    code,
    url: printedUrl(links.host, code),
  };
}

/** Path of a file without its ending, relative to the print folder. */
export function paperBase(paper: Pick<Paper, 'id'>, name: string): string {
  return `newspaper/${paper.id}/${paper.id}-${name}`;
}
