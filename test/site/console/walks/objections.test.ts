import { expect, test } from 'vitest';
import { expectSound } from '../../axe.ts';
import { expectInView } from '../../in-view.ts';
import { setUpConsole } from '../console-suite.ts';

const portal = setUpConsole();

const objected = 'दो बोर्ड नए भवन पर लगे हैं।';
const answered = 'दोनों बोर्ड देखे गए। आज से गिने जाएँगे।';

test('a district objects to a figure, headquarters answers, and the public reads both with the figure of the day', async () => {
  const district = await portal.open(['district', 'mahoba'], '/console/');
  const form = district.locator('.objections form');
  await form.getByLabel('किस आँकड़े पर').selectOption({ label: 'बोर्ड' });
  await form.getByLabel('क्या ठीक नहीं है').fill(objected);
  await form.getByRole('button', { name: 'आपत्ति दर्ज करें' }).click();
  await expectInView(district.getByText('नए शब्द, जो जनता पढ़ेगी'));
  await portal.acceptHeld('objection.make');
  await expectSound(district);

  const hq = await portal.open(['hq'], '/console/');
  await hq.locator('.to-do a[href*="objections"]').click();
  const objection = hq.locator('.objections li', { hasText: 'महोबा' });
  await expectInView(objection.getByText(objected));
  await objection.getByLabel('उत्तर').fill(answered);
  await objection.getByRole('button', { name: 'उत्तर दें' }).click();
  await objection.getByText('नए शब्द, जो जनता पढ़ेगी').waitFor();
  await portal.acceptHeld('objection.answer');
  await expectSound(hq);

  // The figures are kept for some seconds; a page that is open asks for them again later.
  await expect
    .poll(async () => (await hq.context().request.get('/api/progress')).text())
    .toContain(answered);
  const citizen = await portal.open(null, '/progress/mahoba/');
  const shown = citizen.locator('.objections');
  await shown.getByText(answered).waitFor();
  await shown.getByText('उस दिन का आँकड़ा: 0').waitFor();
  expect(await shown.getByText(objected).count()).toBe(1);
});
