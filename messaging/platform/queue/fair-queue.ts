import type { Client } from '../http/client.ts';

/** Somebody for whom something is made. */
export interface Waiter {
  client: Client;
  network: string;
  isOfficer: boolean;
}

/** Made once, however many wait for it. */
export interface Entry<Job, One extends Waiter> {
  key: string;
  job: Job;
  waiters: Set<One>;
}

export interface FairQueue<Job, One extends Waiter> {
  /** The first comer first. */
  entries: Map<string, Entry<Job, One>>;
  /** When a network or client that waits joined, or had its last turn. */
  turns: Map<string, number>;
  clock: number;
}

export function createFairQueue<Job, One extends Waiter>(): FairQueue<Job, One> {
  return { entries: new Map(), turns: new Map(), clock: 0 };
}

/** Waits for an entry, which is added where nobody waits for it yet. */
export function joinQueue<Job, One extends Waiter>(
  queue: FairQueue<Job, One>,
  { key, job }: { key: string; job: Job },
  waiter: One,
): void {
  const entry = queue.entries.get(key) ?? { key, job, waiters: new Set<One>() };
  entry.waiters.add(waiter);
  queue.entries.set(key, entry);
  for (const name of nameWaiter(waiter)) {
    if (queue.turns.has(name)) continue;
    queue.clock += 1;
    queue.turns.set(name, queue.clock);
  }
}

/** Waits no longer; an entry goes with its last waiter. */
export function leaveQueue<Job, One extends Waiter>(
  queue: FairQueue<Job, One>,
  key: string,
  waiter: One,
): void {
  const entry = queue.entries.get(key);
  if (entry?.waiters.delete(waiter) && entry.waiters.size === 0) queue.entries.delete(key);
  forgetTurns(queue);
}

/**
 * Takes the next entry out: what officers wait for first, then of the network whose last turn is longest ago, of its
 * clients likewise, and of a client's entries the oldest. So a newcomer is overtaken by each other network at most
 * once.
 */
export function takeNext<Job, One extends Waiter>(
  queue: FairQueue<Job, One>,
): Entry<Job, One> | undefined {
  let next: { entry: Entry<Job, One>; waiter: One; rank: number[] } | undefined;
  for (const entry of queue.entries.values()) {
    for (const waiter of entry.waiters) {
      const rank = [
        waiter.isOfficer ? 0 : 1,
        ...nameWaiter(waiter).map((name) => queue.turns.get(name) ?? 0),
      ];
      if (next === undefined || isBefore(rank, next.rank)) next = { entry, waiter, rank };
    }
  }
  if (next === undefined) return undefined;
  queue.entries.delete(next.entry.key);
  for (const name of nameWaiter(next.waiter)) {
    queue.clock += 1;
    queue.turns.set(name, queue.clock);
  }
  forgetTurns(queue);
  return next.entry;
}

function nameWaiter({ network, client }: Waiter): [string, string] {
  return [`network ${network}`, client];
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}

/** A client that waits for nothing has no place in the order. */
function forgetTurns<Job, One extends Waiter>({ entries, turns }: FairQueue<Job, One>): void {
  const waiting = new Set(
    [...entries.values()].flatMap(({ waiters }) => [...waiters].flatMap(nameWaiter)),
  );
  for (const name of turns.keys()) if (!waiting.has(name)) turns.delete(name);
}
