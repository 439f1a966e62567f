import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepBoards, renderBoards } from '../../../messaging/field/activities/boards.ts';
import { photograph } from '../../../messaging/field/activities/scene.ts';
import { freePort } from '../../../messaging/fixtures/postgres.ts';
import { startTcpProxy, type TcpProxy } from '../../../messaging/fixtures/tcp-proxy.ts';
import { startConsole } from '../console-fixture.ts';
import { setUpConsole } from '../console-suite.ts';
import { slowLine } from '../slow-line.ts';

// A phone on slow 3G whose line is cut at each step: before a request's body, within it, and before the answer to it.

let line: TcpProxy;
let picture: Buffer;
const portal = setUpConsole(async () => {
  const port = await freePort();
  line = await startTcpProxy(port);
  const url = `http://127.0.0.1:${line.port}`;
  return { ...(await startConsole({ PORT: String(port), PUBLIC_URL: url })), url };
});
beforeAll(async () => {
  const drawn = renderBoards(['mahoba/ajnar']);
  await keepBoards(portal.service.database.pool, drawn);
  const [board] = [...drawn.values()] as [Buffer];
  picture = await photograph(board, { widthPx: 3200, heightPx: 2400 });
});
afterAll(() => line.close());

const cuts = [
  { label: 'before the body', bytes: 0 },
  { label: 'within the body', bytes: 20_000 },
  { label: 'before the answer', bytes: Number.POSITIVE_INFINITY },
];

const read = (page: Page, path: string) =>
  page.evaluate(async (address) => (await fetch(address)).json(), path);

test('a picture whose line is cut at each step is neither lost nor entered twice', async () => {
  const page = await portal.open(['district', 'mahoba'], '/console/boards/?district=mahoba');
  const row = page.locator('[data-station="ajnar"]');
  await row.waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await slowLine(page);
  const send = row.getByRole('button', { name: 'अभी भेजें' });
  for (const [at, { bytes }] of cuts.entries()) {
    line.cutBehind('POST /api/activities/boards', bytes);
    if (at === 0) {
      await row
        .locator('input[type=file]')
        .setInputFiles({ name: 'board.jpg', mimeType: 'image/jpeg', buffer: picture });
    } else await send.click();
    await line.wasCut();
    await row.getByText('फ़ोन में सुरक्षित, भेजना शेष').waitFor();
    // What the row says is also in a page that is reopened without a network.
    if (at === 1) {
      await page.reload();
      await row.getByText('फ़ोन में सुरक्षित, भेजना शेष').waitFor();
      await page.getByText('इस फ़ोन में भेजने को शेष: 1').waitFor();
    }
    line.mend();
    const { found } = await read(page, '/api/activities?kind=board');
    expect([at, found]).toEqual([at, bytes === Number.POSITIVE_INFINITY ? 1 : 0]);
  }
  await send.click();
  await row.getByText('बोर्ड सत्यापित').waitFor();
  await expect.poll(() => page.locator('.headline strong').textContent()).toBe('11');
  expect(await page.getByText('इस फ़ोन में भेजने को शेष').count()).toBe(0);
  expect((await read(page, '/api/activities?kind=board')).activities).toMatchObject([
    { station: 'ajnar', status: 'verified' },
  ]);
});

test('a figure whose line is cut at each step is neither lost nor entered twice', async () => {
  const page = await portal.open(['hq'], '/console/reports/');
  const form = page.locator('[aria-labelledby="manual"]');
  await form.getByLabel('कुल डाउनलोड').fill('1,90,000');
  await form.getByLabel('किसने बताया').fill('तकनीकी सेवायें');
  await slowLine(page);
  const look = form.getByRole('button', { name: 'देखें कि क्या बदलेगा' });
  // The first figure of all takes two officers.
  const confirm = form.getByRole('button', { name: 'दूसरे अधिकारी को भेजें' });
  for (const button of [look, confirm]) {
    for (const { bytes } of cuts) {
      // A body of words is as short as its last word.
      line.cutBehind(
        bytes === 20_000 ? '"downloads":"1,9' : 'POST /api/reports/figures',
        bytes === 20_000 ? 0 : bytes,
      );
      await button.click();
      await line.wasCut();
      await form.getByText('सर्वर से संपर्क नहीं').waitFor();
      line.mend();
    }
    await button.click();
    if (button === look) await form.getByLabel('कारण').fill('पहली संख्या');
  }
  await form.getByText(/^दूसरे अधिकारी को भेजा गया/).waitFor();
  expect(await read(page, '/api/held-acts')).toHaveLength(1);
});
