import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { openBlastChanges } from '../../../../messaging/mail/blast-changes/module.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { approvedBlast, insertAudience, makeDraft } from '../../phone/blasts/blast-fixture.ts';
import { until } from '../../phone/sending/worker-fixture.ts';
import { startReceiver } from '../webhook-receiver.ts';

interface Told {
  event: string;
  blast: number;
  status: string;
  pauseReason: string | null;
}

describe('status changes of blasts', async () => {
  const database = await openPostgres();
  const { pool } = database;
  const { received, webhook, failNext } = await startReceiver<Told>('event');
  let close = async () => {};
  afterEach(() => close());

  function open(options: { webhook?: typeof webhook } = { webhook }) {
    const module = openBlastChanges({
      config: { events: { webhook: options.webhook }, publicUrl: 'https://outreach.example' },
      database,
      log: pino({ level: 'silent' }),
      everyMs: 20,
      firstPauseMs: 20,
    });
    close = async () => module.close?.();
  }
  const left = async () => (await pool.query('SELECT FROM blast_change')).rowCount;
  const taken = () => received.filter(({ status }) => status === 204);

  it('are told once each, in their order, by whatever statement they came, after two failures', async () => {
    const blast = await approvedBlast(pool, makeDraft(await insertAudience(pool, 1)));
    for (const [status, reason] of [
      ['running', null],
      ['paused', 'halting-code'],
      ['running', null],
      ['finished', null],
    ] as const) {
      await pool.query('UPDATE blast SET status = $2, pause_reason = $3 WHERE id = $1', [
        blast.id,
        status,
        reason,
      ]);
    }
    // No change of its status.
    await pool.query('UPDATE blast SET remark = $2 WHERE id = $1', [blast.id, 'कोई नया चरण नहीं']);
    failNext(2);
    open();
    await until('the last one', async () => taken().at(-1)?.body.status === 'finished');
    expect(received.every(({ signed }) => signed)).toBe(true);
    expect(received.slice(0, 3).map(({ id, status }) => [id, status])).toEqual([
      [received[0]?.id, 503],
      [received[0]?.id, 503],
      [received[0]?.id, 204],
    ]);
    const told = taken().map(({ body }) => body);
    expect(told.map(({ status }) => status).slice(-4)).toEqual([
      'running',
      'paused',
      'running',
      'finished',
    ]);
    expect(told.at(-3)).toMatchObject({
      event: 'blast',
      blast: blast.id,
      pauseReason: 'halting-code',
      console: `https://outreach.example/console/blasts/?id=${blast.id}`,
    });
    expect(new Set(taken().map(({ id }) => id)).size).toBe(told.length);
    await until('nothing to be left', async () => (await left()) === 0);
  });

  it('wait for nobody where no program is named', async () => {
    await approvedBlast(pool, makeDraft(await insertAudience(pool, 1)));
    expect(await left()).toBeGreaterThan(0);
    open({});
    await until('them to be forgotten', async () => (await left()) === 0);
    expect(received).toEqual([]);
  });
});
