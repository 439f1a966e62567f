import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packPaths } from '../../../campaigns/channels/social/card-paths.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import type { NamedStation } from '../../../campaigns/directory/station-names.ts';
import type { StationCards } from '../../../campaigns/messages/station-cards.ts';

interface Site {
  printDir: string;
  /** Its address, without a slash at its end. */
  publicUrl: string;
  campaign: { id: string };
}

/**
 * Cards of stations that the site has. One that is made when somebody asks for it is left out: for so long nobody who
 * fetches a picture waits, and a message without its picture is not sent.
 */
export function listStationCards(
  { printDir, publicUrl, campaign }: Site,
  stations: readonly NamedStation[],
): StationCards {
  const made = stations.filter(({ district, id }) =>
    existsSync(join(printDir, packPaths(campaign.id, district, id).card)),
  );
  return {
    files: `${publicUrl}/files`,
    campaign: campaign.id,
    stations: made.map(stationKey),
    unmade: stations.length - made.length,
  };
}
