import { afterAll, expect, test } from 'vitest';
import { freePort } from '../../../messaging/fixtures/postgres.ts';
import {
  type IdentityProvider,
  startIdentityProvider,
} from '../../../servers/identity-provider.ts';
import { axeFaults } from '../../axe.ts';
import { startConsole } from '../console-fixture.ts';
import { setUpConsole } from '../console-suite.ts';

let provider: IdentityProvider;
/** Another site than the provider's, so that cookies behave as on the net. */
let address: string;
const portal = setUpConsole(async () => {
  const port = await freePort();
  address = `http://localhost:${port}`;
  provider = await startIdentityProvider(address);
  const settings = { ...provider.settings, PORT: String(port), PUBLIC_URL: address };
  return { ...(await startConsole(settings)), url: address };
});
afterAll(() => provider.close());

test('an officer signs in at the provider from the English page, and is out when signed out there', async () => {
  const { email } = await portal.service.invite('district', 'agra');
  const account = { subject: 'sunita', email, email_verified: true, amr: ['mfa'] };
  provider.signInAs({ ...account, name: 'Sunita Verma, PRO Agra' });
  const page = await portal.open(null, '/en/console/');
  const leave = page.getByRole('button', { name: 'Sign in with the department’s account' });
  await leave.waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await leave.click();
  await page.getByRole('button', { name: 'Sign in here' }).click();
  await page.getByRole('button', { name: /^Sunita Verma, PRO Agra/ }).waitFor();
  // Neither code nor state stays in the address.
  expect(page.url()).toMatch(/\/en\/console\/[\w-]*\/?$/);
  await page.goto('/en/console/account/');
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
  // Without a password here there is none to change.
  expect(await page.getByLabel('Current password').count()).toBe(0);

  const { rows } = await portal.service.database.pool.query<{ sid: string }>(
    'SELECT provider_session AS sid FROM session WHERE provider_session IS NOT NULL',
  );
  await provider.signOut('sunita', rows[0]?.sid ?? '');
  await page.reload();
  await leave.waitFor();
});

test('an officer with a code of ours gives it after the provider, and reads why an answer was refused', async () => {
  const { email, backupCodes } = await portal.service.account('hq');
  const account = { subject: 'ramesh', email, email_verified: false, amr: ['pwd'] };
  provider.signInAs(account);
  const page = await portal.open(null, '/console/');
  const sign = async () => {
    await page.getByRole('button', { name: 'विभागीय खाते से साइन इन करें' }).click();
    await page.getByRole('button', { name: 'Sign in here' }).click();
  };
  await sign();
  await page.getByText('आपके विभागीय खाते में सत्यापित ई-मेल पता नहीं है').waitFor();
  await page.context().clearCookies({ domain: '127.0.0.1' });
  provider.signInAs({ ...account, email_verified: true });
  await sign();
  await page.getByRole('button', { name: 'फ़ोन पास नहीं है: बैकअप कोड दें' }).click();
  await page.getByLabel('बैकअप कोड').fill(backupCodes.pop() ?? '');
  await page.getByRole('button', { name: 'आगे बढ़ें' }).click();
  await expect.poll(() => page.locator('.officer').count()).toBe(1);
});
