import { expect, it } from 'vitest';
import { defaultPolicy } from '../../../../messaging/phone/blasts/policy.ts';
import { readFigures } from '../../../../messaging/phone/ledger/tallies-sql.ts';
import { startTcpProxy } from '../../fixtures/tcp-proxy.ts';
import { closeAfterTest } from '../close-after-test.ts';
import { openSending } from './sending-fixture.ts';
import { countTogether, second, sent } from './two-gateways-fixture.ts';
import { sendWithOneDying } from './two-gateways-run.ts';
import { gatewayAt, openEmulator, quiet, until } from './worker-fixture.ts';

const { stores, startWorker, makeBlast, reached, count } = openSending();

// A fiftieth of the long run (test/faults/two-gateways.ts).
it('hands over what a dead gateway has not sent: 20,000 messages, none doubled, none lost', {
  timeout: 330_000,
}, async () => {
  const messages = 20_000;
  const { pool, redisUrl } = stores;
  const found = await sendWithOneDying({ pool, redisUrl, messages, limitMs: 150_000 });
  const { sent, ledger } = found;
  expect(found).toMatchObject({ numbers: messages, most: 1, stopped: ['20005', null] });
  const { accepted = 0, delivered = 0, ...others } = ledger;
  expect([accepted + delivered, others]).toEqual([messages, {}]);
  expect(sent.first).toBeGreaterThan(0);
  expect(sent.first).toBeLessThan(0.7 * messages);
  expect(found.segments).toEqual({ first: 2 * sent.first, second: 2 * sent.second });
  expect(found.paise).toBe(20 * sent.first + 40 * sent.second);
  expect(found.handOvers[0]?.after).toMatchObject({ from: 'first', to: 'second', code: '20005' });
});

it('leaves in doubt what a cut-off gateway may have sent, and ends when that is known', {
  timeout: 120_000,
}, async () => {
  const size = 1500;
  const emulators = [
    await openEmulator({ ...quiet, latencyMs: 30 }),
    await openEmulator(quiet),
  ] as const;
  for (const emulator of emulators) closeAfterTest(emulator);
  const line = closeAfterTest(await startTcpProxy(Number(new URL(emulators[0].url).port)));
  const throughLine = { requestTimeoutMs: 4000, name: 'first' };
  const gateway = closeAfterTest(gatewayAt(`http://127.0.0.1:${line.port}`, throughLine));
  // It answers, however busy the machine is.
  const other = closeAfterTest(gatewayAt(emulators[1].url, { name: 'second' }));
  const { audit } = startWorker(gateway, { further: [other] });
  const policy = { ...defaultPolicy, canarySize: 0, laterPauseMs: 1500 };
  const blast = await makeBlast(size, { gateway: 'first', further: [second], policy });
  const readGateway = async (name: string) =>
    (await readFigures(stores.pool, blast.id)).byGateway.get(name)?.all;
  await until('some to be sent', async () => sent(...emulators) > size / 5);
  line.cut();
  await until('all else to be sent', async () => {
    const first = await readGateway('first');
    const left = (first?.planned ?? 0) + (first?.claimed ?? 0) + (first?.submitting ?? 0);
    return audit.some(({ action }) => action === 'blast.hand-over') && left === 0;
  });
  expect((await count(blast))['unknown']).toBeGreaterThan(0);
  expect((await readGateway('second'))?.unknown ?? 0).toBe(0);
  line.mend();
  await reached(blast, 'finished');
  expect(countTogether(emulators)).toEqual({ numbers: size, most: 1 });
});
