import type { z } from 'zod';
import type { StationPlace } from '../../../campaigns/activities/proof.ts';
import { retention } from '../../../campaigns/privacy/retention.ts';
import { dayOf } from '../../platform/database/day-sql.ts';
import { selectFields } from '../../platform/database/rows-sql.ts';
import { execute, isThere, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { ExpiredRows } from '../../platform/files/delete-expired-files.ts';
import { photo } from './activities-schemas.ts';
import type { KnownHashes, KnownThumb } from './photo-decoder.ts';
import { photoPath } from './photo-upload.ts';
import type { ReadPhoto } from './read-photo.ts';

/** A picture that is kept, without its file. */
export type StoredPhoto = z.output<typeof photo>;
const columns = selectFields(photo);

export function findPhoto(database: Queryable, sha256: string): Promise<StoredPhoto | undefined> {
  return queryRow<StoredPhoto>(database)`
    SELECT ${raw(columns)} FROM activity_photo WHERE sha256 = ${sha256}`;
}

/** The picture that this very file became. */
export function findPhotoBySource(
  database: Queryable,
  sourceSha256: string,
): Promise<StoredPhoto | undefined> {
  return queryRow<StoredPhoto>(database)`
    SELECT ${raw(columns)} FROM activity_photo WHERE source_sha256 = ${sourceSha256}`;
}

/** Hashes of the pictures of all other stations. */
export function otherHashes(database: Queryable, place: StationPlace): Promise<KnownHashes[]> {
  return queryRows<KnownHashes>(database)`
    SELECT sha256, hash AS whole, core_hash AS core FROM activity_photo
    WHERE (district, station) <> (${place.district}, ${place.station})`;
}

export function readThumbs(database: Queryable, sha256: readonly string[]): Promise<KnownThumb[]> {
  return queryRows<KnownThumb>(database)`
    SELECT sha256, thumb FROM activity_photo WHERE sha256 = ANY (${sha256}::text[])`;
}

/** Place, time and editor that a phone read in a picture before it made the picture smaller. */
export interface PhotoClaim {
  takenAt: Date | null;
  position: { lon: number; lat: number } | null;
  /** The editor of pictures that the file named. */
  editor: string | null;
}

/** Place and time in the file itself take precedence over those that were sent with it. */
function withClaim(
  { takenAt, position, editor }: PhotoClaim,
  claim: PhotoClaim = { takenAt: null, position: null, editor: null },
): PhotoClaim & { claimed: boolean } {
  return {
    takenAt: takenAt ?? claim.takenAt,
    position: position ?? claim.position,
    editor: editor ?? claim.editor,
    claimed:
      (takenAt === null && claim.takenAt !== null) ||
      (position === null && claim.position !== null),
  };
}

/** Whom a picture of another station was named to as the same as theirs. */
export async function insertMatch(
  database: Queryable,
  match: { person: string; sha256: string },
): Promise<void> {
  await execute(database)`
    INSERT INTO photo_match (person_id, sha256) VALUES (${match.person}, ${match.sha256}) ON CONFLICT DO NOTHING`;
}

/** Whether a picture was named to an officer, or is compared with one for which the officer's area waits. */
export function isNamedTo(
  database: Queryable,
  sha256: string,
  reader: { person: string; districts: readonly string[] },
): Promise<boolean> {
  return isThere(database)`
    SELECT FROM photo_match WHERE sha256 = ${sha256} AND person_id = ${reader.person}
    UNION ALL SELECT FROM activity
    WHERE doubt->>'photo' = ${sha256} AND district = ANY (${reader.districts}::text[])`;
}

/** Stores what is known of a picture and returns its name; a file that was handed in before keeps the name it has. */
export async function insertPhoto(
  database: Queryable,
  read: ReadPhoto,
  kept: StationPlace & { codes: readonly string[]; by: string; claim?: PhotoClaim | undefined },
): Promise<string> {
  const { fingerprint } = read;
  const { takenAt, position, editor, claimed } = withClaim(read, kept.claim);
  await execute(database)`
    INSERT INTO activity_photo (sha256, source_sha256, district, station, width, height, bytes, taken_at,
      lon, lat, codes, hash, core_hash, thumb, uploaded_by, claimed, editor, dot_pattern, likeness)
    VALUES (${read.sha256}, ${read.sourceSha256}, ${kept.district}, ${kept.station}, ${read.width},
      ${read.height}, ${read.jpeg.length}, ${takenAt}, ${position?.lon ?? null}, ${position?.lat ?? null},
      ${kept.codes}, ${Buffer.from(fingerprint.whole)}, ${Buffer.from(fingerprint.core)},
      ${Buffer.from(fingerprint.thumb)}, ${kept.by}, ${claimed}, ${editor}, ${read.dotPattern},
      ${read.likeness}) ON CONFLICT DO NOTHING`;
  return (await findPhotoBySource(database, read.sourceSha256))?.sha256 ?? read.sha256;
}

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
  const rows = await queryRows<{ sha256: string }>(tx)`
    SELECT sha256 FROM activity_photo AS p
    WHERE greatest(${raw(dayOf('uploaded_at'))},
      ${campaignEndsOn}::date) + ${retention.photoDays}::int < ${today}::date
      OR NOT EXISTS (
        SELECT FROM activity AS a LEFT JOIN activity_version AS v ON v.activity_id = a.id
          AND v.version = a.version
        WHERE a.photo = p.sha256 AND (a.status NOT IN ('rejected', 'withdrawn')
          OR coalesce(v.changed_at,
            a.entered_at) >= now() - ${retention.refusedPhotoDays}::int * interval '1 day')
      ) AND NOT EXISTS (
        SELECT FROM board_capture AS c WHERE c.live AND (c.far = p.sha256 OR (c.near = p.sha256
          AND EXISTS (SELECT FROM board_inspection AS i WHERE i.capture = c.id)))
      )
        AND uploaded_at < now() - ${retention.refusedPhotoDays}::int * interval '1 day'
    ORDER BY sha256 LIMIT ${most} FOR UPDATE`;
  const names = rows.map(({ sha256 }) => sha256);
  if (names.length === 0) return { rows: 0, paths: [] };
  await execute(tx)`
    UPDATE activity SET photo = NULL,
      restores_to = CASE WHEN restores_to IN ('waiting', 'appealed', 'verified') THEN 'entered'
        ELSE restores_to END
    WHERE photo = ANY (${names}::text[])`;
  await tx.query(
    'UPDATE board_capture SET near = NULL, far = NULL, lon = NULL, lat = NULL, accuracy_m = NULL WHERE near = ANY ($1) OR far = ANY ($1)',
    [names],
  );
  await execute(tx)`DELETE FROM activity_photo WHERE sha256 = ANY (${names}::text[])`;
  return { rows: names.length, paths: names.map(photoPath) };
}

/** Deletes the keys that recognise a repeated entry or picture: a phone that repeats it so late has been asked for it again. */
export async function deleteOldKeys(database: Queryable): Promise<void> {
  for (const table of ['entry_key', 'photo_match']) {
    await execute(database)`
      DELETE FROM ${raw(table)} WHERE at < now() - ${retention.refusedPhotoDays}::int * interval '1 day'`;
  }
  await execute(database)`
    DELETE FROM board_capture WHERE handed_in_at IS NULL
      AND issued_at < now() - ${retention.refusedPhotoDays}::int * interval '1 day'`;
}
