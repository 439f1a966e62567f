import type { Day } from '../tracker/clock.ts';
import type { ActivityKind } from './activity-kinds.ts';
import type { ActivityStatus } from './activity-status.ts';
import type { PhotoDoubt } from './proof.ts';

export type ActivityDetails = Record<string, number | string | string[]>;

/** An activity as the office reports it. */
export interface ActivityEntry {
  kind: ActivityKind;
  /** Empty for the whole state. */
  district: string;
  /** Id within the district; null where the activity is not of one station. */
  station: string | null;
  /** When it was done; what went on for several days was done on the last of them. */
  day: Day;
  details: ActivityDetails;
  remark: string;
}

export interface Activity extends ActivityEntry {
  id: number;
  status: ActivityStatus;
  /** SHA-256 of the stored picture. */
  photo: string | null;
  /** 1, 2, 3 …; a change says which one it was made from. */
  version: number;
  /** Why the zone or the officer decided so. */
  reason: string;
  /** Why its picture is not enough by itself. */
  doubt: PhotoDoubt | null;
  enteredBy: string;
  enteredAt: string;
}
