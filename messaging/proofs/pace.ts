/** How often an account may ask: quick typing in two windows, and not a script. */
export type Pace = {
  /** Whether one more may come now. */
  take(account: string): boolean;
};

const mostAccounts = 1_000;

/** A bucket for each account that holds `burst` requests and gets `perSecond` new ones. */
export function createPace({
  burst,
  perSecond,
  nowMs = () => performance.now(),
}: {
  burst: number;
  perSecond: number;
  nowMs?: () => number;
}): Pace {
  const buckets = new Map<string, { left: number; atMs: number }>();
  return {
    take(account) {
      const atMs = nowMs();
      const { left, atMs: before } = buckets.get(account) ?? { left: burst, atMs };
      const filled = Math.min(burst, left + ((atMs - before) / 1000) * perSecond);
      buckets.delete(account);
      buckets.set(account, { left: filled >= 1 ? filled - 1 : filled, atMs });
      const [longestAgo] = buckets.keys();
      if (buckets.size > mostAccounts && longestAgo !== undefined) buckets.delete(longestAgo);
      return filled >= 1;
    },
  };
}
