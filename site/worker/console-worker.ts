// The console's own service worker: keeps its pages and scripts, so that it opens without a network. Answers of the
// service are never kept here. `site/console-worker-fs.ts` puts `shell` before it and writes it into the built site.

/** One build as it is kept on the device: its version and addresses. */
declare const shell: { version: string; scope: string; addresses: readonly string[] };

const worker = globalThis as unknown as WorkerScope;

const prefix = `shell ${shell.scope} `;
const cacheName = prefix + shell.version;

worker.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(cacheName);
    // Past the browser's own cache, which may hold the page of the build before.
    await cache.addAll(
      shell.addresses.map((address) => new Request(address, { cache: 'no-cache' })),
    );
  };
  event.waitUntil(keep());
});

worker.addEventListener('activate', (event) => {
  const clear = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
    await Promise.all(old.map((name) => caches.delete(name)));
    await worker.clients.claim();
  };
  event.waitUntil(clear());
});

worker.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(loadPage(request, address));
  // Named by their content, or of the same build: what is kept is what would come.
  else if (address.pathname.startsWith('/_astro/') || shell.addresses.includes(address.pathname))
    event.respondWith(loadPart(request));
});

/** The page as it is now; without a network, as it was kept, else the console's first, which shows any view by its address. */
async function loadPage(request: Request, address: URL): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const cache = await caches.open(cacheName);
    const found = (await cache.match(address.pathname)) ?? (await cache.match(shell.scope));
    if (found === undefined) throw error;
    return found;
  }
}

/** A script, style or font; what was needed once is there without a network. */
async function loadPart(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const found = await cache.match(request.url);
  if (found !== undefined) return found;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone()).catch(() => {});
  return answer;
}
