import type { Pool } from 'pg';
import type { MessageChannel, TrialText } from '../../contract/values.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { ProviderStatus } from '../gateways/gateway.ts';
import type { PartialSubmission } from '../gateways/send-error.ts';
import { type PartialSubmissionRow, readPartialSubmission } from './partial-submissions-sql.ts';
import { stationId } from './station-sql.ts';

/** A recipient whose turn has come; `attempt` tells this submission from an earlier one. */
export interface Submission {
  id: string;
  attempt: number;
  /** E.164 */
  to: string;
  language: string;
  district: string | null;
  /** Its id in the district. */
  station: string | null;
  /** By lot, of a trial; null for the rest. */
  lot: TrialText | null;
  /** Where the submission before it ended between two parts. */
  rest?: PartialSubmission;
}

/** The result of a submission. `planned` means surely not processed: again, not before `retryInMs`. */
export interface Outcome {
  id: string;
  attempt: number;
  status: 'planned' | 'unknown' | 'accepted' | 'failed';
  providerId: string | null;
  code: string | null;
  retryInMs: number | null;
  /** Segments that the provider charges, where it says so. */
  segments?: number | undefined;
}

/** Set in addition to `delivered` once a message was read. */
export const readCode = 'read';

/** News about a recipient from a status callback. */
export interface DeliveryUpdate {
  id: string;
  status: ProviderStatus;
  providerId: string;
  code: string | null;
}

/**
 * Takes recipients of a running blast for this worker: none when it is paused, done, or out of budget.
 * @param gateway whose recipients are wanted
 */
export async function claimRecipients(
  pool: Pool,
  { blastId, gateway }: { blastId: number; gateway: string },
  limit: number,
): Promise<string[]> {
  const { rows } = await pool.query<{ claimed_id: string }>(
    'SELECT claimed_id FROM claim_recipients($1, $2, $3)',
    [blastId, gateway, limit],
  );
  return rows.map((row) => row.claimed_id);
}

/** Gives claimed recipients back, untouched. */
export async function releaseRecipients(pool: Pool, ids: readonly string[]): Promise<void> {
  await pool.query(
    `UPDATE blast_recipient SET status = 'planned', changed_at = clock_timestamp()
     WHERE id = ANY ($1::bigint[]) AND status = 'claimed'`,
    [ids],
  );
}

/**
 * The last check before sending: people who opted out meanwhile are skipped, and nothing is returned for a blast
 * that no longer runs. What is returned is on record as submitted before a byte of it leaves.
 * @param gateway through which they go: those of another one meanwhile are left alone
 * @param sender the process, whose marks say what has left; null for one without
 */
export async function beginSubmissions(
  pool: Pool,
  ids: readonly string[],
  gateway: string,
  sender: number | null = null,
): Promise<Submission[]> {
  const { rows } = await pool.query<{
    id: string;
    attempt: number;
    msisdn: string;
    language: string;
    district: string | null;
    station: string | null;
    lot: TrialText | null;
    status: string;
    rest: PartialSubmissionRow | null;
  }>(
    `UPDATE blast_recipient AS r SET
       (status, error_code) = (
         SELECT CASE WHEN r.msisdn IS NULL OR stopped THEN 'skipped' ELSE 'submitting' END::recipient_status,
           CASE WHEN r.msisdn IS NULL THEN 'deleted' WHEN stopped THEN 'opted-out' END
         FROM (SELECT EXISTS (SELECT FROM opt_out WHERE opt_out.msisdn = r.msisdn)) AS o (stopped)
       ),
       attempt = attempt + 1, changed_at = clock_timestamp(), submitted_at = clock_timestamp(), not_before = NULL,
       absent_provider_at = NULL, absent_at = NULL, sender = $3
     WHERE r.id = ANY ($1::bigint[]) AND r.status = 'claimed' AND r.gateway = $2
       AND NOT EXISTS (SELECT FROM blast_gateway AS g
         WHERE g.blast_id = r.blast_id AND g.gateway = r.gateway AND g.stopped_by IS NOT NULL)
       AND EXISTS (SELECT FROM blast AS b WHERE b.id = r.blast_id AND b.halting_code IS NULL
         AND (b.status = 'running' OR b.status = 'paused' AND b.pause_reason = 'gateway-busy'))
     RETURNING r.id, r.attempt, r.msisdn, r.language, r.district, ${stationId} AS station,
       r.lot, r.status, (
       SELECT jsonb_build_object('reference', m.reference, 'places', m.places, 'ids', m.ids)
       FROM message_rest AS m WHERE m.recipient_id = r.id AND m.attempt = r.attempt - 1) AS rest`,
    [ids, gateway, sender],
  );
  return rows
    .filter((row) => row.status === 'submitting')
    .map((row) => ({
      id: row.id,
      attempt: row.attempt,
      to: `+${row.msisdn}`,
      language: row.language,
      district: row.district,
      station: row.station,
      lot: row.lot,
      ...(row.rest === null ? {} : { rest: readPartialSubmission(row.rest) }),
    }));
}

/**
 * Records what became of submissions. A callback may have been faster: the later status stays. Answers may be told again
 * after a kill, when their rows have gone on: a refusal or a doubt is that of its own attempt, an acceptance is news at any time.
 */
export async function recordOutcomes(pool: Pool, outcomes: readonly Outcome[]): Promise<void> {
  const sorted = [...outcomes].sort((a, b) => Number(a.id) - Number(b.id));
  await retryDeadlock(() =>
    pool.query(
      `UPDATE blast_recipient AS r SET
         status = CASE WHEN n.status = 'planned' THEN 'planned' ELSE greatest(r.status, n.status) END,
         provider_id = coalesce(r.provider_id, n.provider_id),
         segments = coalesce(n.segments, r.segments),
         error_code = CASE WHEN n.status >= r.status OR n.status = 'planned' THEN n.code ELSE r.error_code END,
         not_before = clock_timestamp() + n.retry_ms * interval '1 millisecond',
         sender = NULL, changed_at = clock_timestamp()
       FROM unnest($1::bigint[], $2::integer[], $3::recipient_status[], $4::text[], $5::text[], $6::integer[],
         $7::smallint[]) AS n (id, attempt, status, provider_id, code, retry_ms, segments)
       WHERE r.id = n.id AND NOT coalesce(n.provider_id = ANY (r.past_ids), false)
         AND CASE WHEN n.status = 'planned'
         THEN r.status = 'submitting' AND r.attempt = n.attempt
         ELSE (r.status < n.status OR (r.provider_id IS NULL AND n.provider_id IS NOT NULL))
           AND (n.status = 'accepted' OR (r.status >= 'submitting' AND r.attempt = n.attempt)) END`,
      [
        sorted.map(({ id }) => id),
        sorted.map(({ attempt }) => attempt),
        sorted.map(({ status }) => status),
        sorted.map(({ providerId }) => providerId),
        sorted.map(({ code }) => code),
        sorted.map(({ retryInMs }) => retryInMs),
        sorted.map(({ segments = null }) => segments),
      ],
    ),
  );
}

/** Of these messages, those that left before an officer let their blast go on: a stop by their answers is overruled. */
export async function listBeforeResume(pool: Pool, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await pool.query<{ id: string }>(
    `SELECT r.id FROM blast_recipient AS r JOIN blast AS b ON b.id = r.blast_id
     WHERE r.id = ANY ($1::bigint[]) AND r.submitted_at < b.resumed_at`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Those of some answers that may be news, as `id attempt`: their rows wait for one, or for what receipts say of it. */
export async function readAwaitingAnswer(
  pool: Pool,
  answers: readonly Outcome[],
): Promise<Set<string>> {
  const { rows } = await pool.query<{ key: string }>(
    `SELECT concat_ws(' ', id, attempt) AS key
     FROM unnest($1::bigint[], $2::integer[], $3::boolean[]) AS n (id, attempt, accepted)
       JOIN blast_recipient USING (id, attempt)
     WHERE status IN ('submitting', 'unknown', 'accepted') OR accepted AND status IN ('planned', 'claimed')`,
    [
      answers.map(({ id }) => id),
      answers.map(({ attempt }) => attempt),
      answers.map(({ status }) => status === 'accepted'),
    ],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Takes back that these failed by a code. */
export async function planRefusedAgain(
  pool: Pool,
  ids: readonly string[],
  code: string,
): Promise<void> {
  await retryDeadlock(() =>
    pool.query(
      `UPDATE blast_recipient SET status = 'planned', not_before = NULL, changed_at = clock_timestamp()
       WHERE id = ANY ($1::bigint[]) AND status = 'failed' AND error_code = $2 AND provider_id IS NULL`,
      [ids, code],
    ),
  );
}

/**
 * Records callbacks in one statement. They prove that the provider has the message, so they settle `unknown`
 * too. Of several for one recipient the furthest counts; repeated ones change nothing.
 * @returns how many recipients changed
 */
export function recordDeliveryUpdates(
  pool: Pool,
  updates: readonly DeliveryUpdate[],
): Promise<number> {
  return retryDeadlock(() => writeDeliveryUpdates(pool, updates));
}

/** The same inside a transaction: after a deadlock the whole of it is run again. */
export async function writeDeliveryUpdates(
  tx: Queryable,
  updates: readonly (Omit<DeliveryUpdate, 'providerId'> & { providerId: string | null })[],
): Promise<number> {
  const result = await tx.query(
    `UPDATE blast_recipient AS r SET status = n.status, changed_at = clock_timestamp(),
       provider_id = coalesce(r.provider_id, n.provider_id), error_code = n.code
     FROM (
       SELECT DISTINCT ON (id) id, status, provider_id, code
       FROM unnest($1::bigint[], $2::recipient_status[], $3::text[], $4::text[])
         AS given (id, status, provider_id, code)
       ORDER BY id, status DESC, code = 'read' DESC NULLS LAST
     ) AS n
     WHERE r.id = n.id AND (r.status < n.status
         OR r.status = 'delivered' AND n.status = 'delivered' AND n.code = 'read' AND r.error_code IS NULL)
       AND NOT coalesce(n.provider_id = ANY (r.past_ids), false)`,
    [
      updates.map(({ id }) => id),
      updates.map(({ status }) => status),
      updates.map(({ providerId }) => providerId),
      updates.map(({ code }) => code),
    ],
  );
  return result.rowCount ?? 0;
}

/** By which gateway and blast each recipient was reached. */
export async function readOrigins(
  pool: Pool,
  ids: readonly string[],
): Promise<Map<string, { gateway: string; channel: MessageChannel; blastId: number }>> {
  const { rows } = await pool.query<{
    id: string;
    gateway: string;
    channel: MessageChannel;
    blastId: number;
  }>(
    `SELECT r.id, r.gateway, b.channel, b.id AS "blastId" FROM blast_recipient AS r JOIN blast AS b ON b.id = r.blast_id
     WHERE r.id = ANY ($1::bigint[])`,
    [ids],
  );
  return new Map(rows.map(({ id, ...origin }) => [id, origin]));
}

/** Fewer than these may have passed before what keeps the others back began. */
const fewArrived = 10;

/** Whether messages of a blast and gateway have arrived that were submitted after most of these. */
export async function haveArrivedSince(
  pool: Pool,
  blastId: number,
  ids: readonly string[],
): Promise<boolean> {
  const { rows } = await pool.query<{ arrived: number }>(
    `SELECT count(*)::integer AS arrived FROM (
       SELECT FROM blast_recipient WHERE blast_id = $1 AND status = 'delivered'
         AND gateway = (SELECT gateway FROM blast_recipient WHERE id = ($2::bigint[])[1])
         AND submitted_at >= (
         SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY submitted_at) FROM blast_recipient WHERE id = ANY ($2::bigint[])
       ) LIMIT $3) AS later`,
    [blastId, ids, fewArrived],
  );
  return (rows[0]?.arrived ?? 0) >= fewArrived;
}

/** Recipients that one statement hands over. */
const handedOverAtOnce = 20_000;

/**
 * Gives another gateway what one has surely not sent. What is in doubt stays where its answer, its receipt or its listing
 * may still come from, and so does a message of which parts are sent.
 * @returns how many; not all of a long list at once
 */
export async function handOver(
  tx: Queryable,
  { blastId, from, to }: { blastId: number; from: string; to: string },
): Promise<number> {
  const result = await tx.query(
    `UPDATE blast_recipient SET gateway = $3, changed_at = clock_timestamp(),
       -- A call that was busy is due again at its time, by whatever gateway.
       not_before = CASE WHEN past_ids IS NOT NULL THEN not_before END,
       error_code = CASE WHEN past_ids IS NOT NULL THEN error_code END
     WHERE id IN (
       SELECT id FROM blast_recipient AS r WHERE blast_id = $1 AND gateway = $2 AND status = 'planned'
         AND NOT EXISTS (SELECT FROM message_rest AS m WHERE m.recipient_id = r.id AND m.attempt = r.attempt)
       LIMIT $4 FOR UPDATE SKIP LOCKED
     )`,
    [blastId, from, to, handedOverAtOnce],
  );
  return result.rowCount ?? 0;
}

/**
 * Plans calls again that were busy or not answered, as often as the blast's policy says. The call's id is kept, so
 * that late or repeated news of it changes nothing.
 */
export async function planCallsAgain(
  pool: Pool,
  updates: readonly DeliveryUpdate[],
): Promise<number> {
  const unanswered = updates.filter(({ code }) => code === 'busy' || code === 'no-answer');
  if (unanswered.length === 0) return 0;
  const result = await retryDeadlock(() =>
    pool.query(
      `UPDATE blast_recipient AS r SET status = 'planned', error_code = n.code, provider_id = NULL,
         past_ids = array_append(coalesce(r.past_ids, '{}'), n.provider_id), changed_at = clock_timestamp(),
         not_before = clock_timestamp() + (b.draft->'policy'->>'callRetryMs')::integer * interval '1 millisecond'
       FROM (
         SELECT DISTINCT ON (id) id, provider_id, code
         FROM unnest($1::bigint[], $2::text[], $3::text[]) AS given (id, provider_id, code)
       ) AS n, blast AS b
       WHERE r.id = n.id AND b.id = r.blast_id AND b.channel = 'ivr' AND b.status IN ('running', 'paused')
         AND r.status IN ('submitting', 'unknown', 'accepted')
         AND coalesce(r.provider_id, n.provider_id) = n.provider_id
         AND NOT coalesce(n.provider_id = ANY (r.past_ids), false)
         AND r.attempt < (b.draft->'policy'->>'callAttempts')::integer`,
      [
        unanswered.map(({ id }) => id),
        unanswered.map(({ providerId }) => providerId),
        unanswered.map(({ code }) => code),
      ],
    ),
  );
  return result.rowCount ?? 0;
}

/**
 * Returns what dead workers left: claimed ones go back, submitted ones without an answer become `unknown`.
 * Both limits are longer than a living worker needs.
 */
export async function sweepAbandoned(
  pool: Pool,
  limits: { claimedMs: number; submittingMs: number },
): Promise<{ returned: number; unresolved: number }> {
  const returned = await pool.query(
    `UPDATE blast_recipient SET status = 'planned', changed_at = clock_timestamp()
     WHERE id IN (
       SELECT id FROM blast_recipient WHERE status = 'claimed'
         AND changed_at < clock_timestamp() - $1 * interval '1 millisecond'
       FOR UPDATE SKIP LOCKED
     )`,
    [limits.claimedMs],
  );
  const unresolved = await pool.query(
    `UPDATE blast_recipient SET status = 'unknown', error_code = 'no-answer', changed_at = clock_timestamp()
     WHERE id IN (
       SELECT id FROM blast_recipient WHERE status = 'submitting'
         AND changed_at < clock_timestamp() - $1 * interval '1 millisecond'
       FOR UPDATE SKIP LOCKED
     )`,
    [limits.submittingMs],
  );
  return { returned: returned.rowCount ?? 0, unresolved: unresolved.rowCount ?? 0 };
}

const deadlock = '40P01';

/** Runs again what PostgreSQL ended to let another one go on. */
export async function retryDeadlock<T>(run: () => Promise<T>): Promise<T> {
  for (let left = 5; ; left -= 1) {
    try {
      return await run();
    } catch (error) {
      if ((error as { code?: string }).code !== deadlock || left === 0) throw error;
    }
  }
}
