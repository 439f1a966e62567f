import { addDays, type Day } from '../tracker/clock.ts';
import type { Register, RegisteredDirection } from './directions.ts';
import { addMonths } from './months.ts';
import { type OwingOffice, occurrenceKey, officeKey } from './occurrence-key.ts';
import { isOwner } from './owing-offices.ts';
import { daysOfRule } from './recurrence.ts';
import type { Obligation } from './register.ts';

/** Something that happened and that a direction counts from: an election is over, an officer is a station's head for the first time. */
export interface RegisterEvent {
  id: number;
  kind: string;
  day: Day;
  /** Empty for the whole state. */
  district: string;
  sample?: boolean | undefined;
}

/** `stated` in the paper, `computed` from the day of the meeting or event, `none`: no paper states one. */
export type DueBy = 'stated' | 'computed' | 'none';

/** What one office owes for one period. It is computed; what became of it is kept only once somebody has touched it. */
export interface Occurrence {
  key: string;
  direction: string;
  obligation: string;
  office: string;
  /** `2019-03` for a month, `once`, `standing`, `event-7`. */
  period: string;
  /** First day on which it is owed. */
  since: Day;
  due: Day | null;
  dueBy: DueBy;
  event: number | null;
}

/** Which occurrences are asked for. */
export interface OccurrenceScope {
  offices: readonly OwingOffice[];
  /** The last day on which one may begin to be owed. */
  until: Day;
  /** Repeated ones are left out whose rule names an earlier day than this. */
  from?: Day | undefined;
  events?: readonly RegisterEvent[] | undefined;
  /** Days from which computed dates count, by paper, where an officer has set another than the paper's own. */
  bases?: Readonly<Record<string, Day>> | undefined;
  /** Ids of directions; all without it. */
  directions?: ReadonlySet<string> | undefined;
}

/** One period of an obligation, the same for all its offices. */
type Period = Omit<Occurrence, 'key' | 'direction' | 'obligation' | 'office'> & {
  district: string;
};

/** What all these offices owe, direction by direction, period by period, office by office. Rules are expanded once for all offices. */
export function occurrences(register: Register, scope: OccurrenceScope): Occurrence[] {
  const papers = new Map(register.papers.map((paper) => [paper.id, paper]));
  const named = scope.offices.map((office) => ({ office, key: officeKey(office) }));
  const found: Occurrence[] = [];
  const expand = createExpansion();
  for (const direction of register.directions) {
    if (scope.directions?.has(direction.id) === false) continue;
    const paperDay = papers.get(direction.paper)?.day;
    if (paperDay === undefined)
      throw new Error(
        `Expected a paper of the register for ${direction.id}, got "${direction.paper}"`,
      );
    for (const obligation of direction.obligations) {
      const owing = named.filter(({ office }) =>
        obligation.owners.some((own) => isOwner(own, office)),
      );
      if (owing.length === 0) continue;
      for (const { district, ...period } of periodsOf({
        direction,
        obligation,
        paperDay,
        scope,
        expand,
      }))
        for (const { office, key } of owing) {
          if (district !== '' && (office.role !== 'district' || office.area !== district)) continue;
          const id = { obligation: obligation.id, office: key, period: period.period };
          found.push({ key: occurrenceKey(id), direction: direction.id, ...id, ...period });
        }
    }
  }
  return found;
}

function periodsOf({
  direction,
  obligation: { rhythm },
  paperDay,
  scope,
  expand,
}: {
  direction: RegisteredDirection;
  obligation: Obligation;
  paperDay: Day;
  scope: OccurrenceScope;
  expand: typeof daysOfRule;
}): Period[] {
  const { until, from = '', events = [], bases = {} } = scope;
  const whole = { since: paperDay, event: null, district: '' };
  const begun = paperDay <= until;
  switch (rhythm.kind) {
    case 'none':
    case 'standing': {
      const period = rhythm.kind === 'standing' ? 'standing' : 'once';
      return begun ? [{ ...whole, period, due: null, dueBy: 'none' }] : [];
    }
    case 'once': {
      const due = onceDue(rhythm, bases[direction.paper] ?? paperDay);
      const dueBy = rhythm.by === undefined ? 'computed' : 'stated';
      return begun ? [{ ...whole, period: 'once', due, dueBy }] : [];
    }
    case 'every':
      return expand(rhythm.rule, paperDay, addDays(until, rhythm.openDays))
        .filter((day) => day >= from)
        .map((day) => ({
          period: (rhythm.reports === 'month-before' ? addMonths(day, -1) : day).slice(0, 7),
          since: laterOf(addDays(day, -rhythm.openDays), paperDay),
          due: rhythm.dated ? day : null,
          dueBy: rhythm.dated ? 'stated' : 'none',
          event: null,
          district: '',
        }));
    case 'on':
      return events
        .filter(({ kind, day }) => kind === rhythm.event && day <= until)
        .map(({ id, day, district }) => ({
          period: `event-${id}`,
          since: day,
          due: rhythm.withinDays === null ? null : addDays(day, rhythm.withinDays),
          dueBy: rhythm.withinDays === null ? 'none' : 'computed',
          event: id,
          district,
        }));
  }
}

/** Several directions are due on the same 5th: each rule is expanded once. */
function createExpansion(): typeof daysOfRule {
  const known = new Map<string, Day[]>();
  return (rule, since, until) => {
    const key = `${rule} ${since} ${until}`;
    const days = known.get(key) ?? daysOfRule(rule, since, until);
    known.set(key, days);
    return days;
  };
}

function onceDue({ by, within }: Extract<Obligation['rhythm'], { kind: 'once' }>, base: Day): Day {
  if (by !== undefined) return by;
  return addDays(addMonths(base, within?.months ?? 0), within?.days ?? 0);
}

const laterOf = (a: Day, b: Day) => (a > b ? a : b);
