import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import type { ProgressFile } from '../../campaigns/tracker/progress-file.ts';
import {
  readCodes,
  removeFolder,
  renderPage,
  runGenerator,
  temporaryFolder,
} from '../generator/fixture.ts';
import { openBrowser, screens } from './browser.ts';
import { type ConsoleService, startConsole } from './console/console-fixture.ts';
import { expectInView } from './in-view.ts';
import { buildLimitMs } from './site-fixture.ts';

const station = 'mahoba/ajnar';
const { app, links } = loadCampaign('up-cop');
let folder: string;
let service: ConsoleService;
let browser: Browser;
let scanned: string;
beforeAll(async () => {
  folder = temporaryFolder();
  [service, browser] = await Promise.all([startConsole({}, { embedded: true }), openBrowser()]);
  await runGenerator([
    '--station',
    station,
    '--artwork',
    'board',
    '--format',
    'pdf',
    '--out',
    folder,
  ]);
  const [code] = await readCodes(
    await renderPage(
      readFileSync(join(folder, station, `${station.replace('/', '-')}-board.pdf`)),
      0,
      2000,
    ),
  );
  scanned = code ?? '';
}, buildLimitMs);
afterAll(async () => {
  await browser.close();
  await service.close();
  removeFolder(folder);
});

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 12_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1 Mobile/15E148 Safari/604.1';
const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36';

/** Opens what was scanned on a device, and returns the last address that it asked for. */
async function follow(device: Parameters<Browser['newContext']>[0]): Promise<URL> {
  const context = await browser.newContext(device);
  const page = await context.newPage();
  let last = '';
  page.on('request', (request) => {
    if (request.isNavigationRequest()) last = request.url();
  });
  // The campaign's host answers at the service of the test; the stores are out of its reach.
  const opening = page.goto(service.url + new URL(scanned).pathname);
  await opening.catch((error: unknown) => {
    if (last.startsWith(service.url)) throw error;
  });
  await context.close();
  return new URL(last);
}

async function scansOfDistrict(): Promise<number | undefined> {
  const answer = await fetch(`${service.url}/api/progress`);
  const { districts } = (await answer.json()) as ProgressFile;
  return districts.find(({ district }) => district === 'mahoba')?.scans.total;
}

test('the code on a board leads each device to its store, and the district’s count follows', async () => {
  const [, host, code] = /^https:\/\/([^/]+)\/Q(\w+)$/.exec(scanned) ?? [];
  expect(host).toBe(links.host.toUpperCase());

  const play = await follow(screens.phone);
  expect(play.origin + play.pathname).toBe('https://play.google.com/store/apps/details');
  expect(play.searchParams.get('id')).toBe(app.playPackage);
  expect(Object.fromEntries(new URLSearchParams(play.searchParams.get('referrer') ?? ''))).toEqual({
    utm_source: 'board',
    utm_medium: 'qr',
    utm_campaign: code,
  });

  const appStore = await follow({ ...screens.phone, userAgent: iphone });
  expect(appStore.origin).toBe('https://apps.apple.com');
  expect(appStore.pathname).toBe(`/in/app/id${app.appStoreId}`);
  expect(appStore.searchParams.get('ct')).toBe('mahoba');

  const landing = await follow({ ...screens.desktop, userAgent: windows });
  expect(landing.href).toBe(`${service.url}/get/?c=${code}`);

  // A browser that says it is a machine is answered and not counted.
  expect((await follow(screens.desktop)).pathname).toBe('/get/');
  await expect.poll(scansOfDistrict).toBe(3);
});

test('the page behind the code says where true codes lead, and takes what is wrong with this one', async () => {
  const code = /Q(\w+)$/.exec(scanned)?.[1];
  for (const [name, device] of Object.entries({ phone: screens.phone, desktop: screens.desktop })) {
    const context = await browser.newContext({ ...device, baseURL: service.url });
    const page = await context.newPage();
    await page.goto(`/get/?c=${code}`);
    await page.getByText(`असली कोड का पता ${links.host}/Q से शुरू होता है`).waitFor();
    const summary = page.getByText('कोड पर कुछ चिपका है या वह खराब है?');
    await summary.click();
    await page.getByRole('button', { name: 'भेजें' }).click();
    await page.getByText('ऊपर से एक बात चुनें।').waitFor();
    await page.getByLabel('कोड के ऊपर दूसरा स्टिकर चिपका है').check();
    expect(await page.getByText('ऊपर से एक बात चुनें।').count()).toBe(0);
    if (process.env['PICTURES'])
      await page.screenshot({ path: `${process.env['PICTURES']}/get-${name}.png`, fullPage: true });
    await page.getByRole('button', { name: 'भेजें' }).click();
    await expectInView(page.getByText('धन्यवाद। सूचना दर्ज हो गई।'));
    await context.close();
  }
  const { rows } = await service.database.pool.query('SELECT code, station, kind FROM code_report');
  // Both devices are this machine.
  expect(rows).toEqual([{ code, station: 'ajnar', kind: 'stuck-over' }]);
});
