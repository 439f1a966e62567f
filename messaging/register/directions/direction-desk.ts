import type { Campaign } from '../../../campaigns/campaign.ts';
import {
  findObligation,
  type RegisteredDirection,
} from '../../../campaigns/directions/directions.ts';
import {
  byUrgency,
  isCurrent,
  isListed,
  listedStates,
  type OccurrenceFilter,
} from '../../../campaigns/directions/listing.ts';
import {
  type OwingOffice,
  officeKey,
  parseOccurrenceKey,
} from '../../../campaigns/directions/occurrence-key.ts';
import type { Occurrence } from '../../../campaigns/directions/occurrences.ts';
import { isOwner, zoneAbove } from '../../../campaigns/directions/owing-offices.ts';
import type { Obligation, RegisterData } from '../../../campaigns/directions/register.ts';
import { findOffice, maySee } from '../../../campaigns/directions/rights.ts';
import {
  type TrackerFigures,
  trackerFigures,
} from '../../../campaigns/directions/tracker-figures.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import type { LiveProgress } from '../../figures/progress/live-progress.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import {
  type KeptOccurrence,
  type OwedScope,
  owedOn,
  type RegisterNow,
  readOwed,
  readRegister,
} from './register-now.ts';

export type { KeptOccurrence } from './register-now.ts';

export interface DirectionSources {
  database: Database;
  campaign: Campaign;
  districts: readonly District[];
  live: Pick<LiveProgress, 'current'>;
}

/** The register as it holds now, with the progress that some of it is counted by. */
export type LiveRegister = RegisterNow & { progress: ProgressFile };

/** An occurrence with all that it belongs to. */
export interface FoundOccurrence {
  occurrence: Occurrence;
  direction: RegisteredDirection;
  obligation: Obligation;
  office: OwingOffice;
  tracker: TrackerFigures | undefined;
}

export type DirectionDesk = ReturnType<typeof createDirectionDesk>;

/** Computes who owes what: the campaign's register with later papers, events and what is kept. */
export function createDirectionDesk(
  { database, campaign, districts, live }: DirectionSources,
  data: RegisterData,
) {
  /** @param tx the transaction that asks, where one does */
  async function read(tx: Queryable = database.pool): Promise<LiveRegister> {
    const { file: progress } = await live.current();
    // While sample data are loaded their day is today's.
    const now = await readRegister(tx, { campaign, districts }, data, progress.today);
    return { ...now, progress };
  }

  const trackerOf = (known: LiveRegister, found: Omit<FoundOccurrence, 'occurrence' | 'tracker'>) =>
    trackerFigures(found, { progress: known.progress, campaign, districts });

  /** What these offices owe, with its states. */
  async function stated(
    known: LiveRegister,
    scope: Omit<OwedScope, 'tracker'>,
  ): Promise<KeptOccurrence[]> {
    const byKey = new Map(scope.offices.map((office) => [officeKey(office), office]));
    const tracked = new Map(
      known.register.directions.flatMap((direction) =>
        direction.obligations.flatMap((obligation) =>
          obligation.tracker === undefined ? [] : [[obligation.id, { direction, obligation }]],
        ),
      ),
    );
    return readOwed(database.pool, known, {
      ...scope,
      tracker: (own) => {
        const part = tracked.get(own.obligation);
        const office = byKey.get(own.office);
        if (part === undefined || office === undefined) return undefined;
        return trackerOf(known, { ...part, office })?.state;
      },
    });
  }

  const seenBy = (known: LiveRegister, actor: Actor) =>
    known.offices.filter((office) => maySee(actor, officeKey(office), districts));

  /** What is listed of these offices: without a month what is settled only of late, and what is owed whatever its age. */
  async function listed(
    known: LiveRegister,
    offices: readonly OwingOffice[],
    { state: _state, ...filter }: OccurrenceFilter,
  ): Promise<KeptOccurrence[]> {
    const { directions, month } = filter;
    return (await stated(known, { offices, directions })).filter(
      (own) => isListed(own, filter) && (month !== undefined || isCurrent(own, known.today)),
    );
  }

  return {
    read,
    seenBy,
    stated,
    listed,
    zoneOf: (office: string) => zoneAbove(office, districts),

    /** Whether the officer's own office consolidates what this obligation's offices hand in. */
    isGatheredBy({ register }: LiveRegister, actor: Actor, obligation: string): boolean {
      const own = findOffice(actor);
      if (own === null) return false;
      return register.directions.some(({ obligations }) =>
        obligations.some(
          ({ gathers, owners }) =>
            gathers === obligation && owners.some((owner) => isOwner(owner, own)),
        ),
      );
    },

    /** What an officer sees, narrowed down and sorted. */
    async list(
      known: LiveRegister,
      actor: Actor,
      { filter, only }: { filter: OccurrenceFilter; only: (office: OwingOffice) => boolean },
    ): Promise<{ counts: Record<string, number>; entries: KeptOccurrence[] }> {
      const all = await listed(known, seenBy(known, actor).filter(only), filter);
      const counts = Object.fromEntries(
        listedStates.map((state) => [state, all.filter((own) => isListed(own, { state })).length]),
      );
      const entries = all.filter((own) => isListed(own, filter)).toSorted(byUrgency);
      return { counts, entries };
    },

    /** One occurrence by its key, or undefined where nothing of it is owed now. */
    find(known: LiveRegister, key: string): FoundOccurrence | undefined {
      const id = parseOccurrenceKey(key);
      const part = id && findObligation(known.register, id.obligation);
      const office = known.offices.find((own) => officeKey(own) === id?.office);
      if (part === undefined || office === undefined) return undefined;
      const directions = new Set([part.direction.id]);
      const occurrence = owedOn(known, { offices: [office], directions }).find(
        (own) => own.key === key,
      );
      if (occurrence === undefined) return undefined;
      return { occurrence, ...part, office, tracker: trackerOf(known, { ...part, office }) };
    },
  };
}
