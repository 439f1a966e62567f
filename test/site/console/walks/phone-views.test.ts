import type { BrowserContext, Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { expectSound } from '../../axe.ts';
import { setUpConsole } from '../console-suite.ts';
import { settled } from '../settled.ts';

const approved = { state: 'approved', since: '2019-04-01' };

const portal = setUpConsole();
let hq: BrowserContext;
beforeAll(async () => {
  hq = await portal.openDevice(['hq']);
  await hq.request.post('/api/registrations', {
    headers: { origin: portal.service.url },
    data: { details: { kind: 'header', name: 'UPCOPS', suffix: 'G' }, ...approved },
  });
});

async function writeText(page: Page): Promise<void> {
  await page.locator('.phone-check').getByLabel('भाषा').selectOption('en');
  await page.locator('.phone-check').getByLabel('पाठ').fill('Don’t wait bit.ly/upcop');
  await page.locator('mark').first().waitFor();
  await page.locator('[data-registration=UPCOPS]').waitFor();
  await page.getByText('पोर्टल का उत्तर दर्ज करें').click();
}

async function askToDelete(page: Page): Promise<void> {
  await page.getByLabel('मोबाइल नंबर', { exact: true }).fill('9876543210');
  await page.getByRole('button', { name: 'खोजें', exact: true }).click();
  await page.getByRole('button', { name: 'हर जगह से हटाएँ' }).click();
  await page.getByRole('button', { name: 'हटा दें' }).waitFor();
}

async function reportFaults(page: Page): Promise<void> {
  await page.getByLabel('सेवा प्रदाता').fill('BSNL');
  const enter = async (row: string) => {
    const report = `day,district,channel,sent,delivered\n${row}\n`;
    await page.getByLabel('या रिपोर्ट यहाँ चिपकाएँ').fill(report);
    await page.getByRole('button', { name: 'रिपोर्ट दर्ज करें' }).click();
  };
  await enter('10.04.2019,अटलांटिस,sms,5,4');
  await page.locator('.phone-wide tbody tr').first().waitFor();
  await expectSound(page);
  // So many calls want a reason and a second officer.
  await enter('2019-04-11,agra,ivr,45000,30111');
  await page.locator('.effect').first().waitFor();
}

test.each([
  ['texts', writeText],
  ['numbers', askToDelete],
  ['providers', reportFaults],
  ['gateways', async () => {}],
])(
  'the view %s is sound in English as well, and says when the service is away',
  async (view, use) => {
    const page = await hq.newPage();
    await page.goto(`/console/${view}/`);
    await settled(page);
    await use(page);
    await settled(page);
    await expectSound(page);
    await page.goto(`/en/console/${view}/`);
    await settled(page);
    await expectSound(page);
    await page.route('**/api/{templates,opt-outs,operator-reports,gateways}*', (route) =>
      route.abort(),
    );
    await page.reload();
    // What holds no numbers is shown as it was last seen.
    if (view === 'texts' || view === 'gateways') {
      await page.getByText('No network. This is of').waitFor();
      return page.close();
    }
    await page.getByText('The server could not be reached.').first().waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect.poll(() => page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await page.close();
  },
);
