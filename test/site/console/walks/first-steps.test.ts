import { expect, test } from 'vitest';
import { axeFaults, expectSound } from '../../axe.ts';
import { expectInView } from '../../in-view.ts';
import { setUpConsole } from '../console-suite.ts';

const portal = setUpConsole();

test('three first steps lead through the own district, are left out by one tap, and restart from the help', async () => {
  const page = await portal.open(['district', 'mahoba'], '/console/');
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  await expectInView(link('शुरू करें'));
  expect(await axeFaults(page)).toEqual([]);
  await link('शुरू करें').click();
  // The board of a station of the own district, and what to do next above it.
  await expectInView(page.getByText('इस थाने का बोर्ड ऐसा छपेगा।'));
  await page.getByRole('region', { name: 'बोर्ड, जैसा छपेगा' }).waitFor();
  await expectInView(link('आगे: एक नाम जाँचें'));
  await expectSound(page);
  await link('आगे: एक नाम जाँचें').click();
  await expectInView(page.getByText('नाम सही हो तो'));
  await page.getByRole('button', { name: 'नाम सही है' }).click();
  await expectInView(page.getByText('सहेजा गया।'));
  await link('आगे: प्रिंटर को भेजें').click();
  await page.getByRole('heading', { name: 'वेंडर लिंक' }).waitFor();
  await page.getByRole('button', { name: 'पूरा हुआ' }).click();
  await page.goto('/console/');
  await page.locator('.home-waits :is(.to-do, .nothing)').waitFor();
  expect(await page.getByText('पहले तीन कदम').count()).toBe(0);

  await page.getByRole('link', { name: 'मदद' }).click();
  await page.getByRole('link', { name: 'पोर्टल में: पहले तीन कदम' }).click();
  await expectInView(link('शुरू करें'));
  await page.getByRole('button', { name: 'छोड़ें' }).click();
  await page.reload();
  await page.locator('.home-waits :is(.to-do, .nothing)').waitFor();
  expect(await page.getByText('पहले तीन कदम').count()).toBe(0);
});
