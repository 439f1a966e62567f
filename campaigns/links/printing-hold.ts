import type { Campaign } from '../campaign.ts';

/** Why nothing may be printed yet. */
export interface PrintingHold {
  /** Part of every printed code, and nobody has confirmed that it answers. */
  host: string;
}

/** HQ's hold on printing, which pages, papers and orders tell alike; null once the host of the links is confirmed. */
export function findPrintingHold({ links }: Pick<Campaign, 'links'>): PrintingHold | null {
  return links.confirmed ? null : { host: links.host };
}
