import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { openBrowser, screens } from './browser.ts';
import { everyPage, everyTranslation } from './every-page.ts';
import { expectReflow } from './reflow.ts';
import { buildLimitMs, fullSite } from './site-fixture.ts';
import { type StaticServer, serveFolder } from './static-server.ts';

let browser: Browser;
let server: StaticServer;
/** A phone that goes from page to page. */
let visitor: Page;
beforeAll(async () => {
  const [site, opened] = await Promise.all([fullSite(), openBrowser()]);
  browser = opened;
  server = await serveFolder(site.folder);
  visitor = await browser.newPage({ ...screens.phone, baseURL: server.url });
}, buildLimitMs);
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function visit(path: string): Promise<void> {
  await visitor.setViewportSize(screens.phone.viewport);
  await visitor.goto(path);
  await visitor.evaluate(() => document.fonts.ready);
}

test.each(everyPage)(
  '%s has no fault that axe can find, and needs no sideways scrolling',
  async (path) => {
    await visit(path);
    expect(await axeFaults(visitor, { contrast: true })).toEqual([]);
    await expectReflow(visitor);
  },
);

test.each(everyTranslation)('%s needs no sideways scrolling in its language', async (path) => {
  await visit(path);
  await expectReflow(visitor);
});
