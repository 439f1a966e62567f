import type { DrawCount } from '../activities/board-draw.ts';
import type { BoardLevel, LevelCounts } from '../activities/board-level.ts';
import type { Campaign } from '../campaign.ts';
import { channels } from '../channel.ts';
import { addDays, type Day, toDay } from './clock.ts';
import {
  type AnsweredDirections,
  countBoards,
  districtScores,
  type ScoredDistrict,
} from './district-scores.ts';
import { countDownloads } from './downloads.ts';
import { forecastDownloads } from './forecast.ts';
import { listMeasures, type Measure, measures } from './measures.ts';
import { presentGoal } from './present-goal.ts';
import { computeProgress } from './progress.ts';
import type {
  CurveEvent,
  Downloads,
  FigureEvidence,
  Objection,
  ProgressFile,
} from './progress-file.ts';
import type { Reading } from './readings.ts';
import type { ActivityTally, InstallTally, ScanTally, ServiceTally } from './tallies.ts';
import type { VisitTally } from './visits.ts';

export interface ProgressInputs {
  campaign: Pick<Campaign, 'id' | 'goal' | 'goals' | 'directions' | 'score' | 'demonstration'>;
  /** Every district with its stations that are to have a board, and its people where they are known */
  districts: readonly { id: string; stations: readonly string[]; population?: number | null }[];
  /** Directions due and answered, today and a week ago; without them that part of the score is not counted */
  answered?: { now: AnsweredDirections; weekAgo: AnsweredDirections } | undefined;
  /** Events marked on the curve */
  events?: readonly CurveEvent[];
  /** Stated results of services for citizens */
  outcomes?: ProgressFile['outcomes'];
  /** Of districts to their figures */
  objections?: readonly Objection[];
  /** Drawn boards by district; one that is left out had none */
  draws?: ReadonlyMap<string, DrawCount>;
  readings: readonly Reading[];
  /** The files and entries that the readings are from. */
  evidence?: readonly FigureEvidence[];
  scans: readonly ScanTally[];
  /** The day from which a visitor is a network of a day; null where none was counted otherwise */
  networksFrom?: Day | null;
  /** Visitors that the score counts; left out where nobody counts them, and every scan is one */
  visits?: readonly VisitTally[];
  /** Services of the app, by its own files; none while no file is in */
  services?: readonly ServiceTally[];
  activities: readonly ActivityTally[];
  /** None while the app reports nothing */
  installs?: readonly InstallTally[];
  /** The campaign's today, which may be set */
  today: Day;
  /** The real time */
  now: Date;
}

/** Days before the start that the published series begins at the earliest. */
const leadDays = 60;

/**
 * Everything that the progress page shows, from plain inputs: a site without a service calls it with no readings,
 * and a service with what is in its database. What is later than today is left out.
 */
export function buildProgress(inputs: ProgressInputs): ProgressFile {
  const { campaign, today, now } = inputs;
  const scans = inputs.scans.filter((tally) => tally.day <= today);
  const activities = inputs.activities.filter((tally) => tally.day <= today);
  const installs = (inputs.installs ?? []).filter((tally) => tally.day <= today);
  const downloads = countDownloads(inputs.readings, today);
  const { goal, earlier } = presentGoal(
    [campaign.goal, ...(campaign.goals ?? [])],
    downloads,
    today,
  );
  const { startsOn, endsOn } = goal;
  const scansOf = Map.groupBy(scans, ({ district }) => district);
  const scansBy = Map.groupBy(scans, ({ channel }) => channel);
  const visits = inputs.visits?.filter((tally) => tally.day <= today) ?? scans.map(toVisit);
  const visitsOf = Map.groupBy(visits, ({ district }) => district);
  const services = (inputs.services ?? []).filter((tally) => tally.day <= today);
  const servicesOf = Map.groupBy(services, ({ district }) => district);
  const activitiesOf = Map.groupBy(activities, ({ district }) => district);
  const tallied = inputs.districts.map(({ id, stations, population = null }) => ({
    id,
    stations,
    population,
    scans: scansOf.get(id) ?? [],
    visits: visitsOf.get(id) ?? [],
    services: servicesOf.get(id) ?? [],
    activities: activitiesOf.get(id) ?? [],
  }));
  const scores =
    campaign.score === undefined
      ? null
      : districtScores(campaign.score, tallied, {
          today,
          startsOn: campaign.goal.startsOn,
          answered: inputs.answered?.now ?? null,
          answeredBefore: inputs.answered?.weekAgo ?? null,
        });
  const districts = tallied.map((district) => ({
    ...districtProgress(district, today),
    score: scores?.get(district.id) ?? null,
    draw: inputs.draws?.get(district.id) ?? { drawn: 0, looked: 0, missing: 0 },
    installs: countInstalls(installs, today, (tally) => tally.district === district.id),
    objections: (inputs.objections ?? []).flatMap(({ district: of, ...own }) =>
      of === district.id ? [own] : [],
    ),
  }));
  const boards = {
    stations: sumBy(districts, (district) => district.boards.stations),
    up: sumBy(districts, (district) => district.boards.up),
    verified: sumBy(districts, (district) => district.boards.verified),
    levels: sumLevels(districts),
  };
  return {
    campaign: campaign.id,
    sample: campaign.demonstration !== undefined,
    generatedAt: now.toISOString(),
    today,
    replayed: today !== toDay(now),
    goal,
    ...(earlier.length === 0 ? {} : { earlier }),
    downloads: publishedDownloads(downloads, addDays(startsOn, -leadDays)),
    evidence: [...(inputs.evidence ?? [])],
    progress: computeProgress(goal, downloads, today),
    forecast:
      today > endsOn ? { kind: 'none', reason: 'ended' } : forecastDownloads(goal, downloads),
    boards,
    scans: countScans(scans, today),
    visitors: countScans(scans.map(toVisitors), today),
    networksFrom: inputs.networksFrom ?? null,
    installs: countInstalls(installs, today, () => true),
    scanDays: scanDays(scans, addDays(startsOn, -leadDays)),
    channels: channels.map((channel) => ({
      channel,
      ...countScans(scansBy.get(channel) ?? [], today),
      installs: countInstalls(installs, today, (tally) => tally.channel === channel),
    })),
    districts,
    events: (inputs.events ?? [])
      .filter(({ day }) => day <= today)
      .sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id)),
    outcomes: (inputs.outcomes ?? []).filter(({ asOf }) => asOf <= today),
    directions: campaign.directions.map((direction) =>
      directionProgress(direction, { scans, activities, boards, today }),
    ),
  };
}

function sumLevels(
  districts: readonly Pick<ProgressFile['districts'][number], 'boards'>[],
): LevelCounts {
  const sum = (level: BoardLevel) => sumBy(districts, ({ boards }) => boards.levels[level]);
  return {
    reported: sum('reported'),
    pictured: sum('pictured'),
    live: sum('live'),
    seen: sum('seen'),
  };
}

/** Its visitors, to be added up as scans are. */
function toVisitors({ visitors, ...tally }: ScanTally): ScanTally {
  return { ...tally, scans: visitors ?? tally.scans };
}

function toVisit({ day, district, scans }: ScanTally): VisitTally {
  return { day, district, visits: scans };
}

function publishedDownloads(downloads: Downloads, from: Day): Downloads {
  if (downloads.kind === 'none') return downloads;
  return { ...downloads, days: downloads.days.filter(({ date }) => date >= from) };
}

interface Tallies {
  scans: readonly ScanTally[];
  activities: readonly ActivityTally[];
  today: Day;
}

function districtProgress(
  district: ScoredDistrict & { scans: readonly ScanTally[] },
  today: Day,
): Omit<ProgressFile['districts'][number], 'score' | 'draw' | 'installs' | 'objections'> {
  const { population, scans, activities } = district;
  const visitors = countScans(scans.map(toVisitors), today);
  const due = new Set(district.stations);
  const boards = activities.filter(
    ({ measure, station }) => measure === 'boards' && station !== null && due.has(station),
  );
  const others = measures.filter((measure) => measure !== 'boards');
  return {
    district: district.id,
    boards: {
      stations: due.size,
      ...countBoards(district, today),
    },
    boardsLast7:
      countStations(boards) - countStations(boards.filter(({ day }) => day < addDays(today, -6))),
    scans: countScans(scans, today),
    visitors,
    visitorsPerStation: due.size === 0 ? null : visitors.total / due.size,
    population,
    visitorsPerLakh: population === null ? null : (visitors.total * 100_000) / population,
    activities: Object.fromEntries(
      others
        .map((measure) => [measure, countActivities(activities, measure)] as const)
        .filter(([, count]) => count > 0),
    ),
  };
}

function directionProgress(
  direction: Pick<Campaign['directions'][number], 'id' | 'channels'>,
  { scans, activities, boards, today }: Tallies & { boards: ProgressFile['boards'] },
): ProgressFile['directions'][number] {
  const counts = listMeasures(direction.channels).map((measure) => {
    if (measure === 'boards') {
      return { measure, count: boards.up, verified: boards.verified, of: boards.stations };
    }
    const verified = activities.filter((activity) => activity.verified);
    return {
      measure,
      count: countActivities(activities, measure),
      verified: countActivities(verified, measure),
      of: null,
    };
  });
  return {
    id: direction.id,
    status: directionStatus(counts),
    counts,
    scans: countScans(
      scans.filter((tally) => direction.channels.includes(tally.channel)),
      today,
    ),
  };
}

type Counts = ProgressFile['directions'][number]['counts'];

/** A direction is done when every count is complete; where no full number is known it stays under way. */
function directionStatus(counts: Counts): ProgressFile['directions'][number]['status'] {
  if (counts.length === 0) return 'not-counted';
  if (counts.every(({ count }) => count === 0)) return 'not-begun';
  const isDone = counts.every(({ verified, of }) => of !== null && of > 0 && verified >= of);
  return isDone ? 'done' : 'under-way';
}

function countScans(scans: readonly ScanTally[], today: Day): ProgressFile['scans'] {
  const weekStart = addDays(today, -6);
  const recent = scans.filter(({ day }) => day >= weekStart);
  return {
    total: sumBy(scans, (tally) => tally.scans),
    last7: sumBy(recent, (tally) => tally.scans),
  };
}

/** Null while the app reports nothing at all, which is not the same as no installs. */
function countInstalls(
  all: readonly InstallTally[],
  today: Day,
  isOne: (tally: InstallTally) => boolean,
): ProgressFile['installs'] {
  if (all.length === 0) return null;
  const own = all.filter(isOne);
  const recent = own.filter(({ day }) => day >= addDays(today, -6));
  return {
    total: sumBy(own, (tally) => tally.installs),
    last7: sumBy(recent, (tally) => tally.installs),
  };
}

function scanDays(scans: readonly ScanTally[], from: Day): ProgressFile['scanDays'] {
  const byDay = Map.groupBy(scans, ({ day }) => day);
  return [...byDay]
    .filter(([date]) => date >= from)
    .map(([date, own]) => ({ date, scans: sumBy(own, (tally) => tally.scans) }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

function countActivities(activities: readonly ActivityTally[], measure: Measure): number {
  return sumBy(
    activities.filter((activity) => activity.measure === measure),
    (activity) => activity.count,
  );
}

function countStations(boards: readonly ActivityTally[]): number {
  return new Set(boards.map(({ station }) => station)).size;
}

function sumBy<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}
