import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { deleteExpiredLists } from '../../../../messaging/phone/audiences/retention-sql.ts';
import {
  endStop,
  readConsentEvents,
  recordTemplateConsents,
} from '../../../../messaging/phone/numbers/consent-events-sql.ts';
import { deleteNumber } from '../../../../messaging/phone/numbers/look-up-sql.ts';
import {
  digits,
  optOutRecipients,
  recordHeardStop,
  recordOptOuts,
} from '../../../../messaging/phone/numbers/opt-outs-sql.ts';
import {
  deleteOldWhatsapp,
  recordListOptIns,
  recordOptIn,
} from '../../../../messaging/phone/numbers/whatsapp-sql.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import {
  approvedBlast,
  firstNumber,
  insertAudience,
  makeDraft,
  startBlast,
} from '../blasts/blast-fixture.ts';

const { pool } = await openPostgres();
beforeEach(() =>
  pool.query('TRUNCATE opt_out, whatsapp_opt_in, stop_heard, consent_event, audience CASCADE'),
);

const number = '+915000000042';
const msisdn = digits(number);
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3600_000);
const onPaper = { enteredBy: 'HQ, PRO', evidence: 'Paper 12' };
const heard = (sid: string, days = 0) =>
  recordHeardStop(pool, { number, source: 'whatsapp', sid, saidAt: daysAgo(days) });
const agree = (days: number) =>
  recordOptIn(pool, number, { source: 'whatsapp', saidAt: daysAgo(days) });

async function readState() {
  const { rows } = await pool.query<{ stopped: boolean; agreed: boolean }>(
    `SELECT EXISTS (SELECT FROM opt_out WHERE msisdn = $1) AS stopped,
       EXISTS (SELECT FROM whatsapp_opt_in WHERE msisdn = $1) AS agreed`,
    [msisdn],
  );
  return rows[0];
}

/** The state as the history alone says it. */
async function foldHistory() {
  const events = await readConsentEvents(pool, msisdn);
  const day = (at: Date) => at.toISOString().slice(0, 10);
  const stops = events.filter(({ kind }) => kind !== 'consent');
  const said = events.filter(({ kind }) => kind === 'stop');
  const agreed = events.some(
    ({ kind, channel, saidAt }) =>
      kind === 'consent' &&
      channel !== 'dca' &&
      said.every((stop) => day(stop.saidAt) < day(saidAt)),
  );
  return { stopped: stops.at(-1)?.kind === 'stop', agreed };
}

const kinds = async () =>
  (await readConsentEvents(pool, msisdn)).map((e) => `${e.kind} ${e.channel}`);

test.each([
  { what: 'a stop by a call', doors: [() => recordOptOuts(pool, [number], 'call')], stopped: true },
  {
    what: 'a stop said twice by one message',
    doors: [() => heard('a'), () => heard('a')],
    stopped: true,
  },
  { what: 'a consent', doors: [() => agree(3)], agreed: true },
  { what: 'a stop after a consent', doors: [() => agree(3), () => heard('a')], stopped: true },
  {
    what: 'a consent from before a stop, which arrives later',
    doors: [() => heard('a', 2), () => agree(5)],
    stopped: true,
  },
  {
    what: 'a stop that two officers ended',
    doors: [() => heard('a', 2), () => endStop(pool, msisdn, onPaper)],
  },
  {
    what: 'a consent from before a stop that has ended',
    doors: [
      () => agree(9),
      () => heard('a', 2),
      () => endStop(pool, msisdn, onPaper),
      () => agree(5),
    ],
  },
  {
    what: 'the same message as before the end',
    doors: [() => heard('a'), () => endStop(pool, msisdn, onPaper), () => heard('a')],
  },
  {
    what: 'another stop after the end, on the same day',
    doors: [() => heard('a'), () => endStop(pool, msisdn, onPaper), () => heard('b')],
    stopped: true,
  },
])(
  'what holds follows from the history: $what',
  async ({ doors, stopped = false, agreed = false }) => {
    for (const door of doors) await door();
    expect(await readState()).toEqual({ stopped, agreed });
    expect(await foldHistory()).toEqual({ stopped, agreed });
  },
);

test('every door writes who said it, when and by what', async () => {
  const audienceId = await insertAudience(pool, 1);
  await pool.query('UPDATE audience_member SET msisdn = $1', [msisdn]);
  await recordListOptIns(pool, {
    audienceId,
    source: 'form at the counter',
    givenOn: '2026-11-01',
    enteredBy: 'PRO',
  });
  await recordOptOuts(pool, [number], 'officer', { enteredBy: 'HQ' });
  await endStop(pool, msisdn, onPaper);
  const blast = await approvedBlast(pool, makeDraft(audienceId));
  await startBlast(pool, blast);
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM blast_recipient LIMIT 1');
  await optOutRecipients(pool, [{ id: rows[0]?.id ?? '', providerId: 'p-1' }]);
  const events = await readConsentEvents(pool, msisdn);
  expect(events).toMatchObject([
    { kind: 'consent', channel: 'list', enteredBy: 'PRO', evidence: 'form at the counter' },
    { kind: 'stop', channel: 'officer', enteredBy: 'HQ' },
    { kind: 'stop-ended', enteredBy: 'HQ, PRO', evidence: 'Paper 12' },
    { kind: 'stop', channel: 'provider', enteredBy: null, evidence: 'p-1' },
  ]);
  expect(events[0]?.saidAt).toEqual(new Date('2026-11-01T00:00:00+05:30'));
});

test('a tap that is repeated writes one event a day', async () => {
  for (let times = 0; times < 5; times += 1) await recordOptOuts(pool, [number, number], 'link');
  expect(await kinds()).toEqual(['stop link']);
});

test.each([
  { keepOptOut: true, left: ['stop whatsapp'] },
  { keepOptOut: false, left: [] },
])(
  'a deleted number leaves of its history what holds: keepOptOut $keepOptOut',
  async ({ keepOptOut, left }) => {
    await agree(3);
    await heard('a');
    await deleteNumber(pool, number, keepOptOut);
    expect(await kinds()).toEqual(left);
    expect(await readState()).toEqual({ stopped: keepOptOut, agreed: false });
  },
);

test('retention takes consents that are too old and the history of stops that ended', async () => {
  const old = { optInDays: 365, windowHours: 24 };
  await agree(500);
  await heard('a', 450);
  await deleteOldWhatsapp(pool, '2026-12-01', old);
  expect(await kinds()).toEqual(['stop whatsapp']);
  await endStop(pool, msisdn, onPaper);
  await pool.query("UPDATE consent_event SET said_at = said_at - interval '2 years'");
  await deleteOldWhatsapp(pool, '2026-12-01', old);
  expect(await kinds()).toEqual([]);
});

test('a list with a consent template notes the consent of each, until the list goes', async () => {
  const audienceId = await insertAudience(pool, 2);
  await pool.query("UPDATE audience SET consent_template = '1234567890123456789'");
  await pool.query('UPDATE audience_member SET msisdn = $1 WHERE msisdn = $2', [
    msisdn,
    firstNumber + 1,
  ]);
  await recordTemplateConsents(pool, audienceId);
  expect(await readConsentEvents(pool, msisdn)).toMatchObject([
    { kind: 'consent', channel: 'dca', evidence: '1234567890123456789' },
  ]);
  await pool.query("UPDATE audience SET retain_until = '2026-01-01'");
  await deleteExpiredLists(pool, '2026-12-01');
  expect(await kinds()).toEqual([]);
});

test('the upgrade makes a history of what was kept, and a stop ends the consent before it', async () => {
  const file = '../../../../messaging/platform/database/migrations/0440-consent-events.sql';
  const upgrade = readFileSync(join(import.meta.dirname, file), 'utf8');
  const client = await pool.connect();
  try {
    await client.query('BEGIN; DROP TABLE consent_event');
    await client.query(
      `INSERT INTO whatsapp_opt_in (msisdn, source, given_on, recorded_at) VALUES
         ($1, 'whatsapp', '2026-03-01', '2026-03-01'), ($1::bigint + 1, 'form', '2026-03-01', '2026-03-01')`,
      [msisdn],
    );
    await client.query(
      "INSERT INTO opt_out (msisdn, source, at) VALUES ($1, 'call', '2026-04-01T10:00Z')",
      [msisdn],
    );
    await client.query(upgrade);
    expect(await readConsentEvents(client, msisdn)).toMatchObject([
      { kind: 'consent', channel: 'whatsapp', saidAt: new Date('2026-03-01T00:00:00+05:30') },
      { kind: 'stop', channel: 'call', recordedAt: new Date('2026-04-01T10:00Z') },
    ]);
    const other = digits('+915000000043');
    expect(await readConsentEvents(client, other)).toMatchObject([
      { kind: 'consent', channel: 'list', evidence: 'form' },
    ]);
    const { rows } = await client.query<{ msisdn: string }>('SELECT msisdn FROM whatsapp_opt_in');
    expect(rows).toEqual([{ msisdn: other }]);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});
