import type { LikenessKind } from '../../../campaigns/activities/board-likeness.ts';
import type { StationPlace } from '../../../campaigns/activities/proof.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** Ten times what the bars ask for; more tells nothing new. */
const most = 500;

export async function insertSpecimen(
  tx: Queryable,
  kept: StationPlace & { likeness: LikenessKind; by: string; at: Date; picture: Uint8Array },
): Promise<void> {
  const { district, station, likeness, by, at, picture } = kept;
  await tx.query(
    `INSERT INTO board_specimen (district, station, likeness, kept_by, kept_at, picture)
     SELECT $1, $2, $3, $4, $5, $6 WHERE (SELECT count(*) FROM board_specimen) < $7`,
    [district, station, likeness, by, at, picture, most],
  );
}

export async function findSpecimen(
  database: Queryable,
  { id, districts }: { id: number; districts: readonly string[] },
): Promise<Buffer | undefined> {
  const { rows } = await database.query<{ picture: Buffer }>(
    'SELECT picture FROM board_specimen WHERE id = $1 AND district = ANY ($2)',
    [id, districts],
  );
  return rows[0]?.picture;
}

/** Deletes specimens whose time is over. */
export async function deleteOldSpecimens(database: Queryable, days: number): Promise<number> {
  const { rowCount } = await database.query(
    "DELETE FROM board_specimen WHERE kept_at < now() - $1::int * interval '1 day'",
    [days],
  );
  return rowCount ?? 0;
}
