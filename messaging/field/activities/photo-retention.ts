import type { Pool } from 'pg';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { photoPath } from './photo-files.ts';

/** How long pictures are kept, and the days that decide. */
export interface PhotoPeriods {
  /** Calendar days in Asia/Kolkata. */
  today: string;
  campaignEndsOn: string;
  photoDays: number;
  refusedPhotoDays: number;
}

/** Pictures that are deleted in one transaction, with their files. */
const batchPhotos = 50;

/**
 * Deletes pictures whose time is over: the file, and the row with place, time and what of the picture it holds. An
 * activity stays what it is without its picture; only a withdrawn one can no longer come back as proved by it.
 */
export async function deleteOldPhotos(
  pool: Pool,
  photos: FileStore,
  periods: PhotoPeriods,
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const batch = await inTransaction(pool, (tx) => deleteBatch(tx, photos, periods));
    deleted += batch;
    if (batch < batchPhotos) break;
  }
  // A phone that sends anew after so long has been asked for its picture again.
  for (const table of ['entry_key', 'photo_match']) {
    await pool.query(`DELETE FROM ${table} WHERE at < now() - $1::int * interval '1 day'`, [
      periods.refusedPhotoDays,
    ]);
  }
  return deleted;
}

async function deleteBatch(
  tx: Queryable,
  photos: FileStore,
  { today, campaignEndsOn, photoDays, refusedPhotoDays }: PhotoPeriods,
): Promise<number> {
  const { rows } = await tx.query<{ sha256: string }>(
    `SELECT sha256 FROM activity_photo AS p
     WHERE greatest((uploaded_at AT TIME ZONE 'Asia/Kolkata')::date, $2::date) + $3::int < $1::date
       OR NOT EXISTS (
         SELECT FROM activity AS a LEFT JOIN activity_version AS v ON v.activity_id = a.id AND v.version = a.version
         WHERE a.photo = p.sha256 AND (a.status NOT IN ('rejected', 'withdrawn')
           OR coalesce(v.changed_at, a.entered_at) >= now() - $4::int * interval '1 day')
       ) AND uploaded_at < now() - $4::int * interval '1 day'
     ORDER BY sha256 LIMIT $5 FOR UPDATE`,
    [today, campaignEndsOn, photoDays, refusedPhotoDays, batchPhotos],
  );
  const names = rows.map(({ sha256 }) => sha256);
  if (names.length === 0) return 0;
  await tx.query(
    `UPDATE activity SET photo = NULL,
       restores_to = CASE WHEN restores_to IN ('waiting', 'appealed', 'verified') THEN 'entered' ELSE restores_to END
     WHERE photo = ANY ($1::text[])`,
    [names],
  );
  await tx.query('DELETE FROM activity_photo WHERE sha256 = ANY ($1::text[])', [names]);
  // Before the commit: a file without its row would never be found again.
  for (const name of names) await photos.delete(photoPath(name));
  return names.length;
}
