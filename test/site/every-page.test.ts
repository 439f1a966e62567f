import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { screens } from './browser.ts';
import { everyPage, everyTranslation } from './every-page.ts';
import { expectReflow } from './reflow.ts';
import { serveSite } from './serve-site.ts';
import { fullSite } from './site-fixture.ts';

const served = serveSite(fullSite);
/** A phone that goes from page to page. */
let visitor: Page;
beforeAll(async () => {
  visitor = await served.browser.newPage({ ...screens.phone, baseURL: served.server.url });
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
