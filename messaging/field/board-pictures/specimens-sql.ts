import type { LikenessKind } from '../../../campaigns/activities/board-likeness.ts';
import type { StationPlace } from '../../../campaigns/activities/proof.ts';
import { execute, queryRow } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** Ten times what the bars ask for; more tells nothing new. */
const most = 500;

export async function insertSpecimen(
  tx: Queryable,
  kept: StationPlace & { likeness: LikenessKind; by: string; at: Date; picture: Uint8Array },
): Promise<void> {
  const { district, station, likeness, by, at, picture } = kept;
  await execute(tx)`
    INSERT INTO board_specimen (district, station, likeness, kept_by, kept_at, picture)
    SELECT ${district}, ${station}, ${likeness}, ${by}, ${at}, ${picture}
      WHERE (SELECT count(*) FROM board_specimen) < ${most}`;
}

export async function findSpecimen(
  database: Queryable,
  { id, districts }: { id: number; districts: readonly string[] },
): Promise<Buffer | undefined> {
  const row = await queryRow<{ picture: Buffer }>(database)`
    SELECT picture FROM board_specimen WHERE id = ${id} AND district = ANY (${districts})`;
  return row?.picture;
}

/** Deletes specimens whose time is over. */
export async function deleteOldSpecimens(database: Queryable, days: number): Promise<number> {
  return execute(database)`
    DELETE FROM board_specimen WHERE kept_at < now() - ${days}::int * interval '1 day'`;
}
