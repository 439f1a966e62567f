import type { Queryable } from '../../platform/database/transaction.ts';

export interface BlastsWaiting {
  /** Blasts of the district, or of all: not finished and not stopped. */
  open: number;
  openSince: Date | null;
  /** Drafts that wait for approval. */
  submitted: number;
  submittedSince: Date | null;
  /** Approved for an operator that has no pack yet. */
  packs: number;
  /** Paused by itself, until an officer who approves decides. */
  stopped: number;
  /** Paused by an officer, until one who runs blasts lets it go on. */
  paused: number;
  packsSince: Date | null;
}

/** @param district null for those of the whole state */
export async function countWaitingBlasts(
  database: Queryable,
  district: string | null,
): Promise<BlastsWaiting> {
  const { rows } = await database.query<BlastsWaiting>(
    `SELECT count(*)::int AS open, min(created_at) AS "openSince",
       count(*) FILTER (WHERE status = 'submitted')::int AS submitted,
       min(submitted_at) FILTER (WHERE status = 'submitted') AS "submittedSince",
       count(*) FILTER (WHERE status = 'handed-over')::int AS packs,
       count(*) FILTER (WHERE status = 'paused' AND pause_reason NOT IN ('officer', 'gateway-busy'))::int AS stopped,
       count(*) FILTER (WHERE status = 'paused' AND pause_reason = 'officer')::int AS paused,
       min(approved_at) FILTER (WHERE status = 'handed-over') AS "packsSince"
     FROM blast WHERE status NOT IN ('finished', 'stopped')
       AND NOT (status = 'handed-over' AND pack_taken_at IS NOT NULL) AND ($1::text IS NULL OR district = $1)`,
    [district],
  );
  return rows[0] as BlastsWaiting;
}
