import type { BrowserContextOptions, Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { screens } from './browser.ts';
import { expectInView } from './in-view.ts';
import { expectReflow } from './reflow.ts';
import { serveSite } from './serve-site.ts';
import { fullSite } from './site-fixture.ts';

/** Those that most people open; all pages are tried by `every-page.test.ts`. */
const layouts = ['/', '/get/?c=032L0J', '/print/mahoba/ajnar/', '/progress/'];

const served = serveSite(fullSite);
/** A phone that goes from page to page. */
let visitor: Page;
beforeAll(async () => {
  visitor = await served.browser.newPage({ ...screens.phone, baseURL: served.server.url });
});

async function open(path: string, options: BrowserContextOptions): Promise<Page> {
  const context = await served.browser.newContext({ ...options, baseURL: served.server.url });
  const page = await context.newPage();
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

async function visit(path: string): Promise<void> {
  await visitor.setViewportSize(screens.phone.viewport);
  await visitor.goto(path);
  await visitor.evaluate(() => document.fonts.ready);
}

test.each([screens.phone, screens.desktop])(
  'a station’s board is downloaded from the first screen: $viewport.width px',
  async (screen) => {
    const page = await open('/print/mahoba/ajnar/', screen);
    await expectInView(page.locator('.take .button.call'));
    await page.context().close();
  },
);

test.each(layouts)(
  '%s has no fault that axe can find, and needs no sideways scrolling',
  async (path) => {
    await visit(path);
    expect(await axeFaults(visitor, { contrast: true })).toEqual([]);
    await expectReflow(visitor);
  },
);

test('the first stop of the keyboard leads past the header', async () => {
  const page = await open('/print/', screens.desktop);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.keyboard.press('Tab');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('q');
  await page.context().close();
});

test('whatever the keyboard reaches shows that it is reached', async () => {
  const page = await open('/print/mahoba/', screens.desktop);
  for (let stop = 0; stop < 25; stop += 1) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(
        document.activeElement ?? document.body,
      );
      return `${outlineStyle} ${outlineWidth}`;
    });
    expect(outline).toBe('solid 3px');
  }
  await page.context().close();
});

test('nothing moves for those who asked for less motion', async () => {
  const page = await open('/', { ...screens.desktop, reducedMotion: 'reduce' });
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        return (
          animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth'
        );
      }).length,
  );
  expect(moving).toBe(0);
  await page.context().close();
});

test('on paper the menus are gone and the words stay', async () => {
  const page = await open('/campaign/', screens.desktop);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('header nav').isVisible()).toBe(false);
  expect(await page.locator('blockquote').first().isVisible()).toBe(true);
  await page.context().close();
});
