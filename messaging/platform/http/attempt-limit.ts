import { type Client, findNetwork } from './client.ts';

/** How often a client may do something within a window; nothing of it is kept longer. */
export interface AttemptLimit {
  /** Counts an attempt, of each thing that it is about apart; false once there are too many. */
  note(from: Client, about?: string): boolean;
  isOver(from: Client, about?: string): boolean;
}

/** A network may try as often as this many clients, however many addresses it has. */
const clientsOfNetwork = 16;
const mostCounts = 10_000;

export function createAttemptLimit({
  most,
  windowMs,
  now = () => performance.now(),
}: {
  most: number;
  windowMs: number;
  now?: () => number;
}): AttemptLimit {
  const counts = new Map<string, { since: number; left: number }>();
  const listLimits = (from: Client, about: string): [string, number][] => {
    const network = findNetwork(from);
    const ofClient: [string, number] = [`${from} ${about}`, most];
    return network === from
      ? [ofClient]
      : [ofClient, [`${network} ${about}`, most * clientsOfNetwork]];
  };
  const current = (name: string) => {
    const found = counts.get(name);
    return found === undefined || now() - found.since > windowMs ? undefined : found;
  };
  const isOver = (from: Client, about = '') =>
    listLimits(from, about).some(([name]) => current(name)?.left === 0);

  function count(name: string, most: number): void {
    const found = current(name);
    if (found !== undefined) {
      found.left -= 1;
      return;
    }
    if (counts.size >= mostCounts) makeRoom();
    counts.delete(name);
    counts.set(name, { since: now(), left: most - 1 });
  }

  /** A flood from many places resets no limit that is reached: the oldest other count goes. */
  function makeRoom(): void {
    for (const [name] of counts) if (current(name)?.left !== 0) return void counts.delete(name);
    counts.delete(counts.keys().next().value ?? '');
  }

  return {
    note(from, about = '') {
      if (most < 1 || isOver(from, about)) return false;
      for (const [name, most] of listLimits(from, about)) count(name, most);
      return true;
    },
    isOver,
  };
}
