/** Bounds the requests that are under way at once over all lanes of a process. */
export interface InFlight {
  /** Waits until there is room and takes up to `count` places; not fewer than a quarter of them, or than `least`. */
  reserve(count: number, least?: number): Promise<number>;
  release(places: number): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** The places of a process at one gateway. */
export interface Places {
  /** Requests that may be under way: a message has one from its mark until its answer is kept. */
  window: InFlight;
  /**
   * Messages that are begun while those before them are under way, so that no place waits for the database; only where answers
   * come quickly. A kill leaves none of them in doubt.
   */
  ahead: InFlight;
  /** How long a place was held on the average of late. */
  heldMs: number;
}

export function createPlaces(limit: number, mostAhead: number): Places {
  return {
    window: createInFlight(limit),
    ahead: createInFlight(Math.min(limit, mostAhead)),
    heldMs: Number.POSITIVE_INFINITY,
  };
}

const newestShare = 0.05;

export function noteHeld(places: Places, ms: number): void {
  const { heldMs } = places;
  places.heldMs = Number.isFinite(heldMs) ? heldMs + (ms - heldMs) * newestShare : ms;
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
    async reserve(count, fewest = Math.floor(count / 4)) {
      const least = Math.max(1, Math.min(limit, fewest));
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
