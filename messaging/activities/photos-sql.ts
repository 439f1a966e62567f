import type { StationPlace } from '../../campaigns/activities/proof.ts';
import type { Queryable } from '../database/transaction.ts';
import type { KnownHashes, KnownThumb } from './photo-worker.ts';
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
}

const columns = 'sha256, district, station, width, height, taken_at AS "takenAt", lon, lat, codes';
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

export async function thumbsOf(
  database: Queryable,
  sha256: readonly string[],
): Promise<KnownThumb[]> {
  const { rows } = await database.query<KnownThumb>(
    'SELECT sha256, thumb FROM activity_photo WHERE sha256 = ANY ($1::text[])',
    [sha256],
  );
  return rows;
}

/** Stores what is known of a picture and returns its name; a file that was handed in before keeps the name it has. */
export async function insertPhoto(
  database: Queryable,
  photo: ReadPhoto,
  given: StationPlace & { codes: readonly string[]; by: string },
): Promise<string> {
  const { fingerprint, position } = photo;
  await database.query(
    `INSERT INTO activity_photo (sha256, source_sha256, district, station, width, height, bytes, taken_at,
       lon, lat, codes, hash, core_hash, thumb, uploaded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT DO NOTHING`,
    [
      photo.sha256,
      photo.sourceSha256,
      given.district,
      given.station,
      photo.width,
      photo.height,
      photo.jpeg.length,
      photo.takenAt ?? null,
      position?.lon ?? null,
      position?.lat ?? null,
      given.codes,
      Buffer.from(fingerprint.whole),
      Buffer.from(fingerprint.core),
      Buffer.from(fingerprint.thumb),
      given.by,
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
