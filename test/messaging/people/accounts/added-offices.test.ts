import { expect, test } from 'vitest';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import { expectAnswer, expectRefusal, listActions } from '../../fixtures/answers.ts';
import { type Browser, password } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { totpCode } from '../../fixtures/totp.ts';

let today = '2019-06-03';
const { service, database, admin, hq } = await openConsole(
  { admin: 'admin', hq: 'hq' },
  { clock: createClock(() => today) },
);
async function ask(sent: ReturnType<Browser['get']>, status = 200) {
  const answer = await sent;
  expect(answer.statusCode, answer.body).toBe(status);
  return answer.json();
}
const training = { nameHi: 'पुलिस महानिरीक्षक, प्रशिक्षण', nameEn: 'IG, Training' };
const office = { role: 'branch', area: 'ig-training' };
const invite = (email: string) => hq.post('/api/people/invitations', { ...office, email });
const owed = async (who: Browser) =>
  (await ask(who.get('/api/directions/occurrences?office=branch:ig-training'))).entries as {
    key: string;
    state: string;
    lateDays: number;
  }[];

test('an office that headquarters adds has accounts, owes, reports in time, is renamed and ends', async () => {
  await expectRefusal(invite('training@police.example'), 400, 'no-such-area');
  const added = await ask(hq.post('/api/offices', training), 201);
  expect(added).toMatchObject({ ...training, area: 'ig-training', state: 'open' });
  for (const name of [training, { nameHi: 'अपराध शाखा', nameEn: 'Crime' }])
    await expectRefusal(hq.post('/api/offices', name), 409, 'direction-name-known');
  await expectRefusal(hq.post('/api/offices', { nameHi: 'क', nameEn: '—' }), 400, 'wrong-input');
  expect(await ask(admin.get('/api/offices'))).toMatchObject([{ area: 'ig-training' }]);

  // Its officer comes in as every other does, by one invitation or by a list.
  const list = Buffer.from('email,office,role\nother@police.example,IG Training,branch\n');
  const unknown = await ask(
    hq.post('/api/people/invitations/check', { content: list.toString('base64') }),
  );
  expect(unknown.faults).toHaveLength(1);
  const content = Buffer.from(list.toString().replace('IG Training', '"IG, Training"'));
  const checked = await ask(
    hq.post('/api/people/invitations/check', { content: content.toString('base64') }),
  );
  expect(checked.rows).toMatchObject([{ ...office, office: { en: 'IG, Training' } }]);
  const { link } = await ask(invite('training@police.example'), 201);
  const officer = service.browser();
  const token = link.replace(/^.*#/, '');
  expect((await ask(officer.post('/api/invitations/read', { token }))).office).toEqual({
    hi: training.nameHi,
    en: training.nameEn,
  });
  const account = { token, name: 'नमूना अधिकारी', password };
  await expectAnswer(officer.post('/api/invitations/accept', account), 204);
  await ask(officer.post('/api/sign-in', { email: 'training@police.example', password }));
  const { totpUri } = await ask(officer.post('/api/me/second-factor', { password }));
  const code = totpCode(totpUri);
  await expectAnswer(officer.post('/api/me/second-factor/confirm', { code }), 204);
  const me = await ask(officer.get('/api/me'));
  expect(me).toMatchObject({ ...office, office: { en: 'IG, Training' } });

  // What a later paper orders of it is owed, and what it hands in is in time.
  const meeting = await ask(
    hq.post('/api/directions/meetings', {
      ...{ title: 'बैठक', day: '2019-06-02', minutes: '1- प्रशिक्षण शाखा साप्ताहिक आख्या दे।' },
    }),
    201,
  );
  const [point] = meeting.list;
  const terms = {
    kind: 'order',
    title: 'साप्ताहिक आख्या',
    owed: 'आख्या',
    apps: ['up-cop'],
    file: false,
    owners: [office],
    rhythm: { kind: 'every', period: 'week', day: 1 },
  };
  const check = (id: number, version = 1) =>
    hq.post(`/api/directions/points/${id}/check`, { version, terms });
  await ask(check(point.id));
  const key = `M${meeting.id}-${point.id}/branch:ig-training/2019-06-03`;
  expect((await owed(officer)).map((each) => each.key)).toContain(key);
  const submit = { key, version: 0, details: 'प्रेषित', figures: {} };
  const sent = await ask(officer.post('/api/directions/occurrence/submit', submit));
  expect(sent.occurrence).toMatchObject({ state: 'submitted', lateDays: 0 });
  expect(sent.onBehalf).toBe(false);

  // Another name, the same office.
  const renamed = { nameHi: 'अपर पुलिस महानिदेशक, प्रशिक्षण', nameEn: 'ADG, Training' };
  const change = (names: object, version: number) =>
    hq.put(`/api/offices/${added.id}`, { ...names, version });
  await expectRefusal(change({ ...renamed, nameEn: 'ADG Crime' }, 1), 409, 'direction-name-known');
  await ask(change(renamed, 1));
  expect((await ask(officer.get('/api/me'))).office.en).toBe('ADG, Training');
  const catalogue = await ask(officer.get('/api/directions'));
  expect(catalogue.offices).toMatchObject([{ name: { en: 'ADG, Training' } }]);

  // It ends once nobody signs in for it; what was due before stays late.
  const ofOffice = async () =>
    (await owed(hq))
      .filter((each) => each.key.startsWith('M'))
      .map((each) => `${each.key.split('/')[2]} ${each.lateDays > 0 ? 'late' : each.state}`)
      .sort();
  const untilOwed = (...expected: string[]) =>
    expect.poll(ofOffice, { timeout: 10_000 }).toEqual(expected);
  today = '2019-06-12';
  const end = () => hq.post(`/api/offices/${added.id}/end`);
  await expectRefusal(end(), 409, 'office-has-accounts');
  await ask(admin.post(`/api/people/${me.id}/deactivate`));
  await ask(invite('next@police.example'), 201);
  await expectRefusal(end(), 409, 'office-has-accounts');
  const [invited] = await ask(hq.get('/api/people/invitations'));
  await expectAnswer(hq.post(`/api/people/invitations/${invited.id}/withdraw`), 204);
  expect(await ask(end())).toMatchObject({ state: 'ended', endedAt: expect.any(String) });
  today = '2019-06-19';
  await untilOwed('2019-06-03 submitted', '2019-06-10 late');
  await expectRefusal(invite('next@police.example'), 400, 'no-such-area');
  await expectRefusal(admin.post(`/api/people/${me.id}/reactivate`), 400, 'no-such-area');
  await expectRefusal(admin.post(`/api/people/${hq.id}/office`, office), 400, 'no-such-area');
  const people = (await ask(admin.get('/api/people'))) as { id: string; office: { en: string } }[];
  expect(people.find(({ id }) => id === me.id)?.office.en).toBe('ADG, Training');
  await expectRefusal(check(point.id, 2), 400, 'wrong-input');
  const { offices } = await ask(hq.get('/api/directions'));
  const open = offices.filter((each: { endedOn: string | null }) => each.endedOn === null);
  expect(offices.length - open.length).toBe(1);

  // Its word and names are never another office's: it is opened again.
  for (const name of [training, renamed])
    await expectRefusal(hq.post('/api/offices', name), 409, 'direction-name-known');
  await ask(hq.post(`/api/offices/${added.id}/reopen`));
  await untilOwed('2019-06-03 submitted', '2019-06-10 late', '2019-06-17 late');
  await ask(admin.post(`/api/people/${me.id}/reactivate`));
  expect(await listActions(database, `office/${added.id}`, 9)).toEqual([
    'office.reopen',
    'office.end',
    'office.rename',
    'office.add',
  ]);
});
