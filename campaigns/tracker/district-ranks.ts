import { type Band, fullScore, type NoRankReason } from './score-parts.ts';
import { computePoints, type PartShares } from './score-rules.ts';
import type { ScoreRules } from './score-rules-schema.ts';
import { type Chance, spreadVisits } from './visit-chance.ts';

/** Points gained since the own start, on verified evidence alone, with the ends of their interval. */
export interface Change {
  /** Parts as they are now. */
  shares: PartShares;
  /** Parts at the start. */
  start: PartShares;
  points: number;
  low: number;
  high: number;
}

/** A district's verified evidence on a day. */
export interface Evidence {
  id: string;
  stations: number;
  /** Boards that the ranking counts. */
  boards: number;
  visits: number;
  /** Shares of the parts that depend on visits are as if no rate were more than full. */
  shares: PartShares;
}

export interface RankedDistrict {
  change: Change;
  noRank: NoRankReason | null;
}

const nothing: PartShares = {
  boards: 0,
  scansPerLakh: 0,
  scansPerStation: 0,
  freshness: null,
  directions: 0,
  services: null,
};

/** The gain of a district, or why it is not ranked. */
export function measureChange(
  rules: ScoreRules,
  evidence: Evidence,
  chance: Chance,
): RankedDistrict {
  const { id, visits, stations, boards } = evidence;
  const { start: starts, least } = rules.rank;
  const start = starts.districts[id] ?? nothing;
  const shares = sharesAt(evidence, 1);
  const ends = spreadVisits(visits, rules.scanDays, chance);
  const gained = (at: PartShares) => toHundredths(addUpGains(rules, at, start));
  const end = (count: number) => gained(sharesAt(evidence, visits === 0 ? 1 : count / visits));
  const room = fullScore - addUpGains(rules, start, nothing);
  return {
    change: { shares, start, points: gained(shares), low: end(ends.low), high: end(ends.high) },
    noRank:
      boards < Math.min(least.boards, stations)
        ? 'few-boards'
        : visits < least.visits
          ? 'few-visits'
          : room < least.room
            ? 'full-start'
            : null,
  };
}

/** A district's place as far as chance allows. */
export interface Place {
  band: Band;
  /** Null where its interval touches another one, as chance could have put the two the other way round. */
  rank: number | null;
}

/** Places of the districts that have enough to be compared. */
export function placeChanges(districts: ReadonlyMap<string, RankedDistrict>): Map<string, Place> {
  const ranked = [...districts].filter(([, { noRank }]) => noRank === null);
  const middle = findMedian(ranked.map(([, { change }]) => change.points));
  return new Map(
    ranked.map(([id, { change: own }]) => {
      const others = ranked.filter(([other]) => other !== id).map(([, { change }]) => change);
      const above = others.filter(({ low }) => low > own.high).length;
      const below = others.filter(({ high }) => high < own.low).length;
      const band = own.low > middle ? 'ahead' : own.high < middle ? 'behind' : 'with';
      return [id, { band, rank: above + below === others.length ? above + 1 : null }];
    }),
  );
}

/** The middle value, or the mean of the two in the middle; NaN of none. */
export function findMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] as number) + (sorted[Math.floor(middle)] as number)) / 2;
}

function sharesAt({ shares }: Evidence, times: number): PartShares {
  const part = (share: number | null) =>
    share === null ? null : toThousandths(Math.min(1, share * times));
  return {
    ...shares,
    scansPerLakh: part(shares.scansPerLakh),
    scansPerStation: part(shares.scansPerStation),
  };
}

function addUpGains(rules: ScoreRules, now: PartShares, start: PartShares): number {
  return computePoints(rules, now).reduce(
    (sum, { part, share, of }) => sum + (share === null ? 0 : of * (share - (start[part] ?? 0))),
    0,
  );
}

function toHundredths(points: number): number {
  return Math.round(points * 100) / 100;
}

/** To a tenth of a per cent: what is published, and what anybody can reckon the points from. */
export function toThousandths(share: number): number {
  return Math.round(share * 1000) / 1000;
}
