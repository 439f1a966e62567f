import { runOnMachines } from '../messaging/fixtures/machines-run.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { startOwnRedis } from '../messaging/fixtures/redis.ts';

// Beside `npm test`, which has its time: ends with 1 when something was lost, doubled or not seen on the other machine.
const messages = 4000;
const scans = 20_000;
const [postgres, redis] = await Promise.all([startOwnPostgres(), startOwnRedis()]);
try {
  const result = await runOnMachines({
    databaseUrl: await postgres.createDatabase(),
    redisUrl: redis.url,
    messages,
    scans,
    limitMs: 600_000,
    tell: (line) => console.log(line),
  });
  console.log(JSON.stringify(result));
  const { codes, picture, emulator, ledger } = result;
  const { received, stored, counted } = result.scans;
  const checks = {
    'every scan was answered, stored and counted, those under way at the kill twice at most':
      received === scans &&
      stored >= scans &&
      stored <= scans + result.underWay &&
      counted === stored,
    'twenty drafts have codes of their own, found on both':
      codes.different === 20 && codes.found.every((count) => count === 20),
    'a picture is the same on both': picture.status === 200 && picture.same && picture.bytes > 0,
    'one message each':
      emulator.messages === messages && emulator.recipients === messages && emulator.most === 1,
    'the ledger has them all': (ledger['accepted'] ?? 0) + (ledger['delivered'] ?? 0) === messages,
    'the audit log is whole': result.auditLog === 'whole',
  };
  for (const [what, holds] of Object.entries(checks)) {
    console.log(`${holds ? 'holds ' : 'FAILED'}  ${what}`);
    if (!holds) process.exitCode = 1;
  }
} finally {
  await Promise.all([postgres.dispose(), redis.dispose()]);
}
