import type { Campaign } from '../../../campaigns/campaign.ts';
import { stateId } from '../../../campaigns/directory/areas.ts';
import { placedWord } from '../../../campaigns/directory/placed-word.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { printedUrl } from '../../../campaigns/links/links.ts';
import type { Owner, Registry } from '../../../campaigns/links/registry.ts';
import type { Imprint } from '../../artwork/artwork.ts';

/** Owner of the panels' code; null is the whole state. */
export function panelOwner(district: string | null): Owner {
  return district === null ? { scope: 'state' } : { scope: 'district', district };
}

/**
 * Path of a file without its ending, relative to the print folder.
 * @param state what names of files of the whole state begin with
 */
export function panelBase(district: string | null, name: string, state: string): string {
  return district === null ? `vehicle/${state}-${name}` : `vehicle/${district}/${district}-${name}`;
}

/** District of a path that `panelBase` made, null for the state; undefined for another path. */
export function districtOfPath(path: string): string | null | undefined {
  const folders = path.split('/').slice(1, -1);
  return folders.length > 1 ? undefined : (folders[0] ?? null);
}

/** Makes the imprints of panels: the district where they have one, and the code of whose they are. */
export function createVehicleImprints(
  campaign: Campaign,
  directory: Directory,
  registry: Registry,
): (district: string | null) => Imprint {
  const { copy, links } = campaign;
  return (id) => {
    const district = directory.districts.find((each) => each.id === id);
    const code = registry.codeFor(panelOwner(id), 'vehicle');
    return {
      district: id ?? stateId(campaign.areas),
      station: 'all',
      name: copy.state.hi,
      districtName:
        district === undefined
          ? (copy.motto ?? copy.tagline).hi
          : placedWord(copy.station.district.hi, district.nameHi),
      code,
      url: printedUrl(links.host, code),
    };
  };
}
