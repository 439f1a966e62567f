import type { Campaign } from '../../../campaigns/campaign.ts';
import { buildRegister, type Register } from '../../../campaigns/directions/directions.ts';
import type { Stated } from '../../../campaigns/directions/listing.ts';
import { addedToRegister } from '../../../campaigns/directions/meeting-points.ts';
import { type OwingOffice, officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import { findState, type TrackerState } from '../../../campaigns/directions/occurrence-state.ts';
import {
  type Occurrence,
  occurrences,
  type RegisterEvent,
} from '../../../campaigns/directions/occurrences.ts';
import { owingOffices } from '../../../campaigns/directions/owing-offices.ts';
import type { RegisterData } from '../../../campaigns/directions/register.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { listAddedOffices } from '../../people/accounts/offices-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { listBases, listEvents } from './events-sql.ts';
import { listCheckedPoints } from './meetings-sql.ts';
import { listTouched } from './occurrences-sql.ts';
import { listAddedApps, readTakeover } from './register-sql.ts';

/** The register as it holds on a day: the campaign's with what headquarters added, and what it counts from. */
export interface RegisterNow {
  register: Register;
  offices: OwingOffice[];
  events: RegisterEvent[];
  bases: Record<string, Day>;
  baseReasons: Record<string, string>;
  takeover: { day: Day; setBy: string | null };
  today: Day;
}

/** An occurrence with what is kept of it. */
export type KeptOccurrence = Stated & {
  forwarded: boolean;
  version: number;
  submittedOn: Day | null;
  /** A figure goes beyond what the office has, and no second officer has accepted it yet. */
  waits: boolean;
};

/** Kept fields of an occurrence; all empty if nobody has touched it yet. */
export function toKept(
  touched: Awaited<ReturnType<typeof listTouched>>[number] | undefined,
): Omit<KeptOccurrence, keyof Stated> {
  const { forwarded = false, version = 0, submittedOn = null } = touched ?? {};
  const waits = touched?.status === 'submitted' && touched.beyond !== '' && !forwarded;
  return { forwarded, version, submittedOn, waits };
}

export async function readRegister(
  tx: Queryable,
  { campaign, districts }: { campaign: Campaign; districts: readonly District[] },
  data: RegisterData,
  today: Day,
): Promise<RegisterNow> {
  const bases = await listBases(tx);
  const { installedOn, day: set, setBy } = await readTakeover(tx);
  const register = buildRegister(
    { ...campaign, register: data },
    {
      ...addedToRegister(await listCheckedPoints(tx)),
      apps: await listAddedApps(tx),
      branches: await listAddedOffices(tx),
    },
  );
  const areas = new Map(districts.map(({ id, range, zone }) => [id, { range, zone }]));
  const byDefault = data.from ?? installedOn;
  return {
    register,
    offices: owingOffices(register, districts),
    events: (await listEvents(tx)).map((event) => ({ ...event, ...areas.get(event.district) })),
    bases: Object.fromEntries(bases.map(({ paper, day }) => [paper, day])),
    baseReasons: Object.fromEntries(bases.map(({ paper, reason }) => [paper, reason])),
    takeover: { day: takenOverOn({ set, byDefault }, today, campaign.goal.startsOn), setBy },
    today,
  };
}

export interface OwedScope {
  offices: readonly OwingOffice[];
  /** The day of the states, where it is not today: as it was then, by what had been handed in. */
  on?: Day | undefined;
  /** The last day on which one may begin to be owed, where that is not the day of the states. */
  until?: Day | undefined;
  directions?: ReadonlySet<string> | undefined;
  tracker?: (occurrence: Occurrence) => TrackerState | undefined;
}

/**
 * Lists what offices owe, with its states. It is the one answer to who is late with what: list, tiles, letters, report, calendars and
 * score all ask here.
 */
export async function readOwed(
  tx: Queryable,
  now: RegisterNow,
  { offices, on = now.today, until = on, directions, tracker }: OwedScope,
): Promise<KeptOccurrence[]> {
  const past = on < now.today ? on : null;
  const touched = new Map(
    (await listTouched(tx, offices.map(officeKey), past)).map((row) => [
      `${row.obligation}/${row.office}/${row.period}`,
      row,
    ]),
  );
  return owedOn(now, { offices, on, until, directions }).map((occurrence) => {
    const kept = touched.get(occurrence.key);
    const state = findState(occurrence, {
      touched: kept,
      today: on,
      tracker: tracker?.(occurrence),
    });
    return { ...occurrence, ...state, ...toKept(kept) };
  });
}

/** The same without what is kept of it. */
export function owedOn(
  { register, events, bases, takeover, today }: RegisterNow,
  { offices, on = today, until = on, directions }: Omit<OwedScope, 'tracker'>,
): Occurrence[] {
  return occurrences(register, {
    offices,
    until,
    on,
    events,
    bases,
    directions,
    from: takeover.day,
  });
}

interface TakingOver {
  /** Set by headquarters; null before it has. */
  set: Day | null;
  /** The day on which the installation was made, or the campaign's data name another. */
  byDefault: Day;
}

/**
 * The day from which what is repeated is owed. A campaign that is replayed lives before its installation
 * was made: there the register was taken over with the campaign's first day.
 */
export function takenOverOn({ set, byDefault }: TakingOver, today: Day, startsOn: Day): Day {
  const day = set ?? byDefault;
  if (day <= today) return day;
  return startsOn < today ? startsOn : today;
}
