import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishedIn } from '../../../campaigns/published-fs.ts';
import { axeFaults, excessWidthPx } from '../axe.ts';
import { openBrowser, screens } from '../browser.ts';
import { type Account, type ConsoleService, startConsole } from './console-fixture.ts';
import { faultsOf, signIn } from './officers.ts';

let service: ConsoleService;
let browser: Browser;
beforeAll(async () => {
  [service, browser] = await Promise.all([startConsole(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

async function visit(
  officer: Account,
  use: (page: Page) => Promise<void>,
  device: (typeof screens)[keyof typeof screens] = screens.phone,
): Promise<void> {
  const context = await browser.newContext({ ...device, baseURL: service.url });
  const page = await context.newPage();
  const faults = faultsOf(page);
  await page.goto('/console/studio/');
  await signIn(page, officer);
  await use(page);
  await context.close();
  expect(faults).toEqual([]);
}

/** Approves what waits, as the other officer does. */
async function approve(officer: Account, link: string, seen: string[]): Promise<void> {
  await visit(officer, async (page) => {
    await page.getByRole('link', { name: link }).click();
    await page.locator('.studio-changes').waitFor();
    expect(await page.locator('.studio-changes :is(del, ins)').allTextContents()).toEqual(seen);
    await page.getByRole('button', { name: 'स्वीकृत कर प्रकाशित करें' }).click();
    await page.locator('.notice.good').waitFor();
  });
}

test('HQ changes the headline beside its live board, another officer approves it, and one tap leads back', async () => {
  const [hq, other] = [await service.account('hq'), await service.account('hq')];
  const [was, now] = ['घर बैठे पुलिस सेवाएँ', 'थाना अब मोबाइल में'];
  await visit(hq, async (page) => {
    await page.getByRole('button', { name: 'प्रारूप बनाएँ' }).click();
    const board = page.locator('.studio-pages.board img');
    await board.waitFor({ timeout: 60_000 });
    const before = await board.getAttribute('src');
    await page.getByLabel('मुख्य पंक्ति, हिन्दी').fill(now);
    await expect.poll(() => board.getAttribute('src'), { timeout: 20_000 }).not.toBe(before);
    await expect.poll(() => page.locator('.studio-changes ins').allTextContents()).toEqual([now]);
    expect(await excessWidthPx(page)).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    // Undone, it is as it is published; written again, it is kept.
    await page.getByRole('button', { name: 'पूर्ववत करें: मुख्य पंक्ति (हिन्दी)' }).click();
    await expect.poll(() => page.getByLabel('मुख्य पंक्ति, हिन्दी').inputValue()).toBe(was);
    await page.getByLabel('मुख्य पंक्ति, हिन्दी').fill(now);
    await expect.poll(() => page.locator('.studio-changes ins').allTextContents()).toEqual([now]);
    await page.getByRole('button', { name: 'स्वीकृति हेतु भेजें' }).click();
    await page.locator('.notice.good').waitFor({ timeout: 30_000 });
  });
  await approve(other, 'नमूना अधिकारी का प्रारूप', [was, now]);
  await visit(
    hq,
    async (page) => {
      await page.getByRole('heading', { name: 'प्रकाशित: संस्करण 2' }).waitFor();
      await page.getByRole('button', { name: /इस पर वापस जाएँ.*संस्करण 1/ }).click();
      await page.getByRole('button', { name: 'वापसी स्वीकृति हेतु भेजें' }).click();
      await page.locator('.notice.good').waitFor();
    },
    screens.desktop,
  );
  await approve(other, 'संस्करण 1 पर वापसी', [now, was]);
  await visit(hq, async (page) => {
    await page.getByRole('heading', { name: 'प्रकाशित: संस्करण 3' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
}, 180_000);

test('what a citizen says of a name is put right beside the live board, and is published', async () => {
  const agra = await service.account('district', 'agra');
  const context = await browser.newContext({ ...screens.phone, baseURL: service.url });
  const said = await context.request.post('/api/public/name-reports', {
    headers: { origin: service.url },
    data: { district: 'agra', station: 'baah', name: 'बाह कस्बा', remark: 'द्वार पर यही लिखा है' },
  });
  expect(said.status()).toBe(204);
  const page = await context.newPage();
  const faults = faultsOf(page);
  await page.goto('/console/stations/?show=reports');
  await signIn(page, agra);
  await page.getByLabel('थाना खोजें').fill('bah');
  await page.getByRole('link', { name: /^बाह/ }).click();
  const board = page.locator('.proof-board img');
  await board.waitFor({ timeout: 60_000 });
  const before = await board.getAttribute('src');
  // A name that cannot be printed is told beside its field, and nothing is saved.
  await page.getByLabel('हिन्दी नाम').fill('Baah');
  await page.getByText('केवल देवनागरी अक्षर').first().waitFor();
  await page.getByRole('button', { name: 'सुधार सहेजें' }).click();
  await page.locator('.field .wrong').waitFor();
  await page.getByRole('button', { name: 'यह नाम लें' }).click();
  expect(await page.getByLabel('हिन्दी नाम').inputValue()).toBe('बाह कस्बा');
  await expect.poll(() => board.getAttribute('src'), { timeout: 20_000 }).not.toBe(before);
  expect(await axeFaults(page)).toEqual([]);
  expect(await excessWidthPx(page)).toBe(0);
  await page.getByRole('button', { name: 'सुधार सहेजें' }).click();
  await page.getByText('सहेजा गया।').waitFor();
  await expect
    .poll(() => readPublished('agra.csv'), { timeout: 10_000 })
    .toContain('rename,baah,बाह कस्बा');
  // Taken back in one tap, the compiled name stands again.
  await page.getByRole('button', { name: 'सुधार निरस्त करें' }).click();
  await expect.poll(() => readPublished('agra.csv'), { timeout: 10_000 }).toBe('');
  await context.close();
  expect(faults).toEqual([]);
});

function readPublished(name: string): string {
  const file = join(publishedIn(service.dataDir).stationsFolder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
