import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { startWorker, type Worker } from '../../../../messaging/phone/sending/worker.ts';
import { createDatabaseClock } from '../../../../messaging/platform/database/database-clock.ts';
import type { HintQueue } from '../../../../messaging/platform/queue/bull-queue.ts';
import {
  approvedBlast,
  firstNumber,
  insertList,
  insertMembers,
  makeDraft,
} from '../blasts/blast-fixture.ts';
import { type Misbehaviour, misbehaviour, modelProvider } from './model-provider.ts';
import { stopTokens, until } from './worker-fixture.ts';

export interface ModelRun {
  pool: Pool;
  seed: number;
  providers: number;
  recipients: number;
  /** How long the providers err. */
  stormMs: number;
  limitMs: number;
}

/** A broken promise. */
export interface Breach {
  what: 'twice' | 'lost' | 'open' | 'without a reason';
  provider: Misbehaviour;
  status: string;
  accepted: number;
}

/**
 * Sends two blasts to the same numbers through each of many providers at once, by two workers of which one is
 * replaced midway, until nothing moves any more.
 */
export async function sendThroughModels(run: ModelRun): Promise<Breach[]> {
  const { pool, providers, recipients } = run;
  const calmAt = Date.now() + run.stormMs;
  const models = fc
    .sample(misbehaviour, { numRuns: providers, seed: run.seed })
    .map((how, index) => ({
      how,
      ...modelProvider(`model-${run.seed}-${index}`, how, () => Date.now() > calmAt),
    }));
  const blastOf = new Map<number, number>();
  for (const [index, { gateway }] of models.entries()) {
    const first = firstNumber + index * 1000 + 1;
    const audienceId = await insertList(pool);
    await insertMembers(
      pool,
      audienceId,
      Array.from({ length: recipients }, (_, n) => first + n),
    );
    for (let copy = 0; copy < 2; copy += 1) {
      const body = `UP COP uppolice.gov.in/q/BCDFG${'HJ'[copy]}`;
      const text = { templateId: null, header: 'UPPOLC', body, segments: 1 };
      const draft = makeDraft(audienceId, { gateway: gateway.name, texts: { hi: text } });
      const blast = await approvedBlast(pool, draft, null, `BCDFG${'HJ'[copy]}`);
      blastOf.set(blast.id, index);
    }
  }
  const gateways = Object.fromEntries(models.map(({ gateway }) => [gateway.name, gateway]));
  const spoolDir = mkdtempSync(join(tmpdir(), 'models-spool-'));
  const start = (): Worker =>
    startWorker({
      pool,
      gateways,
      bucket: { take: async (_gateway, wanted) => wanted, owe: async () => {}, close() {} },
      queue: queueInMemory(),
      spoolDir,
      log: pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
      clock: createDatabaseClock(pool, { now: () => new Date() }),
      paise: {},
      audit: async () => {},
      principalEntityId: null,
      call: loadCampaign('up-cop').messages.call,
      stopTokens,
      maxInFlight: 200,
      concurrency: 8,
    });
  const workers = [start(), start()];
  const ids = [...blastOf.keys()];
  try {
    await until('half of the storm', async () => Date.now() > calmAt - run.stormMs / 2);
    await workers.pop()?.stop();
    workers.push(start());
    await until(
      'rest',
      async () => Date.now() > calmAt && (await isAtRest(pool, ids)),
      run.limitMs,
    );
  } finally {
    for (const worker of workers) await worker.stop();
    rmSync(spoolDir, { recursive: true, force: true });
  }
  const { rows } = await pool.query<{
    id: string;
    blast: number;
    status: string;
    code: string | null;
  }>(
    'SELECT id, blast_id AS blast, status, error_code AS code FROM blast_recipient WHERE blast_id = ANY ($1)',
    [ids],
  );
  return rows.flatMap(({ id, blast, status, code }) => {
    const model = models[blastOf.get(blast) ?? 0];
    if (model === undefined) return [];
    const accepted = model.accepted().get(id) ?? 0;
    const what = findBreach(status, code, accepted);
    return what === null ? [] : [{ what, provider: model.how, status, accepted }];
  });
}

function findBreach(status: string, code: string | null, accepted: number): Breach['what'] | null {
  if (accepted > 1) return 'twice';
  if (status === 'unknown') return code === null ? 'without a reason' : null;
  if (!['accepted', 'delivered', 'failed'].includes(status)) return 'open';
  return status !== 'failed' && accepted === 0 ? 'lost' : null;
}

/** A number left unknown for an officer moves no more by itself. */
async function isAtRest(pool: Pool, ids: readonly number[]): Promise<boolean> {
  const { rows } = await pool.query<{ moving: string; rows: string }>(
    `SELECT count(*) AS rows, count(*) FILTER (WHERE status < 'accepted'
       AND NOT (status = 'unknown' AND error_code IN ('listed', 'no-proof')
         AND submitted_at < now() - interval '6 seconds')) AS moving
     FROM blast_recipient WHERE blast_id = ANY ($1)`,
    [ids],
  );
  return rows[0]?.moving === '0' && rows[0].rows !== '0';
}

/** Hints without Redis: each one is worked off at once. */
function queueInMemory(): HintQueue {
  let handle: Parameters<HintQueue['work']>[1] | undefined;
  const busy = new Map<number, Promise<void>>();
  return {
    async offer(blastIds) {
      for (const id of blastIds) {
        if (handle === undefined || busy.has(id)) continue;
        busy.set(
          id,
          handle(id, String(id)).finally(() => busy.delete(id)),
        );
      }
      return true;
    },
    work(_concurrency, given) {
      handle = given;
    },
    async close() {
      handle = undefined;
      await Promise.all(busy.values());
    },
  };
}
