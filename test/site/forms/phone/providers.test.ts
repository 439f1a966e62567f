import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { nameFigure } from '../../../../campaigns/words/effect-words.ts';
import { blastInput } from '../../../messaging/phone/blasts/blast-input.ts';
import { uploadList } from '../lists.ts';
import { openFormService } from '../service.ts';
import { openView } from '../view.ts';

const header = 'day,district,channel,sent,delivered';
const report = `${header}\n2019-04-10,लखनऊ,sms,250000,231000\n2019-04-11,agra,ivr,45000,30111\n`;
const labels = {
  operator: 'सेवा प्रदाता',
  file: 'रिपोर्ट की फ़ाइल',
  pasted: 'या रिपोर्ट यहाँ चिपकाएँ',
  submit: 'रिपोर्ट दर्ज करें',
};

const { service, hq } = await openFormService({ hq: 'hq' });
let blast: { id: number; name: string };
beforeAll(async () => {
  const audienceId = await uploadList(hq, ['9876543210']);
  const drafted = await hq.post('/api/blasts', blastInput(audienceId));
  ({ blast } = drafted.json());
});

test('a provider is given its pack, and its report is refused row by row or counted', async () => {
  const empty = await openView(hq, '/console/providers/');
  expect(empty.text()).toContain('अभी किसी सेवा प्रदाता की रिपोर्ट नहीं आई है।');
  expect(empty.text()).toContain('अभी ऐसा कोई स्वीकृत प्रसारण नहीं है।');
  // Nobody approves it here: the texts are not registered on the portal yet.
  await service.database.pool.query(
    `UPDATE blast SET draft = draft || '{"gateway": "operator"}', status = 'handed-over', approved_at = now() WHERE id = $1`,
    [blast.id],
  );
  const view = await openView(hq, '/console/providers/');
  await view.fill({ प्रसारण: `${blast.name} · SMS` });
  await view.press('पत्र और सामग्री डाउनलोड करें (ZIP)');
  expect(view.sent()).toEqual([
    { method: 'POST', url: `/api/blasts/${blast.id}/operator-pack.zip`, body: {} },
  ]);
  const [pack = expect.unreachable()] = view.page.saved;
  expect(pack.name).toBe(`operator-pack-${blast.id}.zip`);
  const files = unzipSync(new Uint8Array(await pack.content.arrayBuffer()));
  expect(Object.keys(files)).toContain('6-delivery-report.csv');

  await view.fill({ [labels.operator]: 'BSNL' });
  await view.press(labels.submit);
  expect(view.texts('.wrong')).toEqual(['रिपोर्ट की फ़ाइल चुनें या रिपोर्ट चिपकाएँ']);
  expect(view.sent()).toEqual([]);
  const csv = `${header}\n2019-04-10,लखनऊ,sms,250000,231000\n10.04.2019,अटलांटिस,sms,5,4\n`;
  await view.fill({ [labels.pasted]: csv });
  await view.press(labels.submit);
  expect(view.sent()).toEqual([
    { method: 'POST', url: '/api/operator-reports', body: { operator: 'BSNL', csv, reason: '' } },
  ]);
  expect(view.texts('.phone-wide tbody th')).toEqual(['3', '3']);
  expect(view.texts('.phone-wide tbody tr').at(-1)).toContain('अटलांटिस');

  await view.fill({ [labels.pasted]: '', [labels.file]: { file: 'report.csv', content: report } });
  await view.press(labels.submit);
  expect(view.sent().map(({ body }) => body)).toEqual([
    { operator: 'BSNL', csv: report, reason: '' },
  ]);
  // A first report is the word of two officers.
  await view.fill({ कारण: 'पत्र संख्या 4' });
  await view.press(labels.submit);
  expect(view.text()).toContain('दूसरे अधिकारी को भेजा गया');
  const second = await service.officer('hq');
  const [waiting] = (await second.get('/api/held-acts')).json();
  await second.post(`/api/held-acts/${waiting.id}/accept`);
  view.sent();
  await view.press(labels.submit);
  for (const text of [
    'BSNL: 2 पंक्तियाँ दर्ज हुईं।',
    '2,50,000 SMS भेजे गए',
    '2,31,000 पहुँचे (92%)',
    '11 अप्रैल 20190045,00030,111',
    'आगरा0045,00030,111',
  ])
    expect(view.text()).toContain(text);
});

test('of a report that is pasted and chosen as a file the file is sent, and a name without its blanks', async () => {
  const view = await openView(hq, '/console/providers/');
  await view.fill({
    [labels.operator]: '  Jio ',
    [labels.pasted]: 'nothing',
    [labels.file]: { file: 'report.csv', content: report },
  });
  await view.press(labels.submit);
  expect(view.sent().map(({ body }) => body)).toEqual([
    { operator: 'Jio', csv: report, reason: '' },
  ]);
});

test('a report needs its provider, and its empty form is saved with the columns', async () => {
  const view = await openView(hq, '/console/providers/');
  await view.fill({ [labels.pasted]: report });
  await view.press(labels.submit);
  expect(view.texts('.wrong')).toEqual(['यह खाना खाली न छोड़ें']);
  await view.press('रिपोर्ट का खाली प्रपत्र (CSV)');
  expect(view.sent()).toEqual([]);
  const [form] = view.page.saved;
  expect([form?.name, await form?.content.text()]).toEqual([
    'delivery-report.csv',
    `${header}\r\n`,
  ]);
});

test('who vouches for what no officer brought takes it back with a reason, where it is shown', async () => {
  const rows = [{ day: '2019-04-12', district: 'agra', channel: 'sms', sent: 10, delivered: 5 }];
  const changes = [false, true].map((isProved) => ({
    what: nameFigure('messages', isProved),
    before: 0,
    after: 1000,
  }));
  await service.database.pool.query(
    `INSERT INTO held_act (kind, subject, input, effect, reason, maker, made_by, made_at)
     VALUES ('operator-report', 'operator-report/Jio', $1, $2, '', '"service"', 'इनबॉक्स', now())`,
    [JSON.stringify({ operator: 'Jio', rows }), JSON.stringify({ changes, findings: [] })],
  );
  const view = await openView(hq, '/console/held-acts/');
  await view.press('स्वीकार करें');
  view.sent();
  await view.press('वापस लें');
  await view.fill({ कारण: 'भूल से स्वीकार हुआ' });
  await view.press('वापस लें');
  expect(view.sent().map(({ body }) => body)).toEqual([
    { reason: '' },
    { reason: 'भूल से स्वीकार हुआ' },
  ]);
  expect(view.text()).toContain('कुछ नहीं बदला');
});
