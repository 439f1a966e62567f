/** Lets each address do something a few times an hour. Addresses are forgotten with the hour. */
export function createHourlyLimit(most: number, now = Date.now) {
  let hour = 0;
  let counts = new Map<string, number>();
  return {
    /** False for an address that has done it often enough. */
    take(address: string): boolean {
      const present = Math.floor(now() / 3_600_000);
      if (present !== hour) {
        hour = present;
        counts = new Map();
      }
      const count = (counts.get(address) ?? 0) + 1;
      counts.set(address, count);
      return count <= most;
    },
  };
}
