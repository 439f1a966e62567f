import { beforeAll, expect, test } from 'vitest';
import { keepBoards, renderBoards } from '../../../messaging/field/activities/boards.ts';
import { photograph } from '../../../messaging/field/activities/scene.ts';
import { axeFaults } from '../../axe.ts';
import { expectInView } from '../../in-view.ts';
import { listBoards, missing, pick, row, worksOffline } from '../boards-phone.ts';
import type { Session } from '../console-fixture.ts';
import { setUpConsole } from '../console-suite.ts';

const portal = setUpConsole();
let ajnar: Buffer;
let panwari: Buffer;
let officer: Session;
beforeAll(async () => {
  const drawn = renderBoards(['mahoba/ajnar', 'mahoba/panwari']);
  await keepBoards(portal.service.database.pool, drawn);
  const [first, second] = [...drawn.values()] as [Buffer, Buffer];
  // As large as a phone's, so that it is made smaller before it is sent.
  ajnar = await photograph(first, { widthPx: 3200, heightPx: 2400 });
  panwari = await photograph(second, { seed: 5 });
  officer = await portal.service.officer('district', 'mahoba');
});

const boards = '/console/boards/?district=mahoba';

// A reload, a lost answer, a slow line and one that is cut: `offline-pictures.test.ts` and `cut-line.test.ts`.
test('a picture taken without a network is sent once when the line is back', async () => {
  const page = await portal.open(officer, boards);
  await worksOffline(page);
  await row(page, 'ajnar').waitFor();
  await page.context().setOffline(true);
  await pick(page, 'ajnar', ajnar);
  await row(page, 'ajnar').getByText('फ़ोन में सुरक्षित, भेजना शेष').waitFor();
  const bodies: number[] = [];
  await page.route('**/api/activities/boards', (route) => {
    bodies.push(route.request().postDataBuffer()?.length ?? 0);
    return route.continue();
  });
  let taken = 0;
  page.on('response', (response) => {
    if (response.url().endsWith('/api/activities/boards') && response.ok()) taken += 1;
  });
  await page.context().setOffline(false);
  await row(page, 'ajnar').getByText('बोर्ड सत्यापित').waitFor();
  await expect.poll(() => missing(page)).toBe('11');
  expect(await listBoards(page)).toEqual(['ajnar verified']);
  // An attempt may have met the line that was not back yet.
  expect(taken).toBe(1);
  expect(ajnar.length).toBeGreaterThan(700_000);
  expect(Math.min(...bodies)).toBeGreaterThan(10_000);
  expect(Math.max(...bodies)).toBeLessThan(500_000);
});

test('a picture in the wrong row is recorded for the station whose board it shows by one tap', async () => {
  const page = await portal.open(officer, boards);
  const place = row(page, 'kulpahar');
  await pick(page, 'kulpahar', panwari);
  await place.getByText('यह बोर्ड थाना पनवाड़ी, जनपद महोबा का है').waitFor();
  const there = place.getByRole('button', { name: 'थाना पनवाड़ी में दर्ज करें' });
  await there.scrollIntoViewIfNeeded();
  await there.click();
  // Said where the officer tapped, and by the right name; the row of the wrong one is as it was.
  const told = place.getByText('थाना पनवाड़ी: बोर्ड सत्यापित');
  await expectInView(told);
  await row(page, 'panwari').locator('.level.pictured').waitFor();
  expect(await place.locator('.level.pictured').count()).toBe(0);
  expect(await place.getByRole('button', { name: /बिना फ़ोटो/ }).count()).toBe(1);
  expect(await listBoards(page)).toContain('panwari verified');
  expect(await axeFaults(page)).toEqual([]);
});
