import type { Pool } from 'pg';
import type { StationId } from '../../../campaigns/directory/station-names.ts';

/** Stations of the members. */
export async function readListStations(pool: Pool, audienceId: number): Promise<StationId[]> {
  const { rows } = await pool.query<StationId>(
    `SELECT district, station AS id FROM station_number WHERE number IN (
       SELECT station FROM audience_member WHERE audience_id = $1 AND station IS NOT NULL)`,
    [audienceId],
  );
  return rows;
}
