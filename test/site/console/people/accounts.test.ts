import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults, excessWidthPx } from '../../axe.ts';
import { openBrowser, screens } from '../../browser.ts';
import { type ConsoleService, password, startConsole } from '../console-fixture.ts';
import { collectFaults, givePassword, signIn } from '../officers.ts';

let service: ConsoleService;
let browser: Browser;
beforeAll(async () => {
  // Nobody answers there.
  const smsc = { SMPP_URL: 'smpp://127.0.0.1:1', SMPP_SYSTEM_ID: 'up', SMPP_PASSWORD: 'secret' };
  [service, browser] = await Promise.all([startConsole(smsc), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

/** A page of a device of its own. */
async function open(
  path: string,
  device: (typeof screens)[keyof typeof screens] = screens.desktop,
): Promise<Page> {
  const context = await browser.newContext({ ...device, baseURL: service.url });
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

test('both keys of an account take two administrators, and its officer reads who did what', async () => {
  const [pro, first, second] = [
    await service.account('district', 'agra'),
    await service.account('admin'),
    await service.account('admin'),
  ];
  const asking = await open('/console/people/');
  const faults = collectFaults(asking);
  await signIn(asking, first);
  const row = asking.locator('.activities > li', { hasText: pro.email });
  await row.getByRole('button', { name: /^पासवर्ड का लिंक बनाएँ/ }).click();
  await row.getByLabel('एक बार खुलने वाला लिंक').waitFor();
  await row.getByRole('button', { name: /^दो-चरणीय सत्यापन हटाएँ/ }).click();
  await row.getByRole('button', { name: 'दो-चरणीय सत्यापन हटाएँ', exact: true }).click();
  await row.getByText('इसकी पुष्टि दूसरे प्रशासक करेंगे').waitFor();
  const own = asking.getByRole('region', { name: 'दूसरे प्रशासक की पुष्टि शेष' });
  await own.getByRole('button', { name: /^वापस लें/ }).waitFor();
  expect(await own.getByRole('button', { name: /^पुष्टि करें/ }).count()).toBe(0);

  const confirming = await open('/console/people/');
  await signIn(confirming, second);
  const waiting = confirming.getByRole('region', { name: 'दूसरे प्रशासक की पुष्टि शेष' });
  await waiting.getByRole('button', { name: /^पुष्टि करें/ }).click();
  await waiting.getByText('निर्णय दर्ज हुआ।').waitFor();

  const phone = await open('/console/', screens.phone);
  await givePassword(phone, pro.email);
  // Set up anew, on the phone itself: its app opens by the address that the code holds.
  const link = phone.getByRole('link', { name: 'ऐप इसी फ़ोन में है: उसे यहीं से खोलें' });
  await expect.poll(() => link.getAttribute('href')).toMatch(/^otpauth:\/\/totp\/UP%20COP/);
  expect(faults).toEqual([]);
});

test('an officer sees the own sessions, ends one, and notes what others did', async () => {
  const [pro, admin] = [await service.account('district', 'agra'), await service.account('admin')];
  const office = await open('/console/');
  await signIn(office, pro);
  await office.locator('.officer').waitFor();
  const people = await open('/console/people/');
  await signIn(people, admin);
  const row = people.locator('.activities > li', { hasText: pro.email });
  await row.getByRole('button', { name: /^पासवर्ड का लिंक बनाएँ/ }).click();
  await row.getByLabel('एक बार खुलने वाला लिंक').waitFor();

  const phone = await open('/console/account/', screens.phone);
  const faults = collectFaults(phone);
  await signIn(phone, pro);
  const told = phone.getByRole('region', { name: 'आपके खाते में किसी और ने परिवर्तन किया है' });
  await told.getByRole('heading').click();
  await told.getByText('पासवर्ड का लिंक बना').waitFor();
  await told.getByRole('button', { name: 'मैंने पढ़ लिया' }).click();
  await told.waitFor({ state: 'detached' });
  const byOthers = phone.getByRole('region', { name: 'दूसरों ने आपके खाते में क्या किया' });
  await byOthers.getByText('पासवर्ड का लिंक बना').waitFor();

  const sessions = phone.getByRole('region', { name: 'आप कहाँ-कहाँ साइन इन हैं' });
  await sessions.getByText('Android · Chrome').waitFor();
  await expect.poll(() => sessions.getByRole('listitem').count()).toBe(2);
  await sessions.getByRole('button', { name: /^यहाँ से साइन आउट करें/ }).click();
  await expect.poll(() => sessions.getByRole('listitem').count()).toBe(1);
  await office.reload();
  await office.getByRole('heading', { name: 'विभागीय पोर्टल में साइन इन' }).waitFor();
  await sessions.getByRole('button', { name: 'हर जगह से साइन आउट करें' }).click();
  await phone.getByRole('heading', { name: 'विभागीय पोर्टल में साइन इन' }).waitFor();
  expect(faults).toEqual([]);
});

test('an administrator reads on every page what needs somebody, and takes note of it', async () => {
  const admin = await service.account('admin');
  const page = await open('/console/account/', screens.phone);
  const faults = collectFaults(page);
  await signIn(page, admin);
  const alerts = page.getByRole('region', { name: 'ध्यान दें' });
  // It is one at the second look; the page asks again by itself.
  const folded = alerts.locator('.folded-first');
  await folded.getByText(/^गेटवे दूरसंचार कंपनी \(SMPP\) उत्तर नहीं दे रहा/).waitFor({ timeout: 60_000 });
  expect(await excessWidthPx(page)).toBe(0);
  await alerts.getByRole('heading').click();
  await alerts.getByRole('button', { name: 'संज्ञान लिया' }).click();
  await alerts.getByText('संज्ञान: नमूना अधिकारी').waitFor();
  expect(await alerts.getByRole('button').count()).toBe(0);
  const toDo = alerts.getByRole('link', { name: 'क्या करें' });
  expect(await toDo.getAttribute('href')).toBe('/en/help/operate/#gateway-down');
  expect(await axeFaults(page)).toEqual([]);
  await page.goto('/console/audit/');
  await page.getByText('ने चेतावनी का संज्ञान लिया').first().waitFor();
  expect(faults).toEqual([]);
});

test('an officer makes a passkey, signs in by it alone, and it ends with its removal', async () => {
  const pro = await service.account('zone', 'lucknow');
  // A passkey is bound to a name, so not to 127.0.0.1.
  const account = `${service.url.replace('127.0.0.1', 'localhost')}/console/account/`;
  const page = await open(account);
  const faults = collectFaults(page);
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signIn(page, pro);
  const keys = page.getByRole('region', { name: 'पासकी' });
  const add = async (password: string) => {
    await keys.getByLabel('पासकी का नाम').fill('थाने का फ़ोन');
    await keys.getByLabel('वर्तमान पासवर्ड').fill(password);
    await keys.getByRole('button', { name: 'इस उपकरण में पासकी बनाएँ' }).click();
  };
  await add('not-the-password-4471');
  await keys.getByText('पासवर्ड सही नहीं है').waitFor();
  await add(password);
  await keys.getByText('पासकी “थाने का फ़ोन” बन गई').waitFor();
  await keys.getByText('अभी प्रयोग नहीं हुई').waitFor();
  expect(await axeFaults(page)).toEqual([]);

  const signOut = async () => {
    await page.getByRole('button', { name: 'साइन आउट करें', exact: true }).click();
    await page.getByRole('heading', { name: 'विभागीय पोर्टल में साइन इन' }).waitFor();
    await page.goto(account);
  };
  const byKey = () => page.getByRole('button', { name: 'पासकी से साइन इन' }).click();
  await signOut();
  await byKey();
  await keys.getByText(/अंतिम प्रयोग/).waitFor();

  // A key that was only touched is one factor: the service itself refuses it.
  await signOut();
  await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  const touched = await page.evaluate(async () => {
    const send = (path: string, body: object) =>
      fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const options = await (await send('/api/sign-in/passkey/begin', {})).json();
    const credential = (await navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON({
        ...options,
        userVerification: 'discouraged',
      }),
    })) as PublicKeyCredential;
    const answer = await send('/api/sign-in/passkey', { response: credential.toJSON() });
    return [answer.status, (await answer.json()).error];
  });
  expect(touched).toEqual([400, 'passkey-refused']);

  await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  await page.reload();
  await byKey();
  await keys.getByRole('button', { name: 'पासकी हटाएँ: थाने का फ़ोन' }).click();
  await keys.getByText('अभी कोई पासकी नहीं है।').waitFor();
  await signOut();
  await byKey();
  await page.getByText('यह पासकी स्वीकार नहीं हुई').waitFor();
  expect(faults).toEqual([]);
});
