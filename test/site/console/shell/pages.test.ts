import { readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { doctorChecks } from '../../../../campaigns/words/doctor-words.ts';
import { viewPath, views } from '../../../../site/islands/console/ui/views.ts';
import { axeFaults, expectSound, widerParts } from '../../axe.ts';
import { readDownload, screens } from '../../browser.ts';
import { expectInView } from '../../in-view.ts';
import { emptySite } from '../../site-fixture.ts';
import { today } from '../console-fixture.ts';
import { setUpConsole } from '../console-suite.ts';
import { signIn } from '../officers.ts';
import { settled } from '../settled.ts';
import { expectSoundView } from '../sound-view.ts';

const portal = setUpConsole();
let hq: BrowserContext;
let folder: string;
/** Goes from view to view, as an officer does; its process is started once. */
let page: Page;
beforeAll(async () => {
  ({ folder } = await emptySite());
  hq = await portal.openDevice(['hq']);
  page = await hq.newPage();
});

/** Opens a page and waits until its view has come and all that it reads. */
async function open(path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** A list and a form; all views are tried by `every-view.test.ts`. */
const shown = ['boards', 'entry'] as const;

test.each(shown)(
  'the view %s has no fault that axe can find, fits 320 px in both languages, and letters twice as large',
  async (view) => {
    await expectSoundView(page, view, open);
  },
);

test.each(views)('the view %s is left out by search engines, and allows no inline code', (view) => {
  for (const root of ['', '/en']) {
    const html = readFileSync(joinPath(folder, root, viewPath(view), 'index.html'), 'utf8');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).not.toContain('unsafe-');
  }
});

test('the map for search engines leaves the console out', () => {
  expect(readFileSync(joinPath(folder, 'sitemap.xml'), 'utf8')).not.toContain('/console/');
});

test('who is not signed in sees the sign-in and nothing else', async () => {
  const page = await portal.open(null, '/en/console/audit/');
  await settled(page);
  expect(await page.getByRole('navigation').count()).toBe(0);
  await expect
    .poll(() => page.getByRole('heading', { level: 2 }).allTextContents())
    .toEqual(['Sign in to the console']);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByLabel('E-mail').fill('nobody@police.example');
  await page.getByLabel('Password').fill('wrong');
  await page.keyboard.press('Enter');
  await page.getByText('E-mail or password is wrong').waitFor();
});

test('on a phone one bar of 48 px stands above the view, and tabs below the thumb', async () => {
  await page.setViewportSize(screens.phone.viewport);
  await open('/en/console/reports/');
  const heights = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((found) => found.map((element) => element.getBoundingClientRect().height));
  expect(await heights('.bar')).toEqual([48]);
  const tabs = page.getByRole('navigation', { name: 'Main pages' });
  const names = await tabs.locator('a, button').allTextContents();
  expect(names).toEqual(['Today', 'Stations', 'Work', 'Blasts', 'More']);
  for (const height of await heights('.tabs :is(a, button)'))
    expect(height).toBeGreaterThanOrEqual(44);
  // What is open is one of those behind it.
  const more = tabs.getByRole('button', { name: 'More' });
  await expect.poll(() => more.getAttribute('data-current')).toBe('true');
  await more.click();
  const sheet = page.getByRole('dialog', { name: 'Menu of the console' });
  await expect
    .poll(() => sheet.getByRole('link').allTextContents())
    .toEqual([
      ...['Today', 'Stations', 'Work', 'Blasts', 'Directions', 'Figures', 'Material', 'Office'],
    ]);
  await expect.poll(() => sheet.locator('[aria-current=page]').textContent()).toBe('Figures');
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await expect
    .poll(() => more.evaluate((element) => element === document.activeElement))
    .toBe(true);

  // Text twice as large needs no scrolling to the side.
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '36px';
  });
  expect(await widerParts(page)).toEqual([]);
});

test('the mark of practice covers nothing of the view', async () => {
  await page.setViewportSize(screens.phone.viewport);
  await open('/en/console/boards/');
  const views = page.locator('.section-views a');
  await views.first().waitFor();
  await page.evaluate(() => {
    const mark = Object.assign(document.createElement('div'), { className: 'demonstration' });
    mark.append('Practice');
    document.querySelector('main')?.prepend(mark);
  });
  for (const view of await views.all()) await expectInView(view);
  const ends = await page.evaluate(() =>
    ['.demonstration', '.section-views']
      .map((part) => document.querySelector(part)?.getBoundingClientRect() ?? new DOMRect())
      .map(({ top, bottom }) => ({ top, bottom })),
  );
  expect(ends[1]?.top).toBeGreaterThanOrEqual(ends[0]?.bottom ?? Number.NaN);
});

test('an officer who signs in or changes the language stays where the link led', async () => {
  const zone = await portal.service.account('zone', 'agra');
  const page = await portal.open(null, '/console/boards/?district=mathura');
  await settled(page);
  await signIn(page, zone);
  await page.getByRole('heading', { name: 'जनपद मथुरा' }).waitFor();
  expect(page.url()).toBe(`${portal.service.url}/console/boards/?district=mathura`);
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Mathura district' }).waitFor();
  expect(page.url()).toBe(`${portal.service.url}/en/console/boards/?district=mathura`);
  await page.getByRole('button', { name: /Account$/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('E-mail').waitFor();
});

test('the districts of a link are found, counted and sorted, and another’s entry shows by itself', async () => {
  await page.setViewportSize(screens.phone.viewport);
  await open('/en/console/boards/?zone=agra&q=आगरा');
  await page.getByText('1 of 75', { exact: true }).waitFor();
  // On a phone the last column that is shown.
  const agra = page.getByRole('row', { name: /^Agra/ });
  const left = async () => Number(await agra.getByRole('cell').last().textContent());
  const before = await left();
  const entry = { kind: 'board', district: 'agra', station: 'etmadpur', day: today };
  const answer = await hq.request.post('/api/activities', {
    headers: { origin: portal.service.url },
    data: { ...entry, details: {}, remark: '' },
  });
  expect(answer.status()).toBe(201);
  await expect.poll(left).toBe(before - 1);
  await page
    .getByRole('link', { name: /^1 waiting Work|Work/ })
    .locator('.badge')
    .waitFor();

  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await page.getByText('75 in all').waitFor();
  const head = page.getByRole('columnheader', { name: 'District' });
  await head.getByRole('button').click();
  await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending');
  expect(new URL(page.url()).search).toBe('?sort=name');
  await page.getByRole('button', { name: /^Reminder letter/ }).click();
  await page.getByText('विषय: थानों पर UP COP ऐप').waitFor();
  // The same letter by e-mail is beside it, and the list of letters leads here.
  await page.getByRole('heading', { name: 'By e-mail' }).waitFor();
  await open('/en/console/mail/');
  await page.getByRole('link', { name: 'Reminder to the districts that are behind' }).click();
  await page.getByText('विषय: थानों पर UP COP ऐप').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await widerParts(page)).toEqual([]);
});

test('on paper a list has its heads, and no field to search by', async () => {
  await page.setViewportSize({ width: 720, height: 1020 });
  await page.emulateMedia({ media: 'print' });
  await open('/en/console/boards/');
  // The district, and the columns that a narrow page has room for.
  const heads = page.locator('.sorted thead button:visible');
  await expect
    .poll(() => heads.allTextContents())
    .toEqual(expect.arrayContaining(['District', 'Up']));
  expect(await page.getByRole('searchbox').count()).toBe(0);
  await page.emulateMedia({ media: null });
});

test('an event and an outcome are entered under Figures, and taken back in two taps', async () => {
  await open('/en/console/reports/');
  const event = page.locator('form').filter({ has: page.getByLabel('Title (Hindi)') });
  await event.getByLabel('Day', { exact: true }).fill('2019-04-03');
  await event.getByLabel('Kind').selectOption('mela');
  await event.getByLabel('Title (Hindi)').fill('मेला');
  await event.getByLabel('Title (English)').fill('Fair');
  await event.getByLabel('Area').selectOption('agra');
  await event.getByRole('button', { name: 'Enter' }).click();
  // New words that the public reads take two officers as well.
  await event.getByText('Sent to a second officer').waitFor();
  await portal.acceptHeld('curve-event.enter');
  await open('/en/console/reports/');
  const marked = page.getByRole('listitem').filter({ hasText: 'Fair · Agra' });
  await marked.waitFor();
  const outcome = page.locator('form').filter({ has: page.getByLabel('Service') });
  await outcome.getByLabel('Service').selectOption('view-fir');
  await outcome.getByLabel('Count').fill('120');
  await outcome.getByLabel('Up to').fill('2019-04-01');
  await outcome.getByLabel('Source').fill('पत्र दिनांक 01.04.2019');
  await outcome.getByRole('button', { name: 'Enter' }).click();
  // A first figure takes two officers.
  await outcome.getByText('the first figure').waitFor();
  await outcome.getByLabel('Reason').fill('Letter of 1 April');
  await outcome.getByRole('button', { name: 'Enter' }).click();
  await outcome.getByText('Sent to a second officer').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await marked.getByRole('button', { name: 'Take back' }).click();
  await marked.getByRole('button', { name: 'Yes, take it back' }).click();
  await marked.waitFor({ state: 'detached' });
});

test('an administrator sees what the installation lacks, what is to be done first', async () => {
  const page = await portal.open(['admin'], '/en/console/doctor/');
  const rows = page.locator('.fact');
  await expect.poll(() => rows.count()).toBe(doctorChecks.length);
  expect(await rows.first().textContent()).toContain('To do');
  expect(await rows.last().textContent()).toContain('Good');
  expect(await rows.filter({ hasText: 'Last drill' }).textContent()).toContain('Never held');
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await widerParts(page)).toEqual([]);
});

test('a station is one page: its name, board, printing and scans, each with an address, and fits 320 px', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open('/console/boards/?district=agra');
  await page.getByRole('link', { name: 'एत्मादपुर' }).click();
  const station = page.getByRole('region', { name: 'थाना एत्मादपुर' });
  const parts = [
    ['बोर्ड', 'फ़ोटो'],
    ['छपाई', 'अभी कोई कार्यादेश नहीं है।'],
    ['स्कैन', 'पिछले 12 सप्ताह में कोई स्कैन नहीं।'],
    ['नाम', 'हिंदी नाम'],
  ] as const;
  for (const [name, content] of parts) {
    const tab = station.getByRole('button', { name, exact: true });
    await tab.click();
    await expectInView(tab);
    await expectInView(station.getByText(content).first());
    await expectSound(page);
  }
  await page.goBack();
  await station.getByText('पिछले 12 सप्ताह में कोई स्कैन नहीं।').waitFor();
  expect(new URL(page.url()).searchParams.get('part')).toBe('record');
});

test('the review note of a month is saved as a file', async () => {
  await open('/en/console/');
  await page.getByText('Review note and letters').click();
  await page.getByLabel('Month', { exact: true }).selectOption('2019-03');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download PDF' }).click();
  const saved = await readDownload(await saving);
  expect(saved.subarray(0, 5).toString()).toBe('%PDF-');
});

test('without the service a page says so and can be tried again', async () => {
  // Without its stream of changes no part hears by itself that the service is back.
  await page.route('**/api/events', (route) => route.abort());
  await page.route('**/api/**', (route) => route.abort());
  await page.goto('/en/console/people/');
  await page.getByText('The server could not be reached.').first().waitFor();
  await settled(page);
  const again = page.getByRole('button', { name: 'Try again' });
  expect(await again.count()).toBeGreaterThan(0);
  await page.unroute('**/api/**');
  // A part whose neighbour was tried again may have come back with it.
  await expect
    .poll(async () => {
      if ((await again.count()) > 0)
        await again
          .first()
          .click({ timeout: 1000 })
          .catch(() => {});
      return again.count();
    })
    .toBe(0);
});

test('Ctrl-K finds a station by its sound, a direction and a view, and asks for no citizen’s number', async () => {
  await open('/en/console/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search the console' });
  const field = dialog.getByRole('textbox');
  await field.fill('hazratganj');
  const station = dialog.getByRole('link', { name: /^Hazratganj/ }).first();
  await expect
    .poll(() => station.getAttribute('href'))
    .toBe('/en/console/stations/?district=lucknow&station=hazratganj');
  expect(await axeFaults(page)).toEqual([]);
  await field.fill('2B');
  await dialog.getByRole('heading', { name: 'Directions' }).waitFor();
  await field.fill('audit');
  await expect
    .poll(() => dialog.getByRole('link', { name: 'Audit log' }).getAttribute('href'))
    .toBe('/en/console/audit/');
  await field.fill('9876543210');
  await dialog.getByText('A citizen’s number is not searched here.').waitFor();
  expect(asked.filter((url) => url.includes('9876543210'))).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});
