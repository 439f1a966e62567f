import type { Corrected } from '../../../campaigns/directory/corrections.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import { formatCsv } from '../../../campaigns/tables/csv-writer.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { publish } from '../../print/kit/published-sql.ts';
import {
  changeDistrict,
  findBaseStation,
  type StationPlace,
  type StationSources,
  writeStationAudit,
} from './district-stations.ts';
import {
  ownFieldsByStation,
  putOwnFields,
  readOwnFields,
  type StoredField,
} from './own-fields-sql.ts';

/** Keeps what a station fills in on its artwork; the values are checked by the caller. */
export async function fillFields(
  stations: StationSources,
  { district, station, fields }: StationPlace & { fields: Readonly<Record<string, string>> },
  caller: Caller,
): Promise<void> {
  await changeDistrict(stations, district, async (tx) => {
    const before = pickFields(await readOwnFields(tx, district), station);
    // The name that a committed file has is no word of the console.
    const { 'name-ur': nameUr = '', ...others } = fields;
    const committed = findBaseStation(stations, { district, station })?.nameUr;
    await putOwnFields(tx, { district, station }, nameUr === committed ? others : fields);
    await publishFields(tx, district);
    // Values may be numbers, which the log never holds: it says which fields changed.
    const after = pickFields(await readOwnFields(tx, district), station);
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const changed = names.filter((field) => before[field] !== after[field]);
    const action = 'station.fields';
    await writeStationAudit(tx, { district, station, action, after: { fields: changed } }, caller);
  });
}

/** Enters names in Urdu beside the other fields of the stations. */
export async function putUrduNames(
  tx: Queryable,
  { district, urdu }: { district: string; urdu: Corrected['urdu'] },
  caller: Caller,
): Promise<void> {
  const before = await ownFieldsByStation(tx, district);
  for (const { station, nameUr } of urdu) {
    const fields = before.get(stationKey({ district, id: station }));
    await putOwnFields(tx, { district, station }, { ...fields, 'name-ur': nameUr });
    const after = { fields: ['name-ur'] };
    await writeStationAudit(tx, { district, station, action: 'station.fields', after }, caller);
  }
}

export async function publishFields(tx: Queryable, district: string): Promise<void> {
  const fields = await readOwnFields(tx, district);
  const rows = fields.map(({ station, field, value }) => [station, field, value]);
  const content = rows.length === 0 ? '' : formatCsv([['station', 'field', 'value'], ...rows]);
  await publish(tx, `own-fields/${district}`, content);
}

function pickFields(all: readonly StoredField[], station: string): Record<string, string> {
  return Object.fromEntries(
    all.filter((each) => each.station === station).map(({ field, value }) => [field, value]),
  );
}
