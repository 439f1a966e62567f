import { expect, test } from 'vitest';
import { campaignFolder } from '../../../../campaigns/campaign-fs.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import { insertSeen } from '../../../messaging/fixtures/seen-boards.ts';
import { expectSound } from '../../axe.ts';
import { expectInView } from '../../in-view.ts';
import { setUpConsole } from '../console-suite.ts';

const owner = { scope: 'station', district: 'mahoba', station: 'ajnar' } as const;
const code = loadRegistry({ campaignFolder: campaignFolder('up-cop') }).codeFor(owner, 'board');
const portal = setUpConsole();

const countScans = async (kind: number) => {
  const { rows } = await portal.service.database.pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM scan WHERE code = $1 AND visitor_kind = $2',
    [code, kind],
  );
  return rows[0]?.count;
};

test('an officer scans a board, says that it is damaged, and it stands on the list until pictures show it in order', async () => {
  const page = await portal.open(['district', 'mahoba'], '/console/boards/');
  // The console marks the browser as an officer's when it has drawn.
  await page.getByRole('heading', { name: 'थानों पर 8×5 बोर्ड' }).waitFor();
  const board = { kind: 'board', ...owner, scope: undefined, day: '2019-04-10' };
  const entered = await page.evaluate(
    async (body) =>
      (
        await fetch('/api/activities', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      ).status,
    { ...board, details: {}, remark: '' },
  );
  expect(entered).toBe(201);

  await page.goto(`/q/${code}`);
  expect(new URL(page.url()).pathname).toBe('/console/boards/');
  await expectInView(page.getByRole('heading', { name: 'अजनर, महोबा' }));
  await page.getByLabel('टिप्पणी (वैकल्पिक)').fill('कोना फटा है');
  await expectInView(page.getByRole('button', { name: 'ठीक लगा है' }));
  await page.getByRole('button', { name: 'खराब है, कोड नहीं पढ़ा जाता' }).click();
  await page.getByText('दर्ज हुआ: बोर्ड खराब है।').waitFor();
  await expectSound(page);
  // Place 5 of the kinds: an officer's, which no figure counts.
  await expect.poll(() => countScans(5)).toBe(1);
  expect(await countScans(0)).toBe(0);

  await page.getByRole('button', { name: 'सभी बोर्ड' }).click();
  await page.getByText(/^मौके पर देखने हैं/).click();
  const row = page.locator('.due-boards li');
  await expectInView(row.getByText('“कोना फटा है”'));
  await expectSound(page);
  await row.getByRole('button', { name: 'हाल लिखें' }).click();
  await page.getByRole('button', { name: 'ठीक लगा है' }).click();
  await expectInView(page.getByRole('dialog').getByText(/^कैमरा नहीं खुला/));
  await expectSound(page);
  const { district, station } = owner;
  await insertSeen(portal.service.database.pool, { district, station });
  await page.goto('/console/boards/');
  await page.getByRole('heading', { name: 'थानों पर 8×5 बोर्ड' }).waitFor();
  expect(await row.count()).toBe(0);
});
