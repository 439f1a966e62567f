import { describe, expect, test } from 'vitest';
import { minuteOfDay, toDay } from '../../../../campaigns/tracker/clock.ts';
import { putShortCode } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import {
  claimRecipients,
  recordDeliveryUpdates,
  recordOutcomes,
} from '../../../../messaging/phone/ledger/ledger-sql.ts';
import { maskNumber } from '../../../../messaging/phone/numbers/number.ts';
import { recordOptOuts } from '../../../../messaging/phone/numbers/opt-outs-sql.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import {
  insertAudience,
  makeOutcome,
  makeReceipt,
  startBlast,
  submitRecipients,
} from './blast-fixture.ts';
import { blastInput } from './blast-input.ts';

describe('blasts as the console reads them', async () => {
  const { database, pro, hq } = await openConsole({ pro: 'pro-dgp', hq: 'hq' });
  const audienceId = await insertAudience(database.pool, 10);

  // The same ten numbers from test to test.
  const input = () => blastInput(audienceId, { canarySize: 0, capMessages: null });

  async function drafted(): Promise<number> {
    const answer = await pro.post('/api/blasts', input());
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json().blast.id;
  }

  const read = async (id: number, by = pro) => (await by.get(`/api/blasts/${id}`)).json();

  /** Six delivered, one refused, one without an answer, two waiting. */
  async function running(): Promise<number> {
    const { pool } = database;
    const id = await drafted();
    await pro.post(`/api/blasts/${id}/submit`);
    await hq.post(`/api/blasts/${id}/approve`, { revision: 1 });
    await startBlast(pool, { id });
    const ids = (await submitRecipients(pool, { id }, 8)).map((message) => message.id);
    await recordDeliveryUpdates(
      pool,
      ids.slice(0, 6).map((key) => makeReceipt(key)),
    );
    const unsent = { providerId: null } as const;
    await recordOutcomes(pool, [
      makeOutcome(ids[6] ?? '', { ...unsent, status: 'failed', code: '21211' }),
      makeOutcome(ids[7] ?? '', { ...unsent, status: 'unknown', code: 'timeout' }),
    ]);
    return id;
  }

  test('however many drafts and lists one office makes, those of others stay in sight', async () => {
    const waiting = await drafted();
    expect((await pro.post(`/api/blasts/${waiting}/submit`, {})).statusCode).toBe(200);
    const { rows } = await database.pool.query<{ audience: number; blast: number }>(
      `WITH copied AS (
         INSERT INTO audience (name, consent_basis, source, retain_until, created_by, ready_at, district)
         SELECT 'Copy', consent_basis, source, retain_until, created_by, ready_at, 'agra'
         FROM audience, generate_series(1, 200) WHERE id = (SELECT audience_id FROM blast WHERE id = $1) RETURNING id
       ), drafted AS (
         INSERT INTO blast (drafter_id, district, draft)
         SELECT drafter_id, 'agra', draft || '{"name": "Copy"}' FROM blast, generate_series(1, 500) WHERE id = $1 RETURNING id
       )
       SELECT (SELECT count(*)::integer FROM copied) AS audience, (SELECT count(*)::integer FROM drafted) AS blast`,
      [waiting],
    );
    expect(rows).toEqual([{ audience: 200, blast: 500 }]);
    const { audienceId } = (await read(waiting)).blast;
    const list = (await pro.get('/api/blasts')).json();
    expect(list).toHaveLength(500);
    expect(list.some(({ blast }: { blast: { id: number } }) => blast.id === waiting)).toBe(true);
    const lists: { id: number }[] = (await pro.get('/api/audiences')).json();
    expect(lists.some(({ id }) => id === audienceId)).toBe(true);
    await database.pool.query("DELETE FROM blast WHERE name = 'Copy'");
    await database.pool.query("DELETE FROM audience WHERE name = 'Copy'");
  });

  test('the list says how far each is and what it cost, the newest first', async () => {
    const draft = await drafted();
    const id = await running();
    const { rows } = await database.pool.query<{ short_code: string }>(
      'SELECT short_code FROM blast WHERE id = $1',
      [id],
    );
    await database.pool.query(
      `INSERT INTO scan_by_code (day, code, channel, district, scans, visitors)
       VALUES ('2026-11-01', $1, 'sms', '', 5, 4), ('2026-11-02', $1, 'sms', '', 2, 2)`,
      [rows[0]?.short_code],
    );
    const list = (await pro.get('/api/blasts')).json();
    expect(list.slice(0, 2)).toMatchObject([
      {
        blast: { id, status: 'running' },
        figures: { delivered: 6, failed: 1, unknown: 1, planned: 2 },
        costSoFarPaise: 7 * 2 * 15,
        link: { scans: 7, visitors: 6 },
      },
      {
        blast: { id: draft, status: 'draft' },
        figures: { delivered: 0, planned: 0 },
        costSoFarPaise: 0,
        link: { scans: 0, visitors: 0 },
      },
    ]);
    expect(await read(id)).toMatchObject({
      costSoFarPaise: list[0].costSoFarPaise,
      figures: { all: list[0].figures },
    });
  });

  test('once it is over it says how many said stop after it came, as long as the numbers are there', async () => {
    const { pool } = database;
    const id = await running();
    const { rows } = await pool.query<{ msisdn: string }>(
      `SELECT msisdn FROM blast_recipient WHERE blast_id = $1 AND status = 'delivered' LIMIT 3`,
      [id],
    );
    const [first, second, earlier] = rows.map(({ msisdn }) => `+${msisdn}`);
    await recordOptOuts(pool, [first ?? '', second ?? '', '+919000000001'], 'sms');
    await recordOptOuts(pool, [earlier ?? ''], 'call');
    await pool.query(`UPDATE opt_out SET at = at - interval '1 day' WHERE source = 'call'`);
    const readStops = async () => (await read(id)).stops;
    expect(await readStops()).toBeNull();
    await hq.post(`/api/blasts/${id}/stop`, {});
    expect(await readStops()).toBe(2);
    await pool.query('UPDATE blast SET numbers_deleted_at = now() WHERE id = $1', [id]);
    expect(await readStops()).toBeNull();
    await pool.query('DELETE FROM opt_out');
  });

  test('a dry run names those who are then really first, and writes nothing', async () => {
    const { pool } = database;
    const list = await insertAudience(pool, 40);
    const draft = await pro.post('/api/blasts', {
      ...input(),
      audienceId: list,
      canarySize: undefined,
      fromMinute: 600,
      toMinute: 1260,
    });
    const { blast, audience } = draft.json();
    expect(blast.policy.canarySize).toBe(5);
    expect(audience).toMatchObject({ source: 'invented', consentBasis: 'public-duty' });
    await pro.post(`/api/blasts/${blast.id}/submit`);
    const ledger = async () =>
      (
        await pool.query(
          'SELECT (SELECT count(*) FROM blast_recipient) AS rows, (SELECT count(*) FROM blast_range) AS ranges, (SELECT count(*) FROM blast_tally) AS tallies',
        )
      ).rows[0];
    const before = await ledger();
    const answer = await hq.get(`/api/blasts/${blast.id}/dry-run`);
    expect(answer.statusCode, answer.body).toBe(200);
    const run = answer.json();
    expect(await ledger()).toEqual(before);
    expect(run).toMatchObject({
      recipients: 40,
      first: 5,
      segments: 10,
      paise: 150,
      canarySize: 5,
      perSecond: null,
      hours: { fromMinute: 600, toMinute: 1260 },
    });
    const minute = minuteOfDay(new Date(run.startsAt));
    expect(minute >= 600 && minute < 1260).toBe(true);
    expect(answer.body).not.toMatch(/\d{10}/);

    await hq.post(`/api/blasts/${blast.id}/approve`, { revision: blast.revision });
    await startBlast(pool, blast);
    const claimed = await claimRecipients(pool, { blastId: blast.id, gateway: 'emulator' }, 250);
    const { rows } = await pool.query<{ number: string; district: string }>(
      'SELECT msisdn::text AS number, district FROM blast_recipient WHERE id = ANY ($1::bigint[]) ORDER BY place',
      [claimed],
    );
    expect(run.rows).toEqual(
      rows.map(({ number, district }, index) => ({
        place: index + 1,
        number: maskNumber(`+${number}`),
        district,
        station: null,
        language: 'hi',
      })),
    );
    // From now on the ledger says who is next.
    expect((await hq.get(`/api/blasts/${blast.id}/dry-run`)).statusCode).toBe(409);
    await hq.post(`/api/blasts/${blast.id}/stop`);
  });

  test('a ceiling of the cost ends the first minute of a dry run, as it ends the sending', async () => {
    const list = await insertAudience(database.pool, 12);
    const draft = await pro.post('/api/blasts', { ...input(), audienceId: list, budgetPaise: 100 });
    const run = (await hq.get(`/api/blasts/${draft.json().blast.id}/dry-run`)).json();
    // 15 paise a segment, two segments each.
    expect(run).toMatchObject({ recipients: 12, first: 3, segments: 6, paise: 90 });
  });

  test('texts that answer somebody are refused for a blast', async () => {
    const answer = await pro.post('/api/blasts', { ...input(), templates: { hi: 'link-hi' } });
    expect([answer.statusCode, answer.json().error]).toEqual([409, 'reply-text']);
  });

  test('a stop link is pending in a draft, and no text for a service provider', async () => {
    const templates = { hi: 'services-stop-hi' };
    const draft = await pro.post('/api/blasts', { ...input(), templates });
    expect(draft.json().blast.texts.hi).toMatchObject({
      body: expect.stringMatching(/\/q\/000000 .* uppolice\.gov\.in\/q\/X{12} /),
      segments: 2,
    });
    const packed = await pro.post('/api/blasts', { ...input(), templates, gateway: 'operator' });
    expect([packed.statusCode, packed.json().error]).toEqual([409, 'stop-link-pack']);
  });

  test('a blast whose words promote is not submitted; what is only loud is told to the approver', async () => {
    const { pool } = database;
    const id = await drafted();
    const say = (body: string) =>
      pool.query(
        `UPDATE blast SET draft = jsonb_set(draft, '{texts,hi,body}', to_jsonb($2::text)) WHERE id = $1`,
        [id, body],
      );
    await say('फ़्री ऑफ़र… जीतें इनाम 😀 उत्तर प्रदेश पुलिस');
    const refused = await pro.post(`/api/blasts/${id}/submit`);
    expect([refused.statusCode, refused.json().error]).toEqual([409, 'problems']);
    expect(refused.json().problems[0].hi).toContain('प्रचार');
    await say('UP COP ऐप पाएँ!!! उत्तर प्रदेश पुलिस');
    expect((await pro.post(`/api/blasts/${id}/submit`)).statusCode).toBe(200);
    const { problems, cautions } = await read(id, hq);
    expect([problems, cautions.length]).toEqual([[], 1]);
    await pro.post(`/api/blasts/${id}/withdraw`);
  });

  test('gateways say what they can do, what they cost, whether they answer, and which day it is', async () => {
    expect((await pro.get('/api/gateways')).json()).toEqual({
      emulatorOnly: true,
      today: toDay(new Date()),
      gateways: [
        {
          name: 'emulator',
          channels: ['sms', 'ivr', 'whatsapp'],
          whatsapp: {
            sender: { quality: 'green', dailyLimit: 10_000 },
            templates: expect.arrayContaining([{ id: 'wa-services-hi', state: 'approved' }]),
            // ₹0.8631 and ₹0.1150, in whole paise.
            paise: { marketing: 87, utility: 12 },
          },
          paisePerSegment: 15,
          ratePerSecond: null,
          reconcile: 'list',
          health: {
            state: 'up',
            checkedAt: expect.any(String),
            latencyMs: expect.any(Number),
            code: null,
          },
          lastHour: {
            sent: expect.any(Number),
            failed: expect.any(Number),
            unknown: expect.any(Number),
          },
        },
      ],
    });
  });

  test('one of them names its people, its list and its retries', async () => {
    const id = await running();
    await hq.post(`/api/blasts/${id}/stop`);
    const retry = (await pro.post(`/api/blasts/${id}/retry`)).json();
    expect(await read(id)).toMatchObject({
      drafterName: 'नमूना अधिकारी',
      approverName: 'नमूना अधिकारी',
      audienceName: 'Sample',
      childIds: [retry.blast.id],
    });
    expect(retry).toMatchObject({ approverName: null, childIds: [], blast: { parentId: id } });
  });

  describe('installs through its link', () => {
    const entry = (date: string, code: string, acquisitions: number) => ({
      date,
      by: { trafficSource: 'Third-party referral', utmSource: 'sms', utmCampaign: code },
      figures: { acquisitions },
    });
    const store = (hash: string, days: object[], readAt: string) =>
      database.pool.query(
        `INSERT INTO report (content_hash, name, kind, dimension, month, way, days, read_by, read_at)
         VALUES ($1, $1, 'play-store-performance', 'traffic_source', '2026-11', 'upload', $2, 'x', $3)`,
        [hash, JSON.stringify(days), readAt],
      );

    test('are those of the file that was read last for a day; without a file nobody knows', async () => {
      const id = await drafted();
      await putShortCode(database.pool, { id, shortCode: null }, 'BCDFGH');
      const shown = async () => {
        const { blast, installs, installsUntil } = await read(id);
        return { code: blast.shortCode as string, installs, installsUntil };
      };
      const { code, ...first } = await shown();
      expect(first).toEqual({ installs: null, installsUntil: null });
      await store('a', [entry('2026-11-01', code, 4), entry('2026-11-02', code, 5)], '2026-11-03');
      expect(await shown()).toMatchObject({ installs: 9, installsUntil: '2026-11-02' });
      // In the later file the second day's small value has gone into `Other`.
      await store(
        'b',
        [entry('2026-11-02', 'Other', 6), entry('2026-11-03', code.toLowerCase(), 1)],
        '2026-11-05',
      );
      expect(await shown()).toMatchObject({ installs: 5, installsUntil: '2026-11-03' });
      await database.pool.query("UPDATE report SET withdrawn_at = now() WHERE name = 'b'");
      expect(await shown()).toMatchObject({ installs: 9, installsUntil: '2026-11-02' });
    });
  });

  test('its report is a file in each form, of nobody’s number', async () => {
    const id = await running();
    for (const [extension, type] of [
      ['csv', 'text/csv'],
      ['xlsx', 'application/vnd.openxmlformats'],
      ['pdf', 'application/pdf'],
    ]) {
      const answer = await pro.get(`/api/blasts/${id}/report.${extension}?language=en`);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toContain(type);
      expect(answer.headers['content-disposition']).toBe(
        `attachment; filename="blast-${id}-en.${extension}"`,
      );
      expect(answer.rawPayload.length).toBeGreaterThan(500);
    }
    const csv = (await pro.get(`/api/blasts/${id}/report.csv`)).body;
    expect(csv).toContain('एमुलेटर');
    expect(csv).not.toMatch(/(91)?5000000\d{3}/);
    expect(csv).toContain('नंबर अमान्य है,21211');
  });

  test('a pack for an operator is on record', async () => {
    const id = await drafted();
    await database.pool.query(
      `UPDATE blast SET draft = draft || '{"gateway": "operator"}', status = 'handed-over' WHERE id = $1`,
      [id],
    );
    const path = `/api/blasts/${id}/operator-pack.zip`;
    const taken = async () => (await read(id)).blast.packTakenAt;
    const actions = async () =>
      (await readAudit(database.pool, { subject: `blast/${id}` }, 10)).map(({ action }) => action);
    // A link that is followed, by a browser on its own too, changes nothing.
    expect([404, 405]).toContain((await pro.get(path)).statusCode);
    expect([await taken(), await actions()]).toEqual([null, ['blast.draft']]);
    const answer = await pro.post(path);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
    const first = await taken();
    expect(first).toMatch(/^\d{4}-\d{2}-\d{2}T/);
    expect(await actions()).toEqual(['operator-pack.take', 'blast.draft']);
    expect((await pro.post(path)).statusCode).toBe(200);
    expect(await taken()).toBe(first);
    expect(await actions()).toEqual(['operator-pack.take', 'operator-pack.take', 'blast.draft']);
  });

  test('refusals have words in both languages', async () => {
    const id = await drafted();
    const refusals = await Promise.all([
      pro.get('/api/blasts/999999'),
      pro.get('/api/audiences/999999'),
      pro.post('/api/blasts', { ...input(), audienceId: 999_999 }),
      pro.post('/api/blasts', { ...input(), channel: 'ivr', gateway: 'telegram' }),
      pro.put(`/api/blasts/${id}`, { ...input(), channel: 'ivr', templates: {} }),
      pro.post(`/api/blasts/${id}/retry`),
      pro.post(`/api/blasts/${id}/test`),
      pro.post('/api/test-number', { number: '12', gateway: 'emulator' }),
      pro.post('/api/numbers/look-up', { number: '0522 2238902' }),
      hq.post(`/api/blasts/${id}/approve`, { revision: 1 }),
    ]);
    expect(refusals.map((answer) => [answer.statusCode, answer.json().error])).toEqual([
      [404, 'no-such-blast'],
      [404, 'no-such-list'],
      [404, 'no-such-list'],
      [409, 'no-voice'],
      [409, 'other-channel'],
      [409, 'not-ended'],
      [409, 'test-number-missing'],
      [400, 'no-mobile-number'],
      [400, 'no-mobile-number'],
      [409, 'wrong-status'],
    ]);
    for (const answer of refusals) {
      expect(answer.json().hi).toMatch(/[\u0900-\u097F]/);
      expect(answer.json().en).toMatch(/[a-z]/);
    }
  });

  test('what the audit log cannot take is not done', async () => {
    const { pool } = database;
    const id = await running();
    await hq.post(`/api/blasts/${id}/stop`);
    const state = async () =>
      (
        await pool.query(
          `SELECT (SELECT count(*) FROM blast) AS blasts, (SELECT count(pack_taken_at) FROM blast) AS packs, (SELECT string_agg(status::text, ',' ORDER BY id) FROM blast) AS statuses,
             (SELECT count(*) FROM opt_out) AS stops, (SELECT count(*) FROM operator_delivery) AS reports,
             (SELECT count(*) FROM audience_member) AS members, (SELECT count(*) FROM do_not_disturb) AS undisturbed,
             (SELECT string_agg(status::text, ',' ORDER BY id) FROM blast_recipient WHERE blast_id = $1) AS ledger`,
          [id],
        )
      ).rows[0];
    await hq.post('/api/opt-outs/add', { number: '9870000123' });
    // As the look-up at the gateway leaves it to an officer.
    await pool.query(
      `UPDATE blast_recipient SET error_code = 'listed' WHERE blast_id = $1 AND status = 'unknown'`,
      [id],
    );
    const handedOver = await drafted();
    await pool.query(
      `UPDATE blast SET draft = draft || '{"gateway": "operator"}', status = 'handed-over' WHERE id = $1`,
      [handedOver],
    );
    const before = await state();
    const number = { number: '9870000123' };
    const csv = 'day,district,channel,sent,delivered\n2019-04-11,agra,sms,10,9\n';
    await pool.query('ALTER TABLE audit_head RENAME TO audit_head_away');
    const answers = await Promise.all([
      pro.post('/api/blasts', input()),
      pro.post(`/api/blasts/${id}/retry`),
      hq.post(`/api/blasts/${id}/unknown`, { decision: 'count-as-sent' }),
      hq.post('/api/operator-reports', { operator: 'BSNL', csv }),
      hq.post('/api/opt-outs/add', { number: '9870000124' }),
      hq.post('/api/opt-outs/remove', { ...number, reason: 'आवेदन 12', paper: '12' }),
      hq.post('/api/numbers/look-up', number),
      hq.post('/api/numbers/delete', { number: '5000000001', keepOptOut: false }),
      pro.post(`/api/blasts/${handedOver}/operator-pack.zip`),
    ]);
    await pool.query('ALTER TABLE audit_head_away RENAME TO audit_head');
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 500));
    expect(await state()).toEqual(before);
    const settled = await hq.post(`/api/blasts/${id}/unknown`, { decision: 'count-as-sent' });
    expect(settled.json()).toEqual({ settled: 1 });
    const log = await readAudit(database.pool, { subject: `blast/${id}` }, 1);
    expect(log[0]).toMatchObject({ action: 'blast.settle', actorId: hq.id });
  });
});
