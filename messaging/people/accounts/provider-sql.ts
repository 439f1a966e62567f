import { randomUUID } from 'node:crypto';
import type { Queryable } from '../../platform/database/transaction.ts';
import { type Person, personColumns } from './people-sql.ts';
import { providerId } from './provider-plugin.ts';

/** A sign-in at the provider, as a session or a question for the second factor keeps it. */
export interface ProviderMark {
  issuer: string;
  /** Issuer and subject. */
  account: string;
  /** The provider's own id of its session. */
  session: string | null;
}

/** The person whom an account at the provider opens. */
export async function findLinked(
  database: Queryable,
  account: string,
): Promise<Person | undefined> {
  const { rows } = await database.query<Person>(
    `SELECT ${personColumns} FROM credential AS c JOIN person AS p ON p.id = c.person_id
     WHERE c.provider_id = $1 AND c.account_id = $2`,
    [providerId, account],
  );
  return rows[0];
}

/** The account at this issuer that opens a person's account here. */
export async function findLink(
  database: Queryable,
  personId: string,
  issuer: string,
): Promise<string | undefined> {
  const { rows } = await database.query<{ account: string }>(
    `SELECT account_id AS account FROM credential
     WHERE person_id = $1 AND provider_id = $2 AND starts_with(account_id, $3 || ' ')`,
    [personId, providerId, issuer],
  );
  return rows[0]?.account;
}

/** False when the account at the provider opens another person's already. */
export async function insertLink(
  tx: Queryable,
  personId: string,
  account: string,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO credential (id, account_id, provider_id, person_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (provider_id, account_id) DO NOTHING`,
    [randomUUID(), account, providerId, personId],
  );
  return rowCount === 1;
}

/** Takes every account at a provider off a person. */
export async function deleteLinks(tx: Queryable, personId: string): Promise<void> {
  await tx.query('DELETE FROM credential WHERE person_id = $1 AND provider_id = $2', [
    personId,
    providerId,
  ]);
}

/** Whether an account opens by the identity provider and has no password, so that its inviter has no key to it. */
export async function isProvidersAlone(database: Queryable, personId: string): Promise<boolean> {
  const { rows } = await database.query<{ alone: boolean }>(
    `SELECT coalesce(bool_and(password IS NULL) AND bool_or(provider_id = $2), false) AS alone
     FROM credential WHERE person_id = $1`,
    [personId, providerId],
  );
  return rows[0]?.alone === true;
}

/** A session as the provider began it: `hasFactor` where it asked for the second factor. */
export type SessionMark = ProviderMark & { hasFactor: boolean };

export async function markSession(
  database: Queryable,
  token: string,
  { account, session, hasFactor }: Omit<SessionMark, 'issuer'>,
): Promise<void> {
  await database.query(
    `UPDATE session SET provider_account = $2, provider_session = $3, provider_factor = $4 WHERE token = $1`,
    [token, account, session, hasFactor],
  );
}

/** Where a session began; undefined for one that a password or a passkey opened. */
export async function findSessionMark(
  database: Queryable,
  token: string,
): Promise<SessionMark | undefined> {
  const { rows } = await database.query<SessionMark>(
    `SELECT split_part(provider_account, ' ', 1) AS issuer, provider_account AS account,
       provider_session AS session, provider_factor AS "hasFactor"
     FROM session WHERE token = $1 AND provider_account IS NOT NULL`,
    [token],
  );
  return rows[0];
}

export async function markChallenge(
  database: Queryable,
  identifier: string,
  { account, session }: ProviderMark,
): Promise<void> {
  await database.query(
    'UPDATE verification SET provider_account = $2, provider_session = $3 WHERE identifier = $1',
    [identifier, account, session],
  );
}

/** A sign-in at the provider that an open question for the second factor goes on from. */
export async function findMark(
  database: Queryable,
  challenge: string,
): Promise<ProviderMark | undefined> {
  const { rows } = await database.query<ProviderMark>(
    `SELECT split_part(provider_account, ' ', 1) AS issuer, provider_account AS account, provider_session AS session
     FROM verification WHERE identifier = $1 AND provider_account IS NOT NULL`,
    [challenge],
  );
  return rows[0];
}

/**
 * Ends the sessions, and the questions for a second factor, that began at the provider: those of one session there, or of
 * an account there altogether. Returns whose they were.
 */
export async function endProviderSessions(
  tx: Queryable,
  issuer: string,
  { account, session }: { account: string | null; session: string | null },
): Promise<{ person: Person; ended: number }[]> {
  // A session of which the provider named no id is one of the account's.
  const isMeant = `starts_with(provider_account, $1 || ' ') AND ($2::text IS NULL OR provider_account = $2)
     AND ($3::text IS NULL OR provider_session = $3 OR ($2::text IS NOT NULL AND provider_session IS NULL))`;
  const values = [issuer, account, session];
  const { rows } = await tx.query<Person & { ended: number }>(
    `WITH ended AS (DELETE FROM session WHERE ${isMeant} RETURNING person_id),
       questions AS (DELETE FROM verification WHERE ${isMeant} RETURNING value AS person_id)
     SELECT ${personColumns}, (SELECT count(*)::int FROM ended WHERE person_id = p.id) AS ended
     FROM person AS p WHERE p.id IN (SELECT person_id FROM ended UNION SELECT person_id FROM questions)`,
    values,
  );
  return rows.map(({ ended, ...person }) => ({ person, ended }));
}

/** Notes that the break-glass administrator signed in by the own password. */
export async function noteBreakGlass(tx: Queryable, personId: string): Promise<void> {
  await tx.query('UPDATE person SET break_glass_at = now() WHERE id = $1', [personId]);
}

/** Uses of the break-glass account within the last day. */
export async function listBreakGlassUses(
  database: Queryable,
): Promise<{ personId: string; name: string; at: Date }[]> {
  const { rows } = await database.query<{ personId: string; name: string; at: Date }>(
    `SELECT id AS "personId", name, break_glass_at AS at FROM person
     WHERE break_glass_at > now() - interval '1 day' ORDER BY break_glass_at`,
  );
  return rows;
}
