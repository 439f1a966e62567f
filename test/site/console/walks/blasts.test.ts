import type { BrowserContext, Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../../../messaging/phone/gateways/emulator.ts';
import { expectSound, widerParts } from '../../axe.ts';
import { screens } from '../../browser.ts';
import { expectInView } from '../../in-view.ts';
import { startConsole } from '../console-fixture.ts';
import { setUpConsole } from '../console-suite.ts';
import { settled } from '../settled.ts';

/** Good numbers, and some to which the emulator answers with an error code: at once for 2…, by receipt for 3…. */
const good = Array.from({ length: 1500 }, (_, index) => `98${index * 37 + 10_000_000}`);
const bad = ['9999921211', '9999930003', '9999930005', '9999930999'];
const ownNumber = '9876543210';

let emulator: Emulator;
let pro: BrowserContext;
let hq: BrowserContext;
/** The blast that goes the whole way. */
let id: string;
const portal = setUpConsole(async () => {
  emulator = await startEmulator({
    port: 0,
    accountSid: `AC${'0'.repeat(32)}`,
    authToken: 'training-token',
  });
  const settings = { EMULATOR_URL: emulator.url, EMULATOR_TOKEN: 'training-token' };
  const service = await startConsole(settings);
  const close = () => service.close().then(() => emulator.close());
  return { ...service, close };
});
beforeAll(async () => {
  [pro, hq] = [await portal.openDevice(['pro-dgp']), await portal.openDevice(['hq'])];
});

/** Opens a page, uses it, and fails when it reports a fault. */
async function visit(
  context: BrowserContext,
  path: string,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(path);
  await settled(page);
  await use(page);
  await page.close();
}

async function ask<T>(context: BrowserContext, method: string, path: string, data: object = {}) {
  const answer = await context.request.fetch(path, {
    method,
    headers: { origin: portal.service.url },
    ...(method === 'GET' ? {} : { data }),
  });
  return { status: answer.status(), body: (await answer.json()) as T };
}

interface Drafted {
  blast: { shortCode: string | null };
}

/** A figure among the parts of a blast, by its name. */
async function part(page: Page, name: string): Promise<number> {
  const entry = page.locator('.live .blast-parts > div', { hasText: name });
  const text = (await entry.locator('dd').textContent()) ?? '';
  // The share is behind the figure in an element of its own.
  const share = (await entry.locator('small').textContent()) ?? '';
  return Number(text.slice(0, text.length - share.length).replaceAll(',', ''));
}

/** Opens a row of a draft; its beginning stands where the eye is. */
async function openRow(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `${name}: बदलें` }).click();
  await expectInView(page.getByRole('heading', { name, level: 3 }));
}

const row = (page: Page, name: string) => page.locator('.sheet-row', { hasText: name });
const done = (page: Page) => page.getByRole('button', { name: 'ठीक है' }).click();
const kept = (page: Page) => page.getByText('प्रारूप सहेजा हुआ है').waitFor();

test('the PRO to DGP drafts on one page, uploads a list in place, tests on the own number, and submits', async () => {
  await visit(pro, '/console/blasts/', async (page) => {
    await page.getByText('संदेश किसी के फ़ोन पर नहीं जाते').waitFor();
    await page.getByRole('link', { name: 'नया प्रसारण तैयार करें' }).click();
    const submit = page.getByRole('button', { name: 'स्वीकृति के लिए भेजें' });

    // What is to be chosen first is open; the text is chosen, and is on the phone already.
    const file = page.getByLabel('सूची की फ़ाइल');
    await file.waitFor();
    await expectInView(submit);
    await page.locator('.bubble', { hasText: 'UP COP' }).waitFor();
    await page.getByText('शेष चुनते ही सहेजा जाएगा').waitFor();
    await page.getByRole('button', { name: 'सूची चुनें या नई अपलोड करें' }).waitFor();
    await file.setInputFiles({
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `mobile,district\n${[...good, ...bad].join(',lucknow\n')},lucknow\n12,\n`,
      ),
    });
    await page.getByLabel('सूची का नाम').fill('आवेदक, लखनऊ (नमूना)');
    await page.getByLabel('सूची कहाँ से मिली').fill('पत्रांक 114, 10.04.2019');
    await page.getByLabel('सहमति का आधार').selectOption('public-duty');
    await page.getByRole('button', { name: 'सूची अपलोड करें' }).click();
    // Kept by itself, and counted before anything is tried: rows, taken, and who gets it.
    await page.getByText('1,504 नंबरों को जाएगा · अनुमानित व्यय ₹451.20').waitFor();
    const counts = page.getByRole('table', { name: 'सूची से भेजने तक' });
    for (const name of [
      'फ़ाइल की पंक्तियाँ 1,505',
      'नंबर सही नहीं −1',
      'सूची में लिए गए 1,504',
      'भेजे जाएँगे 1,504',
    ]) {
      await counts.getByRole('row', { name }).waitFor();
    }
    await kept(page);
    id = new URL(page.url()).searchParams.get('id') ?? '';
    expect(Number(id)).toBeGreaterThan(0);
    await done(page);

    await openRow(page, 'पाठ');
    const name = page.getByLabel('प्रसारण का नाम');
    await expect.poll(() => name.inputValue()).toBe('ऐप का सामान्य प्रचार, 12 अप्रैल 2019');
    await name.fill('');
    await done(page);
    const missing = page.locator('.sheet-body').getByText('प्रसारण का नाम लिखें');
    await missing.waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')))
      .toBe('true');
    await expectInView(name);
    await page.keyboard.type('UP COP का परिचय (नमूना)');
    expect(await missing.count()).toBe(0);
    await done(page);
    await kept(page);
    await page.getByRole('heading', { name: 'UP COP का परिचय (नमूना)', level: 2 }).waitFor();

    await page.getByText('पहले अपने फ़ोन पर देखें').click();
    await page.getByLabel('आपका मोबाइल नंबर').fill(ownNumber);
    await page.keyboard.press('Enter');
    const code = await page.locator('.own-number .phone-number').textContent();
    await page.getByLabel('SMS में आया कोड').fill(code ?? '');
    await page.keyboard.press('Enter');
    await page.getByText('आपका सत्यापित नंबर:').waitFor();
    await page.getByRole('button', { name: 'परीक्षण SMS भेजें' }).click();
    await page.getByText('एमुलेटर ने ले लिया।').waitFor();
    await page.getByText('अब तक के परीक्षण').waitFor();
    await expect.poll(() => widerParts(page)).toEqual([]);

    await openRow(page, 'व्यय');
    const ceiling = page.getByLabel('व्यय की सीमा');
    await ceiling.fill('पाँच सौ');
    await submit.click();
    await page.locator('.sheet-body').getByText('रुपयों में राशि लिखें').waitFor();
    await expectInView(ceiling);
    await ceiling.fill('५००');
    await openRow(page, 'समय');
    await page.getByLabel('से', { exact: true }).selectOption('00:00');
    await page.getByLabel('तक', { exact: true }).selectOption('24:00');
    await page.getByLabel('पहले कितनों पर परखें').fill('0');
    // Each opened row has its place in the browser's history; nothing typed is lost on the way.
    await page.goBack();
    await expect.poll(() => ceiling.inputValue()).toBe('500');
    await page.goForward();
    await expect.poll(() => page.getByLabel('पहले कितनों पर परखें').inputValue()).toBe('0');
    await kept(page);
    await page.reload();
    await settled(page);
    await expect.poll(() => page.getByLabel('पहले कितनों पर परखें').inputValue()).toBe('0');
    await done(page);
    await row(page, 'व्यय').getByText('अनुमानित व्यय ₹451.20 · सीमा ₹500').waitFor();
    await row(page, 'समय').getByText('दिन-रात').waitFor();
    await expectInView(submit);
    await submit.click();
    await page.getByText('स्वीकृति की प्रतीक्षा').first().waitFor();
  });
});

test('a new blast takes a list and one button; who is left out is told by rule before anything is tried', async () => {
  await visit(pro, '/console/blasts/', async (page) => {
    await page.getByRole('link', { name: 'नया प्रसारण तैयार करें' }).click();
    const list = page.getByLabel('नंबरों की सूची');
    await expectInView(list);
    await list.selectOption({ label: 'आवेदक, लखनऊ (नमूना): 1,504 नंबर' });
    await page.getByText('1,504 नंबरों को जाएगा').first().waitFor();
    const counted = page.locator('.how-many');
    await counted.scrollIntoViewIfNeeded();
    await expectInView(counted);

    // Fields that a thumb can hit, also for the cap.
    await openRow(page, 'संदेश-सीमा');
    for (const label of ['कितने संदेश', 'कितने दिन में']) {
      const box = await page.getByLabel(label).boundingBox();
      expect(box?.width).toBeGreaterThan(120);
      expect(box?.height).toBeGreaterThanOrEqual(44);
    }
    await done(page);

    const submit = page.getByRole('button', { name: 'स्वीकृति के लिए भेजें' });
    await expectInView(submit);
    await submit.click();
    await page.getByText('स्वीकृति की प्रतीक्षा').first().waitFor();
    const draftId = new URL(page.url()).searchParams.get('id') ?? '';
    await page.getByRole('button', { name: 'प्रारूप वापस लें' }).click();
    await page.getByRole('button', { name: 'सूची: बदलें' }).waitFor();
    await page.goto(`/console/blasts/?id=${draftId}&row=list`);
    await expect.poll(() => list.inputValue()).not.toBe('');
  });
});

test('HQ approves; the blast runs, is paused and resumed by one tap, and its figures are the emulator’s', async () => {
  // Slow enough for a thumb.
  emulator.store.clear();
  emulator.behave({ latencyMs: 200 });
  await visit(hq, '/console/blasts/', async (page) => {
    const waiting = page.getByRole('region', { name: 'आपकी स्वीकृति की प्रतीक्षा में' });
    await expect.poll(() => waiting.locator('li').count()).toBe(1);
    await expect.poll(() => waiting.locator('li .tag').allTextContents()).toContain('प्रशिक्षण');
    await waiting.getByRole('link', { name: 'UP COP का परिचय (नमूना)' }).click();
    const { body } = await ask<Drafted>(hq, 'GET', `/api/blasts/${id}`);
    await page.getByText('UPPOLC').first().waitFor();
    await expect
      .poll(() => page.locator('.bubble').textContent())
      .toContain(`uppolice.gov.in/q/${body.blast.shortCode ?? '000000'}`);
    // What the consent rests on, where the list is from, and how old it is.
    for (const fact of ['शासकीय कर्तव्य', 'पत्रांक 114, 10.04.2019', 'आज ही ली गई']) {
      await page.locator('.facts dd', { hasText: fact }).waitFor();
    }
    await page.getByText('उसके स्वामी से अभी पुष्ट नहीं हुआ है').waitFor();
    await page.getByRole('button', { name: 'पूर्वाभ्यास देखें' }).click();
    await page.getByText('1,504 में से 1,504 नंबर').waitFor();
    const firstRow = page.locator('.dry-run tbody tr').first();
    await expect
      .poll(() => firstRow.locator('th, td').allTextContents())
      .toEqual(['1', expect.stringMatching(/^\+91•{8}\d\d$/), 'लखनऊ', 'हिंदी']);
    await expectSound(page);
    const begin = page.getByRole('button', { name: 'जाँचें और निर्णय लें' });
    await expectInView(begin);
    await begin.click();
    await page.getByText('ठीक यही पाठ 1,504 नंबरों को जाएगा; अनुमानित व्यय ₹451.20').waitFor();
    await page.getByText('1,519 लोग, ₹455.71').waitFor();
    const approve = page.getByRole('button', { name: 'स्वीकृत करें' });
    await expectInView(approve);
    await expectSound(page);
    await approve.click();
    await expectInView(page.getByText('स्वीकृत: 1,504 नंबरों को'));

    const pause = page.getByRole('button', { name: 'अभी रोकें' });
    await pause.waitFor();
    await expect.poll(() => part(page, 'पहुँचे')).toBeGreaterThan(0);
    // While figures run nothing moves, and pause and stop stay within reach of a thumb.
    const below = page.locator('.rate');
    // From the top, where a browser keeps no place by scrolling.
    await page.evaluate(() => scrollTo(0, 0));
    const before = await below.boundingBox();
    await expect.poll(() => part(page, 'पहुँचे')).toBeGreaterThan(200);
    expect(await below.boundingBox()).toEqual(before);
    await expectInView(pause);
    const largest = await pause.boundingBox();
    expect(largest?.height).toBeGreaterThanOrEqual(60);
    const stop = await page.getByRole('button', { name: 'स्थायी रूप से समाप्त करें' }).boundingBox();
    expect(stop?.height).toBeGreaterThanOrEqual(44);
    const size = (box: typeof stop) => (box?.width ?? 0) * (box?.height ?? 0);
    expect(size(largest)).toBeGreaterThan(size(stop));
    expect((stop?.y ?? 0) + (stop?.height ?? 0)).toBeLessThan(screens.phone.viewport.height);

    await pause.click();
    await page.getByText('अधिकारी ने रोका है').waitFor();
    // Stopping is for good: it asks, and No leaves everything as it is.
    await page.getByRole('button', { name: 'स्थायी रूप से समाप्त करें' }).click();
    await page.getByRole('button', { name: 'नहीं' }).click();
    expect(emulator.store.size('sms')).toBeLessThan(good.length + bad.length);
    emulator.behave({ latencyMs: 0 });
    await page.getByRole('button', { name: 'फिर शुरू करें' }).click();

    await page.locator('.state', { hasText: 'पूर्ण' }).waitFor();
    await expect.poll(() => part(page, 'पहुँचे')).toBe(good.length);
    const perRecipient = emulator.store.perRecipient('sms');
    expect([...perRecipient.values()].every((count) => count === 1)).toBe(true);
    // The one with a code 2… was refused at once and is in no store.
    expect(perRecipient.size).toBe(good.length + bad.length - 1);
    await expect.poll(() => page.locator('.live .headline strong').textContent()).toBe('1,503');
    expect(await part(page, 'विफल')).toBe(bad.length);
    const reasons = page.getByRole('table', { name: 'क्यों नहीं पहुँचे' });
    await reasons
      .getByRole('row', {
        name: '30003 फ़ोन बंद या नेटवर्क से बाहर कुछ घंटे बाद विफल नंबरों को फिर भेजें। 1',
      })
      .waitFor();
    await reasons.getByRole('row', { name: /^30999 गेटवे का कोड/ }).waitFor();
    // The test on the own number cost 30 paise.
    await page.locator('.live').getByText('₹451.20').first().waitFor();
  });
});

test('reports are saved from the page, and failed ones become a linked draft', async () => {
  await visit(pro, `/console/blasts/?id=${id}`, async (page) => {
    for (const [name, ending] of [
      ['PDF', 'pdf'],
      ['Excel (XLSX)', 'xlsx'],
      ['CSV', 'csv'],
    ] as const) {
      const saving = page.waitForEvent('download');
      await page.getByRole('link', { name, exact: true }).click();
      expect((await saving).suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
    }
    await page.getByRole('link', { name: 'फिर से', exact: true }).click();
    await expect.poll(() => page.getByLabel('नंबरों की सूची').inputValue()).toBe('');
    await openRow(page, 'पाठ');
    await expect
      .poll(() => page.getByLabel('प्रसारण का नाम').inputValue())
      .toBe('UP COP का परिचय (नमूना) (फिर से)');
    await page.goto(`/console/blasts/?id=${id}`);
    await page.getByRole('button', { name: 'विफल नंबरों का नया प्रारूप बनाएँ' }).click();
    await openRow(page, 'सूची');
    await page.getByText('यह उन्हीं नंबरों को जाएगा').waitFor();
    await page.goto(`/console/blasts/?id=${id}`);
    await page.getByText('विफल नंबरों के लिए नया प्रसारण:').waitFor();
  });
});

test('a list that the weekly cap leaves out is told with the rule as soon as it is chosen', async () => {
  await visit(pro, '/console/blasts/?new=1&row=list', async (page) => {
    const list = page.getByLabel('नंबरों की सूची');
    await list.selectOption({ label: 'आवेदक, लखनऊ (नमूना): 1,504 नंबर' });
    const counts = page.getByRole('table', { name: 'सूची से भेजने तक' });
    // All but the four that the blast did not reach.
    const leftOut = counts.getByRole('row', { name: 'संदेश-सीमा पूरी (7 दिन में 1) −1,500' });
    await expect.poll(() => leftOut.isVisible()).toBe(true);
    await counts.getByRole('row', { name: 'भेजे जाएँगे 4', exact: true }).waitFor();
    await page.getByText('4 नंबरों को जाएगा').first().waitFor();
  });
});
