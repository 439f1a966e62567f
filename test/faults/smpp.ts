import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { startOwnRedis } from '../messaging/fixtures/redis.ts';
import { startWorkerProcess } from '../messaging/fixtures/worker.ts';
import {
  approvedBlast,
  countLedger,
  insertAudience,
  makeDraft,
} from '../messaging/phone/blasts/blast-fixture.ts';
import { startBareSmsc } from '../messaging/phone/gateways/smpp/bare-smsc.ts';

// `node test/faults/smpp.ts [MESSAGES]`: messages of two parts over an SMSC that throttles, while twelve times all links drop
// and six times the worker is killed. Ends with 1 when a part went twice, more than 1 % is in doubt, a half message is not, or
// there are more halves than faults: the parts of a message are written together, so that only one whose part was throttled,
// or whose writing a fault cuts, is left half.
const size = Number(process.argv[2] ?? 20_000);
const drops = 12;
const kills = 6;
const body = 'घर बैठे पुलिस सेवाएँ पाएँ – UP COP ऐप अभी डाउनलोड करें: uppolice.gov.in/q/BCDFGH';

const work = mkdtempSync(join(tmpdir(), 'smpp-faults-'));
const [postgres, redis] = await Promise.all([startOwnPostgres(), startOwnRedis()]);
const databaseUrl = await postgres.createDatabase();
const database = await openDatabase({ url: databaseUrl, dataDir: work });
const { pool } = database;
let judged = 0;
const smsc = await startBareSmsc({
  judge: () => (++judged % 97 === 0 ? 0x58 : 'take'),
  receipt: () => ({ stat: 'DELIVRD', err: '000' }),
  repeatsReference: true,
  latencyMs: 5,
});
const openWorker = () =>
  startWorkerProcess({
    databaseUrl,
    redisUrl: redis.url,
    emulatorUrl: 'http://127.0.0.1:9',
    dataDir: work,
    timeoutMs: 3000,
    more: {
      SMPP_URL: `smpp://127.0.0.1:${smsc.port}`,
      SMPP_SYSTEM_ID: 'uppolice',
      SMPP_PASSWORD: 'secret',
    },
  });
let worker = openWorker();
const text = { templateId: '1234567890123456789', header: 'UPPOLC', body, segments: 2 };
const draft = makeDraft(await insertAudience(pool, size), { gateway: 'smpp', texts: { hi: text } });
const { id } = await approvedBlast(pool, draft);

const faults = [...Array(drops).fill('drop'), ...Array(kills).fill('kill')]
  .map((kind: 'drop' | 'kill', index) => ({ kind, turn: (index * 7) % (drops + kills) }))
  .sort((one, other) => one.turn - other.turn);
for (const [index, { kind }] of faults.entries()) {
  const mark = ((index + 1) * 2 * size) / (faults.length + 2);
  while (smsc.taken.length < mark) await wait(5);
  if (kind === 'drop') smsc.drop(300);
  else {
    await worker.kill('SIGKILL');
    worker = openWorker();
  }
}
const count = () => countLedger(pool, id);
const isAtRest = ({ planned = 0, claimed = 0, submitting = 0 }: Record<string, number>) =>
  planned + claimed + submitting === 0;
while (!isAtRest(await count())) await wait(500);
// Receipts settle what they can.
await wait(20_000);
const ledger = await count();
const places = [...Map.groupBy(smsc.taken, ({ to }) => to)];
const twice = places.filter(
  ([, parts]) => new Set(parts.map(({ part }) => part)).size < parts.length,
);
const halves = places.filter(([, parts]) => parts.length < 2).map(([to]) => to);
// Each half is traced: to a kill between the socket and the ledger (`no-answer`), or to a link that ended before the answer.
const { rows: traces } = await pool.query<{ status: string; code: string | null; n: number }>(
  `SELECT status, error_code AS code, count(*)::integer AS n FROM blast_recipient
   WHERE blast_id = $1 AND msisdn = ANY ($2::bigint[]) GROUP BY 1, 2`,
  [id, halves],
);
const untraced = traces.filter(
  ({ status, code }) => status !== 'unknown' || !/^(no-answer|link-lost-part-\d)$/.test(code ?? ''),
);
const { unknown = 0 } = ledger;
const holds =
  twice.length === 0 &&
  untraced.length === 0 &&
  halves.length <= faults.length &&
  unknown <= size / 100;
console.log(
  `${holds ? 'holds ' : 'FAILED'}  ${size} messages of two parts, ${drops} drops, ${kills} kills: ${JSON.stringify(ledger)}, ` +
    `${twice.length} twice, ${halves.length} halves: ${JSON.stringify(traces)}`,
);
await worker.kill('SIGKILL');
await smsc.close();
await database.close();
await Promise.all([postgres.dispose(), redis.dispose()]);
rmSync(work, { recursive: true, force: true });
process.exit(holds ? 0 : 1);
