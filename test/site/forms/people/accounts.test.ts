import { expect, test } from 'vitest';
import { type Browser, type Officer, password } from '../../../messaging/fixtures/console.ts';
import { totpCode } from '../../../messaging/fixtures/totp.ts';
import { openFormService } from '../service.ts';
import { type OpenView, openView } from '../view.ts';

const signInTitle = 'विभागीय पोर्टल में साइन इन';
const android =
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/150.0.0.0 Mobile';
const post = (path: string, body: object = {}) => ({ method: 'POST', url: path, body });

const { service, admin, district } = await openFormService({
  admin: 'admin',
  district: 'district',
});

const rowOf = (view: OpenView, { email }: Officer) => view.part('.activities > li', email);

/** Takes both steps of a sign-in at the page that is open. */
async function signIn(view: OpenView, officer: Officer): Promise<void> {
  await view.fill({ 'ई-मेल': ` ${officer.email} `, पासवर्ड: password });
  await view.press('साइन इन करें');
  await view.press('फ़ोन पास नहीं है: बैकअप कोड दें');
  const backupCode = officer.backupCodes.pop() ?? '';
  await view.fill({ 'बैकअप कोड': ` ${backupCode} ` });
  await view.press('आगे बढ़ें');
  expect(view.sent()).toEqual([
    post('/api/sign-in', { email: officer.email, password }),
    post('/api/sign-in/second-factor', { backupCode }),
  ]);
}

test('both keys of an account take two administrators, and its officer reads who did what', async () => {
  const pro = await service.officer('zone', 'agra');
  const second = await service.officer('admin');
  const asking = await openView(admin, '/console/people/');
  await rowOf(asking, pro).press(/^पासवर्ड का लिंक बनाएँ/);
  expect(asking.sent()).toEqual([post(`/api/people/${pro.id}/password-link`)]);
  rowOf(asking, pro).getByLabelText('एक बार खुलने वाला लिंक');
  await rowOf(asking, pro).press(/^दो-चरणीय सत्यापन हटाएँ/);
  expect(asking.sent()).toEqual([]);
  await rowOf(asking, pro).press('दो-चरणीय सत्यापन हटाएँ');
  expect(asking.sent()).toEqual([post(`/api/people/${pro.id}/reset-second-factor`)]);
  expect(rowOf(asking, pro).text()).toContain('इसकी पुष्टि दूसरे प्रशासक करेंगे');
  const own = asking.region('दूसरे प्रशासक की पुष्टि शेष');
  own.getByRole('button', { name: /^वापस लें/ });
  expect(own.queryByRole('button', { name: /^पुष्टि करें/ })).toBeNull();

  const confirming = await openView(second, '/console/people/');
  const waiting = confirming.region('दूसरे प्रशासक की पुष्टि शेष');
  await waiting.press(/^पुष्टि करें/);
  expect(confirming.sent()).toEqual([
    { ...post(''), url: expect.stringMatching(/^\/api\/people\/requests\/\d+\/confirm$/) },
  ]);
  expect(waiting.text()).toContain('निर्णय दर्ज हुआ।');

  // Set up again, on the phone itself: its app opens by the address that the code holds.
  const phone = await openView(service.browser(), '/console/');
  await phone.fill({ 'ई-मेल': pro.email, पासवर्ड: password });
  await phone.press('साइन इन करें');
  const link = phone.getByRole('link', { name: 'ऐप इसी फ़ोन में है: उसे यहीं से खोलें' });
  const address = link.getAttribute('href') ?? '';
  expect(address).toMatch(/^otpauth:\/\/totp\/UP%20COP/);
  phone.sent();
  await phone.fill({ 'ऑथेंटिकेटर ऐप का कोड': '000000' });
  await phone.press('चालू करें');
  expect(phone.texts('.notice.bad')).toHaveLength(1);
  const code = totpCode(address);
  await phone.fill({ 'ऑथेंटिकेटर ऐप का कोड': code });
  await phone.press('चालू करें');
  expect(phone.sent().map(({ body }) => body)).toEqual([{ code: '000000' }, { code }]);
  expect(phone.region('आपके खाते में किसी और ने परिवर्तन किया है').text()).toContain('नमूना अधिकारी');
});

test('an officer sees the own sessions, ends one, and notes what others did', async () => {
  const pro = await service.officer('hq');
  await admin.post(`/api/people/${pro.id}/password-link`);
  const phoneBrowser: Browser = service.browser();
  const phone = await openView(phoneBrowser, '/console/account/', { userAgent: android });
  await signIn(phone, pro);
  const told = phone.region('आपके खाते में किसी और ने परिवर्तन किया है');
  expect(told.text()).toContain('पासवर्ड का लिंक बना');
  await told.press('मैंने पढ़ लिया');
  expect(phone.sent()).toEqual([
    post('/api/me/notices/seen', { untilId: expect.any(Number) as number }),
  ]);
  expect(phone.queryByRole('region', { name: 'आपके खाते में किसी और ने परिवर्तन किया है' })).toBeNull();
  expect(phone.region('दूसरों ने आपके खाते में क्या किया').text()).toContain('पासवर्ड का लिंक बना');

  const sessions = phone.region('आप कहाँ-कहाँ साइन इन हैं');
  expect(sessions.text()).toContain('Android · Chrome');
  expect(sessions.getAllByRole('listitem')).toHaveLength(2);
  await sessions.press(/^यहाँ से साइन आउट करें/);
  expect(sessions.getAllByRole('listitem')).toHaveLength(1);
  expect(phone.sent()).toEqual([
    { ...post(''), url: expect.stringMatching(/^\/api\/me\/sessions\/.+\/end$/) },
  ]);
  await sessions.press('हर जगह से साइन आउट करें');
  expect(phone.sent()).toEqual([post('/api/sign-out', { everywhere: true })]);
  expect(phone.page.went).toEqual(['/console/']);
  for (const browser of [pro, phoneBrowser])
    (await openView(browser, '/console/account/')).getByRole('heading', { name: signInTitle });
});

test('an administrator reads on every page what needs somebody, and takes note of it', async () => {
  await service.database.pool.query(
    "INSERT INTO alert (kind, subject, host, detail) VALUES ('gateway-down', 'smpp', 'other', '')",
  );
  const view = await openView(admin, '/console/account/');
  const alerts = view.region('ध्यान दें');
  expect(alerts.part('.folded-first').text()).toMatch(/^गेटवे दूरसंचार कंपनी \(SMPP\) उत्तर नहीं दे रहा/);
  expect(alerts.getByRole('link', { name: 'क्या करें' }).getAttribute('href')).toBe(
    '/en/help/operate/#gateway-down',
  );
  await alerts.press('संज्ञान लिया');
  expect(view.sent()).toEqual([
    { ...post(''), url: expect.stringMatching(/^\/api\/alerts\/\d+\/acknowledge$/) },
  ]);
  expect(alerts.text()).toContain('संज्ञान: नमूना अधिकारी');
  expect(alerts.queryByRole('button')).toBeNull();
  const audit = await openView(admin, '/console/audit/');
  expect(audit.text()).toContain('ने चेतावनी का संज्ञान लिया');
});

const nextPassword = 'seven-quiet-rivers-4471';

test.each([
  {
    form: 'password',
    section: 'पासवर्ड बदलें',
    fill: { 'वर्तमान पासवर्ड': 'not-the-password-4471', 'नया पासवर्ड': nextPassword },
    press: 'पासवर्ड बदलें',
    sent: [
      post('/api/me/password', {
        currentPassword: 'not-the-password-4471',
        newPassword: nextPassword,
      }),
    ],
    says: 'पासवर्ड सही नहीं है',
  },
  {
    form: 'password, the same again',
    section: 'पासवर्ड बदलें',
    fill: { 'वर्तमान पासवर्ड': password, 'नया पासवर्ड': nextPassword },
    press: 'पासवर्ड बदलें',
    sent: [post('/api/me/password', { currentPassword: password, newPassword: nextPassword })],
    says: 'पासवर्ड बदल गया। बाकी सब जगह से साइन आउट हो गया है।',
  },
  {
    form: 'backup codes',
    section: 'दो-चरणीय सत्यापन',
    fill: { पासवर्ड: 'not-the-password-4471' },
    press: 'नए बैकअप कोड बनाएँ',
    sent: [post('/api/me/second-factor/backup-codes', { password: 'not-the-password-4471' })],
    says: 'पासवर्ड सही नहीं है',
  },
  {
    form: 'backup codes, by the new password',
    section: 'दो-चरणीय सत्यापन',
    fill: { पासवर्ड: nextPassword },
    press: 'नए बैकअप कोड बनाएँ',
    sent: [post('/api/me/second-factor/backup-codes', { password: nextPassword })],
    says: 'ये दोबारा नहीं दिखेंगे।',
  },
  {
    form: 'language of letters',
    section: 'ई-मेल',
    fill: { 'पत्रों की भाषा': 'English' },
    press: 'सहेजें',
    sent: [{ method: 'PUT', url: '/api/me/mail', body: { language: 'en', unwanted: [] } }],
    says: 'सहेजा गया।',
  },
])(
  'the account’s form "$form" sends what was filled in, and says what came of it',
  async (each) => {
    const view = await openView(district, '/console/account/');
    await view.region(each.section).fill(each.fill);
    await view.region(each.section).press(each.press);
    expect(view.sent()).toEqual(each.sent);
    await view.region(each.section).says(each.says);
  },
);

test('each letter whose tick is taken away is unwanted, and is so when the page is opened again', async () => {
  const view = await openView(district, '/console/account/');
  const choices = view.region('ई-मेल');
  const [first = expect.unreachable()] = choices.getAllByRole<HTMLInputElement>('checkbox');
  await view.user.click(first);
  await choices.press('सहेजें');
  expect(view.sent()).toEqual([
    {
      method: 'PUT',
      url: '/api/me/mail',
      body: { language: 'en', unwanted: [first.value] },
    },
  ]);
  const later = await openView(district, '/console/account/');
  expect(
    later.region('ई-मेल').getAllByRole<HTMLInputElement>('checkbox', { checked: false }),
  ).toHaveLength(1);
});

test.each([
  { section: 'पासवर्ड बदलें', press: 'पासवर्ड बदलें' },
  { section: 'दो-चरणीय सत्यापन', press: 'नए बैकअप कोड बनाएँ' },
])('nothing is sent by "$press" as long as its fields are empty', async ({ section, press }) => {
  const view = await openView(district, '/console/account/');
  await view.region(section).press(press);
  expect(view.sent()).toEqual([]);
});

test('a password can be read over before it is sent', async () => {
  const view = await openView(service.browser(), '/console/');
  const field = view.getByLabelText<HTMLInputElement>('पासवर्ड');
  expect(field.type).toBe('password');
  await view.press('दिखाएँ');
  expect(field.type).toBe('text');
  await view.press('छिपाएँ');
  expect(field.type).toBe('password');
});

test('an invitation that was cut short says how to open it, and whom to ask for another', async () => {
  const view = await openView(service.browser(), '/console/invitation/#cut');
  expect(view.text()).toContain('पूरा लिंक, अंतिम अक्षर तक, कॉपी करके दोबारा खोलें');
  expect(view.text()).toContain('जिस कार्यालय ने आमंत्रण भेजा है, उससे नया लिंक माँगें');
});
