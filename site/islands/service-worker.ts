/** The API of browsers with Trusted Types, which TypeScript's library does not know. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): string;
  };
}
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

/** The one policy that the pages allow (astro.config.mjs): a script's address made in a page is a worker of this site. */
const ownWorkers = trustedTypes?.createPolicy('own-workers', {
  createScriptURL(url) {
    if (/^(?:\/[a-z]+)*\/worker\.js$/.test(url)) return url;
    throw new TypeError(`Expected a worker of this site, got ${url}`);
  },
});

/** Keeps the pages below `scope` for a time without a network; null where the browser allows no worker. */
export async function registerServiceWorker(
  scope: string,
  options: Pick<RegistrationOptions, 'updateViaCache'> = {},
): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  const address = `${scope}worker.js`;
  return navigator.serviceWorker.register(trust(address), { scope, ...options }).catch(() => null);
}

const trust = (address: string) => ownWorkers?.createScriptURL(address) ?? address;

/** A worker of the page itself; null where the browser has none. */
export function openWorker(address: string): Worker | null {
  return typeof Worker === 'undefined' ? null : new Worker(trust(address));
}
