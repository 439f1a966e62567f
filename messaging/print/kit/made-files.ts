import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { readListing } from '../../../campaigns/files/listing-fs.ts';
import { manifestSchema } from '../../../campaigns/manifest.ts';
import { type MadeArtwork, noteVersions } from './artwork-versions-sql.ts';

/** Notes the press files of the manifest in the database as the present versions, whenever the manifest has changed. */
export function createFileNotes(pool: Pool, printDir: string): () => Promise<void> {
  const manifest = join(printDir, 'manifest.json');
  let noted = '';
  /** By their path, as the database was told of them: of a whole kit a run changes a few. */
  let reported: ReadonlyMap<string, MadeArtwork> = new Map();
  return async () => {
    const stat = statSync(manifest, { throwIfNoEntry: false });
    const latest = stat === undefined ? '' : `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
    if (latest === noted) return;
    const made = readPressFiles(manifest);
    const unreported = [...made].filter(
      ([path, { sha256 }]) => reported.get(path)?.sha256 !== sha256,
    );
    if (unreported.length > 0)
      await noteVersions(
        pool,
        unreported.map(([, artwork]) => artwork),
      );
    reported = made;
    noted = latest;
  };
}

function readPressFiles(manifest: string): Map<string, MadeArtwork> {
  const made = new Map<string, MadeArtwork>();
  for (const file of readListing(manifest, manifestSchema)?.files ?? []) {
    const { district, station, artwork, format, path, sha256 } = file;
    if (station !== null && format === 'pdf')
      made.set(path, { district, station, artwork, sha256 });
  }
  return made;
}
