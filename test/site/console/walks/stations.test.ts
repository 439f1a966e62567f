import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { expectInView } from '../../in-view.ts';
import { setUpConsole } from '../console-suite.ts';

const portal = setUpConsole();

async function openStations(): Promise<Page> {
  const page = await portal.open(['district', 'mahoba'], '/console/stations/');
  await page.getByRole('link', { name: 'कबरई' }).waitFor();
  return page;
}

const readFields = (page: Page, station = 'kabrai') =>
  page.evaluate(async (wanted) => {
    const { stations } = await (await fetch('/api/stations/mahoba')).json();
    return stations.find(({ id }: { id: string }) => id === wanted).fields;
  }, station);

/** Opens a station and waits for its pictures, which push what is below them down. */
async function openStation(page: Page, station: string): Promise<void> {
  await page.goto(`/console/stations/?station=${station}`);
  for (const proof of ['.proof-pamphlet', '.proof-urdu'])
    await page.locator(`${proof} img`).first().waitFor();
}

test('on a phone a station opens as a separate page, and back leads to where the list was left', async () => {
  const page = await openStations();
  const link = page.getByRole('link', { name: 'कबरई' });
  await link.click();
  const title = page.getByRole('heading', { level: 2, name: 'कबरई' });
  await expectInView(title);
  await expectInView(page.getByRole('button', { name: 'थानों की सूची' }));
  expect(await link.isVisible()).toBe(false);
  expect(new URL(page.url()).searchParams.get('station')).toBe('kabrai');
  await page.goBack();
  await expectInView(link);
  expect(await title.isVisible()).toBe(false);
  await page.goForward();
  await expectInView(title);
  await page.getByRole('button', { name: 'थानों की सूची' }).click();
  await expectInView(link);
});

test('a number waits for a second officer; what is written beside it outlasts its save', async () => {
  const page = await openStations();
  await openStation(page, 'kabrai');
  const cug = page.getByLabel('थाना प्रभारी का CUG नंबर');
  await cug.fill('9454400000');
  // What is written beside it outlasts the save, too.
  const nameEn = page.getByLabel('अंग्रेज़ी नाम');
  const before = await nameEn.inputValue();
  const spelt = before.replace('b', 'b-');
  await nameEn.fill(spelt);
  await page.getByRole('button', { name: 'खाने सहेजें' }).click();
  await expectInView(page.getByText('नया नंबर, जो थाने के बोर्ड पर छपेगा'));
  expect(await readFields(page)).toEqual({});
  await portal.acceptHeld('station.fields');
  expect(await nameEn.inputValue()).toBe(spelt);
  await page.getByRole('button', { name: 'सुधार सहेजें' }).click();
  await page.locator('.station-page').getByText('नाम बदला').waitFor();
  await expectInView(page.getByText('सहेजा गया।'));
  expect(await readFields(page)).toEqual({ cug: '9454400000' });
});

test('what another officer filled in meanwhile is neither lost nor merged by silence', async () => {
  const page = await openStations();
  await openStation(page, 'srinagar');
  const line = page.getByLabel('स्थानीय पंक्ति');
  await line.fill('बस अड्डे के पास');
  const changes = { cug: '9454400001' };
  expect(
    await page.evaluate(
      async (body) => {
        const address = '/api/stations/mahoba/srinagar/fields';
        const headers = { 'content-type': 'application/json' };
        return (await fetch(address, { method: 'POST', headers, body })).status;
      },
      JSON.stringify({ changes, seen: await readFields(page, 'srinagar') }),
    ),
  ).toBe(202);
  await portal.acceptHeld('station.fields');
  const save = page.getByRole('button', { name: 'खाने सहेजें' });
  await save.click();
  const again = page.getByRole('button', { name: 'नई जानकारी लाएँ' });
  await expectInView(again);
  await again.click();
  await expect
    .poll(() => page.getByLabel('थाना प्रभारी का CUG नंबर').inputValue())
    .toBe('9454400001');
  expect(await line.inputValue()).toBe('बस अड्डे के पास');
  await save.click();
  await expectInView(page.getByText('नए शब्द, जो जनता पढ़ेगी'));
});
