import { expect, test } from 'vitest';
import { axeFaults, widerParts } from '../../axe.ts';
import { screens } from '../../browser.ts';
import { password } from '../console-fixture.ts';
import { setUpConsole } from '../console-suite.ts';
import { signIn } from '../officers.ts';

const portal = setUpConsole();

test('alerts, folded and open, have no fault that axe can find, and fit a phone', async () => {
  const admin = await portal.service.account('admin');
  await portal.service.database.pool.query(
    "INSERT INTO alert (kind, subject, host, detail) VALUES ('disk-nearly-full', '/', 'other', '')",
  );
  const page = await portal.open(null, '/console/account/');
  await signIn(page, admin);
  const alerts = page.getByRole('region', { name: 'ध्यान दें' });
  await alerts.locator('.folded-first').waitFor();
  expect(await widerParts(page)).toEqual([]);
  await alerts.getByRole('heading').click();
  await alerts.getByRole('button', { name: 'संज्ञान लिया' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
});

test('an officer makes a passkey, signs in by it alone, and it ends with its removal', async () => {
  const pro = await portal.service.account('zone', 'lucknow');
  // A passkey is bound to a name, so not to 127.0.0.1.
  const account = `${portal.service.url.replace('127.0.0.1', 'localhost')}/console/account/`;
  const page = await portal.open(null, account, screens.desktop);
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
});
