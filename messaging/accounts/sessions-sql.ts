import type { Queryable } from '../database/transaction.ts';
import { type Person, personColumns } from './people-sql.ts';

/** Whose a living session is. */
export async function findSessionOwner(
  database: Queryable,
  token: string,
): Promise<Person | undefined> {
  const { rows } = await database.query<Person>(
    `SELECT ${personColumns} FROM session AS s JOIN person AS p ON p.id = s.person_id
     WHERE s.token = $1 AND s.expires_at > now()`,
    [token],
  );
  return rows[0];
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
  await database.query('DELETE FROM session WHERE expires_at < now()');
  await database.query('DELETE FROM verification WHERE expires_at < now()');
  await database.query(
    `DELETE FROM rate_limit WHERE last_request < extract(epoch FROM now() - interval '1 hour') * 1000`,
  );
}
