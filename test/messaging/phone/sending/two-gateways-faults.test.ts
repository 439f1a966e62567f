import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../../messaging/platform/database/database.ts';
import { borrow } from '../../../servers/borrow.ts';
import { sendWithOneDying } from './two-gateways-run.ts';

// A fiftieth of the long run (test/faults/two-gateways.ts).
it('hands over what a dead gateway has not sent: 20,000 messages, none doubled, none lost', {
  timeout: 330_000,
}, async () => {
  const messages = 20_000;
  const folder = mkdtempSync(join(tmpdir(), 'two-gateways-'));
  const database = await openDatabase({ url: await borrow('database'), dataDir: folder });
  onTestFinished(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { pool } = database;
  const redisUrl = await borrow('redis');
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
