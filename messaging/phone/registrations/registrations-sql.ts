import type { RegistrationState } from '../../../campaigns/messages/registration-states.ts';
import type {
  Registration,
  RegistrationDetails,
} from '../../../campaigns/messages/registrations.ts';
import { insertRow } from '../../platform/database/rows-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export interface RegistrationRow {
  id: number;
  details: RegistrationDetails;
  state: RegistrationState;
  since: string;
  enteredBy: string;
  enteredById: string;
  enteredAt: Date;
  confirmedBy: string | null;
  counts: boolean;
}

/** An approval counts once it is confirmed; what takes one away counts at once. */
const countingIds = `SELECT DISTINCT ON (kind, name) id FROM registration
  WHERE state <> 'approved' OR confirmed_at IS NOT NULL ORDER BY kind, name, id DESC`;
const columns = `r.id, r.details, r.state, r.since::text AS since, r.entered_by AS "enteredBy",
  r.entered_by_id AS "enteredById", r.entered_at AS "enteredAt", r.confirmed_by AS "confirmedBy",
  r.id IN (${countingIds}) AS counts`;

/** The latest first. */
export async function listRegistrations(database: Queryable): Promise<RegistrationRow[]> {
  const { rows } = await database.query<RegistrationRow>(
    `SELECT ${columns} FROM registration AS r ORDER BY r.id DESC LIMIT 500`,
  );
  return rows;
}

/** The word that counts of each header and template. */
export async function readCounting(database: Queryable): Promise<Registration[]> {
  const { rows } = await database.query<Registration>(
    `SELECT details, state, since::text AS since FROM registration WHERE id IN (${countingIds}) ORDER BY id`,
  );
  return rows;
}

export async function insertRegistration(
  tx: Queryable,
  entry: Pick<RegistrationRow, 'details' | 'state' | 'since' | 'enteredBy' | 'enteredById'>,
): Promise<number> {
  const { details, state, since, enteredBy, enteredById } = entry;
  const { kind, name } = details;
  const values = { kind, name, details, state, since, enteredBy, enteredById };
  return (await insertRow(tx, 'registration', values)).id;
}

/** Null for one that does not wait: unknown, no approval, confirmed, or followed by another word. */
export async function lockWaiting(tx: Queryable, id: number): Promise<RegistrationRow | null> {
  const { rows } = await tx.query<RegistrationRow>(
    `SELECT ${columns} FROM registration AS r
     WHERE r.id = $1 AND r.state = 'approved' AND r.confirmed_at IS NULL
       AND NOT EXISTS (SELECT FROM registration AS later
         WHERE later.kind = r.kind AND later.name = r.name AND later.id > r.id)
     FOR UPDATE OF r`,
    [id],
  );
  return rows[0] ?? null;
}

export async function confirmRegistration(tx: Queryable, id: number, by: string): Promise<void> {
  await tx.query('UPDATE registration SET confirmed_by = $2, confirmed_at = now() WHERE id = $1', [
    id,
    by,
  ]);
}

/**
 * Whether one of these texts is on the portal by an officer's entry, and no test of it reached a gateway yet.
 * @param texts templateId, header and language of a blast's texts
 */
export async function lacksTest(
  database: Queryable,
  texts: readonly { templateId: string | null; language: string }[],
  gateway: string,
): Promise<boolean> {
  const { rows } = await database.query<{ lacks: boolean }>(
    `SELECT EXISTS (
       SELECT FROM registration AS r
       JOIN jsonb_to_recordset($1::jsonb) AS t("templateId" text, language text)
         ON r.details ->> 'templateId' = t."templateId"
       WHERE r.confirmed_at IS NOT NULL AND NOT EXISTS (
         SELECT FROM test_message AS m JOIN blast AS b ON b.id = m.blast_id
         WHERE b.gateway = $2 AND m.language = t.language AND m.status IN ('accepted', 'delivered')
           AND m.at > r.confirmed_at AND b.draft -> 'texts' -> m.language ->> 'templateId' = t."templateId")
     ) AS lacks`,
    [JSON.stringify(texts), gateway],
  );
  return rows[0]?.lacks ?? false;
}
