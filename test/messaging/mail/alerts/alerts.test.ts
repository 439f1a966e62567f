import { pino } from 'pino';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { alertKinds, alertSentence } from '../../../../campaigns/words/alert-words.ts';
import { loadConfig } from '../../../../messaging/config.ts';
import { pauseReasons } from '../../../../messaging/contract/values.ts';
import { readPausedBlasts, reconcileAlerts } from '../../../../messaging/mail/alerts/alerts-sql.ts';
import {
  judge,
  type Memory,
  type Observation,
  recallAlerts,
} from '../../../../messaging/mail/alerts/causes.ts';
import { openAlerts } from '../../../../messaging/mail/alerts/module.ts';
import { applyCommand } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import type { Gateway } from '../../../../messaging/phone/gateways/gateway.ts';
import { SendError } from '../../../../messaging/phone/gateways/send-error.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { noteLock } from '../../../../messaging/platform/http/attempts-sql.ts';
import { createMetrics } from '../../../../messaging/platform/process/metrics.ts';
import { openFolder } from '../../../folders.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { createModuleServer } from '../../fixtures/module-server.ts';
import {
  approvedBlast,
  approver,
  insertAudience,
  makeDraft,
} from '../../phone/blasts/blast-fixture.ts';
import { until } from '../../phone/sending/worker-fixture.ts';
import { startReceiver } from '../webhook-receiver.ts';

const gigabyte = 2 ** 30;
const calm: Observation = {
  pausedBlasts: [],
  gateways: [{ name: 'smpp', state: 'up', code: null }],
  disk: { freeBytes: 50 * gigabyte, sizeBytes: 100 * gigabyte },
  dropped: { scans: 0, callbacks: 0 },
  parked: 0,
  breakGlass: [],
  locks: [],
  unmatched: [],
  damagedQueues: [],
  backupFault: null,
};
const down: Observation = { ...calm, gateways: [{ name: 'smpp', state: 'down', code: 'smpp-0e' }] };

describe('what is an alert', () => {
  const listKinds = (looks: readonly Observation[], minutes = 1) => {
    let memory: Memory = recallAlerts([]);
    return looks.map((seen, index) => {
      const judgement = judge(seen, memory, index * minutes * 60_000);
      ({ memory } = judgement);
      return judgement.causes.map(({ kind, subject }) => `${kind} ${subject}`).join();
    });
  };
  const disk = (freeGb: number): Observation => ({
    ...calm,
    disk: { freeBytes: freeGb * gigabyte, sizeBytes: 100 * gigabyte },
  });

  it('is nothing while all is well', () => expect(listKinds([calm, calm])).toEqual(['', '']));
  it('is a gateway that is down at two looks in succession', () =>
    expect(listKinds([down, calm, down, down, down, calm])).toEqual([
      '',
      '',
      '',
      'gateway-down smpp',
      'gateway-down smpp',
      '',
    ]));
  it('is each use of the break-glass account', () => {
    const at = new Date('2019-04-12T05:00:00Z');
    const used = { ...calm, breakGlass: [{ personId: 'a1', name: 'नमूना अधिकारी', at }] };
    expect(listKinds([used, calm])).toEqual(['break-glass a1 2019-04-12T05:00:00.000Z', '']);
  });
  it('is ten locks by wrong secrets within an hour, of whatever secret', () => {
    const locks = (calendar: number) => ({
      ...calm,
      locks: [
        { what: 'second-factor', count: 8 },
        { what: 'calendar', count: calendar },
      ],
    });
    expect(listKinds([locks(1), locks(2), locks(1)])).toEqual(['', 'secrets-tried attempts', '']);
    const [cause] = judge(locks(2), recallAlerts([]), 0).causes;
    expect(alertSentence(cause ?? { kind: 'break-glass', subject: '', detail: '' }).en).toContain(
      'codes of the second step 8, calendar addresses 2',
    );
  });
  it('stays open over a start of the service', () => {
    const memory = recallAlerts([{ kind: 'gateway-down', subject: 'smpp' }]);
    expect(judge(down, memory, 0).causes).toHaveLength(1);
    expect(judge(calm, memory, 0).causes).toEqual([]);
  });
  it('is a disk that is nearly full, until clearly more is free', () =>
    expect(listKinds([disk(1.1), disk(0.9), disk(1.1), disk(1.3), disk(1.1)])).toEqual([
      '',
      'disk-nearly-full data',
      'disk-nearly-full data',
      '',
      '',
    ]));
  it('is a spool that refuses, and outcomes that are parked, until ten minutes are quiet', () => {
    const spool = { ...calm, dropped: { scans: 0, callbacks: 7 }, parked: 1 };
    const both = 'spool-refuses callbacks,outcomes-parked ledger';
    expect(listKinds([calm, spool, spool, spool], 6)).toEqual(['', both, both, '']);
  });
  it('is a queue whose data was set aside', () => {
    const seen = { ...calm, damagedQueues: ['redis.damaged-2019-04-12T06-00-00'] };
    expect(listKinds([calm, seen, calm])).toEqual([
      '',
      `queue-damaged ${seen.damagedQueues[0]}`,
      '',
    ]);
  });
  it('is a backup that is less than the one before it', () => {
    const seen = { ...calm, backupFault: 'it has 70 rows' };
    expect(listKinds([calm, seen, calm])).toEqual(['', 'backup-smaller backup', '']);
  });
  it('says why a blast paused, whatever made it', () => {
    for (const reason of pauseReasons.filter((each) => each !== 'officer')) {
      const detail = reason === 'halting-code' ? `${reason} 30007` : reason;
      const { hi, en } = alertSentence({ kind: 'blast-paused', subject: '12', detail });
      expect([reason, hi]).toEqual([
        reason,
        expect.stringMatching(/: [\u0900-\u097f][^a-z]{10,}।$/),
      ]);
      expect([reason, en]).toEqual([
        reason,
        expect.stringMatching(
          /: [a-z][a-z ’]{10,}\. (?:It goes on by itself|An officer at headq)[^.]+\.$/,
        ),
      ]);
    }
  });
  it('says each kind in both languages', () => {
    for (const kind of alertKinds) {
      const text = alertSentence({ kind, subject: '12', detail: 'halting-code smpp-0e' });
      expect(text.hi).toMatch(/[\u0900-\u097f]/);
      expect(text.en).toMatch(/^[A-Z][^\u0900-\u097f]+\.$/);
    }
  });
});

test.each([
  {
    env: { ALERT_WEBHOOK_URL: 'https://x.example/hook' },
    message: /none for ALERT_WEBHOOK_SECRET/,
  },
  { env: { ALERT_WEBHOOK_SECRET: 'sixteen-letters!' }, message: /none for ALERT_WEBHOOK_URL/ },
  { env: { EVENT_WEBHOOK_SECRET: 'sixteen-letters!' }, message: /none for EVENT_WEBHOOK_URL/ },
  {
    env: { ALERT_WEBHOOK_URL: 'http://x.example/', ALERT_WEBHOOK_SECRET: 'sixteen-letters!' },
    message: /to begin with https/,
  },
  {
    env: { ALERT_WEBHOOK_URL: 'https://x.example/', ALERT_WEBHOOK_SECRET: 'short' },
    message: /ALERT_WEBHOOK_SECRET/,
  },
])('a webhook is refused that nobody could trust: $message', ({ env, message }) => {
  expect(() => loadConfig(env)).toThrow(message);
});

interface Told {
  event: string;
  kind: string;
  subject: string;
  text: { hi: string };
}

describe('alerts', async () => {
  let looks = 0;

  const dataDir = openFolder('alerts-');
  const database = await openPostgres();
  const { received, webhook, failNext } = await startReceiver<Told>('alert');

  async function open(options: { gateways?: Record<string, Gateway>; webhook?: boolean } = {}) {
    const module = openAlerts({
      config: {
        alerts: { webhook: options.webhook === false ? undefined : webhook },
        dataDir,
        publicUrl: 'http://localhost:8080',
      },
      database,
      campaign: loadCampaign('up-cop'),
      gateways: options.gateways ?? {},
      dropped: () => {
        looks += 1;
        return {};
      },
      parked: () => 0,
      log: pino({ level: 'silent' }),
      metrics: createMetrics(),
      everyMs: 20,
      firstPauseMs: 20,
    });
    const app = await createModuleServer({
      modules: [module],
      officers: {
        pro: { id: 'pro', name: 'PRO', role: 'pro-dgp' },
        admin: { id: 'root', name: 'Admin', role: 'admin' },
        hq: { id: 'hq', name: 'HQ', role: 'hq' },
        zone: { id: 'zone', name: 'Zone', role: 'zone' },
      },
      districts: [],
    });
    onTestFinished(async () => {
      await app.close();
      await module.close?.();
    });
    const ask = (who: string, path = '', payload?: object) =>
      app.inject({
        method: payload === undefined ? 'GET' : 'POST',
        url: `/api/alerts${path}`,
        headers: { 'x-who': who, origin: 'http://localhost:8080' },
        ...(payload === undefined ? {} : { payload }),
      });
    return { ask };
  }

  async function pausedBlast(): Promise<number> {
    const { pool } = database;
    const blast = await approvedBlast(pool, makeDraft(await insertAudience(pool, 1)));
    await pool.query(
      `UPDATE blast SET status = 'paused', pause_reason = 'halting-code', halting_code = '20003' WHERE id = $1`,
      [blast.id],
    );
    return blast.id;
  }
  const stop = (id: number) =>
    applyCommand(database.pool, id, { kind: 'stop' }, { actor: approver });

  it('of a blast that paused by itself is told once, after two failures, and again when it is over', async () => {
    const blastId = await pausedBlast();
    failNext(2);
    const { ask } = await open();
    await until('the receiver to take it', async () =>
      received.some(({ status }) => status === 204),
    );
    expect(received.map(({ status }) => status)).toEqual([503, 503, 204]);
    expect(new Set(received.map(({ id }) => id)).size).toBe(1);
    expect(received.every(({ signed }) => signed)).toBe(true);
    expect(received[0]?.body).toMatchObject({
      event: 'opened',
      kind: 'blast-paused',
      subject: String(blastId),
    });
    expect(received[0]?.body.text.hi).toContain(`प्रसारण ${blastId}`);
    const listed = (await ask('pro')).json();
    expect(listed).toMatchObject([{ kind: 'blast-paused', acknowledgedBy: null }]);
    await stop(blastId);
    await until('its end to be told', async () => received.length === 4);
    expect(received[3]?.body).toMatchObject({ event: 'closed', kind: 'blast-paused' });
    expect((await ask('pro')).json()).toEqual([]);
    // The receiver has it before the service knows that it has.
    await until('nothing to be left to tell', async () => {
      const { rows } = await database.pool.query('SELECT count(*) AS n FROM alert_notice');
      return Number(rows[0]?.n) === 0;
    });
  });

  it('of ten locks by wrong secrets opens within one look, and closes an hour after them', async () => {
    const { pool } = database;
    await pool.query(
      `INSERT INTO attempt_lock (what) SELECT 'second-factor' FROM generate_series(1, 9)`,
    );
    const { ask } = await open({ webhook: false });
    const before = looks;
    await until('two looks', async () => looks > before + 2);
    expect((await ask('admin')).json()).toEqual([]);
    await noteLock(pool, 'calendar');
    await until('the alert', async () => (await ask('admin')).json().length === 1);
    const [opened] = (await ask('admin')).json();
    expect(opened.kind).toBe('secrets-tried');
    expect(opened.text.en).toContain('codes of the second step 9, calendar addresses 1');
    await pool.query(`UPDATE attempt_lock SET at = at - interval '1 hour'`);
    await until('its end', async () => (await ask('admin')).json().length === 0);
  });

  it('is acknowledged once, by those concerned, and the audit log has by whom', async () => {
    const blastId = await pausedBlast();
    const { ask } = await open({ webhook: false });
    await until('the alert', async () => (await ask('admin')).json().length === 1);
    const [{ id }] = (await ask('admin')).json();
    expect((await ask('hq')).json()).toMatchObject([{ id }]);
    expect((await ask('zone')).statusCode).toBe(403);
    expect((await ask('zone', `/${id}/acknowledge`, {})).statusCode).toBe(403);
    expect((await ask('pro', `/${id}/acknowledge`, {})).json()).toMatchObject({
      acknowledgedBy: 'PRO',
    });
    expect((await ask('admin', `/${id}/acknowledge`, {})).statusCode).toBe(409);
    expect((await ask('admin', '/999999/acknowledge', {})).statusCode).toBe(404);
    const log = await readAudit(database.pool, { subject: `alert/${id}` }, 10);
    expect(log).toMatchObject([{ action: 'alert.acknowledge', actorName: 'PRO' }]);
    expect((await ask('pro')).json()).toMatchObject([{ acknowledgedBy: 'PRO' }]);
    await stop(blastId);
    await until('its end', async () => (await ask('pro')).json().length === 0);
  });

  it('of one part of the service is left alone by the other', async () => {
    const { pool } = database;
    const causes = [
      { kind: 'gateway-down' as const, subject: 'smpp', detail: '' },
      { kind: 'spool-refuses' as const, subject: 'scans', detail: '' },
    ];
    const whole = { host: 'here', isWhole: true, channels: [] };
    const part = { host: 'here public', isWhole: false, channels: [] };
    expect(await reconcileAlerts(pool, causes, whole)).toEqual({ opened: 2, closed: 0 });
    // It has a spool of its own, and judges no gateway.
    expect(await reconcileAlerts(pool, causes, part)).toEqual({ opened: 1, closed: 0 });
    expect(await reconcileAlerts(pool, [], part)).toEqual({ opened: 0, closed: 1 });
    expect(await reconcileAlerts(pool, [], whole)).toEqual({ opened: 0, closed: 2 });
  });

  it('is a blast that paused itself', async () => {
    const blastId = await pausedBlast();
    expect(await readPausedBlasts(database.pool)).toMatchObject([{ id: blastId }]);
    await database.pool.query("UPDATE blast SET pause_reason = 'officer' WHERE id = $1", [blastId]);
    expect(await readPausedBlasts(database.pool)).toEqual([]);
  });

  it('of a gateway that does not answer names it, and the emulator is no gateway', async () => {
    const silent = (name: string): Gateway => ({
      name,
      reconcile: 'none',
      requestTimeoutMs: 1000,
      retryableCodes: [],
      sendSms: () => Promise.reject(new Error('Expected no message')),
      async probe() {
        throw new SendError('away', { code: 'ECONNREFUSED', class: 'later' });
      },
      close: async () => {},
    });
    const gateways = { emulator: silent('emulator'), smpp: silent('smpp') };
    const { ask } = await open({ gateways });
    await until('the alert', async () => (await ask('pro')).json().length > 0);
    expect((await ask('pro')).json()).toMatchObject([
      {
        kind: 'gateway-down',
        subject: 'smpp',
        text: {
          en: 'The gateway Telecom operator (SMPP) does not answer: the gateway could not be reached.',
        },
      },
    ]);
    await until('it to be told', async () => received.length === 1);
    // One cause, one alert, however often it is seen.
    const before = looks;
    await until('more looks', async () => looks > before + 3);
    expect(received).toHaveLength(1);
  });
});
