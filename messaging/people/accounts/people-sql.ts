import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Office } from '../../../campaigns/offices/office.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { listedPerson, person } from './people-schemas.ts';

/** An account as the console lists it. */
export type Person = Omit<z.output<typeof person>, 'office'>;

/** Columns of `person` as `p`. */
export const personColumns = `p.id, p.name, p.email, p.role, p.area, p.two_factor_enabled AS "twoFactorEnabled",
  p.deactivated_at AS "deactivatedAt", p.created_at AS "createdAt"`;

/** The same with the people who gave access to it. */
type ListedPerson = Omit<z.output<typeof listedPerson>, 'office' | 'mayConfirm'>;

export async function listPeople(database: Queryable): Promise<ListedPerson[]> {
  const { rows } = await database.query<ListedPerson>(
    `SELECT ${personColumns}, p.confirmed_at AS "confirmedAt",
       EXISTS (SELECT FROM credential WHERE person_id = p.id AND password IS NULL AND provider_id <> 'credential') AS "isLinked",
       (SELECT name FROM person AS c WHERE c.id = p.confirmed_by) AS "confirmedBy",
       ARRAY(SELECT name FROM person AS o WHERE o.id IN (p.invited_by, p.password_link_by, p.factor_reset_by)
         ORDER BY name) AS "openedBy"
     FROM person AS p ORDER BY p.role, p.name`,
  );
  return rows;
}

export async function findPerson(database: Queryable, id: string): Promise<Person | undefined> {
  const { rows } = await database.query<Person>(
    `SELECT ${personColumns} FROM person AS p WHERE p.id = $1`,
    [id],
  );
  return rows[0];
}

/** An account, held until the transaction ends. */
export async function lockPerson(tx: Queryable, id: string): Promise<Person | undefined> {
  const { rows } = await tx.query<Person>(
    `SELECT ${personColumns} FROM person AS p WHERE p.id = $1 FOR UPDATE`,
    [id],
  );
  return rows[0];
}

export async function findPersonByEmail(
  database: Queryable,
  email: string,
): Promise<Person | undefined> {
  const { rows } = await database.query<Person>(
    `SELECT ${personColumns} FROM person AS p WHERE p.email = $1`,
    [email.toLowerCase()],
  );
  return rows[0];
}

interface Invited {
  name: string;
  email: string;
  /** Null for the command on the server. */
  invitedBy: string | null;
}

/**
 * Stores a new account and returns its id.
 * @param passwordHash null for somebody who signs in by an identity provider
 */
export async function insertPerson(
  tx: Queryable,
  { name, email, role, area, invitedBy }: Office & Invited,
  passwordHash: string | null,
): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `INSERT INTO person (id, name, email, role, area, invited_by) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, name, email, role, area, invitedBy],
  );
  await tx.query(
    `INSERT INTO credential (id, account_id, provider_id, person_id, password)
     VALUES ($1, $2, 'credential', $2, $3)`,
    [randomUUID(), id, passwordHash],
  );
  return id;
}

export async function updateOffice(
  tx: Queryable,
  id: string,
  { role, area }: Office,
): Promise<void> {
  await tx.query('UPDATE person SET role = $2, area = $3, updated_at = now() WHERE id = $1', [
    id,
    role,
    area,
  ]);
}

export async function updateDeactivated(
  tx: Queryable,
  id: string,
  deactivated: boolean,
): Promise<void> {
  await tx.query(
    `UPDATE person SET deactivated_at = CASE WHEN $2 THEN now() END, updated_at = now() WHERE id = $1`,
    [id, deactivated],
  );
}

export async function updatePassword(
  tx: Queryable,
  id: string,
  passwordHash: string,
): Promise<void> {
  await tx.query(
    `UPDATE credential SET password = $2, updated_at = now()
     WHERE person_id = $1 AND provider_id = 'credential'`,
    [id, passwordHash],
  );
}

export async function deleteSecondFactor(tx: Queryable, id: string, by: string): Promise<void> {
  await tx.query('DELETE FROM two_factor WHERE person_id = $1', [id]);
  await tx.query(
    `UPDATE person SET two_factor_enabled = false, factor_reset_by = $2, confirmed_by = NULL, confirmed_at = NULL,
       updated_at = now() WHERE id = $1`,
    [id, by],
  );
}

export async function recordPasswordLink(tx: Queryable, id: string, by: string): Promise<void> {
  await tx.query(
    `UPDATE person SET password_link_by = $2, confirmed_by = NULL, confirmed_at = NULL, updated_at = now() WHERE id = $1`,
    [id, by],
  );
}

/** Hash of a person's password; undefined where there is none. */
export async function readPasswordHash(
  database: Queryable,
  personId: string,
): Promise<string | undefined> {
  const { rows } = await database.query<{ password: string | null }>(
    `SELECT password FROM credential WHERE person_id = $1 AND provider_id = 'credential'`,
    [personId],
  );
  return rows[0]?.password ?? undefined;
}

/** Names of the persons that subjects of the audit log are about, by subject. */
export async function readPersonNames(
  database: Queryable,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await database.query<{ subject: string; name: string }>(
    `SELECT 'person/' || id AS subject, name FROM person WHERE 'person/' || id = ANY ($1::text[])`,
    [subjects],
  );
  return new Map(rows.map(({ subject, name }) => [subject, name]));
}
