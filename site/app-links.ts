import type { Campaign } from '../campaigns/campaign.ts';

type LinkedApp = Pick<Campaign['app'], 'playPackage' | 'certificates' | 'appleAppId'>;

/** Pages that an installed app may open in place of the browser. */
export const linkedPaths = ['/get/', '/en/get/'];
/**
 * Never in the app: a printed code has to come to the service, which counts it and leads on. An app that took it over would
 * leave every board silent for people with the app.
 */
export const keptPaths = ['/Q*', '/v/*'];

/**
 * `/.well-known/assetlinks.json`: the apps that Android lets open our addresses; none while the app's certificates are not known.
 * Source: https://developers.google.com/digital-asset-links/v1/statements
 */
export function assetLinks({ playPackage, certificates }: LinkedApp): object[] {
  if (playPackage === null || certificates.length === 0) return [];
  return [
    {
      relation: ['delegate_permission/common.handle_all_urls'],
      target: {
        namespace: 'android_app',
        package_name: playPackage,
        sha256_cert_fingerprints: certificates,
      },
    },
  ];
}

/**
 * `/.well-known/apple-app-site-association`: the app that iOS lets open our addresses, and which; the first that fits holds.
 * Source: https://developer.apple.com/documentation/bundleresources/applinks
 */
export function appSiteAssociation({ appleAppId }: LinkedApp): object {
  const components = [
    ...keptPaths.map((path) => ({ '/': path, exclude: true })),
    ...linkedPaths.map((path) => ({ '/': path })),
  ];
  return {
    applinks: { details: appleAppId === null ? [] : [{ appIDs: [appleAppId], components }] },
  };
}

/** The filter of the Android app's manifest. */
export function intentFilter(host: string): string {
  return [
    '<intent-filter android:autoVerify="true">',
    '  <action android:name="android.intent.action.VIEW" />',
    '  <category android:name="android.intent.category.DEFAULT" />',
    '  <category android:name="android.intent.category.BROWSABLE" />',
    `  <data android:scheme="https" android:host="${host}" />`,
    ...linkedPaths.map((path) => `  <data android:pathPrefix="${path}" />`),
    '</intent-filter>',
  ].join('\n');
}
