/** How often something may come from one place within a window; nothing of it is kept longer. */
export interface AttemptLimit {
  /** Counts an attempt; false once there are too many. */
  note(from: string): boolean;
  isOver(from: string): boolean;
}

const mostPlaces = 10_000;

export function createAttemptLimit({
  most,
  windowMs,
  now = () => performance.now(),
}: {
  most: number;
  windowMs: number;
  now?: () => number;
}): AttemptLimit {
  const counts = new Map<string, { since: number; count: number }>();
  const current = (from: string) => {
    const found = counts.get(from);
    return found === undefined || now() - found.since > windowMs ? undefined : found;
  };
  return {
    note(from) {
      const found = current(from);
      if (found === undefined) {
        // The oldest go first: whoever floods from many places only loses the own count.
        if (counts.size >= mostPlaces) counts.delete(counts.keys().next().value ?? '');
        counts.delete(from);
        counts.set(from, { since: now(), count: 1 });
        return most >= 1;
      }
      found.count += 1;
      return found.count <= most;
    },
    isOver: (from) => (current(from)?.count ?? 0) >= most,
  };
}
