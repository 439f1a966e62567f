import type { Campaign } from '../../campaigns/campaign.ts';
import { speaksUrdu } from '../../campaigns/languages/urdu/in-urdu.ts';
import type { Artwork } from './artwork.ts';
import { board } from './board.ts';
import { boardStation } from './board-station.ts';
import { pamphlet, pamphletFourUp, pamphletTwoUp } from './pamphlet.ts';
import { pamphletLarge } from './pamphlet-large.ts';
import { asOneInk, pamphletOneInk } from './pamphlet-one-ink.ts';
import { posterA2, posterA3 } from './poster.ts';
import { standee } from './standee.ts';
import { stationPieces } from './station-pieces.ts';
import { sticker } from './sticker.ts';
import { tent } from './tent.ts';
import { boardStationUrdu } from './urdu/board-station-urdu.ts';
import { boardUrdu } from './urdu/board-urdu.ts';
import { pamphletUrdu, pamphletUrduFourUp, pamphletUrduTwoUp } from './urdu/pamphlet-urdu.ts';
import { posterUrdu, standeeUrdu, stickerUrdu, tentUrdu } from './urdu/upright-urdu.ts';

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

/** Sides in Urdu under the names of the usual artworks, for a campaign in Urdu; the others are drawn from left to right alone. */
const ofUrdu: readonly Artwork[] = [
  ...[board, pamphlet, pamphletTwoUp, pamphletFourUp].map((usual, at) => ({
    ...([boardUrdu, pamphletUrdu, pamphletUrduTwoUp, pamphletUrduFourUp][at] as Artwork),
    id: usual.id,
    onDemand: usual.onDemand === true,
  })),
  asOneInk(pamphletUrdu),
  posterUrdu(posterA3),
  posterUrdu(posterA2),
  standeeUrdu,
  stickerUrdu,
  tentUrdu,
];

/** Artworks that a campaign has words for: sides in Urdu only where it has Urdu, in addition to its own language or as that. */
export function listArtworks(
  campaign: ArtworkChoice,
  from: readonly Artwork[],
): readonly Artwork[] {
  if (speaksUrdu(campaign))
    return from.flatMap(({ id }) => ofUrdu.find((artwork) => artwork.id === id) ?? []);
  const drawn = campaign.idea === 'station' ? from.map(asStation) : from;
  return campaign.urdu === undefined ? drawn.filter(({ language }) => language !== 'ur') : drawn;
}

/** Part of a campaign that decides on its artworks. */
export type ArtworkChoice = Pick<Campaign, 'urdu' | 'languages' | 'idea'>;

/** Sides that are drawn otherwise where the phone is the station. */
const stationSides: readonly Artwork[] = [boardStation, boardStationUrdu, ...stationPieces];

function asStation(artwork: Artwork): Artwork {
  return stationSides.find(({ id }) => id === artwork.id) ?? artwork;
}

/** @param campaign decides by its own language which sides the artwork has */
export function artworkById(id: string, campaign?: ArtworkChoice): Artwork {
  const from = campaign === undefined ? artworks : listArtworks(campaign, artworks);
  const found = from.find((artwork) => artwork.id === id);
  if (found === undefined) {
    throw new Error(
      `Expected one of ${from.map((artwork) => artwork.id).join(', ')} for \`artwork\`, got "${id}"`,
    );
  }
  return found;
}
