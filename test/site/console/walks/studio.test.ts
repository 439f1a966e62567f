import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FileLock, tryFileLock } from '../../../../campaigns/files/file-lock-fs.ts';
import { type ManifestFile, manifestSchema } from '../../../../campaigns/manifest.ts';
import { publishedIn } from '../../../../campaigns/published-fs.ts';
import { runGenerator } from '../../../../messaging/print/print-orders/run-generator.ts';
import { axeFaults, expectSound, widerParts } from '../../axe.ts';
import { screens } from '../../browser.ts';
import { buildLimitMs } from '../../site-fixture.ts';
import type { Session } from '../console-fixture.ts';
import { setUpConsole } from '../console-suite.ts';
import { makeVendorLink, placeLiftedOrder } from '../lifted-order.ts';
import { startPublishingConsole } from '../own-site.ts';

const portal = setUpConsole(startPublishingConsole);
/** Builds wait for it: all that is published here is taken into one, which costs both processors ten seconds. */
let otherBuild: FileLock | null;
beforeAll(() => {
  otherBuild = tryFileLock(`${portal.service.siteDir}.lock`);
});
afterAll(() => otherBuild?.release());

test('HQ changes the headline beside its live board, on the phone, on a card and in Urdu', async () => {
  const now = 'थाना अब मोबाइल में';
  const page = await portal.open(['hq'], '/console/studio/');
  await page.getByRole('button', { name: 'प्रारूप बनाएँ' }).click();
  const board = page.locator('.studio-pages.of-board img');
  await board.waitFor({ timeout: 60_000 });
  const before = await board.getAttribute('src');
  await page.getByLabel('मुख्य पंक्ति, हिंदी').fill(now);
  await expect.poll(() => board.getAttribute('src')).not.toBe(before);
  await expect.poll(() => page.locator('.studio-changes ins').allTextContents()).toEqual([now]);
  await expectSound(page);
  // The page behind the code of that board, in the site's own frame.
  await page.getByRole('button', { name: 'फ़ोन', exact: true }).click();
  const phone = page.frameLocator('.studio-phone iframe');
  await expect.poll(() => phone.locator('[data-words="copy.headline"]').textContent()).toBe(now);
  await expect.poll(() => phone.locator('.place').textContent()).toMatch(/^थाना .+, जनपद /);
  expect(await widerParts(page)).toEqual([]);
  await page.getByRole('button', { name: 'कार्ड', exact: true }).click();
  await page.locator('.studio-pages.of-card img').nth(1).waitFor();
  // Words in Urdu, beside the Urdu board; what is not in its script is told in Hindi.
  await page.getByRole('button', { name: 'उर्दू', exact: true }).click();
  await page.locator('.studio-pages.of-board-ur img').waitFor();
  await page.getByRole('textbox', { name: 'ध्येय वाक्य' }).fill('सुरक्षा आपकी');
  await page.locator('.studio-urdu .wrong').filter({ hasText: 'केवल उर्दू या रोमन' }).waitFor();
  await expectSound(page);
  await page.goto('/console/studio/');
  await page.getByRole('heading', { name: 'प्रकाशित: संस्करण 1' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
}, 180_000);

test('a citizen says that a name is wrong, its district puts it right, and site and vendor have the right one', async () => {
  const agra = await portal.service.officer('district', 'agra');
  const board = await makeBoard();
  const citizen = await portal.open(null, '/print/agra/baah/');
  await citizen.locator('report-form summary').click();
  await citizen.locator('#right-name').fill('बाह कस्बा');
  await citizen.locator('#name-remark').fill('द्वार पर यही लिखा है');
  await citizen.locator('report-form button').click();
  await citizen.getByRole('status').filter({ hasText: 'धन्यवाद' }).waitFor();

  const page = await portal.open(agra, '/console/stations/?show=reports', screens.desktop);
  await page.locator('.officer').waitFor();
  const link = await orderBoard(agra, board);
  const vendor = await portal.open(null, link);
  expect(await vendor.getByText('नया संस्करण').count()).toBe(0);

  await page.getByLabel('थाना खोजें').fill('bah');
  await page.getByRole('link', { name: /^बाह/ }).click();
  const proof = page.locator('.proof-board img');
  await proof.waitFor({ timeout: 60_000 });
  const before = await proof.getAttribute('src');
  // A name that cannot be printed is told beside its field, and nothing is saved.
  await page.getByLabel('हिंदी नाम').fill('Baah');
  await page.getByText('केवल देवनागरी अक्षर').first().waitFor();
  await page.getByRole('button', { name: 'सुधार सहेजें' }).click();
  await page.locator('.field .wrong').waitFor();
  await page.getByRole('button', { name: 'यह नाम लें' }).click();
  await expect.poll(() => page.getByLabel('हिंदी नाम').inputValue()).toBe('बाह कस्बा');
  await expect.poll(() => proof.getAttribute('src')).not.toBe(before);
  for (const { viewport } of [screens.desktop, screens.phone]) {
    await page.setViewportSize(viewport);
    await expectSound(page);
  }
  await page.getByRole('button', { name: 'सुधार सहेजें' }).click();
  // A new name is public once a second officer accepted it.
  await page.getByLabel('कारण').fill('द्वार का चित्र');
  await page.getByRole('button', { name: 'सुधार सहेजें' }).click();
  await page.getByText('दूसरे अधिकारी को भेजा गया').waitFor();
  const zone = await portal.open(['zone', 'agra'], '/console/held-acts/', screens.desktop);
  await zone.getByRole('button', { name: 'स्वीकार करें', exact: true }).click();
  await expect.poll(() => readPublished()).toContain('"nameHi":"बाह कस्बा"');

  otherBuild?.release();
  // What the service runs for the station where a whole kit stands; here only this board does.
  expect((await makeBoard()).sha256).not.toBe(board.sha256);
  for (const device of [screens.phone, screens.desktop]) {
    await vendor.setViewportSize(device.viewport);
    await vendor.reload();
    await vendor.getByText('नया संस्करण').first().waitFor();
    expect(await widerParts(vendor)).toEqual([]);
  }
  expect(await axeFaults(vendor)).toEqual([]);

  // The service builds the whole site beside the one that it serves.
  const heading = async () => {
    await citizen.goto('/print/agra/baah/');
    return citizen.locator('h1').textContent();
  };
  await expect.poll(heading, { timeout: buildLimitMs, interval: 1_000 }).toContain('बाह कस्बा');
  expect(await widerParts(citizen)).toEqual([]);

  // Taken back in one tap, the compiled name is back; nobody waits for a third site.
  otherBuild = tryFileLock(`${portal.service.siteDir}.lock`);
  await page.reload();
  await page.getByRole('button', { name: 'सुधार निरस्त करें' }).click();
  await expect.poll(() => readPublished()).toBe('');
}, 360_000);

/** The press file of one station's board, as it is in the manifest. */
async function makeBoard(): Promise<ManifestFile> {
  const { dataDir } = portal.service;
  const printDir = join(dataDir, 'print');
  await runGenerator(['--station', 'agra/baah', '--artwork', 'board', '--format', 'pdf'], {
    printDir,
    env: { ...process.env, DATA_DIR: dataDir },
  });
  const { files } = manifestSchema.parse(
    JSON.parse(readFileSync(join(printDir, 'manifest.json'), 'utf8')),
  );
  const made = files.find(({ station, format }) => station === 'baah' && format === 'pdf');
  if (made === undefined) throw new Error('Expected a board of agra/baah, got none');
  return made;
}

/** Orders the board in the officer's name. @returns the vendor's link */
async function orderBoard(agra: Session, { path, sha256 }: ManifestFile): Promise<string> {
  const line = { path, sha256, quantity: 1, unit: 'sq-ft', ratePaise: 1_850 };
  const { order } = await placeLiftedOrder(portal.service, agra, {
    district: 'agra',
    vendor: 'श्री बालाजी फ़्लेक्स',
    dueOn: '2019-05-10',
    gstPercent: 18,
    lines: [line],
  });
  return makeVendorLink(portal.service, agra, { district: 'agra', order: order.id });
}

function readPublished(): string {
  const file = publishedIn(portal.service.dataDir).stationsFile;
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
