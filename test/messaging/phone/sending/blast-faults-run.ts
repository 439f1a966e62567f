import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { findBlast } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import { createCallbackStore } from '../../../../messaging/phone/callbacks/callback-store.ts';
import { registerCallbacks } from '../../../../messaging/phone/callbacks/routes.ts';
import {
  type EmulatorBehaviour,
  randomNumbers,
} from '../../../../messaging/phone/gateways/emulator-behaviour.ts';
import { twilioReceipts } from '../../../../messaging/phone/gateways/twilio-codes.ts';
import { openDatabase } from '../../../../messaging/platform/database/database.ts';
import { startDrain } from '../../../../messaging/platform/spool/drain.ts';
import { openSpool } from '../../../../messaging/platform/spool/spool.ts';
import { forkEmulator } from '../../fixtures/emulator.ts';
import type { EmulatorCount } from '../../fixtures/emulator-process.ts';
import { startOwnPostgres } from '../../fixtures/postgres.ts';
import { startOwnRedis } from '../../fixtures/redis.ts';
import { startTcpProxy } from '../../fixtures/tcp-proxy.ts';
import { startWorkerProcess } from '../../fixtures/worker.ts';
import { approvedBlast, countLedger, insertAudience, makeDraft } from '../blasts/blast-fixture.ts';
import { openApp } from '../callbacks/webhook-app.ts';

export interface FaultOptions {
  messages: number;
  /** Times that a worker is killed with SIGKILL. */
  kills: number;
  seed: number;
  limitMs: number;
  tell?: (line: string) => void;
}

export interface FaultResult {
  emulator: EmulatorCount;
  ledger: Record<string, number>;
  seconds: number;
}

/** How the provider's listing lies, one after another. */
const lies: readonly Partial<EmulatorBehaviour>[] = [
  { clockSkewMs: -120_000, listedBody: 'prefixed', listingDelayMs: 500 },
  { clockSkewMs: 120_000, listedBody: 'redacted', listingDelayMs: 0 },
  { clockSkewMs: 0, listedBody: 'prefixed', listingDelayMs: 1000 },
  { clockSkewMs: -120_000, listedBody: 'redacted', listingDelayMs: 0 },
];

/**
 * Sends a blast with two workers while everything goes wrong: answers are lost, late, refused; callbacks come three
 * times and out of order; the provider's clock is wrong and its listing late and without the text;
 * workers are killed; Redis is emptied, killed and cut off; PostgreSQL crashes.
 */
export async function sendThroughFaults(options: FaultOptions): Promise<FaultResult> {
  const { messages, kills, tell = () => {} } = options;
  const random = randomNumbers(options.seed);
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const [postgres, redis, emulator] = await Promise.all([
    startOwnPostgres(),
    startOwnRedis(),
    forkEmulator({
      seed: options.seed,
      latencyMs: 40,
      shareLostAnswers: 0.05,
      share429: 0.05,
      retryAfterSeconds: 1,
      shareTimeoutAfterAcceptance: 0.02,
      callbackCopies: 3,
      callbackSpreadMs: 2000,
      ...lies[0],
    }),
  ]);
  const databaseUrl = await postgres.createDatabase();
  const database = await openDatabase({ url: databaseUrl, dataDir: folder });
  const spool = await openSpool({ folder: join(folder, 'spool') });
  const store = createCallbackStore({
    pool: database.pool,
    gateways: { emulator: { receipts: twilioReceipts } },
    onMalformedRecord: () => {},
  });
  const drain = startDrain({ spool, store });
  const service = await openApp((app, url) =>
    registerCallbacks(app, {
      callbackTokens: ['training-token'],
      get publicUrl() {
        return url();
      },
      spool,
    }),
  );
  const line = await startTcpProxy(Number(new URL(redis.url).port));
  const lineUrl = redis.url.replace(/:\d+\//, `:${line.port}/`);
  const start = (redisUrl: string) =>
    startWorkerProcess({
      databaseUrl,
      redisUrl,
      emulatorUrl: emulator.url,
      dataDir: folder,
      publicUrl: service.url,
      timeoutMs: 1000,
      sockets: 16,
    });
  const startedAt = Date.now();
  const workers = [start(redis.url), start(lineUrl)];
  try {
    const blast = await approvedBlast(
      database.pool,
      makeDraft(await insertAudience(database.pool, messages)),
    );
    const faults: Record<string, () => Promise<void>> = {
      'Redis is emptied': async () => {
        const client = new Redis(redis.url);
        await client.flushall();
        client.disconnect();
      },
      'a worker is cut off from Redis': async () => {
        line.cut();
        await wait(2000);
        line.mend();
      },
      'PostgreSQL crashes': async () => {
        await postgres.stop('immediate');
        await wait(300);
        await postgres.start();
      },
      'Redis crashes': async () => {
        await redis.kill();
        await wait(300);
        await redis.start();
      },
    };
    const turns = Object.entries(faults);
    const every = Math.max(1, Math.floor(kills / turns.length));
    for (let kill = 0; kill < kills; kill += 1) {
      // At random over the whole of the blast.
      const mark = (messages * (kill + random())) / kills;
      const patience = Date.now() + 60_000;
      let sent = 0;
      while (sent < mark && Date.now() < patience) {
        await wait(20);
        ({ messages: sent } = await emulator.ask({ kind: 'count' }));
      }
      const index = random() < 0.5 ? 0 : 1;
      await workers[index]?.kill('SIGKILL');
      workers[index] = start(index === 0 ? redis.url : lineUrl);
      tell(`kill ${kill + 1} of ${kills}, ${sent} sent`);
      const change = lies[(kill + 1) % lies.length] ?? {};
      await emulator.ask({ kind: 'behave', change });
      const turn = kill % every === 0 ? turns.shift() : undefined;
      if (turn !== undefined) {
        tell(turn[0]);
        await turn[1]();
      }
    }
    for (const [what, fault] of turns) {
      tell(what);
      await fault();
    }
    const deadline = startedAt + options.limitMs;
    while (Date.now() < deadline) {
      const found = await findBlast(database.pool, blast.id).catch(() => null);
      if (found?.status === 'finished') break;
      await wait(200);
    }
    // The last callbacks are still on their way.
    await wait(2500);
    return {
      emulator: await emulator.ask({ kind: 'count' }),
      ledger: await countLedger(database.pool, blast.id),
      seconds: (Date.now() - startedAt) / 1000,
    };
  } finally {
    for (const worker of workers) await worker.kill('SIGKILL');
    emulator.stop();
    await service.app.close();
    await drain.stop();
    await spool.close();
    await line.close();
    await database.close();
    await Promise.all([postgres.dispose(), redis.dispose()]);
    rmSync(folder, { recursive: true, force: true });
  }
}
