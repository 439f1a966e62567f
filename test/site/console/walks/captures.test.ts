import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { boardStations } from '../../../../campaigns/directory/station.ts';
import { openFolder } from '../../../folders.ts';
import { keepBoards, renderBoards } from '../../../messaging/field/activities/boards.ts';
import { takeScene } from '../../../messaging/field/activities/near-far.ts';
import { readRaster } from '../../../messaging/field/board-pictures/camera.ts';
import { findPlaces } from '../../../messaging/field/board-pictures/drawn-boards.ts';
import { browserOptions } from '../../../servers/browser-options.ts';
import { expectSound } from '../../axe.ts';
import { openBrowser, screens } from '../../browser.ts';
import { expectInView } from '../../in-view.ts';
import { setUpConsole } from '../console-suite.ts';
import { collectFaults } from '../officers.ts';

/** Chromium plays a file of JPEG pictures as its camera, thirty a second, and loops. */
const framesEach = 45;
const phones = [
  screens.phone,
  { ...screens.phone, viewport: { width: 390, height: 844 } },
] as const;
/** The first two in each run; a set number takes more. */
const taken = Number(process.env['CAPTURES'] ?? 2);
const all = boardStations(loadBaseDirectory()).filter(({ district }) => district === 'mahoba');
const stations = all.slice(0, taken).map(({ id }) => id);
/** Left for what goes wrong. */
const [without, unsent] = all.slice(10, 12).map(({ id }) => id) as [string, string];

const folder = openFolder('camera-');
const portal = setUpConsole();
const films = new Map<string, string>();
/** Of the code alone: the walls with the station's name are above it. */
let nameless: Buffer;

beforeAll(async () => {
  const places = [...stations, without, unsent];
  const boards = renderBoards(places.map((station) => `mahoba/${station}`));
  await keepBoards(portal.service.database.pool, boards);
  for (const [at, station] of places.entries()) {
    const board = boards.get(`mahoba/${station}`) as Buffer;
    const seed = 20 + at;
    const near = await takeScene(board, 'near', { seed });
    const far = await takeScene(board, 'far', { seed });
    const film = join(folder, `${station}.mjpeg`);
    const frames = [near, far].flatMap((frame) => new Array<Buffer>(framesEach).fill(frame));
    writeFileSync(film, Buffer.concat(frames));
    films.set(station, film);
    if (station === without) {
      const { phone } = await findPlaces(await readRaster(board));
      nameless = await sharp(board).extract(phone).jpeg().toBuffer();
    }
  }
});

interface OpenOptions {
  office?: readonly ['district' | 'range', string];
  path?: string;
}

const openCamera = (station: string): Promise<Browser> =>
  chromium.launch({
    ...browserOptions,
    args: [
      ...browserOptions.args,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${films.get(station)}`,
    ],
  });

async function openBoards(
  browser: Browser,
  phone: (typeof phones)[number],
  { office = ['district', 'mahoba'] as const, path = '/console/boards/' }: OpenOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ ...phone, baseURL: portal.service.url });
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ longitude: 79.87, latitude: 25.29, accuracy: 12 });
  await context.addCookies(await portal.service.officer(...office));
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

/** Waits for the part of the film in which the camera is near, or far: near, much of the picture is the board's yellow. */
const waitFor = (page: Page, from: 'near' | 'far') =>
  page.waitForFunction(
    (wanted) => {
      const video = document.querySelector('video');
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      if (video === null || context === null || video.videoWidth === 0) return false;
      canvas.width = 64;
      canvas.height = 36;
      context.drawImage(video, 0, 0, 64, 36);
      const { data } = context.getImageData(0, 0, 64, 36);
      let yellow = 0;
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = data.slice(at, at + 3);
        if (red > 170 && green > 120 && blue < 100) yellow += 1;
      }
      return yellow > 0.12 * 64 * 36 === (wanted === 'near');
    },
    from,
    { polling: 50 },
  );

const row = (page: Page, station: string) => page.locator(`[data-station="${station}"]`);

test.each(
  stations.map(
    (station, at) => [station, phones[at % phones.length] as (typeof phones)[number]] as const,
  ),
)('an officer stands before the board of %s and takes it in three taps', async (station, phone) => {
  const browser = await openCamera(station);
  const page = await openBoards(browser, phone);
  const faults = collectFaults(page);
  await row(page, station)
    .getByRole('button', { name: /मौके की फ़ोटो लें/ })
    .click();
  const shutter = page.locator('.shutter');
  await waitFor(page, 'near');
  await expectInView(page.getByText('पास जाएँ: कोड चौखट को भर दे।'));
  await expectInView(shutter);
  await page.getByText('स्थान मिला, 12 मीटर तक सही').waitFor();
  await expectSound(page);
  await waitFor(page, 'near');
  await shutter.click();
  await page.getByText('अब दूर से: पूरा बोर्ड और आसपास दिखे।').waitFor();
  await waitFor(page, 'far');
  await expectInView(shutter);
  await shutter.click();
  await row(page, station).getByText('मौके की फ़ोटो मान ली गई।').waitFor();
  await expectInView(row(page, station).locator('.level.live'));
  expect(faults).toEqual([]);
  await browser.close();
});

test('an officer of another office takes the same two pictures, and the board is seen', async () => {
  const [station = ''] = stations;
  const browser = await openCamera(station);
  const page = await openBoards(browser, phones[0], {
    office: ['range', 'chitrakoot-dham'],
    path: `/console/boards/?board=mahoba/${station}`,
  });
  const faults = collectFaults(page);
  await expectSound(page);
  await page.getByRole('button', { name: 'ठीक लगा है' }).click();
  const shutter = page.locator('.shutter');
  for (const from of ['near', 'far'] as const) {
    await waitFor(page, from);
    await shutter.click();
  }
  await page.getByText('दर्ज हुआ: बोर्ड ठीक लगा है।').waitFor();
  await expectInView(page.getByText('मौके की फ़ोटो मान ली गई।'));
  expect(faults).toEqual([]);
  await page.goto('/console/boards/?district=mahoba');
  await row(page, station).locator('.level.seen').waitFor();
  await browser.close();
});

test('without a camera a picture is chosen, and one without the name waits for the zone', async () => {
  const browser = await openBrowser();
  const page = await openBoards(browser, phones[0]);
  await row(page, without)
    .getByRole('button', { name: /मौके की फ़ोटो लें/ })
    .click();
  const dialog = page.getByRole('dialog');
  await expectInView(dialog.getByText(/^कैमरा नहीं खुला/));
  await expectSound(page);
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'board.jpg', mimeType: 'image/jpeg', buffer: nameless });
  await expectInView(page.getByText(/^बोर्ड पर थाने का नाम साफ़ नहीं दिखता/));
  await row(page, without).getByText('स्वीकृति की प्रतीक्षा').first().waitFor();
  await browser.close();
});

test('without a network both pictures wait on the phone, and are marked so', async () => {
  const browser = await openCamera(unsent);
  const page = await openBoards(browser, phones[1]);
  await row(page, unsent)
    .getByRole('button', { name: /मौके की फ़ोटो लें/ })
    .click();
  const shutter = page.locator('.shutter');
  await waitFor(page, 'near');
  await shutter.click();
  await page.context().setOffline(true);
  await waitFor(page, 'far');
  await shutter.click();
  await row(page, unsent).getByText('फ़ोन में सुरक्षित, भेजना शेष').waitFor();
  await page.context().setOffline(false);
  await row(page, unsent)
    .getByText(/बिना नेटवर्क के खींची गईं/)
    .waitFor();
  await expectInView(row(page, unsent).locator('.level.pictured'));
  await browser.close();
});
