import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { dayMs, hourMs, minuteMs } from '../../../campaigns/durations.ts';
import type { Gateway, ListedPage } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import {
  type Awaited,
  type AwaitedAge,
  countAwaited,
  findListed,
  listAwaiting,
  readAwaited,
} from '../ledger/awaited-sql.ts';
import { recordDeliveryUpdates } from '../ledger/ledger-sql.ts';
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

/** A walk through all that a provider lists, newest first. */
interface PageWalk {
  blastIds: readonly number[];
  kind: 'sms' | 'call';
  /** Awaited messages that no page has shown yet. */
  left: number;
  /** When the oldest of them was sent. */
  since: Date;
  /** The next page; undefined before the first. */
  after: string | undefined;
}

/** A provider's times may be of another zone, so that pages older than this before the oldest are the first to hold none. */
const zoneMs = 26 * hourMs;

/** Begins a walk for each channel; none where so few are awaited that one question for each costs less. */
async function beginWalks(
  pool: Pool,
  gateway: string,
  patience: AwaitedAge & { pagesAbove: number },
): Promise<PageWalk[]> {
  const blastIds = await listAwaiting(pool, gateway, patience);
  if (blastIds.length === 0) return [];
  const counts = await countAwaited(pool, { gateway, blastIds }, patience);
  return counts
    .filter(({ count }) => count > patience.pagesAbove)
    .map(({ channel, count: left, since }) => ({
      blastIds,
      kind: channel === 'ivr' ? ('call' as const) : ('sms' as const),
      left,
      since,
      after: undefined,
    }));
}

/**
 * Takes one page into the ledger.
 * @returns how many receipts it brought, and the walk as it goes on; null at its end
 */
async function takePage(
  pool: Pool,
  gateway: Gateway,
  walk: PageWalk,
): Promise<{ found: number; walk: PageWalk | null }> {
  if (gateway.listPage === undefined) return { found: 0, walk: null };
  const { messages, next } = await gateway.listPage(walk.kind, walk.after);
  const once = withoutTwins(messages);
  const rows = await findListed(pool, { gateway: gateway.name, blastIds: walk.blastIds }, once);
  const byId = new Map(once.map((message) => [message.providerId, message]));
  const updates = rows.flatMap(({ id, providerId }) => {
    const { status = 'accepted', errorCode: code = null } = byId.get(providerId) ?? {};
    return status === 'accepted' ? [] : [{ id, status, providerId, code }];
  });
  const found = updates.length === 0 ? 0 : await recordDeliveryUpdates(pool, updates);
  const left = walk.left - rows.length;
  const newest = messages[0]?.createdAt.getTime() ?? 0;
  const isOver = next === null || left <= 0 || newest < walk.since.getTime() - zoneMs;
  return { found, walk: isOver ? null : { ...walk, left, after: next } };
}

/** Ambiguous ids are ignored. */
function withoutTwins(messages: ListedPage['messages']): ListedPage['messages'] {
  const counts = new Map<string, number>();
  for (const { providerId } of messages) {
    counts.set(providerId, (counts.get(providerId) ?? 0) + 1);
  }
  return messages.filter(({ providerId }) => counts.get(providerId) === 1);
}
