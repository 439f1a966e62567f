import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Queryable } from '../../../../messaging/platform/database/transaction.ts';

/** Pictures of the boards that the generator makes for some stations, 1,440 pixels wide. */
export function renderBoards(stations: readonly string[]): Map<string, Buffer> {
  const out = mkdtempSync(join(tmpdir(), 'boards-'));
  const main = join(import.meta.dirname, '../../../../generator/main.ts');
  const options = [
    '--station',
    stations.join(','),
    '--artwork',
    'board',
    '--format',
    'preview',
    '--out',
    out,
  ];
  execFileSync(process.execPath, [main, ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  const boards = new Map(
    stations.map((station) => [
      station,
      readFileSync(join(out, station, `${station.replace('/', '-')}-board-1440.png`)),
    ]),
  );
  rmSync(out, { recursive: true, force: true });
  return boards;
}

/** Keeps the boards as artwork that was made, by which photographs of them are judged. */
export async function keepBoards(
  database: Queryable,
  boards: ReadonlyMap<string, Buffer>,
): Promise<void> {
  for (const [key, board] of boards) {
    const picture = await sharp(board).resize({ width: 480 }).png().toBuffer();
    const [district, station] = key.split('/');
    await database.query(
      `INSERT INTO artwork_version (district, station, artwork, sha256, picture) VALUES ($1, $2, 'board', $3, $4)
       ON CONFLICT (district, station, artwork) WHERE superseded_at IS NULL
       DO UPDATE SET sha256 = excluded.sha256, picture = excluded.picture`,
      [district, station, randomBytes(32).toString('hex'), picture],
    );
  }
}
