import { describe, expect, it } from 'vitest';
import { startEmulator } from '../../../../messaging/phone/gateways/emulator.ts';
import type { Gateway } from '../../../../messaging/phone/gateways/gateway.ts';
import {
  createHealthWatch,
  judgeOutcomes,
  type LastOutcomes,
} from '../../../../messaging/phone/gateways/gateway-health.ts';
import { readGatewayHours } from '../../../../messaging/phone/gateways/gateway-hours-sql.ts';
import { SendError } from '../../../../messaging/phone/gateways/send-error.ts';
import { createTwilioGateway } from '../../../../messaging/phone/gateways/twilio.ts';
import { recordOutcomes } from '../../../../messaging/phone/ledger/ledger-sql.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import {
  approvedBlast,
  insertAudience,
  makeDraft,
  makeOutcome,
  startBlast,
  submitRecipients,
} from '../blasts/blast-fixture.ts';

const account = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'token' };

/** A gateway of which only the probe is asked. */
function probed(probe: () => Promise<void>): Gateway {
  return {
    name: 'probed',
    reconcile: 'list',
    requestTimeoutMs: 1000,
    listingLagMs: 0,
    retryableCodes: [],
    sendSms: async () => ({ providerId: 'never' }),
    probe,
    close: async () => {},
  };
}

function twilioAt(baseUrl: string, authToken = account.authToken): Gateway {
  return createTwilioGateway({
    ...account,
    authToken,
    name: 'twilio',
    messagingServiceSid: `MG${'1'.repeat(32)}`,
    from: undefined,
    callFrom: undefined,
    baseUrl,
    publicUrl: 'http://localhost:8080',
    requestTimeoutMs: 30_000,
    listingLagMs: 0,
    sockets: 1,
  });
}

describe('the health of a gateway that can be asked', () => {
  it('is up with its latency when the provider knows us', async () => {
    const emulator = await startEmulator({ ...account, port: 0 });
    const gateway = twilioAt(emulator.url);
    const health = await createHealthWatch().check(gateway, undefined);
    expect(health).toEqual({
      state: 'up',
      checkedAt: expect.any(Date),
      latencyMs: expect.any(Number),
      code: null,
    });
    await gateway.close();
    await emulator.close();
  });

  it('is down with the provider’s code when it refuses the login, and with the connection’s when it is gone', async () => {
    const emulator = await startEmulator({ ...account, port: 0 });
    const stranger = twilioAt(emulator.url, 'wrong');
    expect(await createHealthWatch().check(stranger, undefined)).toMatchObject({
      state: 'down',
      code: '20003',
      latencyMs: null,
    });
    await emulator.close();
    expect(await createHealthWatch().check(stranger, undefined)).toMatchObject({
      state: 'down',
      code: 'ECONNREFUSED',
    });
    await stranger.close();
  });

  it('is asked once, however many look at the same time and soon after', async () => {
    let asked = 0;
    const gateway = probed(async () => {
      asked += 1;
    });
    const watch = createHealthWatch();
    const seen = await Promise.all(
      Array.from({ length: 20 }, () => watch.check(gateway, undefined)),
    );
    seen.push(await watch.check(gateway, undefined));
    expect(asked).toBe(1);
    expect(new Set(seen.map(({ state }) => state))).toEqual(new Set(['up']));
  });

  it.each([
    { error: new SendError('x', { code: 'timeout', class: 'ambiguous' }), code: 'timeout' },
    { error: new Error('anything'), code: 'failed' },
  ])('never throws: $code', async ({ error, code }) => {
    const gateway = probed(() => Promise.reject(error));
    expect(await createHealthWatch().check(gateway, undefined)).toMatchObject({
      state: 'down',
      code,
    });
  });
});

describe('a gateway without a cheap read is judged by its last messages', () => {
  const quiet: LastOutcomes = {
    unknown: 0,
    recent: { sent: 0, failed: 0 },
    lastAt: null,
    waitingCode: null,
    haltingCode: null,
  };
  it.each<[string, Partial<LastOutcomes>, string, string | null]>([
    ['none', {}, 'unknown', null],
    ['some taken', { recent: { sent: 9, failed: 8 } }, 'up', null],
    ['all failed', { recent: { sent: 9, failed: 9 } }, 'down', 'failed'],
    ['no answers', { unknown: 3 }, 'down', 'no-answer'],
    ['not reached', { waitingCode: 'ECONNREFUSED' }, 'down', 'ECONNREFUSED'],
    ['halted', { haltingCode: '401', unknown: 1 }, 'down', '401'],
    [
      'halted once, and well since',
      { haltingCode: '401', recent: { sent: 5, failed: 0 } },
      'up',
      null,
    ],
  ])('%s', (_, change, state, code) => {
    expect(judgeOutcomes({ ...quiet, ...change })).toMatchObject({ state, code });
  });
  it('is not known of one that has never sent', () => {
    expect(judgeOutcomes(undefined)).toMatchObject({ state: 'unknown', checkedAt: null });
  });
});

describe('the last hour of a gateway', async () => {
  const { pool } = await openPostgres();

  it('counts what was answered, what failed and what has no answer, a gateway at a time', async () => {
    const audienceId = await insertAudience(pool, 10);
    for (const gateway of ['cdac', 'nic']) {
      const blast = await approvedBlast(pool, makeDraft(audienceId, { gateway }));
      await startBlast(pool, blast);
      const begun = await submitRecipients(pool, blast, gateway === 'cdac' ? 6 : 2);
      const statuses = ['accepted', 'accepted', 'failed', 'unknown', 'planned', 'planned'] as const;
      await recordOutcomes(
        pool,
        begun.map(({ id }, index) =>
          makeOutcome(id, {
            status: gateway === 'nic' ? 'planned' : (statuses[index] ?? 'accepted'),
            providerId: null,
            code: gateway === 'nic' ? 'ECONNREFUSED' : null,
            retryInMs: 60_000,
          }),
        ),
      );
    }
    const hours = await readGatewayHours(pool);
    expect(hours.get('cdac')).toMatchObject({
      sent: 3,
      failed: 1,
      unknown: 1,
      recent: { sent: 3, failed: 1 },
      waitingCode: null,
      lastAt: expect.any(Date),
    });
    expect(hours.get('nic')).toMatchObject({ sent: 0, unknown: 0, waitingCode: 'ECONNREFUSED' });
    expect(hours.has('twilio')).toBe(false);
  });
});
