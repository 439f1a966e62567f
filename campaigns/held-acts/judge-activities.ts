import type { Activity } from '../activities/activity.ts';
import { countedStatuses } from '../activities/activity-status.ts';
import { tallyActivities } from '../activities/counts.ts';
import type { ActivityTally } from '../tracker/tallies.ts';
import { nameFigure } from '../words/effect-words.ts';
import type { Effect, Finding } from './effect.ts';
import { type Curve, judgeTotals, type PublicTotal } from './judge-totals.ts';

export type CountedEntry = Pick<
  Activity,
  'id' | 'kind' | 'district' | 'station' | 'day' | 'details' | 'status'
> & { times?: number };
type Entries = readonly CountedEntry[];

/**
 * How a rise is judged. `decided`: an officer beside the one who entered it decides, so it has to be out of all proportion.
 * `bounded`: it lies within what the own district has.
 */
export type RiseRule = 'any' | 'decided' | 'bounded';

/** Judges what a change of entries makes of the figures that the public reads, by the rules of every public total. */
export function judgeActivities(
  entries: Record<'settled' | 'before' | 'after', Entries>,
  rule: RiseRule,
): Effect {
  const count = (all: Entries) =>
    tallyActivities(all.filter(({ status }) => countedStatuses.includes(status)));
  const { settled, before, after } = entries;
  return judgeCounts({ settled: count(settled), before: count(before), after: count(after) }, rule);
}

type Counts = readonly Pick<ActivityTally, 'measure' | 'day' | 'count' | 'verified'>[];

/** Judges counts of any source so. */
export function judgeCounts(
  { settled, before, after }: Record<'settled' | 'before' | 'after', Counts>,
  rule: RiseRule,
): Effect {
  const then = toTotals(after);
  const now = toTotals(before);
  const long = toTotals(settled);
  const codes = new Set([...now.keys(), ...then.keys()]);
  const effects = [...codes].map((code) => {
    const pick = (totals: typeof now) => [totals.get(code) ?? []].flat();
    const effect = judgeTotals({ settled: pick(long), before: pick(now), after: pick(then) });
    const [change] = effect.changes;
    const rise = Number(change?.after ?? 0) - Number(change?.before ?? 0);
    const isNew = (long.get(code)?.curve.length ?? 0) < 2;
    const asked = rise > 1 ? listRises(effect.findings, { rule, code, isNew }) : [];
    const falls = effect.findings.filter((finding) => finding.code === `${code} falls`);
    return { changes: effect.changes, findings: [...falls, ...asked] };
  });
  return {
    changes: effects.flatMap(({ changes }) => changes),
    findings: effects.flatMap(({ findings }) => findings),
  };
}

/** One entry more never waits; what is proved was looked at by a second officer, or by nobody's word. */
function listRises(
  findings: readonly Finding[],
  { rule, code, isNew }: { rule: RiseRule; code: string; isNew: boolean },
): Finding[] {
  if (rule === 'bounded') return [];
  const isProved = code.endsWith(' proved');
  const has = (reason: string) => findings.some((each) => each.code === `${code} ${reason}`);
  const isFar = has('share') && has('days');
  const isAsked = isFar || (!isProved && (rule === 'any' || isNew));
  return findings.filter(({ size, code: found }) => isAsked && size && found.startsWith(code));
}

/** By each measure all that counts, and what of it is proved. */
function toTotals(counts: Counts): Map<string, PublicTotal> {
  const sorts = { counted: counts, proved: counts.filter(({ verified }) => verified) };
  const totals = Object.entries(sorts).flatMap(([sort, all]) =>
    [...Map.groupBy(all, ({ measure }) => measure)].map(([measure, own]): PublicTotal => {
      const what = nameFigure(measure, sort === 'proved');
      return { code: `${measure} ${sort}`, what, curve: toCurve(own) };
    }),
  );
  return new Map(totals.map((total) => [total.code, total]));
}

function toCurve(counts: Counts): Curve {
  const days = new Map<string, number>();
  for (const { day, count } of counts) days.set(day, (days.get(day) ?? 0) + count);
  let total = 0;
  return [...days]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([day, count]) => {
      total += count;
      return [day, total] as const;
    });
}
