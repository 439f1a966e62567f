import type { Queryable } from '../database/transaction.ts';
import { type Person, personColumns } from './people-sql.ts';

/** An hour without a request ends a session; a working day does in any case. */
const isAlive = `s.expires_at > now() AND s.last_seen_at > now() - interval '60 minutes'`;

/** Whose a living session is. `unnoted`: more than a minute of use is not written down yet. */
export async function findSessionOwner(
  database: Queryable,
  token: string,
): Promise<(Person & { unnoted: boolean }) | undefined> {
  const { rows } = await database.query<Person & { unnoted: boolean }>(
    `SELECT ${personColumns}, s.last_seen_at < now() - interval '1 minute' AS unnoted
     FROM session AS s JOIN person AS p ON p.id = s.person_id WHERE s.token = $1 AND ${isAlive}`,
    [token],
  );
  return rows[0];
}

/** Writes down that a session is in use. */
export async function noteSession(database: Queryable, token: string): Promise<void> {
  await database.query('UPDATE session SET last_seen_at = now() WHERE token = $1', [token]);
}

/** A session as its owner sees it; its token stays here. */
export interface OwnSession {
  id: string;
  userAgent: string | null;
  begunAt: Date;
  lastUsedAt: Date;
  current: boolean;
}

/** Living sessions of a person, the one in use first, then the last used. */
export async function listSessions(
  database: Queryable,
  personId: string,
  ownToken: string,
): Promise<OwnSession[]> {
  const { rows } = await database.query<OwnSession>(
    `SELECT s.id, s.user_agent AS "userAgent", s.created_at AS "begunAt", s.last_seen_at AS "lastUsedAt",
       s.token = $2 AS current
     FROM session AS s WHERE s.person_id = $1 AND ${isAlive} ORDER BY current DESC, s.last_seen_at DESC`,
    [personId, ownToken],
  );
  return rows;
}

/** Ends one session of a person by its id; false when there is none. */
export async function deleteSessionOf(
  tx: Queryable,
  personId: string,
  id: string,
): Promise<boolean> {
  const { rowCount } = await tx.query('DELETE FROM session WHERE person_id = $1 AND id = $2', [
    personId,
    id,
  ]);
  return rowCount === 1;
}

/** Who was asked for a second factor by a challenge that still holds. */
export async function findChallenged(
  database: Queryable,
  challenge: string,
): Promise<Person | undefined> {
  const { rows } = await database.query<Person>(
    `SELECT ${personColumns} FROM verification AS v JOIN person AS p ON p.id = v.value
     WHERE v.identifier = $1 AND v.expires_at > now()`,
    [challenge],
  );
  return rows[0];
}

/** Ends one session. */
export async function deleteSession(database: Queryable, token: string): Promise<void> {
  await database.query('DELETE FROM session WHERE token = $1', [token]);
}

/** Ends every session of a person. */
export async function deleteSessions(database: Queryable, personId: string): Promise<void> {
  await database.query('DELETE FROM session WHERE person_id = $1', [personId]);
}

/** Ends every session of a person but one. */
export async function deleteOtherSessions(
  database: Queryable,
  personId: string,
  keptToken: string,
): Promise<void> {
  await database.query('DELETE FROM session WHERE person_id = $1 AND token <> $2', [
    personId,
    keptToken,
  ]);
}

/** Deletes what ran out: sessions, questions for a second factor, callers' addresses. */
export async function purgeSessions(database: Queryable): Promise<void> {
  await database.query(`DELETE FROM session AS s WHERE NOT (${isAlive})`);
  await database.query('DELETE FROM verification WHERE expires_at < now()');
  await database.query(
    `DELETE FROM rate_limit WHERE last_request < extract(epoch FROM now() - interval '1 hour') * 1000`,
  );
}
