import { lastMidnight } from '../../platform/database/day-sql.ts';
import { execute, queryRow } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { digits } from '../numbers/opt-outs-sql.ts';
import { codeRules } from './verification.ts';

/** An officer's own number (E.164) as a gateway may use it: over a real one only what was proven over a real one. */
export async function findTestNumber(
  database: Queryable,
  personId: string,
  gateway: string,
): Promise<string | null> {
  const row = await queryRow<{ msisdn: string }>(database)`
    SELECT msisdn FROM test_number
    WHERE person_id = ${personId} AND (NOT training OR ${isTraining(gateway)}) ORDER BY training DESC LIMIT 1`;
  return row === undefined ? null : `+${row.msisdn}`;
}

export function isTraining(gateway: string): boolean {
  return gateway === 'emulator';
}

export interface NewTestCode {
  personId: string;
  training: boolean;
  /** E.164 */
  number: string;
  codeHash: string;
}

/** Puts a code on record; false when the officer or the number had enough of them today. */
export async function insertCode(tx: Queryable, code: NewTestCode): Promise<boolean> {
  // Two requests at once are counted one after the other.
  await tx.query('SELECT pg_advisory_xact_lock(hashtext($1)), pg_advisory_xact_lock($2::bigint)', [
    `test-number/${code.personId}`,
    digits(code.number),
  ]);
  await tx.query(`DELETE FROM test_number_code WHERE at < clock_timestamp() - interval '2 days'`);
  const { rowCount } = await tx.query(
    `INSERT INTO test_number_code (person_id, training, msisdn, code_hash, expires_at)
     SELECT $1, $2, $3::bigint, $4, clock_timestamp() + $5 * interval '1 minute'
     WHERE (SELECT greatest(count(*) FILTER (WHERE person_id = $1), count(*) FILTER (WHERE msisdn = $3::bigint))
       FROM test_number_code WHERE (person_id = $1 OR msisdn = $3::bigint)
         AND at >= ${lastMidnight}) < $6`,
    [
      code.personId,
      code.training,
      digits(code.number),
      code.codeHash,
      codeRules.validMinutes,
      codeRules.sendsADay,
    ],
  );
  return rowCount === 1;
}

export interface OpenCode {
  id: string;
  training: boolean;
  number: string;
  codeHash: string;
}

/** The officer's latest code; null when it is not open any more. */
export async function findOpenCode(
  database: Queryable,
  personId: string,
): Promise<OpenCode | null> {
  const row = await queryRow<{
    id: string;
    training: boolean;
    msisdn: string;
    codeHash: string;
  }>(database)`
    SELECT id, training, msisdn, code_hash AS "codeHash" FROM test_number_code
    WHERE id = (SELECT max(id) FROM test_number_code WHERE person_id = ${personId})
      AND NOT used AND msisdn IS NOT NULL AND expires_at > clock_timestamp()`;
  return row === undefined ? null : { ...row, number: `+${row.msisdn}` };
}

/** Takes the number of a code that was right as the officer's own; false when it was used meanwhile. */
export async function confirmCode(
  tx: Queryable,
  personId: string,
  code: OpenCode,
): Promise<boolean> {
  const used = await tx.query(
    'UPDATE test_number_code SET used = true WHERE id = $1 AND NOT used AND msisdn = $2',
    [code.id, digits(code.number)],
  );
  if (used.rowCount !== 1) return false;
  await execute(tx)`
    INSERT INTO test_number (person_id, training, msisdn)
      VALUES (${personId}, ${code.training}, ${digits(code.number)})
    ON CONFLICT (person_id, training) DO UPDATE SET msisdn = excluded.msisdn, verified_at = clock_timestamp()`;
  return true;
}

/** Forgets an officer's own numbers, and the codes that were sent to them. @returns whether there were any */
export async function deleteTestNumbers(tx: Queryable, personId: string): Promise<boolean> {
  const changed = await execute(tx)`DELETE FROM test_number WHERE person_id = ${personId}`;
  await execute(tx)`UPDATE test_number_code SET msisdn = NULL WHERE person_id = ${personId}`;
  return changed > 0;
}
