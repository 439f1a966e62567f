import { countedStatuses } from '../../../campaigns/activities/activity-status.ts';
import type { DrawFrame } from '../../../campaigns/activities/board-draw.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import { addDays, type Day } from '../../../campaigns/tracker/clock.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** A week's draw; without what was drawn until the week begins. */
export interface Draw {
  week: Day;
  seed: string;
  hash: string;
  fresh: string[] | null;
  standing: string[] | null;
  drawn: string[] | null;
}

/** Keeps the seed that is there already. */
export async function insertDraw(
  database: Queryable,
  { week, seed, hash, at }: Pick<Draw, 'week' | 'seed' | 'hash'> & { at: Date },
): Promise<void> {
  await database.query(
    'INSERT INTO board_draw (week, seed, hash, committed_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [week, seed, hash, at],
  );
}

const columns = 'week::text AS week, seed, hash, fresh, standing, drawn';

/** A week's draw, locked until the transaction ends, so that one process draws. */
export async function lockDraw(tx: Queryable, week: Day): Promise<Draw | undefined> {
  const { rows } = await tx.query<Draw>(
    `SELECT ${columns} FROM board_draw WHERE week = $1 FOR UPDATE`,
    [week],
  );
  return rows[0];
}

export async function setDrawn(
  tx: Queryable,
  week: Day,
  { fresh, standing, drawn }: DrawFrame & { drawn: readonly string[] },
): Promise<void> {
  await tx.query('UPDATE board_draw SET fresh = $2, standing = $3, drawn = $4 WHERE week = $1', [
    week,
    fresh,
    standing,
    drawn,
  ]);
}

/** All draws, the latest first. */
export async function listDraws(database: Queryable): Promise<Draw[]> {
  const { rows } = await database.query<Draw>(
    `SELECT ${columns} FROM board_draw ORDER BY week DESC`,
  );
  return rows;
}

/** Boards that count, by when they were entered; in the order of their keys. */
export async function readFrame(database: Queryable, week: Day): Promise<DrawFrame> {
  const { rows } = await database.query<{ district: string; id: string; isFresh: boolean }>(
    `SELECT district, station AS id, day >= $1::date AS "isFresh" FROM activity
     WHERE kind = 'board' AND station IS NOT NULL AND status = ANY ($2::text[]) AND day < $3::date`,
    [addDays(week, -7), countedStatuses, week],
  );
  const keys = (isFresh: boolean) =>
    rows
      .filter((row) => row.isFresh === isFresh)
      .map(stationKey)
      .sort();
  return { fresh: keys(true), standing: keys(false) };
}

/** Where stations lie by their live pictures: the middle of what phones said. */
export async function readPlaces(
  database: Queryable,
  districts: readonly string[],
): Promise<Map<string, { lon: number; lat: number }>> {
  const { rows } = await database.query<{ district: string; id: string; lon: number; lat: number }>(
    `SELECT district, station AS id, percentile_cont(0.5) WITHIN GROUP (ORDER BY lon) AS lon,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY lat) AS lat
     FROM board_capture WHERE live AND lon IS NOT NULL AND district = ANY ($1) GROUP BY district, station`,
    [districts],
  );
  return new Map(rows.map(({ lon, lat, ...station }) => [stationKey(station), { lon, lat }]));
}
