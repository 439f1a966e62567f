import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishedIn } from '../../../../campaigns/published-fs.ts';
import type { Answer } from '../../../../messaging/contract/contract.ts';
import type {
  HandedInStations,
  NameReportView,
  StationView,
} from '../../../../messaging/field/stations/stations-schemas.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { openFolder } from '../../../folders.ts';
import { expectAnswer, expectRefusal } from '../../fixtures/answers.ts';
import type { Browser, Officer } from '../../fixtures/console.ts';
import { handInFile } from '../../fixtures/file-form.ts';
import { openConsole } from '../../fixtures/open-console.ts';

const dataDir = join(openFolder('stations-'), 'data');
const file = publishedIn(dataDir).stationsFile;
const { service, database, agra, second, mathura, zone, hq } = await openConsole(
  {
    agra: ['district', 'agra'],
    second: ['district', 'agra'],
    mathura: ['district', 'mathura'],
    zone: ['zone', 'agra'],
    hq: 'hq',
  },
  { dataDir },
);

async function readStations(officer: Officer): Promise<Answer<'GET /api/stations/:district'>> {
  return (await officer.get('/api/stations/agra')).json();
}
async function station(id: string, officer = agra): Promise<StationView> {
  const { stations, removed } = await readStations(officer);
  const found = [...stations, ...removed].find((each) => each.id === id);
  if (found === undefined) throw new Error(`Expected the station ${id}, got none`);
  return found;
}
const speak = (officer: Officer, body: object) =>
  officer.post('/api/stations/agra/corrections', { version: 0, ...body });
const published = () => expect.poll(() => (existsSync(file) ? readFileSync(file, 'utf8') : ''));
const hold = (version: number | undefined, held: boolean, remark?: string) =>
  hq.post('/api/stations/agra/tajganj/hold', { version, held, remark });
/** Has what waits accepted by the zone. */
async function accept({ statusCode, body }: { statusCode: number; body: string }) {
  expect([statusCode, body]).toEqual([202, expect.anything()]);
  const { id } = JSON.parse(body).held;
  await expectAnswer(zone.post(`/api/held-acts/${id}/accept`, {}), 204);
}
const report = (by: Browser, body: object) => by.post('/api/public/name-reports', body);

test('a district renames its station: published at once, with its line in the log', async () => {
  const answer = await speak(agra, {
    action: 'rename',
    station: 'tajganj',
    nameHi: 'ताज गंज',
    nameEn: 'Taj Ganj',
    remark: 'letter 7',
  });
  expect(answer.statusCode).toBe(200);
  expect(await station('tajganj')).toMatchObject({
    nameHi: 'ताज गंज',
    needsCheck: false,
    correction: { action: 'rename', version: 1, remark: 'letter 7', held: false },
  });
  await published().toContain(
    '"station":"tajganj","action":"rename","nameHi":"ताज गंज","nameEn":"Taj Ganj","kind":"territorial","remark":"letter 7"',
  );
  const [entry] = await readAudit(database.pool, { subject: 'station/agra/tajganj' }, 1);
  expect(entry).toMatchObject({ action: 'station.rename', district: 'agra' });
  expect(JSON.parse(entry?.after ?? '')).toMatchObject({ nameHi: 'ताज गंज' });
});

test('two officers never overwrite each other: the second sees that it is stale', async () => {
  const answer = await speak(agra, { action: 'checked', station: 'tajganj' });
  expect([answer.statusCode, answer.json()]).toMatchObject([409, { error: 'stale', version: 1 }]);
});

test('a name that cannot be printed is refused with its field, in both languages', async () => {
  const answer = await speak(agra, {
    action: 'rename',
    station: 'baah',
    nameHi: 'Baah',
    nameEn: 'Baah',
  });
  expect(answer.statusCode).toBe(422);
  expect(answer.json()).toMatchObject({
    error: 'wrong-station',
    field: 'name_hi',
    expected: {
      hi: 'केवल देवनागरी अक्षर, अन्य लिपि का कोई नहीं',
      en: 'Devanagari letters only, none of another script',
    },
  });
});

test('another district may neither read nor change it', async () => {
  expect((await mathura.get('/api/stations/agra')).statusCode).toBe(403);
  expect((await speak(mathura, { action: 'remove', station: 'tajganj' })).statusCode).toBe(403);
});

test('what HQ holds is not published until it is let go; what is undone stands as compiled', async () => {
  const { correction } = await station('tajganj');
  expect((await hold(correction?.version, true, 'which letter?')).statusCode).toBe(204);
  await published().not.toContain('tajganj');
  const seen = await station('tajganj');
  expect(seen).toMatchObject({
    nameHi: 'ताज गंज',
    correction: { held: true, heldRemark: 'which letter?' },
  });
  expect((await hold(seen.correction?.version, false)).statusCode).toBe(204);
  await published().toContain('tajganj');
  await expectAnswer(
    agra.post('/api/stations/agra/tajganj/undo', {
      version: (await station('tajganj')).correction?.version,
    }),
    204,
  );
  await published().toBe('');
  expect((await station('tajganj')).correction).toBe(null);
});

test('a new name waits for a second officer, and what is only spelt otherwise does not', async () => {
  const rename = { action: 'rename', station: 'barhan', nameHi: 'मोहननगर', nameEn: 'Mohan Nagar' };
  const asked = await speak(agra, rename);
  expect([asked.statusCode, asked.json()]).toMatchObject([
    400,
    {
      error: 'reason-wanted',
      effect: {
        changes: [
          { before: 'बरहन', after: 'मोहननगर' },
          { before: 'Barhan', after: 'Mohan Nagar' },
        ],
        findings: [{ code: 'new-name' }, { code: 'name' }],
      },
    },
  ]);
  const held = await speak(agra, { ...rename, reason: 'शासनादेश 12' });
  expect(await station('barhan')).toMatchObject({ nameHi: 'बरहन', correction: null });
  const { id } = held.json().held;
  expect((await agra.post(`/api/held-acts/${id}/accept`, {})).json()).toMatchObject({
    error: 'own-draft',
  });
  await accept(held);
  await published().toContain('"nameHi":"मोहननगर","nameEn":"Mohan Nagar"');
  expect(await station('barhan')).toMatchObject({ correction: { version: 1, held: false } });
  const places = async () =>
    (await agra.get('/api/press-notes/form?district=agra')).json().places as string[];
  expect(await places()).toContain('मोहननगर');
  const spelt = { ...rename, nameHi: 'मोहन नगर', version: 1 };
  expect((await speak(agra, spelt)).statusCode).toBe(200);
  expect(await places()).toContain('मोहन नगर');
  await agra.post('/api/stations/agra/barhan/undo', { version: 2 });
});

test.each(['दुष्कर्म पीड़िता आरती पुत्री रामलाल मो 98', 'आरती 16 वर्ष', 'ताजगंज 9839001234'])(
  'no name is a sentence about somebody: %s',
  async (nameHi) => {
    const answer = await speak(agra, {
      action: 'rename',
      station: 'barhan',
      nameHi,
      nameEn: 'Barhan',
    });
    expect([answer.statusCode, answer.json()]).toMatchObject([
      422,
      { error: 'wrong-station', field: 'name_hi' },
    ]);
  },
);

test('a station that is added gets a code, which it keeps', async () => {
  const answer = await speak(agra, {
    action: 'add',
    station: '',
    nameHi: 'नई चौकी नगर',
    nameEn: 'Nai Chauki Nagar',
    reason: 'नया थाना',
  });
  await accept(answer);
  await expect.poll(async () => (await station('nai-chauki-nagar')).code).not.toBe(null);
  const { code, correction } = await station('nai-chauki-nagar');
  await accept(
    await speak(agra, {
      action: 'rename',
      station: 'nai-chauki-nagar',
      nameHi: 'नई चौकी',
      nameEn: 'Nai Chauki',
      version: correction?.version,
      remark: 'letter 8',
    }),
  );
  expect(await station('nai-chauki-nagar')).toMatchObject({ code, nameHi: 'नई चौकी' });
});

test('no officer alone takes a station from those that are to have a board, by whichever door', async () => {
  const undo = (id: string, version?: number) =>
    agra.post(`/api/stations/agra/${id}/undo`, { version });
  const removal = { action: 'remove', station: 'barhan', version: 0 };
  const asked = await speak(agra, removal);
  expect([asked.statusCode, asked.json()]).toMatchObject([
    400,
    {
      error: 'reason-wanted',
      effect: {
        changes: [{ before: expect.any(Number), after: expect.any(Number) }],
        findings: [{ code: 'station barhan dropped' }],
      },
    },
  ]);
  const [{ before, after }] = asked.json().effect.changes;
  expect(before - after).toBe(1);
  const asCyber = { action: 'rename', station: 'barhan', nameHi: 'बरहन', nameEn: 'Barhan' };
  const kind = await speak(agra, { ...asCyber, kind: 'cyber' });
  expect(kind.json().error).toBe('reason-wanted');
  const listed = await handIn('कार्य,थाना\nहटाएँ,barhan\n', 'take');
  expect(listed.json().error).toBe('reason-wanted');
  expect((await station('barhan')).correction).toBe(null);
  // Nor another officer of the district, only one above; what was added goes by the same.
  const held = await speak(agra, { ...removal, remark: 'विलय' });
  await expectRefusal(
    second.post(`/api/held-acts/${held.json().held.id}/accept`, {}),
    403,
    'not-allowed',
  );
  await accept(held);
  const removed = (await station('barhan')).correction;
  expect(removed).toMatchObject({ action: 'remove' });
  // Held by headquarters it is due again, at once; to let it go takes a second officer as well.
  const holdIt = (version: number | undefined, isHeld: boolean) =>
    hq.post('/api/stations/agra/barhan/hold', { version, held: isHeld, remark: '' });
  expect((await holdIt(removed?.version, true)).statusCode).toBe(204);
  const kept = (await station('barhan')).correction;
  expect((await holdIt(kept?.version, false)).json().error).toBe('reason-wanted');
  expect((await undo('barhan', kept?.version)).statusCode).toBe(204);
  const added = (await station('nai-chauki-nagar')).correction;
  expect((await undo('nai-chauki-nagar', added?.version)).json().error).toBe('reason-wanted');
});

const handIn = (content: string, step: 'check' | 'take', reason = '') =>
  handInFile(agra, `/api/stations/agra/list?step=${step}&reason=${reason}`, {
    name: 'agra.csv',
    content,
  });

test('a list is checked first; then its good rows are taken and its bad ones told', async () => {
  const list =
    'कार्य,थाना,हिंदी नाम,अंग्रेज़ी नाम,प्रकार,टिप्पणी\nसही,tajganj,,,,\nनाम बदलें,baah,=HYPERLINK,,,\n,barhan,,,,\n';
  const checked: HandedInStations = (await handIn(list, 'check')).json();
  expect(checked).toMatchObject({
    changes: [{ station: 'tajganj', action: 'checked' }],
    faults: [{ row: 3, column: 'name_hi' }],
    done: false,
  });
  expect((await station('tajganj')).correction).toBe(null);
  const taken: HandedInStations = (await handIn(list, 'take')).json();
  expect(taken.done).toBe(true);
  expect((await station('tajganj')).correction).toMatchObject({ action: 'checked' });
});

test('a list with a new name waits whole, and a new name in it needs a reason', async () => {
  const list =
    'कार्य,थाना,हिंदी नाम,अंग्रेज़ी नाम\nनाम बदलें,etmadpur,रामलाल नगर,Ramlal Nagar\nनाम बदलें,hari-parvat,हरीपर्वत,\n';
  const checked: HandedInStations = (await handIn(list, 'check')).json();
  expect(checked).toMatchObject({
    changes: [{ station: 'etmadpur' }, { station: 'hari-parvat' }],
    effect: { findings: [{ code: 'new-name' }, { code: 'name' }, { code: 'name' }] },
    held: null,
  });
  expect((await handIn(list, 'take')).json()).toMatchObject({ error: 'reason-wanted' });
  const taken: HandedInStations = (await handIn(list, 'take', 'letter')).json();
  expect(taken).toMatchObject({ done: false, held: expect.any(Number) });
  expect((await station('etmadpur')).correction).toBe(null);
  await expectAnswer(hq.post(`/api/held-acts/${taken.held}/refuse`, { reason: 'no' }), 204);
  expect((await station('etmadpur')).correction).toBe(null);
});

test('an own line waits until a second officer has read it; another spelling and none do not', async () => {
  const fill = (line: string, seen = {}) =>
    agra.post('/api/stations/agra/barhan/fields', {
      changes: { 'local-line': line },
      seen,
      reason: 'गली का नाम',
    });
  const held = await fill('पीड़िता सोनम के घर के सामने');
  expect((await station('barhan')).fields).toEqual({});
  await expectAnswer(
    zone.post(`/api/held-acts/${held.json().held.id}/refuse`, { reason: 'न' }),
    204,
  );
  expect((await station('barhan')).fields).toEqual({});
  await accept(await fill('बस अड्डे के सामने'));
  await expectAnswer(fill('बस-अड्डे के सामने', { 'local-line': 'बस अड्डे के सामने' }), 204);
  await expectAnswer(fill('', { 'local-line': 'बस-अड्डे के सामने' }), 204);
});

test('names in Urdu come by the list and are one with the own field; what finds no room on the board is told by its row', async () => {
  const long = `تھانہ ${'ص'.repeat(70)}`;
  const list = `कार्य,थाना,उर्दू नाम\n,hari-parvat,تھانہ ہری پربت\nसही,etmadpur,تهانه اعتماد پور\n,kotwali,${long}\n`;
  const checked: HandedInStations = (await handIn(list, 'check')).json();
  expect(checked).toMatchObject({
    changes: [{ station: 'hari-parvat', action: 'urdu', nameUr: 'تھانہ ہری پربت' }],
    faults: [
      { row: 3, column: 'name_ur', expected: { hi: expect.stringContaining('केवल उर्दू अक्षर') } },
      { row: 4, column: 'name_ur', expected: { hi: expect.stringContaining('दो पंक्तियों') } },
    ],
  });
  const { held } = (await handIn(list, 'take', 'उर्दू अकादमी')).json();
  await expectAnswer(zone.post(`/api/held-acts/${held}/accept`, {}), 204);
  expect(await station('hari-parvat')).toMatchObject({
    correction: null,
    fields: { 'name-ur': 'تھانہ ہری پربت' },
  });
  await published().toContain('"field":"name-ur","value":"تھانہ ہری پربت"');
  const form = (await agra.get('/api/stations/agra/form')).body;
  expect(form).toContain(',hari-parvat,हरिपर्वत,Hari Parvat,تھانہ ہری پربت,territorial,');
  expect(((await handIn(form, 'check')).json() as HandedInStations).changes).toEqual([]);
  const unfit = await agra.post('/api/stations/agra/hari-parvat/fields', {
    changes: { 'name-ur': long },
    seen: { 'name-ur': 'تھانہ ہری پربت' },
  });
  expect(unfit.json()).toMatchObject({ error: 'wrong-station', field: 'name-ur' });
});

test('own fields are checked, kept and published; the log never holds a number', async () => {
  const fill = (changes: Record<string, string>, seen: Record<string, string>) =>
    agra.post('/api/stations/agra/tajganj/fields', { changes, seen });
  const bad = await fill({ cug: '12' }, {});
  expect(bad.statusCode).toBe(422);
  expect(bad.json()).toMatchObject({ error: 'wrong-station', field: 'cug' });
  await accept(await fill({ cug: '9454400000', 'local-line': ' पुराने बस अड्डे के सामने ' }, {}));
  const kept = { cug: '9454400000', 'local-line': 'पुराने बस अड्डे के सामने' };
  expect((await station('tajganj')).fields).toEqual(kept);
  // Of an officer who read it before: nothing of the other's is lost.
  const late = await fill({ 'help-number': '112' }, {});
  expect([late.statusCode, late.json()]).toMatchObject([409, { error: 'stale' }]);
  // A number that boards will show is one officer's word, too.
  const number = await fill({ 'help-number': '9839000000' }, kept);
  expect(number.json().held?.effect).toMatchObject({
    changes: [{ what: { en: 'Local help line' }, before: null, after: '9839000000' }],
    findings: [{ code: 'new-number' }],
  });
  expect((await station('tajganj')).fields).toEqual(kept);
  await accept(number);
  const both = { ...kept, 'help-number': '9839000000' };
  expect((await station('tajganj')).fields).toEqual(both);
  expect((await fill({ 'help-number': '' }, both)).statusCode).toBe(204);
  await published().toContain('"station":"tajganj","field":"cug","value":"9454400000"');
  const entries = await readAudit(database.pool, {}, 20);
  expect(JSON.stringify(entries)).not.toMatch(/9454400000|9839000000/);
});

test('a citizen says that a name is wrong; the district sees it, and its word settles it', async () => {
  const citizen = service.browser();
  const given = { district: 'agra', station: 'baah', name: 'बाह कस्बा', remark: 'as on the gate' };
  expect((await report(citizen, given)).statusCode).toBe(204);
  expect((await report(citizen, given)).statusCode).toBe(204);
  const open = async (): Promise<NameReportView[]> =>
    (await agra.get('/api/name-reports')).json<NameReportView[]>();
  expect(await open()).toMatchObject([{ station: 'baah', suggested: 'बाह कस्बा' }]);
  expect((await mathura.get('/api/name-reports')).json()).toEqual([]);
  const [{ id } = { id: 0 }] = await open();
  expect((await mathura.post(`/api/name-reports/${id}/dismiss`)).statusCode).toBe(404);
  await speak(agra, { action: 'checked', station: 'baah' });
  expect(await open()).toEqual([]);
  const unknown = { ...given, station: 'nowhere' };
  expect((await report(citizen, unknown)).statusCode).toBe(404);
  const number = { ...given, remark: 'call 9454400000' };
  expect((await report(citizen, number)).statusCode).toBe(400);
});

test.each([
  { label: 'address', address: () => '203.0.113.77' },
  { label: '/64', address: (at: number) => `2001:db8:77:1::${(at + 1).toString(16)}` },
])('one $label reports a few times an hour', async ({ address }) => {
  const { stations } = await readStations(agra);
  const statuses = await reportAll(
    stations.slice(0, 15).map(({ id }, at) => ({ station: id, address: address(at) })),
  );
  expect(statuses.filter((status) => status === 204)).toHaveLength(10);
  expect(statuses.at(-1)).toBe(429);
});

test('a flood of one station takes neither its reports nor those of the district from others', async () => {
  const flood = { station: 'tajganj', address: '2001:db8:78:1::1' };
  const statuses = await reportAll([flood, flood, flood, flood]);
  expect(statuses).toEqual([204, 204, 204, 429]);
  const crowd = Array.from({ length: 30 }, (_, at) => ({
    station: 'tajganj',
    address: `2001:db8:${at.toString(16)}:1::1`,
  }));
  expect((await reportAll(crowd)).filter((status) => status === 204)).toHaveLength(17);
  const citizen = { station: 'baah', address: '203.0.113.78' };
  expect(await reportAll([citizen])).toEqual([204]);
});

async function reportAll(sent: readonly { station: string; address: string }[]): Promise<number[]> {
  const statuses = [];
  for (const { station, address } of sent) {
    const answer = await service.app.inject({
      method: 'POST',
      url: '/api/public/name-reports',
      remoteAddress: address,
      headers: { origin: service.publicUrl },
      payload: { district: 'agra', station, name: `ताजगंज ${randomInt(1e9)}` },
    });
    statuses.push(answer.statusCode);
  }
  return statuses;
}
