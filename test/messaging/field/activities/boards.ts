import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
