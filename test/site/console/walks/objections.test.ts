import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../../../campaigns/offices/role.ts';
import { axeFaults, excessWidthPx } from '../../axe.ts';
import { openBrowser, screens } from '../../browser.ts';
import { expectInView } from '../../in-view.ts';
import { type ConsoleService, startConsole } from '../console-fixture.ts';

let service: ConsoleService;
let browser: Browser;
beforeAll(async () => {
  [service, browser] = await Promise.all([startConsole(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

async function openPhone(path: string, role?: Role, area?: string): Promise<Page> {
  const context = await browser.newContext({ ...screens.phone, baseURL: service.url });
  if (role !== undefined) await context.addCookies(await service.officer(role, area));
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

const objected = 'दो बोर्ड नए भवन पर लगे हैं।';
const answered = 'दोनों बोर्ड देखे गए। आज से गिने जाएँगे।';

test('a district objects to a figure, headquarters answers, and the public reads both with the figure of the day', async () => {
  const district = await openPhone('/console/', 'district', 'mahoba');
  const form = district.locator('.objections form');
  await form.getByLabel('किस आँकड़े पर').selectOption({ label: 'बोर्ड' });
  await form.getByLabel('क्या ठीक नहीं है').fill(objected);
  await form.getByRole('button', { name: 'आपत्ति दर्ज करें' }).click();
  await expectInView(district.getByText('आपत्ति दर्ज हुई।'));
  expect([await axeFaults(district), await excessWidthPx(district)]).toEqual([[], 0]);

  const hq = await openPhone('/console/', 'hq');
  await hq.locator('.to-do a[href*="objections"]').click();
  const objection = hq.locator('.objections li', { hasText: 'महोबा' });
  await expectInView(objection.getByText(objected));
  await objection.getByLabel('उत्तर').fill(answered);
  await objection.getByRole('button', { name: 'उत्तर दें' }).click();
  await objection.getByText(/^मुख्यालय का उत्तर, /).waitFor();
  expect([await axeFaults(hq), await excessWidthPx(hq)]).toEqual([[], 0]);

  const citizen = await openPhone('/print/mahoba/');
  const shown = citizen.locator('.objections');
  await shown.getByText(answered).waitFor();
  await shown.getByText('उस दिन का आँकड़ा: 0').waitFor();
  expect(await shown.getByText(objected).count()).toBe(1);
});
