import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { dayMs, minuteMs } from '../../../campaigns/durations.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import { type Awaited, type AwaitedAge, listAwaiting, readAwaited } from '../ledger/awaited-sql.ts';
import { recordDeliveryUpdates } from '../ledger/ledger-sql.ts';
import { beginWalks, type PageWalk, takePage } from './receipt-pages.ts';
import type { TokenBucket } from './token-bucket.ts';

/** When receipts that do not come are looked up, and how gently. */
export interface ReceiptPatience extends AwaitedAge {
  /** Look-ups of one tick at a gateway; a tick comes about twice a second. */
  perTick: number;
  /** So many are asked for one by one; more are read out of the whole listing, a page a tick. */
  pagesAbove: number;
  /** From the end of one round through a gateway's messages to the next. */
  roundMs: number;
}

/** Three days: the longest that an operator keeps trying. */
export const defaultPatience: ReceiptPatience = {
  afterMs: 2 * minuteMs,
  untilMs: 3 * dayMs,
  perTick: 5,
  pagesAbove: 100,
  roundMs: 10 * minuteMs,
};

export interface ReceiptLookUp {
  /** Looks some of them up; returns how many were found. */
  tick(): Promise<number>;
}

function isResting({ restUntilMs }: Place): boolean {
  return performance.now() < restUntilMs;
}

interface Place {
  blastId: number;
  afterId: string;
  restUntilMs: number;
}

export interface ReceiptLookUpDependencies {
  pool: Pool;
  gateways: Readonly<Record<string, Gateway>>;
  /** A page is one request, which waits for its turn as a message does. */
  bucket: Pick<TokenBucket, 'take'>;
  log: Logger;
  signal: AbortSignal;
}

/**
 * Heals receipts that were lost: messages that stay accepted are looked up by their id in the listing, round after
 * round: a few one after another, many page by page. A receipt that comes all the same changes nothing.
 */
export function createReceiptLookUp(
  { pool, gateways, bucket, log, signal }: ReceiptLookUpDependencies,
  patience: ReceiptPatience,
): ReceiptLookUp {
  const places = new Map<string, Place>();
  const walks = new Map<string, PageWalk[]>();

  /** The next few at a gateway; none while it rests between two rounds. */
  async function next(name: string): Promise<Awaited[]> {
    const place = places.get(name) ?? { blastId: 0, afterId: '0', restUntilMs: 0 };
    if (isResting(place)) return [];
    const blastIds = (await listAwaiting(pool, name, patience)).filter((id) => id >= place.blastId);
    for (const blastId of blastIds) {
      const afterId = blastId === place.blastId ? place.afterId : '0';
      const limit = patience.perTick;
      const found = await readAwaited(pool, { gateway: name, blastId, afterId, limit }, patience);
      const last = found.at(-1);
      if (last === undefined) continue;
      places.set(name, { blastId, afterId: last.id, restUntilMs: 0 });
      return found;
    }
    rest(name);
    return [];
  }

  function rest(name: string): void {
    const restUntilMs = performance.now() + patience.roundMs;
    places.set(name, { blastId: 0, afterId: '0', restUntilMs });
  }

  async function lookUp(gateway: Gateway, awaited: Awaited): Promise<boolean> {
    const kind = awaited.channel === 'ivr' ? 'call' : 'sms';
    const listing = await gateway.listTo?.(awaited.to, kind);
    const matching = (listing?.messages ?? []).filter(
      ({ providerId }) => providerId === awaited.providerId,
    );
    const [message] = matching;
    // Ambiguous ids are ignored.
    if (message === undefined || matching.length > 1 || message.status === 'accepted') return false;
    const { id, providerId } = awaited;
    const { status, errorCode: code } = message;
    return (await recordDeliveryUpdates(pool, [{ id, status, providerId, code }])) > 0;
  }

  /** One page of the walks at a gateway, which begin with a round; null where there are none. */
  async function walkOn(name: string, gateway: Gateway): Promise<number | null> {
    if (gateway.listPage === undefined || patience.perTick === 0) return null;
    const place = places.get(name);
    const isNewRound = place === undefined || (place.blastId === 0 && !isResting(place));
    if (!walks.has(name) && isNewRound) {
      const begun = await beginWalks(pool, name, patience);
      if (begun.length > 0) walks.set(name, begun);
    }
    const [walk, ...others] = walks.get(name) ?? [];
    if (walk === undefined) return null;
    if ((await bucket.take(name, 1, signal)) === 0) return 0;
    const taken = await takePage(pool, gateway, walk);
    const left = taken.walk === null ? others : [taken.walk, ...others];
    walks.set(name, left);
    if (left.length === 0) {
      walks.delete(name);
      rest(name);
    }
    return taken.found;
  }

  async function lookUpFew(name: string, gateway: Gateway): Promise<number> {
    let found = 0;
    for (const awaited of await next(name)) if (await lookUp(gateway, awaited)) found += 1;
    return found;
  }

  return {
    async tick() {
      let found = 0;
      for (const [name, gateway] of Object.entries(gateways)) {
        if (gateway.receipts === undefined || gateway.listTo === undefined) continue;
        try {
          found += (await walkOn(name, gateway)) ?? (await lookUpFew(name, gateway));
        } catch (error) {
          if (!(error instanceof SendError)) throw error;
          log.warn({ gateway: name, code: error.code }, 'receipts could not be looked up');
          // A page that is gone will not come back: the next round begins at the first.
          if (error.class !== 'later' && walks.delete(name)) rest(name);
        }
      }
      return found;
    },
  };
}
