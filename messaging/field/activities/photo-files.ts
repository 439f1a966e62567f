/** Name of a kept picture in the room of pictures. */
export function photoPath(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) {
    throw new Error(`Expected a SHA-256 for \`photo\`, got "${sha256}"`);
  }
  return `${sha256.slice(0, 2)}/${sha256}.jpg`;
}
