import { test } from 'vitest';
import { campaignFolder } from '../../../../campaigns/campaign-fs.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import { expectInView } from '../../in-view.ts';
import { setUpConsole } from '../console-suite.ts';

const owner = { scope: 'station', district: 'mahoba', station: 'ajnar' } as const;
const code = loadRegistry({ campaignFolder: campaignFolder('up-cop') }).codeFor(owner, 'board');
const portal = setUpConsole();

test('a district resolves what citizens reported of a code, and closes and opens it', async () => {
  // All browsers of a test are one visitor.
  await portal.service.database.pool.query(
    `INSERT INTO code_report (code, district, station, kind, day, visitor)
     SELECT $1, 'mahoba', 'ajnar', kind, (now() AT TIME ZONE 'Asia/Kolkata')::date, row_number() OVER ()
     FROM unnest(ARRAY['stuck-over', 'stuck-over', 'damaged']) AS kind`,
    [code],
  );
  const page = await portal.open(['district', 'mahoba'], '/console/boards/');
  const reported = page.getByRole('region', { name: 'कोड पर गड़बड़ी की सूचना' });
  await reported.getByText('दूसरा स्टिकर: 2 · फटा या मिटा: 1').waitFor();
  await reported.scrollIntoViewIfNeeded();
  await expectInView(reported.getByText(`कोड ${code}`));
  await reported.getByLabel('मौके पर क्या मिला और क्या किया').fill('झूठा स्टिकर हटाया गया।');
  await reported.getByRole('button', { name: 'निपटाएँ' }).click();
  await reported.waitFor({ state: 'detached' });

  const closed = page.locator('details', { hasText: 'बंद कोड' });
  await closed.locator('summary').click();
  await closed.getByLabel('कोड', { exact: true }).fill(code.toLowerCase());
  await closed.getByLabel('कारण').selectOption({ label: 'गलत इस्तेमाल हुआ' });
  await closed.getByLabel('क्या हुआ').fill('चौराहे पर इसी कोड के स्टिकर मिले।');
  await closed.getByRole('button', { name: 'कोड बंद करें' }).click();
  await closed.getByText('बंद कोड: 1').waitFor();
  await expectInView(closed.getByRole('button', { name: 'फिर खोलें' }));

  const scan = await portal.open(null, `/q${code}`);
  await expectInView(scan.getByText('इस कोड का गलत इस्तेमाल हुआ'));
  await scan.getByRole('link', { name: 'UP COP ऐप पाएँ' }).click();
  await scan.waitForURL('**/get/');

  await closed.getByLabel('क्यों खोला जा रहा है').fill('स्टिकर हटाए गए।');
  await closed.getByRole('button', { name: 'फिर खोलें' }).click();
  await expectInView(closed.getByText('बंद कोड फिर ऐप पर ले जाएगा'));
  await portal.acceptHeld('closed-code.open');
  await page.reload();
  await closed.locator('summary').click();
  await closed.getByText('बंद कोड: 0').waitFor();
});
