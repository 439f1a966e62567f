import { stationKey } from '../../directory/station.ts';
import { readStationEntries, type StoredField } from '../../directory/station-entries-fs.ts';
import type { Published } from '../../published-fs.ts';
import { type OwnFieldFault, type OwnValues, readOwnValues } from './own-fields.ts';

/** Values of stations' own fields, by `district/station`. */
export type OwnFieldsOfStations = ReadonlyMap<string, OwnValues>;

export interface StationFieldFault extends OwnFieldFault {
  /** Its key. */
  station: string;
}

/** Stored fields by station, unchecked. */
export function groupFields(fields: readonly StoredField[]): Map<string, Record<string, string>> {
  const byStation = Map.groupBy(fields, ({ district, station }) =>
    stationKey({ district, id: station }),
  );
  return new Map(
    [...byStation].map(([key, own]) => [
      key,
      Object.fromEntries(own.map(({ field, value }) => [field, value])),
    ]),
  );
}

/**
 * Reads what stations fill in. What is wrong by the rules of today is left out and told, by default on standard error: one
 * station's slip must not stop the print of all.
 */
export function loadOwnFields(
  published: Pick<Published, 'stationsFile'>,
  { onFault = warn }: { onFault?: (fault: StationFieldFault) => void } = {},
): OwnFieldsOfStations {
  const stations = new Map<string, OwnValues>();
  for (const [station, input] of groupFields(readStationEntries(published).fields)) {
    const { values, faults } = readOwnValues(input);
    for (const fault of faults) onFault({ ...fault, station });
    if (Object.keys(values).length > 0) stations.set(station, values);
  }
  return stations;
}

/** Keys of the stations that filled in something else than before. */
export function differingStations(before: OwnFieldsOfStations, now: OwnFieldsOfStations): string[] {
  const keys = new Set([...before.keys(), ...now.keys()]);
  return [...keys].filter(
    (key) => JSON.stringify(before.get(key)) !== JSON.stringify(now.get(key)),
  );
}

function warn({ station, field, expected, found }: StationFieldFault): void {
  process.stderr.write(
    `${station}: Expected ${expected.en} for \`${field}\`, got ${found}; it is left out\n`,
  );
}
