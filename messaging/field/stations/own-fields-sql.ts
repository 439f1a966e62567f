import { stationKey } from '../../../campaigns/directory/station.ts';
import type { OwnFieldsOfStations } from '../../../campaigns/own-fields/own-fields-fs.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export interface StoredField {
  station: string;
  field: string;
  value: string;
}

/** Own fields of a district's stations, in the order of the file that is published. */
export async function readOwnFields(database: Queryable, district: string): Promise<StoredField[]> {
  const { rows } = await database.query<StoredField>(
    'SELECT station, field, value FROM station_own_field WHERE district = $1 ORDER BY station, field',
    [district],
  );
  return rows;
}

/** The same by station, as the published file is read. */
export async function ownFieldsByStation(
  database: Queryable,
  district: string,
): Promise<OwnFieldsOfStations> {
  const stored = await readOwnFields(database, district);
  return new Map(
    [...Map.groupBy(stored, ({ station }) => station)].map(([id, fields]) => [
      stationKey({ district, id }),
      Object.fromEntries(fields.map(({ field, value }) => [field, value])),
    ]),
  );
}

/** Replaces what a station fills in; empty values are left out. */
export async function putOwnFields(
  tx: Queryable,
  { district, station }: { district: string; station: string },
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const filled = Object.entries(fields).filter(([, value]) => value !== '');
  await tx.query('DELETE FROM station_own_field WHERE district = $1 AND station = $2', [
    district,
    station,
  ]);
  await tx.query(
    `INSERT INTO station_own_field (district, station, field, value)
     SELECT $1, $2, * FROM unnest($3::text[], $4::text[])`,
    [district, station, filled.map(([field]) => field), filled.map(([, value]) => value)],
  );
}
