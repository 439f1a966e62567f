// The service worker of the public search, and of nothing else: page, index and what they load are kept, so that a
// station is found without a network. `site/pages/[...language]/search/worker.js.ts` serves it beside the page.
{
  const worker = globalThis as unknown as WorkerScope;
  const page = worker.location.pathname.replace(/worker\.js$/, '');
  const index = '/search-index.txt';
  const store = `search ${page}`;

  /** Keeps the page, the index and everything they name, and drops what a former build left. */
  const keepAll = async () => {
    const cache = await caches.open(store);
    const found = new Set([page, index, '/emblem.svg']);
    // A set is walked with what is added meanwhile.
    for (const address of found) {
      const isKept = address.startsWith('/_astro/') && (await cache.match(address));
      const answer = isKept || (await fetch(address, { cache: 'no-cache' }));
      if (!answer.ok) throw new Error(`Expected ${address}, got ${answer.status}`);
      await cache.put(address, answer.clone());
      if (/\.(woff2|svg|txt)$/.test(address)) continue;
      const text = await answer.text();
      for (const [, name] of text.matchAll(/["'(](?:\.|\/_astro)\/([\w.@-]+\.(?:js|css))["')]/g))
        found.add(`/_astro/${name}`);
      // The fonts that the page asks for first; the other weights are drawn from them.
      if (address === page)
        for (const [font] of text.matchAll(/\/_astro\/[\w.@-]+\.woff2(?=" as="font")/g))
          found.add(font);
    }
    for (const { url } of await cache.keys()) {
      const { pathname } = new URL(url);
      if (!found.has(pathname)) await cache.delete(pathname);
    }
  };

  /** The answer of the network, or the kept one without a network. */
  const fresh = async (request: Request, address: string): Promise<Response> => {
    const cache = await caches.open(store);
    try {
      const answer = await fetch(request);
      if (answer.ok) await cache.put(address, answer.clone());
      return answer;
    } catch (error) {
      const kept = await cache.match(address);
      if (kept === undefined) throw error;
      return kept;
    }
  };

  const kept = async (request: Request): Promise<Response> =>
    (await (await caches.open(store)).match(request, { ignoreSearch: true })) ?? fetch(request);

  worker.addEventListener('install', (event) => {
    event.waitUntil(keepAll().then(() => worker.skipWaiting()));
  });
  worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
  worker.addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== worker.location.origin) return;
    if (pathname === page) {
      // Another build brings other scripts; without a network all stays as it is.
      event.respondWith(fresh(request, page));
      event.waitUntil(keepAll().catch(() => undefined));
    } else if (pathname === index) event.respondWith(fresh(request, index));
    else if (pathname.startsWith('/_astro/') || pathname === '/emblem.svg')
      event.respondWith(kept(request));
  });
}
