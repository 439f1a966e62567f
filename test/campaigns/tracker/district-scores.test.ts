import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { addDays, toInstant } from '../../../campaigns/tracker/clock.ts';
import {
  type DistrictScore,
  districtScores,
  type ScoredDistrict,
} from '../../../campaigns/tracker/district-scores.ts';
import { likeDistricts } from '../../../campaigns/tracker/like-districts.ts';
import { computePoints, computeScore } from '../../../campaigns/tracker/score-rules.ts';
import type { ScoreRules } from '../../../campaigns/tracker/score-rules-schema.ts';

const rules = loadCampaign('up-cop').score as ScoreRules;
/** Everybody is ranked, however little there is. */
const lenient = { ...rules, rank: { ...rules.rank, least: { boards: 0, visits: 0, room: 0 } } };
const today = '2019-04-24';
const on = { today, startsOn: '2019-03-27', answered: null, answeredBefore: null };

const seen = { pictured: true, live: null, missing: null, scanDays: [] };
const board = (station: string, day = today, isSeen = true) => ({
  day,
  measure: 'boards' as const,
  district: '',
  station,
  count: 1,
  verified: isSeen,
  ...(isSeen && { board: { ...seen, reported: day, seen: toInstant(day, '12:00') } }),
});
const scan = (visits: number, day = today) => ({ day, district: '', visits });

function district(id: string, own: Partial<ScoredDistrict> = {}): ScoredDistrict {
  const empty = { visits: [], services: [], activities: [] };
  return { id, stations: ['a', 'b'], population: 2_000_000, ...empty, ...own };
}

function scores(...districts: ScoredDistrict[]): Map<string, DistrictScore> {
  const found = districtScores(lenient, districts, on);
  if (found === null) throw new Error('Expected scores, got none');
  return found;
}

describe('a score out of 10', () => {
  test('nobody is ranked while nobody has done anything', () => {
    expect(districtScores(rules, [district('agra'), district('mau')], on)).toBeNull();
  });

  test('everything done is 10, nothing done is 0', () => {
    const full = district('agra', { visits: [scan(40)], activities: [board('a'), board('b')] });
    const found = scores(full, district('mau'));
    expect(found.get('agra')).toMatchObject({ value: 10, rank: 1 });
    expect(found.get('mau')).toMatchObject({ value: 0, rank: 2 });
  });

  const noon = toInstant(today, '12:00');
  const known = { reported: today, ...seen, seen: null };
  test.each([
    ['reported', { ...known, pictured: false }, 0.2],
    ['pictured', known, 0.5],
    ['live', { ...known, live: noon }, 0.8],
    ['seen', { ...known, live: noon, seen: noon }, 1],
    ['looked for in vain', { ...known, missing: noon }, 0],
  ])('a board that is %s counts by that', (_, evidence, weight) => {
    const own = { ...board('a'), board: evidence };
    const found = scores(district('agra', { activities: [own] }));
    expect(found.get('agra')?.shares.boards).toBe(weight / 2);
  });

  test('before boards counted by level, one with a picture was one and any other none', () => {
    const day = addDays(rules.boardLevels.from, -1);
    const own = (station: string, pictured: boolean) => ({
      ...board(station, day),
      board: { ...known, reported: day, pictured },
    });
    const districts = [district('agra', { activities: [own('a', true), own('b', false)] })];
    const share = (today: string) =>
      districtScores(rules, districts, { ...on, today })?.get('agra')?.shares.boards;
    expect([share(day), share(rules.boardLevels.from)]).toEqual([0.5, 0.35]);
  });

  test('a board counts only at a station that is to have one', () => {
    const found = scores(district('mau', { activities: [board('elsewhere')] }));
    expect(found.get('mau')?.shares.boards).toBe(0);
  });

  test('the points of the parts add up to it', () => {
    const found = scores(
      district('agra', { visits: [scan(7)], activities: [board('a', addDays(today, -20))] }),
      district('mau', { visits: [scan(40)], activities: [board('a')] }),
    );
    for (const { value, shares } of found.values()) {
      const sum = computePoints(rules, shares).reduce((all, { points }) => all + points, 0);
      expect(value).toBe(Math.round(sum * 100) / 100);
    }
  });

  const cases: [string, Partial<ScoredDistrict>, keyof DistrictScore['shares']][] = [
    ['the population is not known', { population: null }, 'scansPerLakh'],
    ['no station is to have a board', { stations: [] }, 'boards'],
    ['no direction was due', {}, 'directions'],
  ];
  test.each(cases)('where %s, the weight falls to the other parts', (_, own, part) => {
    const same = { visits: [scan(1)], activities: [board('a'), board('b')] };
    const mine = district('agra', { ...same, ...own });
    const other = district('mau', same);
    const shares = scores(mine, other).get('agra')?.shares as DistrictScore['shares'];
    expect(shares[part]).toBeNull();
    const parts = computePoints(rules, shares);
    expect(parts.find((entry) => entry.part === part)).toMatchObject({ of: 0, points: 0 });
    expect(parts.reduce((sum, { of }) => sum + of, 0)).toBeCloseTo(10);
  });

  test('directions are counted as soon as a register answers for them', () => {
    const districts = [district('agra', { activities: [board('a'), board('b')] })];
    const answered = new Map([['agra', { due: 4, answered: 1 }]]);
    const found = districtScores(rules, districts, { ...on, answered });
    expect(found?.get('agra')?.shares.directions).toBe(0.25);
  });

  test('scans win by rate and not by size', () => {
    const large = { population: 4_000_000, visits: [scan(40)], stations: ['a', 'b', 'c', 'd'] };
    const small = { population: 1_000_000, visits: [scan(10)], stations: ['a'] };
    const found = scores(district('lucknow', large), district('mahoba', small));
    expect(found.get('lucknow')?.shares).toEqual(found.get('mahoba')?.shares);
  });

  test('scans older than their days are forgotten', () => {
    const old = scan(500, addDays(today, -rules.scanDays));
    const fresh = district('mau', { visits: [scan(5)] });
    const found = scores(district('agra', { visits: [old] }), fresh);
    expect(found.get('agra')?.shares.scansPerStation).toBe(0);
  });

  test.each([
    [7, 1],
    [21, 0.5],
    [35, 0],
    [80, 0],
  ])('an entry %i days old has freshness %d', (days, share) => {
    const entry = { ...board('a', addDays(today, -days)), measure: 'pamphlets' as const };
    expect(scores(district('agra', { activities: [entry] })).get('agra')?.shares.freshness).toBe(
      share,
    );
  });

  test('what headquarters sent to phones makes no district fresh', () => {
    const sent = { ...board('a'), measure: 'messages' as const, station: null };
    expect(scores(district('agra', { activities: [sent] })).get('agra')?.quality.grade).toBeNull();
  });

  test('weights that do not add up to 10 leave nothing out when a part is not counted', () => {
    const scans = { scansPerLakh: null, scansPerStation: null };
    const nothing = { boards: null, ...scans, freshness: null, directions: null, services: null };
    expect(computeScore(rules, nothing)).toBeNull();
    expect(computeScore(rules, { ...nothing, freshness: 1 })).toBe(10);
  });
});

describe('the order', () => {
  test('equal gains have no number, and the one that is apart has', () => {
    const same = { activities: [board('a')] };
    const found = scores(district('agra', same), district('mau', same), district('etah'));
    expect([...found.values()].map(({ rank }) => rank)).toEqual([null, null, 3]);
    expect([...found.values()].map(({ band }) => band)).toEqual(['with', 'with', 'behind']);
  });

  test('moves against the band a week ago', () => {
    const weekAgo = addDays(today, -8);
    const found = scores(
      district('agra', { activities: [board('a', weekAgo)] }),
      district('mau', { activities: [board('a'), board('b')] }),
    );
    expect(found.get('agra')).toMatchObject({ rank: 2, band: 'behind', bandBefore: 'ahead' });
    expect(found.get('mau')).toMatchObject({ rank: 1, band: 'ahead', bandBefore: 'behind' });
  });

  test('has no movement when a week ago nobody had begun', () => {
    const found = scores(district('agra', { activities: [board('a')] }));
    expect(found.get('agra')?.bandBefore).toBeNull();
  });

  test('districts of like size are compared with each other', () => {
    const sizes = [900_000, 1_000_000, 1_900_000, 2_000_000, 6_000_000].map((population, at) => ({
      id: `d${at}`,
      population,
    }));
    const like = likeDistricts([...sizes, { id: 'unknown', population: null }], 2);
    expect(like.get('d0')).toEqual(['d0', 'd1']);
    expect(like.get('d3')).toEqual(['d2', 'd3']);
    expect(like.get('d4')).toEqual(['d3', 'd4']);
    expect(like.has('unknown')).toBe(false);
  });

  test('the middle of like districts stands beside the own score', () => {
    const found = scores(
      district('agra', { activities: [board('a'), board('b')] }),
      district('mau'),
    );
    const { like, value } = found.get('agra') as DistrictScore;
    expect(like).toEqual({ band: 'ahead', of: 2, median: (value as number) / 2 });
  });
});

describe('a rank', () => {
  const days = Array.from({ length: 28 }, (_, at) => addDays(today, -at));
  /** Visits that swing around a mean, as those of real codes do. */
  const visits = (mean: number) => days.map((day, at) => scan(mean + ((at * 5) % 7) - 3, day));
  const unranked = { freshness: null, services: null };
  const stations = Array.from({ length: 8 }, (_, at) => `s${at}`);
  const contender = (id: string, boards: number, mean: number) =>
    district(id, {
      stations,
      visits: visits(mean),
      activities: stations.slice(0, boards).map((station) => board(station)),
    });
  const rank = (districts: readonly ScoredDistrict[], own: Partial<ScoreRules['rank']> = {}) =>
    districtScores({ ...rules, rank: { ...rules.rank, ...own } }, districts, on) as Map<
      string,
      DistrictScore
    >;

  test('is not given where chance could have put districts the other way round', () => {
    const league = [contender('agra', 6, 21), contender('mau', 6, 20), contender('etah', 6, 9)];
    const found = rank(league);
    expect([...found.values()].map((own) => own.rank)).toEqual([null, null, 3]);
    const { points, low, high } = (found.get('mau') as DistrictScore).change;
    expect(low).toBeLessThan(points);
    expect(high).toBeGreaterThan(points);
  });

  test('has an interval around it, also while scans only begin', () => {
    const rising = (id: string) =>
      district(id, {
        stations,
        visits: days.slice(0, 12).map((day, at) => scan(60 - 4 * at, day)),
        activities: stations.map((station) => board(station)),
      });
    // Half as many visits, so that the interval does not end at full marks.
    const half = rising('mau').visits.map((own) => ({ ...own, visits: own.visits / 2 }));
    const found = rank([rising('agra'), { ...rising('mau'), visits: half }]);
    const { points, low, high } = (found.get('mau') as DistrictScore).change;
    const below = points - low;
    const above = high - points;
    expect(Math.max(below, above) / Math.min(below, above)).toBeLessThan(1.5);
  });

  test('neither it nor the score changes by what the app did while that has no weight', () => {
    const league = [contender('agra', 6, 21), contender('mau', 6, 12), contender('etah', 6, 9)];
    const told = league.map((own, at) => ({
      ...own,
      services: at === 0 ? [] : [{ day: today, district: own.id, count: 1000 * at }],
    }));
    const without = rank(league);
    const with0 = rank(told);
    const bare = ({ shares, ...own }: DistrictScore) => ({
      ...own,
      shares: { ...shares, services: null },
    });
    expect([...with0.values()].map(bare)).toEqual([...without.values()]);
    expect([...with0.values()].map(({ shares }) => shares.services)).toEqual([null, 0.5, 1]);

    // With a weight it is a part of the score, and still none of the rank.
    const weights = { ...rules.weights, services: 2, directions: 0 };
    const weighed = districtScores({ ...rules, weights }, told, on);
    expect(weighed?.get('etah')?.value).toBeGreaterThan(without.get('etah')?.value as number);
    expect([...(weighed?.values() ?? [])].map((own) => own.rank)).toEqual(
      [...without.values()].map((own) => own.rank),
    );
  });

  test('is by the change since the own start and not by what stood then', () => {
    const best = contender('agra', 8, 20);
    const shares = { boards: 1, scansPerLakh: 0.5, scansPerStation: 0.5, directions: 0 };
    const start = { day: '2019-04-01', districts: { agra: { ...shares, ...unranked } } };
    const found = rank([best, contender('mau', 6, 20)], { start });
    expect(found.get('agra')?.value).toBeGreaterThan(found.get('mau')?.value as number);
    expect([...found.values()].map((own) => own.rank)).toEqual([2, 1]);
  });

  test('counts no board on somebody’s word or a picture alone', () => {
    const only = (id: string, evidence: object) =>
      district(id, {
        stations,
        visits: visits(20),
        activities: stations.map((station) => ({ ...board(station), board: evidence as never })),
      });
    const found = rank([only('agra', { ...seen, reported: today, seen: null })]);
    expect(found.get('agra')?.change.shares.boards).toBe(0);
  });

  const almost = { boards: 0.9, scansPerLakh: 0.9, scansPerStation: 0.91, directions: 0.9 };
  const four = contender('agra', 4, 20);
  const five = contender('agra', 5, 20);
  const room = { agra: { ...almost, scansPerStation: 0.89 } };
  test.each([
    ['four boards', four, {}, 'few-boards'],
    ['five boards', five, {}, null],
    ['49 visitors', { ...five, visits: [scan(49)] }, {}, 'few-visits'],
    ['50 visitors', { ...five, visits: [scan(50)] }, {}, null],
    ['a start almost full', five, { agra: almost }, 'full-start'],
    ['a point to gain', five, room, null],
  ] as const)('on %s: %#', (_, own, starts, reason) => {
    const districts = Object.fromEntries(
      Object.entries(starts).map(([id, shares]) => [id, { ...shares, ...unranked }]),
    );
    const found = rank([own, contender('mau', 8, 20)], { start: { day: today, districts } });
    expect(found.get('agra')?.noRank).toBe(reason);
    expect(found.get('agra')?.band === null).toBe(reason !== null);
  });
});

describe('the grade of the data', () => {
  const weekly = [0, 7, 14, 21].map((days) => board('a', addDays(today, -days)));
  const unproven = [0, 7, 14, 21].map((days) => board('a', addDays(today, -days), false));
  const cases: [string, ScoredDistrict['activities'], string | null][] = [
    ['fresh, proven and weekly entries', weekly, 'A'],
    ['the same without pictures', unproven, 'B'],
    ['one proven entry three weeks ago', [board('a', addDays(today, -21))], 'C'],
    ['one unproven entry five weeks ago', [board('a', addDays(today, -36), false)], 'D'],
    ['no entry', [], null],
  ];
  test.each(cases)('%s', (_, activities, grade) => {
    const found = scores(district('agra', { activities }), district('mau', { visits: [scan(1)] }));
    expect(found.get('agra')?.quality.grade).toBe(grade);
  });
});
