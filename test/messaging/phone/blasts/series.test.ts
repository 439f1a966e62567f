import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import {
  type RecordingScript,
  recordingScripts,
} from '../../../../campaigns/channels/radio/script.ts';
import { codeSupply } from '../../../../campaigns/links/code-shares.ts';
import { listBlocks } from '../../../../campaigns/links/serials.ts';
import { addDays, toDay, toInstant } from '../../../../campaigns/tracker/clock.ts';
import { blastProblemWords } from '../../../../campaigns/words/blast-problem-words.ts';
import {
  dearerWords,
  morePeopleWords,
  moreRupeesWords,
  sealWords,
} from '../../../../campaigns/words/seal-words.ts';
import { seriesProblemWords } from '../../../../campaigns/words/series-problem-words.ts';
import {
  beginRounds,
  type RoundDependencies,
} from '../../../../messaging/phone/blasts/begin-rounds.ts';
import type { Blast } from '../../../../messaging/phone/blasts/blast.ts';
import type {
  BlastDetail,
  BlastEntry,
  Blast as ShownBlast,
} from '../../../../messaging/phone/blasts/blasts-schemas.ts';
import {
  applyCommand,
  findBlast,
  transferBlasts,
} from '../../../../messaging/phone/blasts/blasts-sql.ts';
import {
  findDueFallbacks,
  insertApproved,
} from '../../../../messaging/phone/blasts/fallbacks-sql.ts';
import { planRecipients } from '../../../../messaging/phone/blasts/plan-sql.ts';
import { hasOtherRecordings } from '../../../../messaging/phone/blasts/recordings-sql.ts';
import type { Actor, BlastCommand } from '../../../../messaging/phone/blasts/state.ts';
import type { TemplateReading } from '../../../../messaging/phone/gateways/gateway.ts';
import { SendError } from '../../../../messaging/phone/gateways/send-error.ts';
import { recordDeliveryUpdates } from '../../../../messaging/phone/ledger/ledger-sql.ts';
import { recordOptOuts } from '../../../../messaging/phone/numbers/opt-outs-sql.ts';
import { recordListOptIns } from '../../../../messaging/phone/numbers/whatsapp-sql.ts';
import { scheduleBlasts } from '../../../../messaging/phone/sending/scheduler.ts';
import { textHash } from '../../../../messaging/phone/takes/current-takes.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { holdBlasts } from '../../../../messaging/platform/database/backup/backup.ts';
import { borrow } from '../../../servers/borrow.ts';
import type { Officer } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { closeAfterTest } from '../close-after-test.ts';
import { gatewayAt, openEmulator, openWorker, quiet, until } from '../sending/worker-fixture.ts';
import {
  approver,
  countLedger,
  firstNumber,
  insertList,
  insertMembers,
  makeReceipt,
  startBlast,
  submitRecipients,
} from './blast-fixture.ts';
import { blastInput } from './blast-input.ts';

describe('blasts that come again', async () => {
  const { service, database, pro, hq } = await openConsole({ pro: 'pro-dgp', hq: 'hq' });
  const { pool } = database;
  let audienceId: number;
  const campaign = loadCampaign('up-cop');
  /** Later than any round, so that the service's own look never meets one. */
  const firstDay = addDays(toDay(new Date()), 400);
  const at = (day: number, time = '10:00') => toInstant(addDays(firstDay, day), time);
  beforeEach(async () => {
    audienceId = await insertList(pool);
    await addMembers(1, 10);
  });

  const number = (n: number) => String(firstNumber + audienceId * 1000 + n);
  const addMembers = (from: number, to: number) =>
    insertMembers(
      pool,
      audienceId,
      Array.from({ length: to - from + 1 }, (_, n) => number(from + n)),
    );

  const weekly = { rhythm: 'weekly', times: 3 };
  const threeTexts = {
    rhythm: 'texts',
    texts: [
      { afterDays: 7, templates: { hi: 'lost-article-hi' } },
      { afterDays: 3, templates: { hi: 'verification-hi' } },
    ],
  };
  const input = (repeat: object | null) =>
    blastInput(audienceId, {
      canarySize: 0,
      capMessages: null,
      startsAt: at(0).toISOString(),
      fromMinute: 10 * 60,
      toMinute: 19 * 60,
      repeat,
    });

  async function drafted(repeat: object | null, change: object = {}): Promise<BlastDetail> {
    const answer = await pro.post('/api/blasts', { ...input(repeat), ...change });
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  }

  async function approved(repeat: object, change: object = {}): Promise<BlastDetail> {
    const { blast } = await drafted(repeat, change);
    await letGo(blast);
    return read(blast.id);
  }

  /** What the service does by itself, or an approver. */
  const serve = (id: number, command: BlastCommand, actor: Actor = 'service') =>
    applyCommand(pool, id, command, { actor });
  const plan = async (id: number) => planRecipients(pool, (await findBlast(pool, id)) as Blast, {});
  /** Its drafter hands a round in that was held, and HQ approves it. */
  async function letGo({ id, revision }: ShownBlast): Promise<void> {
    expect((await pro.post(`/api/blasts/${id}/submit`)).statusCode).toBe(200);
    const answer = await hq.post(`/api/blasts/${id}/approve`, { revision });
    expect(answer.statusCode, answer.body).toBe(200);
  }

  const read = async (id: number): Promise<BlastDetail> =>
    (await pro.get(`/api/blasts/${id}`)).json();
  const statuses = async (id: number) =>
    (await read(id)).series?.rounds.map(({ status }) => status);

  function dependencies(now: Date, change: Partial<RoundDependencies> = {}): RoundDependencies {
    return {
      database,
      campaign,
      codes: codeSupply(listBlocks(1), 75),
      gateways: {
        emulator: { retryableCodes: [], callerNumber: '+12025550100' },
      } as unknown as RoundDependencies['gateways'],
      paise: { emulator: 15 },
      clock: { now: async () => now, databaseNow: async () => now },
      today: () => toDay(now),
      log: pino({ level: 'silent' }),
      ...change,
    };
  }
  const look = (now: Date, change: Partial<RoundDependencies> = {}) =>
    beginRounds(dependencies(now, change));

  async function expectHeld(id: number, round: number, reason: object): Promise<void> {
    const found = (await read(id)).series?.rounds[round - 1];
    expect(found).toMatchObject({ status: 'held', reasons: [reason] });
  }

  /** The blast of a round, as the console shows it. */
  async function roundOf(seriesId: number, number: number): Promise<BlastDetail> {
    const round = (await read(seriesId)).series?.rounds.find((each) => each.number === number);
    expect(round?.blastId).not.toBeNull();
    return read(round?.blastId ?? 0);
  }

  /** Plans and sends a blast; all are delivered. @returns the numbers that got it */
  async function send(id: number): Promise<string[]> {
    await startBlast(pool, { id });
    const messages = await submitRecipients(pool, { id }, 1000);
    await recordDeliveryUpdates(
      pool,
      messages.map((message) => makeReceipt(message.id)),
    );
    await serve(id, { kind: 'finish' });
    return messages.map(({ to }) => to.slice(1)).toSorted();
  }

  test('the approver sees each day, and the most people, messages and cost; all of it is in the audit log', async () => {
    const { blast, series } = await drafted(weekly);
    expect(series?.rounds.map((round) => round.at)).toEqual(
      [0, 7, 14].map((day) => at(day).toISOString()),
    );
    // Ten, and a tenth more that may have come to the list by then.
    expect(series?.most).toEqual({ recipients: 11, messages: 33, paise: 990 });
    await pro.post(`/api/blasts/${blast.id}/submit`);
    expect((await pro.post(`/api/blasts/${blast.id}/approve`, { revision: 1 })).statusCode).toBe(
      403,
    );
    await hq.post(`/api/blasts/${blast.id}/approve`, { revision: 1 });
    expect(await statuses(blast.id)).toEqual(['begun', 'waiting', 'waiting']);
    const [entry] = await readAudit(pool, { subject: `blast/${blast.id}` }, 1);
    expect(entry).toMatchObject({ action: 'blast.approve' });
    expect(JSON.parse(String(entry?.after)).series).toMatchObject([
      { number: 1, mostRecipients: 11, mostPaise: 330 },
      { number: 2 },
      { number: 3, at: at(14).toISOString() },
    ]);
  });

  test('who drafted a series does not approve it', async () => {
    const answer = await hq.post('/api/blasts', input(weekly));
    const { id } = answer.json().blast;
    await hq.post(`/api/blasts/${id}/submit`);
    const refused = await hq.post(`/api/blasts/${id}/approve`, { revision: 1 });
    expect(refused.statusCode).toBe(409);
    expect((await read(id)).series?.rounds.every(({ status }) => status === 'waiting')).toBe(true);
    await look(at(7));
    expect(await statuses(id)).toEqual(['waiting', 'waiting', 'waiting']);
  });

  test('a round becomes a blast of its own on its day, approved with its series, with its own link and ledger', async () => {
    const { blast } = await approved(weekly, { budgetPaise: 500_000 });
    await look(at(7, '09:59'));
    expect(await statuses(blast.id)).toEqual(['begun', 'waiting', 'waiting']);
    await look(at(7));
    expect(await statuses(blast.id)).toEqual(['begun', 'begun', 'waiting']);
    const round = await roundOf(blast.id, 2);
    expect(round.blast).toMatchObject({
      status: 'approved',
      startsAt: at(7).toISOString(),
      name: 'नमूना प्रसारण (2)',
      round: { seriesId: blast.id, number: 2 },
      repeat: null,
      approverId: blast.approverId,
      drafterId: blast.drafterId,
      window: { fromMinute: 600, toMinute: 1140 },
      // No more than was approved for it, whatever comes to the list until it is planned.
      budgetPaise: 330,
    });
    expect(round.blast.shortCode).not.toBe(blast.shortCode);
    expect(round.blast.texts.hi?.body).toContain(`/q/${round.blast.shortCode}`);
    expect(await send(round.blast.id)).toHaveLength(10);
    expect(await countLedger(pool, round.blast.id)).toEqual({ delivered: 10 });
    const [entry] = await readAudit(pool, { subject: `blast/${round.blast.id}` }, 9);
    expect(entry).toBeDefined();
  });

  test('two services that look at once begin a round once', async () => {
    const { blast } = await approved(weekly);
    await Promise.all([look(at(7)), look(at(7)), look(at(7)), look(at(7))]);
    const { rows } = await pool.query(
      "SELECT count(*)::int AS n FROM blast WHERE audience_id = $1 AND name LIKE '%(2)'",
      [audienceId],
    );
    expect(rows).toEqual([{ n: 1 }]);
    expect(await statuses(blast.id)).toEqual(['begun', 'begun', 'waiting']);
  });

  test('a machine that was off for some hours begins the round late on its day', async () => {
    const { blast } = await approved(weekly);
    await look(at(7, '18:59'));
    expect(await statuses(blast.id)).toEqual(['begun', 'begun', 'waiting']);
  });

  test('off past the hours of the day, the round is missed and is not sent by itself; the next one is', async () => {
    const { blast } = await approved(weekly);
    await look(at(7, '19:00'));
    expect(await statuses(blast.id)).toEqual(['begun', 'missed', 'waiting']);
    await look(at(12, '11:00'));
    expect(await statuses(blast.id)).toEqual(['begun', 'missed', 'waiting']);
    await look(at(14));
    expect(await statuses(blast.id)).toEqual(['begun', 'missed', 'begun']);
    const actions = (await readAudit(pool, { subject: `blast/${blast.id}` }, 9)).map(
      ({ action }) => action,
    );
    expect(actions).toContain('blast.round-missed');
  });

  test('after a restore nothing begins by itself that may have gone out since the backup', async () => {
    const { blast } = await approved(weekly);
    await holdBlasts(pool, at(7));
    const held = await roundOf(blast.id, 1);
    expect(held.blast).toMatchObject({ status: 'paused', pauseReason: 'restored' });
    // Its drafter alone does not let it go on, and what has no ledger yet is planned first.
    const resume = `/api/blasts/${blast.id}/resume`;
    expect((await pro.post(resume)).json()).toMatchObject({ error: 'stopped-by-itself' });
    expect((await hq.post(resume)).statusCode).toBe(200);
    expect((await roundOf(blast.id, 1)).blast).toMatchObject({ status: 'approved' });
    await look(at(7));
    await look(at(14));
    expect(await statuses(blast.id)).toEqual(['begun', 'missed', 'begun']);
  });

  test('people who come to the list later are counted, up to a tenth more than were approved', async () => {
    const { blast } = await approved(weekly);
    await addMembers(11, 11);
    await look(at(7));
    expect(await send((await roundOf(blast.id, 2)).blast.id)).toHaveLength(11);
    await addMembers(12, 12);
    await look(at(14));
    expect(await statuses(blast.id)).toEqual(['begun', 'begun', 'held']);
    const held = await roundOf(blast.id, 3);
    expect(held.blast).toMatchObject({ status: 'draft', startsAt: null });
    expect(held.series?.rounds[2]?.reasons).toEqual([
      morePeopleWords(11, 12),
      moreRupeesWords(11 * 30, 12 * 30),
    ]);
    // It is its drafter's, and goes after another officer's approval.
    await letGo(held.blast);
    expect(await send(held.blast.id)).toHaveLength(12);
  });

  test.each([
    ['price-risen', { paise: { emulator: 16 } }, dearerWords('emulator', 15, 16)],
    ['gateway-gone', { gateways: {} }, sealWords.gateways],
    ['text-changed', { campaign: changedText() }, seriesProblemWords['text-changed']],
    // Suspended by the registrar, or its header gone.
    ['text-changed', { campaign: withTemplates([]) }, seriesProblemWords['text-changed']],
  ] as const)('%s: the round waits as a draft and says why', async (_, change, reason) => {
    const { blast } = await approved(weekly);
    await look(at(7), change);
    expect(await statuses(blast.id)).toEqual(['begun', 'held', 'waiting']);
    const held = await roundOf(blast.id, 2);
    expect(held.blast).toMatchObject({ status: 'draft', approverId: null, shortCode: null });
    expect(held.series?.rounds[1]?.reasons).toContainEqual(reason);
    await look(at(14));
    expect(await statuses(blast.id)).toEqual(['begun', 'held', 'begun']);
  });

  test('a call is held whose recording is no longer the one that was approved', async () => {
    const { id: script, text } = recordingScripts(campaign, '').find(
      ({ use }) => use === 'prompt',
    ) as RecordingScript;
    const record = (sha256: string) =>
      pool.query(
        `INSERT INTO take (script, text_sha256, key, status, name, type, figures, findings, master, recorded_by)
         VALUES ($1, $2, gen_random_uuid(), 'mastered', 'x', 'wav', '{}', '[]', $3, 'PRO')`,
        [script, textHash({ text }), JSON.stringify({ files: { master: { sha256 } } })],
      );
    await record('aa');
    const { blast } = await approved(weekly, { channel: 'ivr', templates: {} });
    // The same sound once more is no other one.
    await record('aa');
    await look(at(7));
    expect(await statuses(blast.id)).toEqual(['begun', 'begun', 'waiting']);
    await record('bb');
    await look(at(14));
    await expectHeld(blast.id, 3, seriesProblemWords['call-changed']);
    // Nor does one that has begun play it: it pauses.
    expect(await hasOtherRecordings(pool, (await roundOf(blast.id, 2)).blast.id)).toBe(true);
    await pool.query('DELETE FROM take');
  });

  test('a round for which no code is left waits as a draft without a time that is past', async () => {
    const { blast } = await approved(weekly);
    await look(at(7), { codes: codeSupply([], 75) });
    expect(await statuses(blast.id)).toEqual(['begun', 'held', 'waiting']);
    const { blast: held } = await roundOf(blast.id, 2);
    expect(held).toMatchObject({ status: 'draft', startsAt: null });
  });

  function changedText() {
    return withTemplates(
      campaign.messages.templates.map((template) => ({
        ...template,
        text: template.text.replace('UP COP', 'UP-COP'),
      })),
    );
  }

  function withTemplates(templates: typeof campaign.messages.templates) {
    return { ...campaign, messages: { ...campaign.messages, templates } };
  }

  test('while WhatsApp does not say whether the template is approved, the round waits; it is held before its hours end', async () => {
    await pool.query("UPDATE audience SET consent_basis = 'explicit-consent' WHERE id = $1", [
      audienceId,
    ]);
    await recordListOptIns(pool, {
      audienceId,
      source: 'invented',
      givenOn: '2026-11-01',
      enteredBy: 'HQ',
    });
    const whatsapp = { channel: 'whatsapp', templates: { hi: 'wa-services-hi' } };
    const { blast } = await approved(weekly, whatsapp);
    const answering = (readTemplate: () => Promise<TemplateReading>) => ({
      gateways: {
        emulator: { retryableCodes: [], whatsapp: { readTemplate } },
      } as unknown as RoundDependencies['gateways'],
    });
    const silent = answering(async () => {
      throw new SendError('no answer', { code: 'timeout', class: 'ambiguous' });
    });
    await look(at(7), silent);
    await look(at(7, '18:54'), silent);
    expect(await statuses(blast.id)).toEqual(['begun', 'waiting', 'waiting']);
    await look(
      at(7, '18:54'),
      answering(async () => ({ state: 'approved', category: null, body: null, reason: null })),
    );
    expect(await statuses(blast.id)).toEqual(['begun', 'begun', 'waiting']);
    await look(at(14, '18:55'), silent);
    await expectHeld(blast.id, 3, blastProblemWords['template-unknown']);
  });

  test('after a round that an officer stopped on its way the next one waits for an officer', async () => {
    const { blast } = await approved(weekly);
    await startBlast(pool, blast);
    expect((await hq.post(`/api/blasts/${blast.id}/stop`)).statusCode).toBe(200);
    await look(at(7));
    await expectHeld(blast.id, 2, seriesProblemWords['round-cut-short']);
  });

  test.each(['pause', 'stop'] as const)(
    'after an officer’s %s of a round before it began, too',
    async (verb) => {
      const { blast } = await approved(weekly);
      await look(at(7));
      const { blast: second } = await roundOf(blast.id, 2);
      if (verb === 'pause') await plan(second.id);
      expect((await pro.post(`/api/blasts/${second.id}/${verb}`)).statusCode).toBe(200);
      await look(at(14));
      expect(await statuses(blast.id)).toEqual(['begun', 'begun', 'held']);
      expect((await read(blast.id)).series?.rounds[2]?.reasons).toEqual([
        seriesProblemWords['round-cut-short'],
      ]);
    },
  );

  test('a round that an officer let go after all is the one before the next', async () => {
    const { blast } = await approved(weekly);
    await startBlast(pool, blast);
    await serve(blast.id, { kind: 'stop' }, approver);
    await look(at(7));
    const { blast: held } = await roundOf(blast.id, 2);
    await letGo(held);
    expect(await send(held.id)).toHaveLength(10);
    await look(at(14));
    expect(await statuses(blast.id)).toEqual(['begun', 'held', 'begun']);
  });

  test('after a round that was let go and then paused the next one waits for an officer', async () => {
    const { blast } = await approved(weekly);
    await look(at(7), { paise: { emulator: 16 } });
    const { blast: held } = await roundOf(blast.id, 2);
    await letGo(held);
    await startBlast(pool, held);
    await serve(held.id, { kind: 'pause', reason: 'errors' });
    await look(at(14));
    await expectHeld(blast.id, 3, seriesProblemWords['round-cut-short']);
    await serve(held.id, { kind: 'stop' }, approver);
  });

  test('a drafter who pauses a round before it begins does not move it to another day by going on', async () => {
    const { blast } = await approved(weekly);
    await plan(blast.id);
    expect((await pro.post(`/api/blasts/${blast.id}/pause`)).statusCode).toBe(200);
    expect((await pro.post(`/api/blasts/${blast.id}/resume`)).statusCode).toBe(200);
    // Neither before the time that was approved nor after its day.
    expect((await read(blast.id)).blast).toMatchObject({ status: 'scheduled', startedAt: null });
    await serve(blast.id, { kind: 'stop' }, approver);
  });

  test('a series does not go over to the officer who approved it', async () => {
    const { blast } = await approved(weekly);
    expect(await transferBlasts(pool, pro.id, hq)).not.toContain(blast.id);
    await look(at(7));
    expect((await roundOf(blast.id, 2)).blast).toMatchObject({
      drafterId: pro.id,
      approverId: hq.id,
    });
    await transferBlasts(pool, hq.id, pro);
  });

  test('who said stop between two texts gets none of the rest, and later ones go to who got the first alone', async () => {
    const { blast, series } = await approved(threeTexts);
    expect(series?.rounds.map((round) => round.at)).toEqual(
      [0, 3, 7].map((day) => at(day).toISOString()),
    );
    expect(await send(blast.id)).toHaveLength(10);
    // Came to the list after the first text.
    await addMembers(11, 11);
    await recordOptOuts(pool, [number(1)], 'sms');
    await look(at(3));
    const second = await roundOf(blast.id, 2);
    expect(second.blast.texts.hi?.body).toContain('किरायेदार');
    const got = await send(second.blast.id);
    expect(got).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10].map(number).toSorted());
    await recordOptOuts(pool, [number(2)], 'sms');
    await look(at(7));
    const third = await roundOf(blast.id, 3);
    expect(third.blast.texts.hi?.body).toContain('काग़ज़ात');
    expect(await send(third.blast.id)).toEqual([3, 4, 5, 6, 7, 8, 9, 10].map(number).toSorted());
  });

  test('a later text that waits for an officer still goes to nobody but those who got the first', async () => {
    const { blast } = await approved(threeTexts);
    await send(blast.id);
    await addMembers(11, 11);
    await look(at(3), { paise: { emulator: 16 } });
    const { blast: held } = await roundOf(blast.id, 2);
    const body = { ...input(null), templates: { hi: 'verification-hi' }, name: held.name };
    const edited = await pro.put(`/api/blasts/${held.id}`, body);
    expect(edited.json().estimate).toMatchObject({ recipients: 10 });
    expect((await pro.put(`/api/blasts/${held.id}`, { ...body, repeat: weekly })).statusCode).toBe(
      400,
    );
  });

  test('where the first text reached nobody, the next one waits for an officer', async () => {
    const { blast } = await approved(threeTexts);
    await look(at(3));
    expect(await statuses(blast.id)).toEqual(['begun', 'held', 'waiting']);
  });

  test('two services and two workers send a round once to each number', async () => {
    const emulator = closeAfterTest(await openEmulator(quiet));
    const gateway = closeAfterTest(gatewayAt(emulator.url));
    const { blast } = await approved({ rhythm: 'weekly', times: 2 });
    await send(blast.id);
    const now = () => at(7);
    const redisUrl = await borrow('redis');
    for (let n = 0; n < 2; n += 1) {
      const { stop } = openWorker({ pool, redisUrl, gateway, now });
      closeAfterTest({ close: stop });
    }
    await Promise.all([look(at(7)), look(at(7))]);
    const { blast: second } = await roundOf(blast.id, 2);
    await until('the round to be sent', async () => {
      const { planned = 0, accepted = 0 } = await countLedger(pool, second.id);
      return planned === 0 && accepted === 10;
    });
    // Those of other tests go, too.
    const counts = [...emulator.store.perRecipient('sms')];
    const own = counts.filter(([to]) => to.startsWith(`+${number(0).slice(0, 9)}`));
    expect(own.map(([, times]) => times)).toEqual(Array(10).fill(1));
  });

  test('what was planned and could not begin on its day pauses, and a second officer decides', async () => {
    const { blast } = await approved(weekly);
    await plan(blast.id);
    const step = (now: Date) =>
      scheduleBlasts({
        ...dependencies(now),
        pool,
        audit: async () => {},
        senders: { findFault: async () => null },
        seals: { findOther: async () => null },
      });
    await step(at(0, '09:59'));
    expect((await read(blast.id)).blast.status).toBe('scheduled');
    await step(at(1, '10:00'));
    expect((await read(blast.id)).blast).toMatchObject({ status: 'paused', pauseReason: 'missed' });
    expect((await pro.post(`/api/blasts/${blast.id}/resume`)).statusCode).toBe(409);
    expect((await hq.post(`/api/blasts/${blast.id}/resume`)).statusCode).toBe(200);
    await serve(blast.id, { kind: 'stop' }, approver);
  });

  test('one round is skipped, the others go on; a round that has begun is not skipped', async () => {
    const { blast } = await approved(weekly);
    const skip = (who: Officer, round: number) =>
      who.post(`/api/blasts/${blast.id}/series/skip`, { number: round });
    expect((await skip(pro, 2)).statusCode).toBe(200);
    expect(await statuses(blast.id)).toEqual(['begun', 'skipped', 'waiting']);
    expect((await skip(hq, 2)).statusCode).toBe(409);
    expect((await skip(hq, 1)).statusCode).toBe(409);
    await look(at(7));
    await look(at(14));
    expect(await statuses(blast.id)).toEqual(['begun', 'skipped', 'begun']);
  });

  test('a series is stopped whole, with the rounds that go on', async () => {
    const { blast } = await approved(weekly);
    await look(at(7));
    const { blast: second } = await roundOf(blast.id, 2);
    const stopped: BlastDetail = (await pro.post(`/api/blasts/${blast.id}/series/stop`)).json();
    expect(stopped.blast.status).toBe('stopped');
    expect(await statuses(blast.id)).toEqual(['begun', 'begun', 'stopped']);
    expect((await read(second.id)).blast.status).toBe('stopped');
    await look(at(14));
    expect(await statuses(blast.id)).toEqual(['begun', 'begun', 'stopped']);
    const actions = (await readAudit(pool, { subject: `blast/${blast.id}` }, 9)).map(
      ({ action }) => action,
    );
    expect(actions).toEqual(expect.arrayContaining(['blast.series-stop', 'blast.stop']));
  });

  test('with a series the SMS beside its WhatsApp blasts stops, and no other begins', async () => {
    const { blast } = await approved(weekly);
    await send(blast.id);
    await look(at(7));
    await send((await roundOf(blast.id, 2)).blast.id);
    await pool.query(
      `UPDATE blast SET ended_at = now() - interval '20 minutes', draft = draft || jsonb_build_object('channel', 'whatsapp',
         'fallback', jsonb_build_object('category', draft->'category', 'texts', draft->'texts', 'gateway', gateway,
           'paisePerSegment', 15))
       WHERE audience_id = $1`,
      [audienceId],
    );
    await pool.query(
      `UPDATE blast_recipient SET status = 'failed', error_code = '63024' WHERE blast_id IN
         (SELECT id FROM blast WHERE audience_id = $1)`,
      [audienceId],
    );
    const due = async () => (await findDueFallbacks(pool, { emulator: ['63024'] })).length;
    const before = await due();
    const first = (await findBlast(pool, blast.id)) as Blast;
    const draft = { ...first, channel: 'sms' as const, fallback: null, repeat: null };
    const id = await insertApproved(pool, first, {
      draft,
      parts: { ...dependencies(at(0)), call: campaign.messages.call },
    });
    expect(await due()).toBe(before - 1);
    expect((await pro.post(`/api/blasts/${blast.id}/series/stop`)).statusCode).toBe(200);
    // Its code is in the messages of WhatsApp, and is given to no other blast.
    const { shortCode } = first;
    expect(await findBlast(pool, id ?? 0)).toMatchObject({ status: 'stopped', shortCode });
    expect(await due()).toBe(before - 2);
  });

  test('the series of an officer who leaves goes to the successor, who gets what waits', async () => {
    const { blast } = await approved(weekly);
    const other = await service.officer('pro-dgp');
    expect(await transferBlasts(pool, pro.id, other)).toContain(blast.id);
    await look(at(7), { paise: { emulator: 16 } });
    expect((await roundOf(blast.id, 2)).blast.drafterId).toBe(other.id);
    await transferBlasts(pool, other.id, pro);
  });

  test('a district sees its own series only', async () => {
    const agra = await service.officer('district');
    const { blast } = await approved(weekly);
    expect((await agra.get(`/api/blasts/${blast.id}`)).statusCode).toBe(403);
    expect((await agra.post(`/api/blasts/${blast.id}/series/stop`)).statusCode).toBe(403);
  });

  test.each([
    ['series-start', { startsAt: null }, weekly],
    ['series-end', {}, { rhythm: 'weekly' }],
    ['series-end', {}, { rhythm: 'days', days: [addDays(firstDay, -3)] }],
    ['series-pack', { gateway: 'operator' }, weekly],
  ] as const)('%s keeps it from being submitted', async (code, change, repeat) => {
    const { problems } = await drafted(repeat, change);
    expect(problems).toContainEqual(seriesProblemWords[code]);
  });

  test('a list that is deleted before the last day keeps it from being submitted', async () => {
    await pool.query('UPDATE audience SET retain_until = $2 WHERE id = $1', [
      audienceId,
      addDays(firstDay, 13),
    ]);
    const { problems } = await drafted(weekly);
    expect(problems).toEqual([seriesProblemWords['series-outlives-list']]);
  });

  test('a cap that would leave out the later rounds is said', async () => {
    const outcome = async (change: object) => (await drafted(weekly, change)).cautions;
    const caution = seriesProblemWords['series-leaves-out'];
    expect(await outcome({ capMessages: 1, capDays: 7 })).toContainEqual(caution);
    expect(await outcome({ capMessages: 1, capDays: 6 })).not.toContainEqual(caution);
    expect(await outcome({ capMessages: 2, capDays: 7 })).not.toContainEqual(caution);
  });

  test('the list says of a series how many rounds it has and when the next one is', async () => {
    const { blast } = await approved(weekly);
    const list: BlastEntry[] = (await pro.get('/api/blasts')).json();
    const entry = list.find((each) => (each.blast as ShownBlast).id === blast.id);
    expect(entry?.series).toEqual({ rounds: 3, nextAt: at(7).toISOString() });
  });
});
