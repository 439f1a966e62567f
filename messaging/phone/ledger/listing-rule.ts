import type { ListedMessage } from '../gateways/gateway.ts';

/** The ledger's side of a number whose message got no answer. */
export interface NumberFacts {
  /** Code of the blast; it is in the link of its text, and in no other blast's. */
  shortCode: string;
  /** Provider ids that other rows of this number have: one for each row. */
  owned: readonly string[];
  /** Earlier calls of exactly this row. */
  past: readonly string[];
  /** Other messages to this number without a provider id: each may be what the listing shows. */
  rivals: number;
  /** Those of them that have this blast's own text: tests. */
  rivalTests: number;
  /** By the provider's clock: what is older, as far as its time tells, is hardly this one. */
  since: Date;
}

/**
 * `adopt`: it is surely this one · `absent`: nothing listed may be it · `doubtful`: something may be, so that nobody
 * but an officer can say.
 */
export type ListingVerdict =
  | { kind: 'adopt'; message: ListedMessage }
  | { kind: 'absent' }
  | { kind: 'doubtful' };

/**
 * Finds a message in what the provider lists for its number, the newest first. Neither clocks nor texts are trusted: a
 * provider may put words before a text, or cut it out, and its times may be hours off. What another row owns by its
 * provider id is not it, nor what has another link's code; everything else may be, whatever its time, so that
 * absence is never concluded from one. Only to take something without a link for it, its time has to fit.
 */
export function judgeListing(listed: readonly ListedMessage[], facts: NumberFacts): ListingVerdict {
  const owned = new Map<string, number>();
  for (const id of facts.owned) owned.set(id, (owned.get(id) ?? 0) + 1);
  const possible: { message: ListedMessage; mark: Mark; duplicate: boolean }[] = [];
  const seen = new Set<string>();
  for (const message of listed) {
    const mark = findMark(message.body, facts.shortCode);
    const left = owned.get(message.providerId) ?? 0;
    const duplicate = seen.has(message.providerId);
    seen.add(message.providerId);
    if (left > 0) owned.set(message.providerId, left - 1);
    else if (mark !== 'other' && !facts.past.includes(message.providerId))
      possible.push({ message, mark, duplicate });
  }
  if (possible.length === 0) return { kind: 'absent' };
  const [sure] = possible.filter(({ mark, duplicate }) => mark === 'own' && !duplicate);
  if (sure !== undefined && facts.rivalTests === 0) return { kind: 'adopt', message: sure.message };
  const [only] = possible;
  const isOnly = possible.length === 1 && facts.rivals === 0;
  const fits = only !== undefined && only.message.createdAt >= facts.since;
  if (fits && isOnly && !only.duplicate && only.message.sender === 'own') {
    return { kind: 'adopt', message: only.message };
  }
  return { kind: 'doubtful' };
}

type Mark = 'own' | 'other' | 'none';

/** Finds whose link a text has. */
function findMark(body: string, shortCode: string): Mark {
  const codes = [...body.matchAll(/\/q\/?([0-9a-z]{6})(?![0-9a-z])/gi)].map(([, code = '']) =>
    code.toUpperCase(),
  );
  if (codes.includes(shortCode.toUpperCase())) return 'own';
  return codes.length > 0 ? 'other' : 'none';
}
