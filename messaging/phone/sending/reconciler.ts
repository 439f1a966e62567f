import type { Pool } from 'pg';
import type { Gateway } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import { sweepAbandoned } from '../ledger/ledger-sql.ts';
import { settleUnknown, takeUnresolved, type Unresolved } from '../ledger/unknown-sql.ts';
import type { SchedulerDependencies } from './scheduler.ts';
import { settleParts } from './settle-parts.ts';
import { submitSlackMs } from './submit.ts';

/** Rows claimed for longer go back. A slow worker may still hold them: the first to submit one has it. */
const claimedLimitMs = 30_000;
const settleMarginMs = 1000;
const reconcileBatch = 200;
const reconcileAtOnce = 16;

/** How long a submission may stay without an answer before it is in doubt: no request can still be on its way. */
export function answerLimitMs(gateway: Gateway): number {
  return gateway.requestTimeoutMs + submitSlackMs + settleMarginMs;
}

/** Takes back what dead workers held, and settles unknown ones at gateways that can list. */
export async function reconcile(dependencies: SchedulerDependencies): Promise<number> {
  const { pool, gateways, log } = dependencies;
  const limits = Object.values(gateways).map(answerLimitMs);
  await sweepAbandoned(pool, { claimedMs: claimedLimitMs, submittingMs: Math.max(...limits) });
  await settleParts({ pool, gateways, log, settleDelayMs: answerLimitMs });
  let settled = 0;
  for (const [name, gateway] of Object.entries(gateways)) {
    if (gateway.reconcile !== 'list' || gateway.listTo === undefined) continue;
    const queue = await takeUnresolved(pool, { gateway: name, limit: reconcileBatch });
    const lanes = Array.from({ length: reconcileAtOnce }, async () => {
      for (let entry = queue.pop(); entry !== undefined; entry = queue.pop()) {
        try {
          await settle(pool, gateway, entry);
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

async function settle(pool: Pool, gateway: Gateway, entry: Unresolved): Promise<void> {
  const kind = entry.channel === 'ivr' ? 'call' : 'sms';
  const listing = await gateway.listTo?.(entry.to, kind);
  if (listing === undefined) return;
  await settleUnknown(pool, entry, listing, {
    settleMs: answerLimitMs(gateway) + (gateway.listingLagMs ?? 0),
  });
}
