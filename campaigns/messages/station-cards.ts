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

/** Address of a station's card; null where the template's picture goes. */
export function findStationCard(
  { files, campaign, stations }: StationCards,
  { district, station }: RecipientPlace,
): string | null {
  if (district === null || station === null) return null;
  if (!stations.includes(stationKey({ district, id: station }))) return null;
  return `${files}/${packPaths(campaign, district, station).card}`;
}
