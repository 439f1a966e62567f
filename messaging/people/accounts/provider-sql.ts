import { randomUUID } from 'node:crypto';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
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
export function findLinked(database: Queryable, account: string): Promise<Person | undefined> {
  return queryRow<Person>(database)`
    SELECT ${raw(personColumns)} FROM credential AS c JOIN person AS p ON p.id = c.person_id
    WHERE c.provider_id = ${providerId} AND c.account_id = ${account}`;
}

/** The account at this issuer that opens a person's account here. */
export async function findLink(
  database: Queryable,
  personId: string,
  issuer: string,
): Promise<string | undefined> {
  const row = await queryRow<{ account: string }>(database)`
    SELECT account_id AS account FROM credential
    WHERE person_id = ${personId} AND provider_id = ${providerId} AND starts_with(account_id, ${issuer} || ' ')`;
  return row?.account;
}

/** False when the account at the provider opens another person's already. */
export async function insertLink(
  tx: Queryable,
  personId: string,
  account: string,
): Promise<boolean> {
  const changed = await execute(tx)`
    INSERT INTO credential (id, account_id, provider_id, person_id)
      VALUES (${randomUUID()}, ${account}, ${providerId}, ${personId})
    ON CONFLICT (provider_id, account_id) DO NOTHING`;
  return changed === 1;
}

/** Takes every account at a provider off a person. */
export async function deleteLinks(tx: Queryable, personId: string): Promise<void> {
  await execute(tx)`
    DELETE FROM credential WHERE person_id = ${personId} AND provider_id = ${providerId}`;
}

/** Whether an account opens by the identity provider and has no password, so that its inviter has no key to it. */
export async function isProvidersAlone(database: Queryable, personId: string): Promise<boolean> {
  const row = await queryRow<{ alone: boolean }>(database)`
    SELECT coalesce(bool_and(password IS NULL) AND bool_or(provider_id = ${providerId}), false) AS alone
    FROM credential WHERE person_id = ${personId}`;
  return row?.alone === true;
}

/** A session as the provider began it: `hasFactor` where it asked for the second factor. */
export type SessionMark = ProviderMark & { hasFactor: boolean };

export async function markSession(
  database: Queryable,
  token: string,
  { account, session, hasFactor }: Omit<SessionMark, 'issuer'>,
): Promise<void> {
  await execute(database)`
    UPDATE session SET provider_account = ${account}, provider_session = ${session},
      provider_factor = ${hasFactor} WHERE token = ${token}`;
}

/** Where a session began; undefined for one that a password or a passkey opened. */
export function findSessionMark(
  database: Queryable,
  token: string,
): Promise<SessionMark | undefined> {
  return queryRow<SessionMark>(database)`
    SELECT split_part(provider_account, ' ', 1) AS issuer, provider_account AS account,
      provider_session AS session, provider_factor AS "hasFactor"
    FROM session WHERE token = ${token} AND provider_account IS NOT NULL`;
}

export async function markChallenge(
  database: Queryable,
  identifier: string,
  { account, session }: ProviderMark,
): Promise<void> {
  await execute(database)`
    UPDATE verification SET provider_account = ${account}, provider_session = ${session}
      WHERE identifier = ${identifier}`;
}

/** A sign-in at the provider that an open question for the second factor goes on from. */
export function findMark(
  database: Queryable,
  challenge: string,
): Promise<ProviderMark | undefined> {
  return queryRow<ProviderMark>(database)`
    SELECT split_part(provider_account, ' ', 1) AS issuer, provider_account AS account,
      provider_session AS session
    FROM verification WHERE identifier = ${challenge} AND provider_account IS NOT NULL`;
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

/** Uses of the break-glass account within the last day. */
export function listBreakGlassUses(
  database: Queryable,
): Promise<{ personId: string; name: string; at: Date }[]> {
  return queryRows<{ personId: string; name: string; at: Date }>(database)`
    SELECT id AS "personId", name, break_glass_at AS at FROM person
    WHERE break_glass_at > now() - interval '1 day' ORDER BY break_glass_at`;
}
