import { sql } from 'drizzle-orm';
import type { StationPlace } from '../../campaigns/activities/proof.ts';
import type { Handle } from '../database/database.ts';
import { textArray } from './activities-sql.ts';
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

const columns = sql`sha256, district, station, width, height, taken_at AS "takenAt", lon, lat, codes`;
type Row = Omit<StoredPhoto, 'takenAt'> & { takenAt: Date | string | null } & Record<
    string,
    unknown
  >;

export async function findPhoto(handle: Handle, sha256: string): Promise<StoredPhoto | undefined> {
  return one(handle, sql`WHERE sha256 = ${sha256}`);
}

/** The picture that this very file became. */
export async function findPhotoBySource(
  handle: Handle,
  sourceSha256: string,
): Promise<StoredPhoto | undefined> {
  return one(handle, sql`WHERE source_sha256 = ${sourceSha256}`);
}

/** Hashes of the pictures of all other stations. */
export async function otherHashes(handle: Handle, place: StationPlace): Promise<KnownHashes[]> {
  const { rows } = await handle.execute<KnownHashes & Record<string, unknown>>(sql`
    SELECT sha256, hash AS whole, core_hash AS core FROM activity_photo
    WHERE (district, station) <> (${place.district}, ${place.station})`);
  return rows.map(({ sha256, whole, core }) => ({ sha256, whole, core }));
}

export async function thumbsOf(handle: Handle, sha256: readonly string[]): Promise<KnownThumb[]> {
  const { rows } = await handle.execute<KnownThumb & Record<string, unknown>>(
    sql`SELECT sha256, thumb FROM activity_photo WHERE sha256 = ANY (${textArray(sha256)})`,
  );
  return rows.map(({ sha256: name, thumb }) => ({ sha256: name, thumb }));
}

/** Stores what is known of a picture and returns its name; a file that was handed in before keeps the name it has. */
export async function insertPhoto(
  tx: Handle,
  photo: ReadPhoto,
  given: StationPlace & { codes: readonly string[]; by: string },
): Promise<string> {
  const { fingerprint, position } = photo;
  await tx.execute(sql`
    INSERT INTO activity_photo (sha256, source_sha256, district, station, width, height, bytes, taken_at, lon, lat, codes,
      hash, core_hash, thumb, uploaded_by)
    VALUES (${photo.sha256}, ${photo.sourceSha256}, ${given.district}, ${given.station}, ${photo.width}, ${photo.height},
      ${photo.jpeg.length}, ${photo.takenAt?.toISOString() ?? null}, ${position?.lon ?? null}, ${position?.lat ?? null},
      ${textArray(given.codes)}, ${Buffer.from(fingerprint.whole)}, ${Buffer.from(fingerprint.core)},
      ${Buffer.from(fingerprint.thumb)}, ${given.by})
    ON CONFLICT DO NOTHING`);
  return (await findPhotoBySource(tx, photo.sourceSha256))?.sha256 ?? photo.sha256;
}

async function one(
  handle: Handle,
  where: ReturnType<typeof sql>,
): Promise<StoredPhoto | undefined> {
  const { rows } = await handle.execute<Row>(sql`SELECT ${columns} FROM activity_photo ${where}`);
  const [row] = rows;
  if (row === undefined) return undefined;
  return { ...row, takenAt: row.takenAt === null ? null : new Date(row.takenAt).toISOString() };
}
