import type { Campaign } from '../../campaigns/campaign.ts';
import { stateId } from '../../campaigns/directory/areas.ts';
import { placedWord } from '../../campaigns/directory/placed-word.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import { printedUrl } from '../../campaigns/links/links.ts';
import type { Owner, Registry } from '../../campaigns/links/registry.ts';
import type { VehiclePlace } from '../../campaigns/vehicles/panel-paths.ts';
import type { Imprint } from '../artwork/artwork.ts';

export function ownerOfPlace({ district, vehicle }: VehiclePlace): Owner {
  if (district === null) return { scope: 'state' };
  return vehicle === null
    ? { scope: 'district', district }
    : { scope: 'vehicle', district, id: vehicle };
}

/** The place of a path that `placeBase` made. */
export function placeOfPath(path: string): VehiclePlace {
  const [district = null, vehicle = null] = path.split('/').slice(1, -1);
  return { district, vehicle };
}

/** Makes the imprints of panels: the district where they have one, and the code of whose they are. */
export function createVehicleImprints(
  campaign: Campaign,
  directory: Directory,
  registry: Registry,
): (place: VehiclePlace) => Imprint {
  const { app, copy, links } = campaign;
  return (place) => {
    const district = directory.districts.find(({ id }) => id === place.district);
    const code = registry.codeFor(ownerOfPlace(place), 'vehicle');
    return {
      district: place.district ?? stateId(campaign.areas),
      station: place.vehicle ?? 'all',
      name:
        district === undefined ? app.nameHi : placedWord(copy.station.district.hi, district.nameHi),
      districtName: copy.tagline.hi,
      code,
      url: printedUrl(links.host, code),
    };
  };
}
