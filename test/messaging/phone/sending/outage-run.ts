import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Pool } from 'pg';
import { findBlast } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import type { BlastDraft, BlastTexts } from '../../../../messaging/phone/blasts/draft-schemas.ts';
import { recordListOptIns } from '../../../../messaging/phone/numbers/whatsapp-sql.ts';
import { openDatabase } from '../../../../messaging/platform/database/database.ts';
import { startOwnPostgres, type TestPostgres } from '../../fixtures/postgres.ts';
import { startOwnRedis, type TestRedis } from '../../fixtures/redis.ts';
import { startWorkerProcess, type WorkerProcess } from '../../fixtures/worker.ts';
import { approvedBlast, countLedger, insertAudience, makeDraft } from '../blasts/blast-fixture.ts';
import {
  type MetaMode,
  type MetaServer,
  metaAccount,
  startMetaServer,
} from '../gateways/meta-server.ts';
import { arrived, type Smsc, startSmsc } from '../gateways/smpp/smsc.ts';

/** What an outage left of a list; the ledger's word beside the provider's. */
export interface OutageResult {
  messages: number;
  /** In doubt when the outage ended, and when all was at rest. */
  doubtMeanwhile: number;
  doubt: number;
  /** In doubt, though the provider never had them. */
  neverTaken: number;
  /** Not in doubt, though the provider never had them. */
  lost: number;
  twice: number;
  /** Of long messages: parts missing at the phone, and those of them that the ledger does not hold in doubt. */
  halves: number;
  untracedHalves: number;
  /**
   * Most rows that said `submitting` at once: those of the window, those that are begun ahead, and those whose answer is kept and
   * not yet in the ledger. A kill leaves none but the first in doubt.
   */
  underWay: number;
  /** Whether the blast is over half an hour later. */
  ends: boolean;
  /** Charged at the end for messages that nobody has, in paise. */
  paiseForNothing: number;
}

export interface Stage {
  pool: Pool;
  postgres: TestPostgres;
  redis: TestRedis;
  blastId: number;
  size: number;
  startWorker(): WorkerProcess;
  /** References (ids of rows) that the provider took, once for each time; numbers where it has no references. */
  taken(): readonly string[];
}

type Act = (stage: Stage, worker: { kill(): Promise<void> }) => Promise<void>;

const card: BlastTexts = {
  hi: {
    templateId: 'upcop_services_hi',
    header: 'उत्तर प्रदेश पुलिस',
    body: 'नमस्ते।',
    segments: 1,
    card: {
      name: 'services_hi',
      contentSid: null,
      values: [],
      picture: null,
      footer: null,
      buttons: [{ kind: 'app', label: 'ऐप पाएँ', link: 'https://uppolice.gov.in/q/000000' }],
    },
  },
};
const long: BlastTexts = {
  hi: {
    templateId: '1234567890123456789',
    header: 'UPPOLC',
    body: 'घर बैठे पुलिस सेवाएँ पाएँ – UP COP ऐप अभी डाउनलोड करें: uppolice.gov.in/q/BCDFGH',
    segments: 2,
  },
};
const limitMs = 300_000;

/** A WhatsApp blast by Meta's API, which lists nothing and here sends no webhook: what is in doubt stays so. */
export async function sendByMeta(
  size: number,
  act: (stage: Stage, meta: MetaServer, worker: { kill(): Promise<void> }) => Promise<void>,
  { sockets = 200, latencyMs = 20 } = {},
): Promise<OutageResult> {
  const meta = await startMetaServer();
  Object.assign(meta, { latencyMs, tier: 'TIER_UNLIMITED' });
  const more = {
    META_PHONE_NUMBER_ID: metaAccount.phoneNumberId,
    META_ACCOUNT_ID: metaAccount.accountId,
    META_TOKEN: metaAccount.token,
    META_APP_SECRET: metaAccount.appSecret,
    META_VERIFY_TOKEN: 'a-verify-token-of-tests',
    META_BASE_URL: meta.url,
  };
  try {
    return await run(
      size,
      { gateway: 'meta', channel: 'whatsapp', category: 'service-implicit', texts: card },
      { more, sockets, taken: () => meta.taken.map(({ reference }) => reference ?? '') },
      (stage, worker) => act(stage, meta, worker),
    );
  } finally {
    await meta.close();
  }
}

/** Messages of two parts by an SMSC whose receipts repeat our reference. */
export async function sendBySmsc(
  size: number,
  act: (stage: Stage, smsc: Smsc, worker: { kill(): Promise<void> }) => Promise<void>,
  { refuses }: { refuses?: () => number | null } = {},
): Promise<OutageResult> {
  let judged = 0;
  const smsc = await startSmsc({
    judge: () => refuses?.() ?? (++judged % 97 === 0 ? 0x58 : 'take'),
    receipt: () => arrived,
    repeatsReference: true,
    latencyMs: 5,
  });
  const more = {
    SMPP_URL: `smpp://127.0.0.1:${smsc.port}`,
    SMPP_SYSTEM_ID: 'uppolice',
    SMPP_PASSWORD: 'secret',
  };
  try {
    const result = await run(
      size,
      { gateway: 'smpp', texts: long },
      { more, sockets: 100, taken: () => smsc.taken.map(({ to, part }) => `${to} ${part}`) },
      (stage, worker) => act(stage, smsc, worker),
    );
    return result;
  } finally {
    await smsc.close();
  }
}

async function run(
  size: number,
  draft: Partial<BlastDraft>,
  provider: { more: Record<string, string>; sockets: number; taken: Stage['taken'] },
  act: Act,
): Promise<OutageResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'outage-'));
  const [postgres, redis] = await Promise.all([startOwnPostgres(), startOwnRedis()]);
  const databaseUrl = await postgres.createDatabase();
  const { pool, close } = await openDatabase({ url: databaseUrl, dataDir });
  const audienceId = await insertAudience(pool, size);
  if (draft.channel === 'whatsapp') {
    await recordListOptIns(pool, {
      audienceId,
      source: 'form',
      givenOn: '2026-11-01',
      enteredBy: 'HQ',
    });
  }
  const startWorker = () =>
    startWorkerProcess({
      databaseUrl,
      redisUrl: redis.url,
      emulatorUrl: 'http://127.0.0.1:9',
      dataDir,
      timeoutMs: 8000,
      sockets: provider.sockets,
      more: provider.more,
    });
  let worker = startWorker();
  const again = {
    async kill() {
      await worker.kill('SIGKILL');
      worker = startWorker();
    },
  };
  const { id: blastId } = await approvedBlast(pool, makeDraft(audienceId, draft));
  const { taken } = provider;
  const stage: Stage = { pool, postgres, redis, blastId, size, startWorker, taken };
  const looking = lookAt(stage);
  try {
    await act(stage, again);
    const { unknown: doubtMeanwhile = 0 } = await countLedger(pool, blastId);
    await atRest(stage);
    const found = { ...(await judge(stage)), doubtMeanwhile, underWay: looking.most() };
    return { ...found, ends: await endsLater(stage) };
  } finally {
    looking.stop();
    await worker.kill('SIGKILL');
    await close();
    await Promise.all([postgres.dispose(), redis.dispose()]);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function lookAt({ pool, blastId }: Stage): { most(): number; stop(): void } {
  let most = 0;
  const timer = setInterval(async () => {
    const { submitting = 0 } = await countLedger(pool, blastId).catch(() => ({
      submitting: 0,
    }));
    most = Math.max(most, submitting);
  }, 150);
  return { most: () => most, stop: () => clearInterval(timer) };
}

/** Until nothing moves any more: nothing waits that may go, and doubts stay as they are. */
async function atRest({ pool, blastId }: Stage): Promise<void> {
  const deadline = Date.now() + limitMs;
  let last = '';
  let sinceMs = Date.now();
  while (Date.now() < deadline) {
    const ledger = JSON.stringify(await countLedger(pool, blastId).catch(() => null));
    if (ledger !== last) sinceMs = Date.now();
    last = ledger;
    // Longer than an answer may take, and than the first pauses of a gateway.
    if (Date.now() - sinceMs > 20_000) return;
    await wait(300);
  }
}

async function endsLater({ pool, blastId }: Stage): Promise<boolean> {
  await pool.query(
    `UPDATE blast_recipient SET changed_at = changed_at - interval '31 minutes' WHERE blast_id = $1 AND status = 'unknown'`,
    [blastId],
  );
  // The service looks about once a second.
  for (let looks = 0; looks < 50; looks += 1) {
    if ((await findBlast(pool, blastId))?.status === 'finished') return true;
    await wait(200);
  }
  return false;
}

async function judge({ pool, blastId, size, taken }: Stage) {
  const { rows } = await pool.query<{
    id: string;
    msisdn: string;
    status: string;
    segments: number;
    price: number;
  }>(
    `SELECT r.id, r.msisdn, r.status, r.segments, g.price_paise AS price
     FROM blast_recipient AS r JOIN blast_gateway AS g USING (blast_id, gateway) WHERE r.blast_id = $1`,
    [blastId],
  );
  const counts = new Map<string, number>();
  for (const one of taken()) counts.set(one, (counts.get(one) ?? 0) + 1);
  // Two parts of a message have a place each.
  const placesOf = ({ id, msisdn }: { id: string; msisdn: string }) =>
    [id, `${msisdn} 1`, `${msisdn} 2`].filter((place) => counts.has(place));
  const doubts = rows.filter(({ status }) => status === 'unknown');
  const charged = rows.filter(({ status }) =>
    ['submitting', 'unknown', 'accepted', 'delivered', 'undelivered'].includes(status),
  );
  const isParted = taken().some((one) => one.includes(' '));
  const halves = isParted ? rows.filter((row) => placesOf(row).length === 1) : [];
  return {
    messages: size,
    doubt: doubts.length,
    neverTaken: doubts.filter((row) => placesOf(row).length === 0).length,
    lost: rows.filter((row) => row.status !== 'unknown' && placesOf(row).length === 0).length,
    twice: [...counts.values()].filter((count) => count > 1).length,
    halves: halves.length,
    untracedHalves: halves.filter(({ status }) => status !== 'unknown' && status !== 'planned')
      .length,
    paiseForNothing: charged
      .filter((row) => placesOf(row).length === 0)
      .reduce((sum, { segments, price }) => sum + segments * price, 0),
  };
}

/** Waits until the provider has so many. */
export async function until({ taken }: Stage, count: number): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (taken().length < count && Date.now() < deadline) await wait(5);
}

/** Meta answers everything, or each message, by a fault for a while in the middle of a blast. */
export function outageOfMeta(size: number, mode: MetaMode, outageMs: number) {
  return sendByMeta(size, async (stage, meta) => {
    await until(stage, size / 4);
    meta.mode = mode;
    await wait(outageMs);
    meta.mode = 'ok';
  });
}

/** Kills in a calm run. */
export function killsOfMeta(size: number, kills: number) {
  return sendByMeta(size, async (stage, _meta, worker) => {
    for (let kill = 1; kill <= kills; kill += 1) {
      await until(stage, (size * kill) / (kills + 1));
      await worker.kill();
    }
  });
}

/** Redis is emptied, PostgreSQL crashes, the worker is killed again and again. */
export function stormOfMeta(size: number, kills: number) {
  return sendByMeta(size, async (stage, _meta, worker) => {
    const { redis, postgres } = stage;
    for (let kill = 1; kill <= kills; kill += 1) {
      await until(stage, (size * kill) / (kills + 2));
      if (kill === 1) {
        const client = new Redis(redis.url);
        await client.flushall();
        client.disconnect();
      }
      if (kill === 2) {
        await postgres.stop('immediate');
        await wait(300);
        await postgres.start();
      }
      await worker.kill();
    }
  });
}

/** An SMSC says 0x08 to everything. */
export function refusalsOfSmsc(size: number, lengthMs: number) {
  return sendBySmsc(size, async () => wait(lengthMs), { refuses: () => 0x08 });
}

/** All links drop, and the worker is killed, by turns. */
export function dropsAndKills(size: number, drops: number, kills: number) {
  return sendBySmsc(size, async (stage, smsc, worker) => {
    const all = drops + kills;
    for (let fault = 0; fault < all; fault += 1) {
      await until(stage, ((fault + 1) * 2 * size) / (all + 2));
      // Spread evenly among each other.
      const isKill = Math.floor(((fault + 1) * kills) / all) > Math.floor((fault * kills) / all);
      if (isKill) await worker.kill();
      else smsc.drop(300);
    }
  });
}
