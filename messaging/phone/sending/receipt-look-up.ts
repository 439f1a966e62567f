import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Gateway } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import { type Awaited, type AwaitedAge, listAwaiting, readAwaited } from '../ledger/awaited-sql.ts';
import { recordDeliveryUpdates } from '../ledger/ledger-sql.ts';

/** When receipts that do not come are looked up, and how gently. */
export interface ReceiptPatience extends AwaitedAge {
  /** Look-ups of one tick at a gateway; a tick comes about twice a second. */
  perTick: number;
  /** From the end of one round through a gateway's messages to the next. */
  roundMs: number;
}

/** Three days: the longest that an operator keeps trying. */
export const defaultPatience: ReceiptPatience = {
  afterMs: 10 * 60_000,
  untilMs: 3 * 86_400_000,
  perTick: 5,
  roundMs: 10 * 60_000,
};

export interface ReceiptLookUp {
  /** Looks some of them up; returns how many were found. */
  tick(): Promise<number>;
}

interface Place {
  blastId: number;
  afterId: string;
  restUntilMs: number;
}

/**
 * Heals receipts that were lost: messages that stay accepted are looked up by their id in the listing, one after
 * another, round after round. A receipt that comes all the same changes nothing.
 */
export function createReceiptLookUp(
  { pool, gateways, log }: { pool: Pool; gateways: Readonly<Record<string, Gateway>>; log: Logger },
  patience: ReceiptPatience,
): ReceiptLookUp {
  const places = new Map<string, Place>();

  /** The next few at a gateway; none while it rests between two rounds. */
  async function next(name: string): Promise<Awaited[]> {
    const place = places.get(name) ?? { blastId: 0, afterId: '0', restUntilMs: 0 };
    if (performance.now() < place.restUntilMs) return [];
    const blastIds = (await listAwaiting(pool, name, patience)).filter((id) => id >= place.blastId);
    for (const blastId of blastIds) {
      const afterId = blastId === place.blastId ? place.afterId : '0';
      const limit = patience.perTick;
      const found = await readAwaited(pool, { blastId, afterId, limit }, patience);
      const last = found.at(-1);
      if (last === undefined) continue;
      places.set(name, { blastId, afterId: last.id, restUntilMs: 0 });
      return found;
    }
    const restUntilMs = performance.now() + patience.roundMs;
    places.set(name, { blastId: 0, afterId: '0', restUntilMs });
    return [];
  }

  async function lookUp(gateway: Gateway, awaited: Awaited): Promise<boolean> {
    const kind = awaited.channel === 'ivr' ? 'call' : 'sms';
    const listing = await gateway.listTo?.(awaited.to, kind);
    const matching = (listing?.messages ?? []).filter(
      ({ providerId }) => providerId === awaited.providerId,
    );
    const [message] = matching;
    // An id that is there twice tells of nobody.
    if (message === undefined || matching.length > 1 || message.status === 'accepted') return false;
    const { id, providerId } = awaited;
    const { status, errorCode: code } = message;
    return (await recordDeliveryUpdates(pool, [{ id, status, providerId, code }])) > 0;
  }

  return {
    async tick() {
      let found = 0;
      for (const [name, gateway] of Object.entries(gateways)) {
        if (gateway.receipts === undefined || gateway.listTo === undefined) continue;
        for (const awaited of await next(name)) {
          try {
            if (await lookUp(gateway, awaited)) found += 1;
          } catch (error) {
            if (!(error instanceof SendError)) throw error;
            log.warn({ gateway: name, code: error.code }, 'receipts could not be looked up');
            break;
          }
        }
      }
      return found;
    },
  };
}
