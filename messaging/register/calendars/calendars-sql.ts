import { z } from 'zod';
import type { EntryRevision } from '../../../campaigns/directions/calendar-file.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { instant } from '../../contract/route.ts';
import { insertRow, selectFields } from '../../platform/database/rows-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export const storedCalendar = z.object({
  id: z.int(),
  office: z.string().describe('district:agra, branch:crime, hq'),
  madeBy: z.string(),
  madeAt: instant,
  lastUsedOn: z.iso.date().nullable().describe('Day on which a program last asked for it'),
});
export type StoredCalendar = z.output<typeof storedCalendar>;

const columns = selectFields(storedCalendar, { lastUsedOn: 'last_used_on::text' });

/** Those that hold, by office. @param office null for all */
export function listCalendars(
  database: Queryable,
  office: string | null,
): Promise<StoredCalendar[]> {
  return queryRows<StoredCalendar>(database)`
    SELECT ${raw(columns)} FROM direction_calendar
    WHERE revoked_at IS NULL AND (${office}::text IS NULL OR office = ${office}) ORDER BY office`;
}

export async function insertCalendar(
  tx: Queryable,
  { office, tokenSha256, by }: { office: string; tokenSha256: string; by: string },
): Promise<StoredCalendar> {
  return insertRow(tx, 'direction_calendar', { office, tokenSha256, madeBy: by }, columns);
}

/** False if it does not hold, or no longer does. */
export async function updateRevoked(tx: Queryable, id: number, by: string): Promise<boolean> {
  const changed = await execute(tx)`
    UPDATE direction_calendar SET revoked_by = ${by}, revoked_at = now() WHERE id = ${id} AND revoked_at IS NULL`;
  return changed === 1;
}

/** The calendar of a secret that holds. */
export function findCalendar(
  database: Queryable,
  tokenSha256: string,
): Promise<StoredCalendar | undefined> {
  return queryRow<StoredCalendar>(database)`
    SELECT ${raw(columns)} FROM direction_calendar WHERE token_sha256 = ${tokenSha256} AND revoked_at IS NULL`;
}

export async function noteUse(database: Queryable, id: number, day: Day): Promise<void> {
  await execute(database)`UPDATE direction_calendar SET last_used_on = ${day} WHERE id = ${id}`;
}

interface EntryRow extends EntryRevision {
  entry: string;
  sha256: string;
}

export function listEntries(database: Queryable, office: string): Promise<EntryRow[]> {
  return queryRows<EntryRow>(database)`
    SELECT entry, sha256, sequence, changed_at AS "changedAt" FROM direction_calendar_entry
      WHERE office = ${office}`;
}

/** Keeps what entries say now. One that said something else before counts as changed once more. */
export async function keepEntries(
  database: Queryable,
  office: string,
  entries: readonly { entry: string; sha256: string }[],
): Promise<void> {
  await execute(database)`
    INSERT INTO direction_calendar_entry AS kept (office, entry, sha256)
    SELECT ${office}, entry, sha256 FROM unnest(${entries.map(({ entry }) => entry)}::text[],
      ${entries.map(({ sha256 }) => sha256)}::text[]) AS e (entry, sha256) ORDER BY entry
    ON CONFLICT (office, entry) DO UPDATE
      SET sha256 = excluded.sha256, sequence = kept.sequence + 1, changed_at = now()
      WHERE kept.sha256 <> excluded.sha256`;
}

/** Lets one officer at a time make a calendar, so that an office has one. */
export async function lockCalendars(tx: Queryable): Promise<void> {
  await tx.query('LOCK TABLE direction_calendar IN SHARE ROW EXCLUSIVE MODE');
}
