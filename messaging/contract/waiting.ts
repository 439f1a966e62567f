/** How much waits for an officer, and since when the oldest does. */
export interface Waiting {
  count: number;
  since: Date | null;
}
