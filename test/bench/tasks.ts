import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import type { Role } from '../../campaigns/offices/role.ts';
import { loadSample } from '../../messaging/front/sample/sample-data.ts';
import { invite } from '../../messaging/people/accounts/invitations.ts';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { renderBoards } from '../messaging/field/activities/boards.ts';
import { photograph } from '../messaging/field/activities/scene.ts';
import { password } from '../messaging/fixtures/password.ts';
import { freePort } from '../messaging/fixtures/postgres.ts';
import { startService } from '../messaging/fixtures/service.ts';
import { totpCode } from '../messaging/fixtures/totp.ts';
import { browserOptions } from '../servers/browser-options.ts';
import { slowLine } from '../site/console/slow-line.ts';
import { emptySite } from '../site/site-fixture.ts';
import { type Measure, report } from './report.ts';

/** The ten commonest tasks of the console on a phone of 360 px and slow 3G, from the home: taps, and seconds until it is done. */
const dataDir = mkdtempSync(join(tmpdir(), 'bench-tasks-'));
const siteDir = process.env['SITE_DIR'] ?? (await emptySite()).folder;
const database = await openDatabase({ url: undefined, dataDir });
const directory = loadDirectory();
await loadSample(database, { directory, campaign: loadCampaign('up-cop') });
const service = await startService({
  DATA_DIR: dataDir,
  SITE_DIR: siteDir,
  EMULATOR_PORT: String(await freePort()),
});
const browser = await chromium.launch(browserOptions);
/** A task that takes longer is reported as not done. */
const limitMs = 60_000;
const measures: Measure[] = [];
let taps = 0;
const tap = async (target: Locator) => {
  taps += 1;
  await target.click();
};
/** A field is tapped before it is typed into. */
const type = async (target: Locator, text: string) => {
  await tap(target);
  await target.fill(text);
};

async function phoneOf(role: Role, area: string | null = null): Promise<Page> {
  const email = `sample-${role}@police.example`;
  const { link } = await invite(database, service.url, { role, area, email, by: 'command-line' });
  const context = await browser.newContext({
    baseURL: service.url,
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    // Smooth scrolling keeps a driver from its taps.
    reducedMotion: 'reduce',
    isMobile: true,
  });
  const post = async (path: string, data: object) => {
    const answer = await context.request.post(path, { data, headers: { origin: service.url } });
    const text = await answer.text();
    if (!answer.ok()) throw new Error(`Expected ${path} to be done, got ${text}`);
    return text === '' ? {} : JSON.parse(text);
  };
  const token = new URL(link).hash.slice(1);
  await post('/api/invitations/accept', { token, name: 'नमूना अधिकारी', password });
  await post('/api/sign-in', { email, password });
  const { totpUri } = await post('/api/me/second-factor', { password });
  await post('/api/me/second-factor/confirm', { code: totpCode(totpUri) });
  const page = await context.newPage();
  await page.goto('/console/');
  await page.locator('.home-waits').first().waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  page.setDefaultTimeout(limitMs);
  await slowLine(page);
  return page;
}

interface Task {
  what: string;
  /** As it was before lists, batches and pictures made small. */
  before?: string;
  page: Page;
  work: (page: Page) => Promise<unknown>;
}

/** From the home, whose page is there; a task that fails leaves the others. */
async function measure({ what, before = '', page, work }: Task): Promise<void> {
  await page.goto('/console/');
  await page.locator('.home-waits :is(.to-do, .nothing)').waitFor();
  await page.waitForLoadState('networkidle');
  taps = 0;
  const start = performance.now();
  try {
    await work(page);
    const seconds = (performance.now() - start) / 1000;
    measures.push({ what, value: `${taps} taps, ${seconds.toFixed(1)} s`, bar: before });
  } catch (error) {
    console.error(`${what}: ${String(error)}`);
    measures.push({ what, value: 'not done', bar: before, holds: false });
  }
}

const tabTo = (page: Page, name: RegExp) => page.locator('.tabs').getByRole('link', { name });
/** A select is opened, and a row of it taken. */
const choose = async (target: Locator, value: string) => {
  taps += 2;
  await target.selectOption(value);
};

async function tenBoards(page: Page): Promise<void> {
  await tap(page.getByRole('link', { name: 'बोर्डों की सूची खोलें' }));
  const row = (id: string) => page.locator(`[data-station="${id}"]`);
  await row([...pictures.keys()][0] ?? '').waitFor();
  for (const [id, buffer] of pictures) {
    // The button, and the picture in the phone's own picker.
    taps += 2;
    await row(id)
      .locator('input[type=file]')
      .setInputFiles({ name: 'board.jpg', mimeType: 'image/jpeg', buffer });
  }
  for (const id of pictures.keys())
    await row(id)
      .getByText('बोर्ड सत्यापित')
      .first()
      .waitFor({ timeout: 5 * limitMs });
}

async function correctName(page: Page): Promise<void> {
  await tap(tabTo(page, /थाने/));
  await tap(page.locator('.station-list a').first());
  const name = page.getByLabel('हिंदी नाम');
  await type(name, `${await name.inputValue()} नगर`);
  await tap(page.getByRole('button', { name: 'सुधार सहेजें' }));
  await page.getByText('सहेजा गया।').waitFor();
}

async function findPicture(page: Page): Promise<void> {
  await tap(page.getByRole('link', { name: 'बोर्डों की सूची खोलें' }));
  await type(page.getByRole('searchbox'), directoryName([...pictures.keys()].at(-1) ?? ''));
  await tap(
    page
      .locator('.station')
      .getByRole('button', { name: /^विवरण और इतिहास/ })
      .first(),
  );
  await page.locator('.station img').first().waitFor();
}

const decideAll = async (page: Page) => {
  await tap(tabTo(page, /स्वीकृति/));
  await tap(page.locator('.queue-choose').first());
  await tap(page.getByRole('button', { name: 'सभी चुनें' }));
};

async function approvePage(page: Page): Promise<void> {
  await decideAll(page);
  await tap(page.locator('.batch-form button[value=approve]'));
  const again = page.getByRole('button', { name: /^फिर भी/ });
  const done = page.getByText(/प्रविष्टियाँ स्वीकृत।/);
  await again.or(done).first().waitFor();
  if (await again.isVisible()) await tap(again);
  await done.waitFor();
}

async function refuseTen(page: Page): Promise<void> {
  await tap(tabTo(page, /स्वीकृति/));
  await page.locator('.queue-choose').first().waitFor();
  for (let at = 0; at < 10; at += 1) await tap(page.locator('.queue-choose').nth(at));
  await type(page.locator('.batch-form input[name=reason]'), 'बोर्ड पढ़ा नहीं जाता');
  await tap(page.locator('.batch-form button[value=reject]'));
  await page.getByText('10 प्रविष्टियाँ अस्वीकृत।').waitFor();
}

async function whoIsLate(page: Page): Promise<void> {
  await tap(page.locator('[data-tile="districts-behind"]'));
  await page.locator('.district-table .late').first().waitFor();
}

async function remind(page: Page): Promise<void> {
  await whoIsLate(page);
  await tap(page.getByRole('button', { name: /^स्मरण पत्र/ }));
  await tap(page.getByRole('button', { name: 'कॉपी करें' }));
  await page.getByText('कॉपी हो गया।').waitFor();
}

async function enterFigure(page: Page): Promise<void> {
  await tap(tabTo(page, /आँकड़े/));
  const form = page.locator('[aria-labelledby="manual"]');
  await type(form.getByLabel('कुल डाउनलोड'), '1,95,000');
  await type(form.getByLabel('किसने बताया'), 'तकनीकी सेवायें');
  await tap(form.getByRole('button', { name: 'देखें कि क्या बदलेगा' }));
  await tap(form.getByRole('button', { name: /1,95,000/ }));
  await form.locator('.notice.good').waitFor();
}

async function approveBlast(page: Page): Promise<void> {
  await tap(page.locator('[data-tile="blasts-waiting"]'));
  await tap(page.locator('[aria-labelledby="waiting"] a.name').first());
  const approve = page.locator('.decision').getByRole('button', { name: 'स्वीकृत करें' });
  await tap(approve);
  await approve.waitFor({ state: 'detached' });
}

async function copyBlast(page: Page): Promise<void> {
  await tap(tabTo(page, /प्रसारण/));
  await tap(page.getByRole('link', { name: /सामान्य प्रचार/ }));
  await tap(page.getByRole('link', { name: 'फिर से', exact: true }));
  await page
    .getByText(/\(फिर से\)/)
    .or(page.locator('input[value$="(फिर से)"]'))
    .first()
    .waitFor();
}

async function inviteOne(page: Page): Promise<void> {
  await tap(tabTo(page, /अधिकारी/));
  await type(page.getByLabel('ई-मेल', { exact: true }), 'pro-agra@police.example');
  await choose(page.locator('select[name="role"]'), 'district');
  await choose(page.locator('select[name="area"]'), 'agra');
  await tap(page.locator('[aria-labelledby="invite"] button[type=submit]'));
  await page.locator('.notice.good').first().waitFor();
}

async function inviteAll(page: Page): Promise<void> {
  await tap(tabTo(page, /अधिकारी/));
  const rows = directory.districts.map(({ id, nameHi }) => `pro@${id}.example,${nameHi},`);
  // The button, and the file in the phone's own picker.
  taps += 2;
  const part = page.locator('[aria-labelledby="invite-list"]');
  await part.locator('input[type=file]').setInputFiles({
    ...{ name: 'list.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(['ई-मेल,कार्यालय,दायित्व', ...rows].join('\n')),
  });
  await tap(part.locator('form button'));
  await tap(part.getByRole('button', { name: /75/ }));
  await part.locator('.notice.good').first().waitFor();
}

const pictures = new Map<string, Buffer>();
const directoryName = (id: string) =>
  directory.stations.find((station) => station.district === 'agra' && station.id === id)?.nameHi ??
  '';

try {
  const pro = await phoneOf('district', 'agra');
  await pro.goto('/console/boards/?district=agra&show=no-picture');
  const missing = pro.locator('.station.missing');
  await missing.first().waitFor();
  const rows = await missing.evaluateAll((each) => each.map((row) => row.dataset['station'] ?? ''));
  const boards = renderBoards(rows.slice(0, 10).map((id) => `agra/${id}`));
  let seed = 0;
  for (const [key, board] of boards) {
    seed += 1;
    const picture = await photograph(board, { widthPx: 3200, heightPx: 2400, seed });
    pictures.set(key.replace('agra/', ''), picture);
  }
  await measure({
    what: 'PRO: ten boards with their pictures',
    before: '20 taps, 130 s',
    page: pro,
    work: tenBoards,
  });
  await measure({ what: "PRO: one station's picture", page: pro, work: findPicture });
  await measure({ what: "PRO: correct a station's name", page: pro, work: correctName });
  await pro.context().close();

  const zone = await phoneOf('zone', 'agra');
  await measure({
    what: 'Zone: refuse ten with one reason',
    before: 'one by one in 33,076 px',
    page: zone,
    work: refuseTen,
  });
  await measure({
    what: 'Zone: approve a page',
    before: 'one by one in 33,076 px',
    page: zone,
    work: approvePage,
  });
  await zone.context().close();

  const hq = await phoneOf('hq');
  await hq.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await measure({ what: 'HQ: who is late', before: 'impossible', page: hq, work: whoIsLate });
  await measure({
    what: 'HQ: remind those that are late',
    before: 'impossible',
    page: hq,
    work: remind,
  });
  await measure({ what: 'HQ: a figure that was given', page: hq, work: enterFigure });
  await measure({ what: 'HQ: approve a blast', page: hq, work: approveBlast });
  await hq.context().close();

  const press = await phoneOf('pro-dgp');
  await measure({ what: 'PRO to DGP: copy a past blast', page: press, work: copyBlast });
  await press.context().close();

  const admin = await phoneOf('admin');
  await measure({ what: 'Administrator: invite one', page: admin, work: inviteOne });
  await measure({ what: 'Administrator: invite 75 by csv', page: admin, work: inviteAll });
} finally {
  report('tasks', measures);
  await browser.close();
  await database.close();
  await service.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
