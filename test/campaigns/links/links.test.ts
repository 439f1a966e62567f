import { describe, expect, test } from 'vitest';
import {
  appStoreToken,
  destinationFor,
  detectPlatform,
  landingPath,
  type Platform,
  playUrl,
  printedUrl,
  storeHosts,
  typedUrl,
} from '../../../campaigns/links/links.ts';
import type { OwnedCode, Owner } from '../../../campaigns/links/registry.ts';

const app = { playPackage: 'org.example.app', appStoreId: '123456789', appStoreProvider: null };
const station: OwnedCode = {
  code: '001Y10',
  channel: 'pamphlet',
  owner: { scope: 'station', district: 'lucknow', station: 'hazratganj' },
};

describe('the printed URL', () => {
  test('has a scheme that Android takes, and behind it only symbols of the alphanumeric mode', () => {
    const url = printedUrl('uppolice.gov.in', '001Y10');
    expect(url).toBe('https://UPPOLICE.GOV.IN/Q001Y10');
    expect(url.slice('https'.length)).toMatch(/^[0-9A-Z $%*+./:-]+$/);
  });

  test('is typed as a browser takes it, with the code as it is read out', () => {
    expect(typedUrl('https://UPPOLICE.GOV.IN/Q001Y10')).toBe('uppolice.gov.in/Q001Y10');
  });
});

describe('destinations', () => {
  const state: OwnedCode = { ...station, owner: { scope: 'state' } };
  const noIos = { ...app, appStoreId: null };
  const play =
    'https://play.google.com/store/apps/details?id=org.example.app&referrer=utm_source%3Dpamphlet%26utm_medium%3Dqr%26utm_campaign%3D001Y10';
  const store = 'https://apps.apple.com/in/app/id123456789?';
  const appStore = `${store}ct=`;
  const provided = { ...app, appStoreProvider: '7654321' };

  test.each([
    ['android' as const, app, station, 'play', play],
    ['android' as const, noIos, station, 'play', play],
    ['ios' as const, app, station, 'app-store', `${appStore}lucknow&mt=8`],
    ['ios' as const, app, state, 'app-store', `${appStore}state&mt=8`],
    ['ios' as const, provided, station, 'app-store', `${store}pt=7654321&ct=lucknow&mt=8`],
    ['ios' as const, noIos, station, 'landing', '/get/?c=001Y10'],
    ['other' as const, app, station, 'landing', '/get/?c=001Y10'],
    ['android' as const, { ...app, playPackage: null }, station, 'landing', '/get/?c=001Y10'],
  ])('%s with %o', (platform, linked, owned, kind, url) => {
    expect(destinationFor(platform, linked, owned)).toEqual({ kind, url });
  });

  test('the referrer is encoded once', () => {
    const url = new URL(playUrl(app.playPackage, station));
    const referrer = new URLSearchParams(url.searchParams.get('referrer') ?? '');
    const utm = { utm_source: 'pamphlet', utm_medium: 'qr', utm_campaign: '001Y10' };
    expect(Object.fromEntries(referrer)).toEqual(utm);
    expect(url.href).not.toContain('%25');
  });

  test.each([
    ['board', 'qr'],
    ['sms', 'sms'],
    ['ivr', 'sms'], // who presses 1 gets the link in a text
  ] as const)('a link of %s came by %s', (channel, medium) => {
    const url = new URL(playUrl(app.playPackage, { ...station, channel }));
    const referrer = new URLSearchParams(url.searchParams.get('referrer') ?? '');
    expect(referrer.get('utm_medium')).toBe(medium);
  });

  test('lead to a store on the list or to a path of our own', () => {
    for (const platform of ['android', 'ios', 'other'] as const) {
      const { url } = destinationFor(platform, app, station);
      const host = new URL(url, 'https://own.example').host;
      expect([...storeHosts, 'own.example']).toContain(host);
    }
    expect(landingPath('001Y10')).toMatch(/^\/[^/]/);
  });

  const blastId = '018f3c1e-7a52-7c3e-9d2b-';
  test.each<[Owner, string]>([
    [{ scope: 'state' }, 'state'],
    [{ scope: 'district', district: 'agra' }, 'agra'],
    [{ scope: 'district', district: 'x'.repeat(40) }, 'x'.repeat(30)],
    [{ scope: 'station', district: 'agra', station: 'baah' }, 'agra'],
    [{ scope: 'blast', id: `${blastId}0123456789ab` }, `blast-${blastId}`],
  ])('the App Store token of %o is %s, at most 30 characters', (owner, token) => {
    expect(appStoreToken(owner)).toBe(token);
    expect(token.length).toBeLessThanOrEqual(30);
  });
});

describe('the platform', () => {
  test.each<[Platform, string, string | undefined]>([
    ['android', 'a phone', 'Mozilla/5.0 (Linux; Android 9; Redmi Note 5) Chrome/73.0 Mobile'],
    [
      'android',
      'a tablet',
      'Mozilla/5.0 (Linux; Android 8.1.0; SM-T385) Chrome/73.0 Safari/537.36',
    ],
    ['android', 'a phone by Microsoft', 'Mozilla/5.0 (Linux; Android 11; Microsoft Surface Duo)'],
    ['android', 'a browser inside an app', 'Mozilla/5.0 (Linux; Android 9; wv) [FB_IAB/FB4A]'],
    ['ios', 'an iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 12_2 like Mac OS X) Version/12.1'],
    ['ios', 'an old iPad', 'Mozilla/5.0 (iPad; CPU OS 12_2 like Mac OS X) Version/12.1'],
    ['ios', 'Chrome on an iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) CriOS/120.0'],
    [
      'other',
      'an iPad that asks for desktop pages',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15)',
    ],
    ['other', 'Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0'],
    [
      'other',
      'a Windows phone',
      'Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 950) like iPhone OS 7_0',
    ],
    ['other', 'a Chromebook', 'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/120.0'],
    ['other', 'a JioPhone', 'Mozilla/5.0 (Mobile; LYF/F220B/LYF-F220B; rv:48.0) KAIOS/2.5'],
    ['other', 'a word that only contains the name', 'Androidish/1.0'],
    ['other', 'curl', 'curl/8.5.0'],
    ['other', 'nothing', ''],
    ['other', 'no header', undefined],
    [
      'other',
      'a JioPhone, which names Android',
      'Mozilla/5.0 (Mobile; LYF/F90M/LYF-F90M-000-02-28; Android; rv:48.0) Gecko/48.0 KAIOS/2.0',
    ],
  ])('is %s for %s', (platform, _, userAgent) => {
    expect(detectPlatform(userAgent)).toBe(platform);
  });
});
