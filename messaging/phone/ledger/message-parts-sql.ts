import type { Pool } from 'pg';
import type { TrialText } from '../../contract/values.ts';
import { execute, queryRows, raw } from '../../platform/database/sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { PartNews, ProviderStatus, SentParts } from '../gateways/gateway.ts';
import type { DeliveryUpdate } from './ledger-sql.ts';
import { stationId } from './station-sql.ts';
import { findTestId, testReference } from './test-messages-sql.ts';

/** Parts that a provider has, of one submission. */
export interface SubmittedParts extends SentParts {
  gateway: string;
  /** The ledger's id, or that of a test. */
  reference: string;
  attempt: number;
}

export interface GatewayPartNews extends PartNews {
  gateway: string;
}

/**
 * Two receipts of one message, in two processes, would each miss the other's part: writers of parts take turns
 * until the end of its transaction.
 */
const takeTurn = `SELECT pg_advisory_xact_lock(hashtext('message_part'))`;

/**
 * Records whose the parts are; repeating it changes nothing. An id that the provider reuses belongs to the new one.
 * @returns what receipts that were faster say of the messages
 */
export async function recordSubmittedParts(
  pool: Pool,
  submitted: readonly SubmittedParts[],
): Promise<DeliveryUpdate[]> {
  const rows = submitted.flatMap(({ ids, ...message }) =>
    ids.filter((id) => id !== '').map((partId) => ({ ...message, partId })),
  );
  if (rows.length === 0) return [];
  return inTransaction(pool, async (tx) => {
    await tx.query(takeTurn);
    await tx.query(
      `INSERT INTO message_part AS p (gateway, part_id, recipient_id, test_id, attempt, parts, status)
       SELECT DISTINCT ON (gateway, part_id) gateway, part_id, recipient_id, test_id, attempt, parts, 'accepted'
       FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::smallint[], $6::smallint[])
         AS n (gateway, part_id, recipient_id, test_id, attempt, parts)
       ON CONFLICT (gateway, part_id) DO UPDATE SET
         status = CASE WHEN coalesce(p.recipient_id, p.test_id) IS NULL
           OR (p.recipient_id, p.test_id) IS NOT DISTINCT FROM (excluded.recipient_id, excluded.test_id)
           THEN p.status ELSE 'accepted' END,
         recipient_id = excluded.recipient_id, test_id = excluded.test_id, attempt = excluded.attempt,
         parts = excluded.parts, msisdn = NULL, at = clock_timestamp()`,
      [
        rows.map(({ gateway }) => gateway),
        rows.map(({ partId }) => partId),
        rows.map(({ reference }) => (findTestId(reference) === null ? reference : null)),
        rows.map(({ reference }) => findTestId(reference)),
        rows.map(({ attempt }) => attempt),
        rows.map(({ total }) => total),
      ],
    );
    return readMessages(tx, rows);
  });
}

/**
 * Keeps what receipts say of parts; of several the furthest counts, and one whose message is not known yet waits.
 * @returns what that makes of the messages
 */
export async function recordPartNews(
  pool: Pool,
  news: readonly GatewayPartNews[],
): Promise<DeliveryUpdate[]> {
  if (news.length === 0) return [];
  return inTransaction(pool, async (tx) => {
    await tx.query(takeTurn);
    await execute(tx)`
      INSERT INTO message_part AS p (gateway, part_id, status, code, msisdn, sender_reference)
      SELECT DISTINCT ON (gateway, part_id) gateway, part_id, status, code, msisdn, reference
      FROM unnest(${news.map(({ gateway }) => gateway)}::text[], ${news.map(({ partId }) => partId)}::text[],
        ${news.map(({ status }) => status)}::recipient_status[], ${news.map(({ code }) => code)}::text[],
        ${news.map(({ number }) => number)}::bigint[], ${news.map(({ reference }) => reference)}::integer[])
        AS n (gateway, part_id, status, code, msisdn, reference)
      ORDER BY gateway, part_id, status DESC
      ON CONFLICT (gateway, part_id) DO UPDATE SET status = excluded.status, code = excluded.code,
        at = clock_timestamp()
      WHERE p.status < excluded.status`;
    return readMessages(tx, news);
  });
}

/** Messages in doubt of which parts are known after all: their answer was lost on its way into the ledger. */
export async function readPartsOfUnknown(pool: Pool): Promise<DeliveryUpdate[]> {
  const rows = await queryRows<{ gateway: string; partId: string }>(pool)`
    SELECT p.gateway, min(p.part_id) AS "partId" FROM blast_recipient AS r JOIN message_part AS p
      ON p.recipient_id = r.id
    WHERE r.status = 'unknown' GROUP BY p.gateway, r.id LIMIT 1000`;
  return readMessages(pool, rows);
}

/** Says of messages in doubt of which some parts are known that others are missing. */
export async function nameHalves(pool: Pool): Promise<void> {
  await pool.query(
    `UPDATE blast_recipient AS r SET error_code = 'part-missing'
     WHERE r.status = 'unknown' AND r.error_code = 'no-answer' AND EXISTS (
       SELECT FROM message_part AS p WHERE p.recipient_id = r.id AND p.attempt = r.attempt
       GROUP BY p.recipient_id HAVING count(*) < max(p.parts))`,
  );
}

/** A message with a part that failed is not delivered; one is delivered once all of its parts are. */
async function readMessages(
  tx: Queryable,
  parts: readonly { gateway: string; partId: string }[],
): Promise<DeliveryUpdate[]> {
  const rows = await queryRows<{
    recipientId: string | null;
    testId: string | null;
    partId: string;
    status: ProviderStatus;
    code: string | null;
  }>(tx)`
    SELECT * FROM (
      SELECT p.recipient_id AS "recipientId", p.test_id AS "testId", min(p.part_id) AS "partId",
        CASE WHEN count(*) FILTER (WHERE p.status IN ('failed', 'undelivered')) > 0
            THEN min(p.status) FILTER (WHERE p.status IN ('failed', 'undelivered'))
          WHEN count(*) FILTER (WHERE p.status = 'delivered') >= max(p.parts) THEN 'delivered'
          WHEN count(*) >= max(p.parts) THEN 'accepted' END AS status,
        min(p.code) AS code
      FROM message_part AS p JOIN (
        SELECT DISTINCT o.recipient_id, o.test_id, o.attempt
        FROM unnest(${parts.map(({ gateway }) => gateway)}::text[],
          ${parts.map(({ partId }) => partId)}::text[]) AS n (gateway, part_id)
          JOIN message_part AS o USING (gateway, part_id)
        WHERE coalesce(o.recipient_id, o.test_id) IS NOT NULL
      ) AS own ON (p.recipient_id = own.recipient_id OR p.test_id = own.test_id) AND p.attempt = own.attempt
      GROUP BY p.recipient_id, p.test_id, p.attempt
    ) AS message WHERE status IS NOT NULL`;
  return rows.map(({ recipientId, testId, partId, status, code }) => ({
    id: recipientId ?? testReference(testId ?? ''),
    status,
    providerId: partId,
    code: status === 'accepted' || status === 'delivered' ? null : code,
  }));
}

/** A receipt whose id names no message of ours, and the one in doubt that its number and our reference in it do name. */
export interface Ownerless {
  partId: string;
  recipientId: string;
  attempt: number;
  blastId: number;
  language: string;
  district: string | null;
  station: string | null;
  lot: TrialText | null;
}

/** Receipts of a gateway whose answer can no longer come; those that fit two messages in doubt are left out. */
export function readOwnerless(
  pool: Pool,
  options: { gateway: string; settleMs: number; limit: number },
): Promise<Ownerless[]> {
  return queryRows<Ownerless>(pool)`
    SELECT p.part_id AS "partId", min(r.id)::text AS "recipientId", min(r.attempt) AS attempt,
      min(r.blast_id) AS "blastId", min(r.language) AS language, min(r.district) AS district,
      min(${raw(stationId)}) AS station,
      min(r.lot) AS lot
    FROM message_part AS p JOIN blast_recipient AS r ON r.msisdn = p.msisdn
    WHERE p.gateway = ${options.gateway} AND r.gateway = ${options.gateway} AND p.msisdn IS NOT NULL
      AND r.status = 'unknown'
      AND p.at < clock_timestamp() - ${options.settleMs} * interval '1 millisecond'
      AND r.submitted_at < p.at AND p.sender_reference = r.id % 65536
    GROUP BY p.part_id HAVING count(*) = 1 LIMIT ${options.limit}`;
}

/** Ids in receipts of the last day that name no message, and ids of parts without a receipt: samples of both. */
export async function readUnmatched(
  pool: Pool,
  gateway: string,
  least: number,
): Promise<{ received: string[]; submitted: string[] } | null> {
  // An answer may take a minute longer than its receipt.
  const { rows } = await pool.query<{ id: string }>(
    // One to a number whose message is in doubt is most likely of that one.
    `SELECT part_id AS id FROM message_part AS p WHERE gateway = $1 AND recipient_id IS NULL AND test_id IS NULL
       AND at BETWEEN now() - interval '1 day' AND now() - interval '1 minute'
       AND NOT EXISTS (SELECT FROM blast_recipient AS r WHERE r.msisdn = p.msisdn AND r.gateway = p.gateway
         AND r.status = 'unknown' AND r.submitted_at < p.at) ORDER BY at DESC LIMIT 500`,
    [gateway],
  );
  if (rows.length < least) return null;
  const parts = await queryRows<{ id: string }>(pool)`
    SELECT part_id AS id FROM message_part WHERE gateway = ${gateway} AND status = 'accepted'
      AND recipient_id IS NOT NULL
    LIMIT 100000`;
  return { received: rows.map(({ id }) => id), submitted: parts.map(({ id }) => id) };
}

export interface SilentPart {
  partId: string;
  blastId: number;
  language: string;
  lot: TrialText | null;
}

/** Parts that were accepted and of which nothing was heard; each is taken once an hour. */
export function takeSilentParts(
  pool: Pool,
  options: { gateway: string; silentMs: number; limit: number },
): Promise<SilentPart[]> {
  return queryRows<SilentPart>(pool)`
    UPDATE message_part AS p SET asked_at = clock_timestamp() FROM (
      SELECT part_id FROM message_part WHERE gateway = ${options.gateway} AND status = 'accepted'
        AND recipient_id IS NOT NULL
        AND at < clock_timestamp() - ${options.silentMs} * interval '1 millisecond'
        AND (asked_at IS NULL OR asked_at < clock_timestamp() - interval '1 hour')
      ORDER BY at LIMIT ${options.limit} FOR UPDATE SKIP LOCKED
    ) AS picked, blast_recipient AS r
    WHERE p.gateway = ${options.gateway} AND p.part_id = picked.part_id AND r.id = p.recipient_id
    RETURNING p.part_id AS "partId", r.blast_id AS "blastId", r.language, r.lot`;
}

/** Parts of which no receipt comes any more. */
export async function deleteOldParts(pool: Pool, days: number): Promise<number> {
  return execute(pool)`
    DELETE FROM message_part WHERE at < clock_timestamp() - ${days}::int * interval '1 day'`;
}
