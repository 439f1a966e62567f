/** A few things by their keys; the one that was asked for longest ago makes room. */
export function keepFew<Thing>(most: number): {
  get(key: string, make: () => Thing): Thing;
} {
  const kept = new Map<string, Thing>();
  return {
    get(key, make) {
      const thing = kept.get(key) ?? make();
      kept.delete(key);
      kept.set(key, thing);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return thing;
    },
  };
}
