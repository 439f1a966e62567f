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
import { isOwner } from '../../../campaigns/directions/owing-offices.ts';
import type { Obligation, RegisterData } from '../../../campaigns/directions/register.ts';
import { findOffice, maySee } from '../../../campaigns/directions/rights.ts';
import {
  type TrackerFigures,
  trackerFigures,
} from '../../../campaigns/directions/tracker-figures.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
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

/** Everything that reading the register needs. */
export interface DirectionSources {
  database: Database;
  campaign: Campaign;
  directory: Directory;
  live: Pick<LiveProgress, 'current'>;
  /** The campaign's register. */
  data: RegisterData;
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

/**
 * Reads the campaign's register with later papers, events and what is kept.
 * @param tx the transaction that asks, where one does
 */
export async function readLive(
  { database, campaign, directory: { districts }, live, data }: DirectionSources,
  tx: Queryable = database.pool,
): Promise<LiveRegister> {
  const { file: progress } = await live.current();
  const now = await readRegister(tx, { campaign, districts }, data, progress.today);
  return { ...now, progress };
}

/** Lists what these offices owe, with its states. */
export async function listStated(
  sources: DirectionSources,
  known: LiveRegister,
  scope: Omit<OwedScope, 'tracker'>,
  tx: Queryable = sources.database.pool,
): Promise<KeptOccurrence[]> {
  const offices = new Map(scope.offices.map((office) => [officeKey(office), office]));
  const tracked = new Map(
    known.register.directions.flatMap((direction) =>
      direction.obligations.flatMap((obligation) =>
        obligation.tracker === undefined ? [] : [[obligation.id, { direction, obligation }]],
      ),
    ),
  );
  return readOwed(tx, known, {
    ...scope,
    tracker: (occurrence) => {
      const part = tracked.get(occurrence.obligation);
      const office = offices.get(occurrence.office);
      if (part === undefined || office === undefined) return undefined;
      return countTracked(sources, known, { ...part, office })?.state;
    },
  });
}

function countTracked(
  { campaign, directory: { districts } }: DirectionSources,
  { progress }: LiveRegister,
  found: Omit<FoundOccurrence, 'occurrence' | 'tracker'>,
): TrackerFigures | undefined {
  return trackerFigures(found, { progress, campaign, districts });
}

export function listSeenOffices(
  { directory: { districts } }: DirectionSources,
  { offices }: LiveRegister,
  actor: Actor,
): OwingOffice[] {
  return offices.filter((office) => maySee(actor, officeKey(office), districts));
}

/** Without a month, settled occurrences are listed only of late, and owed ones whatever their age. */
export async function listFiltered(
  sources: DirectionSources,
  known: LiveRegister,
  { offices, filter }: { offices: readonly OwingOffice[]; filter: OccurrenceFilter },
): Promise<KeptOccurrence[]> {
  const { state: _state, ...rest } = filter;
  const { directions, month } = rest;
  return (await listStated(sources, known, { offices, directions })).filter(
    (each) => isListed(each, rest) && (month !== undefined || isCurrent(each, known.today)),
  );
}

/** Lists what an officer sees, narrowed down and sorted. */
export async function searchOccurrences(
  sources: DirectionSources,
  known: LiveRegister,
  {
    actor,
    filter,
    only,
  }: {
    actor: Actor;
    filter: OccurrenceFilter;
    only: (office: OwingOffice) => boolean;
  },
): Promise<{ counts: Record<string, number>; entries: KeptOccurrence[] }> {
  const offices = listSeenOffices(sources, known, actor).filter(only);
  const all = await listFiltered(sources, known, { offices, filter });
  const counts = Object.fromEntries(
    listedStates.map((state) => [state, all.filter((each) => isListed(each, { state })).length]),
  );
  const entries = all.filter((each) => isListed(each, filter)).toSorted(byUrgency);
  return { counts, entries };
}

/** One occurrence by its key, or undefined where nothing of it is owed now. */
export function findOwed(
  sources: DirectionSources,
  known: LiveRegister,
  key: string,
): FoundOccurrence | undefined {
  const id = parseOccurrenceKey(key);
  const part = id && findObligation(known.register, id.obligation);
  const office = known.offices.find((each) => officeKey(each) === id?.office);
  if (part === undefined || office === undefined) return undefined;
  const directions = new Set([part.direction.id]);
  const owed = owedOn(known, { offices: [office], directions });
  const occurrence = owed.find((each) => each.key === key);
  if (occurrence === undefined) return undefined;
  const tracker = countTracked(sources, known, { ...part, office });
  return { occurrence, ...part, office, tracker };
}

/** Whether the officer's own office consolidates what this obligation's offices hand in. */
export function isGatheredBy(
  { register }: LiveRegister,
  actor: Actor,
  obligation: string,
): boolean {
  const office = findOffice(actor);
  if (office === null) return false;
  return register.directions.some(({ obligations }) =>
    obligations.some(
      ({ gathers, owners }) =>
        gathers === obligation && owners.some((owner) => isOwner(owner, office)),
    ),
  );
}
