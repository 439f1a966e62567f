import { beforeAll, expect, test } from 'vitest';
import type { Officer } from '../../../messaging/fixtures/console.ts';
import { openFormService } from '../service.ts';
import { type OpenView, openView } from '../view.ts';

const post = (path: string, body: object = {}) => ({ method: 'POST', url: path, body });

const { service, admin, hq } = await openFormService({ admin: 'admin', hq: 'hq' });
let agra: Officer;
let away: Officer;
let deputy: Officer;
beforeAll(async () => {
  await hq.post('/api/offices', { nameHi: 'पुलिस महानिरीक्षक, प्रशिक्षण', nameEn: 'IG, Training' });
  agra = await service.account('district', 'agra');
  [away, deputy] = [await service.account('zone', 'agra'), await service.account('zone', 'agra')];
  for (const [{ id }, name] of [
    [away, 'रमेश कुमार'],
    [deputy, 'सुनीता वर्मा'],
  ] as const)
    await service.database.pool.query('UPDATE person SET name = $2 WHERE id = $1', [id, name]);
});

const rowOf = (view: OpenView, { email }: Officer) => view.part('.activities > li', email);

test.each([
  {
    office: 'a district',
    fill: { दायित्व: 'जनपद के जनसंपर्क अधिकारी (PRO)', जनपद: 'मथुरा' },
    sent: { role: 'district', area: 'mathura' },
    says: 'जनपद के जनसंपर्क अधिकारी (PRO), मथुरा का लिंक',
  },
  {
    office: 'a range',
    fill: { दायित्व: 'परिक्षेत्र के IG/DIG', परिक्षेत्र: 'आगरा परिक्षेत्र' },
    sent: { role: 'range', area: 'agra' },
  },
  {
    office: 'a zone',
    fill: { दायित्व: 'जोन के ADG', जोन: 'लखनऊ जोन' },
    sent: { role: 'zone', area: 'lucknow' },
  },
  {
    office: 'the PRO to DGP',
    fill: { दायित्व: 'DGP के जनसंपर्क अधिकारी (PRO)' },
    sent: { role: 'pro-dgp', area: null },
  },
  {
    office: 'an office that headquarters added',
    fill: { दायित्व: 'मुख्यालय की शाखा', शाखा: 'पुलिस महानिरीक्षक, प्रशिक्षण' },
    sent: { role: 'branch', area: 'ig-training' },
  },
  {
    office: 'an administrator',
    fill: { दायित्व: 'खाता प्रशासक' },
    sent: { role: 'admin', area: null },
  },
])('an invitation of $office is sent as $sent, and its link is shown', async (each) => {
  const view = await openView(admin, '/console/people/');
  const form = view.region('अधिकारी को आमंत्रित करें');
  const email = `${each.sent.role}@police.example`;
  await form.fill({ 'ई-मेल': ` ${email} `, ...each.fill });
  await form.press('आमंत्रण लिंक बनाएँ');
  expect(view.sent()).toEqual([post('/api/people/invitations', { email, ...each.sent })]);
  expect(form.text()).toContain(each.says ?? `${email}, `);
  const link = form.getByLabelText<HTMLInputElement>('एक बार खुलने वाला लिंक').value;
  expect(view.region('खुले आमंत्रण').text()).toContain(email);

  await form.press('इसी पते पर ई-मेल से भेजें');
  expect(view.sent()).toEqual([post('/api/mail/invitations', { links: [link], language: 'hi' })]);
});

test.each([
  { fill: {}, wrong: ['यह खाना खाली न छोड़ें', 'सूची से चुनें'] },
  {
    fill: { 'ई-मेल': 'naam', जनपद: 'मथुरा' },
    wrong: ['ई-मेल पता पूरा लिखें, जैसे naam@up.gov.in'],
  },
])('an invitation with $fill is told $wrong, and nothing is sent', async ({ fill, wrong }) => {
  const view = await openView(admin, '/console/people/');
  const form = view.region('अधिकारी को आमंत्रित करें');
  await form.fill(fill);
  await form.press('आमंत्रण लिंक बनाएँ');
  expect(form.texts('.wrong')).toEqual(wrong);
  expect(view.sent()).toEqual([]);
});

test('an open invitation gets a new link, and is withdrawn', async () => {
  const email = 'withdrawn@police.example';
  await service.invitation('hq', null, email);
  const view = await openView(admin, '/console/people/');
  const open = view.region('खुले आमंत्रण');
  const at = (verb: string) => ({
    ...post(''),
    url: expect.stringMatching(new RegExp(`^/api/people/invitations/[^/]+/${verb}$`)),
  });
  await open.press(`नया लिंक बनाएँ: ${email}`);
  expect(view.sent()).toEqual([at('renew')]);
  expect(open.text()).toContain('का नया लिंक। पुराना अब नहीं खुलेगा।');
  await open.press(`आमंत्रण निरस्त करें: ${email}`);
  expect(view.sent()).toEqual([at('withdraw')]);
  expect(open.text()).toContain(`${email} का आमंत्रण निरस्त हुआ`);
});

test('a list of officers is looked at first, then gets its links, and their letters are printed', async () => {
  const view = await openView(admin, '/console/people/');
  const section = view.region('सूची से आमंत्रित करें');
  await section.press('सभी जनपदों की खाली सूची डाउनलोड करें (CSV)');
  const [form] = view.page.saved;
  expect(await form?.content.text()).toContain('ई-मेल,कार्यालय,दायित्व');
  const list = 'ई-मेल,कार्यालय,दायित्व\nlist-1@police.example,मथुरा,\nlist-2,मथुरा,\n';
  await section.fill({ 'भरी हुई सूची': { file: 'list.csv', content: list } });
  await section.press('सूची जाँचें');
  const content = Buffer.from(list).toString('base64');
  expect(view.sent()).toEqual([post('/api/people/invitations/check', { content })]);
  expect(section.text()).toContain('1 अधिकारी को आमंत्रण बनेगा');
  expect(section.text()).toContain('1 पंक्ति नहीं ली जाएगी');
  await section.press('1 लिंक बनाएँ');
  const rows = [{ email: 'list-1@police.example', role: 'district', area: 'mathura' }];
  expect(view.sent()).toEqual([post('/api/people/invitations/many', { rows })]);
  expect(section.text()).toContain('1 लिंक बना।');
  await section.press(/^बंद पत्र छापें/);
  expect(view.sent()).toEqual([
    post('/api/people/invitations/sheet', { links: [expect.stringContaining('/console/')] }),
  ]);
  await section.press(/^ई-मेल से भेजें/);
  expect(view.sent()).toEqual([
    post('/api/mail/invitations', {
      links: [expect.stringContaining('/console/')],
      language: 'hi',
    }),
  ]);
  expect(section.text()).toContain('1 आमंत्रण-पत्र भेजने की कतार में');
});

test('an office is changed to what was chosen, and may be left as it was', async () => {
  const view = await openView(admin, '/console/people/');
  const row = rowOf(view, agra);
  await row.press(/^दायित्व बदलें:/);
  expect(row.getByLabelText<HTMLSelectElement>('जनपद').value).toBe('agra');
  await row.press('रद्द करें');
  expect(row.queryByLabelText('जनपद')).toBeNull();
  await row.press(/^दायित्व बदलें:/);
  await row.fill({ दायित्व: 'परिक्षेत्र के IG/DIG', परिक्षेत्र: 'आगरा परिक्षेत्र' });
  await row.press('दायित्व बदलें');
  expect(view.sent()).toEqual([
    post(`/api/people/${agra.id}/office`, { role: 'range', area: 'agra' }),
  ]);
  expect(rowOf(view, agra).queryByLabelText('परिक्षेत्र')).toBeNull();
});

test.each([
  { ask: /^खाता बंद करें:/, sure: 'खाता बंद करें', verb: 'deactivate', says: 'बंद' },
  { ask: /^खाता फिर खोलें:/, sure: null, verb: 'reactivate', says: 'खाता बंद करें' },
])('an account hears $verb once the administrator is sure', async ({ ask, sure, verb, says }) => {
  const view = await openView(admin, '/console/people/');
  await rowOf(view, agra).press(ask);
  if (sure !== null) {
    expect(view.sent()).toEqual([]);
    await rowOf(view, agra).press(sure);
  }
  expect(view.sent()).toEqual([post(`/api/people/${agra.id}/${verb}`)]);
  expect(rowOf(view, agra).text()).toContain(says);
});

test('a deputy is named with both days and ended, and drafts go to a successor of the same office', async () => {
  const view = await openView(admin, '/console/people/');
  const panel = () => view.region('छुट्टी और स्थानांतरण');
  await panel().press('प्रतिनिधि नियत करें');
  expect(view.sent()).toEqual([]);
  await panel().fill({ 'किसके स्थान पर': away.id });
  const offered = panel().getByLabelText('प्रतिनिधि').querySelectorAll('option:not([disabled])');
  expect([...offered].map((option) => option.getAttribute('value'))).toEqual([deputy.id]);
  const [firstDay, lastDay] = [0, 6].map((days) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
  );
  await panel().fill({
    प्रतिनिधि: deputy.id,
    'पहला दिन': firstDay ?? '',
    'अंतिम दिन': lastDay ?? '',
  });
  await panel().press('प्रतिनिधि नियत करें');
  const named = { personId: away.id, deputyId: deputy.id, firstDay, lastDay };
  expect(view.sent()).toEqual([post('/api/deputies', named)]);
  expect(panel().texts('.activities strong')).toEqual(['रमेश कुमार के स्थान पर सुनीता वर्मा']);
  await panel().press(/^समाप्त करें.*सुनीता वर्मा$/);
  expect(view.sent()).toEqual([
    { ...post(''), url: expect.stringMatching(/^\/api\/deputies\/\d+\/end$/) },
  ]);
  await admin.post(`/api/people/${away.id}/deactivate`);

  const later = await openView(admin, '/console/people/');
  const transfer = later.region('छुट्टी और स्थानांतरण');
  await transfer.fill({ 'जो अधिकारी चले गए (खाता बंद है)': away.id, उत्तराधिकारी: deputy.id });
  await transfer.press('अधूरे प्रारूप सौंपें');
  expect(later.sent()).toEqual([post(`/api/people/${away.id}/transfer`, { toId: deputy.id })]);
  expect(transfer.text()).toContain('सौंपने योग्य कोई प्रारूप शेष नहीं था।');
});

test('headquarters adds an office among later meetings, and ends it once it is sure', async () => {
  const view = await openView(hq, '/console/directions/?meetings');
  const added = view.region('कार्यालय और ऐप');
  const names = { nameHi: 'पुलिस महानिरीक्षक, अभियोजन', nameEn: 'IG, Prosecution' };
  const fill = { 'हिंदी नाम': names.nameHi, 'अंग्रेज़ी नाम': names.nameEn };
  await added.press('कार्यालय जोड़ें');
  await added.part('form', 'कार्यालय जोड़ें').fill(fill);
  await added.part('form', 'कार्यालय जोड़ें').press('कार्यालय जोड़ें');
  expect(view.sent()).toEqual([post('/api/offices', names)]);
  const row = () => added.part('.activities > li', names.nameHi);
  expect(row().text()).toContain('चालू');
  await row().press(/^कार्यालय समाप्त करें/);
  expect(view.sent()).toEqual([]);
  await row().press(/^हाँ, आज समाप्त करें; जो पहले देय था, वह देय रहेगा/);
  expect(view.sent()).toEqual([
    { ...post(''), url: expect.stringMatching(/^\/api\/offices\/\d+\/end$/) },
  ]);
  expect(row().text()).toContain('फिर चालू करें');
});
