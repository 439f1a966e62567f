import type { Pool } from 'pg';
import type { MessageLanguage } from '../../../campaigns/messages/message-language.ts';
import { execute, queryRow, raw } from '../../platform/database/sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { findTestId } from '../ledger/test-messages-sql.ts';
import { digits } from '../numbers/opt-outs-sql.ts';

export interface LinkRequest {
  /** E.164 */
  number: string;
  /** Calendar day in Asia/Kolkata. */
  day: string;
  source: 'key' | 'missed-call';
  blastId: number | null;
}

/** Why somebody who asked for the link gets none; the last three are the database's word. */
export type LinkRefusal = 'country' | 'not-registered' | 'hours' | 'opted-out' | 'again' | 'budget';

export interface LinkPrice {
  paise: number;
  /** For all links of a month. */
  monthlyBudgetPaise: number;
}

/** Any number that nothing else in the database locks. */
const budgetLock = 7_522_020;

/**
 * Records a request before its SMS leaves; a reason when the number had one that day, has opted out, or the month's
 * budget is spent.
 */
export async function beginLinkRequest(
  pool: Pool,
  request: LinkRequest,
  { paise, monthlyBudgetPaise }: LinkPrice,
): Promise<LinkRefusal | null> {
  const msisdn = digits(request.number);
  return inTransaction(pool, async (client) => {
    // Requests take turns, so that two never both spend what is left.
    await execute(client)`SELECT pg_advisory_xact_lock(${budgetLock})`;
    const row = await queryRow<{ optedOut: boolean; again: boolean; spent: string }>(client)`
      SELECT EXISTS (SELECT FROM opt_out WHERE msisdn = ${msisdn}::bigint) AS "optedOut",
      EXISTS (SELECT FROM link_request WHERE msisdn = ${msisdn}::bigint
        AND day = ${request.day}::date) AS again,
        (SELECT coalesce(sum(paise), 0) FROM link_request
       WHERE day >= date_trunc('month', ${request.day}::date)
         AND day < date_trunc('month', ${request.day}::date) + interval '1 month'
         AND status <> 'failed') AS spent`;
    const { optedOut = false, again = false, spent = '0' } = row ?? {};
    if (optedOut) return 'opted-out';
    if (again) return 'again';
    if (Number(spent) + paise > monthlyBudgetPaise) return 'budget';
    await execute(client)`
      INSERT INTO link_request (msisdn, day, source, blast_id, paise)
        VALUES (${msisdn}, ${request.day}, ${request.source}, ${request.blastId}, ${paise})`;
    return null;
  });
}

export async function countLinkRefusal(
  pool: Pool,
  day: string,
  reason: LinkRefusal,
): Promise<void> {
  await execute(pool)`
    INSERT INTO link_refusal (day, reason, requests) VALUES (${day}, ${reason}, 1)
    ON CONFLICT (day, reason) DO UPDATE SET requests = link_refusal.requests + 1`;
}

export async function endLinkRequest(
  pool: Pool,
  request: Pick<LinkRequest, 'number' | 'day'>,
  result: { status: 'accepted' | 'failed' | 'unknown'; providerId: string | null },
): Promise<void> {
  await execute(pool)`
    UPDATE link_request SET status = ${result.status}, provider_id = ${result.providerId}
      WHERE msisdn = ${digits(request.number)} AND day = ${request.day}`;
}

/** A call of ours: its blast, a test of it included, and to whom it went. */
export interface PlacedCall {
  blastId: number;
  shortCode: string;
  language: MessageLanguage;
  /** E.164; null once the number was deleted. */
  number: string | null;
}

/** Null for no such call. */
export async function findCall(pool: Pool, reference: string): Promise<PlacedCall | null> {
  const testId = findTestId(reference);
  const row = await queryRow<PlacedCall>(pool)`
    SELECT b.id AS "blastId", b.short_code AS "shortCode", r.language, '+' || r.msisdn AS number
    FROM ${raw(testId === null ? 'blast_recipient' : 'test_message')} AS r
    JOIN blast AS b ON b.id = r.blast_id WHERE r.id = ${testId ?? reference}`;
  return row ?? null;
}

/** Whether the blast of a call was approved with other recordings than are there now; a test of it plays what is there. */
export async function hasOtherRecordings(pool: Pool, reference: string): Promise<boolean> {
  if (findTestId(reference) !== null) return false;
  const changed = await execute(pool)`
    SELECT FROM blast_recipient AS r JOIN blast AS b ON b.id = r.blast_id
    WHERE r.id = ${reference} AND b.recordings <> prompt_recordings()`;
  return changed === 1;
}

/** Removes the numbers from requests older than `days`; the requests stay as counts. */
export async function deleteLinkRequestNumbers(database: Queryable, days: number): Promise<number> {
  return execute(database)`
    UPDATE link_request SET msisdn = NULL, provider_id = NULL
    WHERE msisdn IS NOT NULL AND at < now() - ${days}::int * interval '1 day'`;
}
