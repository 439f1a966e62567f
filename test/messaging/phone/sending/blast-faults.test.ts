import { expect, it } from 'vitest';
import { sendThroughFaults } from './blast-faults-run.ts';

// A fortieth of the long run (test/faults/blast.ts).
it('sends exactly one message to each, whatever goes wrong', { timeout: 330_000 }, async () => {
  const { emulator, ledger } = await sendThroughFaults({
    messages: 500,
    kills: 3,
    seed: 20190330,
    limitMs: 300_000,
  });
  expect(emulator).toEqual({ messages: 500, recipients: 500, most: 1 });
  expect(
    Object.keys(ledger).filter((status) => !['accepted', 'delivered'].includes(status)),
  ).toEqual([]);
  const { accepted = 0, delivered = 0 } = ledger;
  expect(accepted + delivered).toBe(500);
});
