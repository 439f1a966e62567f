import { type Day, daysBetween } from '../../campaigns/tracker/clock.ts';

export interface DistrictBoards {
  district: string;
  stations: number;
  /** Stations that report a board. */
  up: number;
}

/**
 * Districts whose share of boards is less than the share of the campaign's days that are gone, the latest first. After the
 * last day each board that is missing is late; before the first one none is.
 */
export function lateDistricts(
  districts: readonly DistrictBoards[],
  { startsOn, endsOn, today }: { startsOn: Day; endsOn: Day; today: Day },
): DistrictBoards[] {
  const gone = Math.max(0, daysBetween(startsOn, today));
  const share = Math.min(1, gone / (daysBetween(startsOn, endsOn) + 1));
  return districts
    .filter(({ stations, up }) => up < Math.floor(stations * share))
    .toSorted((one, other) => one.up / one.stations - other.up / other.stations);
}
