import { z } from 'zod';
import { addDays, type Day } from '../../../campaigns/tracker/clock.ts';
import { instant, refusals } from '../../contract/route.ts';
import type { Progress } from '../../figures/progress/module.ts';
import type { House } from '../../kit/house.ts';
import { queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes, serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { expectMay } from '../stations/district-stations.ts';

const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/);
const day = z.iso.date();

const record = z.object({
  weeks: z
    .array(z.object({ first: day, last: day, scans: z.int() }))
    .describe('Scans of its codes by week, the earliest first; the last week ends today'),
  versions: z
    .array(
      z.object({
        artwork: z.string(),
        sha256: z.string(),
        madeAt: instant,
        supersededAt: instant.nullable(),
      }),
    )
    .describe('Press files of its artwork, the present one of each first'),
});
type StationRecordAnswer = z.output<typeof record>;

interface StationRecordOptions extends Pick<House, 'database' | 'directory' | 'registry'> {
  progress: Pick<Progress, 'live'>;
}

/** The officers' page of a station. */
export function openStationRecords(options: StationRecordOptions): Module {
  return {
    name: 'station records',
    register: ({ api }) => addRoutes(api, stationRecordRoutes(options)),
  };
}

export function stationRecordRoutes({
  database: { pool },
  directory,
  registry,
  progress,
}: StationRecordOptions) {
  return [
    serveRoute('GET /api/stations/:district/:station/record', {
      summary: 'Scans by week and artwork versions of a station',
      params: z.object({ district: id, station: id }),
      response: { 200: record, ...refusals(404) },
      may: 'station.read',
      handler: async ({ actor, params }) => {
        const { district, station } = params;
        expectMay(directory, actor, 'station.read', district);
        if (!directory.stations.some((each) => each.district === district && each.id === station)) {
          throw new Refusal('not-found');
        }
        const { today } = (await progress.live.current()).file;
        const owner = { scope: 'station', district, station } as const;
        const known = registry();
        const codes = known.has(owner)
          ? (['board', 'pamphlet'] as const).map((channel) => known.codeFor(owner, channel))
          : [];
        return {
          weeks: await readWeeks(pool, codes, today),
          versions: await readVersions(pool, params),
        };
      },
    }),
  ];
}

interface Place {
  district: string;
  station: string;
}
const weeksShown = 12;

function readVersions(
  database: Queryable,
  { district, station }: Place,
): Promise<StationRecordAnswer['versions']> {
  return queryRows<StationRecordAnswer['versions'][number]>(database)`
    SELECT artwork, sha256, made_at AS "madeAt", superseded_at AS "supersededAt" FROM artwork_version
    WHERE district = ${district} AND station = ${station}
    ORDER BY artwork, superseded_at DESC NULLS FIRST, made_at DESC LIMIT 60`;
}

/** Weeks of seven days; the last one ends today. */
export async function readWeeks(
  database: Queryable,
  codes: readonly string[],
  today: Day,
): Promise<StationRecordAnswer['weeks']> {
  const rows = await queryRows<{ ago: number; scans: number }>(database)`
    SELECT (${today}::date - day) / 7 AS ago, sum(scans)::int AS scans FROM scan_by_code
    WHERE code = ANY (${codes}::text[]) AND day > ${today}::date - ${weeksShown * 7}::int
      AND day <= ${today}::date GROUP BY ago`;
  const counts = new Map(rows.map(({ ago, scans }) => [ago, scans]));
  return Array.from({ length: weeksShown }, (_, at) => {
    const ago = weeksShown - 1 - at;
    const last = addDays(today, -7 * ago);
    return { first: addDays(last, -6), last, scans: counts.get(ago) ?? 0 };
  });
}
