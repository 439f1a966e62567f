// `node test/faults/two-gateways.ts [MESSAGES]`: a list goes through two gateways, of which one dies in the middle. Ends
// with 1 when a number got none or two, or when a sum is wrong.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { startOwnRedis } from '../messaging/fixtures/redis.ts';
import { sendWithOneDying } from '../messaging/phone/sending/two-gateways-run.ts';

const messages = Number(process.argv[2] ?? 1_000_000);
const dataDir = mkdtempSync(join(tmpdir(), 'two-gateways-'));
const [postgres, redis] = await Promise.all([startOwnPostgres(), startOwnRedis()]);
const database = await openDatabase({ url: await postgres.createDatabase(), dataDir });
let holds = false;
try {
  const startedAt = performance.now();
  const { handOvers, ...found } = await sendWithOneDying({
    pool: database.pool,
    redisUrl: redis.url,
    messages,
    limitMs: 3_600_000,
  });
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(JSON.stringify({ seconds, handOvers: handOvers.length, ...found }));
  const { numbers, most, sent, ledger, paise } = found;
  const { accepted = 0, delivered = 0 } = ledger;
  holds =
    numbers === messages &&
    most === 1 &&
    accepted + delivered === messages &&
    paise === sent.first * 20 + sent.second * 40;
} finally {
  await database.close();
  await Promise.all([postgres.dispose(), redis.dispose()]);
  rmSync(dataDir, { recursive: true, force: true });
}
console.log(holds ? 'exactly one message each' : 'LOST OR DOUBLED');
process.exit(holds ? 0 : 1);
