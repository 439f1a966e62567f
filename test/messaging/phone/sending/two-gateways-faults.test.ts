import { expect, it } from 'vitest';
import { openSending } from './sending-fixture.ts';
import { sendWithOneDying } from './two-gateways-run.ts';

const { stores } = openSending();

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
