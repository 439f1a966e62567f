import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, screens } from './browser.ts';
import { type BuiltSite, buildLimitMs, emptySite, sampleProgress } from './site-fixture.ts';
import { serveFolder } from './static-server.ts';

let browser: Browser;
let site: BuiltSite;
beforeAll(async () => {
  [site, browser] = await Promise.all([emptySite(), openBrowser()]);
}, buildLimitMs);
afterAll(() => browser.close());

const later = new Date(Date.now() + 3_600_000);

test.each([
  {
    label: 'newer figures of a service replace those of the build',
    answered: later,
    total: '1,76,816',
  },
  {
    label: 'older figures of a service change nothing',
    answered: new Date('2019-04-12T05:00:00Z'),
    total: null,
  },
])('$label', async ({ answered, total }) => {
  const server = await serveFolder(site.folder, {
    '/api/progress': JSON.stringify(sampleProgress(answered)),
    '/api/progress/days': '[]',
  });
  const page = await browser.newPage(screens.desktop);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${server.url}/progress/`, { waitUntil: 'networkidle' });
  if (total !== null) await page.locator('.total strong', { hasText: total }).waitFor();
  await expect.poll(() => page.locator('.total strong').count()).toBe(total === null ? 0 : 1);
  await expect.poll(() => page.locator('.sample-notice').count()).toBe(total === null ? 0 : 1);
  expect(errors).toEqual([]);
  await page.close();
  await server.close();
});

test('the slider shows what was known on a day, by its address too, and leads back to now', async () => {
  // Kept long before the pages were built.
  const early = { ...sampleProgress(new Date('2019-04-01T12:00:00Z')), today: '2019-04-01' };
  const server = await serveFolder(site.folder, {
    '/api/progress': JSON.stringify(sampleProgress(later)),
    '/api/progress/days': JSON.stringify(['2019-04-01', '2019-04-12']),
    '/api/progress/days/2019-04-01': JSON.stringify({
      ...early,
      progress: { ...early.progress, total: 140_000 },
    }),
  });
  const page = await browser.newPage(screens.phone);
  await page.goto(`${server.url}/progress/?day=2019-04-01`, { waitUntil: 'networkidle' });
  const total = (text: string) => page.locator('.total strong', { hasText: text }).waitFor();
  await total('1,40,000');
  const slider = page.getByRole('slider', { name: 'किस दिन जैसा ज्ञात था' });
  await page.locator('output', { hasText: '1 अप्रैल 2019' }).waitFor();
  await slider.press('ArrowRight');
  await total('1,76,816');
  expect(new URL(page.url()).search).toBe('');
  await slider.press('ArrowLeft');
  await total('1,40,000');
  expect(new URL(page.url()).search).toBe('?day=2019-04-01');
  await page.close();
  await server.close();
});

test('a period of all charts and the kind of map are chosen, and stand in the address', async () => {
  const server = await serveFolder(site.folder, {
    '/api/progress': JSON.stringify(sampleProgress(later)),
    '/api/progress/days': '[]',
  });
  const page = await browser.newPage(screens.phone);
  const days = page.locator('#days tbody tr');
  await page.goto(`${server.url}/progress/`, { waitUntil: 'networkidle' });
  await expect.poll(() => days.count()).toBe(15);
  await page.getByRole('radio', { name: 'प्रति थाना स्कैन करने वाले' }).check();
  const agra = page.locator('.map.scans [data-district=agra] .value');
  expect(await agra.textContent()).toBe('2.8');
  await page.getByRole('radio', { name: 'पिछले 7 दिन' }).check();
  await expect.poll(() => days.count()).toBe(6);
  expect(await agra.textContent()).toBe('2.6');
  expect(new URL(page.url()).search).toBe('?map=scans&period=week');
  await page.reload({ waitUntil: 'networkidle' });
  await expect.poll(() => days.count()).toBe(6);
  expect(await page.locator('.map.scans').isVisible()).toBe(true);
  await page.getByRole('radio', { name: 'पूरा अभियान' }).check();
  await expect.poll(() => days.count()).toBe(15);
  expect(new URL(page.url()).search).toBe('?map=scans');
  await page.close();
  await server.close();
});

test('the same figures built again bring no further script', async () => {
  const built = JSON.parse(readFileSync(join(site.folder, 'progress-data/progress.json'), 'utf8'));
  const answer = JSON.stringify({ ...built, generatedAt: later.toISOString() });
  const server = await serveFolder(site.folder, {
    '/api/progress': answer,
    '/api/progress/days': '[]',
  });
  const page = await browser.newPage(screens.desktop);
  const scripts: string[] = [];
  page.on(
    'request',
    (request) => request.resourceType() === 'script' && scripts.push(request.url()),
  );
  await page.goto(`${server.url}/progress/`, { waitUntil: 'networkidle' });
  expect(scripts.filter((url) => url.includes('draw-progress'))).toEqual([]);
  await page.close();
  await server.close();
});

test('the directions say honestly that nothing was entered, and follow the service; those on other apps are not public', async () => {
  const server = await serveFolder(site.folder, {
    '/api/progress': JSON.stringify(sampleProgress(later)),
  });
  const built = readFileSync(join(site.folder, 'campaign/index.html'), 'utf8');
  expect(built).toContain('किसी निर्देश पर कार्यवाही दर्ज नहीं है।');
  expect(built).toContain('कोई तिथि नहीं');
  expect(built).not.toContain('para-3');
  expect(built).not.toContain('नमूना');
  const page = await browser.newPage(screens.desktop);
  await page.goto(`${server.url}/en/campaign/`, { waitUntil: 'networkidle' });
  const films = page.locator('[data-standing=A]');
  await films.locator('.under-way').waitFor();
  await expect
    .poll(() => films.textContent())
    .toMatch(/^Under way · \d+ cinemas · \d+ shows Sample$/);
  await expect.poll(() => page.locator('[data-standing-note] .tag').count()).toBe(1);
  await page.close();
  await server.close();
});
