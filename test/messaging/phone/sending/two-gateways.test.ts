import { expect, it } from 'vitest';
import { type Blast, computeCosts } from '../../../../messaging/phone/blasts/blast.ts';
import type { BlastDraft } from '../../../../messaging/phone/blasts/draft-schemas.ts';
import { planRecipients } from '../../../../messaging/phone/blasts/plan-sql.ts';
import { defaultPolicy } from '../../../../messaging/phone/blasts/policy.ts';
import type { Emulator } from '../../../../messaging/phone/gateways/emulator.ts';
import { handOver } from '../../../../messaging/phone/ledger/ledger-sql.ts';
import { readFigures } from '../../../../messaging/phone/ledger/tallies-sql.ts';
import { firstNumber } from '../blasts/blast-fixture.ts';
import { closeAfterTest } from '../close-after-test.ts';
import { openSending } from './sending-fixture.ts';
import { countTogether, second, sent } from './two-gateways-fixture.ts';
import { gatewayAt, openEmulator, quiet, until } from './worker-fixture.ts';

const { stores, startWorker, makeBlast, reached, command } = openSending();

async function openTwo(options: { ratePerSecond?: number } = {}) {
  const emulators = [await openEmulator(quiet), await openEmulator(quiet)] as const;
  for (const emulator of emulators) closeAfterTest(emulator);
  const gateway = closeAfterTest(gatewayAt(emulators[0].url, { name: 'first' }));
  const other = closeAfterTest(gatewayAt(emulators[1].url, { name: 'second' }));
  startWorker(gateway, { further: [other], ...options });
  return { emulators };
}

const begin = (
  size: number,
  further: BlastDraft['further'][number],
  change: Partial<BlastDraft> = {},
) =>
  makeBlast(size, {
    gateway: 'first',
    further: [further],
    policy: { ...defaultPolicy, canarySize: 0, laterPauseMs: 1500 },
    ...change,
  });

/** Each number has one message, from one of the two. */
function expectOnceEach(emulators: readonly Emulator[], size: number): void {
  expect(countTogether(emulators)).toEqual({ numbers: size, most: 1 });
}

async function readGatewayFigures(blast: Blast) {
  const live = await readFigures(stores.pool, blast.id);
  return Object.fromEntries(
    [...live.byGateway].map(([name, { all }]) => [
      name,
      Object.fromEntries(Object.entries(all).filter(([, count]) => count !== 0)),
    ]),
  );
}

it('shares by lot and by telecom operator, and keeps a reserve idle', {
  timeout: 120_000,
}, async () => {
  const { emulators } = await openTwo();
  const byLot = await begin(1000, second);
  await reached(byLot, 'finished');
  expect(sent(emulators[1])).toBeGreaterThan(240);
  expect(sent(emulators[1])).toBeLessThan(360);
  // The longest prefix counts: a ported number is no longer its series' operator's.
  await stores.pool.query('INSERT INTO number_operator VALUES ($1, $2), ($3, $4)', [
    String(firstNumber).slice(0, 6),
    'BSNL',
    firstNumber + 7,
    'Airtel',
  ]);
  const byOperator = await begin(10, { ...second, share: 0, operators: ['BSNL', 'Jio'] });
  await reached(byOperator, 'finished');
  expect(await readGatewayFigures(byOperator)).toEqual({
    first: { accepted: 1 },
    second: { accepted: 9 },
  });
  const reserved = await begin(10, { ...second, share: 0 });
  await reached(reserved, 'finished');
  expect(await readGatewayFigures(reserved)).toEqual({ first: { accepted: 10 } });
});

it('keeps with its gateway a message of which some parts are sent', async () => {
  const { pool } = stores;
  const { id } = await begin(2, { ...second, share: 0 }, { startsAt: new Date('2099-01-01') });
  await planRecipients(pool, { id }, {});
  await pool.query(
    `INSERT INTO message_rest (recipient_id, attempt, reference, places, ids)
     SELECT min(id), 0, 7, '{1}', '{a}' FROM blast_recipient WHERE blast_id = $1`,
    [id],
  );
  expect(await handOver(pool, { blastId: id, from: 'first', to: 'second' })).toBe(1);
  expect(await handOver(pool, { blastId: id, from: 'first', to: 'second' })).toBe(0);
});

it('does not let a slow gateway hold up the other', { timeout: 60_000 }, async () => {
  const { emulators } = await openTwo({ ratePerSecond: 5 });
  await begin(2000, { ...second, share: 50 });
  await until('all of the fast one to be sent', async () => sent(emulators[1]) > 900, 20_000);
  expect(sent(emulators[0])).toBeLessThan(200);
});

it('keeps to one ceiling at two prices', { timeout: 60_000 }, async () => {
  await openTwo();
  // Two segments each, at 10 and at 20 paise.
  const blast = await begin(400, { ...second, share: 50 }, { budgetPaise: 3000 });
  const ended = await reached(blast, 'paused');
  const paise = computeCosts(ended, await readFigures(stores.pool, blast.id));
  expect(ended.pauseReason).toBe('budget');
  expect(paise).toBeGreaterThan(2940);
  expect(paise).toBeLessThanOrEqual(3000);
});

it('pauses at the ceiling when what is left is the dearer gateway’s alone', {
  timeout: 60_000,
}, async () => {
  await openTwo();
  await stores.pool.query('INSERT INTO number_operator VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    String(firstNumber).slice(0, 6),
    'BSNL',
  ]);
  // Five messages of 40 paise, and 30 left: enough for one of the cheaper gateway, which has none.
  const all = { ...second, share: 0, operators: ['BSNL'] };
  const blast = await begin(6, all, { budgetPaise: 230 });
  expect(await reached(blast, 'paused', 20_000)).toMatchObject({ pauseReason: 'budget' });
  // The last answers may come after the pause.
  await expect
    .poll(() => readGatewayFigures(blast))
    .toEqual({ second: { accepted: 5, planned: 1 } });
});

it('pauses when all gateways have stopped, and goes on with all of them', {
  timeout: 60_000,
}, async () => {
  const { emulators } = await openTwo();
  for (const emulator of emulators) emulator.behave({ shareInactiveAccount: 1 });
  const blast = await begin(300, second);
  expect(await reached(blast, 'paused')).toMatchObject({
    pauseReason: 'halting-code',
    haltingCode: '20005',
  });
  for (const emulator of emulators) emulator.behave({ shareInactiveAccount: 0 });
  const resumed = await command(blast, { kind: 'resume' });
  expect(resumed.kind).toBe('moved');
  await reached(blast, 'finished');
  expectOnceEach(emulators, 300);
});
