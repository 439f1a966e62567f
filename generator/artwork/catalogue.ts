import type { Artwork } from './artwork.ts';
import { board } from './board.ts';
import { pamphlet, pamphletFourUp, pamphletTwoUp } from './pamphlet.ts';

/** Every artwork that the generator makes. */
export const artworks: readonly Artwork[] = [board, pamphlet, pamphletTwoUp, pamphletFourUp];

export function artworkById(id: string): Artwork {
  const found = artworks.find((artwork) => artwork.id === id);
  if (found === undefined) {
    throw new Error(
      `Expected one of ${artworks.map((artwork) => artwork.id).join(', ')} for \`artwork\`, got "${id}"`,
    );
  }
  return found;
}
