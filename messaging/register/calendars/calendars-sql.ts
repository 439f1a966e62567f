import { z } from 'zod';
import type { EntryRevision } from '../../../campaigns/directions/calendar-file.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { instant } from '../../contract/route.ts';
import { insertRow, selectFields } from '../../platform/database/rows-sql.ts';
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
export async function listCalendars(
  database: Queryable,
  office: string | null,
): Promise<StoredCalendar[]> {
  const { rows } = await database.query<StoredCalendar>(
    `SELECT ${columns} FROM direction_calendar
     WHERE revoked_at IS NULL AND ($1::text IS NULL OR office = $1) ORDER BY office`,
    [office],
  );
  return rows;
}

export async function insertCalendar(
  tx: Queryable,
  { office, tokenSha256, by }: { office: string; tokenSha256: string; by: string },
): Promise<StoredCalendar> {
  return insertRow(tx, 'direction_calendar', { office, tokenSha256, madeBy: by }, columns);
}

/** False if it does not hold, or no longer does. */
export async function updateRevoked(tx: Queryable, id: number, by: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'UPDATE direction_calendar SET revoked_by = $2, revoked_at = now() WHERE id = $1 AND revoked_at IS NULL',
    [id, by],
  );
  return rowCount === 1;
}

/** The calendar of a secret that holds. */
export async function findCalendar(
  database: Queryable,
  tokenSha256: string,
): Promise<StoredCalendar | undefined> {
  const { rows } = await database.query<StoredCalendar>(
    `SELECT ${columns} FROM direction_calendar WHERE token_sha256 = $1 AND revoked_at IS NULL`,
    [tokenSha256],
  );
  return rows[0];
}

export async function noteUse(database: Queryable, id: number, day: Day): Promise<void> {
  await database.query('UPDATE direction_calendar SET last_used_on = $2 WHERE id = $1', [id, day]);
}

interface EntryRow extends EntryRevision {
  entry: string;
  sha256: string;
}

export async function listEntries(database: Queryable, office: string): Promise<EntryRow[]> {
  const { rows } = await database.query<EntryRow>(
    `SELECT entry, sha256, sequence, changed_at AS "changedAt" FROM direction_calendar_entry WHERE office = $1`,
    [office],
  );
  return rows;
}

/** Keeps what entries say now. One that said something else before counts as changed once more. */
export async function keepEntries(
  database: Queryable,
  office: string,
  entries: readonly { entry: string; sha256: string }[],
): Promise<void> {
  await database.query(
    `INSERT INTO direction_calendar_entry AS kept (office, entry, sha256)
     SELECT $1, entry, sha256 FROM unnest($2::text[], $3::text[]) AS e (entry, sha256) ORDER BY entry
     ON CONFLICT (office, entry) DO UPDATE
       SET sha256 = excluded.sha256, sequence = kept.sequence + 1, changed_at = now()
       WHERE kept.sha256 <> excluded.sha256`,
    [office, entries.map(({ entry }) => entry), entries.map(({ sha256 }) => sha256)],
  );
}

/** Lets one officer at a time make a calendar, so that an office has one. */
export async function lockCalendars(tx: Queryable): Promise<void> {
  await tx.query('LOCK TABLE direction_calendar IN SHARE ROW EXCLUSIVE MODE');
}
