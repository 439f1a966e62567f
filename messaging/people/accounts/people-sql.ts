import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Office } from '../../../campaigns/offices/office.ts';
import { insertRow, updateRow } from '../../platform/database/rows-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { listedPerson, person } from './people-schemas.ts';

/** An account as the console lists it. */
export type Person = Omit<z.output<typeof person>, 'office'>;

/** Columns of `person` as `p`. */
export const personColumns = `p.id, p.name, p.email, p.role, p.area, p.two_factor_enabled AS "twoFactorEnabled",
  p.deactivated_at AS "deactivatedAt", p.created_at AS "createdAt"`;

/** The same with the people who gave access to it. */
type ListedPerson = Omit<z.output<typeof listedPerson>, 'office' | 'mayConfirm'>;

export function listPeople(database: Queryable): Promise<ListedPerson[]> {
  return queryRows<ListedPerson>(database)`
    SELECT ${raw(personColumns)}, p.confirmed_at AS "confirmedAt",
      EXISTS (SELECT FROM credential WHERE person_id = p.id AND password IS NULL
        AND provider_id <> 'credential') AS "isLinked",
      (SELECT name FROM person AS c WHERE c.id = p.confirmed_by) AS "confirmedBy",
      ARRAY(SELECT name FROM person AS o WHERE o.id IN (p.invited_by, p.password_link_by, p.factor_reset_by)
        ORDER BY name) AS "openedBy"
    FROM person AS p ORDER BY p.role, p.name`;
}

export function findPerson(database: Queryable, id: string): Promise<Person | undefined> {
  return queryRow<Person>(database)`
    SELECT ${raw(personColumns)} FROM person AS p WHERE p.id = ${id}`;
}

/** An account, held until the transaction ends. */
export function lockPerson(tx: Queryable, id: string): Promise<Person | undefined> {
  return queryRow<Person>(tx)`
    SELECT ${raw(personColumns)} FROM person AS p WHERE p.id = ${id} FOR UPDATE`;
}

export function findPersonByEmail(database: Queryable, email: string): Promise<Person | undefined> {
  return queryRow<Person>(database)`
    SELECT ${raw(personColumns)} FROM person AS p WHERE p.email = ${email.toLowerCase()}`;
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
  await insertRow(tx, 'person', { id, name, email, role, area, invitedBy });
  await insertRow(tx, 'credential', {
    id: randomUUID(),
    accountId: id,
    providerId: 'credential',
    personId: id,
    password: passwordHash,
  });
  return id;
}

/** @param more assignments in SQL */
export async function updatePerson(
  tx: Queryable,
  id: string,
  values: object,
  ...more: readonly string[]
): Promise<void> {
  await updateRow(tx, 'person', id, values, { more: [...more, 'updated_at = now()'] });
}

export async function updatePassword(
  tx: Queryable,
  id: string,
  passwordHash: string,
): Promise<void> {
  await execute(tx)`
    UPDATE credential SET password = ${passwordHash}, updated_at = now()
    WHERE person_id = ${id} AND provider_id = 'credential'`;
}

export async function deleteSecondFactor(tx: Queryable, id: string, by: string): Promise<void> {
  await execute(tx)`DELETE FROM two_factor WHERE person_id = ${id}`;
  await updatePerson(tx, id, { twoFactorEnabled: false, factorResetBy: by, ...unconfirmed });
}

/** Another one may hold the account from now on. */
export const unconfirmed = { confirmedBy: null, confirmedAt: null };

/** Hash of a person's password; undefined where there is none. */
export async function readPasswordHash(
  database: Queryable,
  personId: string,
): Promise<string | undefined> {
  const row = await queryRow<{ password: string | null }>(database)`
    SELECT password FROM credential WHERE person_id = ${personId} AND provider_id = 'credential'`;
  return row?.password ?? undefined;
}

/** Names of the persons that subjects of the audit log are about, by subject. */
export async function readPersonNames(
  database: Queryable,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await queryRows<{ subject: string; name: string }>(database)`
    SELECT 'person/' || id AS subject, name FROM person WHERE 'person/' || id = ANY (${subjects}::text[])`;
  return new Map(rows.map(({ subject, name }) => [subject, name]));
}
