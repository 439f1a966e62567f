import { createHash } from 'node:crypto';
import { hourSeconds } from '../../../campaigns/durations.ts';
import { retention } from '../../../campaigns/privacy/retention.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** Failures in a row that are taken without a pause. */
const freeFailures = 5;
const firstPauseSeconds = 60;
const longestPauseSeconds = 1800;
/** Failures older than this are forgotten. */
const memorySeconds = retention.signInAttemptHours * hourSeconds;

export type Attempt =
  | { kind: 'locked'; retryAfterSeconds: number }
  /** `pauseSeconds` follows should the attempt fail; 0 while failures are free. */
  | { kind: 'go'; failures: number; pauseSeconds: number };

/** Key under which failures are counted: a hash of an e-mail address, registered or not. A known device adds its own. */
export function attemptSubject(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
}

/**
 * Counts an attempt as failed before it is made, so that a hundred at once are no more than five; `clear`
 * takes it back when it succeeds. From the fifth failure on each is followed by a pause of 1, 2, 4 …
 * minutes, at most 30.
 */
export async function beginAttempt(database: Queryable, subject: string): Promise<Attempt> {
  const { rows } = await database.query<{ failures: number; pause: number | null }>(
    `INSERT INTO sign_in_attempt AS a (subject, failures, last_at) VALUES ($1, 1, now())
     ON CONFLICT (subject) DO UPDATE SET
       failures = CASE WHEN a.last_at < now() - $2::int * interval '1 second' THEN 1 ELSE a.failures + 1 END,
       locked_until = CASE WHEN a.last_at < now() - $2::int * interval '1 second' THEN NULL
         WHEN a.failures + 1 >= $3::int THEN now() + interval '1 second'
           * least($5::float8, $4::float8 * power(2, least(a.failures + 1 - $3::int, 20))) END,
       last_at = now()
     WHERE a.locked_until IS NULL OR a.locked_until <= now()
     RETURNING failures, extract(epoch FROM locked_until - now())::float8 AS pause`,
    [subject, memorySeconds, freeFailures, firstPauseSeconds, longestPauseSeconds],
  );
  const [counted] = rows;
  if (counted !== undefined) {
    return { kind: 'go', failures: counted.failures, pauseSeconds: Math.round(counted.pause ?? 0) };
  }
  const locked = await database.query<{ left: number | null }>(
    `SELECT extract(epoch FROM locked_until - now())::float8 AS left FROM sign_in_attempt
     WHERE subject = $1`,
    [subject],
  );
  return { kind: 'locked', retryAfterSeconds: Math.max(1, Math.ceil(locked.rows[0]?.left ?? 1)) };
}

/** Takes one attempt back that was not made after all. */
export async function dropAttempt(database: Queryable, subject: string): Promise<void> {
  await database.query(
    'UPDATE sign_in_attempt SET failures = failures - 1, locked_until = NULL WHERE subject = $1',
    [subject],
  );
}

/** Forgets the failures: the right password was given. */
export async function clearAttempts(database: Queryable, subject: string): Promise<void> {
  await database.query('DELETE FROM sign_in_attempt WHERE subject = $1', [subject]);
}

/** Forgets the failures of an address on every device: there is a new link, or a new password. */
export async function clearAllAttempts(database: Queryable, subject: string): Promise<void> {
  await database.query(
    `DELETE FROM sign_in_attempt WHERE subject = $1 OR starts_with(subject, $1 || '.')`,
    [subject],
  );
}

/**
 * Marks a code of an authenticator as used and returns false when it was already: within its minute it would
 * open a second session for somebody who looked over a shoulder (RFC 6238, 5.2).
 */
export async function spendCode(
  database: Queryable,
  personId: string,
  code: string,
): Promise<boolean> {
  return spendOnce(database, `${personId}/${code}`);
}

/** Marks a text as used and returns false when it was already, within the memory of attempts. */
export async function spendOnce(database: Queryable, text: string): Promise<boolean> {
  const subject = attemptSubject(text);
  const { rowCount } = await database.query(
    `INSERT INTO sign_in_attempt (subject, failures, last_at) VALUES ($1, 0, now())
     ON CONFLICT (subject) DO NOTHING`,
    [subject],
  );
  return rowCount === 1;
}

/** Deletes failures and codes that are no longer remembered. */
export async function purgeAttempts(database: Queryable): Promise<void> {
  await database.query(
    `DELETE FROM sign_in_attempt WHERE last_at < now() - $1::int * interval '1 second'`,
    [memorySeconds],
  );
}
