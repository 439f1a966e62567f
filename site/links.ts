import type { Campaign } from '../campaigns/campaign.ts';
import { appStoreUrl, playUrl, printedUrl } from '../campaigns/links/links.ts';
import type { Owner, Registry } from '../campaigns/links/registry.ts';

export type StoreLinks = { play: string | null; appStore: string | null };

const state: Owner = { scope: 'state' };

/** Store links for people who come to the site by themselves: they count for the state, as social. */
export function siteStoreLinks({ app }: Campaign, registry: Registry): StoreLinks {
  const code = registry.codeFor(state, 'social');
  return {
    play: app.playPackage === null ? null : playUrl(app.playPackage, { code, channel: 'social' }),
    appStore: app.appStoreId === null ? null : appStoreUrl(app.appStoreId, state),
  };
}

/** The address in the QR code of the page: the short link once its host answers, Google Play until then, else the portal. */
export function siteQrUrl(campaign: Campaign, registry: Registry): string {
  return campaign.links.confirmed
    ? printedUrl(campaign.links.host, registry.codeFor(state, 'social'))
    : (siteStoreLinks(campaign, registry).play ?? campaign.app.portalUrl);
}
