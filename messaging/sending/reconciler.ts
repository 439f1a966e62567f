import type { Pool } from 'pg';
import { type Blast, textFor } from '../blasts/blast.ts';
import { findBlast } from '../blasts/blasts-sql.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import { settleUnknown, sweepAbandoned, takeUnresolved } from '../ledger/ledger-sql.ts';
import type { SchedulerDependencies } from './scheduler.ts';
import { settleParts } from './settle-parts.ts';
import { submitSlackMs } from './submit.ts';

/** Rows claimed for longer go back. A slow worker may still hold them: whoever submits one first has it. */
const claimedLimitMs = 30_000;
const settleMarginMs = 1000;
const reconcileBatch = 200;
const reconcileAtOnce = 16;

/** How long a submission may stay without an answer before it is looked up: no request can still be on its way. */
export function settleDelayMs(gateway: Gateway): number {
  return gateway.requestTimeoutMs + submitSlackMs + settleMarginMs;
}

/** Takes back what dead workers held, and settles unknown ones at gateways that can list. */
export async function reconcile(dependencies: SchedulerDependencies): Promise<number> {
  const { pool, gateways, log } = dependencies;
  const delays = Object.values(gateways).map(settleDelayMs);
  await sweepAbandoned(pool, { claimedMs: claimedLimitMs, submittingMs: Math.max(...delays) });
  await settleParts({ pool, gateways, log, settleDelayMs });
  let settled = 0;
  for (const [name, gateway] of Object.entries(gateways)) {
    if (gateway.reconcile !== 'list' || gateway.listTo === undefined) continue;
    const unresolved = await takeUnresolved(pool, {
      gateway: name,
      settleMs: settleDelayMs(gateway),
      limit: reconcileBatch,
    });
    const blasts = new Map<number, Blast | null>();
    for (const { blastId } of unresolved) {
      if (!blasts.has(blastId)) blasts.set(blastId, await findBlast(pool, blastId));
    }
    const queue = [...unresolved];
    const lanes = Array.from({ length: reconcileAtOnce }, async () => {
      for (let entry = queue.pop(); entry !== undefined; entry = queue.pop()) {
        const blast = blasts.get(entry.blastId);
        if (blast === null || blast === undefined) continue;
        try {
          await settle(pool, gateway, { entry, blast });
          settled += 1;
        } catch (error) {
          if (!(error instanceof SendError)) throw error;
          log.warn({ gateway: name, code: error.code }, 'listing failed; tried again later');
        }
      }
    });
    await Promise.all(lanes);
  }
  return settled;
}

/** Clocks of the provider and ours may differ by so much. */
const clockSkewMs = 60_000;

async function settle(
  pool: Pool,
  gateway: Gateway,
  { entry, blast }: { entry: Awaited<ReturnType<typeof takeUnresolved>>[number]; blast: Blast },
): Promise<void> {
  const since = new Date(entry.submittedAt.getTime() - clockSkewMs);
  const kind = blast.channel === 'ivr' ? 'call' : 'sms';
  const listed = (await gateway.listTo?.(entry.to, since, kind)) ?? [];
  const body = kind === 'call' ? '' : textFor(blast.texts, entry.language).body;
  await settleUnknown(
    pool,
    entry.id,
    listed.filter((message) => message.body === body),
  );
}
