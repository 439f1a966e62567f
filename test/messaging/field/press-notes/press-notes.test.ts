import { describe, expect, test } from 'vitest';
import { campaignFolder, loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import type { Actor } from '../../../../campaigns/offices/actor.ts';
import { checkText, knownWords } from '../../../../campaigns/press-notes/check-text.ts';
import { openPressNotes } from '../../../../messaging/field/press-notes/module.ts';
import { countNotesToRead } from '../../../../messaging/field/press-notes/note-readers.ts';
import { deleteOldDrafts } from '../../../../messaging/field/press-notes/press-notes-sql.ts';
import { insertPerson } from '../../../../messaging/people/accounts/people-sql.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { readMigrations } from '../../../../messaging/platform/database/migrations-fs.ts';
import { linkCodePng } from '../../../../messaging/platform/documents/link-code.ts';
import { listActions } from '../../fixtures/answers.ts';
import { openModuleServer } from '../../fixtures/open-module-server.ts';

const officers: Record<string, Actor> = {
  agra: { id: 'a', name: 'PRO Agra', role: 'district', district: 'agra' },
  second: { id: 'a2', name: 'DSP Agra', role: 'district', district: 'agra' },
  lucknow: { id: 'l', name: 'PRO Lucknow', role: 'district', district: 'lucknow' },
  zone: { id: 'z', name: 'ADG Agra', role: 'zone', zone: 'agra' },
  otherZone: { id: 'oz', name: 'ADG Lucknow', role: 'zone', zone: 'lucknow' },
  hq: { id: 'h', name: 'HQ', role: 'hq' },
};
const directory = loadBaseDirectory();
const stationsIn = (district: string) =>
  directory.stations.find((station) => station.district === district)?.id ?? '';
const registry = loadRegistry({ campaignFolder: campaignFolder('up-cop') });

const story = (change: object = {}) => ({
  kind: 'story',
  station: 'hari-parvat',
  category: 'vehicle-theft',
  days: 12,
  result: 'vehicle-recovered',
  ...change,
});
const counts = (month: string) => ({
  kind: 'counts',
  month,
  rows: [
    { station: 'hari-parvat', category: 'theft', count: 9 },
    { station: 'etmadpur', category: 'theft', count: 2 },
  ],
});
const allNo = { victim: 'no', minor: 'no', sexual: 'no', identity: 'no' };

describe('press notes', async () => {
  const { database, upload, send, ...server } = await openModuleServer({
    officers,
    open: (parts) => [openPressNotes({ ...parts, registry: () => registry })],
    prefix: '/api/press-notes',
  });
  async function ask(...asked: Parameters<typeof server.ask>) {
    const { status, body } = await server.ask(...asked);
    return { status, body, note: body.note, error: body.error };
  }
  const post = (who: string, path: string, payload: object) => ask(who, 'POST', path, payload);
  const draft = async (fields: object, who = 'agra', district = 'agra') =>
    post(who, '', { district, fields });
  /** Drafts and issues a note, of counts by the second officer, and returns it. */
  async function issue(fields: object, who = 'agra', district = 'agra') {
    const { id, kind } = (await draft(fields, who, district)).note;
    if (kind !== 'counts') return post(who, `/${id}/issue`, { version: 1 });
    await post(who, `/${id}/submit`, { version: 1 });
    return post('second', `/${id}/read`, { version: 2, answers: allNo });
  }
  /** Drafts a note with typed words and hands it to the second officer; its version is 2. */
  async function submit(fields: object, who = 'agra') {
    const { id } = (await draft(fields, who)).note;
    const { body } = await post('agra', `/${id}/submit`, { version: 1 });
    return body.note;
  }
  const readActions = async (id: number) =>
    (await listActions(database, `press-note/${id}`)).reverse();

  test.each([
    { checker: null, rules: ['name'] },
    { checker: 'ADG', rules: [] },
  ])(
    'a new name of a station is a known place once a second officer accepted it: $checker',
    async ({ checker, rules }) => {
      await database.pool.query(
        `INSERT INTO station_correction (district, station, action, name_hi, name_en, kind, remark, by_id, by_name, checked_by)
       VALUES ('agra', 'tajganj', 'rename', 'रामलाल नगर', 'Ramlal Nagar', 'territorial', '', 'a', 'PRO', $1)
       ON CONFLICT (district, station) DO UPDATE SET checked_by = $1`,
        [checker],
      );
      const { places } = (await ask('agra', 'GET', '/form?district=agra')).body;
      const { sections } = loadCampaign('up-cop').pressNotes ?? expect.fail('no press notes');
      const found = checkText('थाना रामलाल नगर में शिविर लगा।', knownWords(places, sections));
      expect(found.map(({ rule }) => rule)).toEqual(rules);
    },
  );

  test('a note goes from draft to paper, with its number, its files and its line in the log', async () => {
    const drafted = await draft(story());
    expect([drafted.status, drafted.note]).toMatchObject([
      201,
      {
        status: 'draft',
        number: null,
        content: null,
        title: expect.stringContaining('वाहन बरामद'),
      },
    ]);
    const { id } = drafted.note;
    expect((await ask('agra', 'GET', `/${id}/file`)).error).toBe('not-possible');
    const issued = await post('agra', `/${id}/issue`, { version: 1 });
    const { note } = issued.body;
    expect(note).toMatchObject({ status: 'issued', year: 2019, issuedOn: '2019-04-12' });
    expect(note.content.head[0]).toEqual(['प्रेस नोट संख्या', `0${note.number}/2019`]);
    expect(note.content.paragraphs[0]).toContain('12 दिन में वाहन बरामद कर लिया गया');
    const code = registry.codeFor({ scope: 'district', district: 'agra' }, 'newspaper');
    expect(note.content.link).toBe(`https://UPPOLICE.GOV.IN/Q${code}`);
    const text = (await ask('agra', 'GET', `/${id}/file?format=txt`)).body.toString();
    for (const part of ['प्रेस नोट', note.title, note.content.typedLink, 'जारीकर्ता – मीडिया सेल'])
      expect(text).toContain(part);
    const pdf = await ask('hq', 'GET', `/${id}/file?format=pdf`);
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
    const docx = await ask('zone', 'GET', `/${id}/file?format=docx`);
    expect(docx.body.subarray(0, 2).toString()).toBe('PK');
    expect(await readActions(id)).toEqual(['press-note.draft', 'press-note.issue']);
  });

  test('what blocks is neither kept nor let stand by anybody', async () => {
    const before = (await ask('agra', 'GET', '')).body.all;
    const answer = await draft(story({ details: 'एक नाबालिग का मोबाइल' }));
    expect([answer.status, answer.body]).toMatchObject([
      409,
      {
        error: 'press-note-blocked',
        findings: [{ rule: 'child', field: 'details', found: 'नाबालिग' }],
      },
    ]);
    expect((await ask('agra', 'GET', '')).body.all).toBe(before);
    // Not even where the title ends with what the details go on with.
    const parted = await draft(story({ title: 'मुकदमा धारा', details: '376 भादवि' }));
    expect(parted.error).toBe('press-note-blocked');
    const { id } = (await draft(story())).note;
    const changed = await ask('agra', 'PUT', `/${id}`, {
      version: 1,
      fields: story({ title: 'पॉक्सो का मामला' }),
    });
    expect(changed.error).toBe('press-note-blocked');
    expect(JSON.stringify(await readAudit(database.pool, {}, 100))).not.toMatch(/नाबालिग|पॉक्सो/);
  });

  test.each([
    ['a word in the details', { details: 'सीसीटीवी की सहायता से खोज की गयी।' }],
    ['a title of one’s own', { title: 'बाइक मिली' }],
    ['a single sign', { details: '.' }],
    ['a count', counts('2019-04')],
  ])('%s is read by a second officer before it goes out', async (_, typed) => {
    const { id } = (await draft(story(typed))).note;
    const alone = await post('agra', `/${id}/issue`, { version: 1 });
    expect([alone.status, alone.error]).toEqual([409, 'press-note-unread']);
    const waiting = await post('agra', `/${id}/submit`, { version: 1 });
    expect(waiting.body).toMatchObject({
      note: { status: 'waiting' },
      second: { bar: 'own-draft' },
    });
    const read = (who: string, answers: object) =>
      post(who, `/${id}/read`, { version: 2, answers });
    expect((await read('agra', allNo)).error).toBe('own-draft');
    expect((await read('second', {})).status).toBe(400);
    expect((await read('second', { ...allNo, minor: undefined })).status).toBe(400);
    for (const question of ['victim', 'minor', 'sexual', 'identity'])
      expect((await read('second', { ...allNo, [question]: 'yes' })).error).toBe(
        'press-note-answers',
      );
    expect((await post('agra', `/${id}/issue`, { version: 2 })).error).toBe('not-possible');
    const issued = await read('second', allNo);
    expect(issued.note).toMatchObject({
      status: 'issued',
      issuedBy: 'DSP Agra',
      readBy: 'DSP Agra',
      reading: allNo,
    });
    expect(await readActions(id)).toEqual([
      'press-note.draft',
      'press-note.submit',
      'press-note.read',
    ]);
  });

  test('nothing typed needs no reader, in each kind, language and wording', async () => {
    const { services } = (await ask('agra', 'GET', '/form?district=agra')).body;
    const kinds = [
      story({ day: '2019-04-02' }),
      { kind: 'appeal', appeal: 'use-app', service: services[0].id },
    ];
    for (const fields of kinds) {
      const texts = new Set<string>();
      for (const language of ['hi', 'en'])
        for (const wording of [0, 1, 2]) {
          const { body } = await issue({ ...fields, language, wording });
          expect(body.note.content.language).toBe(language);
          texts.add(body.note.content.paragraphs.join(' '));
        }
      expect(texts.size).toBe(6);
    }
    const { id } = (await draft(story())).note;
    expect((await post('agra', `/${id}/submit`, { version: 1 })).error).toBe('press-note-untyped');
  });

  test('the second officer sends a note back with a remark, and a change has to be read again', async () => {
    const { id } = await submit(story({ details: 'सामान की तलाश जारी है।' }));
    const back = (who: string, reason: string) =>
      post(who, `/${id}/return`, { version: 2, reason });
    expect((await back('agra', 'x')).error).toBe('own-draft');
    expect((await back('second', '')).status).toBe(400);
    expect((await back('second', '14 वर्षीय बालिका का नाम हटायें')).error).toBe('press-note-reason');
    expect((await back('otherZone', 'x')).status).toBe(404);
    const returned = await back('zone', 'दूसरा वाक्य हटायें');
    expect(returned.note).toMatchObject({ status: 'draft', remark: 'दूसरा वाक्य हटायें' });
    const changed = await ask('agra', 'PUT', `/${id}`, {
      version: 3,
      fields: story({ details: 'तलाश जारी है।' }),
    });
    expect(changed.note).toMatchObject({ status: 'draft', readBy: null });
    expect((await post('agra', `/${id}/issue`, { version: 4 })).error).toBe('press-note-unread');
    await post('agra', `/${id}/submit`, { version: 4 });
    // While it waits it may be changed, and waits no longer.
    await ask('agra', 'PUT', `/${id}`, { version: 5, fields: story() });
    const answer = await post('second', `/${id}/read`, { version: 6, answers: allNo });
    expect(answer.error).toBe('not-possible');
    expect((await post('agra', `/${id}/issue`, { version: 6 })).note.status).toBe('issued');
  });

  test('what blocks a note blocks it for the reader as well', async () => {
    const { id } = await submit(story({ details: 'तलाश जारी है।' }));
    // Kept before the lists knew the word.
    await database.pool.query(
      `UPDATE press_note SET fields = jsonb_set(fields, '{details}', '"महिला के साथ गलत काम किया।"') WHERE id = $1`,
      [id],
    );
    for (const who of ['second', 'zone', 'hq']) {
      const answer = await post(who, `/${id}/read`, { version: 2, answers: allNo });
      expect(answer.body).toMatchObject({
        error: 'press-note-blocked',
        findings: [{ rule: 'sexual-offence', found: 'गलत काम' }],
      });
    }
  });

  test('who wrote a note, or let its writer in, is not its second officer', async () => {
    const office = { role: 'district' as const, area: 'agra' };
    const invited = { name: 'PRO', email: `pro-${Math.random()}@police.example`, invitedBy: 'h' };
    const writer = await insertPerson(database.pool, { ...invited, ...office }, 'no-password');
    officers['writer'] = { id: writer, name: 'PRO', role: 'district', district: 'agra' };
    // The same person, in another office since.
    officers['risen'] = { id: writer, name: 'ADG', role: 'zone', zone: 'agra' };
    // Somebody else submits what the first one wrote.
    const { id } = await submit(story({ details: 'तलाश जारी है।' }), 'writer');
    const read = async (who: string) =>
      (await post(who, `/${id}/read`, { version: 2, answers: allNo })).error;
    expect([await read('risen'), await read('agra'), await read('hq'), await read('zone')]).toEqual(
      ['own-draft', 'own-draft', 'own-guest', undefined],
    );
  });

  test('a note waits for another officer of the district, where there is none of the zone, else of HQ', async () => {
    const person = (role: 'district' | 'zone' | 'hq', area: string | null) =>
      insertPerson(
        database.pool,
        {
          name: role,
          email: `${role}-${Math.random()}@police.example`,
          role,
          area,
          invitedBy: null,
        },
        'no-password',
      );
    const toRead = async (actor: Actor) =>
      (await countNotesToRead(database.pool, actor, directory)).count;
    const writer = await person('district', 'mathura');
    officers['mathura'] = { id: writer, name: 'PRO', role: 'district', district: 'mathura' };
    const hq: Actor = { id: await person('hq', null), name: 'HQ', role: 'hq' };
    const fields = story({ station: stationsIn('mathura'), details: 'तलाश जारी है।' });
    const { id } = (await draft(fields, 'mathura', 'mathura')).note;
    const before = await toRead(hq);
    const { note } = (await post('mathura', `/${id}/submit`, { version: 1 })).body;
    expect([note.waitsFor, (await toRead(hq)) - before]).toEqual(['hq', 1]);
    const zoneOf = directory.districts.find((district) => district.id === 'mathura')?.zone ?? '';
    const zone: Actor = {
      id: await person('zone', zoneOf),
      name: 'ADG',
      role: 'zone',
      zone: zoneOf,
    };
    expect([await toRead(zone), (await toRead(hq)) - before]).toEqual([1, 0]);
    const second: Actor = {
      id: await person('district', 'mathura'),
      name: 'DSP',
      role: 'district',
      district: 'mathura',
    };
    expect([await toRead(second), await toRead(zone)]).toEqual([1, 0]);
    expect(await toRead(officers['mathura'] as Actor)).toBe(0);
    const [entry] = await readAudit(database.pool, { subject: `press-note/${id}` }, 1);
    expect(JSON.parse(entry?.after ?? '')).toMatchObject({ level: 'hq', readers: [hq.id] });
  });

  test('notes that were kept before there were readers can be read and gone on with', async () => {
    const old = {
      kind: 'story',
      station: 'hari-parvat',
      category: 'theft',
      days: 3,
      result: 'returned',
    };
    const keep = async (status: string, details: string) => {
      const { rows } = await database.pool.query<{ id: number }>(
        `INSERT INTO press_note (district, kind, fields, title, status, makers, made_by, overrules)
         VALUES ('agra', 'story', $1, 'पुराना', $2, '{a}', 'PRO Agra', $3) RETURNING id`,
        [
          JSON.stringify({ ...old, title: '', details }),
          status,
          JSON.stringify([{ rule: 'guilt', field: 'details', found: 'शातिर', reason: 'उद्धरण' }]),
        ],
      );
      return rows[0]?.id ?? 0;
    };
    const checked = await keep('checked', 'तलाश जारी है।');
    const waiting = await keep('waiting', 'शातिर');
    const { note: present } = await draft(story({ language: 'en', wording: 2, day: '2019-04-02' }));
    const [whole] = readMigrations().filter(({ name }) => name.startsWith('0570'));
    await database.pool.query(whole?.sql ?? '');
    expect((await ask('agra', 'GET', `/${present.id}`)).note.fields).toEqual(present.fields);
    expect((await ask('agra', 'GET', `/${checked}`)).note).toMatchObject({
      status: 'draft',
      fields: { language: 'hi', wording: 0, day: null },
    });
    expect((await post('agra', `/${checked}/issue`, { version: 1 })).error).toBe(
      'press-note-unread',
    );
    const read = await post('zone', `/${waiting}/read`, { version: 1, answers: allNo });
    expect(read.note).toMatchObject({ status: 'issued', readBy: 'ADG Agra' });
  });

  test('numbers are one series a district and year, without a gap or a double', async () => {
    const ids = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const { id } = (await draft(story(), 'lucknow', 'lucknow')).note ?? {};
        return id;
      }),
    );
    expect(ids).toEqual(Array(6).fill(undefined));
    const own = story({ station: 'hazratganj' });
    const drafts = await Promise.all(
      Array.from({ length: 8 }, () => draft(own, 'lucknow', 'lucknow')),
    );
    const issued = await Promise.all(
      drafts.flatMap(({ body }) => [
        post('lucknow', `/${body.note.id}/issue`, { version: 1 }),
        // The same button twice.
        post('lucknow', `/${body.note.id}/issue`, { version: 1 }),
      ]),
    );
    const numbers = issued.flatMap(({ body }) => (body.note ? [body.note.number] : []));
    expect(numbers.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('a month’s counts go out once, and a cancelled note keeps its number', async () => {
    const first = (await issue(counts('2019-03'))).note;
    expect(first.content.figures.rows).toEqual([
      ['चोरी', '11', expect.stringContaining('हरिपर्वत – 9')],
    ]);
    expect(first.content.figures.rows[0][2]).toMatch(/अन्य थाने – 2$/);
    const again = await issue(counts('2019-03'));
    expect([again.status, again.error]).toEqual([409, 'press-note-month']);
    const cancelled = await post('agra', `/${first.id}/cancel`, {
      version: 3,
      reason: 'संख्या गलत थी',
    });
    expect(cancelled.note).toMatchObject({ status: 'cancelled', number: first.number });
    const text = (await ask('agra', 'GET', `/${first.id}/file?format=txt`)).body.toString();
    // Why is typed by one officer: it is in the console, and not on the paper.
    expect(text).toMatch(/^\*यह प्रेस नोट निरस्त किया जा चुका है/);
    expect(text).not.toContain('संख्या गलत थी');
    expect((await issue(counts('2019-03'))).note.number).toBe(first.number + 1);
  });

  test.each<[string, object, string]>([
    ['a category that is not in the list', story({ category: 'missing-children' }), 'category'],
    ['another district’s station', story({ station: 'hazratganj' }), 'station'],
    ['a result of another category', story({ result: 'money-held' }), 'result'],
    ['a month that has not begun', counts('2019-05'), 'month'],
    ['a month before the campaign', counts('2019-02'), 'month'],
    ['a day that has not come', story({ day: '2019-04-13' }), 'day'],
    [
      'no service of the app',
      { kind: 'appeal', appeal: 'use-app', service: 'horoscope' },
      'service',
    ],
  ])('%s cannot be chosen', async (_, fields, path) => {
    const answer = await draft(fields);
    expect([answer.status, answer.body]).toMatchObject([
      400,
      { error: 'wrong-entry', issues: [{ path }] },
    ]);
  });

  test('an office sees and writes only the notes of its own area', async () => {
    const { id } = (await draft(story())).note;
    for (const [who, status] of [
      ['lucknow', 404],
      ['otherZone', 404],
      ['zone', 200],
      ['hq', 200],
    ] as const)
      expect([who, (await ask(who, 'GET', `/${id}`)).status]).toEqual([who, status]);
    expect((await ask('lucknow', 'PUT', `/${id}`, { version: 1, fields: story() })).status).toBe(
      404,
    );
    expect((await draft(story(), 'lucknow')).status).toBe(403);
    expect((await draft(story(), 'hq')).status).toBe(403);
    const seen = (await ask('otherZone', 'GET', '')).body.notes as { district: string }[];
    expect(seen.some(({ district }) => district === 'agra')).toBe(false);
    expect((await ask('lucknow', 'GET', '/form?district=agra')).status).toBe(403);
    const form = (await ask('agra', 'GET', '/form?district=agra')).body;
    expect(form.stations.map(({ name }: { name: { hi: string } }) => name.hi)).toContain(
      'साइबर क्राइम थाना',
    );
  });

  test('a draft that nobody goes on with is deleted, and an issued note never', async () => {
    const old = (await draft(story())).note;
    const kept = (await draft(story())).note;
    const issued = (await issue(story())).note;
    await database.pool.query(
      `UPDATE press_note SET changed_at = now() - interval '91 days' WHERE id = ANY ($1)`,
      [[old.id, issued.id]],
    );
    expect(await deleteOldDrafts(database.pool, 90)).toBe(1);
    const statuses = [old, kept, issued].map(({ id }) => ask('agra', 'GET', `/${id}`));
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([404, 200, 200]);
  });

  test('where it appeared counts as a news item, with the cutting’s picture', async () => {
    const { note } = (await issue(story())).body;
    const appear = (paper: string, day: string) =>
      post('agra', `/${note.id}/appearances`, { paper, day });
    expect((await appear('अमर उजाला', '2019-04-11')).error).toBe('wrong-entry');
    expect((await appear('अमर उजाला', '2019-04-13')).error).toBe('wrong-entry');
    const [one, other] = await Promise.all([
      appear('अमर उजाला', '2019-04-12'),
      appear('अमर उजाला', '2019-04-12'),
    ]);
    expect([one.status, other.status].toSorted()).toEqual([201, 409]);
    const { log } = (await ask('agra', 'GET', `/${note.id}`)).body;
    expect(log).toMatchObject([{ paper: 'अमर उजाला', day: '2019-04-12', cutting: null }]);
    const { rows } = await database.pool.query(
      `SELECT a.kind, a.district, a.details FROM activity AS a JOIN press_note_appearance AS p
       ON p.activity_id = a.id WHERE p.note_id = $1`,
      [note.id],
    );
    expect(rows).toEqual([
      {
        kind: 'newspaper',
        district: 'agra',
        details: { newspaper: 'अमर उजाला', type: 'news', items: 1 },
      },
    ]);
    // A code is found at the first look: a picture without one is looked at in many ways.
    const picture = await linkCodePng(note.content.link);
    const url = `/${note.id}/appearances/${log[0].id}/cutting`;
    const file = { name: 'c.png', content: picture, type: 'image/png' };
    const sent = await upload('agra', url, file);
    expect([sent.statusCode, sent.json().log[0].cutting]).toEqual([
      200,
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
    // By which the hourly job finds it when its time is over.
    const kept = await database.pool.query(
      'SELECT sha256, uploaded_by FROM press_note_cutting WHERE appearance_id = $1',
      [log[0].id],
    );
    expect(kept.rows).toEqual([{ sha256: sent.json().log[0].cutting, uploaded_by: 'PRO Agra' }]);
    const shown = await send('zone', 'GET', url);
    expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect((await send('otherZone', 'GET', url)).statusCode).toBe(404);
    expect((await readActions(note.id)).slice(-2)).toEqual([
      'press-note.appear',
      'press-note.cutting',
    ]);
  });

  test('a list is searched, filtered, sorted by names and cut into pages, and says how many there are', async () => {
    const appeal = { kind: 'appeal', appeal: 'lost-phone', title: 'सूची की जाँच' };
    for (const district of ['agra', 'lucknow', 'agra']) await draft(appeal, district, district);
    const find = async (query: Record<string, string>, who = 'hq') => {
      const { body } = await ask(who, 'GET', `?${new URLSearchParams(query)}`);
      return { ...body, districts: body.notes.map((note: { district: string }) => note.district) };
    };
    const ours = { q: 'सूची जाँच' };
    expect(await find(ours)).toMatchObject({ found: 3, districts: ['agra', 'lucknow', 'agra'] });
    expect((await find(ours)).all).toBeGreaterThan(3);
    // By how a district's name sounds, in either script.
    expect((await find({ q: 'lakhnau सूची' })).districts).toEqual(['lucknow']);
    expect((await find({ ...ours, order: 'place' })).districts).toEqual([
      'agra',
      'agra',
      'lucknow',
    ]);
    expect((await find({ ...ours, district: 'lucknow' })).found).toBe(1);
    expect((await find({ ...ours, kind: 'story' })).found).toBe(0);
    expect((await find({ ...ours, status: 'draft', age: 'new' })).found).toBe(3);
    expect((await find({ ...ours, age: 'over-2' })).found).toBe(0);
    expect(await find({ ...ours, offset: '2', limit: '2' })).toMatchObject({
      found: 3,
      districts: ['agra'],
    });
    expect((await find(ours, 'lucknow')).districts).toEqual(['lucknow']);
    const urgent = (await find({ order: 'urgent' })).notes.map(
      ({ status }: { status: string }) => status,
    );
    expect(urgent).toEqual(
      ['waiting', 'draft', 'issued', 'cancelled'].flatMap((status) =>
        urgent.filter((each: string) => each === status),
      ),
    );
  });
});
