import type { Pool } from 'pg';
import { hourMs, secondMs } from '../../../campaigns/durations.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { ListedMessage, Listing } from '../gateways/gateway.ts';
import { judgeListing, type NumberFacts } from './listing-rule.ts';

/** A message whose answer was lost. */
export interface Unresolved {
  id: string;
  /** E.164 */
  to: string;
  submittedAt: Date;
  blastId: number;
  channel: 'sms' | 'ivr';
  shortCode: string;
}

/** Lease of a claimed row. */
const leaseMs = 10_000;

/** Takes some `unknown` recipients whose time to be looked up has come; other workers leave them alone meanwhile. */
export async function takeUnresolved(
  pool: Pool,
  options: { gateway: string; limit: number },
): Promise<Unresolved[]> {
  const rows = await queryRows<Omit<Unresolved, 'to'> & { msisdn: string }>(pool)`
    UPDATE blast_recipient AS r SET not_before = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    FROM (
      SELECT d.id, b.channel, CASE d.lot WHEN 'a' THEN b.trial_codes[1] WHEN 'b' THEN b.trial_codes[2]
        ELSE b.short_code END AS short_code
      FROM blast_recipient AS d JOIN blast AS b ON b.id = d.blast_id
      WHERE d.status = 'unknown' AND d.msisdn IS NOT NULL AND d.gateway = ${options.gateway}
        AND b.channel <> 'whatsapp'
        AND (d.not_before IS NULL OR d.not_before <= clock_timestamp())
      LIMIT ${options.limit} FOR UPDATE OF d SKIP LOCKED
    ) AS picked
    WHERE r.id = picked.id
    RETURNING r.id, r.msisdn, r.submitted_at AS "submittedAt", r.blast_id AS "blastId", picked.channel,
      picked.short_code AS "shortCode"`;
  return rows.map(({ msisdn, ...row }) => ({ ...row, to: `+${msisdn}` }));
}

/** Beyond this skew the provider's clock is not trusted. */
const largestSkewMs = 12 * hourMs;
/** How far the provider's own clocks may be apart from each other. */
const slackMs = hourMs;
/** The provider's time comes in whole seconds. */

export interface SettleOptions {
  /** After this long from a first look nothing is on its way any more, and everything is in the listing. */
  settleMs: number;
}

/**
 * Settles a message by what the provider lists for its number. It is planned again only when two whole listings, apart
 * by the settle delay by the provider's clock and by ours, show nothing that may be it; otherwise it stays unknown with
 * a reason, and is looked up again later and later.
 * @returns the status that results
 */
export async function settleUnknown(
  pool: Pool,
  entry: Pick<Unresolved, 'id' | 'to' | 'shortCode'>,
  listing: Listing,
  { settleMs }: SettleOptions,
): Promise<string> {
  return inTransaction(pool, async (tx) => {
    // Two rows of one number, in two blasts, take turns.
    await execute(tx)`SELECT pg_advisory_xact_lock(${entry.to.replace('+', '')})`;
    const row = await readRow(tx, entry.id);
    if (row?.status !== 'unknown') return row?.status ?? 'unknown';
    const facts = { ...(await readFacts(tx, entry)), past: row.pastIds ?? [] };
    const since = earliestTime(listing, row);
    const verdict = judgeListing(listing.messages, { ...facts, shortCode: entry.shortCode, since });
    if (verdict.kind === 'adopt') return adopt(tx, entry.id, verdict.message);
    if (verdict.kind === 'doubtful') return lookAgain(tx, entry.id, 'listed');
    const { at } = listing;
    if (at === null || !listing.complete || computeSkew(at, row) > largestSkewMs) {
      return lookAgain(tx, entry.id, 'no-proof');
    }
    return absent(tx, row, { at, settleMs });
  });
}

interface Row {
  id: string;
  status: string;
  pastIds: string[] | null;
  submittedAt: Date;
  absentProviderAt: Date | null;
  absentAt: Date | null;
  now: Date;
}

function readRow(tx: Queryable, id: string): Promise<Row | undefined> {
  return queryRow<Row>(tx)`
    SELECT id, status, past_ids AS "pastIds", submitted_at AS "submittedAt",
      absent_provider_at AS "absentProviderAt", absent_at AS "absentAt", clock_timestamp() AS now
    FROM blast_recipient WHERE id = ${id} FOR NO KEY UPDATE`;
}

function computeSkew(at: Date, { now }: Pick<Row, 'now'>): number {
  return Math.abs(at.getTime() - now.getTime());
}

/** When the submission may have arrived at the earliest, by the provider's clock as the listing itself shows it. */
function earliestTime({ at }: Listing, row: Row): Date {
  const skewMs = at === null ? 0 : at.getTime() - row.now.getTime();
  // Our own clock may have been put back since.
  const submittedMs = Math.min(row.submittedAt.getTime(), row.now.getTime());
  return new Date(submittedMs + skewMs - (at === null ? largestSkewMs : slackMs));
}

/** Everything else that the service may have sent to the number. */
async function readFacts(
  tx: Queryable,
  { id, to }: Pick<Unresolved, 'id' | 'to'>,
): Promise<Pick<NumberFacts, 'owned' | 'rivals' | 'rivalTests'>> {
  const { rows } = await tx.query<{ owned: string[]; rivals: number; rivalTests: number }>(
    `WITH other AS (
       SELECT r.provider_id, r.past_ids, r.submitted_at AS at,
         r.provider_id IS NULL AND r.status IN ('submitting', 'unknown', 'accepted') AS open
       FROM blast_recipient AS r
       WHERE msisdn = $1 AND id <> $2 AND gateway = (SELECT u.gateway FROM blast_recipient AS u WHERE u.id = $2)
     ), test AS (
       SELECT provider_id, provider_id IS NULL AND status IN ('submitting', 'unknown') AS open, at
       FROM test_message WHERE msisdn = $1
     ), link AS (
       SELECT provider_id, status IN ('sending', 'unknown') AS open, at FROM link_request WHERE msisdn = $1
     ), sent AS (
       SELECT open, at, false AS is_test FROM other UNION ALL SELECT open, at, true FROM test
       UNION ALL SELECT open, at, false FROM link
       UNION ALL SELECT true, at, false FROM test_number_code WHERE msisdn = $1
     )
     SELECT count(*) FILTER (WHERE open)::integer AS rivals,
       count(*) FILTER (WHERE open AND is_test)::integer AS "rivalTests",
       array(
         SELECT provider_id FROM other WHERE provider_id IS NOT NULL UNION ALL SELECT unnest(past_ids) FROM other
         UNION ALL SELECT provider_id FROM test WHERE provider_id IS NOT NULL
         UNION ALL SELECT provider_id FROM link WHERE provider_id IS NOT NULL
       ) AS owned
     FROM sent`,
    [to.replace('+', ''), id],
  );
  return rows[0] ?? { owned: [], rivals: 0, rivalTests: 0 };
}

async function adopt(tx: Queryable, id: string, message: ListedMessage): Promise<string> {
  await execute(tx)`
    UPDATE blast_recipient SET status = ${message.status}, provider_id = ${message.providerId},
      error_code = ${message.errorCode}, not_before = NULL,
      absent_provider_at = NULL, absent_at = NULL, changed_at = clock_timestamp() WHERE id = ${id}`;
  return message.status;
}

/** Sooner for a young one, once an hour for an old one. */
async function lookAgain(tx: Queryable, id: string, reason: 'listed' | 'no-proof') {
  await execute(tx)`
    UPDATE blast_recipient SET error_code = ${reason}, changed_at = clock_timestamp(),
      not_before = clock_timestamp()
      + greatest(interval '5 seconds', least(interval '1 hour', (clock_timestamp() - submitted_at) / 2))
    WHERE id = ${id}`;
  return 'unknown';
}

async function absent(
  tx: Queryable,
  { id, absentProviderAt, absentAt, now }: Row,
  { at, settleMs }: { at: Date; settleMs: number },
): Promise<string> {
  if (absentProviderAt === null || absentAt === null) {
    await execute(tx)`
      UPDATE blast_recipient SET absent_provider_at = ${at}, absent_at = clock_timestamp(),
      not_before = clock_timestamp() + ${settleMs + secondMs} * interval '1 millisecond' WHERE id = ${id}`;
    return 'unknown';
  }
  const passedMs = Math.min(
    at.getTime() - absentProviderAt.getTime() - secondMs,
    now.getTime() - absentAt.getTime(),
  );
  if (passedMs < settleMs) {
    const waitMs = Math.min(leaseMs, Math.max(secondMs / 4, settleMs - passedMs));
    await execute(tx)`
      UPDATE blast_recipient SET not_before = clock_timestamp() + ${waitMs} * interval '1 millisecond'
      WHERE id = ${id}`;
    return 'unknown';
  }
  await execute(tx)`
    UPDATE blast_recipient SET status = 'planned', not_before = NULL, absent_provider_at = NULL,
      absent_at = NULL,
      changed_at = clock_timestamp() WHERE id = ${id}`;
  return 'planned';
}

/** Why an unknown one is left to an officer: the listing shows what may be it, or proves nothing. */
const leftReasons = ['listed', 'no-proof'];

/** No part of a message is known at the provider, and no receipt to its number waits for its message. */
const nothingThere = `NOT EXISTS (SELECT FROM message_part AS p WHERE p.recipient_id = r.id AND p.attempt = r.attempt)
  AND NOT EXISTS (SELECT FROM message_part AS p WHERE p.msisdn = r.msisdn AND p.gateway = r.gateway
    AND p.recipient_id IS NULL AND p.test_id IS NULL AND p.at > r.submitted_at)`;

/**
 * An officer's word on unknown ones of a gateway. Nothing is sent again of which a part or a receipt is known. Where it can list, only those that the look-up has left, and never "send
 * again": what the listing does not disprove may have arrived.
 */
export async function settleByOfficer(
  pool: Queryable,
  blastId: number,
  options: { decision: 'count-as-sent' | 'send-again'; lists: boolean; gateway: string },
): Promise<number> {
  const { decision, lists, gateway } = options;
  const result = await pool.query(
    `UPDATE blast_recipient AS r SET status = $2::text::recipient_status, changed_at = clock_timestamp(), not_before = NULL,
       error_code = CASE WHEN $2::text = 'accepted' THEN 'officer' END
     WHERE blast_id = $1 AND status = 'unknown' AND ($3::text[] IS NULL OR error_code = ANY ($3))
       AND gateway = $4 AND ($2::text = 'accepted' OR ${nothingThere})`,
    [
      blastId,
      decision === 'count-as-sent' ? 'accepted' : 'planned',
      lists ? leftReasons : null,
      gateway,
    ],
  );
  return result.rowCount ?? 0;
}

/** Those in doubt that may be sent again, and those of which a part or a receipt is known. */
export async function countUnknown(
  database: Queryable,
  blastId: number,
): Promise<{ again: number; known: number }> {
  const row = await queryRow<{ again: number; known: number }>(database)`
    SELECT count(*) FILTER (WHERE ${raw(nothingThere)})::int AS again,
      count(*) FILTER (WHERE NOT (${raw(nothingThere)}))::int AS known
    FROM blast_recipient AS r WHERE blast_id = ${blastId} AND status = 'unknown'`;
  return row ?? { again: 0, known: 0 };
}

/** When the last message of a blast that is in doubt became so. */
export async function lastDoubt(pool: Pool, blastId: number): Promise<Date | null> {
  const row = await queryRow<{ at: Date | null }>(pool)`
    SELECT max(changed_at) AS at FROM blast_recipient WHERE blast_id = ${blastId} AND status = 'unknown'`;
  return row?.at ?? null;
}
