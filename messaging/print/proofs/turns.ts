/** A queue that holds at most one thing of each client, the newest. */
export interface Turns<Thing> {
  /** Takes the place of what the client has waiting, and hands that out. */
  add(client: string, thing: Thing): Thing | undefined;
  /** Takes out the thing that waits longest. */
  next(): { client: string; thing: Thing } | undefined;
  count(): number;
  /** Takes it out again, where it still waits. */
  remove(client: string, thing: Thing): boolean;
  /** Takes everything out. */
  clear(): Thing[];
}

/** A client that types on keeps its place: it waits no longer than one that typed once. */
export function createTurns<Thing>(): Turns<Thing> {
  const waiting = new Map<string, Thing>();
  return {
    add(client, thing) {
      const older = waiting.get(client);
      waiting.set(client, thing);
      return older;
    },
    next() {
      for (const [client, thing] of waiting) {
        waiting.delete(client);
        return { client, thing };
      }
      return undefined;
    },
    count: () => waiting.size,
    remove: (client, thing) => waiting.get(client) === thing && waiting.delete(client),
    clear() {
      const all = [...waiting.values()];
      waiting.clear();
      return all;
    },
  };
}
