import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { readDownload, screens } from './browser.ts';
import { expectInView } from './in-view.ts';
import { serveSite } from './serve-site.ts';
import { fullSite } from './site-fixture.ts';

const served = serveSite(fullSite);

const contexts = new Map<BrowserContextOptions, Promise<BrowserContext>>();

/** Opens a page on a device, which keeps what it loaded for the next one, and fails when the page reports an error. */
async function visit(
  path: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const opened =
    contexts.get(options) ?? served.browser.newContext({ ...options, baseURL: served.server.url });
  contexts.set(options, opened);
  const errors: string[] = [];
  const page = await (await opened).newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(path);
  await use(page);
  await page.close();
  expect(errors).toEqual([]);
}

/** Each screen, and each way of a page with its scripts and without them. */
const devices = (['phone', 'desktop'] as const).map((screen) => {
  const javaScriptEnabled = screen === 'desktop';
  return { screen, javaScriptEnabled, options: { ...screens[screen], javaScriptEnabled } };
});

describe.each(devices)(
  'on a $screen, JavaScript: $javaScriptEnabled',
  ({ options, javaScriptEnabled }) => {
    test('a PRO saves the board of a station from the front page in four taps', async () => {
      await visit('/', options, async (page) => {
        let taps = 0;
        const tap = async (name: RegExp | string) => {
          taps += 1;
          await page.getByRole('link', { name }).first().click();
        };
        await tap('बोर्ड और पम्पलेट');
        await page.getByRole('heading', { name: 'सूची से चुनें' }).waitFor();
        taps += 1;
        await page.locator('.zones').getByRole('link', { name: 'महोबा', exact: true }).click();
        await tap('थाना अजनर');
        taps += 1;
        const saving = page.waitForEvent('download');
        await page.getByRole('link', { name: /बोर्ड PDF डाउनलोड करें/ }).click();
        const saved = await readDownload(await saving);
        const file = served.site.manifest.files.find(
          ({ path }) => path === 'mahoba/ajnar/mahoba-ajnar-board.pdf',
        );
        expect(createHash('sha256').update(saved).digest('hex')).toBe(file?.sha256);
        expect(taps).toBeLessThanOrEqual(4);
      });
    });

    test('a citizen gets from a scanned code to the store', async () => {
      await visit('/get/?c=032L0J', options, async (page) => {
        const play = page.getByRole('link', { name: /Google Play/ });
        if (javaScriptEnabled) {
          await page.getByText('थाना हरिपर्वत, जनपद आगरा').waitFor();
          await expect.poll(() => play.getAttribute('href')).toContain('utm_source%3Dboard');
          await expect.poll(() => play.getAttribute('href')).toContain('utm_campaign%3D032L0J');
        }
        await expect
          .poll(() => play.getAttribute('href'))
          .toMatch(
            /^https:\/\/play\.google\.com\/store\/apps\/details\?id=uttarpradesh\.citizen\.app&referrer=/,
          );
      });
    });
  },
);

describe('with JavaScript', () => {
  test('who was on the search page once finds a station without any network', async () => {
    const context = await served.browser.newContext({
      ...screens.phone,
      baseURL: served.server.url,
    });
    const page = await context.newPage();
    await page.goto('/search/');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
    const scopes = await page.evaluate(async () =>
      (await navigator.serviceWorker.getRegistrations()).map(
        ({ scope }) => new URL(scope).pathname,
      ),
    );
    expect(scopes).toEqual(['/search/']);
    await context.setOffline(true);
    await page.goto('/search/?q=ajnar');
    await page.locator('search-box ol strong', { hasText: 'अजनर' }).first().waitFor();
    await page.locator('search-box [role=status]', { hasText: 'नेटवर्क नहीं है' }).waitFor();
    await context.close();
  });

  test('the league is sorted and filtered, and the address keeps it', async () => {
    await visit('/progress/', screens.phone, async (page) => {
      const rows = page.locator('.districts tr:not([hidden])');
      await expect.poll(() => rows.count()).toBe(75);
      await page.getByRole('button', { name: 'स्कैन', exact: true }).click();
      await page.getByLabel('जनपद या जोन').fill('Lucknow');
      await page.getByText('75 जनपदों में से 11').waitFor();
      await page.reload();
      await page.getByText('75 जनपदों में से 11').waitFor();
      const scans = await rows.evaluateAll((all) =>
        all.map((row) => Number((row as HTMLTableRowElement).cells[6]?.dataset['value'])),
      );
      expect(scans).toEqual([...scans].sort((a, b) => b - a));
      // Heads are over their figures.
      const right = (selector: string) =>
        page.locator(selector).evaluate((cell) => Math.round(cell.getBoundingClientRect().right));
      for (const column of [2, 3, 4, 7])
        expect(await right(`.league thead th:nth-child(${column})`)).toBe(
          await right(`.league .state > :nth-child(${column})`),
        );
    });
  });

  test('on a phone the whole map is in view, and the own district’s figures below it', async () => {
    await visit('/progress/', screens.phone, async (page) => {
      const { width } = screens.phone.viewport;
      const tiles = await page
        .locator('.map.boards a')
        .evaluateAll((all) =>
          all
            .map((tile) => tile.getBoundingClientRect())
            .map(({ left, right }) => ({ left, right })),
        );
      expect(tiles).toHaveLength(75);
      expect(tiles.filter(({ left, right }) => left < 0 || right > width)).toEqual([]);
      expect(Math.min(...tiles.map(({ left, right }) => right - left))).toBeGreaterThan(22);

      const mine = page.locator('my-districts');
      const names = mine.locator('thead a');
      await mine.getByRole('combobox', { name: 'मेरा जनपद' }).selectOption('वाराणसी');
      await page.locator('.map.boards [data-district=agra]').click();
      await expect.poll(() => names.allTextContents()).toEqual(['वाराणसी', 'आगरा']);
      await expectInView(mine.locator('thead'));
      expect(new URL(page.url()).search).toBe('?district=varanasi,agra');
      const league = (id: string) =>
        page.locator(`.league [data-district=${id}] td`).allTextContents();
      const column = (at: number) => mine.locator(`tbody td:nth-child(${at})`).allTextContents();
      expect(await column(2)).toEqual(await league('varanasi'));
      expect(await column(3)).toEqual(await league('agra'));

      // The fifth takes the place of the fourth; sent to somebody and opened, the choice is the same.
      for (const id of ['meerut', 'jhansi', 'gonda'])
        await mine.getByRole('combobox').selectOption(id);
      await page.reload();
      const four = ['वाराणसी', 'आगरा', 'मेरठ', 'गोण्डा'];
      await expect.poll(() => names.allTextContents()).toHaveLength(four.length);
      expect((await names.allTextContents()).slice(0, 3)).toEqual(four.slice(0, 3));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
      await mine.getByRole('button', { name: 'हटाएँ: वाराणसी' }).click();
      // Remembered, where the address names none.
      await page.goto('/progress/');
      await expect.poll(() => names.first().textContent()).toBe('आगरा');
      for (const _ of [1, 2]) await mine.getByRole('button', { name: /^हटाएँ/ }).first().click();
      // One alone is sent as its own page.
      await page.evaluate(() => {
        navigator.share = async ({ url } = {}) =>
          document.body.setAttribute('data-sent', url ?? '');
      });
      await mine.getByRole('button', { name: 'यही चुनाव किसी को भेजें' }).click();
      const sent = await page.locator('body').getAttribute('data-sent');
      expect(new URL(sent ?? '').pathname).toBe('/progress/gonda/');
      await mine.getByRole('button', { name: /^हटाएँ/ }).click();
      expect(await mine.locator('table').isVisible()).toBe(false);
    });
  });

  test('a phone that tells its place gets the nearest district, and its place goes nowhere', async () => {
    const context = await served.browser.newContext({
      ...screens.phone,
      baseURL: served.server.url,
      permissions: ['geolocation'],
      geolocation: { latitude: 25.32, longitude: 82.98 },
    });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/progress/');
    await page.getByRole('button', { name: 'मेरे पास का जनपद' }).click();
    await page.locator('my-districts thead a', { hasText: 'वाराणसी' }).waitFor();
    expect(asked.filter((url) => /25\.32|82\.98/.test(url))).toEqual([]);
    await context.close();
  });

  test('a district’s tile on a phone is wide enough for a finger', async () => {
    await visit('/print/', screens.phone, async (page) => {
      const tiles = await page
        .locator('.tile-map .tile')
        .evaluateAll((all) => all.map((tile) => tile.getBoundingClientRect().width));
      expect(tiles).toHaveLength(75);
      expect(Math.min(...tiles)).toBeGreaterThanOrEqual(44);
    });
  });

  test('the search goes on without network once it has begun', async () => {
    await visit('/print/', { ...screens.desktop }, async (page) => {
      await page.getByRole('searchbox').fill('agra');
      await page.locator('search-box ol a').first().waitFor();
      await page.context().setOffline(true);
      await page.getByRole('searchbox').fill('mahoba');
      await page.locator('search-box ol strong', { hasText: 'महोबा' }).first().waitFor();
    });
  });

  test('the search is used by keyboard alone', async () => {
    await visit('/search/', screens.phone, async (page) => {
      await page.getByRole('searchbox').focus();
      await page.keyboard.type('ajnar');
      await page.locator('search-box ol a').first().waitFor();
      // Room for results above a phone's keyboard.
      expect((await page.getByRole('searchbox').boundingBox())?.y).toBeLessThan(200);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/print/mahoba/ajnar/');
    });
  });

  test('the chosen boards come as one ZIP with the bytes of the manifest', async () => {
    await visit('/print/mahoba/', screens.desktop, async (page) => {
      await page.getByRole('checkbox', { name: 'थाना अजनर चुनें' }).check();
      await page.getByRole('button', { name: 'सभी चुनें' }).click();
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: 'चुनी हुई फ़ाइलें डाउनलोड करें' }).click();
      const zip = unzipSync(await readDownload(await saving));
      const boards = served.site.manifest.files.filter(
        ({ district, artwork, format }) =>
          district === 'mahoba' && artwork === 'board' && format === 'pdf',
      );
      expect(Object.keys(zip)).toHaveLength(boards.length);
      for (const { station, sha256 } of boards) {
        const saved = zip[`mahoba-${station}-board-press.pdf`] ?? new Uint8Array();
        expect(createHash('sha256').update(saved).digest('hex')).toBe(sha256);
      }
    });
  });

  test('the board opens large, grows, and closes with Escape', async () => {
    await visit('/print/mahoba/ajnar/', screens.phone, async (page) => {
      await page.getByRole('link', { name: /बड़ा करके देखें/ }).click();
      const picture = page.locator('dialog img');
      const before = (await picture.boundingBox())?.width ?? 0;
      await page.getByRole('button', { name: 'बड़ा करें' }).click();
      expect((await picture.boundingBox())?.width).toBeGreaterThan(before * 1.3);
      await page.keyboard.press('Escape');
      expect(await picture.isVisible()).toBe(false);
    });
  });

  test('nothing moves on the page behind a code when its place, its store and its letters come late', async () => {
    const context = await served.browser.newContext({
      ...screens.phone,
      baseURL: served.server.url,
    });
    const page = await context.newPage();
    // This machine's own letters are wider than any phone's: a late font would move all of the page.
    const letters = page.waitForResponse(/devanagari.*\.woff2/);
    await page.route(/\.js$|\.woff2$|\/codes\//, async (route) => {
      await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0);
      await route.continue();
    });
    await page.goto('/get/?c=032L0J');
    await page.getByText('थाना हरिपर्वत, जनपद आगरा').waitFor();
    await expect.poll(() => page.locator('a[data-store]').count()).toBe(2);
    await (await letters).finished();
    await page.evaluate(() => document.fonts.ready);
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const observer = new PerformanceObserver((list) => resolve(sumShifts(list.getEntries())));
          const sumShifts = (entries: PerformanceEntryList) =>
            entries.reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0);
          observer.observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
        }),
    );
    expect(moved).toBeLessThan(0.05);
    await context.close();
  });

  test('the map changes from boards to scans', async () => {
    await visit('/progress/', screens.desktop, async (page) => {
      await page.getByRole('radio', { name: 'प्रति थाना स्कैन' }).check();
      expect(await page.locator('.map.scans').isVisible()).toBe(true);
      expect(await page.locator('.map.boards').isVisible()).toBe(false);
    });
  });
});
