import { beforeAll, expect, test } from 'vitest';
import { keepBoards, renderBoards } from '../../../messaging/field/activities/boards.ts';
import { photograph } from '../../../messaging/field/activities/scene.ts';
import { expectSound } from '../../axe.ts';
import { expectInView } from '../../in-view.ts';
import { listBoards, missing, pick, row, worksOffline } from '../boards-phone.ts';
import type { Account } from '../console-fixture.ts';
import { setUpConsole } from '../console-suite.ts';
import { signIn } from '../officers.ts';
import { settled } from '../settled.ts';
import { slowLine } from '../slow-line.ts';

const portal = setUpConsole();
let ajnar: Buffer;
let kabrai: Buffer;
let pro: Account;
beforeAll(async () => {
  const drawn = renderBoards(['mahoba/ajnar', 'mahoba/kabrai']);
  await keepBoards(portal.service.database.pool, drawn);
  const [first, second] = [...drawn.values()] as [Buffer, Buffer];
  // As large as a phone's, so that it is made smaller before it is sent.
  const large = { widthPx: 3200, heightPx: 2400 };
  ajnar = await photograph(first, large);
  kabrai = await photograph(second, { ...large, seed: 4 });
  pro = await portal.service.account('district', 'mahoba');
});

const boards = '/console/boards/?district=mahoba';
const kept = 'फ़ोन में सुरक्षित, भेजना शेष';

test('pictures taken without a network outlive a reload, and are sent once, also when an answer is lost', async () => {
  const page = await portal.open(null, boards);
  await signIn(page, pro);
  expect(await missing(page)).toBe('12');
  await worksOffline(page);

  await page.context().setOffline(true);
  await pick(page, 'ajnar', ajnar);
  await row(page, 'ajnar').getByText(kept).waitFor();
  await pick(page, 'kabrai', kabrai);
  await row(page, 'kabrai').getByText(kept).waitFor();
  // A closed page, then one that opens without a network.
  await page.reload();
  await row(page, 'ajnar').getByText(kept).waitFor();
  await row(page, 'kabrai').getByText(kept).waitFor();
  await page.getByText('नेटवर्क नहीं है। यह').waitFor();
  await page.getByText('इस फ़ोन में भेजने को शेष: 2').waitFor();
  await expectSound(page);

  // The service takes both, and the answer to the first is lost on the way.
  const bodies: number[] = [];
  let lost = 0;
  await page.route('**/api/activities/boards', async (route) => {
    bodies.push(route.request().postDataBuffer()?.length ?? 0);
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await page.context().setOffline(false);
  await slowLine(page);
  await row(page, 'ajnar').getByText(kept).waitFor();
  await expect.poll(() => lost, { timeout: 60_000 }).toBe(1);
  await row(page, 'ajnar').getByRole('button', { name: 'अभी भेजें' }).click();
  await row(page, 'ajnar').getByText('बोर्ड सत्यापित').waitFor();
  await row(page, 'kabrai').getByText('बोर्ड सत्यापित').waitFor();
  await expect.poll(() => missing(page)).toBe('10');
  expect(await listBoards(page)).toEqual(['ajnar verified', 'kabrai verified']);
  expect(ajnar.length).toBeGreaterThan(700_000);
  expect(Math.max(...bodies)).toBeLessThan(500_000);
});

test('a refused picture says why, enters nothing, and goes to the zone by an appeal; an entry is taken back on its row', async () => {
  const page = await portal.open(null, boards);
  await signIn(page, pro);
  const place = row(page, 'kharela');
  await pick(page, 'kharela', ajnar);
  await place.getByText('फ़ोटो स्वीकार नहीं हुई').waitFor();
  await expect.poll(() => place.textContent()).toContain('यह बोर्ड थाना अजनर, जनपद महोबा का है');
  expect(await missing(page)).toBe('10');
  await page.reload();
  await place.getByText('इससे कुछ दर्ज नहीं हुआ।').waitFor();
  await place.locator('summary').click();
  await place.getByLabel('अपील का कारण').fill('दोनों बोर्ड साथ टँगे हैं');
  await place.getByRole('button', { name: 'जोन से अपील करें' }).click();
  await place.getByText('अपील जोन को भेजी गई').waitFor();

  // What became of the board is on the station's page.
  const taken = row(page, 'ajnar');
  await taken.getByRole('link', { name: 'अजनर' }).click();
  await expectInView(taken.getByRole('img', { name: /अजनर/ }));
  await taken.getByText('स्थिति: दर्ज → फ़ोटो से सत्यापित').waitFor();
  await taken.getByRole('button', { name: /^निरस्त करें/ }).click();
  await taken.getByLabel('कारण').fill('दोबारा दर्ज');
  await taken.getByRole('button', { name: /^निरस्त करें/ }).click();
  await taken.getByText('दूसरे अधिकारी को भेजा गया').waitFor();
  await portal.acceptHeld('activity');
  await taken.getByRole('button', { name: /^फिर से दर्ज करें/ }).click();
  await taken.locator('.level.pictured').waitFor();

  const zone = await portal.open(['zone', 'prayagraj'], '/console/approvals/');
  // A picture that nobody opened is approved by a second tap only.
  await zone.locator('.queue-choose').first().click();
  await zone.getByRole('button', { name: '1 स्वीकृत करें', exact: true }).click();
  await zone.getByText('1 में से 1 की फ़ोटो खोली नहीं गई').waitFor();
  await zone.locator('.queue-open', { hasText: 'आपत्ति' }).waitFor();
  await zone.getByRole('button', { name: 'फिर भी 1 स्वीकृत करें' }).click();
  // Said where the buttons were, and taken back there.
  const told = zone.locator('.batch-outcome');
  await told.getByText('1 प्रविष्टि स्वीकृत।').waitFor();
  await expectInView(told);
  await told.getByRole('button', { name: 'पूर्ववत करें' }).click();
  await told.getByText('1 के निर्णय वापस लिए गए।').waitFor();
  await zone.locator('.queue-choose').first().click();
  await zone.getByRole('button', { name: /1 स्वीकृत करें$/ }).click();
  await told.getByText('1 प्रविष्टि स्वीकृत।').waitFor();
  await zone.goto('/console/approvals/?status=approved&kind=board');
  await zone.locator('.queue-open').click();
  const card = zone.locator('.card');
  // The other station is there by its name.
  await card.locator('.doubt', { hasText: 'अजनर, महोबा' }).waitFor();
  await card.getByText('जनपद का कारण: दोनों बोर्ड साथ टँगे हैं').waitFor();
  await card.getByRole('button', { name: /^निर्णय बदलें/ }).click();
  await card.getByLabel('टिप्पणी').fill('फ़ोटो दूसरे थाने की है');
  await card.getByRole('button', { name: /^अस्वीकृत करें/ }).click();
  await card.getByText('दूसरे अधिकारी को भेजा गया').waitFor();
  await portal.acceptHeld('activity');
  await card.getByText('अस्वीकृत: फ़ोटो दूसरे थाने की है').waitFor();
});

test('what waits is nobody else’s, and signing out asks before it deletes it', async () => {
  const page = await (await portal.openDevice(null)).newPage();
  let requests = 0;
  await page.route('**/api/activities/boards', (route) => {
    requests += 1;
    return route.abort();
  });
  await page.goto(boards);
  await signIn(page, pro);
  await pick(page, 'kulpahar', kabrai);
  await row(page, 'kulpahar').getByText(kept).waitFor();
  await expect.poll(() => requests, { timeout: 60_000 }).toBe(1);

  // The session ends, and another officer takes the phone.
  await page.context().clearCookies();
  await page.goto('/console/');
  await signIn(page, await portal.service.account('district', 'agra'));
  await page.getByRole('heading', { name: 'जनपद आगरा' }).waitFor();
  await settled(page);
  expect(await page.getByText('इस फ़ोन में भेजने को शेष').count()).toBe(0);

  await page.context().clearCookies();
  await page.goto('/console/account/');
  await signIn(page, pro);
  await page.getByText('इस फ़ोन में भेजने को शेष: 1').waitFor();
  await page.getByRole('button', { name: 'साइन आउट करें', exact: true }).click();
  await page.getByText('1 फ़ोटो अभी भेजी नहीं गई हैं').waitFor();
  await page.getByRole('button', { name: 'साइन इन रहें' }).click();
  await page.getByText('इस फ़ोन में भेजने को शेष: 1').waitFor();
  await page.getByRole('button', { name: 'साइन आउट करें', exact: true }).click();
  await page.getByRole('button', { name: 'हटाएँ और साइन आउट करें' }).click();
  await page.getByLabel('ई-मेल').waitFor();
  await signIn(page, pro);
  await page.locator('.officer').waitFor();
  await settled(page);
  expect(await page.getByText('इस फ़ोन में भेजने को शेष').count()).toBe(0);
});
