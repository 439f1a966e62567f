import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { packPaths } from '../../../../campaigns/channels/social/card-paths.ts';
import { pictureFor } from '../../../../campaigns/messages/station-cards.ts';
import { formatDay } from '../../../../campaigns/numbers.ts';
import { addDays, toDay } from '../../../../campaigns/tracker/clock.ts';
import {
  blastProblemWords,
  cardlessWords,
  stationlessWords,
  unfitWords,
  unlikeReasonWords,
} from '../../../../campaigns/words/blast-problem-words.ts';
import { findBlast } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import { maskNumber } from '../../../../messaging/phone/numbers/number.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import {
  addTemplate,
  ask,
  audience,
  database,
  directory,
  draft,
  edit,
  emulator,
  input,
  nextNumber,
  type Officer,
  openDesk,
  printDir,
  propose,
  readLog,
  see,
  setConsent,
  step,
  upload,
} from './blast-desk.ts';

openDesk();

describe('a blast at the desk', () => {
  it('says on which day it would end, before anybody has approved it', async () => {
    // One a second in one minute of the day: the 150th leaves on the third.
    const hours = { gateway: 'cdac', fromMinute: 600, toMinute: 601 };
    const slow = { ...hours, audienceId: await audience('pro', 150) };
    const { blast, cautions } = await draft('pro', slow);
    const { json: run } = await ask('pro', 'GET', `/api/blasts/${blast.id}/dry-run`);
    const [first, last] = [run.startsAt, run.endsAt].map((at: string) => toDay(new Date(at)));
    expect(run).toMatchObject({ recipients: 150, perSecond: 1 });
    // One more where the test runs in that very minute.
    expect([2, 3].map((days) => addDays(first ?? '', days))).toContain(last);
    const said = cautions.map(({ en }: { en: string }) => en);
    expect(said).toContainEqual(expect.stringContaining('60 a minute: approved now, the blast'));
    expect(said.join()).toContain(formatDay(last ?? '', 'en'));
    // All on one day.
    const quick = await draft('pro', { ...slow, toMinute: 1260 });
    expect(quick.cautions.map(({ en }: { en: string }) => en).join()).not.toContain('would end');
  });
  it('plans several gateways: pace, end and cost of each, with prices as they are now', async () => {
    const list = await audience('pro', 150);
    const change = { gateway: 'cdac', further: [{ gateway: 'nic', share: 30 }], toMinute: 1260 };
    const { status, json } = await propose('pro', input(list, change));
    expect(status).toBe(201);
    const [own, other] = json.byGateway;
    expect(own).toMatchObject({ gateway: 'cdac', perMinute: 60, figures: null, stoppedBy: null });
    expect(own.endsAt).not.toBeNull();
    expect(other).toMatchObject({ gateway: 'nic', perMinute: null, endsAt: null });
    expect(own.recipients + other.recipients).toBe(150);
    expect(other.recipients).toBeGreaterThan(25);
    expect(json.blast.further).toEqual([
      { gateway: 'nic', share: 30, operators: [], paisePerSegment: 15 },
    ]);
    const { json: one } = await edit('pro', json.blast.id, input(list));
    expect(one.byGateway).toMatchObject([{ gateway: 'emulator', recipients: 150 }]);
  });

  it.each([
    ['training with a real one', { further: [{ gateway: 'cdac' }] }, 'gateway-alone'],
    ['one twice', { gateway: 'cdac', further: [{ gateway: 'cdac', share: 10 }] }, 'gateway-shares'],
    [
      'nothing for the first',
      {
        gateway: 'cdac',
        further: [
          { gateway: 'nic', share: 99 },
          { gateway: 'twilio', share: 1 },
        ],
      },
      'gateway-shares',
    ],
    [
      'an operator twice',
      {
        gateway: 'cdac',
        further: [
          { gateway: 'nic', operators: ['Jio'] },
          { gateway: 'twilio', operators: ['Jio'] },
        ],
      },
      'gateway-shares',
    ],
  ])('refuses gateways together that make no sense: %s', async (_, change, code) => {
    const body = input(await audience(), change);
    const { status, json } = await propose('pro', body);
    expect([status, json.error]).toEqual([409, code]);
  });

  it('keeps a target group by a name that holds nobody’s number, counts it again, and forgets it', async () => {
    const audienceId = await audience('pro', 5);
    const choice = { audienceId, districts: ['agra'], onlyLanguage: 'hi', onlyReached: false };
    const save = (name: string, officer: Officer = 'pro') =>
      ask(officer, 'POST', '/api/target-groups', { name, ...choice });
    expect((await save('98765 43210')).json.error).toBe('number-in-text');
    expect((await save('ram@example.org')).json.error).toBe('personal-name');
    expect((await save('आगरा', 'agra')).status).toBe(403);
    const { status, json: group } = await save('आगरा, हिंदी, मई 2019');
    expect(status).toBe(201);
    const count = () => ask('pro', 'GET', `/api/target-groups/${group.id}/count`);
    expect((await count()).json).toEqual({ members: 5 });
    await database.pool.query(
      `INSERT INTO opt_out (msisdn, source)
       SELECT min(msisdn), 'officer' FROM audience_member WHERE audience_id = $1`,
      [audienceId],
    );
    expect((await count()).json).toEqual({ members: 4 });
    const { blast, estimate } = await draft('pro', choice);
    expect(blast.selection).toMatchObject({ onlyLanguage: 'hi', onlyReached: false });
    expect(estimate.recipients).toBe(4);
    await database.pool.query(
      'DELETE FROM opt_out USING audience_member AS m WHERE m.audience_id = $1 AND m.msisdn = opt_out.msisdn',
      [audienceId],
    );
    const names = async (officer: Officer) =>
      (await ask(officer, 'GET', '/api/target-groups')).json.map(({ id }: { id: number }) => id);
    expect(await names('pro')).toContain(group.id);
    expect(await names('agra')).not.toContain(group.id);
    const gone = await ask('pro', 'POST', `/api/target-groups/${group.id}/remove`, {});
    expect(gone.json).toEqual({ removed: true });
    expect((await count()).json.error).toBe('no-such-group');
    const log = await readAudit(database.pool, { subject: `target-group/${group.id}` }, 9);
    expect(log.map(({ action }) => action)).toEqual(['target-group.remove', 'target-group.save']);
  });

  it('shows exactly what is sent, but for the code of its link, to how many, for how much', async () => {
    const { blast, estimate, problems } = await draft();
    expect(blast.texts.hi.body).toContain('uppolice.gov.in/q/000000');
    expect(blast.shortCode).toBeNull();
    expect(blast.texts.hi.segments).toBe(2);
    expect(estimate).toEqual({ recipients: 3, segments: 6, paise: 90, skipped: {}, stations: 0 });
    expect(problems).toEqual([]);
  });

  it('takes WhatsApp with consent and an approved template alone, and shows it as it will arrive', async () => {
    const list = await audience();
    const consent = { source: 'form at the counter', givenOn: '2019-04-01' };
    const url = `/api/audiences/${list}/whatsapp-opt-in`;
    expect((await ask('pro', 'POST', url, consent)).json.error).toBe('no-explicit-consent');
    await setConsent(list, 'explicit-consent');
    const made = await propose('pro', {
      ...input(list),
      channel: 'whatsapp',
      templates: { hi: 'wa-services-hi' },
      fallback: { gateway: 'emulator', templates: { hi: 'services-hi' } },
    });
    expect(made.json).toMatchObject({
      blast: {
        category: 'promotional',
        paisePerSegment: 87,
        texts: {
          hi: {
            card: {
              name: 'upcop_services_hi',
              picture: expect.stringMatching(/\/files\/social\/cards\/.*\.png$/),
              buttons: [{ link: 'https://uppolice.gov.in/q/000000' }, { kind: 'stop' }],
            },
          },
        },
        fallback: { paisePerSegment: 15, texts: { hi: { templateId: null, segments: 2 } } },
      },
      estimate: { recipients: 0, skipped: { 'no-opt-in': 3 } },
    });
    const tomorrow = { ...consent, givenOn: '2019-04-13' };
    expect((await ask('pro', 'POST', url, tomorrow)).json.error).toBe('opt-in-day');
    expect((await ask('pro', 'POST', url, consent)).json).toEqual({ recorded: 3 });
    expect((await ask('pro', 'POST', url, consent)).json).toEqual({ recorded: 0 });
    const { blast } = made.json;
    const submit = () => step('pro', 'submit', blast.id);
    emulator.behave({ whatsappTemplates: 'pending' });
    const refused = await submit();
    expect(refused.json.problems).toEqual([
      expect.objectContaining({ en: 'WhatsApp has not approved the template' }),
    ]);
    emulator.behave({ whatsappTemplates: 'approved' });
    expect((await submit()).status).toBe(200);
    const approval = { revision: blast.revision };
    const own = await step('pro', 'approve', blast.id, approval);
    expect(own.status).toBe(403);
    const approved = await step('nodal', 'approve', blast.id, approval);
    expect(approved.json.estimate).toMatchObject({ recipients: 3, paise: 261 });
    expect(approved.json.blast.texts.hi.card.buttons[0].link).toContain(
      approved.json.blast.shortCode,
    );
    const [noted] = await readAudit(database.pool, { subject: `audience/${list}` }, 1);
    expect(noted).toMatchObject({ action: 'audience.opt-in' });
  });

  it('leaves out by rule, which drafter and approver see and the audit log keeps', async () => {
    const list = await audience('pro', 4);
    const first = nextNumber - 4;
    const excluded = await upload('pro', `mobile\n${first}\n`, { excluding: 'true' });
    expect(excluded.json).toMatchObject({ excluding: true, fileName: 'list.csv', members: 1 });
    const made = await propose('pro', input(list));
    expect(made.json).toMatchObject({
      blast: {
        selection: {
          capMessages: 1,
          capDays: 7,
          skipReceived: 'nobody',
          dndClasses: [0, 1, 2, 3, 4, 5, 6, 7, 8],
        },
      },
      estimate: { recipients: 3, skipped: { 'excluded-list': 1 } },
    });
    const rules = {
      capMessages: null,
      capDays: 30,
      skipReceived: 'blasts',
      skipBlastIds: [made.json.blast.id],
      dndClasses: [6],
    };
    const { id } = made.json.blast;
    expect((await edit('pro', id, input(list, rules))).status).toBe(200);
    const selection = { ...rules, dndClasses: [0, 6], onlyLanguage: null, onlyReached: null };
    expect((await see('nodal', id)).json.blast.selection).toEqual(selection);
    const [edited] = await readLog(id, 1);
    expect(JSON.parse(edited?.before ?? '')).toMatchObject({ selection: { capMessages: 1 } });
    expect(JSON.parse(edited?.after ?? '')).toMatchObject({ selection });
    const [taken] = await readAudit(database.pool, { subject: `audience/${excluded.json.id}` }, 1);
    expect(JSON.parse(taken?.after ?? '')).toMatchObject({ excluding: true });
    const onIt = await propose('pro', input(excluded.json.id));
    expect([onIt.status, onIt.json.error]).toEqual([409, 'excluding-list']);
    await database.pool.query('UPDATE audience SET excluding = false WHERE id = $1', [
      excluded.json.id,
    ]);
  });

  it.each([
    { capMessages: 0 },
    { capDays: 0 },
    { capDays: 1000 },
    { skipReceived: 'some' },
    { dndClasses: [9] },
    { skipBlastIds: [-1] },
  ])('takes no rule such as %j', async (change) => {
    const { status } = await propose('pro', input(await audience(), change));
    expect(status).toBe(400);
  });

  it('sends a text by explicit consent to a list with explicit consent only', async () => {
    addTemplate({ id: 'explicit-hi', category: 'service-explicit' });
    const texts = { templates: { hi: 'explicit-hi' } };
    const list = await audience();
    const refused = await propose('pro', input(list, texts));
    expect([refused.status, refused.json.error]).toEqual([409, 'no-explicit-consent']);
    await setConsent(list, 'explicit-consent');
    const { status, json } = await propose('pro', input(list, texts));
    expect([status, json.problems]).toEqual([201, []]);
    const { id } = json.blast;
    const elsewhere = await edit('pro', id, input(await audience(), texts));
    expect(elsewhere.json.error).toBe('no-explicit-consent');
    // What was drafted before is held back when it is handed in.
    await setConsent(list, 'public-duty');
    const submitted = await step('pro', 'submit', id);
    expect([submitted.status, submitted.json.error]).toEqual([409, 'problems']);
    expect(submitted.json.problems[0].en).toContain('explicit consent');
  });

  it('takes no value with a link, a number to call, or what nobody sees', async () => {
    const text = 'थाना {#alphanumeric#} की सूचना {#email#} पर मिलेगी। उत्तर प्रदेश पुलिस';
    addTemplate({ id: 'open-hi', text });
    for (const [value, error] of [
      ['9876543210', 'wrong-value'],
      ['हजरत\u200Bगंज', 'ill-formed-text'],
      ['हजरत\nगंज', 'ill-formed-text'],
      ['हजरत\u3164गंज', 'ill-formed-text'],
    ]) {
      const values = { hi: [value, 'upcop@uppolice.gov.in'] };
      const change = { templates: { hi: 'open-hi' }, values };
      const { status, json } = await propose('pro', input(await audience(), change));
      expect([status, json.error]).toEqual([400, error]);
      if (error === 'wrong-value')
        expect([json.variable, json.hi]).toEqual([1, expect.stringMatching(/^मान 1/)]);
    }
  });

  it('is measured with the longest name of its districts', async () => {
    // With the name of Agra and a plain link it has 70 units, which are one part.
    const fixed = 'जनपद {#alphanumeric#} ऐप {#url#} ';
    const text = fixed + 'क'.repeat(70 - (fixed.length - 23) - 'आगरा'.length - 24);
    addTemplate({ id: 'place-hi', text });
    const audienceId = await audience();
    const draft = async (change: object) => {
      const body = input(audienceId, { templates: { hi: 'place-hi' }, ...change });
      return propose('pro', body);
    };
    const value = { values: { hi: ['{district}'] } };
    const agra = { districts: ['agra'] };
    const plain = (await draft({ ...value, ...agra })).json.blast;
    expect(plain.texts.hi.segments).toBe(1);
    expect(plain.texts.hi.body).toContain('जनपद {district} ऐप');
    expect((await draft(value)).json.blast.texts.hi.segments).toBe(2);
    const pack = await draft({ ...value, gateway: 'operator' });
    expect([pack.status, pack.json.error]).toEqual([409, 'district-pack']);
    const mixed = await draft({ values: { hi: ['{district} {station}'] } });
    expect([mixed.status, mixed.json.error]).toEqual([400, 'wrong-value']);
  });
  it('is measured with the longest station of its list, and says of how many none is known', async () => {
    await database.pool.query('DELETE FROM station_number');
    const named = { nameHi: 'ताजगंज नगर क्षेत्र', nameEn: 'Taj Ganj City' };
    const tajganj = { ...directory.stations[0], ...named, district: 'agra', id: 'tajganj' };
    const { stations } = directory;
    directory.stations = [...stations, tajganj as (typeof stations)[number]];
    onTestFinished(() => {
      directory.stations = stations;
    });
    const fixed = 'थाना {#alphanumeric#} ऐप {#url#} ';
    // With the name of Agra it has 70 units, which are one part.
    const text = fixed + 'क'.repeat(70 - (fixed.length - 23) - 'आगरा'.length - 24);
    addTemplate({ id: 'station-hi', text });
    const audienceId = await audience('pro', 10);
    const draft = async (change: object = {}) => {
      const chosen = { templates: { hi: 'station-hi' }, values: { hi: ['{station}'] } };
      const body = input(audienceId, { ...chosen, districts: ['agra'], ...change });
      return (await propose('pro', body)).json;
    };
    // Nobody's is known: each text names the district.
    const nobodys = await draft();
    expect(nobodys.blast.texts.hi.segments).toBe(1);
    expect(nobodys.cautions).toContainEqual(stationlessWords(10, 10));
    await database.pool.query(
      `WITH n AS (INSERT INTO station_number (district, station) VALUES ('agra', 'tajganj') RETURNING number)
       UPDATE audience_member SET station = (SELECT number FROM n) WHERE audience_id = $1 AND district = 'agra'
         AND msisdn <> (SELECT max(msisdn) FROM audience_member WHERE audience_id = $1 AND district = 'agra')`,
      [audienceId],
    );
    const known = await draft();
    expect([known.blast.texts.hi.segments, known.estimate.stations]).toEqual([2, 9]);
    expect(known.blast.texts.hi.body).toContain('थाना {station} ऐप');
    expect(known.cautions).toContainEqual(stationlessWords(1, 10));
    const { names } = (await findBlast(database.pool, known.blast.id))?.texts.hi ?? {};
    expect(names).toMatchObject({ agra: 'आगरा', 'agra/tajganj': named.nameHi });
    expect((await draft({ gateway: 'operator' })).error).toBe('district-pack');
    // One that fits no variable keeps back nobody: the district is in its place.
    tajganj.nameHi = 'ताजगंज (नगर)';
    const unfit = await draft();
    expect(unfit.blast.texts.hi.segments).toBe(1);
    expect(unfit.cautions).toContainEqual(unfitWords(['ताजगंज (नगर)']));
    const kept = (await findBlast(database.pool, unfit.blast.id))?.texts.hi;
    expect(Object.keys(kept?.names ?? {})).toEqual(['agra']);
  });
  it('puts the cards of stations that are made at the head of WhatsApp, and says of whom none is', async () => {
    const list = await audience();
    await database.pool.query('DELETE FROM station_number');
    const whatsapp = { channel: 'whatsapp', templates: { hi: 'wa-services-hi' } };
    const [station, unmade] = directory.stations.filter(({ district }) => district === 'agra');
    const made = packPaths('up-cop', 'agra', station?.id ?? '').card;
    mkdirSync(dirname(join(printDir, made)), { recursive: true });
    writeFileSync(join(printDir, made), '');
    await database.pool.query(
      `WITH n AS (INSERT INTO station_number (district, station) VALUES ('agra', $2), ('agra', $3)
         RETURNING number, station),
       f AS (SELECT min(msisdn) AS first FROM audience_member WHERE audience_id = $1)
       UPDATE audience_member AS m SET station = n.number FROM n, f
       WHERE audience_id = $1 AND msisdn = first + CASE n.station WHEN $2 THEN 0 ELSE 1 END`,
      [list, station?.id, unmade?.id],
    );
    await database.pool.query(
      `INSERT INTO whatsapp_opt_in (msisdn, source, given_on)
       SELECT msisdn, 'form', '2019-04-01' FROM audience_member WHERE audience_id = $1`,
      [list],
    );
    const draft = async (change: object) => {
      const body = { ...input(list), ...whatsapp, ...change };
      return (await propose('pro', body)).json;
    };
    const { blast, cautions } = await draft({ stationCards: true });
    const { card } = blast.texts.hi;
    expect(card.stationCards).toMatchObject({ stations: [`agra/${station?.id}`], unmade: 1 });
    const place = { district: 'agra', station: station?.id ?? null };
    expect(pictureFor(card, place)).toMatch(`/files/${made}`);
    expect(pictureFor(card, { ...place, station: null })).toBe(card.picture);
    expect(cautions).toContainEqual(cardlessWords(1, 1));
    expect((await draft({})).blast.texts.hi.card.stationCards).toBeUndefined();
  });
  it('asks the drafter alone why a text unlike known notices is sent, and shows it to the approver beside the question', async () => {
    const text = 'इस धनतेरस बर्तनों पर बनवाई शून्य। {#url#} उत्तर प्रदेश पुलिस';
    addTemplate({ id: 'unlike-hi', text });
    const known = await draft('pro');
    expect([known.unlike, known.problems]).toEqual([false, []]);
    const { blast, unlike, problems } = await draft('pro', { templates: { hi: 'unlike-hi' } });
    expect([unlike, problems]).toEqual([true, [blastProblemWords['no-unlike-reason']]]);
    expect((await step('pro', 'submit', blast.id)).json.error).toBe('problems');
    const unlikeReason = 'जनपद के व्यापार मंडल की माँग पर, ठगी से सावधान करने के लिए';
    const chosen = { templates: { hi: 'unlike-hi' }, unlikeReason };
    const kept = await edit('pro', blast.id, input(blast.audienceId, chosen));
    expect([kept.json.problems, kept.json.blast.unlikeReason]).toEqual([[], unlikeReason]);
    expect((await step('pro', 'submit', blast.id)).status).toBe(200);
    const { cautions } = (await see('nodal', blast.id)).json;
    const question = {
      hi: expect.stringContaining('पहचाने हुए'),
      en: expect.stringContaining('Unlike'),
    };
    expect(cautions).toEqual([question, unlikeReasonWords(unlikeReason)]);
    // One that was handed in before anybody asked is still approved.
    await database.pool.query(
      `UPDATE blast SET draft = draft || '{"unlikeReason": null}' WHERE id = $1`,
      [blast.id],
    );
    const { revision } = (await see('nodal', blast.id)).json.blast;
    expect((await step('nodal', 'approve', blast.id, { revision })).status).toBe(200);
  });
  it('takes a second text that can be told apart from the first, and gives each its own link', async () => {
    const audienceId = await audience('pro', 30);
    const trial = { templates: { hi: 'verification-hi' }, share: 10, waitHours: 2 };
    const draft = (change: object) => propose('pro', input(audienceId, { trial, ...change }));
    for (const [change, error] of [
      [{ channel: 'ivr', templates: {} }, 'no-trial'],
      [{ gateway: 'operator' }, 'no-trial'],
      [{ repeat: { rhythm: 'weekly', times: 3 } }, 'no-trial'],
      [{ trial: { ...trial, templates: { hi: 'services-hi' } } }, 'trial-texts'],
      [{ trial: { ...trial, templates: { en: 'services-en' } } }, 'trial-texts'],
      [{ templates: { hi: 'services-hi', en: 'services-en' } }, 'trial-texts'],
    ] as const) {
      const { status, json } = await draft(change);
      expect([status, json.error]).toEqual([409, error]);
    }
    // Three of thirty.
    expect((await draft({})).json.problems).toEqual([blastProblemWords['trial-too-few']]);
    const { blast } = (await draft({ trial: { ...trial, share: 40 } })).json;
    expect(blast.trial).toMatchObject({ share: 40, waitMs: 7_200_000 });
    expect(blast.trial.texts.hi.body).toContain('uppolice.gov.in/q/000000');
    const submitted = await step('pro', 'submit', blast.id);
    expect(submitted.status, JSON.stringify(submitted.json)).toBe(200);
    const approval = { revision: blast.revision };
    const approved = await step('nodal', 'approve', blast.id, approval);
    expect(approved.status, JSON.stringify(approved.json)).toBe(200);
    const read = () =>
      database.pool.query<{ codes: string[] | null }>(
        'SELECT short_code || trial_codes AS codes FROM blast WHERE id = $1',
        [blast.id],
      );
    const given = (await read()).rows[0]?.codes ?? [];
    expect(new Set(given).size).toBe(3);
    const early = await step('nodal', 'decide-trial', blast.id, { text: 'a' });
    expect([early.status, early.json.error]).toEqual([409, 'wrong-status']);
    await step('nodal', 'stop', blast.id);
    expect((await read()).rows[0]?.codes).toEqual([null]);
  });

  it('is not overwritten by who saw an older one', async () => {
    const { blast } = await draft();
    const rename = (name: string) =>
      edit('pro', blast.id, { ...input(blast.audienceId, { name }), revision: 1 });
    expect((await rename('पहला')).json.blast).toMatchObject({ revision: 2, name: 'पहला' });
    expect(await rename('दूसरा')).toMatchObject({ status: 409, json: { error: 'edited-since' } });
    const { json } = await see('pro', blast.id);
    expect(json.blast).toMatchObject({ revision: 2, name: 'पहला' });
  });

  it.each([
    {
      label: 'an unregistered template on a real gateway',
      change: { gateway: 'cdac' },
      en: /registered/,
    },
    { label: 'nobody to send to', change: { districts: ['lucknow'] }, en: /no number/ },
    {
      label: 'calls at night',
      change: { channel: 'ivr', fromMinute: 1300, toMinute: 1400 },
      en: /hours/,
    },
  ])('cannot be submitted with $label', async ({ change, en }) => {
    const { blast, problems } = await draft('pro', change);
    expect(problems[0].en).toMatch(en);
    const { status, json } = await step('pro', 'submit', blast.id);
    expect([status, json.error]).toEqual([409, 'problems']);
  });

  it.each([
    { label: 'an unknown gateway', change: { gateway: 'telegram' } },
    { label: 'an unknown template', change: { templates: { hi: 'nothing' } } },
    { label: 'a template in the wrong language', change: { templates: { en: 'services-hi' } } },
    { label: 'no template', change: { templates: {} } },
    { label: 'an empty name', change: { name: ' ' } },
    { label: 'hours beyond the day', change: { toMinute: 2000 } },
  ])('cannot be drafted with $label', async ({ change }) => {
    expect((await propose('pro', input(await audience(), change))).status).toBe(400);
  });
});

describe('lists and numbers', () => {
  it('takes a list and gives back the rows that it did not take, safe for a spreadsheet', async () => {
    const { status, json } = await upload(
      'pro',
      'mobile,district\n9870099999,आगरा\n=CMD(),agra\n9870099999,Agra\n',
    );
    expect([status, json.members, json.rejects]).toEqual([201, 1, { malformed: 1, duplicate: 1 }]);
    const [taken] = await readAudit(database.pool, { subject: `audience/${json.id}` }, 1);
    expect(JSON.parse(taken?.after ?? '')).toMatchObject({
      name: 'नमूना सूची',
      consentBasis: 'service-user',
      rowsRead: 3,
      members: 1,
    });
    const { raw } = await ask('pro', 'GET', `/api/audiences/${json.id}/rejects.csv`);
    expect(raw.toString()).toBe(
      [
        '\uFEFFfile,row,field,expected,found,reason',
        "list.csv,3,मोबाइल / mobile,10 अंकों का भारतीय मोबाइल नंबर / an Indian mobile number of 10 digits,'=CMD(),malformed",
        'list.csv,4,मोबाइल / mobile,हर नंबर एक बार / each number once,919870099999,duplicate',
        '',
      ].join('\r\n'),
    );
  });
  it.each([
    { label: 'a basis', change: { consentBasis: '' } },
    { label: 'a source', change: { source: ' ' } },
    { label: 'a day until which it is kept', change: { retainUntil: '' } },
    { label: 'a day within a year', change: { retainUntil: '2020-04-13' } },
    { label: 'a day that is not past', change: { retainUntil: '2019-04-11' } },
  ])('takes no list without $label', async ({ change }) => {
    expect((await upload('pro', 'mobile\n9870000001\n', change)).status).toBe(400);
  });
  it('looks one number up, masked and on record, and deletes it', async () => {
    await upload('pro', 'mobile\n9876500099\n');
    const found = await ask('nodal', 'POST', '/api/numbers/look-up', { number: '+91 98765 00099' });
    expect(found.json).toMatchObject({ number: '+91••••••••99', lists: [{ name: 'नमूना सूची' }] });
    expect(JSON.stringify(found.json)).not.toContain('9876500099');
    expect(
      (
        await ask('nodal', 'POST', '/api/numbers/delete', {
          number: '9876500099',
          keepOptOut: false,
        })
      ).json,
    ).toEqual({ held: 1 });
    const log = await readAudit(database.pool, { subject: 'number/+91••••••••99' }, 5);
    expect(log.map(({ action }) => action)).toEqual(['number.delete', 'number.look-up']);
  });
  it('keeps the list of those who said stop, masked', async () => {
    await ask('pro', 'POST', '/api/opt-outs/add', { number: '9876500011' });
    expect((await ask('pro', 'GET', '/api/opt-outs')).json).toMatchObject({
      total: 1,
      entries: [{ number: '+91••••••••11', source: 'officer' }],
    });
    expect((await ask('pro', 'POST', '/api/opt-outs/add', { number: '12' })).status).toBe(400);
    expect(maskNumber('+919876500011')).toBe('+91••••••••11');
  });
});

describe('a stop', () => {
  const number = '9876500012';
  const numberOf = { number };
  it.each([
    { door: 'the list', path: '/api/opt-outs/remove', body: numberOf },
    { door: 'deletion', path: '/api/numbers/delete', body: { ...numberOf, keepOptOut: false } },
  ])('is ended by two officers with a reason, by $door too', async ({ path, body }) => {
    await ask('pro', 'POST', '/api/opt-outs/add', numberOf);
    const isStopped = async () =>
      (await ask('pro', 'POST', '/api/numbers/look-up', numberOf)).json.optedOutAt !== null;
    const reason = 'नागरिक स्वयं आए';
    const paper = 'आवेदन 12 दि. 11.04.2019';
    const without = [{}, { reason }, { paper }].map((more) =>
      ask('pro', 'POST', path, { ...body, ...more }),
    );
    expect((await Promise.all(without)).map(({ json }) => json.error)).toEqual([
      'stop-paper',
      'stop-paper',
      'reason-wanted',
    ]);
    const waiting = await ask('pro', 'POST', path, { ...body, reason, paper });
    expect([waiting.status, await isStopped()]).toEqual([202, true]);
    const { id } = waiting.json.held;
    expect(JSON.stringify((await ask('nodal', 'GET', '/api/held-acts')).json)).not.toMatch(number);
    expect((await ask('pro', 'POST', `/api/held-acts/${id}/accept`, {})).status).toBe(409);
    expect((await ask('nodal', 'POST', `/api/held-acts/${id}/accept`, {})).status).toBe(204);
    expect(await isStopped()).toBe(false);
    const { rows } = await database.pool.query('SELECT input FROM held_act WHERE id = $1', [id]);
    expect(rows).toEqual([{ input: {} }]);
    const { history } = (await ask('pro', 'POST', '/api/numbers/look-up', numberOf)).json;
    const ended = { kind: 'stop-ended', channel: 'officer', evidence: `${paper}: ${reason}` };
    // Both officers stand in it; a deletion leaves nothing of the number.
    expect(history).toEqual(
      path.includes('delete')
        ? []
        : [
            expect.objectContaining({ kind: 'stop', channel: 'officer' }),
            expect.objectContaining({ ...ended, enteredBy: expect.stringMatching(/.+, .+/) }),
          ],
    );
    await database.pool.query('DELETE FROM consent_event');
  });
  it('of a number that is deleted meanwhile waits no more', async () => {
    await ask('pro', 'POST', '/api/opt-outs/add', numberOf);
    const reason = 'आवेदन 13';
    const { json } = await ask('pro', 'POST', '/api/opt-outs/remove', {
      ...numberOf,
      reason,
      paper: '13',
    });
    await ask('pro', 'POST', '/api/numbers/delete', { ...numberOf, keepOptOut: true });
    const { rows } = await database.pool.query('SELECT state, input FROM held_act WHERE id = $1', [
      json.held.id,
    ]);
    expect(rows).toEqual([{ state: 'withdrawn', input: {} }]);
  });
});

describe('templates', () => {
  it('are shown as a phone shows them, measured and checked', async () => {
    const { json } = await ask('pro', 'GET', '/api/templates');
    expect(json.templates[0]).toMatchObject({ measure: { encoding: 'UCS-2', segments: 2 } });
    expect(json.templates[0].preview).toContain('uppolice.gov.in/q/BCDFGH');
    const checked = await ask('pro', 'POST', '/api/templates/check', {
      id: 'new',
      templateId: null,
      category: 'government',
      language: 'hi',
      header: 'UPPOLC',
      text: 'ऐप पाएँ https://bit.ly/abc उत्तर प्रदेश पुलिस',
    });
    expect(checked.json.findings.map(({ rule }: { rule: string }) => rule)).toContain(
      'link-shortener',
    );
  });
});
