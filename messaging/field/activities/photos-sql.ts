import type { StationPlace } from '../../../campaigns/activities/proof.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { KnownHashes, KnownThumb } from './photo-decoder.ts';
import type { ReadPhoto } from './read-photo.ts';

/** A picture that is kept, without its file. */
export interface StoredPhoto extends StationPlace {
  sha256: string;
  width: number;
  height: number;
  takenAt: string | null;
  lon: number | null;
  lat: number | null;
  codes: string[];
  /** Whether place and time are what the phone sent with the file, not in it. */
  claimed: boolean;
}

const columns =
  'sha256, district, station, width, height, taken_at AS "takenAt", lon, lat, codes, claimed';
type Row = Omit<StoredPhoto, 'takenAt'> & { takenAt: Date | null };

export async function findPhoto(
  database: Queryable,
  sha256: string,
): Promise<StoredPhoto | undefined> {
  return one(database, 'sha256 = $1', sha256);
}

/** The picture that this very file became. */
export async function findPhotoBySource(
  database: Queryable,
  sourceSha256: string,
): Promise<StoredPhoto | undefined> {
  return one(database, 'source_sha256 = $1', sourceSha256);
}

/** Hashes of the pictures of all other stations. */
export async function otherHashes(
  database: Queryable,
  place: StationPlace,
): Promise<KnownHashes[]> {
  const { rows } = await database.query<KnownHashes>(
    `SELECT sha256, hash AS whole, core_hash AS core FROM activity_photo
     WHERE (district, station) <> ($1, $2)`,
    [place.district, place.station],
  );
  return rows;
}

export async function readThumbs(
  database: Queryable,
  sha256: readonly string[],
): Promise<KnownThumb[]> {
  const { rows } = await database.query<KnownThumb>(
    'SELECT sha256, thumb FROM activity_photo WHERE sha256 = ANY ($1::text[])',
    [sha256],
  );
  return rows;
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
  await database.query(
    'INSERT INTO photo_match (person_id, sha256) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [match.person, match.sha256],
  );
}

/** Whether a picture was named to an officer, or is compared with one for which the officer's area waits. */
export async function isNamedTo(
  database: Queryable,
  sha256: string,
  reader: { person: string; districts: readonly string[] },
): Promise<boolean> {
  const { rows } = await database.query(
    `SELECT FROM photo_match WHERE sha256 = $1 AND person_id = $2
     UNION ALL SELECT FROM activity WHERE doubt->>'photo' = $1 AND district = ANY ($3::text[])`,
    [sha256, reader.person, reader.districts],
  );
  return rows.length > 0;
}

/** Stores what is known of a picture and returns its name; a file that was handed in before keeps the name it has. */
export async function insertPhoto(
  database: Queryable,
  photo: ReadPhoto,
  kept: StationPlace & { codes: readonly string[]; by: string; claim?: PhotoClaim | undefined },
): Promise<string> {
  const { fingerprint } = photo;
  const { takenAt, position, editor, claimed } = withClaim(photo, kept.claim);
  await database.query(
    `INSERT INTO activity_photo (sha256, source_sha256, district, station, width, height, bytes, taken_at,
       lon, lat, codes, hash, core_hash, thumb, uploaded_by, claimed, editor, dot_pattern)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) ON CONFLICT DO NOTHING`,
    [
      photo.sha256,
      photo.sourceSha256,
      kept.district,
      kept.station,
      photo.width,
      photo.height,
      photo.jpeg.length,
      takenAt,
      position?.lon ?? null,
      position?.lat ?? null,
      kept.codes,
      Buffer.from(fingerprint.whole),
      Buffer.from(fingerprint.core),
      Buffer.from(fingerprint.thumb),
      kept.by,
      claimed,
      editor,
      photo.dotPattern,
    ],
  );
  return (await findPhotoBySource(database, photo.sourceSha256))?.sha256 ?? photo.sha256;
}

async function one(
  database: Queryable,
  condition: string,
  value: string,
): Promise<StoredPhoto | undefined> {
  const { rows } = await database.query<Row>(
    `SELECT ${columns} FROM activity_photo WHERE ${condition}`,
    [value],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  return { ...row, takenAt: row.takenAt?.toISOString() ?? null };
}
