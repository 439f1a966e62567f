import type { Page } from 'playwright';

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
