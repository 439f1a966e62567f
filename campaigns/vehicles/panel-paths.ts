import type { FleetVehicle } from './fleet.ts';
import type { VehiclePanel } from './vehicles.ts';

/** Whose panels they are: the whole state's, a district's, or one vehicle's. */
export type VehiclePlace = { district: string | null; vehicle: string | null };

/**
 * Path of a file without its ending, relative to the print folder.
 * @param state what names of files of the whole state begin with
 */
export function placeBase(
  { district, vehicle }: VehiclePlace,
  name: string,
  state: string,
): string {
  const folders = [district, vehicle].filter((part) => part !== null);
  const prefix = folders.at(-1) ?? state;
  return ['vehicle', ...folders, `${prefix}-${name}`].join('/');
}

/** Paths of all that is made for a vehicle, by panel, and of its job ticket. */
export function vehiclePaths(
  place: FleetVehicle,
  panels: readonly VehiclePanel[],
): { panels: { id: string; pdf: string; preview: string }[]; ticket: string } {
  return {
    panels: panels
      .filter(({ models }) => models.includes(place.model))
      .map(({ id }) => {
        const base = placeBase(place, id, place.district);
        return { id, pdf: `${base}.pdf`, preview: `${base}.png` };
      }),
    ticket: `${placeBase(place, 'job-ticket', place.district)}.pdf`,
  };
}

/** A file of one vehicle. */
export const vehicleFile = /^vehicle\/[a-z0-9-]+\/[a-z0-9]+\/[a-z0-9-]+\.(pdf|png)$/;
