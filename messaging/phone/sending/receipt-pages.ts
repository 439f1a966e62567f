import type { Pool } from 'pg';
import { hourMs } from '../../../campaigns/durations.ts';
import type { Gateway, ListedPage } from '../gateways/gateway.ts';
import { type AwaitedAge, countAwaited, findListed, listAwaiting } from '../ledger/awaited-sql.ts';
import { recordDeliveryUpdates } from '../ledger/ledger-sql.ts';

/** A walk through all that a provider lists, newest first. */
export interface PageWalk {
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
export async function beginWalks(
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
export async function takePage(
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
