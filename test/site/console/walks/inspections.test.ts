import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignFolder } from '../../../../campaigns/campaign-fs.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import { axeFaults, excessWidthPx } from '../../axe.ts';
import { openBrowser, screens } from '../../browser.ts';
import { expectInView } from '../../in-view.ts';
import { type ConsoleService, startConsole } from '../console-fixture.ts';
import { collectFaults } from '../officers.ts';

const owner = { scope: 'station', district: 'mahoba', station: 'ajnar' } as const;
const code = loadRegistry({ campaignFolder: campaignFolder('up-cop') }).codeFor(owner, 'board');
let service: ConsoleService;
let browser: Browser;
beforeAll(async () => {
  [service, browser] = await Promise.all([startConsole(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

async function openPhone(): Promise<Page> {
  const context = await browser.newContext({ ...screens.phone, baseURL: service.url });
  await context.addCookies(await service.officer('district', 'mahoba'));
  const page = await context.newPage();
  await page.goto('/console/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const countScans = async (kind: number) => {
  const { rows } = await service.database.pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM scan WHERE code = $1 AND visitor_kind = $2',
    [code, kind],
  );
  return rows[0]?.count;
};

test('an officer scans a board, says by one tap how it is, and it stands on the list until it is in order', async () => {
  const page = await openPhone();
  const faults = collectFaults(page);
  await page.goto('/console/boards/');
  const board = { kind: 'board', ...owner, scope: undefined, day: '2019-04-10' };
  const entered = await page.evaluate(
    async (body) =>
      (
        await fetch('/api/activities', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      ).status,
    { ...board, details: {}, remark: '' },
  );
  expect(entered).toBe(201);

  await page.goto(`/q/${code}`);
  expect(new URL(page.url()).pathname).toBe('/console/boards/');
  await expectInView(page.getByRole('heading', { name: 'अजनर, महोबा' }));
  await page.getByLabel('टिप्पणी (वैकल्पिक)').fill('कोना फटा है');
  await expectInView(page.getByRole('button', { name: 'ठीक लगा है' }));
  await page.getByRole('button', { name: 'खराब है' }).click();
  await page.getByText('दर्ज हुआ: बोर्ड खराब है।').waitFor();
  expect([await axeFaults(page), await excessWidthPx(page)]).toEqual([[], 0]);
  // Place 5 of the kinds: an officer's, which no figure counts.
  await expect.poll(() => countScans(5)).toBe(1);
  expect(await countScans(0)).toBe(0);

  await page.getByRole('button', { name: 'सभी बोर्ड' }).click();
  const row = page.locator('.due-boards li');
  await expectInView(row.getByText('“कोना फटा है”'));
  expect([await axeFaults(page), await excessWidthPx(page)]).toEqual([[], 0]);
  await row.getByRole('button', { name: 'हाल लिखें' }).click();
  await page.getByRole('button', { name: 'ठीक लगा है' }).click();
  await page.getByText('दर्ज हुआ: बोर्ड ठीक लगा है।').waitFor();
  await page.goto('/console/boards/');
  await page.getByRole('heading', { name: 'थानों पर 8×5 बोर्ड' }).waitFor();
  expect(await row.count()).toBe(0);
  expect(faults).toEqual([]);
});
