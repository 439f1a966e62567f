import { fireEvent } from '@testing-library/dom';
import { afterAll, expect, test } from 'vitest';
import { minuteOfDay } from '../../../../campaigns/tracker/clock.ts';
import { startEmulator } from '../../../../messaging/phone/gateways/emulator.ts';
import type { ReceiptFile } from '../../../../messaging/phone/receipt-files/routes.ts';
import type { Officer } from '../../../messaging/fixtures/console.ts';
import type { Changes } from '../line.ts';
import { uploadList } from '../lists.ts';
import { readReport as read } from '../read-report.ts';
import { openFormService } from '../service.ts';
import { openView } from '../view.ts';

const ownNumber = '9876543210';
const post = (path: string, body: object = {}) => ({ method: 'POST', url: path, body });

const authToken = 'training-token';
const emulator = await startEmulator({ port: 0, accountSid: `AC${'0'.repeat(32)}`, authToken });
afterAll(() => emulator.close());
const { service, pro, hq } = await openFormService(
  { pro: 'pro-dgp', hq: 'hq' },
  { settings: { EMULATOR_URL: emulator.url, EMULATOR_TOKEN: authToken } },
);
const audienceId = await uploadList(pro, ['9876543211', '9876543212']);

/** A draft of the chosen text to the list. @returns its id */
async function draft(officer: Officer, name: string, change: object = {}): Promise<number> {
  const answer = await officer.post('/api/blasts', { ...draftBody(name), ...change });
  return answer.json().blast.id;
}

function draftBody(name: string) {
  const templates: Record<string, string> = { hi: 'services-hi' };
  return { name, channel: 'sms', templates, gateway: 'emulator', audienceId, capMessages: null };
}

test('nobody approves an own draft: the page says so, and the service refuses', async () => {
  const id = await draft(hq, 'मुख्यालय का प्रारूप (नमूना)');
  await hq.post(`/api/blasts/${id}/submit`);
  const view = await openView(hq, `/console/blasts/?id=${id}`);
  expect(view.text()).toContain('इसे आपने ही बनाया है');
  expect(view.queryByRole('button', { name: 'स्वीकृत करें' })).toBeNull();
  const refused = await hq.post(`/api/blasts/${id}/approve`, { revision: 1 });
  expect([refused.statusCode, refused.json().error]).toEqual([409, 'own-draft']);
});

test('a blast whose gateway gives no answer says since when, and that it goes on by itself', async () => {
  const id = await draft(pro, 'गेटवे मौन (नमूना)');
  await pro.post(`/api/blasts/${id}/submit`);
  await hq.post(`/api/blasts/${id}/approve`, { revision: 1 });
  const { pool } = service.database;
  await pool.query(`UPDATE blast SET status = 'running', planned_at = now() WHERE id = $1`, [id]);
  const outage = /गेटवे उत्तर नहीं दे रहा.+उत्तर मिलते ही शेष अपने-आप जाएगा/;
  const look = async () => (await openView(hq, `/console/blasts/?id=${id}`)).part('.live').text();
  expect(await look()).not.toMatch(outage);
  await pool.query(
    `INSERT INTO blast_gateway (blast_id, gateway, place, price_paise, later_since)
     VALUES ($1, 'emulator', 0, 30, now())`,
    [id],
  );
  expect(await look()).toMatch(outage);
});

test('a blast that stopped by itself says who decides, on its page and at the home of that officer', async () => {
  const id = await draft(pro, 'रुका हुआ प्रसारण (नमूना)');
  await pro.post(`/api/blasts/${id}/submit`);
  await hq.post(`/api/blasts/${id}/approve`, { revision: 1 });
  const pauseFor = (reason: string, code: string | null) =>
    service.database.pool.query(
      `UPDATE blast SET status = 'paused', pause_reason = $2, halting_code = $3 WHERE id = $1`,
      [id, reason, code],
    );
  const look = async (officer: Officer) => {
    const view = await openView(officer, `/console/blasts/?id=${id}`);
    const [next] = view.texts('.next-step [aria-current]');
    const resume = view.queryByRole('button', { name: 'फिर शुरू करें' });
    const { tiles } = (await officer.get('/api/home')).json<{ tiles: { id: string }[] }>();
    const waiting = tiles.map((tile) => tile.id).filter((tile) => /^blasts-(?:st|p)/.test(tile));
    return { text: view.text(), next, resume: resume !== null, waiting };
  };
  await pauseFor('halting-code', '651');
  const minute = minuteOfDay(new Date());
  expect(await look(hq)).toEqual({
    text: expect.stringContaining('ऑपरेटर इस पाठ को प्रचार मानता है'),
    next: 'आप: रुकने का कारण देखकर आगे बढ़ाना या समाप्त करना',
    // At night the operator would refuse it again.
    resume: minute >= 600 && minute < 1260,
    waiting: ['blasts-stopped'],
  });
  expect(await look(pro)).toMatchObject({
    next: expect.stringMatching(/^मुख्यालय.*: रुकने का कारण देखकर/),
    resume: false,
    waiting: [],
  });
  await pauseFor('gateway-busy', null);
  expect(await look(pro)).toMatchObject({
    next: expect.stringMatching(/^अपने आप: गेटवे के संदेश लेते ही/),
    waiting: [],
  });
  await pauseFor('officer', null);
  expect(await look(pro)).toMatchObject({
    next: 'आप: फिर शुरू करना या समाप्त करना',
    resume: true,
    waiting: ['blasts-paused'],
  });
  await hq.post(`/api/blasts/${id}/stop`);
});

test('a draft that is edited while HQ looks at it is shown again, and then sent back with a remark', async () => {
  const name = 'बदला हुआ प्रारूप (नमूना)';
  const path = `/api/blasts/${await draft(pro, name)}`;
  await pro.post(`${path}/submit`);
  const view = await openView(hq, path.replace('/api/blasts/', '/console/blasts/?id='));
  await pro.post(`${path}/withdraw`);
  await pro.put(path, { ...draftBody(name), templates: { hi: 'verification-hi' } });
  await pro.post(`${path}/submit`);
  expect(view.texts('.bubble').join()).toContain('थाने के चक्कर');
  await view.press('जाँचें और निर्णय लें');
  expect(view.text()).toContain('एक नंबर की संदेश-सीमा बदली गई है');
  expect(view.texts('.check-answers .facts > div').join('|')).toContain(
    'स्वीकृति की सीमा2 लोग, ₹0.60',
  );
  await view.press('स्वीकृत करें');
  expect(view.sent()).toEqual([
    post(`${path}/approve`, {
      revision: expect.any(Number) as number,
      seen: { recipients: 2, paise: 60 },
    }),
  ]);
  await view.says('इस बीच प्रारूप बदल गया।');
  expect(view.texts('.bubble').join()).toContain('किरायेदार');
  await view.press('सुधार के लिए लौटाएँ');
  expect(view.texts('.wrong')).toEqual(['लौटाने का कारण लिखें']);
  expect(view.sent()).toEqual([]);
  await view.fill({ टिप्पणी: ' सामान्य पाठ ही भेजें ' });
  await view.press('सुधार के लिए लौटाएँ');
  expect(view.sent()).toEqual([post(`${path}/reject`, { remark: 'सामान्य पाठ ही भेजें' })]);
  await view.says('सामान्य पाठ ही भेजें');
});

test('the drafter sees a decision without a reload, and goes on with the text as it was', async () => {
  const id = await draft(pro, 'लौटाया हुआ प्रारूप', { templates: { hi: 'verification-hi' } });
  await pro.post(`/api/blasts/${id}/submit`);
  const view = await openView(pro, `/console/blasts/?id=${id}`);
  expect(view.text()).toContain('की प्रतीक्षा में है');
  await hq.post(`/api/blasts/${id}/reject`, { remark: 'सामान्य पाठ ही भेजें' });
  await view.says('सामान्य पाठ ही भेजें');
  await view.press('पाठ: बदलें');
  expect(view.getByLabelText<HTMLSelectElement>('हिंदी पाठ').value).toBe('verification-hi');
});

test('an officer verifies the own number by the code that comes, and gets the very text as a test', async () => {
  const id = await draft(pro, 'परीक्षण का प्रारूप');
  const view = await openView(pro, `/console/blasts/?id=${id}`);
  const test = view.part('.test-message');
  await test.press('कोड मँगाएँ');
  expect(test.texts('.wrong')).toEqual(['10 अंकों का मोबाइल नंबर लिखें']);
  expect(view.sent()).toEqual([]);
  await test.fill({ 'आपका मोबाइल नंबर': ` ${ownNumber} ` });
  await view.user.keyboard('{Enter}');
  await test.says('यह प्रशिक्षण है, फ़ोन पर कुछ नहीं आएगा।');
  const asked = { number: ownNumber, gateway: 'emulator', language: 'hi' };
  expect(view.sent()).toEqual([post('/api/test-number', asked)]);
  const [code = ''] = test.texts('.own-number .phone-number');
  const wrong = code === '000000' ? '000001' : '000000';
  await test.fill({ 'SMS में आया कोड': wrong });
  await test.press('सत्यापित करें');
  await test.says('कोड सही नहीं है');
  await test.fill({ 'SMS में आया कोड': code });
  await view.user.keyboard('{Enter}');
  await test.says('आपका सत्यापित नंबर:');
  expect(view.sent()).toEqual([
    post('/api/test-number/confirm', { code: wrong, gateway: 'emulator' }),
    post('/api/test-number/confirm', { code, gateway: 'emulator' }),
  ]);
  await test.press('परीक्षण SMS भेजें');
  await test.says('एमुलेटर ने ले लिया।');
  expect(view.sent()).toEqual([post(`/api/blasts/${id}/test`, { language: 'hi', again: false })]);
  expect(test.text()).toContain('अब तक के परीक्षण');
  const [sms] = emulator.store.listTo('sms', `+91${ownNumber}`);
  await expect.poll(() => view.texts('.phone-preview .bubble')).toEqual([sms?.body]);
  await test.press('नंबर हटाएँ');
  expect(view.sent()).toEqual([post('/api/test-number/delete')]);
  test.getByLabelText('आपका मोबाइल नंबर');
});

test('an officer decides on messages of which the gateway can tell nothing', async () => {
  const id = await finish(await draft(pro, 'उत्तर खो गया'));
  const changes: Changes = {
    // The emulator can always be asked.
    'GET /api/gateways': ({ status, json }) => {
      for (const gateway of json.gateways) gateway.reconcile = 'none';
      return { status, json };
    },
    [`GET /api/blasts/${id}`]: ({ status, json }) => {
      json.figures.all.unknown = 7;
      return { status, json };
    },
  };
  const view = await openView(hq, `/console/blasts/?id=${id}`, { changes });
  expect(view.text()).toContain('7 संदेशों का उत्तर खो गया');
  await view.press('भेजे हुए मानें');
  expect(view.sent()).toEqual([
    post(`/api/blasts/${id}/unknown`, { decision: 'count-as-sent', reason: '' }),
  ]);
});

/** Puts a blast where it is over; nobody sends here. */
async function finish(id: number): Promise<number> {
  await service.database.pool.query(
    `UPDATE blast SET status = 'finished', approved_at = now(), planned_at = now(), started_at = now(),
       ended_at = now() WHERE id = $1`,
    [id],
  );
  return id;
}

test('a gateway’s report file is read, looked at, and applied in turns until it is through', async () => {
  const id = await finish(await draft(pro, 'पावती फ़ाइल से'));
  const files = `/api/blasts/${id}/receipt-files`;
  let [file]: ReceiptFile[] = [];
  // The emulator sends its receipts by itself, so the answers are changed on their way to the page.
  const changes: Changes = {
    [`GET /api/blasts/${id}`]: ({ status, json }) => ({
      status,
      json: { ...json, receiptsByFile: true },
    }),
    [`GET ${files}`]: () => ({ status: 200, json: { files: file === undefined ? [] : [file] } }),
    [`POST ${files}`]: () => {
      file = read;
      return { status: 201, json: file };
    },
    [`POST ${files}/1/apply`]: () => {
      const changed = (file?.changed ?? 0) + 4500;
      const state = changed === 9000 ? 'applied' : 'applying';
      file = { ...read, state, changed, appliedBy: 'नमूना अधिकारी', appliedAt: read.uploadedAt };
      return { status: 200, json: file };
    },
  };
  const view = await openView(pro, `/console/blasts/?id=${id}`, { changes });
  const section = view.part('.receipt-files');
  const content = 'मोबाइल,स्थिति,समय\n';
  await section.fill({ 'डिलीवरी रिपोर्ट': { file: 'c-dac.csv', content } });
  await section.press('रिपोर्ट पढ़ें');
  expect(view.sent()).toEqual([post(files, { file: content })]);
  expect(section.text()).toContain('c-dac.csv पढ़ी गई; अभी कुछ बदला नहीं है');
  expect(section.texts('tbody tr')).toContain('विफलनंबर डीएनडी सूची में है9,000');
  expect(section.text()).toContain('पंक्ति 7, मोबाइल. मिला: •••45');
  const saved = section.getByRole('link', { name: 'नहीं ली गई पंक्तियाँ (CSV)' });
  expect(saved.getAttribute('href')).toBe(`${files}/1/faults.csv`);
  await section.press('9,000 नंबरों पर लागू करें');
  await section.says('9,000 नंबरों की स्थिति बदली');
  expect(view.sent()).toEqual([post(`${files}/1/apply`), post(`${files}/1/apply`)]);
  section.getByLabelText('डिलीवरी रिपोर्ट');
});

test('a series is drafted in the same form, approved whole, skipped and stopped, and is one row', async () => {
  const id = await draft(pro, 'जागरूकता दिवस');
  const form = await openView(pro, `/console/blasts/?id=${id}&row=hours`);
  await form.fill({ दोहराव: 'हर माह, दूसरे शुक्रवार को' });
  await form.press('ठीक है');
  expect(form.texts('.wrong').join()).toContain('कितनी बार (2 से 60)');
  await form.fill({ दिनांक: '2019-05-07', 'कुल कितनी बार': '3' });
  expect(form.text()).toContain('दिन: 7 मई, 4 जून, 2 जुलाई');
  await form.press('ठीक है');
  await form.says('प्रारूप सहेजा हुआ है');
  expect(form.part('.sheet-row', 'समय').text()).toContain('7 मई 2019');
  await form.press('स्वीकृति के लिए भेजें');
  await form.findByRole('button', { name: 'प्रारूप वापस लें' });

  const view = await openView(hq, `/console/blasts/?id=${id}`);
  expect(view.text()).toContain('हर माह, पहले मंगलवार को · 3 बार, 2 जुलाई 2019 तक');
  await view.press('जाँचें और निर्णय लें');
  expect(view.text()).toContain('स्वीकृति से सभी 3 बारियाँ जाएँगी');
  await view.press('स्वीकृत करें');
  await view.says('स्वीकृत: ');
  view.sent();
  const second = () => view.part('.series-rounds > li:nth-child(2)');
  await second().press(/^यह बारी छोड़ें/);
  expect(view.sent()).toEqual([post(`/api/blasts/${id}/series/skip`, { number: 2 })]);
  expect(second().text()).toContain('छोड़ी गई');

  const list = await openView(pro, '/console/blasts/');
  const entry = list.part('.blast-rows > li', 'जागरूकता दिवस');
  expect(entry.text()).toContain('शृंखला: 3 में से 1 बारियाँ · अगली 2 जुलाई 2019');
  const whole = await openView(pro, `/console/blasts/?id=${id}`);
  await whole.press('पूरी शृंखला समाप्त करें');
  expect(whole.sent()).toEqual([]);
  await whole.press('हाँ, समाप्त करें');
  expect(whole.sent()).toEqual([post(`/api/blasts/${id}/series/stop`)]);
  expect(whole.texts('.series-rounds .state')).toEqual(['बंद किया गया', 'छोड़ी गई', 'समाप्त']);
});

test('a WhatsApp message stands on the phone as it will arrive, with the word of WhatsApp on its template', async () => {
  const view = await openView(pro, '/console/blasts/?new=1&row=text');
  await view.fill({ WhatsApp: true });
  const phone = view.part('.phone-preview.whatsapp');
  // No picture is loaded here, and none was made.
  const [picture = expect.unreachable()] = phone.getAllByAltText('');
  expect(picture.getAttribute('src')).toMatch(/^\/files\/.+\.png$/);
  fireEvent.error(picture);
  await phone.says('चित्र अभी बना नहीं');
  expect(phone.text()).toMatch(/नमस्ते।.*112 मिलाएँ.*ऐप पाएँ.*संदेश बंद करें/s);
  expect(view.text()).toContain('upcop_services_hi: WhatsApp से स्वीकृत');
  expect(view.text()).toContain('₹0.87');
  await view.fill({ 'जिनके पास WhatsApp नहीं, उन्हें SMS': 'ऐप का सामान्य प्रचार' });
  await view.fill({ 'हिंदी पाठ': 'wa-verification-hi' });
  await view.fill({ 'खाली स्थान 1 में क्या आए': 'लखनऊ' });
  await view.says('सूचना: लखनऊ के निवासी');
});
