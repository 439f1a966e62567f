import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import { planRecipients } from '../../../../messaging/phone/blasts/plan-sql.ts';
import { defaultPolicy } from '../../../../messaging/phone/blasts/policy.ts';
import { compareTexts } from '../../../../messaging/phone/blasts/trial-figures.ts';
import {
  claimRecipients,
  recordDeliveryUpdates,
} from '../../../../messaging/phone/ledger/ledger-sql.ts';
import { readFigures, readLinkScans } from '../../../../messaging/phone/ledger/tallies-sql.ts';
import { scheduleBlasts } from '../../../../messaging/phone/sending/scheduler.ts';
import { createDatabaseClock } from '../../../../messaging/platform/database/database-clock.ts';
import {
  insertAudience,
  makeReceipt,
  startBlast,
  submitRecipients,
} from '../blasts/blast-fixture.ts';
import { openSender, openSending, silent } from './sending-fixture.ts';
import { approveTrial, codes, countBodies, host, reachChoice, tried } from './trial-fixture.ts';

const { stores, folder, open, reached, read, command } = openSending();

const system = { actor: 'service' } as const;

describe('two texts against each other', () => {
  it('tells the links of both apart, and adds them up to those of the blast', async () => {
    const { emulator } = await open();
    const audienceId = await insertAudience(stores.pool, 400);
    const id = await approveTrial(stores.pool, tried(audienceId));
    await reachChoice(stores.pool, id);
    await command({ id }, { kind: 'decide-trial', text: 'a' });
    const blast = await reached({ id }, 'finished');
    const sent = Object.keys(countBodies(emulator).bodies).map((body) => body.split('/q/')[1]);
    expect(sent.toSorted()).toEqual([codes.a, codes.b, codes.shortCode].toSorted());
    await stores.pool.query(
      `INSERT INTO scan_by_code (day, code, channel, district, scans, visitors)
       SELECT '2019-04-12', link, 'sms', '', n + 1, n FROM unnest($1::text[]) WITH ORDINALITY AS given (link, n)`,
      [[codes.a, codes.b, codes.shortCode]],
    );
    const scans = await readLinkScans(stores.pool, [codes.shortCode]);
    expect(scans.get(codes.shortCode)).toEqual({ scans: 9, visitors: 6 });
    const figures = await readFigures(stores.pool, id);
    const links = await readLinkScans(stores.pool, [codes.a, codes.b]);
    const outcome = compareTexts(blast, { figures, links, installs: new Map([[codes.b, 3]]) });
    expect(outcome?.texts).toMatchObject([
      { text: 'a', sent: figures.byLot.a.accepted, people: 1, installs: 0 },
      { text: 'b', sent: figures.byLot.b.accepted, people: 2, installs: 3 },
    ]);
  });
  it('pauses at the ceiling where what is left pays the other text alone', async () => {
    const { pool } = stores;
    const id = await approveTrial(pool, tried(await insertAudience(pool, 100)));
    await startBlast(pool, { id });
    const messages = await submitRecipients(pool, { id }, 1000);
    await recordDeliveryUpdates(
      pool,
      messages.map((message) => makeReceipt(message.id)),
    );
    await applyCommand(pool, id, { kind: 'pause', reason: 'trial' }, system);
    await command({ id }, { kind: 'decide-trial', text: 'a' });
    const { segmentsSent } = await readFigures(pool, id);
    await pool.query('UPDATE blast SET draft = draft || $2::jsonb WHERE id = $1', [
      id,
      { budgetPaise: (segmentsSent + 1) * 10 },
    ]);
    expect(await claimRecipients(pool, { blastId: id, gateway: 'emulator' }, 1000)).toEqual([]);
    await scheduleBlasts({
      pool,
      gateways: {},
      log: pino({ level: 'silent' }),
      audit: async () => {},
      clock: createDatabaseClock(pool, { now: () => new Date() }),
      paise: {},
      senders: { findFault: async () => null },
      seals: { findOther: async () => null },
    });
    expect((await read({ id })).pauseReason).toBe('budget');
  });
  it('sends the chosen text though the choice falls between a look at the blast and its claim', async () => {
    const { pool } = stores;
    const id = await approveTrial(pool, tried(await insertAudience(pool, 50)));
    await startBlast(pool, { id });
    await submitRecipients(pool, { id }, 1000);
    const bodies: string[] = [];
    const query = async (text: string, values: unknown[]) => {
      if (text.includes('claim_recipients')) {
        await applyCommand(pool, id, { kind: 'pause', reason: 'trial' }, system);
        await command({ id }, { kind: 'decide-trial', text: 'b' });
      }
      return pool.query(text, values);
    };
    const slow = new Proxy(pool, {
      get: (target, name) => (name === 'query' ? query : Reflect.get(target, name)),
    });
    const sendSms = async ({ body }: { body: string }) => {
      bodies.push(body);
      return { providerId: `P${bodies.length}` };
    };
    const sender = openSender(slow, { sendSms, spoolDir: join(folder, 'spool') });
    await sender.sendChunk(id, silent);
    await sender.close();
    expect(bodies.length).toBeGreaterThan(10);
    expect(new Set(bodies)).toEqual(new Set([`दूसरा ${host}${codes.shortCode}`]));
  });
  it('draws its canary of both texts, and the same lot for the same blast each time', async () => {
    const audienceId = await insertAudience(stores.pool, 1000);
    const policy = { ...defaultPolicy, canarySize: 60 };
    const id = await approveTrial(stores.pool, tried(audienceId, { policy }));
    await planRecipients(stores.pool, { id }, {});
    const { rows } = await stores.pool.query<{ lot: string | null; n: number }>(
      'SELECT lot, count(*)::integer AS n FROM blast_recipient WHERE blast_id = $1 AND canary GROUP BY 1 ORDER BY 1',
      [id],
    );
    expect(rows.map(({ lot }) => lot)).toEqual(['a', 'b']);
    expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(60);
    const other = await approveTrial(stores.pool, tried(audienceId));
    await planRecipients(stores.pool, { id: other }, {});
    const same = await stores.pool.query<{ n: number }>(
      `SELECT count(*)::integer AS n FROM blast_recipient AS one JOIN blast_recipient AS two USING (msisdn)
       WHERE one.blast_id = $1 AND two.blast_id = $2 AND one.lot IS NOT DISTINCT FROM two.lot`,
      [id, other],
    );
    // By chance alone 440 of 1000.
    expect(Math.abs((same.rows[0]?.n ?? 0) - 440)).toBeLessThan(80);
  });
});
