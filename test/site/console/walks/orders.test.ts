import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import type { Answer } from '../../../../messaging/contract/contract.ts';
import { runGenerator } from '../../../../messaging/print/print-orders/run-generator.ts';
import { expectSound } from '../../axe.ts';
import { expectInView } from '../../in-view.ts';
import { setUpConsole } from '../console-suite.ts';
import { makeVendorLink, placeLiftedOrder } from '../lifted-order.ts';

const portal = setUpConsole();
beforeAll(async () => {
  const { dataDir } = portal.service;
  // 49 stations of Agra have a board.
  await runGenerator(['--district', 'agra', '--artwork', 'board', '--format', 'pdf'], {
    printDir: join(dataDir, 'print'),
    env: { ...process.env, DATA_DIR: dataDir },
  });
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const countOrders = async () =>
  (await portal.service.database.pool.query('SELECT FROM purchase_order')).rowCount;

test('49 boards are looked at before they are ordered, and HQ lifts its hold on printing for them', async () => {
  const page = await portal.open(['district', 'agra'], '/console/orders/');
  await page.getByText('नया कार्यादेश').click();
  await page.getByLabel('वेंडर का नाम').fill('श्री बालाजी फ़्लेक्स');
  await page.getByLabel('दर ₹ प्रति वर्ग फ़ुट').fill('18.50');
  await button(page, /^आगे: जाँचें/).click();

  // To whom, how much, what speaks against it, and what to press: all without scrolling.
  const review = page.locator('.order-review');
  await expectInView(review.getByRole('heading', { name: 'कार्यादेश जाँचें' }));
  await expectInView(review.getByText('अभी न छपवाएँ: मुख्यालय की रोक'));
  await expectInView(review.getByText('uppolice.gov.in'));
  await expectInView(review.getByText('स्वीकृत नहीं: 49 में से 49 फ़ाइलें'));
  await expectInView(review.getByText('श्री बालाजी फ़्लेक्स'));
  await expectInView(review.getByText('₹42,786.80'));
  await expectInView(button(page, 'रोक हटाने का अनुरोध भेजें'));
  expect(await button(page, /^कार्यादेश दें/).count()).toBe(0);
  expect(await review.locator('tbody tr').count()).toBe(49);
  // The kit has no preview of it: it is drawn for the first of its stations, once it is in sight.
  await review.locator('.artwork-picture').scrollIntoViewIfNeeded();
  const picture = review.locator('.artwork-picture img');
  await picture.waitFor();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(240);
  await expectSound(page);

  // Back leads to the form, with all that was filled in.
  await page.goBack();
  await expect.poll(() => page.getByLabel('वेंडर का नाम').inputValue()).toBe('श्री बालाजी फ़्लेक्स');
  await page.getByLabel('वेंडर का नाम').fill('बालाजी फ़्लेक्स');
  await button(page, /^आगे: जाँचें/).click();
  await button(page, 'रोक हटाने का अनुरोध भेजें').click();
  await expectInView(page.getByText('अनुरोध मुख्यालय को भेजा गया। उत्तर यहीं दिखेगा।'));
  await expectSound(page);
  expect(await countOrders()).toBe(0);

  // HQ is told of it on its first page, with the one button.
  const hq = await portal.open(['hq'], '/console/');
  const asked = hq.locator('[data-tile="orders-requested"]');
  await asked.getByText('1 कार्यादेश रोक हटने की प्रतीक्षा में').waitFor();
  await asked.getByRole('link').click();
  await expectInView(hq.getByText('अभी न छपवाएँ: मुख्यालय की रोक'));
  await button(hq, 'इस कार्यादेश के लिए रोक हटाएँ').click();
  await expectInView(hq.getByText('कारण लिखें'));
  await hq.getByLabel('कारण').fill('मेला 15 को है');
  await button(hq, 'इस कार्यादेश के लिए रोक हटाएँ').click();
  await expectInView(hq.locator('.notice', { hasText: 'रोक हटी (नमूना अधिकारी): मेला 15 को है' }));
  await expectInView(button(hq, 'उत्तर बदलें'));
  await expectSound(hq);

  await page.goto('/console/');
  await page.locator('[data-tile="orders-answered"]').getByRole('link').click();
  await expectInView(page.getByText('रोक हटी (नमूना अधिकारी): मेला 15 को है'));
  await expectInView(button(page, /^कार्यादेश दें: .*42,786\.80/));
  await button(page, /^कार्यादेश दें/).click();
  await expectInView(page.getByText('कार्यादेश 1/2019 दिया गया।'));
  await expectInView(page.getByText('इस कार्यादेश के लिए मुख्यालय ने छपाई की रोक हटाई'));
  await expectSound(page);
  expect(await countOrders()).toBe(1);
  // What was placed is not a step away from being placed again.
  await page.goBack();
  await page.locator('.to-do').waitFor();
  expect(await page.locator('[data-tile="orders-answered"]').count()).toBe(0);
  await page.goto('/console/orders/');
  await button(page, /^कार्यादेश 1\/2019/).click();
  await button(page, 'कार्यादेश निरस्त करें').click();
  await page.getByLabel('कारण').fill('दर बदली');
  await button(page, 'कार्यादेश निरस्त करें').click();
  await page.getByText('निरस्त (नमूना अधिकारी): दर बदली').waitFor();
});

/** An order of the 49 boards, and the path of the link that its vendor gets. */
async function orderBoards(): Promise<string> {
  const agra = await portal.service.officer('district', 'agra');
  const cookie = agra.map(({ name, value }) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${portal.service.url}/api/print-approvals?district=agra`, {
    headers: { cookie },
  });
  const { files }: Answer<'GET /api/print-approvals'> = await answer.json();
  const { order } = await placeLiftedOrder(portal.service, agra, {
    district: 'agra',
    vendor: 'श्री बालाजी फ़्लेक्स',
    dueOn: '2019-04-25',
    lines: files.map(({ path, sha256 }) => ({
      path,
      sha256,
      quantity: 1,
      unit: 'sq-ft',
      ratePaise: 1_850,
      place: 'मुख्य द्वार',
    })),
  });
  return makeVendorLink(portal.service, agra, { district: 'agra', order: order.id });
}

test('a vendor finds one of 49 parcels, marks all as sent in two taps and takes it back', async () => {
  const path = await orderBoards();
  const page = await portal.open(null, path);
  // It was 22,275 px, with a button and a hash for each.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeLessThan(4_000);
  await page.getByText(/तक, जितनी बार चाहें, खुलेगा/).waitFor();
  expect(await page.locator('.hash code:visible').count()).toBe(0);
  await expectInView(page.getByText('भेजना बाकी 49 · भेजे गए 0 · प्राप्त 0'));
  await expectSound(page);

  await page.getByLabel('थाना या पार्सल कोड खोजें').fill('बासौनी');
  await page.getByRole('button', { name: 'खोजें' }).click();
  await expectInView(page.getByText('49 में से 1 पार्सल।'));
  await expectInView(page.getByRole('link', { name: 'डाउनलोड (PDF)' }));
  await page.getByRole('button', { name: 'भेज दिया: थाना बासौनी' }).click();
  await expectInView(page.getByText(/^भेजा गया 12\.04\.2019/));
  await page.getByRole('link', { name: 'सभी दिखाएँ' }).click();

  await page.getByText('सभी 48 भेज दिए').click();
  await expectInView(page.getByRole('button', { name: 'हाँ, 48 पार्सल भेज दिए' }));
  await page.getByRole('button', { name: 'हाँ, 48 पार्सल भेज दिए' }).click();
  await expectInView(page.getByText('48 पार्सल “भेजा गया” चिह्नित हुए।'));
  await expectInView(page.getByText('भेजना बाकी 0 · भेजे गए 49 · प्राप्त 0'));
  await expectSound(page);
  // What was sent before stays sent.
  await page.getByRole('button', { name: 'यह चिह्न वापस लें' }).click();
  await expectInView(page.getByText('भेजना बाकी 48 · भेजे गए 1 · प्राप्त 0'));
});

test('the officer reads how often and how long a vendor’s link opens, and passes it on from the phone', async () => {
  const page = await portal.open(['district', 'agra'], '/console/orders/');
  await page.getByRole('button', { name: '30 दिन का लिंक बनाएँ' }).click();
  const made = page.locator('.notice.good');
  await made.waitFor();
  const said = await made.textContent();
  expect(said).toContain('जितनी बार चाहें, खुलेगा');
  expect(said).not.toMatch(/एक बार/);
  const link = await made.getByLabel('वेंडर का लिंक').inputValue();
  for (const [name, start] of [
    ['व्हाट्सऐप से भेजें', 'https://wa.me/?text='],
    ['SMS से भेजें', 'sms:?body='],
  ] as const) {
    const way = made.getByRole('link', { name });
    await way.scrollIntoViewIfNeeded();
    const address = (await way.getAttribute('href')) ?? '';
    expect(address.startsWith(start)).toBe(true);
    expect(decodeURIComponent(address)).toContain(link);
  }
  await expectSound(page);
});
