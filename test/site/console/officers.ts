import type { Page } from 'playwright';
import { totpCode } from '../../messaging/fixtures/totp.ts';
import { type Account, password } from './console-fixture.ts';

/** Signs in at the page that is open, with a backup code as the second step. */
export async function signIn(page: Page, { email, backupCodes }: Account): Promise<void> {
  await givePassword(page, email);
  await page.getByRole('button', { name: 'फ़ोन पास नहीं है: बैकअप कोड दें' }).click();
  await page.getByLabel('बैकअप कोड').fill(backupCodes.pop() ?? '');
  await page.getByRole('button', { name: 'आगे बढ़ें' }).click();
}

/** The first step, at the page that is open. */
export async function givePassword(page: Page, email: string): Promise<void> {
  await page.getByRole('textbox', { name: 'ई-मेल' }).fill(email);
  await page.getByLabel('पासवर्ड').fill(password);
  await page.getByRole('button', { name: 'साइन इन करें' }).click();
}

/** Makes an account by the one-time link of an invitation, and takes the first step of signing in. */
async function accept(
  page: Page,
  { link, email }: { link: string; email: string },
  name = 'नमूना नोडल अधिकारी',
): Promise<void> {
  await page.goto(link);
  await page.getByLabel('आपका नाम और पदनाम').fill(name);
  await page.getByLabel('पासवर्ड').fill(password);
  await page.getByRole('button', { name: 'सहेजें' }).click();
  await page.getByRole('link', { name: 'साइन इन करें' }).click();
  await givePassword(page, email);
}

/** Goes the way of a new officer: invitation, sign-in, second factor with the key that the page shows. */
export async function join(
  page: Page,
  invitation: { link: string; email: string },
  name?: string,
): Promise<Account> {
  await accept(page, invitation, name);
  await page.getByRole('img', { name: 'ऑथेंटिकेटर ऐप के लिए क्यूआर कोड' }).waitFor();
  const key = ((await page.locator('.secret').textContent()) ?? '').replace(/\s/g, '');
  const code = totpCode(`otpauth://totp/UP%20COP?secret=${key}`);
  const backupCodes = await page.locator('.codes li').allTextContents();
  await page.getByLabel('ऑथेंटिकेटर ऐप का कोड').fill(code);
  await page.getByRole('button', { name: 'चालू करें' }).click();
  await page.locator('.officer').waitFor();
  return { email: invitation.email, backupCodes };
}

/** Faults that a page reports; an answer of the service with an error status is not one. */
export function collectFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) {
      faults.push(text);
    }
  });
  return faults;
}
