import type { Campaign } from '../../campaigns/campaign.ts';
import type { Artwork } from './artwork.ts';
import { board } from './board.ts';
import { pamphlet, pamphletFourUp, pamphletTwoUp } from './pamphlet.ts';
import { pamphletLarge } from './pamphlet-large.ts';
import { pamphletOneInk } from './pamphlet-one-ink.ts';
import { posterA2, posterA3 } from './poster.ts';
import { standee } from './standee.ts';
import { sticker } from './sticker.ts';
import { tent } from './tent.ts';
import { boardUrdu } from './urdu/board-urdu.ts';
import { pamphletUrdu, pamphletUrduFourUp, pamphletUrduTwoUp } from './urdu/pamphlet-urdu.ts';

/** Every artwork that the generator makes. */
export const artworks: readonly Artwork[] = [
  board,
  pamphlet,
  pamphletTwoUp,
  pamphletFourUp,
  pamphletOneInk,
  pamphletLarge,
  posterA3,
  posterA2,
  standee,
  sticker,
  tent,
  boardUrdu,
  pamphletUrdu,
  pamphletUrduTwoUp,
  pamphletUrduFourUp,
];

/** Those that every station gets unless told otherwise. */
export const usualArtworks: readonly Artwork[] = artworks.filter(({ onDemand }) => !onDemand);

/** Those that are made when somebody asks for one. */
export const onDemandArtworks: readonly Artwork[] = artworks.filter(({ onDemand }) => onDemand);

/** Artworks that a campaign has words for: sides in Urdu only where it has Urdu. */
export function listArtworks(
  { urdu }: Pick<Campaign, 'urdu'>,
  from: readonly Artwork[],
): readonly Artwork[] {
  return urdu === undefined ? from.filter(({ language }) => language !== 'ur') : from;
}

export function artworkById(id: string): Artwork {
  const found = artworks.find((artwork) => artwork.id === id);
  if (found === undefined) {
    throw new Error(
      `Expected one of ${artworks.map((artwork) => artwork.id).join(', ')} for \`artwork\`, got "${id}"`,
    );
  }
  return found;
}
