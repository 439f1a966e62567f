import type { Browser, BrowserContext, Page } from 'playwright';
import { screens } from '../browser.ts';
import type { ConsoleService } from './console-fixture.ts';
import { collectFaults } from './officers.ts';
import { countQuestions } from './settled.ts';

/** The phone of a district whose boards are photographed. */
export async function openBoardsPhone(
  browser: Browser,
  service: ConsoleService,
): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await browser.newContext({ ...screens.phone, baseURL: service.url });
  await countQuestions(context);
  const page = await context.newPage();
  const faults = collectFaults(page);
  return { context, page, faults };
}

export const row = (page: Page, id: string) => page.locator(`[data-station="${id}"]`);

export const pick = (page: Page, id: string, buffer: Buffer) =>
  row(page, id)
    .locator('input[type=file]')
    .setInputFiles({ name: 'board.jpg', mimeType: 'image/jpeg', buffer });

export const missing = (page: Page) => page.locator('.headline strong').textContent();

export const worksOffline = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null);

/** Boards that the service has of the district. */
export const listBoards = (page: Page) =>
  page.evaluate(async () => {
    const answer = await fetch('/api/activities?kind=board');
    const list: { activities: { station: string; status: string }[] } = await answer.json();
    return list.activities.map(({ station, status }) => `${station} ${status}`).sort();
  });
