import type { Campaign, Channel } from '../../campaigns/campaign.ts';
import { type Directory, type Station, stationKey } from '../../campaigns/directory/station.ts';
import { stripName } from '../../campaigns/directory/strip-name.ts';
import { printedUrl } from '../../campaigns/links/links.ts';
import type { Owner, Registry } from '../../campaigns/links/registry.ts';
import type { OwnFieldsOfStations } from '../../campaigns/own-fields/own-fields-fs.ts';
import type { Imprint } from '../artwork/artwork.ts';

/** Makes the imprints of stations: the name on the strip, the district, the code of a channel and its link. */
export function createImprints(
  campaign: Campaign,
  directory: Directory,
  registry: Pick<Registry, 'codeFor'>,
  ownFields: OwnFieldsOfStations = new Map(),
): (station: Station, channel: Channel) => Imprint {
  const districts = new Map(directory.districts.map((district) => [district.id, district]));
  return (station, channel) => {
    const code = registry.codeFor(ownerOfStation(station), channel);
    const own = ownFields.get(stationKey(station));
    return {
      district: station.district,
      station: station.id,
      name: stripName(station),
      districtName: `${campaign.copy.station.district.hi} ${districts.get(station.district)?.nameHi}`,
      code,
      url: printedUrl(campaign.links.host, code),
      ...(own === undefined ? {} : { ownFields: own }),
    };
  };
}

export function ownerOfStation({ district, id }: Pick<Station, 'district' | 'id'>): Owner {
  return { scope: 'station', district, station: id };
}
