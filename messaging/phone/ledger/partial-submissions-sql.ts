import type { Pool } from 'pg';
import { execute } from '../../platform/database/sql.ts';
import type { PartialSubmission } from '../gateways/send-error.ts';

/** The rest of a message that one submission left to the next. */
export interface RecordedPartialSubmission extends PartialSubmission {
  /** The ledger's id. */
  id: string;
  attempt: number;
}

/** A rest as a query gives it. */
export interface PartialSubmissionRow {
  reference: number;
  places: number[];
  ids: string[];
}

export function readPartialSubmission({
  reference,
  places,
  ids,
}: PartialSubmissionRow): PartialSubmission {
  return { reference, taken: places.map((place, index) => ({ place, id: ids[index] ?? '' })) };
}

/** Keeps what is left of messages; the same again changes nothing. */
export async function recordPartialSubmissions(
  pool: Pool,
  rests: readonly RecordedPartialSubmission[],
): Promise<void> {
  for (const { id, attempt, reference, taken } of rests) {
    await execute(pool)`
      INSERT INTO message_rest (recipient_id, attempt, reference, places, ids)
        VALUES (${id}, ${attempt}, ${reference}, ${taken.map(({ place }) => place)},
        ${taken.map((part) => part.id)})
      ON CONFLICT (recipient_id) DO UPDATE SET attempt = excluded.attempt, reference = excluded.reference,
        places = excluded.places, ids = excluded.ids`;
  }
}
