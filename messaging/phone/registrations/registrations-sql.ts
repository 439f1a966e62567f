import type { RegistrationState } from '../../../campaigns/messages/registration-states.ts';
import type {
  Registration,
  RegistrationDetails,
} from '../../../campaigns/messages/registrations.ts';
import { insertRow } from '../../platform/database/rows-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
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
export function listRegistrations(database: Queryable): Promise<RegistrationRow[]> {
  return queryRows<RegistrationRow>(database)`
    SELECT ${raw(columns)} FROM registration AS r ORDER BY r.id DESC LIMIT 500`;
}

/** The word that counts of each header and template. */
export function readCounting(database: Queryable): Promise<Registration[]> {
  return queryRows<Registration>(database)`
    SELECT details, state, since::text AS since FROM registration WHERE id IN (${raw(countingIds)}) ORDER BY id`;
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
  const row = await queryRow<RegistrationRow>(tx)`
    SELECT ${raw(columns)} FROM registration AS r
    WHERE r.id = ${id} AND r.state = 'approved' AND r.confirmed_at IS NULL
      AND NOT EXISTS (SELECT FROM registration AS later
        WHERE later.kind = r.kind AND later.name = r.name AND later.id > r.id)
    FOR UPDATE OF r`;
  return row ?? null;
}

export async function confirmRegistration(tx: Queryable, id: number, by: string): Promise<void> {
  await execute(tx)`
    UPDATE registration SET confirmed_by = ${by}, confirmed_at = now() WHERE id = ${id}`;
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
  const row = await queryRow<{ lacks: boolean }>(database)`
    SELECT EXISTS (
      SELECT FROM registration AS r
      JOIN jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) AS t("templateId" text, language text)
        ON r.details ->> 'templateId' = t."templateId"
      WHERE r.confirmed_at IS NOT NULL AND NOT EXISTS (
        SELECT FROM test_message AS m JOIN blast AS b ON b.id = m.blast_id
        WHERE b.gateway = ${gateway} AND m.language = t.language AND m.status IN ('accepted', 'delivered')
          AND m.at > r.confirmed_at AND b.draft -> 'texts' -> m.language ->> 'templateId' = t."templateId")
    ) AS lacks`;
  return row?.lacks ?? false;
}
