import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { writtenPdf } from '../../../messaging/field/activities/paper.ts';
import { expectSound } from '../../axe.ts';
import { setUpConsole } from '../console-suite.ts';

const portal = setUpConsole();

/** Opens an officer's page of the register on a phone. */
async function visit(
  officer: Parameters<typeof portal.open>[0],
  path: string,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await portal.open(officer, `/console/directions/${path}`);
  await page.locator('main').waitFor();
  await use(page);
  await expectSound(page);
}

const said = (page: Page, text: string) =>
  page.locator('.notice.good').filter({ hasText: text }).waitFor();

/** The paper that the direction asks for, which its office adds before it hands in. */
async function addPaper(page: Page) {
  const paper = { name: 'प्रारूप.pdf', mimeType: 'application/pdf' };
  await page
    .getByLabel('फ़ाइल जोड़ें')
    .setInputFiles({ ...paper, buffer: writtenPdf('SAMPLE: stations reviewed by the app') });
  await page.getByRole('link', { name: paper.name }).waitFor();
}

async function handIn(page: Page, [districts, reviewed]: [string, string], details: string) {
  await page.getByLabel('जनपद जिनकी सूचना शामिल है').fill(districts);
  await page.getByLabel('ऐप से समीक्षित थाने').fill(reviewed);
  await page.getByRole('textbox', { name: 'कृत कार्यवाही' }).fill(details);
  await page.getByRole('button', { name: 'प्रेषित करें' }).click();
  await said(page, 'प्रेषित हुआ');
}

test('a zone sends its PMS information for March, HQ returns it, the zone mends it, HQ consolidates; each sees the other without a reload', async () => {
  const zone = await portal.service.officer('zone', 'agra');
  const hq = await portal.service.officer('hq');
  await visit(hq, '?office=zone:agra&month=2019-04', (ofHq) =>
    visit(zone, '', async (ofZone) => {
      const row = ofZone.locator('.directions > li', { hasText: 'मार्च 2019' }).filter({
        hasText: '2B',
      });
      await expect.poll(() => row.textContent()).toContain('7 दिन विलंब');
      await row.getByRole('link').click();
      await ofZone.getByText('प्रत्येक माह की 5 तारीख तक', { exact: false }).first().waitFor();
      const listed = ofHq.locator('.directions > li', { hasText: '2B' });
      await listed.getByText('आरंभ नहीं').waitFor();
      const badge = ofHq.locator('nav .badge:visible');
      expect(await badge.count()).toBe(0);
      await addPaper(ofZone);
      await handIn(ofZone, ['7', '96'], 'सूचना संलग्न प्रारूप में');

      await listed.getByText('प्रेषित', { exact: true }).waitFor();
      await badge.getByText('1').waitFor();
      await listed.getByRole('link').click();
      await ofHq.getByRole('button', { name: 'टिप्पणी के साथ लौटाएँ' }).click();
      await ofHq.getByText('टिप्पणी लिखें').waitFor();
      await ofHq.getByLabel('टिप्पणी').fill('जनपद मथुरा की सूचना नहीं है');
      await ofHq.getByRole('button', { name: 'टिप्पणी के साथ लौटाएँ' }).click();
      await said(ofHq, 'लौटाया गया');

      await ofZone.getByText('जनपद मथुरा की सूचना नहीं है').waitFor();
      await ofZone.getByText('यह नई स्थिति है', { exact: false }).waitFor();
      // What is being typed stays when headquarters changes the state under it.
      const text = ofZone.getByRole('textbox', { name: 'कृत कार्यवाही' });
      await text.fill('मथुरा जोड़ा');
      await ofHq.getByLabel('टिप्पणी').fill('गलती से');
      await ofHq.getByRole('button', { name: 'लागू नहीं' }).click();
      await ofHq.getByText('विलंबित निर्देशों की सूची से कुछ हटता है').waitFor();
      await portal.acceptHeld('direction-steps');
      await ofZone.getByText('आपके लिखते समय', { exact: false }).waitFor();
      await expect.poll(() => text.inputValue()).toBe('मथुरा जोड़ा');
      await ofHq.getByText('यह नई स्थिति है', { exact: false }).waitFor();
      await ofHq.getByLabel('टिप्पणी').fill('लागू है');
      await ofHq.getByRole('button', { name: 'फिर खोलें' }).click();
      await ofHq.getByText('विलंबित निर्देशों की सूची में कुछ जुड़ता है').waitFor();
      await portal.acceptHeld('direction-steps');
      await ofZone.getByText('लागू है', { exact: false }).waitFor();
      await ofZone.getByRole('button', { name: 'नई स्थिति लें' }).click();
      await handIn(ofZone, ['8', '110'], 'मथुरा जोड़ा गया');

      await ofHq.getByRole('button', { name: 'स्वीकार करें' }).click();
      await said(ofHq, 'स्वीकार हुआ');
      await ofZone.locator('.direction-page .state.verified').first().waitFor();
      await ofHq.goto('/console/directions/?key=2B-dgp/hq/2019-03');
      await addPaper(ofHq);
      await ofHq.getByRole('button', { name: 'योग नीचे भरें' }).click();
      await ofHq.getByRole('button', { name: 'प्रेषित करें' }).click();
      await said(ofHq, 'प्रेषित हुआ');
      // No office accepts what it owes itself.
      expect(await ofHq.getByRole('button', { name: 'स्वीकार करें' }).count()).toBe(0);
      await ofHq.goto('/console/directions/?matrix');
      await ofHq.locator('.direction-matrix tbody tr').first().waitFor();
    }),
  );
  await visit(['pro-dgp'], '?key=2B-dgp/hq/2019-03', async (page) => {
    await page.getByRole('button', { name: 'स्वीकार करें' }).click();
    await said(page, 'स्वीकार हुआ');
  });
});

test('a district enters a first posting, and its zone hands in the training of that station’s head', async () => {
  await visit(['district', 'agra'], '?events', async (page) => {
    await page.getByLabel('थाना', { exact: true }).selectOption({ label: 'एत्मादपुर' });
    await page.getByLabel('घटना का दिनांक').fill('2019-04-08');
    await page.getByRole('button', { name: 'दर्ज करें' }).click();
    await page.locator('.activities li').waitFor();
  });
  await visit(['zone', 'agra'], '', async (page) => {
    await page.getByText('छँटाई और क्रम').click();
    await page.getByRole('combobox', { name: 'निर्देश' }).selectOption('4B-ii');
    await page.locator('.directions').getByRole('link', { name: '4B-ii' }).click();
    await page.getByText('एत्मादपुर').waitFor();
    await page.getByLabel('ट्रेनिंग का दिनांक').fill('2019-04-10');
    await page.getByRole('button', { name: 'प्रेषित करें' }).click();
    await said(page, 'प्रेषित हुआ');
  });
});

test('an office makes its calendar’s address, which is shown once, and ends it', async () => {
  await visit(['district', 'agra'], '?calendar', async (page) => {
    await page.getByText('कोई कैलेंडर पता चालू नहीं').waitFor();
    await page.getByRole('button', { name: 'कैलेंडर पता बनाएँ' }).click();
    const address = await page.getByLabel('कैलेंडर का पता').inputValue();
    expect(await (await fetch(address)).text()).toContain('SUMMARY:पीएमएस ऐप की मासिक आख्या');
    const add = page.getByRole('link', { name: 'कैलेंडर में जोड़ें' });
    await expect.poll(() => add.getAttribute('href')).toBe(address.replace('http:', 'webcal:'));
    await page.reload();
    await page.getByRole('button', { name: 'पता बंद करें' }).click();
    expect(await page.getByLabel('कैलेंडर का पता').count()).toBe(0);
    await page.getByRole('button', { name: 'पता बंद करें' }).click();
    await page.getByText('कोई कैलेंडर पता चालू नहीं').waitFor();
    expect((await fetch(address)).status).toBe(404);
  });
});

test('headquarters says when the register was taken over, closes in one action what was ordered before, and a later letter changes a direction', async () => {
  const hq = await portal.service.officer('hq');
  await visit(hq, '', async (page) => {
    await page.getByText('पंजी ग्रहण करने का दिनांक').click();
    await page.getByRole('button', { name: 'यह दिनांक रखें' }).click();
    await page.getByText('ग्रहण का दिनांक बदलें').waitFor();
    await page.getByRole('link', { name: 'देखें और एक साथ बंद करें' }).click();
    const rows = page.locator('.directions > li');
    await rows.first().waitFor();
    await page.getByText('कई एक साथ निपटाएँ').click();
    await page.getByLabel('कारण, सबके लिए एक').fill('वर्ष 2018 में पूर्ण');
    await page.getByRole('button', { name: /^बंद करें \(\d{2,}\)$/ }).click();
    await page.getByText(/^दूसरे अधिकारी को भेजा गया/).waitFor();
    await page.getByText('एक से अधिक कार्यालयों के दायित्व', { exact: false }).waitFor();
  });
  await visit(hq, '?meetings', async (page) => {
    await page.getByLabel('पत्र या बैठक का नाम').fill('पत्र दिनांक 10.04.2019');
    await page.getByLabel('पत्र या बैठक का दिनांक').fill('2019-04-10');
    await page.getByLabel('पाठ', { exact: true }).fill('1- पीएमएस की आख्या अब 10 तारीख तक दी जाए।');
    await page.getByRole('button', { name: 'बिंदुओं में बाँटें' }).click();
    await page.getByText('निर्देश बनाएँ', { exact: true }).click();
    await page.getByLabel('यह बिंदु').selectOption({ label: 'पहले का निर्देश बदलता है' });
    await page.getByLabel('कौन-सा निर्देश').selectOption('L3');
    await page.getByLabel('समय-सीमा बदलें').check();
    await page.getByLabel('कब', { exact: true }).selectOption({ label: 'बार-बार' });
    await page.getByLabel('माह की तारीख').fill('10');
    await page.getByLabel('पिछले माह के संबंध में').check();
    await page.getByRole('button', { name: 'जाँचा; निर्देश बनाएँ' }).click();
    await page.getByText('बदला 10 अप्रैल 2019 से', { exact: false }).waitFor();
    await page.goto('/console/directions/?direction=L3');
    await page.getByRole('heading', { name: 'बाद के पत्रों से परिवर्तन' }).waitFor();
    await page.getByText('प्रत्येक माह की 10 तारीख तक').first().waitFor();
  });
});
