/** Name of a paper's file in its room. */
export function paperPath(occurrence: number, sha256: string): string {
  return `${occurrence}/${sha256}`;
}
