import { type BoardEvidence, findLevel } from '../../../campaigns/activities/board-level.ts';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { boardStations, type Directory, stationKey } from '../../../campaigns/directory/station.ts';
import type { Registry } from '../../../campaigns/links/registry.ts';
import { buildProgress } from '../../../campaigns/tracker/build-progress.ts';
import { addDays, type Day } from '../../../campaigns/tracker/clock.ts';
import type { AnsweredDirections } from '../../../campaigns/tracker/district-scores.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import type { ServiceTally } from '../../../campaigns/tracker/tallies.ts';
import { tallyVisits, type VisitTally } from '../../../campaigns/tracker/visits.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { readCurveEvents, readOutcomes } from '../annotations/annotations-serve.ts';
import { readObjections } from '../objections/objections-serve.ts';
import { readServiceTallies } from '../reports/app-services-sql.ts';
import { listEvidence, readReadings } from '../reports/reports-sql.ts';
import { readBoardEvidence } from './board-evidence-sql.ts';
import {
  readActivityTallies,
  readDrawCounts,
  readInstallTallies,
  readPhoneTallies,
  readScanTallies,
} from './tallies-sql.ts';
import { readCodeVisits, readNetworksFrom } from './visits-sql.ts';

const weekDays = 7;

export interface ProgressSource {
  pool: Queryable;
  /** Owners of the codes that were scanned; left out, none is known. */
  registry?: (() => Registry) | undefined;
  campaign: Campaign;
  directory: Directory;
  /** People by district, for figures per lakh; a district that it lacks has none. */
  population?: ReadonlyMap<string, number>;
  /** Directions due and answered by a day; left out, that part of the score is not counted. */
  answered?: ((day: Day, today: Day) => Promise<AnsweredDirections>) | undefined;
}

/** Reads what the database has and builds the progress of a day from it. */
export async function loadProgress(
  { pool, registry, campaign, directory, population, answered }: ProgressSource,
  at: { today: Day; now: Date },
): Promise<ProgressFile> {
  const boards = await readBoardEvidence(pool);
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
      weekAgo: await answered(addDays(at.today, -weekDays), at.today),
    },
    readings: await readReadings(pool),
    evidence: await listEvidence(pool),
    scans: await readScanTallies(pool),
    visits: await readVisits(pool, campaign, { today: at.today, boards, registry: registry?.() }),
    networksFrom: await readNetworksFrom(pool),
    services: await readServices(pool, campaign, at.today),
    installs: await readInstallTallies(pool),
    activities: [...(await readActivityTallies(pool, boards)), ...(await readPhoneTallies(pool))],
    events: await readCurveEvents(pool),
    draws: await readDrawCounts(pool, at.today),
    objections: await readObjections(pool),
    outcomes: await readOutcomes(pool, campaign),
    ...at,
  });
}

/**
 * Of the days of the score, and of the week before: the rank a week ago is reckoned from them as well. A board's code counts
 * once the board was entered and unless it was not there: another print of it is no board.
 */
async function readVisits(
  pool: Queryable,
  { score }: Campaign,
  {
    today,
    boards,
    registry,
  }: { today: Day; boards: ReadonlyMap<string, BoardEvidence>; registry: Registry | undefined },
): Promise<VisitTally[]> {
  if (score === undefined) return [];
  const { scanDays, burstTimes } = score;
  const codes = await readCodeVisits(pool, { until: today, days: scanDays + weekDays });
  const counted = codes.filter(({ code }) => {
    const found = registry?.ownerOf(code);
    if (found?.channel !== 'board' || found.owner.scope !== 'station') return true;
    const { district, station } = found.owner;
    const evidence = boards.get(stationKey({ district, id: station }));
    return evidence !== undefined && findLevel(evidence, today) !== null;
  });
  return tallyVisits(counted, { burstTimes, until: today });
}

/** Of the same days. */
async function readServices(
  pool: Queryable,
  { score }: Campaign,
  today: Day,
): Promise<ServiceTally[]> {
  if (score === undefined) return [];
  return readServiceTallies(pool, addDays(today, 1 - score.scanDays - weekDays));
}
