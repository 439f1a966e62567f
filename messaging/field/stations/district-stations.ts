import { type Directory, type Station, stationsOf } from '../../../campaigns/directory/station.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type Action, can } from '../../../campaigns/offices/permission.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { GiveCodes } from '../../scanning/short-codes/give-codes.ts';

/** Everything that correcting stations needs. */
export interface StationSources {
  database: Pick<Database, 'pool'>;
  /** The directory without what was corrected here. */
  base: Directory;
  giveCodes: GiveCodes;
  /** Told after the commit. */
  changed(): Promise<void>;
}

export interface StationPlace {
  district: string;
  station: string;
}

/** A station before it was corrected here. */
export function findBaseStation(
  { base }: StationSources,
  { district, station }: StationPlace,
): Station | undefined {
  return stationsOf(base, district).find(({ id }) => id === station);
}

/** Writes what was done to a station into the audit log. */
export async function writeStationAudit(
  tx: Queryable,
  {
    district,
    station,
    ...done
  }: StationPlace & { action: string; before?: unknown; after: unknown },
  caller: Caller,
): Promise<void> {
  const subject = `station/${district}/${station}`;
  await writeAudit(tx, { ...caller, ...done, district, subject });
}

/** @throws a refusal for a district that is unknown, or is another's */
export function expectMay(
  { districts }: Pick<Directory, 'districts'>,
  actor: Actor,
  action: Action,
  id: string,
): void {
  const place = districts.find((district) => district.id === id);
  if (place === undefined) throw new Refusal('not-found');
  if (!can(actor, action, place)) throw new Refusal('outside-area');
}
