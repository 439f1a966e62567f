import { beforeAll, describe, expect, test } from 'vitest';
import {
  type BoardSign,
  judgeBoard,
  type Surroundings,
  surround,
  type WatchedBoard,
} from '../../../campaigns/tracker/board-signs.ts';
import { type Random, seededRandom } from '../../../campaigns/tracker/random.ts';

const around: Surroundings = { pace: Array(98).fill(1), dispersion: 1, usual: 1 };
const daily = (count: number, days: number) => Array<number>(days).fill(count);
const watch = (scans: readonly number[]): WatchedBoard => ({ hungDays: 200, scans });

describe('a board', () => {
  const silent: BoardSign = { kind: 'silent', days: 6, expected: 12 };
  const sudden: BoardSign = { kind: 'sudden', scans: 140, expected: 14 };
  const rare = [...Array(22).fill([1, 0, 0, 0]).flat(), ...daily(0, 10)];
  test.each<[string, number[], BoardSign | null]>([
    ['scanned as ever', daily(2, 98), null],
    ['that fell silent', [...daily(2, 92), ...daily(0, 6)], silent],
    ['quiet for a weekend', [...daily(2, 96), 0, 0], null],
    ['that is scanned once in four days, and not for ten', rare, null],
    ['whose code is passed on', [...daily(2, 91), ...daily(20, 7)], sudden],
    ['with a school class before it', [...daily(2, 97), 25], null],
    ['never scanned', daily(0, 98), { kind: 'never', days: 200 }],
  ])('%s', (_, scans, sign) => {
    expect(judgeBoard(watch(scans), around)).toEqual(sign);
  });

  test('that hangs for three weeks only is not late yet', () => {
    expect(judgeBoard({ hungDays: 21, scans: daily(0, 98) }, around)).toBeNull();
  });

  test('nears the end of its flex after two and a half years', () => {
    const judgeAfter = (days: number) =>
      judgeBoard({ ...watch(daily(2, 98)), hungDays: days }, around);
    expect([judgeAfter(913), judgeAfter(914)]).toEqual([null, { kind: 'old', days: 914 }]);
  });

  test('that nobody scans where nobody scans any is not looked at', () => {
    const silent = [watch(daily(0, 98)), watch(daily(0, 98))];
    expect(judgeBoard(watch(daily(0, 98)), surround(silent, daily(0, 98)))).toBeNull();
  });

  test('is not silent on days on which the service was down for all', () => {
    const scans = [...daily(3, 90), ...daily(0, 8)];
    const others = Array.from({ length: 20 }, () => watch(scans));
    const state = scans.map((count) => count * 1000);
    expect(judgeBoard(watch(scans), surround(others, state))).toBeNull();
  });
});

/** A year of a state by a seed: rates from 0.2 to 8 a day, weeks, seasons, festivals, outages, more spread than Poisson's. */
interface Year {
  districts: { boards: { rate: number; scans: number[] }[] }[];
  state: number[];
  /** Boards that hang no more from a day on. */
  gone: Map<number[], number>;
}

const days = 365;
const windowDays = 98;
const goneBoards = 20;
/** Scans a day: of a board with fewer, two weeks without one prove nothing. */
const leastRate = 1.5;

function simulateYear(random: Random): Year {
  const spread = 1.5;
  const districts = Array.from({ length: 75 }, () => {
    const festival = 60 + Math.floor(random() * 300);
    const growth = random() - 0.4;
    const pace = Array.from({ length: days }, (_, day) => {
      const isDown = day === 200 || day === 201;
      if (isDown) return 0;
      const week = day % 7 === 6 ? 0.6 : 1;
      const fair = day >= festival && day < festival + 5 ? 2.5 : 1;
      return week * fair * (1 + (growth * day) / days) * Math.exp(0.25 * normal(random));
    });
    const boards = Array.from({ length: 22 }, () => {
      const rate = Math.min(8, Math.max(0.2, 1.2 * Math.exp(0.8 * normal(random))));
      return { rate, scans: pace.map((of) => draw(rate * of, spread, random)) };
    });
    return { boards };
  });
  const gone = new Map<number[], number>();
  const busy = districts.flatMap(({ boards }) => boards.filter(({ rate }) => rate >= leastRate));
  while (gone.size < goneBoards) {
    const { scans } = busy[Math.floor(random() * busy.length)] as { scans: number[] };
    const day = 110 + Math.floor(random() * 230);
    if (gone.has(scans)) continue;
    gone.set(scans, day);
    scans.fill(0, day);
  }
  const all = districts.flatMap(({ boards }) => boards);
  const state = Array.from({ length: days }, (_, day) =>
    all.reduce((total, { scans }) => total + (scans[day] as number), 0),
  );
  return { districts, state, gone };
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A count whose variance is so many times its mean: groups of a Poisson number of people. */
function draw(mean: number, spread: number, random: Random): number {
  const group = 2 * spread - 1;
  let count = 0;
  const groups = poisson(mean / ((1 + group) / 2), random);
  for (let at = 0; at < groups; at += 1) count += 1 + Math.floor(random() * group);
  return count;
}

function poisson(mean: number, random: Random): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

describe('a year of 1,650 boards, twenty of which are taken down', () => {
  /** Days from each board's end to its sign. */
  const found = new Map<number[], number>();
  /** Boards told by mistake, each once a week. */
  const mistaken = new Set<string>();

  beforeAll(() => {
    const { districts, state, gone } = simulateYear(seededRandom(6));
    // Every other day: a day later than an office that looks each morning, at most.
    for (let today = windowDays; today < days; today += 2) {
      const from = today - windowDays;
      const seen = state.slice(from, today);
      districts.forEach(({ boards }, district) => {
        const watched = boards.map(({ scans }) => watch(scans.slice(from, today)));
        const near = surround(watched, seen);
        boards.forEach(({ scans }, at) => {
          if (judgeBoard(watched[at] as WatchedBoard, near) === null) return;
          const end = gone.get(scans) ?? days;
          if (today <= end) mistaken.add(`${Math.floor(today / 7)} ${district} ${at}`);
          else if (!found.has(scans)) found.set(scans, today - end);
        });
      });
    }
  });

  test('each of the twenty is told within 14 days', () => {
    expect(found.size).toBe(goneBoards);
    expect(Math.max(...found.values())).toBeLessThanOrEqual(14);
  });

  test('at most two boards a week are told by mistake', () => {
    expect(mistaken.size / ((days - windowDays) / 7)).toBeLessThanOrEqual(2);
  });
});
