import { expect, test } from 'vitest';
import { consoleWords } from '../../../../site/i18n/console-words.ts';
import { openFormService, today } from '../service.ts';
import { openView } from '../view.ts';

const { service, agra } = await openFormService({ agra: ['district', 'agra'] });
const undone = 'पहले जैसा कर दिया गया।';

interface Listed {
  id: string;
  nameEn: string;
  nameHi: string;
  correction: { action: string } | null;
  fields: Record<string, string>;
}
async function readStation(wanted: string): Promise<Listed | undefined> {
  const { stations } = (await agra.get('/api/stations/agra')).json<{ stations: Listed[] }>();
  return stations.find(({ id }) => id === wanted);
}
const openStation = (id: string) =>
  openView(agra, `/console/stations/?district=agra&station=${id}`);

test('a name that was confirmed, or spelt otherwise, is put back in one tap to what it was before', async () => {
  const view = await openStation('barhan');
  const { nameEn: before = '' } = (await readStation('barhan')) ?? {};
  await view.press('नाम सही है');
  await view.says('सहेजा गया।');
  await view.press('वापस लें');
  await view.says(undone);
  expect((await readStation('barhan'))?.correction).toBeNull();
  await view.press('नाम सही है');
  await view.fill({ 'अंग्रेज़ी नाम': before.replace('h', '-h') });
  await view.press('सुधार सहेजें');
  expect((await readStation('barhan'))?.nameEn).not.toBe(before);
  await view.press('वापस लें');
  await view.says(undone);
  expect(await readStation('barhan')).toMatchObject({ nameEn: before, correction: {} });
});

test('an own field is put back by the door that it came through, and what waits there is taken back', async () => {
  await service.database.pool.query(
    `INSERT INTO station_own_field (district, station, field, value) VALUES ('agra', 'tajganj', 'cug', '9454400001')`,
  );
  const view = await openStation('tajganj');
  await view.fill({ 'थाना प्रभारी का CUG नंबर': '' });
  await view.press('खाने सहेजें');
  await view.says('सहेजा गया।');
  expect((await readStation('tajganj'))?.fields).toEqual({});
  await view.press('वापस लें');
  await view.says('नया नंबर, जो थाने के बोर्ड पर छपेगा');
  expect((await readStation('tajganj'))?.fields).toEqual({});
  await view.press('वापस लें');
  await view.says('कुछ नहीं बदला');
  const { rows } = await service.database.pool.query('SELECT kind, state FROM held_act');
  expect(rows).toEqual([{ kind: 'station.fields', state: 'withdrawn' }]);
});

test('a correction of an entry is put back; a count that was just entered waits for a second officer, as any that goes down', async () => {
  const entry = { kind: 'pamphlet', district: 'agra', day: today, remark: 'पहली' };
  const details = { pamphlets: 500 };
  const entered = await agra.post('/api/activities', {
    ...entry,
    details,
    key: crypto.randomUUID(),
  });
  const { id } = entered.json<{ activity: { id: number } }>().activity;
  const read = async (of: number) => {
    const answer = await agra.get(`/api/activities/${of}`);
    return answer.json<{ activity: object }>().activity;
  };
  const view = await openView(agra, '/console/entry/?kind=pamphlet');
  const row = view.part('.activities > li', 'पहली');
  await row.press(/^सुधारें या जोड़ें:/);
  await row.fill({ अभ्युक्ति: 'दूसरी' });
  await row.press('सहेजें');
  expect(await read(id)).toMatchObject({ remark: 'दूसरी' });
  await view.part('.activities > li').press(/वापस लें$/);
  await view.says(undone);
  expect(await read(id)).toMatchObject({ remark: 'पहली', details });

  await view.fill({ 'पम्पलेट की संख्या': '300' });
  await view.press('दर्ज करें');
  await view.says('दर्ज हुआ: पम्पलेट वितरण');
  const notice = view.part('.notice.good', 'दर्ज हुआ');
  await notice.press('वापस लें');
  await notice.fill({ कारण: 'दो बार दर्ज' });
  await notice.press('वापस लें');
  await view.says('दूसरे अधिकारी को भेजा गया');
  expect(await read(id + 1)).toMatchObject({ details: { pamphlets: 300 }, status: 'entered' });
});

test('on its row a board that was recorded just now can be taken back, which a second officer accepts', async () => {
  const { nameHi = '' } = (await readStation('barhan')) ?? {};
  const view = await openView(agra, '/console/boards/?district=agra');
  await view.press(consoleWords.hi.home.withoutOf(nameHi));
  await view.press(`${nameHi}: वापस लें`);
  const form = view.part('form.undo');
  await form.fill({ कारण: 'दूसरे थाने का बोर्ड' });
  await form.press(`${nameHi}: वापस लें`);
  await view.says('दूसरे अधिकारी को भेजा गया');
  const { rows } = await service.database.pool.query(
    `SELECT reason FROM held_act WHERE kind = 'activity' AND state = 'waiting' ORDER BY id DESC LIMIT 1`,
  );
  expect(rows).toEqual([{ reason: 'दूसरे थाने का बोर्ड' }]);
});
