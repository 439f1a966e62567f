import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import type { Role } from '../../../../campaigns/offices/role.ts';
import { screens } from '../../browser.ts';
import { password } from '../console-fixture.ts';
import { setUpConsole } from '../console-suite.ts';
import { expectKeyboard } from '../keyboard-walk.ts';

const portal = setUpConsole();
/** On which somebody of the role is signed in. */
const pages = new Map<Role, Page>();
beforeAll(async () => {
  for (const office of [['district', 'mahoba'], ['hq']] as const)
    pages.set(office[0], await (await portal.openDevice(office, screens.desktop)).newPage());
});

/** A list and a form; all views are walked by `every-view.test.ts`. */
test.each([
  ['district', 'entry'],
  ['hq', 'boards'],
] as const)(
  '%s at the view %s: reaches everything by keyboard, sees where it is, and no target is too small',
  async (role, view) => {
    const page = pages.get(role);
    if (page === undefined) throw new Error('Expected the role to be signed in');
    await expectKeyboard(page, view);
  },
);

/** Moves on until an element of that name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const isThere = await page.evaluate(
      ({ source }) => {
        const element = document.activeElement as HTMLInputElement | null;
        const label = element?.labels?.[0]?.textContent ?? element?.textContent ?? '';
        return new RegExp(source, 'u').test(label.trim());
      },
      { source: name.source },
    );
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Expected ${name} within 80 presses of Tab`);
}

test('work is recorded without a mouse, from sign-in to the answer', async () => {
  const { email, backupCodes } = await portal.service.account('district', 'agra');
  const page = await portal.open(null, '/console/entry/?kind=pamphlet', screens.desktop);
  await page.getByLabel('ई-मेल').waitFor();
  await tabTo(page, /^ई-मेल/u);
  await page.keyboard.type(email);
  await tabTo(page, /^पासवर्ड/u);
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'फ़ोन पास नहीं है' }).waitFor();
  await tabTo(page, /^फ़ोन पास नहीं है/u);
  await page.keyboard.press('Enter');
  await page.getByLabel('बैकअप कोड').waitFor();
  await tabTo(page, /^बैकअप कोड/u);
  await page.keyboard.type(backupCodes[0] ?? '');
  await page.keyboard.press('Enter');
  await page.getByLabel('पम्पलेट की संख्या').waitFor();
  await tabTo(page, /^पम्पलेट की संख्या/u);
  await page.keyboard.type('5000');
  await tabTo(page, /^दर्ज करें$/u);
  await page.keyboard.press('Enter');
  await page.getByText('पम्पलेट की संख्या: 5,000').waitFor();
  // The answer has the focus, so that it is read out and the next Tab goes on from there.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
    .toBe('status');
});
