import { expect, test } from 'vitest';
import { openFormService } from '../service.ts';
import { openView } from '../view.ts';

const { service, hq, pro } = await openFormService({ hq: 'hq', pro: 'pro-dgp' });

test('an officer writes a text, sees what it costs and why, and takes its standard form', async () => {
  const view = await openView(hq, '/console/texts/');
  const registered = view.part('[data-text="services-hi"]');
  expect(registered.texts('dd')).toContain('2');
  expect(registered.text()).toContain('अभी पंजीकृत नहीं');
  expect(registered.text()).toContain('₹30,000');

  const check = view.part('.phone-check');
  await check.fill({ पाठ: 'UP COP ऐप पाएँ bit.ly/upcop' });
  await check.says('27 वर्ण, 1 खंड');
  await check.says('सार्वजनिक लघु-लिंक अस्वीकृत होते हैं: bit.ly');

  await check.fill({ भाषा: 'अंग्रेज़ी', पाठ: 'Don’t wait, get the UP COP app ' });
  await check.press('लिंक का स्थान जोड़ें');
  await check.says('"’" के कारण पूरा संदेश यूनिकोड (70 वर्ण) में जाएगा');
  expect(check.texts('mark')).toEqual(['’']);
  expect(check.texts('.bubble u')).toEqual([expect.stringMatching(/^uppolice\.gov\.in\/q\//)]);
  await check.press('मानक रूप अपनाएँ');
  await check.says('वर्ण (सामान्य)');
  expect(check.getByLabelText<HTMLTextAreaElement>('पाठ').value).toBe(
    "Don't wait, get the UP COP app {#url#}",
  );
  expect(check.texts('mark')).toEqual([]);
});

test('registered texts are one list of folds, found by their words and told apart by language', async () => {
  const view = await openView(hq, '/console/texts/');
  const titles = () => view.texts('details[data-text]:not([open]) > summary');
  expect(titles().some((title) => title.includes('हिंदी'))).toBe(true);
  await view.part('search.list-bar').fill({ भाषा: 'अंग्रेज़ी' });
  expect(titles()).not.toEqual([]);
  expect(titles().filter((title) => !title.includes('अंग्रेज़ी'))).toEqual([]);
});

const checked = { id: 'draft', templateId: null, language: 'hi', category: 'government' };

test.each([
  { fill: { भाषा: 'अंग्रेज़ी' }, sent: { language: 'en' } },
  { fill: { श्रेणी: 'प्रचारात्मक' }, sent: { category: 'promotional' } },
  { fill: { हेडर: ' UPCOPX ' }, sent: { header: 'UPCOPX' } },
  { fill: { पाठ: 'थाना ' }, press: 'चर जोड़ें', sent: { text: 'थाना {#alphanumeric#}' } },
])('the check of a text is asked with $sent once $fill is written', async (each) => {
  const view = await openView(hq, '/console/texts/');
  const check = view.part('.phone-check');
  await check.fill({ पाठ: 'नमूना', ...each.fill });
  if (each.press !== undefined) await check.press(each.press);
  await expect
    .poll(() => view.line.requests.at(-1))
    .toEqual({
      method: 'POST',
      url: '/api/templates/check',
      body: { ...checked, header: 'UPPOLC', text: 'नमूना', ...each.sent },
    });
});

const known = {
  kind: 'template',
  name: 'services-hi',
  templateId: '1107160000000000001',
  header: 'UPPOLC',
  category: 'government',
  language: 'hi',
  text: expect.stringContaining('{#url#}'),
  links: [],
};

test('one officer enters what the portal approved, another one confirms it, and the text has its id', async () => {
  const view = await openView(pro, '/console/texts/');
  await view.part('.due-boards').fill({
    'टेंपलेट आईडी': known.templateId,
    स्थिति: 'स्वीकृत',
    'पोर्टल के उत्तर का दिनांक': '2019-04-01',
  });
  await view.press('दर्ज करें');
  expect(view.sent()).toEqual([
    {
      method: 'POST',
      url: '/api/registrations',
      body: { details: known, state: 'approved', since: '2019-04-01' },
    },
  ]);
  const own = view.part('[data-registration="services-hi"]');
  expect(own.text()).toContain('पुष्टि शेष');
  expect(own.queryAllByRole('button')).toEqual([]);

  const others = await openView(hq, '/console/texts/');
  const waiting = others.part('[data-registration="services-hi"]');
  await waiting.press('स्वीकृति की पुष्टि करें');
  expect(others.sent()).toEqual([
    {
      method: 'POST',
      url: expect.stringMatching(/^\/api\/registrations\/\d+\/confirm$/),
      body: {},
    },
  ]);
  expect(waiting.text()).toContain('लागू');
  const later = await openView(hq, '/console/texts/');
  expect(later.part('[data-text="services-hi"]').text()).toContain('1107160000000000001');
});

test.each([
  {
    name: 'a header',
    fill: { 'हेडर या टेंपलेट': 'हेडर', हेडर: 'UPCOPS', 'श्रेणी का चिह्न': '-S सेवा' },
    details: { kind: 'header', name: 'UPCOPS', suffix: 'S' },
  },
  {
    name: 'a new template with two links',
    fill: {
      'कौन-सा टेंपलेट': 'नया टेंपलेट',
      'उसका नाम, जैसे lost-phone-hi': 'fresh-en',
      'टेंपलेट आईडी': '1107160000000000009',
      हेडर: 'UPPOLC',
      श्रेणी: 'सेवा (स्पष्ट सहमति)',
      भाषा: 'अंग्रेज़ी',
      पाठ: 'Get {#url#} now, or stop {#url#}',
    },
    details: {
      kind: 'template',
      name: 'fresh-en',
      templateId: '1107160000000000009',
      header: 'UPPOLC',
      category: 'service-explicit',
      language: 'en',
      text: 'Get {#url#} now, or stop {#url#}',
      links: ['app', 'stop'],
    },
  },
])('the portal’s answer on $name is sent with each of its fields', async ({ fill, details }) => {
  const view = await openView(pro, '/console/texts/');
  const form = view.part('.due-boards');
  for (const [label, value] of Object.entries(fill)) await form.fill({ [label]: value });
  await form.fill({ स्थिति: 'निलंबित', 'पोर्टल के उत्तर का दिनांक': '2019-04-02' });
  await form.press('दर्ज करें');
  expect(view.sent().map(({ body }) => body)).toEqual([
    { details, state: 'suspended', since: '2019-04-02' },
  ]);
});

test('an answer of the portal without its id and day is told at the fields, and nothing is sent', async () => {
  const view = await openView(pro, '/console/texts/');
  await view.press('दर्ज करें');
  expect(view.texts('.due-boards .wrong')).toEqual(['यह खाना खाली न छोड़ें', 'यह खाना खाली न छोड़ें']);
  await view.fill({ 'टेंपलेट आईडी': '123' });
  await view.press('दर्ज करें');
  expect(view.texts('.due-boards .wrong')).toContain('यह मान सही नहीं है');
  expect(view.sent()).toEqual([]);
});

test('an officer sees what keys and texts lead to, and tries them', async () => {
  const view = await openView(hq, '/console/texts/');
  const call = view.part('[data-flow="call"]');
  const log = () => call.texts('.flow-log li');
  expect(call.part('.flow-node').text()).toContain('9 ऐसी कॉल नहीं चाहिए');
  await call.press('5');
  expect(log().at(-1)).toMatch(/^क्षमा करें.*लिंक मैसेज से पाने/);
  await view.user.keyboard('9');
  expect(log()).toEqual(expect.arrayContaining(['9', 'नंबर रोक-सूची में जाता है', 'बातचीत समाप्त']));
  await call.press('फिर से शुरू करें');
  expect(log()).toHaveLength(1);
  await call.press('अंग्रेज़ी में');
  expect(log().at(-1)).toContain('press 1');

  const written = view.part('[data-flow="text"]');
  for (const reply of ['2', 'हज़रतगंज']) {
    await written.fill({ 'आपका उत्तर': reply });
    await written.press('भेजें');
  }
  expect(written.text()).toContain('आपका थाना: …');
  expect(view.sent()).toEqual([]);
});

test('a district opens the texts only; the PRO to DGP everything but the do-not-disturb upload', async () => {
  const district = await service.officer('district', 'agra');
  const texts = await openView(district, '/en/console/texts/');
  texts.getByRole('heading', { name: 'Write and check a new text' });
  const views = texts.getByRole('navigation', { name: 'In this section' });
  expect([...views.querySelectorAll('a')].map(({ textContent }) => textContent.trim())).toEqual([
    'Blasts',
    'Lists of numbers',
    'Texts',
  ]);
  for (const name of ['numbers', 'providers', 'gateways']) {
    const view = await openView(district, `/en/console/${name}/`);
    expect(view.text()).toContain('This page is not for your office.');
  }
  const numbers = await openView(pro, '/en/console/numbers/');
  expect(numbers.text()).toContain('The list is put in by Headquarters.');
  expect(numbers.queryByLabelText('File of the DND list')).toBeNull();
});

test('a template of WhatsApp is written by one officer, shown as a phone has it, and agreed to by another one', async () => {
  const view = await openView(pro, '/console/texts/');
  await view.press('नया टेंपलेट लिखें');
  const body = 'सूचना: {{1}} के किरायेदार का सत्यापन थाने में लंबित है। उत्तर प्रदेश पुलिस';
  const form = view.region('WhatsApp के टेंपलेट');
  await form.fill({
    नाम: 'Tenant notice',
    पाठ: body.replace('{{1}}', '{{2}}'),
    'चरों के नमूने': 'गोमती नगर',
    'कब भेजा जाएगा': 'किरायेदार की सूचना',
  });
  await view.press('प्रारूप रखें');
  await form.says('क्रम से');
  await form.fill({ पाठ: body });
  await view.press('प्रारूप रखें');
  await form.says('दूसरे अधिकारी की सहमति शेष');
  const own = view.part('[data-template="tenant_notice"]');
  expect(own.texts('.bubble .line')[0]).toBe(body.replace('{{1}}', 'गोमती नगर'));
  const other = await openView(hq, '/console/texts/');
  await other.press(/^सहमत, मेटा को भेजें/);
  await other.press(/^हाँ, ठीक इसी पाठ को भेजें/);
  await other.region('WhatsApp के टेंपलेट').says('सहमति हुई और मेटा को भेजा जाएगा');
  expect(other.sent()).toEqual([
    { method: 'POST', url: expect.stringMatching(/\/agree$/), body: { version: 1 } },
  ]);
});
