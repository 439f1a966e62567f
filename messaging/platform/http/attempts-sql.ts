import { createHash } from 'node:crypto';
import { daySeconds } from '../../../campaigns/durations.ts';
import { execute, queryRows } from '../database/sql.ts';
import type { Queryable } from '../database/transaction.ts';

export type Scope = 'account' | 'client' | 'network';

/** One scope of a try. */
export interface Counted {
  /** False where it is locked: then nothing was counted. */
  counted: boolean;
  scope: Scope;
  /** As it is kept. */
  subject: string;
  tries: number;
  /** Seconds for which it is locked, or will be should this try be wrong; 0 for none. */
  pause: number;
}

/** Key under which tries of an account are counted: a hash of its e-mail address, registered or not. A known device adds its own. */
export function attemptSubject(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
}

/** Counts a try before it is judged, of all scopes or of none. In no transaction of the caller, which could take it back. */
export function countAttempt(
  database: Queryable,
  asked: {
    what: string;
    scopes: readonly Scope[];
    subjects: readonly string[];
    most: readonly number[];
    seconds: readonly number[];
    grows: readonly boolean[];
  },
): Promise<Counted[]> {
  return queryRows<Counted>(database)`
    SELECT * FROM count_attempt(${asked.what}, ${asked.scopes}, ${asked.subjects}, ${asked.most},
      ${asked.seconds}, ${asked.grows})`;
}

/** Subject of what all networks try together, in place of an account. */
export const everybody = 'everybody';

/** Takes a try back that was right: an account's wrong ones before it are forgotten, an address keeps those of others. */
export async function giveBack(
  database: Queryable,
  what: string,
  counted: readonly Counted[],
): Promise<void> {
  const scopes = counted.map(({ scope }) => scope);
  const subjects = counted.map(({ subject }) => subject);
  await execute(database)`
    UPDATE attempt SET locked_until = NULL,
      tries = CASE WHEN scope = 'account' AND subject <> ${everybody} THEN 0 ELSE greatest(0, tries - 1) END
    WHERE what = ${what} AND (scope, subject) IN (SELECT * FROM unnest(${scopes}::text[], ${subjects}::text[]))`;
}

/** Forgets the tries of an account on every device: there is a new link, a new password or a new second factor. */
export async function forgetAttempts(
  database: Queryable,
  what: string,
  account: string,
): Promise<void> {
  await database.query(
    `DELETE FROM attempt
     WHERE what = $1 AND scope = 'account' AND (subject = $2 OR starts_with(subject, $2 || '.'))`,
    [what, account],
  );
}

/** Marks a text as used and returns false when it was already, within a day. */
export async function spendOnce(database: Queryable, text: string): Promise<boolean> {
  const changed = await execute(database)`
    INSERT INTO attempt (what, scope, subject, tries, until)
    VALUES ('', 'used', ${attemptSubject(text)}, 0, now() + ${daySeconds}::int * interval '1 second')
      ON CONFLICT DO NOTHING`;
  return changed === 1;
}

export async function noteLock(database: Queryable, what: string): Promise<void> {
  await execute(database)`INSERT INTO attempt_lock (what) VALUES (${what})`;
}

/** How often wrong tries locked an account or an address within the last hour, by secret. */
export function readLocks(database: Queryable): Promise<{ what: string; count: number }[]> {
  return queryRows<{ what: string; count: number }>(database)`
    SELECT what, count(*)::int AS count FROM attempt_lock WHERE at > now() - interval '1 hour'
    GROUP BY what ORDER BY count DESC, what`;
}

/** Deletes what is no longer counted. */
export async function purgeAttempts(database: Queryable): Promise<void> {
  await database.query(
    'DELETE FROM attempt WHERE until < now() AND coalesce(locked_until < now(), true)',
  );
  await database.query(`DELETE FROM attempt_lock WHERE at < now() - interval '1 day'`);
}
