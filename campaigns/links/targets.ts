import type { Bilingual } from '../bilingual.ts';
import type { Campaign } from '../campaign.ts';
import { landingPath } from './links.ts';
import type { OwnedCode } from './registry.ts';

/** A page to which codes may be pointed for a while. */
export interface LinkTarget {
  id: string;
  name: Bilingual;
  /** Absolute, or a path of our own site. */
  url(owned: Pick<OwnedCode, 'code'>): string;
}

type Linked = Pick<Campaign, 'app' | 'links'>;

/**
 * Where codes may lead beside the store of the device: our own pages, the portal, the owner's site and what the campaign
 * allows. There is no free address, which would make of every printed code an open redirect.
 */
export function listTargets({ app, links }: Linked): LinkTarget[] {
  const fixed = (url: string) => () => url;
  return [
    {
      id: 'landing',
      name: { hi: 'ऐप पाने का पृष्ठ', en: 'Page to get the app' },
      url: ({ code }) => landingPath(code),
    },
    { id: 'home', name: { hi: 'हमारी साइट', en: 'Our site' }, url: fixed('/') },
    {
      id: 'notice',
      name: { hi: 'SMS की सूचना', en: 'Notice about text messages' },
      url: fixed('/sms-notice/'),
    },
    {
      id: 'portal',
      name: { hi: 'नागरिक पोर्टल', en: 'Citizen portal' },
      url: fixed(app.portalUrl),
    },
    { id: 'site', name: { hi: 'पुलिस की साइट', en: 'Site of the police' }, url: fixed(app.siteUrl) },
    ...(links.targets ?? []).map(({ id, name, url }) => ({ id, name, url: fixed(url) })),
  ];
}

/** Where a target leads; undefined for one that the campaign does not allow any more. */
export function targetUrl(
  id: string,
  campaign: Linked,
  owned: Pick<OwnedCode, 'code'>,
): string | undefined {
  return listTargets(campaign)
    .find((target) => target.id === id)
    ?.url(owned);
}
