import { execute, queryRow, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { isInForce } from './deputies-sql.ts';
import { type Person, personColumns } from './people-sql.ts';
import type { SessionClock } from './session-clock.ts';

/**
 * An hour without a request ends a session; a working day does in any case. A use that was noted before the clock was set
 * forward (`$1`) is so much younger than it looks (`$2` ms).
 */
const isAlive = `s.expires_at > now() AND now() - interval '60 minutes' < s.last_seen_at
  + CASE WHEN s.last_seen_at <= $1 THEN $2 * interval '1 millisecond' ELSE interval '0' END`;

const jumpValues = (clock: SessionClock): [Date, number] => [clock.jump().before, clock.jump().ms];

type SessionOwner = Person & {
  unnoted: boolean;
  providerFactor: boolean;
  /** An officer of the same office, while the owner is the deputy. */
  standsInFor: { id: string; name: string } | null;
};

const standsInFor = `(SELECT json_build_object('id', a.id, 'name', a.name) FROM person AS a
    WHERE a.id = s.stands_in_for AND a.role = p.role AND a.area IS NOT DISTINCT FROM p.area
      AND EXISTS (SELECT FROM deputy AS d WHERE d.person_id = a.id AND d.deputy_id = p.id AND ${isInForce('d')}))`;

/**
 * The owner of a living session. `unnoted`: more than a minute of use is not written down yet; `providerFactor`: the
 * identity provider asked for the second factor.
 */
export async function findSessionOwner(
  database: Queryable,
  token: string,
  clock: SessionClock,
): Promise<SessionOwner | undefined> {
  for (;;) {
    const { rows } = await database.query<SessionOwner & { at: Date; alive: boolean }>(
      `SELECT ${personColumns}, s.last_seen_at NOT BETWEEN now() - interval '1 minute' AND now() AS unnoted,
         s.provider_factor AS "providerFactor", ${standsInFor} AS "standsInFor", clock_timestamp() AS at, ${isAlive} AS alive
       FROM session AS s JOIN person AS p ON p.id = s.person_id WHERE s.token = $3`,
      [...jumpValues(clock), token],
    );
    if (rows[0] === undefined) return undefined;
    const { at, alive, ...owner } = rows[0];
    // Set since the last look: what was asked was judged by the wrong hour.
    if ((await takeTime(database, clock, at)) === 0) return alive ? owner : undefined;
  }
}

/** Looks at the database's clock, as every request does. */
export async function lookAtClock(database: Queryable, clock: SessionClock): Promise<void> {
  const row = await queryRow<{ at: Date }>(database)`SELECT clock_timestamp() AS at`;
  if (row !== undefined) await takeTime(database, clock, row.at);
}

async function takeTime(database: Queryable, clock: SessionClock, at: Date): Promise<number> {
  const setMs = clock.look(at);
  // Uses that lie ahead now were noted before the clock was set back.
  if (setMs < 0) {
    await execute(database)`
      UPDATE session SET last_seen_at = last_seen_at + ${setMs} * interval '1 millisecond'
      WHERE last_seen_at > now() + interval '1 minute'`;
  }
  return setMs;
}

/** Writes down that a session is in use. */
export async function noteSession(database: Queryable, token: string): Promise<void> {
  await execute(database)`UPDATE session SET last_seen_at = now() WHERE token = ${token}`;
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
  { personId, ownToken, clock }: { personId: string; ownToken: string; clock: SessionClock },
): Promise<OwnSession[]> {
  const { rows } = await database.query<OwnSession>(
    `SELECT s.id, s.user_agent AS "userAgent", s.created_at AS "begunAt", s.last_seen_at AS "lastUsedAt",
       s.token = $4 AS current
     FROM session AS s WHERE s.person_id = $3 AND ${isAlive} ORDER BY current DESC, s.last_seen_at DESC`,
    [...jumpValues(clock), personId, ownToken],
  );
  return rows;
}

/** Ends one session of a person by its id; false when there is none. */
export async function endSession(tx: Queryable, personId: string, id: string): Promise<boolean> {
  const changed = await execute(tx)`
    DELETE FROM session WHERE person_id = ${personId} AND id = ${id}`;
  return changed === 1;
}

/** The person whom an open challenge asks for a second factor. */
export function findChallenged(
  database: Queryable,
  challenge: string,
): Promise<Person | undefined> {
  return queryRow<Person>(database)`
    SELECT ${raw(personColumns)} FROM verification AS v JOIN person AS p ON p.id = v.value
    WHERE v.identifier = ${challenge} AND v.expires_at > now()`;
}

/** Ends one session. */
export async function deleteSession(database: Queryable, token: string): Promise<void> {
  await execute(database)`DELETE FROM session WHERE token = ${token}`;
}

/** Ends every session of a person. */
export async function deleteSessions(database: Queryable, personId: string): Promise<void> {
  await execute(database)`DELETE FROM session WHERE person_id = ${personId}`;
}

/** Ends every session of a person but one. */
export async function deleteOtherSessions(
  database: Queryable,
  personId: string,
  keptToken: string,
): Promise<void> {
  await execute(database)`
    DELETE FROM session WHERE person_id = ${personId} AND token <> ${keptToken}`;
}

/** Deletes what ran out: sessions, questions for a second factor, callers' addresses. */
export async function purgeSessions(database: Queryable, clock: SessionClock): Promise<void> {
  await lookAtClock(database, clock);
  await database.query(`DELETE FROM session AS s WHERE NOT (${isAlive})`, jumpValues(clock));
  await database.query('DELETE FROM verification WHERE expires_at < now()');
}
