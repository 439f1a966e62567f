import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import type { StationCheck } from '../../campaigns/activities/checklist.ts';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import type { Role } from '../../campaigns/offices/role.ts';
import { loadSample } from '../../messaging/front/sample/sample-data.ts';
import { invite } from '../../messaging/people/accounts/invitations.ts';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { runGenerator } from '../../messaging/print/print-orders/run-generator.ts';
import { keepBoards, renderBoards } from '../messaging/field/activities/boards.ts';
import { photograph } from '../messaging/field/activities/scene.ts';
import { password } from '../messaging/fixtures/password.ts';
import { freePort } from '../messaging/fixtures/postgres.ts';
import { startService } from '../messaging/fixtures/service.ts';
import { totpCode } from '../messaging/fixtures/totp.ts';
import { browserOptions } from '../servers/browser-options.ts';
import { slowLine } from '../site/console/slow-line.ts';
import { emptySite } from '../site/site-fixture.ts';
import { type Measure, report } from './report.ts';
import { hand } from './task-hand.ts';
import {
  answerDirection,
  approveBlast,
  approvePage,
  copyBlast,
  correctName,
  draftBlast,
  enterFigure,
  findActivity,
  findPicture,
  inviteAll,
  inviteOne,
  orderBoards,
  refuseTen,
  remind,
  sendParcels,
  tenBoards,
  whoIsLate,
} from './task-steps.ts';

/**
 * The commonest tasks of the console on a phone of 360 px and slow 3G, from the home: taps, how often the page had to be
 * moved before one, and seconds until it is done.
 */
const dataDir = mkdtempSync(join(tmpdir(), 'bench-tasks-'));
const siteDir = process.env['SITE_DIR'] ?? (await emptySite()).folder;
const database = await openDatabase({ url: undefined, dataDir });
const directory = loadDirectory();
await loadSample(database, { directory, campaign: loadCampaign('up-cop') });
// What is ordered has to be made.
await runGenerator(['--district', 'agra', '--artwork', 'board', '--format', 'pdf'], {
  printDir: join(dataDir, 'print'),
  env: { ...process.env, DATA_DIR: dataDir },
});
const service = await startService({
  DATA_DIR: dataDir,
  SITE_DIR: siteDir,
  EMULATOR_PORT: String(await freePort()),
});
const browser = await chromium.launch(browserOptions);
/** A task that takes longer is reported as not done. */
const limitMs = 30_000;
const measures: Measure[] = [];
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
  hand.taps = 0;
  hand.scrolls = 0;
  const start = performance.now();
  try {
    await work(page);
    const seconds = (performance.now() - start) / 1000;
    measures.push({ what, value: describeHand(seconds), bar: before });
  } catch (error) {
    console.error(`${what}: ${String(error)}`);
    measures.push({ what, value: 'not done', bar: before, holds: false });
  }
}

function describeHand(seconds: number): string {
  const { taps, scrolls } = hand;
  return `${taps} taps, ${scrolls} scrolls, ${seconds.toFixed(1)} s`;
}

async function ask(page: Page, path: string, data?: object) {
  const headers = { origin: service.url };
  const answer =
    data === undefined
      ? await page.request.get(path)
      : await page.request.post(path, { data, headers });
  const text = await answer.text();
  if (!answer.ok()) throw new Error(`Expected ${path} to be done, got ${text}`);
  return JSON.parse(text);
}

/** Pictures of the first boards that are missing, by station. */
async function takePictures(page: Page): Promise<Map<string, Buffer>> {
  const [{ stations }] = await ask(page, '/api/activities/checklist?district=agra');
  const missing = (stations as StationCheck[]).filter(({ status }) => status === 'missing');
  const names = missing.slice(0, 10).map(({ station }) => station);
  const pictures = new Map<string, Buffer>();
  const boards = renderBoards(names.map((id) => `agra/${id}`));
  await keepBoards(database.pool, boards);
  for (const [key, board] of boards) {
    const size = { widthPx: 3200, heightPx: 2400, seed: pictures.size + 1 };
    pictures.set(key.replace('agra/', ''), await photograph(board, size));
  }
  return pictures;
}

async function ofDistrict(): Promise<Page> {
  const page = await phoneOf('district', 'agra');
  const pictures = await takePictures(page);
  await measure({
    what: 'PRO: ten boards with their pictures',
    before: '20 taps, 130 s',
    page,
    work: () => tenBoards(page, pictures),
  });
  const last = [...pictures.keys()].at(-1);
  const station = directory.stations.find(({ district, id }) => district === 'agra' && id === last);
  await measure({
    what: "PRO: one station's picture",
    page,
    work: () => findPicture(page, station?.nameHi ?? ''),
  });
  await measure({ what: "PRO: correct a station's name", page, work: correctName });
  await measure({ what: 'PRO: order 49 boards', page, work: orderBoards });
  await measure({ what: 'PRO: answer a direction', page, work: answerDirection });
  const { activities } = await ask(page, '/api/activities?kind=board&order=oldest&limit=1');
  const [{ id, stationNames }] = activities;
  await measure({
    what: 'PRO: find one old activity',
    page,
    work: () => findActivity(page, stationNames.hi, `#${id}`),
  });
  return page;
}

async function ofZone(): Promise<void> {
  const page = await phoneOf('zone', 'agra');
  const before = 'one by one in 33,076 px';
  await measure({ what: 'Zone: refuse ten with one reason', before, page, work: refuseTen });
  await measure({ what: 'Zone: approve a page', before, page, work: approvePage });
  await page.context().close();
}

async function ofHeadquarters(): Promise<Page> {
  const page = await phoneOf('hq');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const before = 'impossible';
  await measure({ what: 'HQ: who is late', before, page, work: whoIsLate });
  await measure({ what: 'HQ: remind those that are late', before, page, work: remind });
  await measure({ what: 'HQ: a figure that was given', page, work: enterFigure });
  await measure({ what: 'HQ: approve a blast', page, work: approveBlast });
  return page;
}

/** The order that the district asked for, released by HQ, by the printer's link. */
async function ofVendor(pro: Page, hq: Page): Promise<void> {
  const [request] = await ask(pro, '/api/order-requests?district=agra');
  const path = `/api/order-requests/${request.id}`;
  await ask(hq, `${path}/answer`, { lifted: true, reason: 'मेला 15 को है' });
  const { order } = await ask(pro, `${path}/order`, {});
  const { url } = await ask(pro, '/api/vendor-links', { district: 'agra', order: order.id });
  await measure({
    what: 'Vendor: send 49 parcels',
    page: pro,
    work: () => sendParcels(pro, new URL(url).pathname),
  });
}

try {
  const pro = await ofDistrict();
  await ofZone();
  const hq = await ofHeadquarters();
  await ofVendor(pro, hq);
  await Promise.all([pro, hq].map((page) => page.context().close()));

  const press = await phoneOf('pro-dgp');
  await measure({ what: 'PRO to DGP: copy a past blast', page: press, work: copyBlast });
  await measure({ what: 'PRO to DGP: a blast from nothing', page: press, work: draftBlast });
  await press.context().close();

  const admin = await phoneOf('admin');
  await measure({ what: 'Administrator: invite one', page: admin, work: inviteOne });
  await measure({
    what: 'Administrator: invite 75 by csv',
    page: admin,
    work: () => inviteAll(admin, directory.districts),
  });
} finally {
  report('tasks', measures);
  await browser.close();
  await database.close();
  await service.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
