import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { readListing } from '../../../campaigns/files/listing-fs.ts';
import { parseCode } from '../../../campaigns/links/short-code.ts';
import { type ManifestFile, manifestSchema } from '../../../campaigns/manifest.ts';
import { execute, queryRows } from '../../platform/database/sql.ts';

/** Letters of the name are 25 pixels high then: enough to tell twins apart, and a board takes 16 kB. */
const leastWidthPx = 480;
/** Pictures of one statement. */
const batch = 100;

/**
 * Keeps the picture of each board's present version, since the files are replaced by the next version's: photographs are
 * judged by all versions that may hang.
 */
export async function keepBoardPictures(pool: Pool, printDir: string): Promise<void> {
  const files = readListing(join(printDir, 'manifest.json'), manifestSchema)?.files ?? [];
  const boards = files.filter(isBoard);
  const previews = Map.groupBy(
    boards.filter(({ format }) => format === 'png'),
    keyOf,
  );
  const lacking = await findLacking(pool);
  const wanted = boards.flatMap((board) => {
    if (board.format !== 'pdf' || !lacking.has(board.sha256)) return [];
    const preview = pickPreview(previews.get(keyOf(board)) ?? []);
    return preview === undefined ? [] : [{ version: board.sha256, preview }];
  });
  for (let from = 0; from < wanted.length; from += batch) {
    const read = await Promise.all(
      wanted.slice(from, from + batch).map(async ({ version, preview }) => ({
        version,
        picture: await readFile(join(printDir, preview.path)).catch(() => null),
        sha256: preview.sha256,
      })),
    );
    // One that another run has replaced meanwhile is the next version's.
    const whole = read.filter(
      ({ picture, sha256 }) => picture !== null && hash(picture) === sha256,
    );
    await execute(pool)`
      UPDATE artwork_version SET picture = made.picture
      FROM unnest(${whole.map(({ version }) => version)}::text[],
        ${whole.map(({ picture }) => picture)}::bytea[]) AS made (sha256, picture)
      WHERE artwork_version.sha256 = made.sha256 AND artwork_version.picture IS NULL`;
  }
}

async function findLacking(pool: Pool): Promise<Set<string>> {
  const rows = await queryRows<{ sha256: string }>(pool)`
    SELECT sha256 FROM artwork_version WHERE picture IS NULL AND superseded_at IS NULL`;
  return new Set(rows.map(({ sha256 }) => sha256));
}

function isBoard({ code, station }: ManifestFile): boolean {
  if (code === null || station === null) return false;
  const parsed = parseCode(code);
  return parsed.kind === 'valid' && parsed.channel === 'board';
}

function keyOf({ district, station, artwork }: ManifestFile): string {
  return `${district}/${station}/${artwork}`;
}

/** The narrowest that is wide enough; its width is the last number of its name. */
function pickPreview(previews: readonly ManifestFile[]): ManifestFile | undefined {
  const widthOf = ({ path }: ManifestFile) => Number(/-(\d+)\.png$/.exec(path)?.[1] ?? 0);
  return previews
    .filter((preview) => widthOf(preview) >= leastWidthPx)
    .sort((a, b) => widthOf(a) - widthOf(b))[0];
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
