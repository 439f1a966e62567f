/** Places at work that are given out by turns. */
export interface Turns {
  /** Waits for a place. @returns what gives it back */
  take(account: string): Promise<() => void>;
}

/** Each account has one at work at a time, and next comes the account that was served longest ago. */
export function createTurns(places: number): Turns {
  const working = new Set<string>();
  /** An account that has been served goes to the end. */
  const waiting = new Map<string, (() => void)[]>();

  function serve(): void {
    for (const [account, queue] of waiting) {
      if (working.size >= places) return;
      const start = working.has(account) ? undefined : queue.shift();
      if (start === undefined) continue;
      if (queue.length === 0) waiting.delete(account);
      working.add(account);
      start();
    }
  }

  return {
    take(account) {
      const { promise, resolve } = Promise.withResolvers<() => void>();
      const leave = () => {
        working.delete(account);
        const rest = waiting.get(account);
        if (rest !== undefined && waiting.delete(account)) waiting.set(account, rest);
        serve();
      };
      const queue = waiting.get(account) ?? [];
      queue.push(() => resolve(leave));
      waiting.set(account, queue);
      serve();
      return promise;
    },
  };
}
