import { beforeEach, describe, expect, test } from 'vitest';
import type { Blast, BlastTrial } from '../../../../messaging/phone/blasts/blast.ts';
import {
  applyCommand,
  findBlast,
  insertBlast,
} from '../../../../messaging/phone/blasts/blasts-sql.ts';
import {
  type BlastDraft,
  type BlastSelection,
  usualSelection,
} from '../../../../messaging/phone/blasts/draft-schemas.ts';
import { readFirstPart } from '../../../../messaging/phone/blasts/dry-run-sql.ts';
import { countSelected, planRecipients } from '../../../../messaging/phone/blasts/plan-sql.ts';
import { recordDeliveryUpdates } from '../../../../messaging/phone/ledger/ledger-sql.ts';
import { readFigures } from '../../../../messaging/phone/ledger/tallies-sql.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import {
  approvedBlast,
  approver,
  firstNumber,
  insertAudience,
  insertList,
  insertMembers,
  makeDraft,
  makeReceipt,
  submitRecipients,
} from './blast-fixture.ts';

describe('whom a blast leaves out', async () => {
  const { pool } = await openPostgres();
  const none: BlastSelection = { ...usualSelection, capMessages: null };
  let round = 0;
  beforeEach(() => {
    round += 1;
  });
  /** Numbers of its own for each test, so that none sees another one's messages. */
  const makeNumbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, n) => firstNumber + round * 1000 + from + n);

  async function makeList(numbers: number[], change: Parameters<typeof insertList>[1] = {}) {
    const id = await insertList(pool, change);
    await insertMembers(pool, id, numbers);
    return id;
  }

  async function planned(draft: BlastDraft, parentId: number | null = null): Promise<Blast> {
    const blast = await approvedBlast(pool, draft, parentId);
    const counts = await countSelected(pool, blast, retrying);
    const recipients = await planRecipients(pool, blast, retrying);
    // What the approver saw is what is planned.
    expect(recipients).toBe(counts.languages.get('hi') ?? 0);
    expect(await countReasons(blast)).toEqual(counts.skipped);
    return blast;
  }
  const retrying = { emulator: { retryableCodes: ['30003'] } };
  async function countReasons({ id }: Blast): Promise<Record<string, number>> {
    const { byCode } = await readFigures(pool, id);
    const skipped = byCode.filter(({ status }) => status === 'skipped');
    return Object.fromEntries(skipped.map(({ code, recipients }) => [code, recipients]));
  }
  async function numbersIn({ id }: Blast, status: string): Promise<number[]> {
    const { rows } = await pool.query<{ msisdn: string }>(
      'SELECT msisdn FROM blast_recipient WHERE blast_id = $1 AND status = $2 ORDER BY 1',
      [id, status],
    );
    return rows.map(({ msisdn }) => Number(msisdn));
  }
  /** The blast as it is after its run: all delivered but those from `failedFrom` on. */
  async function sent(blast: Blast, failedFrom = Number.POSITIVE_INFINITY): Promise<void> {
    await applyCommand(pool, blast.id, { kind: 'start' }, { actor: 'service' });
    const messages = await submitRecipients(pool, blast, 1000);
    const failed = { status: 'undelivered', code: '30003' } as const;
    await recordDeliveryUpdates(
      pool,
      messages.map(({ id, to }) =>
        makeReceipt(id, Number(to.slice(1)) >= failedFrom ? failed : {}),
      ),
    );
    await applyCommand(pool, blast.id, { kind: 'finish' }, { actor: 'service' });
  }
  const at = (index: number) => firstNumber + round * 1000 + index;

  test('numbers on an excluding list of the state stand in the ledger as skipped, with the reason', async () => {
    const audienceId = await makeList(makeNumbers(1, 10));
    const excluding = await makeList(makeNumbers(9, 20), { excluding: true });
    const policy = { ...makeDraft(audienceId).policy, canarySize: 5 };
    const blast = await planned(makeDraft(audienceId, { selection: none, policy }));
    expect(await countReasons(blast)).toEqual({ 'excluded-list': 2 });
    expect(await numbersIn(blast, 'planned')).toEqual(makeNumbers(1, 8));
    expect(await numbersIn(blast, 'skipped')).toEqual(makeNumbers(9, 10));
    const { rows } = await pool.query(
      `SELECT status, count(*)::int AS n, count(*) FILTER (WHERE canary)::int AS canary, min(place) AS first
       FROM blast_recipient WHERE blast_id = $1 GROUP BY 1 ORDER BY 1`,
      [blast.id],
    );
    expect(rows).toEqual([
      { status: 'planned', n: 8, canary: 5, first: 1 },
      { status: 'skipped', n: 2, canary: 0, first: 9 },
    ]);
    expect((await readFigures(pool, blast.id)).all).toMatchObject({ planned: 8, skipped: 2 });
    await pool.query('UPDATE audience SET excluding = false WHERE id = $1', [excluding]);
  });

  test('an excluding list of a district binds the blasts of that district only', async () => {
    const audienceId = await makeList(makeNumbers(1, 4));
    await makeList(makeNumbers(1, 2), { excluding: true, district: 'agra' });
    const counts = async (district: string | null) =>
      (await countSelected(pool, { ...makeDraft(audienceId), parentId: null, district }, {}))
        .skipped;
    expect(await counts('agra')).toEqual({ 'excluded-list': 2 });
    expect(await counts('lucknow')).toEqual({});
    expect(await counts(null)).toEqual({});
  });

  test('a number gets one message a week of all blasts, unless a draft says otherwise', async () => {
    const audienceId = await makeList(makeNumbers(1, 10));
    const draft = (selection: Partial<BlastSelection> = {}, change: Partial<BlastDraft> = {}) =>
      makeDraft(audienceId, { selection: { ...usualSelection, ...selection }, ...change });
    const first = await planned(
      makeDraft(await makeList(makeNumbers(1, 4)), { selection: usualSelection }),
    );
    // What waits will still be sent.
    expect(await countReasons(await planned(draft()))).toEqual({ 'frequency-cap': 4 });
    await pool.query("UPDATE blast SET status = 'stopped' WHERE id <> $1", [first.id]);
    await sent(first, at(4));
    // What did not arrive does not count.
    const second = await planned(draft());
    expect(await numbersIn(second, 'skipped')).toEqual(makeNumbers(1, 3));
    await applyCommand(pool, second.id, { kind: 'stop' }, { actor: approver });
    // What a stopped blast never sent does not count.
    expect(await countReasons(await planned(draft({ capMessages: 2 })))).toEqual({});
    await pool.query("UPDATE blast SET status = 'stopped' WHERE id <> $1", [first.id]);
    expect(await countReasons(await planned(draft({ capMessages: null })))).toEqual({});
    await pool.query("UPDATE blast SET status = 'stopped' WHERE id <> $1", [first.id]);
    // The week is that of its beginning; a real gateway's blast has nothing to do with training.
    const inEightDays = new Date(Date.now() + 8 * 86_400_000);
    expect(await countReasons(await planned(draft({}, { startsAt: inEightDays })))).toEqual({});
    await pool.query("UPDATE blast SET status = 'stopped' WHERE id <> $1", [first.id]);
    expect(await countReasons(await planned(draft({}, { gateway: 'nic' })))).toEqual({});
    await pool.query("UPDATE blast SET status = 'stopped' WHERE id <> $1", [first.id]);
    await pool.query(
      `UPDATE blast_recipient SET submitted_at = now() - interval '8 days' WHERE blast_id = $1 AND msisdn = $2`,
      [first.id, at(1)],
    );
    const third = await planned(draft());
    expect(await numbersIn(third, 'skipped')).toEqual(makeNumbers(2, 3));
    await pool.query("UPDATE blast SET status = 'stopped'");
  });

  test('two blasts that are planned at once never both count a number as free', async () => {
    const draft = makeDraft(await makeList(makeNumbers(1, 50)), { selection: usualSelection });
    const blasts = await Promise.all([1, 2, 3].map(() => approvedBlast(pool, draft)));
    const counts = await Promise.all(blasts.map((blast) => planRecipients(pool, blast, {})));
    expect(counts.toSorted()).toEqual([0, 0, 50]);
    await pool.query("UPDATE blast SET status = 'stopped'");
  });

  test('who got a chosen blast, or any, can be left out; a retry still goes to those who did not', async () => {
    const audienceId = await makeList(makeNumbers(1, 10));
    const one = await planned(makeDraft(await makeList(makeNumbers(1, 3))));
    await sent(one, at(3));
    const other = await planned(makeDraft(await makeList(makeNumbers(4, 6))));
    await sent(other);
    // Long ago, but got is got.
    await pool.query(
      "UPDATE blast_recipient SET submitted_at = now() - interval '90 days' WHERE blast_id = $1",
      [other.id],
    );
    const skipping = (selection: Partial<BlastSelection>) =>
      makeDraft(audienceId, { selection: { ...none, ...selection } });
    const chosen = await planned(skipping({ skipReceived: 'blasts', skipBlastIds: [other.id] }));
    expect(await numbersIn(chosen, 'skipped')).toEqual(makeNumbers(4, 6));
    await pool.query("UPDATE blast SET status = 'stopped' WHERE id = $1", [chosen.id]);
    const any = await planned(skipping({ skipReceived: 'any' }));
    expect(await numbersIn(any, 'skipped')).toEqual([...makeNumbers(1, 2), ...makeNumbers(4, 6)]);
    expect(await countReasons(any)).toEqual({ 'already-received': 5 });
    await pool.query("UPDATE blast SET status = 'stopped' WHERE id = $1", [any.id]);
    const retry = await planned(skipping({ skipReceived: 'any', capMessages: 1 }), one.id);
    expect(await numbersIn(retry, 'planned')).toEqual([at(3)]);
    await pool.query("UPDATE blast SET status = 'stopped'");
  });

  test('a target group of one language, or of those whom an earlier blast reached or not, is all that gets it', async () => {
    const audienceId = await makeList(makeNumbers(1, 6));
    await sent(await planned(makeDraft(await makeList(makeNumbers(1, 3)))));
    const to = (selection: Partial<BlastSelection>) =>
      planned(makeDraft(audienceId, { selection: { ...none, ...selection } }));
    expect(await numbersIn(await to({ onlyReached: true }), 'planned')).toEqual(makeNumbers(1, 3));
    expect(await numbersIn(await to({ onlyReached: false }), 'planned')).toEqual(makeNumbers(4, 6));
    await pool.query('UPDATE audience_member SET language = $2 WHERE msisdn = $1', [
      makeNumbers(6, 6)[0],
      'en',
    ]);
    expect(await numbersIn(await to({ onlyLanguage: 'hi' }), 'planned')).toEqual(makeNumbers(1, 5));
    await pool.query("UPDATE blast SET status = 'stopped'");
  });

  test('the do-not-disturb classes that were chosen bind promotional texts and calls, and no government ones', async () => {
    const audienceId = await makeList(makeNumbers(1, 6));
    // Fully blocked, class 1, classes 6 and 7, class 6.
    await pool.query(
      'INSERT INTO do_not_disturb (msisdn, classes) SELECT * FROM unnest($1::bigint[], $2::smallint[])',
      [makeNumbers(1, 4), [1, 2, 64 + 128, 64]],
    );
    const skipped = async (
      category: BlastDraft['category'],
      dndClasses: number[],
      channel: BlastDraft['channel'] = 'sms',
    ) => {
      const blast = await planned(
        makeDraft(audienceId, { category, channel, selection: { ...none, dndClasses } }),
      );
      return numbersIn(blast, 'skipped');
    };
    expect(await skipped('promotional', usualSelection.dndClasses)).toEqual(makeNumbers(1, 4));
    expect(await skipped('promotional', [0, 6])).toEqual([at(1), at(3), at(4)]);
    expect(await skipped('promotional', [0, 6], 'ivr')).toEqual([at(1), at(3), at(4)]);
    expect(await skipped('government', [0, 6], 'ivr')).toEqual([]);
    expect(await skipped('service-explicit', [])).toEqual([at(1)]);
    for (const category of ['government', 'service-implicit', 'transactional'] as const) {
      expect(await skipped(category, usualSelection.dndClasses)).toEqual([]);
    }
    await pool.query("UPDATE blast SET status = 'stopped'");
  });

  test('the first reason that holds is the one that is kept', async () => {
    const audienceId = await makeList(makeNumbers(1, 5));
    await sent(await planned(makeDraft(await makeList(makeNumbers(1, 4)))));
    await pool.query('INSERT INTO do_not_disturb (msisdn) VALUES ($1)', [at(1)]);
    await makeList(makeNumbers(1, 2), { excluding: true });
    const received = { skipReceived: 'any' as const };
    const draft = makeDraft(audienceId, {
      category: 'promotional',
      selection: { ...usualSelection, ...received },
    });
    expect(await countReasons(await planned(draft))).toEqual({
      'do-not-disturb': 1,
      'excluded-list': 1,
      'already-received': 2,
    });
    const capped = makeDraft(audienceId, { category: 'promotional', selection: usualSelection });
    expect(await countReasons(await planned(capped))).toMatchObject({ 'frequency-cap': 3 });
  });

  test('the first of a long list are found in a part of it, as in the whole', async () => {
    const size = 120_000;
    const audienceId = await insertAudience(pool, size);
    await pool.query('DELETE FROM opt_out');
    // Nobody among the first two thousand may be written to.
    await pool.query(
      `INSERT INTO opt_out (msisdn, source) SELECT $1::bigint + n, 'officer' FROM generate_series(1, 2000) AS n
       ON CONFLICT DO NOTHING`,
      [firstNumber],
    );
    const { texts } = makeDraft(audienceId);
    // Of a trial the few by lot alone go first.
    const tried = { texts, share: 5, waitMs: 1 };
    const cases: [canarySize: number, trial: BlastTrial | null][] = [
      [0, null],
      [200, null],
      [200, tried],
    ];
    for (const [canarySize, trial] of cases) {
      const draft = makeDraft(audienceId, { selection: none, trial });
      const { id } = await insertBlast(pool, {
        draft: { ...draft, policy: { ...draft.policy, canarySize } },
        drafterId: 'pro',
        district: null,
        parentId: null,
      });
      const blast = await findBlast(pool, id);
      if (blast === null) throw new Error('Expected the blast');
      const read = (most: number, members: number) =>
        readFirstPart(pool, blast, { gateways: retrying, most, shown: 50, members });
      // By the smaller one more must be read than at first: three hundred times four and a thousand are all left out.
      for (const most of [300, 3000]) {
        const whole = await read(most, 0);
        const part = await read(most, size);
        // Lists of the tests before leave out a few more.
        expect(size - 2000 - (whole.recipients ?? 0)).toBeLessThan(10);
        expect({ ...part, recipients: whole.recipients }).toEqual(whole);
      }
    }
    await pool.query('DELETE FROM opt_out');
    await pool.query('DELETE FROM audience_member WHERE audience_id = $1', [audienceId]);
  });
});
