import { retention } from '../../../campaigns/privacy/retention.ts';
import { dayOf } from '../../platform/database/day-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { ExpiredRows } from '../../platform/files/delete-expired-files.ts';
import { photoPath } from './photo-files.ts';

/** Calendar days in Asia/Kolkata that decide what is over. */
export interface ExpiryDays {
  today: string;
  campaignEndsOn: string;
}

/**
 * Deletes pictures whose time is over: the row with place, time and what of the picture it holds. An activity stays what
 * it is without its picture; only a withdrawn one can no longer come back as proved by it.
 */
export async function deleteOldPhotos(
  tx: Queryable,
  { today, campaignEndsOn }: ExpiryDays,
  most: number,
): Promise<ExpiredRows> {
  const { rows } = await tx.query<{ sha256: string }>(
    `SELECT sha256 FROM activity_photo AS p
     WHERE greatest(${dayOf('uploaded_at')}, $2::date) + $3::int < $1::date
       OR NOT EXISTS (
         SELECT FROM activity AS a LEFT JOIN activity_version AS v ON v.activity_id = a.id AND v.version = a.version
         WHERE a.photo = p.sha256 AND (a.status NOT IN ('rejected', 'withdrawn')
           OR coalesce(v.changed_at, a.entered_at) >= now() - $4::int * interval '1 day')
       ) AND NOT EXISTS (SELECT FROM board_capture AS c WHERE c.far = p.sha256 AND c.live)
         AND uploaded_at < now() - $4::int * interval '1 day'
     ORDER BY sha256 LIMIT $5 FOR UPDATE`,
    [today, campaignEndsOn, retention.photoDays, retention.refusedPhotoDays, most],
  );
  const names = rows.map(({ sha256 }) => sha256);
  if (names.length === 0) return { rows: 0, paths: [] };
  await tx.query(
    `UPDATE activity SET photo = NULL,
       restores_to = CASE WHEN restores_to IN ('waiting', 'appealed', 'verified') THEN 'entered' ELSE restores_to END
     WHERE photo = ANY ($1::text[])`,
    [names],
  );
  await tx.query(
    'UPDATE board_capture SET near = NULL, far = NULL, lon = NULL, lat = NULL, accuracy_m = NULL WHERE near = ANY ($1) OR far = ANY ($1)',
    [names],
  );
  await tx.query('DELETE FROM activity_photo WHERE sha256 = ANY ($1::text[])', [names]);
  return { rows: names.length, paths: names.map(photoPath) };
}

/** Deletes the keys that recognise a repeated entry or picture: a phone that repeats it so late has been asked for it again. */
export async function deleteOldKeys(database: Queryable): Promise<void> {
  for (const table of ['entry_key', 'photo_match']) {
    await database.query(`DELETE FROM ${table} WHERE at < now() - $1::int * interval '1 day'`, [
      retention.refusedPhotoDays,
    ]);
  }
  await database.query(
    "DELETE FROM board_capture WHERE handed_in_at IS NULL AND issued_at < now() - $1::int * interval '1 day'",
    [retention.refusedPhotoDays],
  );
}
