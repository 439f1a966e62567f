import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { axeFaults, widerParts } from './axe.ts';
import { screens } from './browser.ts';
import { serveSite } from './serve-site.ts';
import { emptySite } from './site-fixture.ts';

const text = '*थाना अजनर की ओर से*\n\nऐप यहाँ से पाएँ: https://uppolice.gov.in/Q17SN0N';
const pack = {
  card: { path: 'social/mahoba/ajnar/up-cop-mahoba-ajnar.png', bytes: 46_000 },
  zip: { path: 'social/mahoba/ajnar/up-cop-mahoba-ajnar.zip', bytes: 4_100_000 },
  film: { path: 'film/whatsapp-hi.mp4', bytes: 4_000_000 },
  text,
};

interface Shared {
  name: string;
  type: string;
  bytes: number;
  text: string;
}

const served = serveSite(emptySite);

/** The station's page on a phone whose sheet keeps what is shared; the service is played by the test. */
async function openStation(
  answer: { status: number; json: object },
  shares: boolean,
): Promise<Page> {
  const context = await served.browser.newContext({
    ...screens.phone,
    baseURL: served.server.url,
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
  await expect.poll(() => zip.getAttribute('href')).toBe(`/files/${pack.zip.path}`);
  expect(await page.getByRole('link', { name: '19 सेकंड की फ़िल्म 4.0 MB' }).isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'शेयर करें' }).isVisible()).toBe(false);
  await page.context().close();
});

test('who comes when too many wait is told to come again', async () => {
  const page = await openStation({ status: 429, json: { error: 'too-many-files' } }, true);
  await page.getByRole('link', { name: 'व्हाट्सऐप पैक' }).click();
  await expect.poll(() => page.getByText('आधे मिनट बाद फिर दबाएँ').count()).toBe(1);
  await page.context().close();
});

/** The form that says a name is wrong, filled in by keyboard; the service answers with one status after another. */
async function reportName(path: string, name: string, statuses: number[]) {
  const context = await served.browser.newContext({ ...screens.phone, baseURL: served.server.url });
  const sent: { body: unknown; cookie: string | undefined }[] = [];
  await context.addCookies([{ name: 'session', value: 'secret', url: served.server.url }]);
  await context.route('**/api/public/name-reports', async (route) => {
    const { cookie } = await route.request().allHeaders();
    sent.push({ body: route.request().postDataJSON(), cookie });
    const status = statuses.shift();
    await (status === undefined ? route.abort() : route.fulfill({ status }));
  });
  const page = await context.newPage();
  await page.goto(path);
  await page.locator('report-form summary').press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  return { page, sent };
}

test('who knows the right name sends it without an account, by keyboard alone, and is thanked', async () => {
  const { page, sent } = await reportName('/print/mahoba/ajnar/', ' अजनर कोतवाली ', [204]);
  await page.getByRole('status').filter({ hasText: 'धन्यवाद' }).waitFor();
  expect(await page.locator('report-form form').count()).toBe(0);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.className))
    .toContain('thanks');
  expect(sent).toEqual([
    {
      body: { district: 'mahoba', station: 'ajnar', name: 'अजनर कोतवाली', remark: '' },
      cookie: undefined,
    },
  ]);
  await page.context().close();
});

test('what went wrong is said in words, and what was written stays to be sent again', async () => {
  const { page, sent } = await reportName('/en/print/mahoba/ajnar/', '', [429, 404]);
  const fault = page.locator('report-form').getByRole('alert');
  await fault.filter({ hasText: 'Write the right name' }).waitFor();
  expect(sent).toEqual([]);
  const name = page.getByLabel('Right name of the police station');
  await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true');
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await widerParts(page)).toEqual([]);
  await name.fill('Kotwali Ajnar');
  const send = page.getByRole('button', { name: 'Send', exact: true });
  for (const words of ['in an hour', 'no longer in the list', 'Check the network']) {
    await send.click();
    await fault.filter({ hasText: words }).waitFor();
    await expect.poll(() => name.inputValue()).toBe('Kotwali Ajnar');
  }
  expect(sent).toHaveLength(3);
  await page.context().close();
});
