/** Places at work that are given out by turns. */
export interface Turns<Owner> {
  /**
   * Waits for a place.
   * @returns what gives it back
   * @throws the limit's error, where there is one and it is over first
   */
  take(owner: Owner): Promise<() => void>;
}

/** Each owner has one at work at a time, and next comes the owner that was served longest ago. */
export function createTurns<Owner>(
  places: number,
  limit?: { ms: number; toError: () => Error },
): Turns<Owner> {
  const working = new Set<Owner>();
  /** An owner that has been served goes to the end. */
  const waiting = new Map<Owner, (() => void)[]>();

  function serve(): void {
    for (const [owner, queue] of waiting) {
      if (working.size >= places) return;
      const start = working.has(owner) ? undefined : queue.shift();
      if (start === undefined) continue;
      if (queue.length === 0) waiting.delete(owner);
      working.add(owner);
      start();
    }
  }

  return {
    take(owner) {
      const { promise, resolve, reject } = Promise.withResolvers<() => void>();
      const leave = () => {
        working.delete(owner);
        const rest = waiting.get(owner);
        if (rest !== undefined && waiting.delete(owner)) waiting.set(owner, rest);
        serve();
      };
      const queue = waiting.get(owner) ?? [];
      const giveUp = () => {
        queue.splice(queue.indexOf(start), 1);
        if (queue.length === 0) waiting.delete(owner);
        reject(limit?.toError());
      };
      const timer = limit && setTimeout(giveUp, limit.ms);
      const start = () => {
        clearTimeout(timer);
        resolve(leave);
      };
      queue.push(start);
      waiting.set(owner, queue);
      serve();
      return promise;
    },
  };
}
