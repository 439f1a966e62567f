import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Blast } from '../../messaging/phone/blasts/blast.ts';
import { createEstimates } from '../../messaging/phone/blasts/estimates.ts';
import { planRecipients } from '../../messaging/phone/blasts/plan-sql.ts';
import { defaultPolicy } from '../../messaging/phone/blasts/policy.ts';
import { claimRecipients } from '../../messaging/phone/ledger/ledger-sql.ts';
import { createUpkeep } from '../../messaging/phone/ledger/upkeep-sql.ts';
import { recordListOptIns } from '../../messaging/phone/numbers/whatsapp-sql.ts';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import {
  approvedBlast,
  insertAudience,
  makeDraft,
} from '../messaging/phone/blasts/blast-fixture.ts';
import { deliver, gateways, sendFallback, whatsapp } from './deliver.ts';
import { type Measure, median, report } from './report.ts';

// A blast from its draft to its last receipt: what a list costs that grows. BENCH_GROWTH_SIZES=10000000 takes a while.
// BENCH_GROWTH_CHANNEL=whatsapp: the same to people who have agreed, with the SMS beside it.
const onWhatsapp = process.env['BENCH_GROWTH_CHANNEL'] === 'whatsapp';
const sizes = (process.env['BENCH_GROWTH_SIZES'] ?? '1000000,3000000').split(',').map(Number);
const measures: Measure[] = [];
for (const size of sizes) measures.push(...(await grow(size)));
report(onWhatsapp ? 'growth-whatsapp' : 'growth', measures);

async function grow(size: number): Promise<Measure[]> {
  const work = mkdtempSync(join(tmpdir(), 'bench-growth-'));
  const postgres = await startOwnPostgres();
  const { pool, close } = await openDatabase({
    url: await postgres.createDatabase(),
    dataDir: work,
  });
  const of = (what: string) => `${size / 1_000_000} M: ${what}`;
  try {
    const audienceId = await insertAudience(pool, size);
    const agreed = { audienceId, source: 'invented', givenOn: '2026-11-01', enteredBy: 'bench' };
    if (onWhatsapp) await recordListOptIns(pool, agreed);
    await giveStations(pool);
    await pool.query('VACUUM (FULL, ANALYZE) audience_member');
    await pool.query('VACUUM ANALYZE');
    const peer = await insertPlainly(pool, audienceId);
    const blast = await approvedBlast(
      pool,
      makeDraft(audienceId, {
        policy: { ...defaultPolicy, canarySize: 1000 },
        ...(onWhatsapp ? whatsapp : {}),
      }),
    );
    const looks = await lookMs(pool, blast);
    const planned = await seconds(() => planRecipients(pool, blast, gateways));
    const canary = await canaryMs(pool, blast);
    const stop = new AbortController();
    const upkeep = keepUp(pool, stop.signal);
    const delivered = await seconds(() => deliver(pool, blast));
    const during = await bytesEach(pool, size);
    await pool.query("UPDATE blast SET status = 'finished' WHERE id = $1", [blast.id]);
    await upkeep.idle();
    const after = await bytesEach(pool, size);
    const fallback = onWhatsapp ? await measureFallback(pool, blast) : [];
    stop.abort();
    const tenMillion = (planned / size) * 10_000_000;
    return [
      { what: of('first look at the draft'), value: looks[0] ?? 0, unit: 'ms', most: 500 },
      { what: of('the next one'), value: looks[1] ?? 0, unit: 'ms' },
      { what: of('planned, canary and all'), value: planned, digits: 1, unit: 's' },
      { what: of('so ten million'), value: tenMillion, unit: 's' },
      {
        what: of('of one plain INSERT of the same rows'),
        value: planned / peer,
        digits: 2,
        most: 1,
      },
      {
        what: of('a claim while the canary is waited for'),
        value: canary,
        digits: 1,
        unit: 'ms',
        most: 5,
      },
      { what: of('sent and delivered'), value: delivered, unit: 's' },
      { what: of('a recipient in the ledger, at the last receipt'), value: during, unit: 'bytes' },
      { what: of('a recipient in the ledger, afterwards'), value: after, unit: 'bytes', most: 250 },
      ...fallback.map((measure) => ({ ...measure, what: of(measure.what) })),
    ];
  } finally {
    await close();
    await postgres.dispose();
    rmSync(work, { recursive: true, force: true });
  }
}

/** Everybody's is known: a row is then at its longest. */
async function giveStations(pool: Pool): Promise<void> {
  await pool.query(
    `INSERT INTO station_number (district, station) VALUES ('agra', 'tajganj'), ('lucknow', 'hazratganj');
     UPDATE audience_member AS m SET station = n.number FROM station_number AS n WHERE n.district = m.district`,
  );
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

/** The peer: the ledger's rows with its keys, by one statement that counts nothing and knows no rule. */
async function insertPlainly(pool: Pool, audienceId: number): Promise<number> {
  await pool.query(
    `CREATE TABLE plain_recipient (LIKE blast_recipient INCLUDING DEFAULTS INCLUDING INDEXES INCLUDING IDENTITY);
     ALTER TABLE plain_recipient ADD FOREIGN KEY (blast_id) REFERENCES audience`,
  );
  const taken = await seconds(() =>
    pool.query(
      `INSERT INTO plain_recipient (msisdn, blast_id, place, status, segments, canary, language, district)
       SELECT msisdn, audience_id, row_number() OVER (ORDER BY msisdn), 'planned', 2, false, language, district
       FROM audience_member WHERE audience_id = $1 ORDER BY msisdn`,
      [audienceId],
    ),
  );
  await pool.query('DROP TABLE plain_recipient');
  return taken;
}

async function lookMs(pool: Pool, blast: Blast): Promise<number[]> {
  const estimates = createEstimates(pool, gateways);
  const taken: number[] = [];
  for (let at = 0; at < 2; at += 1) {
    const startedAt = performance.now();
    while ((await estimates.find(blast)) === null && at > 0);
    taken.push(Math.round(performance.now() - startedAt));
  }
  return taken;
}

/** Claims that find nothing, as each hint makes one: the canary is taken and no receipt has come. */
async function canaryMs(pool: Pool, { id, gateway }: Blast): Promise<number> {
  await pool.query("UPDATE blast SET status = 'running', canary_passed = false WHERE id = $1", [
    id,
  ]);
  while ((await claimRecipients(pool, { blastId: id, gateway }, 250)).length > 0);
  const taken: number[] = [];
  for (let at = 0; at < 50; at += 1)
    taken.push(await seconds(() => claimRecipients(pool, { blastId: id, gateway }, 250)));
  await pool.query("UPDATE blast_recipient SET status = 'planned' WHERE status = 'claimed'");
  await pool.query('UPDATE blast SET canary_passed = true WHERE id = $1', [id]);
  return median(taken) * 1000;
}

async function measureFallback(pool: Pool, blast: Blast): Promise<Measure[]> {
  let people = 0;
  const taken = await seconds(async () => {
    people = await sendFallback(pool, blast);
  });
  return [{ what: `the SMS beside it, to ${people}`, value: taken, digits: 1, unit: 's' }];
}

function keepUp(pool: Pool, signal: AbortSignal): { idle(): Promise<void> } {
  const step = createUpkeep(pool, signal);
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  let last = 0;
  const loop = (async () => {
    while (!signal.aborted) {
      const startedAt = performance.now();
      await step();
      if (performance.now() - startedAt > 50) last = performance.now();
      await pause(200);
    }
  })();
  loop.catch(() => undefined);
  return {
    /** Two of its looks found nothing to do. */
    async idle() {
      const since = performance.now();
      while (performance.now() - Math.max(since, last) < 12_000) await pause(500);
    },
  };
}

async function bytesEach(pool: Pool, size: number): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(
    "SELECT pg_total_relation_size('blast_recipient') AS bytes",
  );
  return Number(rows[0]?.bytes) / size;
}
