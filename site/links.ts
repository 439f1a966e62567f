import type { Campaign } from '../campaigns/campaign.ts';
import { destinationFor, printedUrl } from '../campaigns/links/links.ts';
import type { Owner, Registry } from '../campaigns/links/registry.ts';

export interface StoreLinks {
  play: string | null;
  appStore: string | null;
}

const state: Owner = { scope: 'state' };

/** Store links for people who come to the site by themselves: they count for the state, as social. */
export function siteStoreLinks({ app }: Campaign, registry: Registry): StoreLinks {
  const owned = {
    code: registry.codeFor(state, 'social'),
    channel: 'social',
    owner: state,
  } as const;
  return {
    play: app.playPackage === null ? null : destinationFor('android', app, owned).url,
    appStore: app.appStoreId === null ? null : destinationFor('ios', app, owned).url,
  };
}

/** The address in the QR code of the page: the short link once its host answers, Google Play until then, else the portal. */
export function siteQrUrl(campaign: Campaign, registry: Registry): string {
  return campaign.links.confirmed
    ? printedUrl(campaign.links.host, registry.codeFor(state, 'social'))
    : (siteStoreLinks(campaign, registry).play ?? campaign.app.portalUrl);
}
