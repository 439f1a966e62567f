import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, screens } from './browser.ts';
import { buildLimitMs, emptySite } from './site-fixture.ts';
import { type StaticServer, serveFolder } from './static-server.ts';

const text = '*थाना अजनर की ओर से*\n\nऐप यहाँ से पाएँ: https://uppolice.gov.in/Q17SN0N';
const pack = {
  card: { path: 'social/mahoba/ajnar/up-cop-mahoba-ajnar.png', bytes: 46_000 },
  zip: { path: 'social/mahoba/ajnar/up-cop-mahoba-ajnar.zip', bytes: 4_100_000 },
  film: { path: 'film/whatsapp-hi.mp4', bytes: 4_000_000 },
  text,
};

type Shared = { name: string; type: string; bytes: number; text: string };

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  const [site, opened] = await Promise.all([emptySite(), openBrowser()]);
  browser = opened;
  server = await serveFolder(site.folder);
}, buildLimitMs);
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** The station's page on a phone whose sheet keeps what is shared; the service is played by the test. */
async function openStation(
  answer: { status: number; json: object },
  shares: boolean,
): Promise<Page> {
  const context = await browser.newContext({
    ...screens.phone,
    baseURL: server.url,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await context.route('**/api/station-pack?*', (route) => route.fulfill(answer));
  await context.route('**/files/**', (route) =>
    route.fulfill({ contentType: 'image/png', body: Buffer.alloc(46_000) }),
  );
  await context.addInitScript((canShare) => {
    navigator.canShare = (data) => canShare && (data?.files?.length ?? 0) > 0;
    navigator.share = async (data) => {
      const file = data?.files?.[0];
      const shared = { name: file?.name, type: file?.type, bytes: file?.size, text: data?.text };
      Object.assign(window, { shared });
    };
  }, shares);
  const page = await context.newPage();
  await page.goto('/print/mahoba/ajnar/');
  return page;
}

test('an admin shares picture and text with the group in two taps, and the text is copied', async () => {
  const page = await openStation({ status: 200, json: pack }, true);
  await page.getByRole('link', { name: 'व्हाट्सऐप पैक' }).click();
  await page.getByRole('button', { name: 'शेयर करें' }).click();
  await page.getByText('संदेश कॉपी हो गया है').waitFor();
  const shared = await page.evaluate(() => (window as unknown as { shared: Shared }).shared);
  expect(shared).toEqual({
    name: 'up-cop-mahoba-ajnar.png',
    type: 'image/png',
    bytes: 46_000,
    text,
  });
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  await page.context().close();
});

test('a browser that shares no files offers the ZIP and the film with their sizes', async () => {
  const page = await openStation({ status: 200, json: pack }, false);
  await page.getByRole('link', { name: 'व्हाट्सऐप पैक' }).click();
  const zip = page.getByRole('link', { name: 'पूरा पैक (ZIP) 4.1 MB' });
  await zip.waitFor();
  expect(await zip.getAttribute('href')).toBe(`/files/${pack.zip.path}`);
  expect(await page.getByRole('link', { name: '20 सेकंड की फिल्म 4.0 MB' }).isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'शेयर करें' }).isVisible()).toBe(false);
  await page.context().close();
});

test('who comes when too many wait is told to come again', async () => {
  const page = await openStation({ status: 503, json: { error: 'kit-under-way' } }, true);
  await page.getByRole('link', { name: 'व्हाट्सऐप पैक' }).click();
  await page.getByText('आधे मिनट बाद फिर दबाएँ').waitFor();
  await page.context().close();
});
