import { expect, test } from 'vitest';
import { borrow } from '../servers/borrow.ts';
import { runOnMachines } from './fixtures/machines-run.ts';

// A tenth of the long run (test/faults/machines.ts).
test('two services and two workers behind nginx do as one, also while one is killed', {
  timeout: 120_000,
}, async () => {
  const [databaseUrl, redisUrl] = [await borrow('database'), await borrow('redis')];
  const result = await runOnMachines({
    databaseUrl,
    redisUrl,
    messages: 400,
    scans: 2000,
    limitMs: 90_000,
  });
  const { scans, underWay, ledger } = result;
  expect(result).toMatchObject({
    scans: { received: 2000, refused: 0 },
    codes: { different: 20, found: [20, 20] },
    picture: { status: 200, same: true },
    emulator: { messages: 400, recipients: 400, most: 1 },
    auditLog: 'whole',
  });
  expect(scans.stored).toBeGreaterThanOrEqual(2000);
  expect(scans.stored).toBeLessThanOrEqual(2000 + underWay);
  expect(scans.counted).toBe(scans.stored);
  expect(result.picture.bytes).toBeGreaterThan(10_000);
  expect((ledger['accepted'] ?? 0) + (ledger['delivered'] ?? 0)).toBe(400);
  expect(result.eventMs).toBeLessThan(15_000);
});
