import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { applyCommand, findBlast } from '../../messaging/phone/blasts/blasts-sql.ts';
import { planRecipients } from '../../messaging/phone/blasts/plan-sql.ts';
import { readFigures } from '../../messaging/phone/ledger/tallies-sql.ts';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { forkEmulator } from '../messaging/fixtures/emulator.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { startOwnRedis } from '../messaging/fixtures/redis.ts';
import { startWorkerProcess, type WorkerProcess } from '../messaging/fixtures/worker.ts';
import {
  approvedBlast,
  approver,
  insertAudience,
  makeDraft,
} from '../messaging/phone/blasts/blast-fixture.ts';
import { median, report } from './report.ts';

// A provider that takes 80 ms for a message, as one in the same country does; Twilio's takes longer. Ours and the
// peer have the same number of requests under way.
const latencyMs = 80;
const sockets = 160;
/** With so short an answer the processor is the limit, and not the 160 requests under way. */
const shortLatencyMs = 5;
const size = 15_000;
const rounds = 3;
const million = 1_000_000;
const limitMs = 120_000;

const work = mkdtempSync(join(tmpdir(), 'bench-blast-'));
const [postgres, redis, emulator] = await Promise.all([
  startOwnPostgres(),
  startOwnRedis(),
  forkEmulator({ latencyMs, callbacks: false }),
]);
const databaseUrl = await postgres.createDatabase();
const { pool, close } = await openDatabase({ url: databaseUrl, dataDir: work });
const monitor = new Redis(redis.url);
const usedBytes = async () =>
  Number(/used_memory:(\d+)/.exec(await monitor.info('memory'))?.[1] ?? 0);

const worker = () =>
  startWorkerProcess({
    databaseUrl,
    redisUrl: redis.url,
    emulatorUrl: emulator.url,
    dataDir: work,
    sockets,
  });
const sentOf = async (blastId: number) => (await readFigures(pool, blastId)).all.accepted;

interface Run {
  perSecond: number;
  redisBytes: number;
  /** Cores at work, over all parts: workers, PostgreSQL, Redis, emulator. */
  busyCores: number;
}

/** Seconds that all cores have worked since the machine started. */
function workedSeconds(): number {
  const busy = cpus().map(({ times }) => times.user + times.nice + times.sys + times.irq);
  return busy.reduce((sum, ms) => sum + ms, 0) / 1000;
}

/** Messages a second between a tenth and the end of a blast, by the ledger. */
async function ours(workers: number): Promise<Run> {
  await emulator.ask({ kind: 'clear' });
  const blast = await approvedBlast(pool, makeDraft(await insertAudience(pool, size)));
  await planRecipients(pool, blast, {});
  await monitor.flushall();
  const baseline = await usedBytes();
  const processes = Array.from({ length: workers }, worker);
  let redisBytes = 0;
  const deadline = performance.now() + limitMs;
  const until = async (wanted: number) => {
    for (;;) {
      if (performance.now() > deadline) throw new Error(`Expected ${wanted} messages in time`);
      const sent = await sentOf(blast.id);
      redisBytes = Math.max(redisBytes, (await usedBytes()) - baseline);
      if (sent >= wanted) return { sent, at: performance.now(), worked: workedSeconds() };
      await wait(20);
    }
  };
  const start = await until(size / 10);
  const end = await until(size);
  for (const process of processes) await process.kill();
  const { messages, most } = await emulator.ask({ kind: 'count' });
  if (messages !== size || most !== 1) throw new Error(`Expected ${size} once, got ${messages}`);
  const seconds = (end.at - start.at) / 1000;
  return {
    perSecond: (end.sent - start.sent) / seconds,
    redisBytes,
    busyCores: (end.worked - start.worked) / seconds,
  };
}

async function peer(): Promise<Omit<Run, 'busyCores'>> {
  await monitor.flushall();
  const program = join(import.meta.dirname, 'peers', 'bull-per-recipient.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [
    program,
    redis.url,
    emulator.url,
    String(size),
    String(sockets),
  ]);
  const { seconds, bytes } = JSON.parse(stdout) as { seconds: number; bytes: number };
  return { perSecond: size / seconds, redisBytes: bytes };
}

async function aMillion() {
  await emulator.ask({ kind: 'clear' });
  const blast = await approvedBlast(pool, makeDraft(await insertAudience(pool, million)));
  const process: WorkerProcess = worker();
  const startedAt = performance.now();
  while ((await sentOf(blast.id)) === 0) {
    if (performance.now() - startedAt > limitMs) throw new Error('Expected a start in time');
    await wait(100);
  }
  const startSeconds = (performance.now() - startedAt) / 1000;
  const until = performance.now() + 30_000;
  let redisBytes = 0;
  let memoryMb = 0;
  const figuresMs: number[] = [];
  while (performance.now() < until) {
    const askedAt = performance.now();
    await readFigures(pool, blast.id);
    figuresMs.push(performance.now() - askedAt);
    redisBytes = Math.max(redisBytes, await usedBytes());
    memoryMb = Math.max(memoryMb, process.memoryMb());
    await wait(200);
  }
  const sent = await sentOf(blast.id);
  await applyCommand(pool, blast.id, { kind: 'pause', reason: 'officer' }, { actor: approver });
  const pausedAt = performance.now();
  let lastChange = pausedAt;
  let { messages } = await emulator.ask({ kind: 'count' });
  while (performance.now() - lastChange < 1500) {
    await wait(25);
    const count = await emulator.ask({ kind: 'count' });
    if (count.messages !== messages) lastChange = performance.now();
    ({ messages } = count);
  }
  await process.kill();
  const paused = (await findBlast(pool, blast.id))?.status === 'paused';
  return {
    startSeconds,
    sent,
    redisMb: redisBytes / 1e6,
    memoryMb,
    figuresMs: median(figuresMs),
    pauseSeconds: (lastChange - pausedAt) / 1000,
    paused,
  };
}

try {
  const one: Run[] = [];
  const two: Run[] = [];
  const peers: Awaited<ReturnType<typeof peer>>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    peers.push(await peer());
    one.push(await ours(1));
    two.push(await ours(2));
  }
  const rate = (runs: readonly { perSecond: number }[]) =>
    median(runs.map(({ perSecond }) => perSecond));
  const ratio = median(
    one.map(({ perSecond }, round) => perSecond / (peers[round]?.perSecond ?? 1)),
  );
  const scale = median(two.map(({ perSecond }, round) => perSecond / (one[round]?.perSecond ?? 1)));
  const busy = ({ busyCores }: Run) => busyCores;
  // All parts share the cores: a second worker cannot do more than those that the first leaves idle.
  const most = Math.min(2, availableParallelism() / median(one.map(busy)));
  const peerBytes = median(peers.map(({ redisBytes }) => redisBytes));
  const ourBytes = median(one.map(({ redisBytes }) => redisBytes));
  await emulator.ask({ kind: 'behave', change: { latencyMs: shortLatencyMs } });
  const quick: Run[] = [];
  const quickPeers: typeof peers = [];
  for (let round = 0; round < rounds; round += 1) {
    quickPeers.push(await peer());
    quick.push(await ours(1));
  }
  const quickRatio = median(
    quick.map(({ perSecond }, round) => perSecond / (quickPeers[round]?.perSecond ?? 1)),
  );
  await emulator.ask({ kind: 'behave', change: { latencyMs } });
  const large = await aMillion();
  report('blast', [
    { what: 'a Bull job for each recipient, no ledger', value: rate(peers), unit: '/s' },
    { what: 'one worker, accepted and ledgered', value: rate(one), unit: '/s', least: 1500 },
    { what: 'ratio to the job for each recipient', value: ratio, digits: 2, least: 0.8 },
    { what: `one worker, answers after ${shortLatencyMs} ms`, value: rate(quick), unit: '/s' },
    { what: 'a Bull job for each, the same', value: rate(quickPeers), unit: '/s' },
    { what: 'ratio where the processor is the limit', value: quickRatio, digits: 2, least: 0.8 },
    { what: 'two workers', value: rate(two), unit: '/s' },
    {
      what: `cores at work with one and with two, of ${availableParallelism()}`,
      value: [one, two].map((runs) => median(runs.map(busy)).toFixed(2)).join(', '),
    },
    { what: 'two workers to one', value: scale, digits: 2, least: 1.5 },
    { what: 'of what the cores leave to a second', value: scale / most, digits: 2, least: 0.85 },
    { what: 'Redis for the peer', value: peerBytes / 1000, unit: 'kB' },
    {
      what: 'Redis for ours',
      value: ourBytes / 1000,
      unit: 'kB',
      bar: '≤ 1/50',
      holds: ourBytes <= peerBytes / 50,
    },
    {
      what: '1 M: from approval to the first message',
      value: large.startSeconds,
      digits: 1,
      unit: 's',
      most: 30,
    },
    { what: '1 M: Redis in all', value: large.redisMb, digits: 1, unit: 'MB', most: 20 },
    { what: '1 M: worker', value: large.memoryMb, unit: 'MB', most: 300 },
    { what: '1 M: live figures', value: large.figuresMs, digits: 1, unit: 'ms', most: 50 },
    {
      what: '1 M: from pause to silence',
      value: large.pauseSeconds,
      digits: 2,
      unit: 's',
      bar: '≤ 2 s',
      holds: large.paused && large.pauseSeconds <= 2,
    },
  ]);
} finally {
  monitor.disconnect();
  emulator.stop();
  await close();
  await Promise.all([postgres.dispose(), redis.dispose()]);
  rmSync(work, { recursive: true, force: true });
}
