import {
  type BoardLevel,
  countLevels,
  findLevel,
  type LevelCounts,
} from '../activities/board-level.ts';
import { addDays, type Day, daysBetween } from './clock.ts';
import {
  findMedian,
  measureChange,
  placeChanges,
  type RankedDistrict,
  toThousandths,
} from './district-ranks.ts';
import { likeDistricts } from './like-districts.ts';
import type { ProgressFile } from './progress-file.ts';
import { computeScore, type PartShares, weighBoard } from './score-rules.ts';
import type { ScoreRules } from './score-rules-schema.ts';
import type { ActivityTally, ServiceTally } from './tallies.ts';
import { measureChance } from './visit-chance.ts';
import type { VisitTally } from './visits.ts';

/** Data that a district's score is computed from. */
export interface ScoredDistrict {
  id: string;
  /** Stations that are to have a board. */
  stations: readonly string[];
  /** People at the census; null where it is not known. */
  population: number | null;
  visits: readonly VisitTally[];
  /** Services of the app; none where no file tells. */
  services: readonly ServiceTally[];
  activities: readonly ActivityTally[];
}

/** Directions of a district that were due by a day, and those of them that it answered. */
export type AnsweredDirections = ReadonlyMap<string, { due: number; answered: number }>;

export interface ScoreDay {
  today: Day;
  /** The campaign's first day: before it nobody could enter anything. */
  startsOn: Day;
  /** Null until directions are followed up in a register. */
  answered: AnsweredDirections | null;
}

export type DistrictScore = NonNullable<ProgressFile['districts'][number]['score']> &
  Pick<RankedDistrict, 'change'>;

const weekDays = 7;
const qualityWeeks = 4;
/** HQ sends these to phones, so they are no entries of the district's. */
const sentByHq = new Set(['messages', 'calls']);

/** Scores of all districts on a day; null while nobody has entered anything and no code was scanned. */
export function districtScores(
  rules: ScoreRules,
  districts: readonly ScoredDistrict[],
  on: ScoreDay & { answeredBefore: AnsweredDirections | null },
): Map<string, DistrictScore> | null {
  const now = standing(rules, districts, on);
  if (now === null) return null;
  const weekAgo = addDays(on.today, -weekDays);
  const then = standing(
    rules,
    districts.map((district) => upTo(district, weekAgo)),
    {
      ...on,
      today: weekAgo,
      answered: on.answeredBefore,
    },
  );
  const places = placeChanges(now);
  const earlier = then === null ? null : placeChanges(then);
  const like = likeDistricts(districts, rules.likeDistricts);
  return new Map(
    districts.map((district) => {
      const own = now.get(district.id) as Standing;
      return [
        district.id,
        {
          ...own,
          rank: places.get(district.id)?.rank ?? null,
          band: places.get(district.id)?.band ?? null,
          bandBefore: earlier?.get(district.id)?.band ?? null,
          quality: judgeQuality(rules, district, on),
          like: amongLike(district.id, like.get(district.id), now),
        },
      ];
    }),
  );
}

interface Standing extends RankedDistrict {
  shares: PartShares;
  value: number | null;
}

function standing(
  rules: ScoreRules,
  districts: readonly ScoredDistrict[],
  on: ScoreDay,
): Map<string, Standing> | null {
  const untouched = districts.every(
    ({ visits, activities }) => visits.length === 0 && activities.length === 0,
  );
  if (untouched) return null;
  const from = addDays(on.today, 1 - rules.scanDays);
  const counts = districts.map((district) => {
    const { stations, population } = district;
    const days = dailyVisits(district, from, rules.scanDays);
    const visits = days.reduce((sum, count) => sum + count, 0);
    return {
      district,
      days,
      visits,
      perLakh: population === null ? null : (visits * 100_000) / population,
      perStation: stations.length === 0 ? null : visits / stations.length,
      services: servicesPerLakh(district, from),
    };
  });
  const full = {
    perLakh: fullRate(
      counts.map(({ perLakh }) => perLakh),
      rules.fullAtQuantile,
    ),
    perStation: fullRate(
      counts.map(({ perStation }) => perStation),
      rules.fullAtQuantile,
    ),
    services: fullRate(
      counts.map(({ services }) => services),
      rules.fullAtQuantile,
    ),
  };
  const chance = measureChance(counts.map(({ days }) => days));
  return new Map(
    counts.map(({ district, visits, perLakh, perStation, services }) => {
      const { id } = district;
      const levels = [...findLevels(district, on.today).values()];
      const all = district.stations.length;
      const due = on.answered?.get(id);
      const known: PartShares = {
        boards: weighBoards(levels, all, (level) => weighBoard(rules, level, on.today)),
        scansPerLakh: ofFull(perLakh, full.perLakh),
        scansPerStation: ofFull(perStation, full.perStation),
        freshness: on.today < on.startsOn ? null : freshness(rules, findAge(district, on.today)),
        directions: due === undefined || due.due === 0 ? null : due.answered / due.due,
        services: ofFull(services, full.services),
      };
      const shares = rounded(known);
      const weigh = (level: BoardLevel | null) => (level === null ? 0 : rules.rank.boards[level]);
      const evidence = {
        id,
        visits,
        stations: all,
        boards: levels.filter((level) => weigh(level) > 0).length,
        // Nobody checks what makes a district fresh, and the app's services are not the district's doing alone.
        shares: {
          ...known,
          boards: toShare(weighBoards(levels, all, weigh)),
          freshness: null,
          services: null,
        },
      };
      const change = measureChange(rules, evidence, chance);
      return [id, { shares, value: computeScore(rules, shares), ...change }];
    }),
  );
}

function weighBoards(
  levels: readonly (BoardLevel | null)[],
  stations: number,
  weigh: (level: BoardLevel | null) => number,
): number | null {
  return stations === 0 ? null : levels.reduce((sum, level) => sum + weigh(level), 0) / stations;
}

function upTo(district: ScoredDistrict, day: Day): ScoredDistrict {
  return {
    ...district,
    visits: district.visits.filter((tally) => tally.day <= day),
    services: district.services.filter((tally) => tally.day <= day),
    activities: district.activities.filter((tally) => tally.day <= day),
  };
}

function dailyVisits({ visits }: ScoredDistrict, from: Day, days: number): number[] {
  const counts = new Array<number>(days).fill(0);
  for (const tally of visits) {
    const at = daysBetween(from, tally.day);
    if (at >= 0 && at < days) counts[at] = (counts[at] as number) + tally.visits;
  }
  return counts;
}

/** Null where no file tells of these days, or the population is not known. */
function servicesPerLakh({ services, population }: ScoredDistrict, from: Day): number | null {
  const told = services.filter(({ day }) => day >= from);
  if (told.length === 0 || population === null) return null;
  return (told.reduce((sum, { count }) => sum + count, 0) * 100_000) / population;
}

/** The level of each station's board on a day. */
function findLevels(
  { stations, activities }: Pick<ScoredDistrict, 'stations' | 'activities'>,
  day: Day,
): Map<string, BoardLevel | null> {
  const due = new Set(stations);
  const levels = new Map<string, BoardLevel | null>();
  for (const { day: entered, measure, station, verified, board } of activities) {
    if (measure !== 'boards' || station === null || !due.has(station)) continue;
    const known = board ?? { ...onlyEntered, reported: entered, pictured: verified };
    levels.set(station, findLevel(known, day));
  }
  return levels;
}

const onlyEntered = { live: null, seen: null, missing: null };

/** Stations with a board, those of them with more than somebody's word, and all by what is known. */
export function countBoards(
  district: Pick<ScoredDistrict, 'stations' | 'activities'>,
  day: Day,
): { up: number; verified: number; levels: LevelCounts } {
  const found = findLevels(district, day);
  const levels = countLevels(found.values());
  const { pictured, live, seen } = levels;
  return { up: found.size, verified: pictured + live + seen, levels };
}

/** The rate that brings full marks; null where nobody has any scans, so that the part is counted nowhere. */
function fullRate(rates: readonly (number | null)[], quantile: number): number | null {
  const known = rates.flatMap((rate) => (rate ? [rate] : [])).sort((a, b) => a - b);
  return known[Math.ceil(quantile * known.length) - 1] ?? null;
}

/** More than 1 where the rate is more than full. */
function ofFull(rate: number | null, full: number | null): number | null {
  return rate === null || full === null ? null : rate / full;
}

/** Days since the district's latest entry; null without one. */
function findAge({ activities }: ScoredDistrict, today: Day): number | null {
  let latest = '';
  for (const { day, measure } of activities) {
    if (day > latest && !sentByHq.has(measure)) latest = day;
  }
  return latest === '' ? null : Math.max(0, daysBetween(latest, today));
}

function freshness({ freshDays, staleDays }: ScoreRules, age: number | null): number {
  if (age === null) return 0;
  return Math.min(1, Math.max(0, (staleDays - age) / (staleDays - freshDays)));
}

function judgeQuality(
  rules: ScoreRules,
  district: ScoredDistrict,
  on: ScoreDay,
): DistrictScore['quality'] {
  const { today, startsOn } = on;
  const ageDays = findAge(district, today);
  const { up, verified } = countBoards(district, today);
  const proof = up === 0 ? null : verified / up;
  const weeks = {
    entered: weeksWithEntry(district, today),
    of: Math.min(
      qualityWeeks,
      Math.max(1, Math.ceil((daysBetween(startsOn, today) + 1) / weekDays)),
    ),
  };
  const parts = [freshness(rules, ageDays), proof, Math.min(1, weeks.entered / weeks.of)];
  const known = parts.filter((part) => part !== null);
  const mean = known.reduce((sum, part) => sum + part, 0) / known.length;
  const { A, B, C } = rules.grades;
  const grade = mean >= A ? 'A' : mean >= B ? 'B' : mean >= C ? 'C' : 'D';
  return { grade: ageDays === null ? null : grade, ageDays, proof: toShare(proof), weeks };
}

/** Weeks that end with today, the latest first. */
function weeksWithEntry({ activities }: ScoredDistrict, today: Day): number {
  const weeks = new Set<number>();
  for (const { day, measure } of activities) {
    if (sentByHq.has(measure)) continue;
    const week = Math.floor(daysBetween(day, today) / weekDays);
    if (week < qualityWeeks) weeks.add(week);
  }
  return weeks.size;
}

function amongLike(
  id: string,
  like: readonly string[] | undefined,
  scores: ReadonlyMap<string, Standing>,
): DistrictScore['like'] {
  const own = scores.get(id)?.value ?? null;
  if (like === undefined || own === null) return null;
  const median = findMedian(like.flatMap((other) => scores.get(other)?.value ?? []));
  const places = placeChanges(new Map(like.map((other) => [other, scores.get(other) as Standing])));
  return {
    band: places.get(id)?.band ?? null,
    of: places.size,
    median: Math.round(median * 100) / 100,
  };
}

function rounded(shares: PartShares): PartShares {
  return Object.fromEntries(
    Object.entries(shares).map(([part, share]) => [part, toShare(share)]),
  ) as PartShares;
}

function toShare(share: number | null): number | null {
  return share === null ? null : toThousandths(Math.min(1, share));
}
