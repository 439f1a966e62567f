import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { loadSample } from '../../../messaging/front/sample/sample-data.ts';
import { viewPath } from '../../../site/islands/console/ui/views.ts';
import { manual } from '../../../site/manual/manual.ts';
import { type ManualPage, manualPages, pictureName, type Task } from '../../../site/manual/task.ts';
import { keepBoards, renderBoards } from '../../messaging/field/activities/boards.ts';
import { openBrowser } from '../browser.ts';
import { type ConsoleService, startConsole } from '../console/console-fixture.ts';
import { countQuestions, settled } from '../console/settled.ts';
import { writePrintFixture } from '../print-fixture.ts';
import { orderAndMakeLink, signInFor } from './officers.ts';
import { perform } from './perform.ts';

/** `npm run manual`: every task, with new pictures. */
const withPictures = process.env['MANUAL_PICTURES'] === 'yes';
const pictures = join(import.meta.dirname, '../../../site/manual/pictures');

const tasks = manualPages.flatMap((page) =>
  manual[page].tasks.map((task) => [page, task.id, task] as const),
);

let service: ConsoleService;
let browser: Browser;
const contexts = new Map<ManualPage, Promise<BrowserContext>>();
let vendorPath = '';
beforeAll(async () => {
  [service, browser] = await Promise.all([startConsole(), openBrowser()]);
  await loadSample(service.database, {
    directory: loadDirectory(),
    campaign: loadCampaign('up-cop'),
  });
  await writePrintFixture(join(service.dataDir, 'print'));
  if (!withPictures) return;
  await showBoards(join(service.dataDir, 'print'));
  mkdirSync(pictures, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

/** Boards as they are, in place of the blue sheets of other tests. */
async function showBoards(folder: string): Promise<void> {
  const stations = ['mahoba/ajnar', 'mahoba/charkhari', 'mahoba/kabrai'];
  const boards = renderBoards(stations);
  await keepBoards(service.database.pool, boards);
  for (const [station, board] of boards) {
    const name = join(folder, station, `${station.replace('/', '-')}-board`);
    writeFileSync(`${name}-480.png`, await sharp(board).resize(480).png().toBuffer());
    writeFileSync(`${name}-1440.png`, board);
  }
}

/** A phone on which the page's officer is signed in. */
function openPhone(page: ManualPage): Promise<BrowserContext> {
  const opened = contexts.get(page) ?? makePhone(page);
  contexts.set(page, opened);
  return opened;
}

async function makePhone(page: ManualPage): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 560 },
    deviceScaleFactor: withPictures ? 1.5 : 1,
    hasTouch: true,
    isMobile: true,
    baseURL: service.url,
    reducedMotion: 'reduce',
  });
  await countQuestions(context);
  if (page === 'vendor') vendorPath = await orderAndMakeLink(service, context);
  else await signInFor(page, service, context);
  return context;
}

async function open(page: Page, { view, query = '' }: Task): Promise<void> {
  if (view === null) await page.goto(vendorPath);
  else {
    await page.goto(`${viewPath(view)}${query}`);
    await settled(page);
  }
}

test.each(tasks)('%s: %s', async (manualPage, _id, task) => {
  const page = await (await openPhone(manualPage)).newPage();
  await open(page, task);
  let performed = 0;
  for (const [at, step] of task.steps.entries()) {
    await perform(page, step, async (named) => {
      if (withPictures && step.picture)
        await takePicture(page, named, pictureName(manualPage, task, at));
    });
    performed += 1;
  }
  expect(performed).toBe(task.steps.length);
  await page.close();
});

/** The screen around a thing, with a ring around it. */
async function takePicture(page: Page, named: Locator | null, name: string): Promise<void> {
  if (named === null) throw new Error(`Expected the step of ${name} to name a thing for its ring`);
  await named.evaluate((element) => {
    const { style } = (element.closest('label') ?? element) as HTMLElement;
    element.scrollIntoView({ block: 'center' });
    style.outline = '4px solid #f5a300';
    style.outlineOffset = '3px';
    style.borderRadius = '6px';
  });
  if (await page.locator('.view').count()) await settled(page);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const shot = await page.screenshot({ animations: 'disabled' });
  await named.evaluate((element) => {
    const { style } = (element.closest('label') ?? element) as HTMLElement;
    style.outline = '';
  });
  const picture = await sharp(shot).webp({ quality: 46, effort: 6 }).toBuffer();
  writeFileSync(join(pictures, `${name}.webp`), picture);
}
