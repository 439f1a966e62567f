import type { Campaign } from '../../campaigns/campaign.ts';
import {
  findObligation,
  type Register,
  type RegisteredDirection,
  registerOf,
} from '../../campaigns/directions/directions.ts';
import {
  byUrgency,
  isListed,
  listedStates,
  type OccurrenceFilter,
  recentFrom,
  type Stated,
} from '../../campaigns/directions/listing.ts';
import { addedToRegister } from '../../campaigns/directions/meeting-points.ts';
import {
  type OwingOffice,
  officeKey,
  parseOccurrenceKey,
} from '../../campaigns/directions/occurrence-key.ts';
import { stateOf } from '../../campaigns/directions/occurrence-state.ts';
import {
  type Occurrence,
  occurrences,
  type RegisterEvent,
} from '../../campaigns/directions/occurrences.ts';
import { isOwner, owingOffices, zoneAbove } from '../../campaigns/directions/owing-offices.ts';
import type { Obligation, RegisterData } from '../../campaigns/directions/register.ts';
import { maySee, officeOf } from '../../campaigns/directions/rights.ts';
import { type TrackerFigures, trackerFigures } from '../../campaigns/directions/tracker-figures.ts';
import type { District } from '../../campaigns/directory/station.ts';
import type { Actor } from '../../campaigns/offices/actor.ts';
import type { Day } from '../../campaigns/tracker/clock.ts';
import type { ProgressFile } from '../../campaigns/tracker/progress-file.ts';
import type { Database } from '../database/database.ts';
import type { Queryable } from '../database/transaction.ts';
import type { LiveProgress } from '../progress/live-progress.ts';
import { listBases, listEvents } from './events-sql.ts';
import { listCheckedPoints } from './meetings-sql.ts';
import { listTouched } from './occurrences-sql.ts';

export interface DirectionSources {
  database: Database;
  campaign: Campaign;
  districts: readonly District[];
  live: Pick<LiveProgress, 'current'>;
}

/** An occurrence with what is kept of it. */
export type KeptOccurrence = Stated & {
  forwarded: boolean;
  version: number;
  submittedOn: Day | null;
  sample: boolean;
};

/** The register as it holds now. */
export interface LiveRegister {
  register: Register;
  offices: OwingOffice[];
  events: RegisterEvent[];
  bases: Record<string, Day>;
  baseReasons: Record<string, string>;
  today: Day;
  progress: ProgressFile;
}

/** An occurrence with all that it belongs to. */
export interface FoundOccurrence {
  occurrence: Occurrence;
  direction: RegisteredDirection;
  obligation: Obligation;
  office: OwingOffice;
  tracker: TrackerFigures | undefined;
}

export type DirectionDesk = ReturnType<typeof createDirectionDesk>;

/** Computes who owes what: the campaign's register with later meetings, events and what is kept. */
export function createDirectionDesk(
  { database, campaign, districts, live }: DirectionSources,
  data: RegisterData,
) {
  /** @param tx the transaction that asks, where one does */
  async function read(tx: Queryable = database.pool): Promise<LiveRegister> {
    const points = await listCheckedPoints(tx);
    const events = await listEvents(tx);
    const bases = await listBases(tx);
    const { file: progress } = await live.current();
    const register = registerOf({ ...campaign, register: data }, addedToRegister(points));
    if (register === undefined) throw new Error('Expected a `register` in the campaign, got none');
    return {
      register,
      offices: owingOffices(register, districts),
      events,
      bases: Object.fromEntries(bases.map(({ paper, day }) => [paper, day])),
      baseReasons: Object.fromEntries(bases.map(({ paper, reason }) => [paper, reason])),
      // While sample data are loaded their day is today's.
      today: progress.today,
      progress,
    };
  }

  const trackerOf = (known: LiveRegister, found: Omit<FoundOccurrence, 'occurrence' | 'tracker'>) =>
    trackerFigures(found, { progress: known.progress, campaign, districts });

  /** What these offices owe, with its states. */
  async function stated(
    known: LiveRegister,
    {
      offices,
      from,
      directions,
    }: { offices: readonly OwingOffice[]; from?: Day; directions?: ReadonlySet<string> },
  ): Promise<KeptOccurrence[]> {
    const { register, today, events, bases } = known;
    const touched = new Map(
      (await listTouched(database.pool, offices.map(officeKey))).map((own) => [
        `${own.obligation}/${own.office}/${own.period}`,
        own,
      ]),
    );
    const byKey = new Map(offices.map((office) => [officeKey(office), office]));
    const parts = new Map(
      register.directions.flatMap((direction) =>
        direction.obligations.map((obligation) => [obligation.id, { direction, obligation }]),
      ),
    );
    return occurrences(register, { offices, until: today, from, events, bases, directions }).map(
      (own) => {
        const kept = touched.get(own.key);
        const part = parts.get(own.obligation);
        const office = byKey.get(own.office);
        const tracker =
          part?.obligation.tracker === undefined || office === undefined
            ? undefined
            : trackerOf(known, { ...part, office })?.state;
        const state = stateOf(own, { touched: kept, today, tracker });
        const { forwarded = false, version = 0, submittedOn = null, sample = false } = kept ?? {};
        return { ...own, ...state, forwarded, version, submittedOn, sample };
      },
    );
  }

  const seenBy = (known: LiveRegister, actor: Actor) =>
    known.offices.filter((office) => maySee(actor, officeKey(office), districts));

  return {
    read,
    seenBy,
    stated,
    zoneOf: (office: string) => zoneAbove(office, districts),

    /** Whether the officer's own office consolidates what this obligation's offices hand in. */
    isGatheredBy({ register }: LiveRegister, actor: Actor, obligation: string): boolean {
      const own = officeOf(actor);
      if (own === null) return false;
      return register.directions.some(({ obligations }) =>
        obligations.some(
          ({ gathers, owners }) =>
            gathers === obligation && owners.some((owner) => isOwner(owner, own)),
        ),
      );
    },

    /** What an officer sees, narrowed down and sorted; without a month what is repeated begins two months ago. */
    async list(
      known: LiveRegister,
      actor: Actor,
      { filter, only }: { filter: OccurrenceFilter; only: (office: OwingOffice) => boolean },
    ): Promise<{ counts: Record<string, number>; entries: KeptOccurrence[] }> {
      const all = await stated(known, {
        offices: seenBy(known, actor).filter(only),
        ...(filter.month === undefined ? { from: recentFrom(known.today) } : {}),
        ...(filter.directions === undefined ? {} : { directions: filter.directions }),
      });
      const { state: _state, ...whole } = filter;
      const listed = all.filter((own) => isListed(own, whole));
      const counts = Object.fromEntries(
        listedStates.map((state) => [
          state,
          listed.filter((own) => isListed(own, { state })).length,
        ]),
      );
      const entries = listed.filter((own) => isListed(own, filter)).toSorted(byUrgency);
      return { counts, entries };
    },

    /** One occurrence by its key, or undefined where nothing of it is owed now. */
    find(known: LiveRegister, key: string): FoundOccurrence | undefined {
      const id = parseOccurrenceKey(key);
      const part = id && findObligation(known.register, id.obligation);
      const office = known.offices.find((own) => officeKey(own) === id?.office);
      if (part === undefined || office === undefined) return undefined;
      const { register, today, events, bases } = known;
      const occurrence = occurrences(register, {
        offices: [office],
        until: today,
        events,
        bases,
        directions: new Set([part.direction.id]),
      }).find((own) => own.key === key);
      if (occurrence === undefined) return undefined;
      return { occurrence, ...part, office, tracker: trackerOf(known, { ...part, office }) };
    },
  };
}
