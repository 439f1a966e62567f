import type { Pool } from 'pg';
import { inTransaction } from '../../platform/database/transaction.ts';

/** A press file of a station as it was made. */
export interface MadeArtwork {
  district: string;
  station: string;
  artwork: string;
  sha256: string;
}

/** Any number that nothing else in the database locks. */
const lockKey = 7_522_145;

/**
 * Notes the press files that there are now. What has another hash than the present version supersedes it; a file that is
 * made as it was before becomes the present one again.
 */
export async function noteVersions(pool: Pool, made: readonly MadeArtwork[]): Promise<number> {
  const columns = [
    made.map(({ district }) => district),
    made.map(({ station }) => station),
    made.map(({ artwork }) => artwork),
    made.map(({ sha256 }) => sha256),
  ];
  const latest =
    'unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS latest (district, station, artwork, sha256)';
  return inTransaction(pool, async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
    await tx.query(
      `UPDATE artwork_version AS old SET superseded_at = now() FROM ${latest}
       WHERE old.district = latest.district AND old.station = latest.station AND old.artwork = latest.artwork
         AND old.superseded_at IS NULL AND old.sha256 <> latest.sha256`,
      columns,
    );
    const { rowCount } = await tx.query(
      `INSERT INTO artwork_version (district, station, artwork, sha256)
       SELECT latest.* FROM ${latest}
       WHERE NOT EXISTS (SELECT FROM artwork_version AS own WHERE own.superseded_at IS NULL
         AND (own.district, own.station, own.artwork, own.sha256)
           = (latest.district, latest.station, latest.artwork, latest.sha256))
       ON CONFLICT (district, station, artwork, sha256)
         DO UPDATE SET superseded_at = NULL, made_at = now()`,
      columns,
    );
    return rowCount ?? 0;
  });
}
