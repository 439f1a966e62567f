import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { loadDatabase } from '../../messaging/platform/database/backup/backup.ts';
import { copyIn } from '../../messaging/platform/database/backup/files.ts';
import { type Backup, readBackup } from '../../messaging/platform/database/backup/manifest.ts';
import { openStore } from '../../messaging/platform/database/backup/store.ts';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { readMigrations } from '../../messaging/platform/database/migrations-fs.ts';

/**
 * Versions whose data is kept here, as their own `npm run backup` wrote it from the sample, one invitation and one file, and the
 * commit that has their program. A release adds a line and its file.
 */
export const keptVersions: readonly KeptVersion[] = [
  // It answers 503 to what still comes over an open connection while it ends.
  { version: '1.0.0', commit: 'c6e6ef20f480474328d961fa74840c9c041004ea', refusesAtEnd: true },
];
export interface KeptVersion {
  version: string;
  commit: string;
  refusesAtEnd: boolean;
}

const root = join(import.meta.dirname, '..', '..');

/** Lays an installation out as that version left it, not migrated. */
export async function layOutKept(
  { version }: KeptVersion,
  place: { folder: string; databaseUrl: string | undefined },
): Promise<{ dataDir: string; backup: Backup }> {
  const { folder, databaseUrl } = place;
  const dataDir = join(folder, 'data');
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['xzf', join(import.meta.dirname, `${version}.tar.gz`), '-C', folder]);
  const store = await openStore(join(folder, 'kept'));
  const backup = await readBackup(store);
  const names = new Set(backup.migrations.map(({ name }) => name));
  const database = await openDatabase({
    url: databaseUrl,
    dataDir,
    migrations: readMigrations().filter(({ name }) => names.has(name)),
  });
  await loadDatabase(database.pool, backup, store);
  await database.close();
  await copyIn(backup.files, store, { keep: false, dataDir });
  return { dataDir, backup };
}

/** The program of that version, from the history; undefined in a checkout without one. */
export function findKeptProgram({ commit }: KeptVersion, folder: string): string | undefined {
  const program = join(folder, 'program');
  if (!existsSync(program)) {
    mkdirSync(program, { recursive: true });
    try {
      const archive = execFileSync('git', ['archive', commit], {
        cwd: root,
        maxBuffer: 2 ** 30,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      execFileSync('tar', ['x', '-C', program], { input: archive });
    } catch {
      return undefined;
    }
    symlinkSync(join(root, 'node_modules'), join(program, 'node_modules'));
  }
  return program;
}
