import type { Campaign } from '../../campaigns/campaign.ts';
import { placedWord } from '../../campaigns/directory/placed-word.ts';
import { type Directory, type Station, stationKey } from '../../campaigns/directory/station.ts';
import { stripName } from '../../campaigns/directory/strip-name.ts';
import { requireUrdu, speaksUrdu } from '../../campaigns/languages/urdu/in-urdu.ts';
import { printedUrl } from '../../campaigns/links/links.ts';
import type { Owner, Registry } from '../../campaigns/links/registry.ts';
import type { OwnValues } from '../../campaigns/print/own-fields/own-fields.ts';
import type { OwnFieldsOfStations } from '../../campaigns/print/own-fields/own-fields-fs.ts';
import { nameOnUrdu } from '../../campaigns/print/own-fields/urdu-name.ts';
import type { Artwork, Imprint } from '../artwork/artwork.ts';

/** Decides how a station signs: the code of the artwork's channel, its name in the artwork's language. */
export type Signed = Pick<Artwork, 'channel' | 'language'>;

/** Makes the imprints of stations: the name on the strip, the district, the code of a channel and its link. */
export function createImprints(
  campaign: Campaign,
  directory: Directory,
  registry: Pick<Registry, 'codeFor'>,
  ownFields: OwnFieldsOfStations = new Map(),
): (station: Station, artwork: Signed) => Imprint {
  const districts = new Map(directory.districts.map((district) => [district.id, district]));
  const districtName = (id: string, language: Signed['language']) => {
    const nameHi = districts.get(id)?.nameHi;
    if (nameHi === undefined) throw new Error(`Expected a district for \`district\`, got "${id}"`);
    if (language === undefined || speaksUrdu(campaign))
      return placedWord(campaign.copy.station.district.hi, nameHi);
    const urdu = requireUrdu(campaign);
    return `${urdu.copy.station.district} ${urdu.districts[id] ?? nameHi}`;
  };
  const places = Object.fromEntries(
    directory.districts.flatMap(({ id, nameHi }) => {
      const urdu = campaign.urdu?.districts[id];
      return urdu === undefined ? [] : [[nameHi, urdu]];
    }),
  );
  const urduName = (station: Station, values: OwnValues | undefined) =>
    nameOnUrdu(station, values, { words: campaign.urdu?.stationWords, places });
  return (station, { channel, language }) => {
    const code = registry.codeFor(ownerOfStation(station), channel);
    const values = ownFields.get(stationKey(station));
    const { 'name-ur': _, ...own } = values ?? {};
    const { name, isDraft } =
      language === 'ur' ? urduName(station, values) : { name: stripName(station), isDraft: false };
    return {
      district: station.district,
      station: station.id,
      name,
      ...(isDraft ? { isDraftName: true as const } : {}),
      districtName: districtName(station.district, language),
      code,
      url: printedUrl(campaign.links.host, code),
      ...(Object.keys(own).length === 0 ? {} : { ownFields: own }),
    };
  };
}

export function ownerOfStation({ district, id }: Pick<Station, 'district' | 'id'>): Owner {
  return { scope: 'station', district, station: id };
}
