import { formatCount } from '../numbers.ts';
import { addDays, type Day, daysBetween } from '../tracker/clock.ts';
import { effectWords } from '../words/effect-words.ts';
import type { Change, Effect, Finding } from './effect.ts';

/** A public total up to the end of each day on which it is known, in the order of the days. */
export type Curve = readonly (readonly [day: Day, total: number])[];

/** Something that is counted in public. */
export interface PublicTotal {
  /** The same before and after. */
  code: string;
  what: Change['what'];
  curve: Curve;
  /** Exceeding it is what the campaign is for. */
  goal?: number | undefined;
}

/** Share of a total by which one officer alone may move it. */
const mostShare = 0.05;
/** As many times the largest day of the last eight weeks. */
export const mostDays = 3;
/** So long what one officer alone moved is added up, and so far back a pace is known. */
export const judgedDays = 56;
/** A settled total is up to that old, and the next one comes at most as long after it. */
const mostPaceDays = 2 * judgedDays;

/**
 * Judges what a change makes of public totals, whichever file, form or withdrawal makes it. Beside those of now it is asked
 * for those of before any change that one officer alone made in the last eight weeks, so that small ones, week by week, are
 * judged as the one that they add up to. Days that come after go on at the pace of the weeks before: a store's weekly file
 * moves a total beyond that by little.
 */
export function judgeTotals(totals: {
  settled: readonly PublicTotal[];
  before: readonly PublicTotal[];
  after: readonly PublicTotal[];
}): Effect {
  const { settled, before, after } = totals;
  const find = (among: readonly PublicTotal[], code: string) =>
    among.find((total) => total.code === code)?.curve ?? [];
  const all = new Map([...before, ...after].map((total) => [total.code, total]));
  const changes: Change[] = [];
  const findings: Finding[] = [];
  for (const { code, what, goal } of all.values()) {
    const curves = {
      settled: find(settled, code),
      before: find(before, code),
      after: find(after, code),
    };
    const change = { what, before: last(curves.before), after: last(curves.after) };
    const found = findReasons({ what: change, goal, ...curves });
    if (found.length > 0 || change.before !== change.after) changes.push(change);
    findings.push(...found.map((finding) => ({ ...finding, code: `${code} ${finding.code}` })));
  }
  return { changes, findings };
}

/** Rules that ask how far a total moves. */
const sizes: readonly string[] = ['first', 'share', 'days'];

const last = (curve: Curve): number | null => curve.at(-1)?.[1] ?? null;

function findReasons(total: {
  what: { what: Change['what']; before: number | null; after: number | null };
  goal: number | undefined;
  settled: Curve;
  before: Curve;
  after: Curve;
}): Finding[] {
  const {
    what: { what, before, after },
    goal,
    settled,
  } = total;
  const findings: Finding[] = [];
  const add = (code: keyof typeof effectWords, ...figures: number[]) => {
    const [hi, en] = effectWords[code](
      ...(figures.map((each) => formatCount(each)) as [string, string]),
    );
    const size = sizes.includes(code) && { size: true as const };
    findings.push({ code, ...size, hi: `${what.hi}: ${hi}`, en: `${what.en}: ${en}` });
  };
  const move = largestMove(settled, total.after);
  const known = last(settled);
  if (known === null) {
    if (after !== null) add('first');
  } else if (move > mostShare * known) add('share', move, known);
  const largest = largestDay(settled);
  if (largest !== null && move > mostDays * largest) add('days', move, largest);
  if (before !== null && (after === null || after < before)) add('falls');
  const drop = total.after.find(([, value], at) => value < (total.after[at - 1]?.[1] ?? 0));
  if (drop !== undefined && !sameCurve(total.before, total.after)) add('above-later');
  if (goal !== undefined && (before ?? 0) > goal !== (after ?? 0) > goal) add('goal', goal);
  return findings;
}

/** The furthest that a total of any day moves, of a day to come beyond the pace. */
function largestMove(before: Curve, after: Curve): number {
  const [first] = before;
  const end = before.at(-1);
  if (first === undefined || end === undefined) return 0;
  const pace = averagePace(before);
  const days = new Set([...before, ...after].map(([day]) => day).filter((day) => day >= first[0]));
  const moves = [...days].map((day) => {
    const move = (at(after, day) ?? 0) - (at(before, day) ?? 0);
    const usual = day > end[0] ? pace * Math.min(mostPaceDays, daysBetween(end[0], day)) : 0;
    return move < 0 ? -move : Math.max(0, move - usual);
  });
  return Math.round(Math.max(0, ...moves));
}

/** Average rise a day over the last eight weeks. */
function averagePace(curve: Curve): number {
  const end = curve.at(-1);
  if (end === undefined) return 0;
  const from = addDays(end[0], -judgedDays);
  const start = curve.findLast(([day]) => day <= from) ?? curve[0] ?? end;
  return (end[1] - start[1]) / Math.max(1, daysBetween(start[0], end[0]));
}

/** The total that holds on a day: the last one known. */
function at(curve: Curve, day: Day): number | undefined {
  return curve.findLast(([known]) => known <= day)?.[1];
}

/** The largest rise a day over the last eight weeks; null while fewer than two totals are known. */
function largestDay(curve: Curve): number | null {
  const end = curve.at(-1)?.[0];
  if (end === undefined || curve.length < 2) return null;
  const from = addDays(end, -judgedDays);
  const rises = curve.flatMap(([day, value], index) => {
    const [earlier, known] = curve[index - 1] ?? [];
    if (earlier === undefined || known === undefined || day <= from) return [];
    return [(value - known) / Math.max(1, daysBetween(earlier, day))];
  });
  return rises.length === 0 ? null : Math.max(0, ...rises);
}

const sameCurve = (one: Curve, other: Curve) => JSON.stringify(one) === JSON.stringify(other);
