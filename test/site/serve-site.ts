import type { Browser } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
import { type BuiltSite, buildLimitMs } from './site-fixture.ts';
import { type StaticServer, serveFolder } from './static-server.ts';

interface ServedSite {
  site: BuiltSite;
  server: StaticServer;
  browser: Browser;
}

/** A built site on a server, and the browser of the run, for the tests of a file; filled in before the first of them. */
export function serveSite(build: () => Promise<BuiltSite>): ServedSite {
  const served = {} as ServedSite;
  beforeAll(async () => {
    const [site, browser] = await Promise.all([build(), openBrowser()]);
    Object.assign(served, { site, browser, server: await serveFolder(site.folder) });
  }, buildLimitMs);
  afterAll(async () => {
    await served.browser.close();
    await served.server.close();
  });
  return served;
}
