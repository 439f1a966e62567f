import { packPaths } from '../channels/social/card-paths.ts';
import { stationKey } from '../directory/station.ts';
import type { RecipientPlace } from './merge-fields.ts';

/**
 * Pictures at the head of a WhatsApp message, each recipient's own station's in place of that of the template. Both ways
 * of sending fetch the picture themselves from an https address that anybody can read, of the kind that the template was
 * approved with: Meta takes it as `link` (developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-media,
 * of 21.05.2026), Twilio as a variable that has to end in the type of the file (twilio.com/docs/content/whatsappcard);
 * both read 30.11.2026.
 */
export interface StationCards {
  /** Where the site serves its files, without a slash at its end. */
  files: string;
  /** Its id. */
  campaign: string;
  /** Stations of the list whose card is made, as `district/station`. */
  stations: string[];
  /** How many of its stations have none yet. */
  unmade: number;
}

/** The picture at the head of a WhatsApp text. */
export interface Headed {
  picture: string | null;
  stationCards?: StationCards;
}

/** Address of the picture that a recipient gets: the own station's card, else the template's. */
export function pictureFor({ picture, stationCards }: Headed, place: RecipientPlace) {
  return (stationCards && findStationCard(stationCards, place)) ?? picture;
}

/** The same with the cards of stations, where its template has a picture. */
export function withCards<Card extends Headed>(card: Card, cards: StationCards | null) {
  return cards === null || card.picture === null ? card : { ...card, stationCards: cards };
}

/** Cards of stations that a blast's texts have; undefined where the template's picture goes to all. */
export function findCards(texts: readonly { card?: Headed }[]): StationCards | null {
  return texts.find(({ card }) => card?.stationCards)?.card?.stationCards ?? null;
}

/** Address of a station's card; null where the template's picture goes. */
function findStationCard(
  { files, campaign, stations }: StationCards,
  { district, station }: RecipientPlace,
): string | null {
  if (district === null || station === null) return null;
  if (!stations.includes(stationKey({ district, id: station }))) return null;
  return `${files}/${packPaths(campaign, district, station).card}`;
}
