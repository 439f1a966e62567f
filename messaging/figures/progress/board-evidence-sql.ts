import { countedStatuses } from '../../../campaigns/activities/activity-status.ts';
import type { BoardEvidence } from '../../../campaigns/activities/board-level.ts';
import { publicScans } from '../../../campaigns/activities/board-level.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import type { Registry } from '../../../campaigns/links/registry.ts';
import { addDays, type Day } from '../../../campaigns/tracker/clock.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export interface EvidenceSource {
  pool: Queryable;
  /** Owners of the codes that were scanned; left out, no board is known to be. */
  registry?: (() => Registry) | undefined;
}

type Row = Omit<BoardEvidence, 'scanDays'> & { district: string; id: string };

/**
 * Evidence of the boards that count, by the station's key. An approved entry is pictured where it had a picture, also
 * after that was deleted. The office that hangs boards is the district; what it says against itself is believed.
 * @param districts left out for all
 */
export async function readBoardEvidence(
  { pool, registry }: EvidenceSource,
  { today, districts = null }: { today: Day; districts?: readonly string[] | null },
): Promise<Map<string, BoardEvidence>> {
  const [{ rows }, scanDays] = await Promise.all([
    pool.query<Row>(
      `WITH inspected AS (
         SELECT district, station, max(inspected_at) FILTER (WHERE role <> 'district') AS second_at,
           (array_agg(state ORDER BY inspected_at DESC, id DESC) FILTER (WHERE role <> 'district'))[1] AS second,
           max(inspected_at) FILTER (WHERE role = 'district') AS own_at,
           (array_agg(state ORDER BY inspected_at DESC, id DESC) FILTER (WHERE role = 'district'))[1] AS own
         FROM board_inspection GROUP BY district, station
       ), captured AS (
         SELECT district, station, max(told_at) AS live FROM board_capture WHERE live GROUP BY district, station
       )
       SELECT a.district, a.station AS id, a.day::text AS reported,
         a.status = 'verified' OR (a.status = 'approved' AND (a.photo IS NOT NULL OR EXISTS (
           SELECT FROM activity_version AS v WHERE v.activity_id = a.id AND v.state->>'photo' IS NOT NULL
         ))) AS pictured,
         c.live, CASE WHEN i.second <> 'missing' THEN i.second_at END AS seen,
         CASE WHEN i.second = 'missing' THEN i.second_at
           WHEN i.own = 'missing' AND (i.second_at IS NULL OR i.own_at > i.second_at) THEN i.own_at END AS missing
       FROM activity AS a LEFT JOIN inspected AS i USING (district, station) LEFT JOIN captured AS c USING (district, station)
       WHERE a.kind = 'board' AND a.station IS NOT NULL AND a.status = ANY ($1::text[])
         AND ($2::text[] IS NULL OR a.district = ANY ($2))`,
      [countedStatuses, districts],
    ),
    readScanDays(pool, { today, districts }),
  ]);
  const known = registry?.();
  const daysOf = new Map<string, readonly Day[]>();
  for (const [code, days] of scanDays) {
    const owner = known?.ownerOf(code)?.owner;
    if (owner?.scope === 'station')
      daysOf.set(stationKey({ district: owner.district, id: owner.station }), days);
  }
  return new Map(
    rows.map(({ district, id, ...found }) => {
      const key = stationKey({ district, id });
      return [key, { ...found, scanDays: daysOf.get(key) ?? [] }];
    }),
  );
}

/** Days of this window and the week before it, for the rank a week ago. */
async function readScanDays(
  pool: Queryable,
  { today, districts }: { today: Day; districts: readonly string[] | null },
): Promise<Map<string, Day[]>> {
  const { rows } = await pool.query<{ code: string; days: Day[] }>(
    `SELECT code, array_agg(day::text) AS days FROM scan_by_code
     WHERE channel = 'board' AND coalesce(visits, visitors) >= $3 AND day > $1::date
       AND ($2::text[] IS NULL OR district = ANY ($2))
     GROUP BY code`,
    [addDays(today, -publicScans.ofDays - 7), districts, publicScans.people],
  );
  return new Map(rows.map(({ code, days }) => [code, days]));
}
