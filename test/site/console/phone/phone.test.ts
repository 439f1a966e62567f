import { unzipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../../../campaigns/offices/role.ts';
import { axeFaults, excessWidthPx } from '../../axe.ts';
import { openBrowser, readDownload, screens } from '../../browser.ts';
import { type ConsoleService, startConsole } from '../console-fixture.ts';
import { collectFaults } from '../officers.ts';
import { countQuestions, settled } from '../settled.ts';

/** Nobody's: the range is not assigned. */
const number = '9876543210';
const masked = /^\+91•+10$/;

let service: ConsoleService;
let browser: Browser;
let hq: BrowserContext;
let blastName: string;
beforeAll(async () => {
  [service, browser] = await Promise.all([startConsole(), openBrowser()]);
  hq = await contextOf('hq');
  blastName = await seed(hq);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

/** A phone on which somebody of that role is signed in. */
async function contextOf(role: Role, area?: string): Promise<BrowserContext> {
  const context = await browser.newContext({ ...screens.phone, baseURL: service.url });
  await countQuestions(context);
  await context.addCookies(await service.officer(role, area));
  return context;
}

/** A list with the number, and a draft that is to go to it. */
async function seed(context: BrowserContext): Promise<string> {
  const headers = { origin: service.url };
  const particulars = new URLSearchParams({
    name: 'नमूना सूची',
    consentBasis: 'public-duty',
    source: 'जाँच के लिए',
    retainUntil: '2019-06-30',
  });
  const file = {
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`mobile,district\n${number},lucknow\n`),
  };
  const uploaded = await context.request.post(`/api/audiences?${particulars}`, {
    headers,
    multipart: { file },
  });
  const { id: audienceId } = await uploaded.json();
  const data = {
    name: 'नमूना प्रसारण',
    channel: 'sms',
    templates: { hi: 'services-hi' },
    gateway: 'emulator',
    audienceId,
  };
  const drafted = await context.request.post('/api/blasts', { headers, data });
  const { blast } = await drafted.json();
  return blast.name;
}

/** Opens a view of HQ; its faults are asked for at the end. */
async function open(path: string, context = hq): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage();
  const faults = collectFaults(page);
  await page.goto(path);
  await page.locator('.officer').waitFor();
  return { page, faults };
}

/** Pages may be judged with what they show when they are used. */
async function expectSound(page: Page, faults: readonly string[]): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
  expect(await excessWidthPx(page)).toBeLessThanOrEqual(0);
  expect(faults).toEqual([]);
}

test('an officer writes a text, sees what it costs and why, and takes its standard form', async () => {
  const { page, faults } = await open('/console/texts/');
  const registered = page.locator('[data-text="services-hi"]');
  await registered.getByText('2', { exact: true }).waitFor();
  await expect.poll(() => registered.textContent()).toContain('अभी पंजीकृत नहीं');
  await registered.getByText('₹30,000').waitFor();

  const text = page.getByRole('textbox', { name: 'पाठ' });
  await text.fill('UP COP ऐप पाएँ bit.ly/upcop');
  await page.getByText('सार्वजनिक लघु-लिंक अस्वीकृत होते हैं: bit.ly').waitFor();
  await page.getByText('27 वर्ण, 1 खंड').waitFor();
  await expectSound(page, faults);

  await page.locator('.phone-check').getByLabel('भाषा').selectOption('en');
  await text.fill('Don’t wait, get the UP COP app ');
  await page.getByRole('button', { name: 'लिंक का स्थान जोड़ें' }).click();
  await page.getByText('"’" के कारण पूरा संदेश यूनिकोड (70 वर्ण) में जाएगा').waitFor();
  await expect.poll(() => page.locator('mark').allTextContents()).toEqual(['’']);
  const preview = page.locator('.phone-check .bubble');
  await expect.poll(() => preview.locator('u').textContent()).toMatch(/^uppolice\.gov\.in\/q\//);
  await page.getByRole('button', { name: 'मानक रूप अपनाएँ' }).click();
  await page.locator('.phone-check').getByText('वर्ण (GSM-7)').waitFor();
  await expect.poll(() => text.inputValue()).toBe("Don't wait, get the UP COP app {#url#}");
  await page.getByText('कोई त्रुटि नहीं मिली।').last().waitFor();
  await page.close();
});

test('one officer enters what the portal approved, another one confirms it, and the text has its id', async () => {
  const { page, faults } = await open('/console/texts/', await contextOf('pro-dgp'));
  await page.getByText('पोर्टल का उत्तर दर्ज करें').click();
  await page.getByLabel('टेंपलेट आईडी').fill('1107160000000000001');
  await page.getByLabel('स्थिति', { exact: true }).selectOption('approved');
  await page.getByLabel('पोर्टल के उत्तर का दिनांक').fill('2019-04-01');
  await page.getByRole('button', { name: 'दर्ज करें', exact: true }).click();
  const own = page.locator('[data-registration="services-hi"]');
  await own.getByText('पुष्टि शेष').waitFor();
  expect(await own.getByRole('button').count()).toBe(0);
  await expectSound(page, faults);
  await page.close();

  const other = await open('/console/texts/');
  const waiting = other.page.locator('[data-registration="services-hi"]');
  await waiting.getByRole('button', { name: 'स्वीकृति की पुष्टि करें' }).click();
  await waiting.getByText('लागू').waitFor();
  await other.page.reload();
  await other.page.locator('[data-text="services-hi"]').getByText('1107160000000000001').waitFor();
  await expectSound(other.page, other.faults);
  await other.page.close();
});

test('an officer sees what keys and texts lead to, and tries them', async () => {
  const { page, faults } = await open('/console/texts/');
  const call = page.locator('[data-flow="call"]');
  const tree = call.locator('.flow-node');
  await expect.poll(() => tree.textContent()).toContain('9 ऐसी कॉल नहीं चाहिए');
  const log = call.locator('.flow-log li');
  await call.getByRole('button', { name: '5', exact: true }).click();
  await expect.poll(() => log.last().textContent()).toMatch(/^क्षमा करें.*लिंक मैसेज से पाने/);
  await page.keyboard.press('9');
  await expect
    .poll(() => log.allTextContents())
    .toEqual(expect.arrayContaining(['9', 'नंबर रोक-सूची में जाता है', 'बातचीत समाप्त']));
  await call.getByRole('button', { name: 'फिर से शुरू करें' }).click();
  await expect.poll(() => log.count()).toBe(1);
  await call.getByRole('button', { name: 'अंग्रेज़ी में' }).click();
  await expect.poll(() => log.last().textContent()).toContain('press 1');

  const written = page.locator('[data-flow="text"]');
  for (const reply of ['2', 'हज़रतगंज']) {
    await written.getByLabel('आपका उत्तर').fill(reply);
    await written.getByRole('button', { name: 'भेजें' }).click();
  }
  await written.getByText('आपका थाना: …').waitFor();
  await expectSound(page, faults);
  await page.close();
});

test('an officer looks a number up, stops it, and deletes it everywhere; no address ever holds it', async () => {
  const { page, faults } = await open('/console/numbers/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByText('अभी किसी ने मना नहीं किया है।').waitFor();
  const lookUp = async (given: string) => {
    await page.getByLabel('मोबाइल नंबर', { exact: true }).fill(given);
    await page.getByRole('button', { name: 'खोजें', exact: true }).click();
  };
  await lookUp('12345');
  await page.locator('form .notice.bad').waitFor();
  await lookUp('98765 43210');
  const history = page.locator('.phone-history');
  await history.getByRole('link', { name: 'नमूना सूची' }).waitFor();
  await expect.poll(() => history.getByRole('heading', { level: 3 }).textContent()).toMatch(masked);
  await history.getByText('रोक-सूची में नहीं है।').waitFor();
  await history.getByRole('button', { name: 'रोक-सूची में जोड़ें' }).click();
  await history.getByText('रोक-सूची में है: इस पर कुछ नहीं भेजा जाता।').waitFor();
  const row = page.locator('.phone-stops tbody tr');
  await expect.poll(() => row.locator('th').textContent()).toMatch(masked);
  await expect.poll(() => row.textContent()).toContain('कार्यालय से');
  await history.getByRole('button', { name: 'रोक-सूची से हटाएँ' }).click();
  await page.getByText('अभी किसी ने मना नहीं किया है।').waitFor();
  await history.getByRole('button', { name: 'रोक-सूची में जोड़ें' }).click();
  await row.waitFor();

  await history.getByRole('button', { name: 'हर जगह से हटाएँ' }).click();
  await expectSound(page, faults);
  await page.getByRole('checkbox').uncheck();
  await page.getByRole('button', { name: 'हटा दें' }).click();
  await page.getByText('नंबर मिटा दिया गया; वह 2 स्थानों पर था।').waitFor();
  await page.getByText('अभी किसी ने मना नहीं किया है।').waitFor();
  await lookUp(number);
  await history.getByText('किसी सूची में नहीं है।').waitFor();
  const audit = await page.request.get('/api/audit?limit=10');
  const actions = (await audit.json()).map(({ action }: { action: string }) => action);
  expect(actions.slice(0, 6)).toEqual([
    'number.look-up',
    'number.delete',
    'opt-out.add',
    'opt-out.remove',
    'opt-out.add',
    'number.look-up',
  ]);
  expect(asked.filter((url) => /\d{10}/.test(url))).toEqual([]);
  await page.close();
});

test('the stop list is read a page at a time, and HQ puts the do-not-disturb list in', async () => {
  const { page, faults } = await open('/en/console/numbers/');
  for (let last = 0; last < 11; last += 1) {
    await page.request.post('/api/opt-outs/add', {
      headers: { origin: service.url },
      data: { number: `98765432${20 + last}` },
    });
  }
  await page.getByLabel('Number to stop').fill('9876543240');
  await page.getByRole('button', { name: 'Add to the stop list' }).click();
  await page.getByText('••40 is on the stop list now.').waitFor();
  await page.getByText('1 to 10 of 12').waitFor();
  await page.getByRole('button', { name: 'Older' }).click();
  await page.getByText('11 to 12 of 12').waitFor();
  await expect.poll(() => page.locator('.phone-stops tbody tr').count()).toBe(2);

  await page.getByLabel('File of the DND list').setInputFiles({
    name: 'dnd.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('number\n9876543250\n9876543251\n0522-2724003\n'),
  });
  await page.getByRole('button', { name: 'Put in the list' }).click();
  await page.getByText('The list has 2 numbers now.').waitFor();
  await page.getByText('row 4: landline').waitFor();
  await page.locator('.headline').getByText('2', { exact: true }).waitFor();
  await expectSound(page, faults);
  await page.close();
});

test('a provider is given its pack, and its report is refused row by row or counted', async () => {
  const { page, faults } = await open('/console/providers/');
  await page.getByText('अभी किसी सेवा प्रदाता की रिपोर्ट नहीं आई है।').waitFor();
  await page.getByText('अभी ऐसा कोई स्वीकृत प्रसारण नहीं है।').waitFor();
  // Nobody approves it here: the texts are not registered on the portal yet.
  await service.database.pool.query(
    "UPDATE blast SET gateway = 'operator', status = 'handed-over', approved_at = now() WHERE name = $1",
    [blastName],
  );
  await page.reload();
  await page.getByLabel('प्रसारण').selectOption({ label: `${blastName} · SMS` });
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'पत्र और सामग्री डाउनलोड करें (ZIP)' }).click();
  const pack = unzipSync(await readDownload(await saving));
  expect(Object.keys(pack)).toContain('6-delivery-report.csv');

  await page.getByLabel('सेवा प्रदाता').fill('BSNL');
  await page.getByRole('button', { name: 'रिपोर्ट दर्ज करें' }).click();
  await page.getByText('रिपोर्ट की फ़ाइल चुनें या रिपोर्ट चिपकाएँ').waitFor();
  const header = 'day,district,channel,sent,delivered';
  const pasted = page.getByLabel('या रिपोर्ट यहाँ चिपकाएँ');
  await pasted.fill(`${header}\n2019-04-10,लखनऊ,sms,250000,231000\n10.04.2019,अटलांटिस,sms,5,4\n`);
  await page.getByRole('button', { name: 'रिपोर्ट दर्ज करें' }).click();
  const faultRows = page.locator('.phone-wide tbody tr');
  await faultRows.first().waitFor();
  expect((await faultRows.allTextContents()).map((row) => row.slice(0, 1))).toEqual(['3', '3']);
  await expect.poll(() => faultRows.last().textContent()).toContain('अटलांटिस');
  await expectSound(page, faults);

  await pasted.fill('');
  await page.getByLabel('रिपोर्ट की फ़ाइल').setInputFiles({
    name: 'report.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `${header}\n2019-04-10,लखनऊ,sms,250000,231000\n2019-04-11,agra,ivr,45000,30111\n`,
    ),
  });
  await page.getByRole('button', { name: 'रिपोर्ट दर्ज करें' }).click();
  await page.getByText('BSNL: 2 पंक्तियाँ दर्ज हुईं।').waitFor();
  await page.locator('.headline').getByText('2,50,000').waitFor();
  await page.getByText('2,31,000 पहुँचे (92%)').waitFor();
  await page.getByRole('row', { name: '11 अप्रैल 2019 0 0 45,000 30,111' }).waitFor();
  await page.getByRole('row', { name: 'आगरा 0 0 45,000 30,111' }).waitFor();
  await expectSound(page, faults);
  await page.close();
});

describe('the gateways', () => {
  test('say in words that only the emulator is there, that it answers, and whom to ask for others', async () => {
    const { page, faults } = await open('/console/gateways/');
    await page.getByText('केवल एमुलेटर चालू है: नागरिकों तक कुछ नहीं पहुँचता').waitFor();
    const emulator = page.locator('[data-gateway="emulator"]');
    await emulator.getByText('✓ चालू').waitFor();
    await expect.poll(() => emulator.textContent()).toContain('₹0.15 प्रति खंड');
    // The names of the server's settings are for the administrator.
    await page.getByText('वास्तविक गेटवे व्यवस्थापक जोड़ते हैं।').waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/[A-Z]{3,}_[A-Z]/);
    await page.getByRole('button', { name: 'फिर जाँचें' }).click();
    await expectSound(page, faults);
    await page.close();
  });

  test('that do not answer, or of which nothing is known, say so', async () => {
    const page = await hq.newPage();
    await page.route('**/api/gateways', async (route) => {
      const answer = await (await route.fetch()).json();
      const [emulator] = answer.gateways;
      const health = { state: 'down', checkedAt: null, latencyMs: null, code: 'ECONNREFUSED' };
      const nic = { ...emulator, name: 'nic', health };
      const cdac = { ...nic, name: 'cdac', health: { ...health, state: 'unknown', code: null } };
      await route.fulfill({ json: { emulatorOnly: false, gateways: [emulator, nic, cdac] } });
    });
    await page.goto('/en/console/gateways/');
    await expect.poll(() => page.locator('[data-gateway="nic"]').textContent()).toContain('down');
    await expect
      .poll(() => page.locator('[data-gateway="nic"]').textContent())
      .toContain('ECONNREFUSED');
    await expect
      .poll(() => page.locator('[data-gateway="cdac"]').textContent())
      .toContain('not known');
    expect(await page.getByText('TWILIO_ACCOUNT_SID').count()).toBe(0);
    await expectSound(page, []);
    await page.close();
    const admin = await contextOf('admin');
    const { page: own } = await open('/console/gateways/', admin);
    await own.getByText('CDAC_DEPARTMENT_KEY').waitFor();
    await admin.close();
  });
});

test('a district opens the texts only; the PRO to DGP everything but the do-not-disturb upload', async () => {
  const district = await contextOf('district', 'agra');
  const { page } = await open('/en/console/texts/', district);
  await page.getByRole('heading', { name: 'Write and check a new text' }).waitFor();
  const views = page.getByRole('navigation', { name: 'In this section' }).getByRole('link');
  await expect
    .poll(async () => (await views.allTextContents()).map((name) => name.trim()))
    .toEqual(['Blasts', 'Lists of numbers', 'Texts']);
  for (const view of ['numbers', 'providers', 'gateways']) {
    await page.goto(`/en/console/${view}/`);
    await page.getByText('This page is not for your office.').waitFor();
  }
  await district.close();

  const pro = await contextOf('pro-dgp');
  const { page: numbers } = await open('/en/console/numbers/', pro);
  await numbers.getByText('The list is put in by Technical Services HQ.').waitFor();
  expect(await numbers.getByLabel('File of the DND list').count()).toBe(0);
  await pro.close();
});

test.each(['texts', 'numbers', 'providers', 'gateways'])(
  'the view %s is sound in English as well, and says when the service is away',
  async (view) => {
    const { page, faults } = await open(`/en/console/${view}/`);
    await settled(page);
    await expectSound(page, faults);
    await page.route('**/api/{templates,opt-outs,operator-reports,gateways}*', (route) =>
      route.abort(),
    );
    await page.reload();
    // What holds no numbers is shown as it was last seen.
    if (view === 'texts' || view === 'gateways') {
      await page.getByText('No network. This is of').waitFor();
      return page.close();
    }
    await page.getByText('The server could not be reached.').first().waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect.poll(() => page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await page.close();
  },
);
