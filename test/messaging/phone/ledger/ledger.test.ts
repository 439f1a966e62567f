import type { Pool } from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recipientStatuses } from '../../../../messaging/contract/values.ts';
import type { Blast } from '../../../../messaging/phone/blasts/blast.ts';
import {
  applyCommand,
  findBlast,
  insertBlast,
  passCanary,
  recordHaltingCode,
} from '../../../../messaging/phone/blasts/blasts-sql.ts';
import {
  type BlastDraft,
  usualSelection,
} from '../../../../messaging/phone/blasts/draft-schemas.ts';
import { countSelected, planRecipients } from '../../../../messaging/phone/blasts/plan-sql.ts';
import { defaultPolicy } from '../../../../messaging/phone/blasts/policy.ts';
import type { Actor, BlastCommand } from '../../../../messaging/phone/blasts/state.ts';
import type { ListedMessage, Listing } from '../../../../messaging/phone/gateways/gateway.ts';
import {
  beginSubmissions,
  claimRecipients,
  type DeliveryUpdate,
  type Outcome,
  recordDeliveryUpdates,
  recordOutcomes,
  releaseRecipients,
  sweepAbandoned,
} from '../../../../messaging/phone/ledger/ledger-sql.ts';
import {
  readDistrictFigures,
  readFigures,
  readMinutes,
  readOperatorFigures,
} from '../../../../messaging/phone/ledger/tallies-sql.ts';
import {
  settleByOfficer,
  settleUnknown,
  takeUnresolved,
} from '../../../../messaging/phone/ledger/unknown-sql.ts';
import { recordOptOuts } from '../../../../messaging/phone/numbers/opt-outs-sql.ts';
import { describeOnBoth } from '../../fixtures/databases.ts';
import {
  approvedBlast,
  approver,
  countLedger,
  drafter,
  firstNumber,
  insertAudience,
  makeDraft,
  makeOutcome,
  makeReceipt,
  startBlast,
  submitRecipients,
} from '../blasts/blast-fixture.ts';

describeOnBoth('the ledger', (maker) => {
  let pool: Pool;
  beforeAll(async () => {
    ({ pool } = await maker.open());
  });
  type Id = Pick<Blast, 'id'>;
  const claim = ({ id }: Id, most: number) =>
    claimRecipients(pool, { blastId: id, gateway: 'emulator' }, most);
  const begin = (ids: readonly string[]) => beginSubmissions(pool, ids, 'emulator');
  const record = (...outcomes: Outcome[]) => recordOutcomes(pool, outcomes);
  const report = (...receipts: DeliveryUpdate[]) => recordDeliveryUpdates(pool, receipts);
  const plan = (blast: Blast, options: Parameters<typeof planRecipients>[3] = {}) =>
    planRecipients(pool, blast, {}, options);
  const command = ({ id }: Id, given: BlastCommand, actor: Actor = approver) =>
    applyCommand(pool, id, given, { actor });
  const read = ({ id }: Id) => findBlast(pool, id);
  const count = ({ id }: Id) => countLedger(pool, id);

  const approved = async (size: number, change: Partial<BlastDraft> = {}) =>
    approvedBlast(pool, makeDraft(await insertAudience(pool, size), change));
  const running = async (size: number, change: Partial<BlastDraft> = {}) =>
    startBlast(pool, await approved(size, change));
  /** One recipient on its way, without an answer yet. */
  async function submitted(blast: Blast): Promise<{ id: string; to: string }> {
    const [submission] = await submitRecipients(pool, blast, 1);
    if (submission === undefined) throw new Error('Expected a submission');
    return submission;
  }
  const readStatus = async (id: string) =>
    (await pool.query<{ status: string }>('SELECT status FROM blast_recipient WHERE id = $1', [id]))
      .rows[0]?.status;

  /** Aborted when it has been looked at so often. */
  const abortedAfter = (looks: number) => {
    let left = looks;
    return {
      get aborted() {
        left -= 1;
        return left < 0;
      },
    } as AbortSignal;
  };

  it('orders statuses as the contract does: of two pieces of news the later in the list holds', async () => {
    const { rows } = await pool.query<{ statuses: string[] }>(
      'SELECT enum_range(NULL::recipient_status)::text[] AS statuses',
    );
    expect(rows).toEqual([{ statuses: [...recipientStatuses] }]);
  });

  it('plans each member once, without those who opted out, and only once', async () => {
    const audienceId = await insertAudience(pool, 100);
    await recordOptOuts(pool, [`+${firstNumber + 1}`], 'officer');
    const blast = await approvedBlast(pool, makeDraft(audienceId));
    const [first, second] = await Promise.all([plan(blast), plan(blast)]);
    expect([first, second].sort()).toEqual([99, null].sort());
    expect(await count(blast)).toEqual({ planned: 99 });
    expect(await read(blast)).toMatchObject({ status: 'scheduled', canaryPassed: true });
    await pool.query('DELETE FROM opt_out');
  });

  it('plans a long list by ranges, in the order of numbers, with a canary of the size that is asked', async () => {
    const audienceId = await insertAudience(pool, 250);
    const policy = { ...defaultPolicy, canarySize: 20 };
    const blast = await approvedBlast(pool, makeDraft(audienceId, { policy }));
    expect(await plan(blast, { rangeSize: 40 })).toBe(250);
    const { rows } = await pool.query<{ msisdn: string; place: number; canary: boolean }>(
      'SELECT msisdn, place, canary FROM blast_recipient WHERE blast_id = $1 ORDER BY place',
      [blast.id],
    );
    expect(rows.map(({ msisdn }) => Number(msisdn))).toEqual(
      Array.from({ length: 250 }, (_, n) => firstNumber + 1 + n),
    );
    expect(new Set(rows.map(({ place }) => place)).size).toBe(250);
    expect(rows.filter(({ canary }) => canary)).toHaveLength(20);
    const left = await pool.query('SELECT FROM blast_range');
    expect(left.rows).toEqual([]);
  });

  it('goes on with a plan that was interrupted, and another blast sees what stands of it', async () => {
    await pool.query("UPDATE blast SET status = 'stopped'");
    const audienceId = await insertAudience(pool, 100);
    const selection = usualSelection;
    const one = await approvedBlast(pool, makeDraft(audienceId, { selection }));
    const other = await approvedBlast(pool, makeDraft(audienceId, { selection }));
    const interrupted = { rangeSize: 10, lanes: 1, signal: abortedAfter(3) };
    expect(await plan(one, interrupted)).toBe(null);
    const stood = (await count(one))['planned'] ?? 0;
    expect(stood).toBeGreaterThan(0);
    expect(stood).toBeLessThan(100);
    expect((await read(one))?.status).toBe('approved');
    expect(await plan(other, { rangeSize: 25 })).toBe(100 - stood);
    expect(await plan(one)).toBe(stood);
    const { rows } = await pool.query(
      `SELECT msisdn FROM blast_recipient WHERE blast_id IN ($1, $2) AND status = 'planned'
       GROUP BY 1 HAVING count(*) > 1`,
      [one.id, other.id],
    );
    expect(rows).toEqual([]);
    await pool.query("UPDATE blast SET status = 'stopped'");
  });

  it('plans no range of a blast that is stopped meanwhile', async () => {
    const blast = await approved(100);
    await plan(blast, { rangeSize: 10, lanes: 1, signal: abortedAfter(3) });
    const before = await count(blast);
    await command(blast, { kind: 'stop' });
    expect(await plan(blast)).toBe(null);
    expect(await count(blast)).toEqual(before);
    expect(await claim(blast, 10)).toEqual([]);
  });

  it('plans a blast whole or not at all, and never one that was stopped meanwhile', async () => {
    const blast = await approved(10);
    const state = async () => [(await read(blast))?.status, await count(blast)];
    await pool.query('ALTER TABLE blast_tally RENAME TO blast_tally_away');
    await expect(plan(blast)).rejects.toThrow('blast_tally');
    await pool.query('ALTER TABLE blast_tally_away RENAME TO blast_tally');
    expect(await state()).toEqual(['approved', {}]);
    await command(blast, { kind: 'stop' });
    expect(await plan(blast)).toBe(null);
    expect(await state()).toEqual(['stopped', {}]);
  });

  it('keeps do-not-disturb numbers out of promotional blasts only, and to the chosen districts', async () => {
    const audienceId = await insertAudience(pool, 100);
    const count = async (change: Partial<BlastDraft>) =>
      (await countSelected(pool, { ...makeDraft(audienceId, change), parentId: null }, {}))
        .languages;
    expect(await count({})).toEqual(new Map([['hi', 100]]));
    // The list came after the audience.
    await pool.query(
      'INSERT INTO do_not_disturb SELECT $1::bigint + n FROM generate_series(10, 100, 10) AS n',
      [firstNumber],
    );
    expect(await count({ category: 'promotional' })).toEqual(new Map([['hi', 90]]));
    expect(await count({ districts: ['lucknow'] })).toEqual(new Map([['hi', 50]]));
  });

  it('gives each recipient to one claim', async () => {
    const blast = await running(200);
    const claims = await Promise.all(Array.from({ length: 8 }, () => claim(blast, 30)));
    const all = claims.flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(200);
    await releaseRecipients(pool, all);
    expect(await count(blast)).toEqual({ planned: 200 });
  });

  it('gives out nothing before a blast runs, while it is paused, and after it is stopped', async () => {
    const blast = await running(10);
    const claimed = await claim(blast, 5);
    await command(blast, { kind: 'pause', reason: 'officer' });
    expect(await claim(blast, 5)).toEqual([]);
    expect(await begin(claimed)).toEqual([]);
    await releaseRecipients(pool, claimed);
    await command(blast, { kind: 'resume' });
    expect(await claim(blast, 100)).toHaveLength(10);
    await command(blast, { kind: 'stop' });
    expect(await claim(blast, 5)).toEqual([]);
  });

  it('skips people who opted out between claim and submission', async () => {
    const blast = await running(3);
    const claimed = await claim(blast, 3);
    await recordOptOuts(pool, [`+${firstNumber + 2}`], 'call');
    const begun = await begin(claimed);
    expect(begun.map(({ to }) => to).sort()).toEqual([
      `+${firstNumber + 1}`,
      `+${firstNumber + 3}`,
    ]);
    expect(await count(blast)).toEqual({ skipped: 1, submitting: 2 });
    await pool.query('DELETE FROM opt_out');
  });

  it('sends only the canary until it has passed', async () => {
    const blast = await running(50, { policy: { ...defaultPolicy, canarySize: 7 } });
    expect(await claim(blast, 100)).toHaveLength(7);
    expect(await claim(blast, 100)).toEqual([]);
    await pool.query('UPDATE blast SET canary_passed = true WHERE id = $1', [blast.id]);
    expect(await claim(blast, 100)).toHaveLength(43);
  });

  it('never claims more than the budget pays for, however many workers claim at once', async () => {
    // 2 segments at 10 paise: 500 paise pay for 25 messages.
    const blast = await running(100, { budgetPaise: 500 });
    const claims = await Promise.all(Array.from({ length: 8 }, () => claim(blast, 10)));
    const all = claims.flat();
    expect(all).toHaveLength(25);
    await begin(all);
    const failed = { status: 'failed', providerId: null, code: '21211' } as const;
    await record(...all.map((id) => makeOutcome(id, failed)));
    expect(await claim(blast, 10)).toHaveLength(10);
  });

  it('puts back what was surely not processed, not before its time', async () => {
    const blast = await running(1);
    const { id } = await submitted(blast);
    await record(
      makeOutcome(id, { status: 'planned', providerId: null, code: '20429', retryInMs: 60_000 }),
    );
    expect(await claim(blast, 1)).toEqual([]);
    await pool.query('UPDATE blast_recipient SET not_before = now() WHERE id = $1', [id]);
    expect(await claim(blast, 1)).toEqual([id]);
  });

  it('keeps a delivery receipt that came before the answer, with the id of the answer', async () => {
    const blast = await running(1);
    const { id } = await submitted(blast);
    await report(makeReceipt(id));
    await record(makeOutcome(id));
    expect(await readStatus(id)).toBe('delivered');
  });

  it('comes to the same end whatever the order and repetition of callbacks', async () => {
    const blast = await running(40);
    const begun = await submitRecipients(pool, blast, 40);
    const news = begun.flatMap(({ id }, index) => [
      makeReceipt(id, { status: 'accepted' }),
      ...(index % 3 > 0 ? [makeReceipt(id, { status: 'undelivered', code: '30003' })] : []),
      ...(index % 3 > 1 ? [makeReceipt(id)] : []),
    ]);
    const tripled = [...news, ...news, ...news].sort(() => Math.random() - 0.5);
    for (let at = 0; at < tripled.length; at += 17) await report(...tripled.slice(at, at + 17));
    expect(await count(blast)).toEqual({ accepted: 14, undelivered: 13, delivered: 13 });
    expect((await readFigures(pool, blast.id)).byCode).toEqual([
      { status: 'undelivered', code: '30003', recipients: 13 },
    ]);
  });

  it('returns what a dead worker had claimed, and doubts what it had submitted', async () => {
    const blast = await running(4);
    const claimed = await claim(blast, 4);
    await begin(claimed.slice(0, 3));
    expect(await sweepAbandoned(pool, { claimedMs: 60_000, submittingMs: 60_000 })).toEqual({
      returned: 0,
      unresolved: 0,
    });
    await pool.query(
      `UPDATE blast_recipient SET changed_at = now() - interval '2 minutes' WHERE blast_id = $1`,
      [blast.id],
    );
    expect(await sweepAbandoned(pool, { claimedMs: 60_000, submittingMs: 60_000 })).toEqual({
      returned: 1,
      unresolved: 3,
    });
    expect(await count(blast)).toEqual({ planned: 1, unknown: 3 });
  });

  describe('an unknown recipient', () => {
    // Every blast here goes to the same number: what earlier tests left open must not be taken for a rival.
    beforeEach(async () => {
      await pool.query(
        `UPDATE blast_recipient SET status = 'failed' WHERE provider_id IS NULL AND status <> 'failed'`,
      );
    });
    const message = (providerId: string, change: Partial<ListedMessage> = {}): ListedMessage => ({
      providerId,
      sender: 'own',
      body: '',
      createdAt: new Date(),
      status: 'delivered',
      errorCode: null,
      ...change,
    });
    const listing = (
      messages: ListedMessage[],
      at: Date | null = new Date(),
      complete = true,
    ): Listing => ({ at, complete, messages });
    async function unknown(blast: Blast): Promise<Sent> {
      const { id, to } = await submitted(blast);
      await record(makeOutcome(id, { status: 'unknown', providerId: null, code: 'timeout' }));
      return { id, to, shortCode: blast.shortCode ?? '' };
    }
    type Sent = Parameters<typeof settleUnknown>[1];
    const settleMs = 30_000;
    const settle = (sent: Sent, found: Listing) => settleUnknown(pool, sent, found, { settleMs });
    /** As if the row had been looked up first so long ago, by our clock. */
    const age = (id: string, ms: number) =>
      pool.query(
        `UPDATE blast_recipient SET absent_at = absent_at - $2 * interval '1 millisecond' WHERE id = $1`,
        [id, ms],
      );
    const after = (ms: number) => new Date(Date.now() + ms);
    /** Looks at the same listing again when the settle delay is over. */
    const settleTwice = async (sent: Sent, found: ListedMessage[]) => {
      const first = await settle(sent, listing(found));
      await age(sent.id, settleMs);
      return [first, await settle(sent, listing(found, after(settleMs + 2000)))];
    };
    const readCode = async (id: string) =>
      (
        await pool.query<{ code: string | null }>(
          'SELECT error_code AS code FROM blast_recipient WHERE id = $1',
          [id],
        )
      ).rows[0]?.code;

    it('is looked up by one worker at a time', async () => {
      const blast = await running(1, { gateway: 'looked-up' });
      const { id } = await unknown(blast);
      const take = () => takeUnresolved(pool, { gateway: 'looked-up', limit: 9 });
      const taken = await Promise.all([1, 2, 3].map(take));
      expect(taken.flat().map((entry) => entry.id)).toEqual([id]);
    });
    it('is planned again when two listings show nothing, apart by the settle delay', async () => {
      const sent = await unknown(await running(1));
      expect(await settle(sent, listing([]))).toBe('unknown');
      expect(await settle(sent, listing([], after(20_000)))).toBe('unknown');
      await age(sent.id, settleMs);
      expect(await settle(sent, listing([], after(settleMs - 5000)))).toBe('unknown');
      expect(await settle(sent, listing([], after(settleMs + 2000)))).toBe('planned');
    });
    it('is not planned again because the provider’s clock jumped', async () => {
      const sent = await unknown(await running(1));
      await settle(sent, listing([]));
      expect(await settle(sent, listing([], after(120_000)))).toBe('unknown');
    });
    it.each([
      { label: 'does not say its time', found: listing([], null) },
      { label: 'is not whole', found: listing([], new Date(), false) },
      { label: 'is a day off', found: listing([], new Date(Date.now() - 86_400_000)) },
    ])('stays unknown, with a reason, when the listing $label', async ({ found }) => {
      const sent = await unknown(await running(1));
      for (let look = 0; look < 2; look += 1) {
        expect(await settle(sent, found)).toBe('unknown');
        await age(sent.id, settleMs);
      }
      expect(await readCode(sent.id)).toBe('no-proof');
    });
    it.each([
      { label: 'behind', skewMs: -120_000 },
      { label: 'ahead', skewMs: 120_000 },
    ])('takes what is listed by a clock two minutes $label', async ({ skewMs }) => {
      const sent = await unknown(await running(1));
      const at = after(skewMs);
      expect(await settle(sent, listing([message(`SM${sent.id}`, { createdAt: at })], at))).toBe(
        'delivered',
      );
    });
    it.each([
      { label: 'a trial prefix', body: 'Sent from your Twilio trial account - UP COP ऐप पाएँ' },
      { label: 'no text', body: '' },
    ])('takes what is listed with $label', async ({ body }) => {
      const sent = await unknown(await running(1));
      expect(await settle(sent, listing([message(`SM${sent.id}`, { body })]))).toBe('delivered');
    });
    it('takes what bears its own link, even if others wrote to the number', async () => {
      const sent = await unknown(await running(1));
      const found = [
        message('SMstranger', { body: '', sender: 'other' }),
        message('SMown', { body: `Trial – x.in/q/${sent.shortCode}`, sender: 'unsaid' }),
      ];
      expect(await settle(sent, listing(found))).toBe('delivered');
    });
    it('does not take what bears another link', async () => {
      const sent = await unknown(await running(1));
      const found = [message('SMother', { body: 'x.in/q/ZZZZZZ' })];
      expect(await settleTwice(sent, found)).toEqual(['unknown', 'planned']);
    });
    it.each([
      { label: 'from another sender', found: [message('SM1', { sender: 'other' })] },
      { label: 'from nobody', found: [message('SM1', { sender: 'unsaid' })] },
      { label: 'twice', found: [message('SM1'), message('SM2')] },
      { label: 'hours off', found: [message('SMold', { createdAt: after(-5.5 * 3_600_000) })] },
      { label: 'days off', found: [message('SMold', { createdAt: after(-3 * 86_400_000) })] },
    ])(
      'is left to an officer when something without its link stands there $label',
      async ({ found }) => {
        const sent = await unknown(await running(1));
        expect(await settleTwice(sent, found)).toEqual(['unknown', 'unknown']);
        expect(await readCode(sent.id)).toBe('listed');
      },
    );
    it('does not take a message that another blast, a test or a link has', async () => {
      const first = await running(1);
      const second = await running(1);
      const other = await submitted(first);
      await record(makeOutcome(other.id, { providerId: 'SMother' }));
      const msisdn = other.to.replace('+', '');
      await pool.query(
        `INSERT INTO test_message (blast_id, revision, person_id, msisdn, language, segments, paise, status, provider_id)
         VALUES ($1, 1, 'pro', $2, 'hi', 1, 1, 'accepted', 'SMtest')`,
        [first.id, msisdn],
      );
      await pool.query(
        `INSERT INTO link_request (msisdn, day, source, status, provider_id, paise)
         VALUES ($1, '2019-04-12', 'key', 'accepted', 'SMlink', 1)`,
        [msisdn],
      );
      const sent = await unknown(second);
      const found = ['SMother', 'SMtest', 'SMlink'].map((id) => message(id));
      expect((await settleTwice(sent, found))[1]).toBe('planned');
      await pool.query('DELETE FROM test_message');
      await pool.query('DELETE FROM link_request');
    });
    it('takes what bears its own link, whatever its time', async () => {
      const sent = await unknown(await running(1));
      const own = { body: `x.in/q/${sent.shortCode}`, createdAt: after(-86_400_000) };
      expect(await settle(sent, listing([message('SMhoursOff', own)]))).toBe('delivered');
    });
    it('shares no listed message with another unknown one of the same number', async () => {
      const sent = [await unknown(await running(1)), await unknown(await running(1))];
      const found = listing([message('SMone')]);
      expect(await Promise.all(sent.map((one) => settle(one, found)))).toEqual([
        'unknown',
        'unknown',
      ]);
    });
    it('does not take a message of which an id given twice makes two', async () => {
      const first = await running(1);
      const second = await running(1);
      const other = await submitted(first);
      await record(makeOutcome(other.id, { providerId: 'SMtwice' }));
      const sent = await unknown(second);
      expect(await settle(sent, listing([message('SMtwice'), message('SMtwice')]))).toBe('unknown');
      expect(await readCode(sent.id)).toBe('listed');
    });
    it('is settled by a callback, and never sent again after it', async () => {
      const blast = await running(1);
      const sent = await unknown(blast);
      await report(makeReceipt(sent.id, { status: 'accepted', providerId: 'SMcb' }));
      expect(await settle(sent, listing([]))).toBe('accepted');
      expect(await claim(blast, 9)).toEqual([]);
    });
    it('is not planned again by a late word that its attempt was refused', async () => {
      const { id } = await unknown(await running(1));
      await record(
        makeOutcome(id, { status: 'planned', providerId: null, code: '20429', retryInMs: 0 }),
      );
      expect(await readStatus(id)).toBe('unknown');
    });
    it('is sent once by its later attempt, whatever a late answer says of the earlier one', async () => {
      const blast = await running(1);
      const { id } = await submitted(blast);
      const refused = makeOutcome(id, { status: 'planned', providerId: null, retryInMs: 0 });
      await record(refused);
      expect(await readStatus(id)).toBe('planned');
      const again = await submitted(blast);
      expect(again.id).toBe(id);
      await record(refused);
      expect(await readStatus(id)).toBe('submitting');
    });
    it('is settled by an officer where no gateway can tell', async () => {
      const blast = await running(2);
      const say = (decision: 'count-as-sent' | 'send-again') =>
        settleByOfficer(pool, blast.id, { decision, lists: false, gateway: 'emulator' });
      await unknown(blast);
      expect(await say('count-as-sent')).toBe(1);
      await unknown(blast);
      expect(await say('send-again')).toBe(1);
      expect(await count(blast)).toEqual({ accepted: 1, planned: 1 });
    });
    it('waits for its look-up before an officer may count it as sent', async () => {
      const blast = await running(2);
      const left = await unknown(blast);
      await unknown(blast);
      await settle(left, listing([message('SM1', { sender: 'other' })]));
      const decision = 'count-as-sent';
      expect(
        await settleByOfficer(pool, blast.id, { decision, lists: true, gateway: 'emulator' }),
      ).toBe(1);
      expect(await count(blast)).toEqual({ accepted: 1, unknown: 1 });
    });
  });

  it('retries, as a new blast, only the failed ones that may still work', async () => {
    const blast = await running(5);
    const ids = await claim(blast, 5);
    await begin(ids);
    const codes = ['30003', '30008', '30006', '21610', null];
    await report(
      ...ids.map((id, index) => {
        const code = codes[index] ?? null;
        return makeReceipt(id, { status: code === null ? 'delivered' : 'undelivered', code });
      }),
    );
    // By the codes of the gateway that gave them, whichever the retry goes through.
    const gateways = {
      emulator: { retryableCodes: ['30003', '30008'] },
      nic: { retryableCodes: [] },
    };
    const draft = makeDraft(blast.audienceId, { gateway: 'nic' });
    const retry = await approvedBlast(pool, draft, blast.id);
    expect((await countSelected(pool, retry, {})).languages).toEqual(new Map());
    expect((await countSelected(pool, retry, gateways)).languages).toEqual(new Map([['hi', 2]]));
    expect(await planRecipients(pool, retry, gateways)).toBe(2);
  });

  it('keeps its live figures equal to the rows through every kind of change', async () => {
    const blast = await running(60);
    const ids = await claim(blast, 50);
    await begin(ids.slice(0, 40));
    await record(...ids.slice(0, 20).map((id) => makeOutcome(id)));
    await record(makeOutcome(ids[20] ?? '', { status: 'failed', providerId: null, code: '21211' }));
    await report(...ids.slice(0, 10).map((id) => makeReceipt(id)));
    const live = await readFigures(pool, blast.id);
    const counted = Object.fromEntries(Object.entries(live.all).filter(([, n]) => n > 0));
    expect(counted).toEqual(await count(blast));
    expect(live.segmentsSent).toBe(2 * 39);
    expect(live.segmentsCommitted).toBe(2 * 49);
    const { planned, claimed } = live.all;
    expect(live.segmentsWaiting).toBe(2 * (planned + claimed));
    const minutes = await readMinutes(pool, blast.id, new Date(Date.now() - 600_000));
    expect(minutes.reduce((sum, { sent }) => sum + sent, 0)).toBe(21);
    expect(minutes.reduce((sum, { settled }) => sum + settled, 0)).toBe(11);
    const byDistrict = await readDistrictFigures(pool, blast.id);
    expect(byDistrict.map(({ district }) => district)).toEqual(['agra', 'lucknow']);
  });

  it('says of each telecom operator and circle what was handed in, came, and how late', async () => {
    const blast = await running(30);
    const ids = await claim(blast, 20);
    await begin(ids);
    await record(...ids.map((id) => makeOutcome(id)));
    await report(...ids.slice(0, 12).map((id) => makeReceipt(id)));
    expect(await readOperatorFigures(pool, blast.id)).toEqual([]);
    const { rows } = await pool.query<{ id: string; msisdn: string }>(
      'SELECT id, msisdn FROM blast_recipient WHERE id = ANY ($1::bigint[])',
      [ids],
    );
    const numberOf = new Map(rows.map(({ id, msisdn }) => [id, Number(msisdn)]));
    const first = numberOf.get(ids[0] ?? '') ?? 0;
    // The whole number counts before its series; a series alone says the circle.
    await pool.query(
      `INSERT INTO number_operator (prefix, operator, circle)
       VALUES ($1::bigint / 1000000, 'JIO', 'UP EAST'), ($1, 'AIRTEL', NULL)`,
      [first],
    );
    await pool.query(
      `UPDATE blast_recipient SET submitted_at = changed_at - interval '90 seconds'
       WHERE id = ANY ($1::bigint[]) AND status = 'delivered'`,
      [ids],
    );
    const inSeries = rows.filter(({ id, msisdn }) => id !== ids[0] && isAlike(msisdn, first));
    const figures = await readOperatorFigures(pool, blast.id);
    expect(figures.find(({ operator }) => operator === 'AIRTEL')).toEqual({
      operator: 'AIRTEL',
      circle: 'UP EAST',
      sent: 1,
      delivered: 1,
      medianSeconds: 90,
      slowSeconds: 90,
    });
    expect(figures.find(({ operator }) => operator === 'JIO')).toMatchObject({
      circle: 'UP EAST',
      sent: inSeries.length,
      delivered: inSeries.filter(({ id }) => ids.indexOf(id) < 12).length,
    });
    expect(figures.reduce((sum, { sent }) => sum + sent, 0)).toBe(20);
    await pool.query('TRUNCATE number_operator');
  });

  it('sums each reason over the canary and the rest, the most frequent first', async () => {
    const blast = await running(6, { policy: { ...defaultPolicy, canarySize: 2 } });
    const failed = (id: string, code: string) =>
      makeOutcome(id, { status: 'failed', providerId: null, code });
    const canary = await claim(blast, 6);
    await passCanary(pool, blast.id);
    const rest = await claim(blast, 6);
    await begin([...canary, ...rest]);
    const many = [...canary, ...rest.slice(0, 3)].map((id) => failed(id, '21211'));
    await record(...many, failed(rest[3] ?? '', '21614'));
    expect((await readFigures(pool, blast.id)).byCode).toEqual([
      { status: 'failed', code: '21211', recipients: 5 },
      { status: 'failed', code: '21614', recipients: 1 },
    ]);
  });

  it('refuses a second row for a number of the same blast', async () => {
    const blast = await running(1);
    await expect(
      pool.query(
        `INSERT INTO blast_recipient (msisdn, blast_id, place, segments, canary, language, gateway)
         SELECT msisdn, blast_id, 2, 1, false, 'hi', gateway FROM blast_recipient WHERE blast_id = $1`,
        [blast.id],
      ),
    ).rejects.toThrow(/blast_recipient_once/);
  });

  it('lets one retry of a blast run, and no second one', async () => {
    const blast = await running(1);
    const draft = makeDraft(blast.audienceId);
    const retries = [];
    for (let n = 0; n < 3; n += 1) {
      const { id } = await insertBlast(pool, {
        draft,
        drafterId: drafter.id,
        district: null,
        parentId: blast.id,
      });
      await command({ id }, { kind: 'submit' }, drafter);
      retries.push(id);
    }
    const approve = (id: number) => command({ id }, { kind: 'approve', revision: 1 });
    const decisions = await Promise.all(retries.slice(0, 2).map(approve));
    expect(decisions.map(({ kind }) => kind).sort()).toEqual(['moved', 'refused']);
    const refused = retries[decisions.findIndex(({ kind }) => kind === 'refused')] ?? 0;
    // Nor by any other way into the table.
    await expect(
      pool.query(`UPDATE blast SET status = 'running' WHERE id = $1`, [refused]),
    ).rejects.toThrow(/blast_retry_once/);
    const id = retries[decisions.findIndex(({ kind }) => kind === 'moved')] ?? 0;
    // One that was stopped before it began has reached nobody.
    await command({ id }, { kind: 'stop' });
    expect((await approve(retries[2] ?? 0)).kind).toBe('moved');
    expect(await approve(refused)).toMatchObject({ refusal: 'retried-already' });
  });

  it('does one command at a time: of two approvals at once, one is refused', async () => {
    const blast = await running(1);
    const commands = await Promise.all([1, 2].map(() => command(blast, { kind: 'stop' })));
    expect(commands.map(({ kind }) => kind).sort()).toEqual(['moved', 'refused']);
  });

  it('keeps the first halting code until somebody resumes', async () => {
    const blast = await running(1);
    await recordHaltingCode(pool, blast.id, '20003');
    await recordHaltingCode(pool, blast.id, '30002');
    expect((await read(blast))?.haltingCode).toBe('20003');
    await command(blast, { kind: 'pause', reason: 'halting-code' }, 'service');
    await command(blast, { kind: 'resume' });
    expect((await read(blast))?.haltingCode).toBeNull();
  });
});

/** Of the same series of four digits. */
function isAlike(msisdn: string, other: number): boolean {
  return Math.floor(Number(msisdn) / 1_000_000) === Math.floor(other / 1_000_000);
}
