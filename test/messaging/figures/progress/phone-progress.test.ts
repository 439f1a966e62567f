import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { toDay } from '../../../../campaigns/tracker/clock.ts';
import { startLiveProgress } from '../../../../messaging/figures/progress/live-progress.ts';
import { loadProgress } from '../../../../messaging/figures/progress/progress-data.ts';
import { applyCommand } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import { planRecipients } from '../../../../messaging/phone/blasts/plan-sql.ts';
import {
  beginSubmissions,
  claimRecipients,
  planCallsAgain,
  recordDeliveryUpdates,
  recordOutcomes,
} from '../../../../messaging/phone/ledger/ledger-sql.ts';
import { storeDeliveries } from '../../../../messaging/phone/telecom-operators/routes.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { approvedBlast, insertAudience, makeDraft } from '../../phone/blasts/blast-fixture.ts';

const campaign = loadCampaign('up-cop');
const directory = loadBaseDirectory();
const today = toDay(new Date());
const delivered = { status: 'delivered', code: null } as const;

describe('messages and calls in the progress', async () => {
  const database = await openPostgres();
  beforeEach(async () => {
    await database.pool.query(
      'TRUNCATE blast_recipient, blast, audience, phone_day, operator_delivery, activity, activity_version CASCADE',
    );
  });

  /** A running blast of ten, half of them in each of two districts, all of them submitted. */
  async function submitted(gateway: string, channel: 'sms' | 'ivr' = 'sms'): Promise<string[]> {
    const { pool } = database;
    const audienceId = await insertAudience(pool, 10);
    const blast = await approvedBlast(pool, makeDraft(audienceId, { gateway, channel }));
    await planRecipients(pool, blast, {});
    await applyCommand(pool, blast.id, { kind: 'start' }, { actor: 'service' });
    const ids = await claimRecipients(pool, { blastId: blast.id, gateway }, 10);
    await beginSubmissions(pool, ids, gateway);
    return ids;
  }
  const accept = (ids: readonly string[]) =>
    recordOutcomes(
      database.pool,
      ids.map((id) => ({
        id,
        attempt: 1,
        status: 'accepted',
        providerId: `P${id}`,
        code: null,
        retryInMs: null,
      })),
    );
  async function counted() {
    const file = await loadProgress(
      { pool: database.pool, campaign, directory },
      { today, now: new Date() },
    );
    const direction = file.directions.find(({ id }) => id === 'F');
    const of = (measure: string) => {
      const found = direction?.counts.find((entry) => entry.measure === measure);
      return [found?.count, found?.verified];
    };
    const district = (id: string) =>
      file.districts.find((entry) => entry.district === id)?.activities;
    return { messages: of('messages'), calls: of('calls'), status: direction?.status, district };
  }

  test('what a real gateway took counts at once, and is verified when it has arrived', async () => {
    const ids = await submitted('cdac');
    expect((await counted()).messages).toEqual([0, 0]);
    await accept(ids);
    expect(await counted()).toMatchObject({ messages: [10, 0], status: 'under-way' });
    await recordDeliveryUpdates(
      database.pool,
      ids.slice(0, 4).map((id) => ({ id, providerId: `P${id}`, ...delivered })),
    );
    const now = await counted();
    expect(now.messages).toEqual([10, 4]);
    expect([now.district('agra')?.messages, now.district('lucknow')?.messages]).toEqual([5, 5]);
  });

  test('what the emulator took reached nobody, and counts for nothing', async () => {
    const ids = await submitted('emulator');
    await recordDeliveryUpdates(
      database.pool,
      ids.map((id) => ({ id, providerId: `P${id}`, ...delivered })),
    );
    expect(await counted()).toMatchObject({ messages: [0, 0], status: 'not-begun' });
  });

  test('a call that was not answered counts when it is taken, once', async () => {
    const ids = await submitted('twilio', 'ivr');
    await accept(ids);
    expect((await counted()).calls).toEqual([10, 0]);
    const news = ids.map((id) => ({
      id,
      providerId: `P${id}`,
      status: 'undelivered' as const,
      code: 'busy',
    }));
    await planCallsAgain(database.pool, news);
    expect((await counted()).calls).toEqual([0, 0]);
  });

  const report = [
    { day: today, district: 'agra', channel: 'sms' as const, sent: 1000, delivered: 900 },
    { day: today, district: 'lucknow', channel: 'ivr' as const, sent: 50, delivered: 20 },
  ];
  const from = { operator: 'BSNL', recordedBy: 'x' };

  test('a pack that an operator sent counts by its report only, however often that is taken', async () => {
    const { pool } = database;
    const audienceId = await insertAudience(pool, 10);
    await approvedBlast(pool, makeDraft(audienceId, { gateway: 'cdac' }));
    await storeDeliveries(pool, report, from);
    await storeDeliveries(pool, report, from);
    expect(await counted()).toMatchObject({ messages: [1000, 900], calls: [50, 20] });
  });

  test('an officer’s word on an operator counts until the operator’s own report is in', async () => {
    await database.pool.query(
      `INSERT INTO activity (kind, district, day, details, status, entered_by)
       VALUES ('sms', '', $1, '{"operator": "Bsnl ", "messages": 1200}', 'approved', 'x'),
         ('sms', '', $1, '{"operator": "Other", "messages": 7}', 'approved', 'x')`,
      [today],
    );
    expect((await counted()).messages).toEqual([1207, 1207]);
    await storeDeliveries(database.pool, report, from);
    expect((await counted()).messages).toEqual([1007, 907]);
  });

  test('the sums equal the ledger whatever order news comes in', async () => {
    const { pool } = database;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            at: fc.nat(9),
            status: fc.constantFrom('accepted', 'undelivered', 'failed', 'delivered'),
          }),
          { maxLength: 12 },
        ),
        async (events) => {
          await pool.query(
            'TRUNCATE blast_recipient, blast, audience, phone_day, operator_delivery CASCADE',
          );
          const ids = await submitted('nic');
          for (const { at, status } of events) {
            const id = ids[at] ?? '';
            await recordDeliveryUpdates(pool, [{ id, providerId: `P${id}`, status, code: null }]);
          }
          const { rows } = await pool.query<{ sent: number; arrived: number }>(
            `SELECT count(*)::int AS sent, count(*) FILTER (WHERE status = 'delivered')::int AS arrived
             FROM blast_recipient WHERE status IN ('accepted', 'undelivered', 'delivered')`,
          );
          expect((await counted()).messages).toEqual([rows[0]?.sent, rows[0]?.arrived]);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('the public figures move by themselves', async () => {
    const ids = await submitted('cdac');
    const progress = startLiveProgress({
      pool: database.pool,
      campaign,
      directory,
      clock: createClock(),
    });
    try {
      const messages = async () =>
        (await progress.current()).file.directions.find(({ id }) => id === 'F')?.counts[0]?.count;
      expect(await messages()).toBe(0);
      await accept(ids);
      await expect.poll(messages).toBe(10);
    } finally {
      await progress.stop();
    }
  });
});
