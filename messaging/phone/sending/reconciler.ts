import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { minuteMs } from '../../../campaigns/durations.ts';
import { type Blast, pickTexts, textFor } from '../blasts/blast.ts';
import { findBlast } from '../blasts/blasts-sql.ts';
import { writeText } from '../blasts/written-text.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import { recordDeliveryUpdates, sweepAbandoned } from '../ledger/ledger-sql.ts';
import {
  type GatewayPartNews,
  nameHalves,
  readOwnerless,
  readPartsOfUnknown,
  recordPartNews,
  recordSubmittedParts,
  takeSilentParts,
} from '../ledger/message-parts-sql.ts';
import { settleUnknown, takeUnresolved, type Unresolved } from '../ledger/unknown-sql.ts';
import type { SchedulerDependencies } from './scheduler.ts';
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

const batch = 200;
/** Receipts that find their messages in one statement. */
const adopted = 2000;
/** A receipt comes within minutes from a phone that is on. */
const silentMs = 15 * minuteMs;

interface PartSettling {
  pool: Pool;
  gateways: Readonly<Record<string, Gateway>>;
  log: Logger;
  /** How long an answer may still be on its way. */
  settleDelayMs: (gateway: Gateway) => number;
}

/**
 * Settles messages in doubt whose receipts name parts: by parts that are known after all, and by receipts that nobody
 * claims and that repeat the number and our own reference of exactly one message in doubt: a number alone may be that of
 * a stranger's message. Nothing is sent again.
 */
export async function settleParts({
  pool,
  gateways,
  log,
  settleDelayMs,
}: PartSettling): Promise<void> {
  const parted = Object.values(gateways).filter(({ countParts }) => countParts !== undefined);
  if (parted.length === 0) return;
  const known = await readPartsOfUnknown(pool);
  if (known.length > 0) await recordDeliveryUpdates(pool, known);
  await nameHalves(pool);
  for (const gateway of parted) {
    await adopt(pool, gateway, settleDelayMs(gateway));
    if (gateway.queryPart === undefined) continue;
    try {
      await query(pool, gateway);
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      log.warn({ gateway: gateway.name, code: error.code }, 'query failed; tried again later');
    }
  }
}

async function adopt(pool: Pool, gateway: Gateway, settleMs: number): Promise<void> {
  const ownerless = await readOwnerless(pool, { gateway: gateway.name, settleMs, limit: adopted });
  const blasts = new Map<number, Blast | null>();
  for (const { blastId } of ownerless) {
    if (!blasts.has(blastId)) blasts.set(blastId, await findBlast(pool, blastId));
  }
  const submitted = ownerless.flatMap(({ partId, recipientId, attempt, blastId, ...addressee }) => {
    const blast = blasts.get(blastId) ?? null;
    if (blast === null) return [];
    const total = gateway.countParts?.(writeText(blast, addressee).body) ?? 1;
    return { gateway: gateway.name, reference: recipientId, attempt, ids: [partId], total };
  });
  const updates = await recordSubmittedParts(pool, submitted);
  if (updates.length > 0) await recordDeliveryUpdates(pool, updates);
}

async function query(pool: Pool, gateway: Gateway): Promise<void> {
  const silent = await takeSilentParts(pool, { gateway: gateway.name, silentMs, limit: batch });
  const news: GatewayPartNews[] = [];
  for (const { partId, blastId, language, lot } of silent) {
    const blast = await findBlast(pool, blastId);
    if (blast === null) continue;
    const told = await gateway
      .queryPart?.(partId, textFor(pickTexts(blast, lot), language).header)
      .catch((error: unknown) => {
        // One that the provider no longer knows keeps no other from being asked about.
        if (error instanceof SendError && error.class === 'permanent') return null;
        throw error;
      });
    if (told) news.push({ ...told, gateway: gateway.name, partId, number: null, reference: null });
  }
  const updates = await recordPartNews(pool, news);
  if (updates.length > 0) await recordDeliveryUpdates(pool, updates);
}
