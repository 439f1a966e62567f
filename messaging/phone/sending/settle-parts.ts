import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { minuteMs } from '../../../campaigns/durations.ts';
import { pickTexts, textFor } from '../blasts/blast.ts';
import { findBlast } from '../blasts/blasts-sql.ts';
import { writeText } from '../blasts/written-text.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import { recordDeliveryUpdates } from '../ledger/ledger-sql.ts';
import {
  type GatewayPartNews,
  readOwnerless,
  readPartsOfUnknown,
  recordPartNews,
  recordSubmittedParts,
  takeSilentParts,
} from '../ledger/message-parts-sql.ts';

const batch = 200;
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
  const ownerless = await readOwnerless(pool, { gateway: gateway.name, settleMs, limit: batch });
  for (const { partId, recipientId, attempt, blastId, ...addressee } of ownerless) {
    const blast = await findBlast(pool, blastId);
    if (blast === null) continue;
    const total = gateway.countParts?.(writeText(blast, addressee).body) ?? 1;
    const updates = await recordSubmittedParts(pool, [
      { gateway: gateway.name, reference: recipientId, attempt, ids: [partId], total },
    ]);
    if (updates.length > 0) await recordDeliveryUpdates(pool, updates);
  }
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
