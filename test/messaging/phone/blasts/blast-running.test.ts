import { strFromU8, unzipSync } from 'fflate';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blastProblemWords } from '../../../../campaigns/words/blast-problem-words.ts';
import type { Blast } from '../../../../messaging/phone/blasts/blast.ts';
import { findBlast, recordHaltingCode } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import { planRecipients } from '../../../../messaging/phone/blasts/plan-sql.ts';
import {
  beginSubmissions,
  claimRecipients,
  recordDeliveryUpdates,
} from '../../../../messaging/phone/ledger/ledger-sql.ts';
import { scheduleBlasts } from '../../../../messaging/phone/sending/scheduler.ts';
import { createSenderWatch } from '../../../../messaging/phone/sending/sender-watch.ts';
import { readAudit, recordAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { createDatabaseClock } from '../../../../messaging/platform/database/database-clock.ts';
import {
  approved,
  ask,
  audience,
  campaign,
  database,
  draft,
  edit,
  goOn,
  input,
  loaded,
  type Officer,
  openDesk,
  propose,
  readLog,
  see,
  serve,
  step,
} from './blast-desk.ts';

openDesk();

describe('a blast from its drafter to its end', () => {
  it('sends the text to the rest that an officer who did not draft it has chosen, on record', async () => {
    const trial = { templates: { hi: 'verification-hi' }, share: 10, waitHours: 2 };
    const { blast } = (await propose('pro', input(await audience(), { trial }))).json;
    await database.pool.query(
      `UPDATE blast SET status = 'paused', pause_reason = 'trial', started_at = now(), trial_sent_at = now() WHERE id = $1`,
      [blast.id],
    );
    const decide = (officer: Officer) => step(officer, 'decide-trial', blast.id, { text: 'b' });
    expect((await decide('pro')).status).toBe(403);
    const waits = (await see('nodal', blast.id)).json;
    expect(waits.trial).toMatchObject({
      texts: [
        { text: 'a', sent: 0 },
        { text: 'b', clicks: null },
      ],
    });
    const { status, json } = await decide('nodal');
    expect([status, json.blast.status, json.blast.trialChoice]).toEqual([200, 'running', 'b']);
    const [entry] = await readLog(blast.id, 1);
    expect(entry?.action).toBe('blast.decide-trial');
    expect(JSON.parse(entry?.after ?? '')).toMatchObject({ command: { text: 'b' } });
    await step('nodal', 'stop', blast.id);
  });
  it('goes from its drafter to HQ, and every step stands in the audit log', async () => {
    const blast = await approved();
    expect(blast).toMatchObject({ status: 'approved', approverId: 'nodal' });
    const log = await readLog(blast.id, 10);
    expect(log.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['blast.approve', 'nodal'],
      ['blast.submit', 'pro'],
      ['blast.draft', 'pro'],
    ]);
  });

  it('is refused to an approver who drafted it', async () => {
    const { blast } = await draft('nodal');
    await step('nodal', 'submit', blast.id);
    const own = await step('nodal', 'approve', blast.id, {
      revision: blast.revision,
    });
    expect(own).toMatchObject({
      status: 409,
      json: { error: 'own-draft', hi: expect.stringContaining('दूसरे अधिकारी') },
    });
    const other = await step('nodal2', 'approve', blast.id, {
      revision: blast.revision,
    });
    expect(other.status).toBe(200);
  });

  it.each(['invited_by', 'password_link_by', 'factor_reset_by'])(
    'is refused to a possible drafter by %s',
    async (column) => {
      const { blast } = await draft();
      await step('pro', 'submit', blast.id);
      await database.pool.query(
        `INSERT INTO person (id, name, email, role, ${column})
         VALUES ('pro', 'PRO to DGP', 'pro@police.example', 'pro-dgp', 'nodal')`,
      );
      const approve = (officer: Officer) =>
        step(officer, 'approve', blast.id, { revision: blast.revision });
      expect(await approve('nodal')).toMatchObject({ status: 409, json: { error: 'own-guest' } });
      expect((await approve('nodal2')).status).toBe(200);
      await database.pool.query("DELETE FROM person WHERE id = 'pro'");
    },
  );

  it('keeps why it was sent back until it is submitted again', async () => {
    const { blast } = await draft();
    const submit = () => step('pro', 'submit', blast.id);
    await submit();
    const remark = 'पाठ सुधारें';
    const back = await step('nodal', 'reject', blast.id, { remark });
    expect(back.json.blast).toMatchObject({ status: 'draft', remark });
    expect((await submit()).json.blast).toMatchObject({ status: 'submitted', remark: null });
  });
  it('cannot be edited after it was submitted, nor approved as it no longer is', async () => {
    const { blast } = await draft();
    const change = input(blast.audienceId, { name: 'बदला हुआ' });
    await step('pro', 'submit', blast.id);
    expect(await edit('pro', blast.id, change)).toMatchObject({
      status: 409,
      json: { error: 'wrong-status' },
    });
    await step('pro', 'withdraw', blast.id);
    expect((await edit('pro', blast.id, change)).json.blast).toMatchObject({
      name: 'बदला हुआ',
      revision: 2,
    });
    await step('pro', 'submit', blast.id);
    expect(await step('nodal', 'approve', blast.id, { revision: 1 })).toMatchObject({
      status: 409,
      json: { error: 'edited-since' },
    });
    expect((await step('nodal', 'approve', blast.id, { revision: 2 })).status).toBe(200);
    expect((await edit('pro', blast.id, change)).json.error).toBe('wrong-status');
  });

  it('shows live figures and cost, and is retried as a new, linked draft with a link of its own', async () => {
    const blast = await approved();
    await planRecipients(database.pool, blast, {});
    await serve(blast.id, { kind: 'start' });
    const ids = await claimRecipients(
      database.pool,
      { blastId: blast.id, gateway: 'emulator' },
      10,
    );
    await beginSubmissions(database.pool, ids, 'emulator');
    await recordDeliveryUpdates(
      database.pool,
      ids.map((id, index) => ({
        id,
        providerId: `S${id}`,
        status: index === 0 ? 'undelivered' : 'delivered',
        code: index === 0 ? '30003' : null,
      })),
    );
    const running = (await see('pro', blast.id)).json;
    expect(running).toMatchObject({
      costSoFarPaise: 90,
      figures: { all: { delivered: 2, undelivered: 1 } },
      link: { scans: 0 },
    });
    await serve(blast.id, { kind: 'finish' });
    const retry = await step('pro', 'retry', blast.id);
    expect(retry.json).toMatchObject({
      blast: { parentId: blast.id, status: 'draft' },
      estimate: { recipients: 1 },
    });
    expect(retry.json.blast.texts.hi.body).toContain('uppolice.gov.in/q/000000');
  });
});

describe('the ceiling of the cost', () => {
  it('may lie below the estimate, which drafter and approver are told', async () => {
    const { blast, problems, cautions } = await draft('pro', { budgetPaise: 50 });
    expect([problems, cautions.length]).toEqual([[], 1]);
    expect(cautions[0].en).toMatch(/ceiling/);
    expect((await step('pro', 'submit', blast.id)).status).toBe(200);
  });

  it('is raised by the approver only, and sending goes on after it', async () => {
    const blast = await approved('pro', { budgetPaise: 50, canarySize: 0 });
    await planRecipients(database.pool, blast, {});
    await serve(blast.id, { kind: 'start' });
    // Two segments at 15 paise: 50 paise pay for one of three.
    expect(
      await claimRecipients(database.pool, { blastId: blast.id, gateway: 'emulator' }, 10),
    ).toHaveLength(1);
    await serve(blast.id, { kind: 'pause', reason: 'budget' });
    const more = { budgetPaise: 90 };
    expect((await step('pro', 'budget', blast.id, more)).status).toBe(403);
    expect((await step('nodal', 'budget', blast.id, { budgetPaise: 0 })).status).toBe(400);
    const raised = await step('nodal', 'budget', blast.id, more);
    expect(raised.json.blast).toMatchObject({ status: 'paused', budgetPaise: 90 });
    expect((await step('pro', 'resume', blast.id)).json.error).toBe('stopped-by-itself');
    await step('nodal', 'resume', blast.id);
    expect(
      await claimRecipients(database.pool, { blastId: blast.id, gateway: 'emulator' }, 10),
    ).toHaveLength(2);
    const [, entry] = await readLog(blast.id, 2);
    expect([entry?.action, entry?.actorId]).toEqual(['blast.budget', 'nodal']);
    expect(entry?.after).toContain('"budgetPaise":90');
    expect(entry?.before).toContain('"budgetPaise":50');
  });
});

describe('a blast that stopped by itself', () => {
  async function running(officer: Officer): Promise<number> {
    const blast = await approved(officer, { audienceId: await audience(officer, 30) });
    await planRecipients(database.pool, blast, {});
    await serve(blast.id, { kind: 'start' });
    return blast.id;
  }

  it.each([
    { officer: 'pro', error: 'stopped-by-itself' },
    { officer: 'nodal', error: 'own-draft' },
  ] as const)('is not let go on by its drafter alone ($officer)', async ({ officer, error }) => {
    const id = await running(officer);
    const { rows } = await database.pool.query(
      'SELECT count(*)::integer AS canary FROM blast_recipient WHERE blast_id = $1 AND canary',
      [id],
    );
    expect(rows).toEqual([{ canary: 5 }]);
    await serve(id, { kind: 'pause', reason: 'canary' });
    const refused = await step(officer, 'resume', id);
    expect(refused).toMatchObject({ status: 409, json: { error } });
    // Nor by a pause of one's own in between.
    expect((await step(officer, 'pause', id)).json.error).toBe('wrong-status');
    expect(await claimRecipients(database.pool, { blastId: id, gateway: 'emulator' }, 100)).toEqual(
      [],
    );
    const seen = (await see('nodal2', id)).json.blast;
    expect(seen).toMatchObject({ status: 'paused', pauseReason: 'canary' });
    const other = officer === 'nodal' ? 'nodal2' : 'nodal';
    expect((await step(other, 'resume', id)).status).toBe(200);
    expect(
      await claimRecipients(database.pool, { blastId: id, gateway: 'emulator' }, 100),
    ).toHaveLength(30);
    const [entry] = await readLog(id, 1);
    expect([entry?.action, entry?.actorId]).toEqual(['blast.resume', other]);
    expect(entry?.before).toContain('"pauseReason":"canary"');
  });

  it('keeps why it is to stop through an officer’s pause', async () => {
    const id = await running('pro');
    const before = await findBlast(database.pool, id);
    await recordHaltingCode(database.pool, id, '20003');
    await step('pro', 'pause', id);
    expect((await step('pro', 'resume', id)).status).toBe(200);
    expect(await findBlast(database.pool, id)).toMatchObject({
      haltingCode: '20003',
      resumedAt: before?.resumedAt,
    });
  });
});

describe('a blast of calls', () => {
  const record = (sha256: string) =>
    database.pool.query(
      `INSERT INTO take (script, text_sha256, key, status, name, type, figures, findings, master, recorded_by)
       VALUES ('prompt-hi-greeting', '', gen_random_uuid(), 'mastered', 'x', 'wav', '{}', '[]', $1, 'PRO')`,
      [JSON.stringify({ files: { master: { sha256 } } })],
    );
  const look = () =>
    scheduleBlasts({
      pool: database.pool,
      gateways: {},
      log: pino({ level: 'silent' }),
      audit: async () => {},
      clock: createDatabaseClock(database.pool, { now: () => new Date('2019-04-12T06:30:00Z') }),
      paise: {},
      senders: createSenderWatch(database.pool, {}),
      seals: { findOther: async () => null },
    });
  const calls = { channel: 'ivr', templates: {}, capMessages: null, canarySize: 0 };

  it('plays what was approved alone: with another recording it pauses before any call, until a second officer lets it go on', async () => {
    await record('aa');
    const { blast } = await draft('pro', calls);
    const approve = { revision: blast.revision };
    await step('pro', 'submit', blast.id);
    await record('bb');
    const unheard = await step('nodal', 'approve', blast.id, approve);
    expect(unheard).toMatchObject({ status: 409, json: { error: 'call-changed' } });
    await step('nodal', 'reject', blast.id, { remark: 'रिकॉर्डिंग बदली' });
    await step('pro', 'submit', blast.id);
    // The same sound once more is no other one.
    await record('bb');
    expect((await step('nodal', 'approve', blast.id, approve)).status).toBe(200);
    await planRecipients(database.pool, (await findBlast(database.pool, blast.id)) as Blast, {});

    await record('cc');
    expect(await look()).not.toContain(blast.id);
    const paused = { status: 'paused', pauseReason: 'call-changed', haltingCode: null };
    expect(await findBlast(database.pool, blast.id)).toMatchObject(paused);
    // Nor may one officer both record it and let it go on.
    const recorder = { id: 'nodal2', role: 'hq', name: 'Second officer' } as const;
    await recordAudit(database.pool, { actor: recorder, action: 'take.record', subject: 'take/1' });
    for (const officer of ['pro', 'nodal2'] as const) {
      expect((await step(officer, 'resume', blast.id)).status).toBe(409);
    }
    expect((await see('nodal2', blast.id)).json.second.bar).toBe('own-draft');
    expect((await goOn('nodal', blast.id)).status).toBe(200);
    expect(await look()).toContain(blast.id);

    // Also while it runs; what it stopped for before does not approve a recording by the way.
    await recordHaltingCode(database.pool, blast.id, '20003');
    await look();
    await record('dd');
    await step('nodal', 'resume', blast.id);
    expect(await look()).not.toContain(blast.id);
    expect(await findBlast(database.pool, blast.id)).toMatchObject(paused);
    await step('nodal', 'stop', blast.id);
    await database.pool.query('DELETE FROM take');
  });
});

describe('what an officer may do with unknown ones', () => {
  it('is never to send again what the gateway lists', async () => {
    const { blast } = await draft();
    const again = await step('nodal', 'unknown', blast.id, {
      decision: 'send-again',
    });
    expect(again).toMatchObject({ status: 409, json: { error: 'may-have-arrived' } });
    const sent = await step('nodal', 'unknown', blast.id, {
      decision: 'count-as-sent',
    });
    expect(sent).toMatchObject({ status: 200, json: { settled: 0 } });
  });
});

describe('sending again what may have arrived', () => {
  it('takes two officers and a reason, and leaves out of what a part or a receipt is known', async () => {
    const { blast } = await draft('nodal', { gateway: 'nic' });
    const { pool } = database;
    await pool.query(`UPDATE blast SET status = 'running' WHERE id = $1`, [blast.id]);
    await pool.query(
      `INSERT INTO blast_recipient (msisdn, blast_id, place, status, segments, canary, language, submitted_at, gateway)
       SELECT 919876543200 + n, $1, n, 'unknown', 1, false, 'hi', now(), 'nic' FROM generate_series(1, 5) AS n`,
      [blast.id],
    );
    // Of one a part is with the provider, of another a receipt came whose message is not known.
    await pool.query(
      `INSERT INTO message_part (gateway, part_id, recipient_id, attempt, parts, status, msisdn)
       SELECT 'nic', 'a' || place, CASE place WHEN 4 THEN id END, attempt, 2, 'delivered', CASE place WHEN 5 THEN msisdn END
       FROM blast_recipient WHERE blast_id = $1 AND place > 3`,
      [blast.id],
    );
    const doubtful = async () => (await see('nodal', blast.id)).json.figures.all.unknown;
    const again = { decision: 'send-again' };
    expect(await step('nodal', 'unknown', blast.id, again)).toMatchObject({
      status: 400,
      json: { error: 'reason-wanted', effect: { changes: [{ before: 0, after: 3 }] } },
    });
    const reason = 'सेवा प्रदाता का पत्र: कोई नहीं पहुँचा';
    const waiting = await step('nodal', 'unknown', blast.id, { ...again, reason });
    expect([waiting.status, await doubtful()]).toEqual([202, 5]);
    const accept = (officer: Officer) =>
      ask(officer, 'POST', `/api/held-acts/${waiting.json.held.id}/accept`, {});
    expect((await accept('nodal')).json.error).toBe('own-draft');
    expect([(await accept('nodal2')).status, await doubtful()]).toEqual([204, 2]);
    const [entry] = await readAudit(pool, { subject: `blast/${blast.id}` }, 1);
    expect(entry?.action).toBe('blast.settle');
    expect(JSON.parse(entry?.after ?? '')).toMatchObject({ settled: 3, reason });
  });
});

describe('counting as sent what nobody knows of', () => {
  it('takes two officers who see the public total, and one where it is training', async () => {
    const { pool } = database;
    const doubt = async (gateway: string) => {
      const { blast } = await draft('nodal', { gateway });
      await pool.query(`UPDATE blast SET status = 'finished' WHERE id = $1`, [blast.id]);
      await pool.query(
        `INSERT INTO blast_recipient (msisdn, blast_id, place, status, segments, canary, language, submitted_at, gateway, error_code)
         SELECT 919876543200 + n, $1, n, 'unknown', 1, false, 'hi', now(), $2, 'no-proof' FROM generate_series(1, 4) AS n`,
        [blast.id, gateway],
      );
      return blast.id;
    };
    const readSent = async () =>
      Number(
        (await pool.query('SELECT coalesce(sum(sent), 0) AS sent FROM phone_day')).rows[0].sent,
      );
    const before = await readSent();
    const count = (id: number, reason = '') =>
      step('nodal', 'unknown', id, { decision: 'count-as-sent', reason });
    expect(await count(await doubt('emulator'))).toMatchObject({
      status: 200,
      json: { settled: 4 },
    });
    const id = await doubt('nic');
    expect((await count(id)).json.error).toBe('reason-wanted');
    const { held } = (await count(id, 'पोर्टल पर सब "submitted" हैं')).json;
    expect(held.effect.changes).toMatchObject([{ before, after: before + 4 }, {}]);
    expect(await readSent()).toBe(before);
    const accept = (officer: Officer) =>
      ask(officer, 'POST', `/api/held-acts/${held.id}/accept`, {});
    expect((await accept('nodal')).json.error).toBe('own-draft');
    expect([(await accept('nodal2')).status, await readSent()]).toEqual([204, before + 4]);
    await pool.query('DELETE FROM phone_day');
  });
});

describe('who may do what', () => {
  it.each<{ officer: Officer | null; method: 'GET' | 'POST'; url: string; status: number }>([
    { officer: null, method: 'GET', url: '/api/blasts', status: 401 },
    { officer: 'zone', method: 'GET', url: '/api/blasts', status: 403 },
    { officer: 'admin', method: 'POST', url: '/api/blasts/1/approve', status: 403 },
    { officer: 'pro', method: 'POST', url: '/api/blasts/1/approve', status: 403 },
    { officer: 'agra', method: 'POST', url: '/api/blasts/1/stop', status: 403 },
    { officer: 'agra', method: 'POST', url: '/api/numbers/look-up', status: 403 },
    { officer: 'agra', method: 'GET', url: '/api/opt-outs', status: 403 },
    { officer: 'admin', method: 'GET', url: '/api/audiences', status: 403 },
    { officer: 'zone', method: 'POST', url: '/api/operator-reports', status: 403 },
  ])('$officer gets $status for $method $url', async ({ officer, method, url, status }) => {
    expect((await ask(officer, method, url, method === 'POST' ? {} : undefined)).status).toBe(
      status,
    );
  });
  it('keeps a district to its own lists, blasts and people', async () => {
    const state = await draft();
    expect((await see('agra', state.blast.id)).status).toBe(403);
    expect((await ask('agra', 'GET', `/api/audiences/${state.blast.audienceId}`)).status).toBe(403);
    expect((await propose('agra', input(state.blast.audienceId))).status).toBe(403);
    const own = await draft('agra', { districts: ['lucknow'] });
    expect(own.blast).toMatchObject({ district: 'agra', districts: ['agra'] });
    const seen = (await ask('agra', 'GET', '/api/blasts')).json;
    expect(seen.length).toBeGreaterThan(0);
    expect(
      seen.every(({ blast }: { blast: { district: string } }) => blast.district === 'agra'),
    ).toBe(true);
  });
});

describe('a service provider', () => {
  // As it will be once the portal has given its ids.
  const templateId = '1107160000000000001';
  beforeAll(() =>
    Object.assign(campaign.messages, {
      registered: true,
      principalEntityId: '1101160000000000001',
      templates: loaded.messages.templates.map((template) => ({ ...template, templateId })),
    }),
  );
  afterAll(() => Object.assign(campaign.messages, loaded.messages));
  const takePack = (id: number) => ask('pro', 'POST', `/api/blasts/${id}/operator-pack.zip`, {});

  /** Approved, to be sent by a service provider. */
  async function handedOver(change: object = {}) {
    const blast = await approved('pro', { gateway: 'operator', ...change });
    expect(blast.status).toBe('handed-over');
    return blast;
  }

  it('gets nothing before the approval, of what goes out from here, or once it is stopped', async () => {
    const { blast } = await draft('pro', { gateway: 'operator' });
    expect((await takePack(blast.id)).json.error).toBe('pack-before-approval');
    expect((await takePack((await draft('pro')).blast.id)).json.error).toBe('sent-here');
    const { id } = await handedOver();
    expect((await takePack(id)).status).toBe(200);
    // Nothing plans or starts it here.
    for (const kind of ['plan', 'start'] as const)
      expect(await serve(id, { kind })).toMatchObject({
        refusal: 'wrong-status',
      });
    expect((await step('pro', 'stop', id)).json.blast.status).toBe('stopped');
    const { status, json } = await takePack(id);
    expect([status, json.error]).toEqual([409, 'not-possible']);
    const log = await readLog(id, 9);
    expect(log.map(({ action }) => action)).toEqual([
      'blast.stop',
      'operator-pack.take',
      ...['approve', 'submit', 'draft'].map((verb) => `blast.${verb}`),
    ]);
  });
  it('is told of hours at night only with a reason of the approver, which the audit log keeps', async () => {
    const night = { gateway: 'operator', fromMinute: 21 * 60 + 30, toMinute: 23 * 60 };
    const { blast, cautions } = await draft('pro', night);
    expect(cautions).toContainEqual(blastProblemWords['wishes-night']);
    await step('pro', 'submit', blast.id);
    const approve = (body: object) => step('nodal', 'approve', blast.id, { revision: 1, ...body });
    for (const body of [{}, { night: '  ' }]) {
      expect(await approve(body)).toMatchObject({ status: 409, json: { error: 'night-hours' } });
    }
    const reason = 'नदी का जल-स्तर रात में बढ़ेगा';
    expect((await approve({ night: reason })).json.blast).toMatchObject({ night: reason });
    expect(String((await readLog(blast.id, 1))[0]?.after)).toContain(reason);
  });
  it('gets one pack with letter, texts in its forms, ids, the districts of the list, window, volume and cost', async () => {
    const blast = await handedOver({ fromMinute: 600, toMinute: 1260 });
    const { raw } = await takePack(blast.id);
    expect(blast.texts.hi.body).toContain(`uppolice.gov.in/q/${blast.shortCode}`);
    const files = unzipSync(raw);
    expect(Object.keys(files)).toEqual([
      '1-patra-letter.docx',
      '2-sms-hi-unicode.txt',
      '2-sms-hi-utf16be-hex.txt',
      '2-sms-hi-entities.txt',
      '3-dlt-hi.csv',
      '4-districts.csv',
      '5-volume-and-cost.csv',
      '6-delivery-report.csv',
    ]);
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(text('2-sms-hi-unicode.txt')).toContain(blast.texts.hi.body);
    const hex = Buffer.from(text('2-sms-hi-utf16be-hex.txt').trim(), 'hex')
      .swap16()
      .toString('utf16le');
    expect(hex).toBe(blast.texts.hi.body);
    expect(text('4-districts.csv').trim().split('\r\n')).toEqual([
      expect.stringContaining('जनपद'),
      'आगरा,Agra',
    ]);
    expect(text('3-dlt-hi.csv')).toContain(templateId);
    expect(text('5-volume-and-cost.csv')).toContain('from (IST),10:00');
    const letter = strFromU8(
      unzipSync(files['1-patra-letter.docx'] ?? new Uint8Array())['word/document.xml'] ??
        new Uint8Array(),
    );
    expect(letter).toContain('जनपद आगरा के लगभग 3 उपभोक्ताओं');
    expect(letter).toContain('12.04.2019');
  });
  it('gets the script of a call', async () => {
    const blast = await handedOver({ channel: 'ivr', templates: {} });
    const { raw } = await takePack(blast.id);
    expect(strFromU8(unzipSync(raw)['2-call-script-hi.txt'] ?? new Uint8Array())).toContain(
      campaign.messages.call.hi.greeting.text,
    );
  });
  it('reports totals that count once, however often the report is taken', async () => {
    const csv =
      'day,district,channel,sent,delivered\n2019-04-11,आगरा,sms,1000,900\n2019-04-11,lucknow,ivr,50,20\n';
    const take = (text: string, reason = '') =>
      ask('pro', 'POST', '/api/operator-reports', { operator: 'BSNL', csv: text, reason });
    // A first report, and one that says less or far more, is the word of two officers.
    expect((await take(csv)).json.error).toBe('reason-wanted');
    const { held } = (await take(csv, 'पत्र संख्या 4')).json;
    await ask('nodal2', 'POST', `/api/held-acts/${held.id}/accept`, {});
    expect((await take(csv)).json).toEqual({ rows: 2 });
    for (const [count, code] of [
      [999, 'messages counted falls'],
      [99_999_999, 'messages counted share'],
    ] as const) {
      const { json } = await take(csv.replace('sms,1000,900', `sms,${count},900`));
      expect([json.error, json.effect.findings[0].code]).toEqual(['reason-wanted', code]);
    }
    // What two officers accepted stays what one officer's small rises are added up on: the second of these is too much.
    const rise = async (count: number) =>
      (await take(csv.replace('sms,1000,', `sms,${count},`))).json;
    expect(await rise(1040)).toEqual({ rows: 2 });
    const settled = await database.pool.query(
      `SELECT settled_sent AS sent FROM operator_delivery WHERE channel = 'sms'`,
    );
    expect(settled.rows).toEqual([{ sent: 1000 }]);
    expect((await rise(1080)).effect.findings.map(({ code }: { code: string }) => code)).toEqual([
      'messages counted share',
    ]);
    const back = (await take(csv, 'मूल संख्या')).json.held;
    await ask('nodal2', 'POST', `/api/held-acts/${back.id}/accept`, {});
    const sms = { sent: 1000, delivered: 900 };
    const ivr = { sent: 50, delivered: 20 };
    const none = { sent: 0, delivered: 0 };
    expect((await ask('pro', 'GET', '/api/operator-reports')).json).toEqual({
      total: { sms, ivr },
      byOperator: [{ key: 'BSNL', sms, ivr, recordedAt: expect.any(String) }],
      byDay: [{ key: '2019-04-11', sms, ivr }],
      byDistrict: [
        { key: 'agra', sms, ivr: none },
        { key: 'lucknow', sms: none, ivr },
      ],
    });
    const log = await readAudit(database.pool, { subject: 'operator-report/BSNL' }, 5);
    expect(log.map(({ after }) => JSON.parse(after ?? ''))).toEqual([
      expect.objectContaining({ rows: 2, sent: 1050, reason: 'मूल संख्या' }),
      { rows: 2, sent: 1090, delivered: 920 },
      { rows: 2, sent: 1050, delivered: 920 },
      expect.objectContaining({ rows: 2, sent: 1050, delivered: 920, reason: 'पत्र संख्या 4' }),
    ]);
  });
  const head = 'day,district,channel,sent,delivered\n';
  it.each([
    { label: 'other columns', csv: 'number,status\n9876543210,ok\n', row: 1, column: '' },
    {
      label: 'a phone number',
      csv: `${head}2019-04-11,agra,sms,9876543210,1\n`,
      row: 2,
      column: 'sent',
    },
    {
      label: 'more delivered than sent',
      csv: `${head}2019-04-11,agra,sms,1,2\n`,
      row: 2,
      column: 'delivered',
    },
    { label: 'no such day', csv: `${head}2019-02-30,agra,sms,1,1\n`, row: 2, column: 'day' },
    {
      label: 'no such district',
      csv: `${head}2019-04-11,=CMD(),sms,1,1\n`,
      row: 2,
      column: 'district',
    },
    {
      label: 'a row twice',
      csv: `${head}2019-04-11,agra,sms,1,1\n2019-04-11,Agra,sms,1,1\n`,
      row: 3,
      column: 'district',
    },
    { label: 'nothing', csv: head, row: 1, column: '' },
  ])('is refused a report with $label, with its place', async ({ csv, row, column }) => {
    const { status, json } = await ask('pro', 'POST', '/api/operator-reports', {
      operator: 'Other',
      csv,
    });
    expect([status, json.error, json.faultCount]).toEqual([400, 'wrong-report', 1]);
    expect(json.faults).toEqual([
      { row, column, value: expect.any(String), hi: expect.any(String), en: expect.any(String) },
    ]);
    const { byOperator } = (await ask('pro', 'GET', '/api/operator-reports')).json;
    expect(byOperator.map(({ key }: { key: string }) => key)).toEqual(['BSNL']);
  });
});
