import type { Campaign } from '../campaign.ts';
import type { OwnedCode, Owner } from './registry.ts';

/** The parts of a campaign that its links need. */
export type LinkedApp = Pick<Campaign['app'], 'playPackage' | 'appStoreId' | 'appStoreProvider'>;

/** The platform that a phone reports; a tablet or computer that could be either is `other`. */
export type Platform = 'android' | 'ios' | 'other';

export interface Destination {
  kind: 'play' | 'app-store' | 'landing';
  url: string;
}

/** The only hosts that a code leads to; anything else would be an open redirect. */
export const storeHosts = ['play.google.com', 'apps.apple.com'] as const;

/** Longest campaign token that App Store Connect keeps. */
const appStoreTokenLimit = 30;

/**
 * The QR code's content. The scheme is in lower case because Android matches it letter by letter; the rest is in upper
 * case, so that it fits the alphanumeric mode.
 */
export function printedUrl(host: string, code: string): string {
  return `https://${`${host}/Q${code}`.toUpperCase()}`;
}

/**
 * The address printed below the code for those who type it: the host as a browser takes it, and the code as it is read
 * out.
 */
export function typedUrl(printed: string): string {
  return printed.replace(/^https:\/\//i, '').replace(/^[^/]+/, (host) => host.toLowerCase());
}

/** Medium that brought the link: a code, printed or in a picture, or a text. A caller who presses 1 gets a text, too. */
function pickMedium(channel: OwnedCode['channel']): 'qr' | 'sms' {
  return channel === 'sms' || channel === 'ivr' ? 'sms' : 'qr';
}

/** Google Play with an install referrer, which is encoded once; the store hands it to the app. */
export function playUrl(
  playPackage: string,
  { code, channel }: Pick<OwnedCode, 'code' | 'channel'>,
): string {
  const referrer = `utm_source=${channel}&utm_medium=${pickMedium(channel)}&utm_campaign=${code}`;
  return `https://${storeHosts[0]}/store/apps/details?id=${playPackage}&referrer=${encodeURIComponent(referrer)}`;
}

/**
 * App Store with a campaign token a district, as figures below five downloads a token are withheld. Apple attributes an
 * install only with the account's provider token.
 */
export function appStoreUrl(
  { appStoreId, appStoreProvider }: { appStoreId: string; appStoreProvider: string | null },
  owner: Owner,
): string {
  const provider = appStoreProvider === null ? '' : `pt=${appStoreProvider}&`;
  return `https://${storeHosts[1]}/in/app/id${appStoreId}?${provider}ct=${appStoreToken(owner)}&mt=8`;
}

/** District, state, outlet or blast as a token of at most 30 characters. */
export function appStoreToken(owner: Owner): string {
  if (owner.scope === 'state') return 'state';
  if (owner.scope === 'blast' || owner.scope === 'outlet')
    return `${owner.scope}-${owner.id}`.slice(0, appStoreTokenLimit);
  return owner.district.slice(0, appStoreTokenLimit);
}

/** The page of our own site that offers every way to the app; relative to the site's root. */
export function landingPath(code: string): string {
  return `/get/?c=${code}`;
}

/** Where a scanned code leads on a device. Without the store's id it is the landing page. */
export function destinationFor(platform: Platform, app: LinkedApp, owned: OwnedCode): Destination {
  if (platform === 'android' && app.playPackage !== null) {
    return { kind: 'play', url: playUrl(app.playPackage, owned) };
  }
  const { appStoreId, appStoreProvider } = app;
  if (platform === 'ios' && appStoreId !== null) {
    const url = appStoreUrl({ appStoreId, appStoreProvider }, owned.owner);
    return { kind: 'app-store', url };
  }
  return { kind: 'landing', url: landingPath(owned.code) };
}

/**
 * Reads the platform off a user agent. An iPad asks for desktop pages with a Mac's user agent, so it gets the
 * landing page, where both stores are offered; Windows phones name Android and iPhone and are neither, and KaiOS (JioPhone)
 * names Android, but installs nothing from its store.
 */
export function detectPlatform(userAgent: string | undefined): Platform {
  if (userAgent === undefined || /\b(Windows Phone|IEMobile|CrOS|KAIOS)\b/i.test(userAgent))
    return 'other';
  if (/\b(iPhone|iPad|iPod)\b/i.test(userAgent)) return 'ios';
  if (/\bAndroid\b/i.test(userAgent)) return 'android';
  return 'other';
}
