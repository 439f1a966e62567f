/** Bounds the requests that are under way at once over all lanes of a process. */
export interface InFlight {
  /** Waits until there is room and takes up to `wanted` places; not fewer than a quarter of them. */
  reserve(count: number): Promise<number>;
  release(places: number): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function createInFlight(limit: number): InFlight {
  let used = 0;
  let waiters: { least: number; wake: () => void }[] = [];
  let idlers: (() => void)[] = [];

  function wake(): void {
    const free = limit - used;
    const ready = waiters.find(({ least }) => least <= free);
    if (ready !== undefined) {
      waiters = waiters.filter((waiter) => waiter !== ready);
      ready.wake();
    }
    if (used === 0) {
      for (const idler of idlers) idler();
      idlers = [];
    }
  }

  return {
    async reserve(count) {
      const least = Math.max(1, Math.min(limit, Math.floor(count / 4)));
      while (limit - used < least) {
        await new Promise<void>((resolve) => waiters.push({ least, wake: resolve }));
      }
      const places = Math.min(count, limit - used);
      used += places;
      return places;
    },
    release(places) {
      used -= places;
      wake();
    },
    async idle() {
      if (used > 0) await new Promise<void>((resolve) => idlers.push(resolve));
    },
  };
}
