import { expect, test } from 'vitest';
import { axeFaults } from '../../axe.ts';
import { screens } from '../../browser.ts';
import { setUpConsole } from '../console-suite.ts';

const portal = setUpConsole();

test('an administrator names a deputy, who acts for the officer, and hands over what one left', async () => {
  const away = await portal.service.officer('hq');
  const deputy = await portal.service.officer('hq');
  const { pool } = portal.service.database;
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM person WHERE role = 'hq' ORDER BY created_at`,
  );
  const [first, second] = rows;
  for (const [row, name] of [
    [first, 'रमेश कुमार, नोडल अधिकारी'],
    [second, 'सुनीता वर्मा, पुलिस उपाधीक्षक'],
  ] as const) {
    await pool.query('UPDATE person SET name = $2 WHERE id = $1', [row?.id, name]);
  }

  const people = await portal.open(['admin'], '/console/people/', screens.desktop);
  const panel = people.getByRole('region', { name: 'छुट्टी और स्थानांतरण' });
  await panel.getByLabel('किसके स्थान पर').selectOption(first?.id ?? '');
  await panel.getByLabel('प्रतिनिधि', { exact: true }).selectOption(second?.id ?? '');
  await panel.getByRole('button', { name: 'प्रतिनिधि नियत करें' }).click();
  const named = 'रमेश कुमार, नोडल अधिकारी के स्थान पर सुनीता वर्मा, पुलिस उपाधीक्षक';
  await panel.locator('strong', { hasText: named }).waitFor();
  expect(await axeFaults(people)).toEqual([]);

  const own = await portal.open(deputy, '/console/account/');
  await own.getByRole('button', { name: 'रमेश कुमार, नोडल अधिकारी की ओर से कार्य करें' }).click();
  const notice = own.getByRole('region', { name: 'प्रतिनिधि के रूप में' });
  await notice.getByText(/^आप रमेश कुमार, नोडल अधिकारी की ओर से कार्य कर रहे हैं/).waitFor();
  expect(await axeFaults(own)).toEqual([]);
  await notice.getByRole('button', { name: 'समाप्त करें' }).click();
  await notice.waitFor({ state: 'detached' });

  const row = people.locator('.activities > li', { hasText: 'रमेश कुमार' }).first();
  const gone = await portal.open(away, '/console/account/', screens.desktop);
  await gone.getByRole('heading', { name: 'आप कहाँ-कहाँ साइन इन हैं' }).waitFor();
  await row.getByRole('button', { name: /^खाता बंद करें/ }).click();
  await row.getByRole('button', { name: 'खाता बंद करें', exact: true }).click();
  await panel.getByLabel('जो अधिकारी चले गए (खाता बंद है)').selectOption(first?.id ?? '');
  await panel.getByLabel('उत्तराधिकारी').selectOption(second?.id ?? '');
  await panel.getByRole('button', { name: 'अधूरे प्रारूप सौंपें' }).click();
  await panel.getByText('सौंपने योग्य कोई प्रारूप शेष नहीं था।').waitFor();
  await gone.reload();
  await gone.getByRole('heading', { name: 'विभागीय पोर्टल में साइन इन' }).waitFor();

  await people.goto('/console/audit/');
  await people
    .getByText(
      'सुनीता वर्मा, पुलिस उपाधीक्षक (रमेश कुमार, नोडल अधिकारी की ओर से) ने रमेश कुमार, नोडल अधिकारी की ओर से कार्य समाप्त किया',
    )
    .waitFor();
});
