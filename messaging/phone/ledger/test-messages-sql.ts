import type { Pool } from 'pg';
import { z } from 'zod';
import {
  type MessageLanguage,
  messageLanguages,
} from '../../../campaigns/messages/message-language.ts';
import { instant } from '../../contract/route.ts';
import { type RecipientStatus, recipientStatuses } from '../../contract/values.ts';
import { lastMidnight } from '../../platform/database/day-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { DeliveryUpdate } from './ledger-sql.ts';

/** A test of a blast's text, and what came of it. */
export const testMessage = z.object({
  id: z.string(),
  revision: z.int().describe('Of the text that was tried'),
  personName: z.string(),
  language: z.enum(messageLanguages),
  status: z.enum(recipientStatuses),
  errorCode: z.string().nullable(),
  providerId: z.string().nullable(),
  segments: z.int(),
  paise: z.int(),
  at: instant,
});
export type TestMessage = z.output<typeof testMessage>;

const columns = `t.id, t.revision, coalesce(person.name, t.person_id) AS "personName", t.language, t.status,
  t.error_code AS "errorCode", t.provider_id AS "providerId", t.segments, t.paise, t.at`;
const source = 'test_message AS t LEFT JOIN person ON person.id = t.person_id';

/** The reference in a test's callbacks, unlike any of a recipient. */
export function testReference(id: string): string {
  return `t${id}`;
}

/** The test that a reference names; null for a recipient's. */
export function findTestId(reference: string): string | null {
  return reference.startsWith('t') ? reference.slice(1) : null;
}

/** Tests of a blast, the latest first. */
export function listTests(pool: Queryable, blastId: number): Promise<TestMessage[]> {
  return queryRows<TestMessage>(pool)`
    SELECT ${raw(columns)} FROM ${raw(source)} WHERE t.blast_id = ${blastId} ORDER BY t.id DESC LIMIT 50`;
}

export async function readTest(pool: Queryable, id: string): Promise<TestMessage> {
  const test = await queryRow<TestMessage>(pool)`
    SELECT ${raw(columns)} FROM ${raw(source)} WHERE t.id = ${id}`;
  if (test === undefined) throw new Error(`Expected the test ${id}, got none`);
  return test;
}

/** Cost of tests by blast; those that were surely not sent cost nothing. */
export async function readTestPaiseByBlast(
  pool: Queryable,
  blastIds: readonly number[],
): Promise<Map<number, number>> {
  const rows = await queryRows<{ blastId: number; paise: string }>(pool)`
    SELECT blast_id AS "blastId", sum(paise) AS paise FROM test_message
    WHERE blast_id = ANY (${blastIds}::integer[]) AND status <> 'failed' GROUP BY 1`;
  return new Map(rows.map(({ blastId, paise }) => [blastId, Number(paise)]));
}

export async function readTestPaise(pool: Queryable, blastId: number): Promise<number> {
  return (await readTestPaiseByBlast(pool, [blastId])).get(blastId) ?? 0;
}

export interface NewTest {
  blastId: number;
  revision: number;
  personId: string;
  /** E.164 */
  number: string;
  language: MessageLanguage;
  segments: number;
  paise: number;
}

/** Puts a test on record before it leaves. */
export async function insertTest(tx: Queryable, test: NewTest): Promise<string> {
  const row = await queryRow<{ id: string }>(tx)`
    INSERT INTO test_message (blast_id, revision, person_id, msisdn, language, segments, paise)
    VALUES (${test.blastId}, ${test.revision}, ${test.personId}, ${test.number.replace(/^\+/, '')},
      ${test.language}, ${test.segments}, ${test.paise}) RETURNING id`;
  return row?.id ?? '';
}

/** Records the gateway's answer; a callback may have been faster, then the later status stays. */
export async function endTest(
  pool: Queryable,
  id: string,
  outcome: {
    status: 'accepted' | 'unknown' | 'failed';
    providerId: string | null;
    code: string | null;
  },
): Promise<void> {
  await execute(pool)`
    UPDATE test_message SET status = greatest(status, ${outcome.status}::recipient_status),
    error_code = CASE WHEN status < ${outcome.status}::recipient_status THEN ${outcome.code}
      ELSE error_code END,
      provider_id = coalesce(provider_id, ${outcome.providerId}), changed_at = clock_timestamp() WHERE id = ${id}`;
}

/** Callbacks of tests: the furthest status counts, repeated ones change nothing, and they settle `unknown` too. */
export async function recordTestDeliveries(
  pool: Pool,
  updates: readonly DeliveryUpdate[],
): Promise<void> {
  for (const { id, status, providerId, code } of updates) {
    await execute(pool)`
      UPDATE test_message SET status = ${status}::recipient_status, error_code = ${code},
        provider_id = coalesce(provider_id, ${providerId}), changed_at = clock_timestamp()
      WHERE id = ${findTestId(id)} AND status < ${status}::recipient_status`;
  }
}

/** Counts an officer's tests so far, of a day in Asia/Kolkata as the database has it. */
export async function countTests(
  tx: Queryable,
  { personId, blastId }: { personId: string; blastId: number },
): Promise<{ ofBlast: number; today: number }> {
  const row = await queryRow<{ ofBlast: string; today: string }>(tx)`
    SELECT count(*) FILTER (WHERE blast_id = ${blastId}) AS "ofBlast",
      count(*) FILTER (WHERE at >= ${raw(lastMidnight)}) AS today
    FROM test_message WHERE person_id = ${personId}`;
  return { ofBlast: Number(row?.ofBlast ?? 0), today: Number(row?.today ?? 0) };
}

/** Whether somebody tried the blast's text on a phone. */
export async function wasTried(tx: Queryable, blastId: number): Promise<boolean> {
  const { rows } = await tx.query('SELECT FROM test_message WHERE blast_id = $1 LIMIT 1', [
    blastId,
  ]);
  return rows.length > 0;
}

/** Whether the officer's last test of exactly this text may have been sent, without anybody knowing. */
export async function lastTestIsOpen(
  tx: Queryable,
  test: Pick<NewTest, 'blastId' | 'revision' | 'personId' | 'language'>,
): Promise<boolean> {
  const row = await queryRow<{ status: RecipientStatus }>(tx)`
    SELECT status FROM test_message WHERE blast_id = ${test.blastId} AND revision = ${test.revision}
      AND person_id = ${test.personId} AND language = ${test.language}
    ORDER BY id DESC LIMIT 1`;
  return row?.status === 'unknown' || row?.status === 'submitting';
}
