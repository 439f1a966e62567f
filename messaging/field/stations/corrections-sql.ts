import type { Correction } from '../../../campaigns/directory/corrections.ts';
import type { StoredField } from '../../../campaigns/directory/station-entries-fs.ts';
import { groupFields } from '../../../campaigns/print/own-fields/own-fields-fs.ts';
import { execute, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export interface StoredCorrection extends Correction {
  /** HQ does not let it be published. */
  held: boolean;
  heldRemark: string;
  version: number;
  /** The second officer who accepted the name; null where none was needed. */
  checkedBy: string | null;
  byId: string;
  byName: string;
  at: Date;
}

const columns = `district, station, action, name_hi AS "nameHi", name_en AS "nameEn", kind, remark, held,
  held_remark AS "heldRemark", version, checked_by AS "checkedBy", by_id AS "byId", by_name AS "byName", at`;

/** Corrections of a district, by station. */
export function readCorrections(
  database: Queryable,
  district: string,
): Promise<StoredCorrection[]> {
  return queryRows<StoredCorrection>(database)`
    SELECT ${raw(columns)} FROM station_correction WHERE district = ${district} ORDER BY station`;
}

/** The latest corrections of some districts. */
export async function latestCorrections(
  database: Queryable,
  districts: readonly string[],
  limit: number,
): Promise<{ corrections: StoredCorrection[]; count: number }> {
  const rows = await queryRows<StoredCorrection & { count: string }>(database)`
    SELECT ${raw(columns)}, count(*) OVER () AS count FROM station_correction
    WHERE district = ANY(${districts}) ORDER BY at DESC, district, station LIMIT ${limit}`;
  return {
    corrections: rows.map(({ count: _, ...correction }) => correction),
    count: Number(rows[0]?.count ?? 0),
  };
}

/** Until the end of the transaction nobody else changes a district's stations. */
export async function lockDistrict(tx: Queryable, district: string): Promise<void> {
  await execute(tx)`SELECT pg_advisory_xact_lock(hashtext('stations/' || ${district}))`;
}

/** Writes one correction, with who made it and when. */
export async function putCorrection(
  tx: Queryable,
  correction: Correction,
  by: { id: string; name: string; checkedBy: string | null },
): Promise<void> {
  const { district, station, action, nameHi, nameEn, kind, remark } = correction;
  await tx.query(
    `INSERT INTO station_correction (district, station, action, name_hi, name_en, kind, remark, by_id, by_name, checked_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (district, station) DO UPDATE SET action = excluded.action, name_hi = excluded.name_hi,
       name_en = excluded.name_en, kind = excluded.kind, remark = excluded.remark, by_id = excluded.by_id,
       by_name = excluded.by_name, at = now(),
       checked_by = excluded.checked_by, version = station_correction.version + 1`,
    [
      ...[district, station, action, nameHi, nameEn, kind, remark],
      ...[by.id, by.name, by.checkedBy],
    ],
  );
}

export async function deleteCorrection(
  tx: Queryable,
  district: string,
  station: string,
): Promise<void> {
  await execute(tx)`
    DELETE FROM station_correction WHERE district = ${district} AND station = ${station}`;
}

export async function updateHeld(
  tx: Queryable,
  place: { district: string; station: string },
  held: { held: boolean; remark: string },
): Promise<void> {
  await execute(tx)`
    UPDATE station_correction SET held = ${held.held}, held_remark = ${held.remark}, version = version + 1
    WHERE district = ${place.district} AND station = ${place.station}`;
}

/** Own fields of a district's stations, by `district/station`. */
export async function readOwnFields(
  database: Queryable,
  district: string,
): Promise<Map<string, Record<string, string>>> {
  const rows = await queryRows<StoredField>(database)`
    SELECT district, station, field, value FROM station_own_field
    WHERE district = ${district} ORDER BY station, field`;
  return groupFields(rows);
}

/** Replaces what a station fills in; empty values are left out. */
export async function putOwnFields(
  tx: Queryable,
  { district, station }: { district: string; station: string },
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const filled = Object.entries(fields).filter(([, value]) => value !== '');
  await execute(tx)`
    DELETE FROM station_own_field WHERE district = ${district} AND station = ${station}`;
  await execute(tx)`
    INSERT INTO station_own_field (district, station, field, value)
    SELECT ${district}, ${station}, * FROM unnest(${filled.map(([field]) => field)}::text[],
      ${filled.map(([, value]) => value)}::text[])`;
}
