import type { BrowserContext, Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { loadSample } from '../../../../messaging/front/sample/sample-data.ts';
import { axeFaults, expectSound, widerParts } from '../../axe.ts';
import { readReport } from '../../forms/read-report.ts';
import { setUpConsole } from '../console-suite.ts';
import { settled } from '../settled.ts';

const portal = setUpConsole();
let pro: BrowserContext;
let hq: BrowserContext;
/** A blast of the sample that has run. */
let id: number;
let draft: number;
let series: number;
beforeAll(async () => {
  const { database } = portal.service;
  await loadSample(database, { directory: loadDirectory(), campaign: loadCampaign('up-cop') });
  [pro, hq] = await Promise.all([portal.openDevice(['pro-dgp']), portal.openDevice(['hq'])]);
  const finished = await database.pool.query<{ id: number }>(
    `SELECT min(id) AS id FROM blast WHERE status = 'finished' AND channel = 'sms'`,
  );
  id = finished.rows[0]?.id ?? 0;
  await enterUnlike();
  draft = await makeDraft({});
  const repeat = { rhythm: 'weekly', times: 3, until: null, days: [], texts: [] };
  const unlikeReason = 'व्यापार मंडल के साथ त्योहार की सुरक्षा बैठक के निर्णय पर, 12.04.2019';
  series = await makeDraft({ startsAt: '2019-05-07T04:30:00.000Z', repeat, unlikeReason });
  expect((await post(pro, `/api/blasts/${series}/submit`)).status()).toBe(200);
});

const post = (by: BrowserContext, path: string, data: object = {}) =>
  by.request.post(path, { headers: { origin: portal.service.url }, data });

/** A template that is unlike known notices: what is said of it stands on each view. */
async function enterUnlike(): Promise<void> {
  const details = {
    ...{ kind: 'template', name: 'unlike-hi', templateId: '1107160000000000001', header: 'UPPOLC' },
    ...{ category: 'government', language: 'hi', links: [] },
    text: 'इस धनतेरस बर्तनों पर बनवाई शून्य। {#url#} उत्तर प्रदेश पुलिस',
  };
  const word = { details, state: 'approved', since: '2019-04-01' };
  expect((await post(pro, '/api/registrations', word)).status()).toBe(204);
  const [{ id }] = await (await hq.request.get('/api/registrations')).json();
  expect((await post(hq, `/api/registrations/${id}/confirm`)).status()).toBe(204);
}

/** To the first list of the sample. @returns its id */
async function makeDraft(change: object): Promise<number> {
  const answer = await post(pro, '/api/blasts', {
    name: 'जागरूकता दिवस (नमूना)',
    channel: 'sms',
    templates: { hi: 'unlike-hi' },
    gateway: 'emulator',
    audienceId: 1,
    ...change,
  });
  return (await answer.json()).blast.id;
}

/** Opens a page, uses it, and fails when it reports a fault. */
async function visit(path: string, use: (page: Page) => Promise<void>): Promise<void> {
  const page = await hq.newPage();
  await page.goto(path);
  await settled(page);
  await use(page);
  await page.close();
}

test('the map of a blast to several districts has its legend beside it, and fits 360 px', async () => {
  await visit(`/console/blasts/?id=${id}`, async (page) => {
    const swatch = page.locator('.district-map .swatch').first();
    await swatch.waitFor();
    expect(await swatch.boundingBox()).toMatchObject({ width: 24, height: 16 });
    expect(await widerParts(page)).toEqual([]);
  });
});

test('a gateway’s report that was read has no fault that axe can find, and fits 360 px', async () => {
  await visit('/console/blasts/', async (page) => {
    // The emulator sends its receipts by itself, so the answers are changed on their way to the page.
    await page.route(`**/api/blasts/${id}`, async (route) => {
      const detail = await (await route.fetch()).json();
      await route.fulfill({ json: { ...detail, receiptsByFile: true } });
    });
    await page.route('**/receipt-files', (route) =>
      route.fulfill({ json: { files: [readReport] } }),
    );
    await page.goto(`/console/blasts/?id=${id}`);
    await page.locator('.receipt-files').getByText('पंक्ति 7').waitFor();
    await expectSound(page);
  });
});

test('what is asked of a text stands right below it in the decision, with its drafter’s reason', async () => {
  await visit(`/console/blasts/?id=${series}&check=1`, async (page) => {
    const decision = page.locator('.check-answers');
    const reason = decision.getByText(/व्यापार मंडल/);
    await reason.waitFor();
    const top = async (place: typeof reason) => (await place.boundingBox())?.y ?? 0;
    expect(await top(reason)).toBeLessThan(await top(decision.locator('> .facts')));
  });
});

/** What axe looks for does not change with the language; the width does. */
const tongues = [
  ['/', '', axeFaults],
  ['/en/', '/en', async () => []],
] as const;

describe.each(tongues)('in the language of %s', (_, root, faults) => {
  test.each([
    ['the list', () => '/console/blasts/'],
    ['a blast', () => `/console/blasts/?id=${id}`],
    ['the approver’s view', () => `/console/blasts/?id=${series}`],
    ['the decision', () => `/console/blasts/?id=${series}&check=1`],
    ['one list', () => '/console/audiences/?id=1'],
  ])('%s has no fault that axe can find, and fits 360 px', async (_name, path) => {
    await visit(`${root}${path()}`, async (page) => {
      await page.locator('.blast, .blast-rows, .check-answers').first().waitFor();
      expect(await faults(page)).toEqual([]);
      expect(await widerParts(page)).toEqual([]);
    });
  });

  test('every row of a draft has no fault that axe can find, and fits 360 px', async () => {
    const page = await pro.newPage();
    for (const row of ['text', 'list', 'hours', 'cap', 'cost']) {
      await page.goto(`${root}/console/blasts/?id=${draft}&row=${row}`);
      await page.locator('.sheet-body :is(.field, .facts, .choices)').first().waitFor();
      await page.locator('.message-phone').first().waitFor();
      expect([row, await faults(page)]).toEqual([row, []]);
      expect([row, await widerParts(page)]).toEqual([row, []]);
    }
    await page.goto(`${root}/console/blasts/?new=1`);
    await page.locator('.missing').waitFor();
    expect(await faults(page)).toEqual([]);
    // Not every fault is one here: its picture was not made.
    await page.goto(`${root}/console/blasts/?new=1&row=text`);
    await page.getByRole('radio', { name: /WhatsApp/ }).check();
    await page.locator('.phone-preview.whatsapp').waitFor();
    expect(['whatsapp', await faults(page)]).toEqual(['whatsapp', []]);
    expect(['whatsapp', await widerParts(page)]).toEqual(['whatsapp', []]);
    await page.close();
  });
});
