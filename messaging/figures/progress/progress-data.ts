import type { Activity } from '../../../campaigns/activities/activity.ts';
import { countedStatuses } from '../../../campaigns/activities/activity-status.ts';
import { tallyActivities } from '../../../campaigns/activities/counts.ts';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Channel } from '../../../campaigns/channel.ts';
import { boardStations, type Directory } from '../../../campaigns/directory/station.ts';
import { buildProgress } from '../../../campaigns/tracker/build-progress.ts';
import { addDays, type Day } from '../../../campaigns/tracker/clock.ts';
import type { AnsweredDirections } from '../../../campaigns/tracker/district-scores.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import type { ActivityTally, InstallTally, ScanTally } from '../../../campaigns/tracker/tallies.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { readCurveEvents, readOutcomes } from '../annotations/annotations-sql.ts';
import { serviceName } from '../annotations/service-name.ts';
import { readReadings } from '../reports/reports-sql.ts';
import { readPhoneTallies } from './phone-tallies-sql.ts';

export interface ProgressSource {
  pool: Queryable;
  campaign: Campaign;
  directory: Directory;
  /** People by district, for figures per lakh; a district that it lacks has none. */
  population?: ReadonlyMap<string, number>;
  /** Directions due and answered by a day; left out, that part of the score is not counted. */
  answered?: (day: Day, today: Day) => Promise<AnsweredDirections>;
}

/** Reads what the database has and builds the progress of a day from it. */
export async function loadProgress(
  { pool, campaign, directory, population, answered }: ProgressSource,
  at: { today: Day; now: Date; sample: boolean },
): Promise<ProgressFile> {
  const stations = Map.groupBy(boardStations(directory), ({ district }) => district);
  return buildProgress({
    campaign,
    districts: directory.districts.map(({ id }) => ({
      id,
      stations: (stations.get(id) ?? []).map((station) => station.id),
      population: population?.get(id) ?? null,
    })),
    answered: answered && {
      now: await answered(at.today, at.today),
      weekAgo: await answered(addDays(at.today, -7), at.today),
    },
    readings: await readReadings(pool),
    scans: await readScans(pool),
    installs: await readInstalls(pool),
    activities: [...(await readActivities(pool)), ...(await readPhoneTallies(pool))],
    events: await readCurveEvents(pool),
    outcomes: (await readOutcomes(pool)).flatMap(({ id, service, count, asOf, source, url }) => {
      const name = serviceName(campaign, service);
      return name === undefined ? [] : [{ id, service, name, count, asOf, source, url }];
    }),
    ...at,
  });
}

async function readScans(database: Queryable): Promise<ScanTally[]> {
  const { rows } = await database.query<{
    day: Day;
    district: string;
    channel: Channel;
    scans: number;
  }>('SELECT day::text AS day, district, channel, scans FROM scan_by_district WHERE scans > 0');
  return rows;
}

async function readInstalls(database: Queryable): Promise<InstallTally[]> {
  const { rows } = await database.query<InstallTally>(
    `SELECT day::text AS day, district, channel, sum(installs)::int AS installs
     FROM install_by_code GROUP BY day, district, channel`,
  );
  return rows;
}

/** An officer's word on what an operator sent counts until the operator's own report is in. */
async function readActivities(database: Queryable): Promise<ActivityTally[]> {
  const { rows } = await database.query<
    Pick<Activity, 'kind' | 'district' | 'station' | 'day' | 'details' | 'status'>
  >(
    `SELECT kind, district, station, day::text AS day, details, status FROM activity
     WHERE status = ANY ($1::text[]) AND NOT EXISTS (
       SELECT FROM operator_delivery AS reported
       WHERE reported.channel = kind AND lower(reported.operator) = lower(trim(details->>'operator'))
     )`,
    [countedStatuses],
  );
  return tallyActivities(rows);
}
