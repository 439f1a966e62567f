import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { WrongUse } from '../../../../campaigns/command/run-command.ts';
import { dayMs } from '../../../../campaigns/durations.ts';
import { retention } from '../../../../campaigns/privacy/retention.ts';
import { parseJson } from '../../process/parse-json.ts';
import { execute, queryRow } from '../sql.ts';
import type { Queryable } from '../transaction.ts';
import { backupFileName } from './manifest.ts';
import { recipeFileName } from './store.ts';

export interface MadeBackup {
  madeAt: Date;
  folder: string;
  encrypted: boolean;
  /** Why it is less than it should be. */
  fault: string | null;
}

/** A backup that was restored beside the installation and thrown away. */
export interface Drill {
  drilledAt: Date;
  /** When the backup was made; null where it could not be opened. */
  backupOf: Date | null;
  rows: number;
  files: number;
  seconds: number;
  fault: string | null;
}

export async function noteBackup(
  database: Queryable,
  made: Pick<MadeBackup, 'folder' | 'encrypted' | 'fault'> & { rows: number; files: number },
): Promise<void> {
  await execute(database)`
    INSERT INTO backup_made (folder, encrypted, row_count, file_count, fault)
      VALUES (${made.folder}, ${made.encrypted}, ${made.rows}, ${made.files}, ${made.fault})`;
}

export function findLastBackup(database: Queryable): Promise<MadeBackup | undefined> {
  return queryRow<MadeBackup>(database)`
    SELECT made_at AS "madeAt", folder, encrypted, fault FROM backup_made ORDER BY made_at DESC, id DESC LIMIT 1`;
}

export async function noteDrill(
  database: Queryable,
  drill: Omit<Drill, 'drilledAt'>,
): Promise<void> {
  await execute(database)`
    INSERT INTO restore_drill (backup_of, row_count, file_count, seconds, fault)
      VALUES (${drill.backupOf}, ${drill.rows}, ${drill.files}, ${drill.seconds}, ${drill.fault})`;
}

export function findLastDrill(database: Queryable): Promise<Drill | undefined> {
  return queryRow<Drill>(database)`
    SELECT drilled_at AS "drilledAt", backup_of AS "backupOf", row_count::float8 AS rows, file_count AS files,
    seconds, fault FROM restore_drill ORDER BY drilled_at DESC, id DESC LIMIT 1`;
}

/** Names in a backup that is not finished. */
const ownNames = new Set(['database', 'files', recipeFileName]);
const created = z.object({ createdAt: z.iso.datetime() });

/** @throws for more days than the privacy page promises */
export function checkKeepDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= retention.backupDays) return days;
  throw new WrongUse(
    `Expected 1 to ${retention.backupDays} for --keep-days, as long as the privacy page says, got ${text}`,
  );
}

/**
 * Deletes the backups of a folder that are older than `keepDays`, unfinished ones too: all of them hold numbers. What
 * is no backup is left alone, and so is what may not go.
 * @returns what was deleted
 */
export async function deleteOldBackups(
  parent: string,
  {
    keepDays,
    now,
    mayGo,
  }: { keepDays: number; now: Date; mayGo: (folder: string) => Promise<boolean> },
): Promise<string[]> {
  const deleted: string[] = [];
  for (const entry of await readdir(parent, { withFileTypes: true })) {
    const folder = join(parent, entry.name);
    if (!entry.isDirectory()) continue;
    const made = await madeAt(folder);
    if (made === undefined || now.getTime() - made < keepDays * dayMs) continue;
    if (!(await mayGo(folder))) continue;
    await rm(folder, { recursive: true });
    deleted.push(folder);
  }
  return deleted.sort();
}

/** When a backup was made; undefined for any other folder. */
async function madeAt(folder: string): Promise<number | undefined> {
  const entries = await readdir(folder, { withFileTypes: true });
  const isFile = (name: string) => entries.some((one) => one.isFile() && one.name === name);
  for (const name of [recipeFileName, backupFileName].filter(isFile)) {
    const found = created.safeParse(parseJson(await readFile(join(folder, name), 'utf8')));
    if (found.success) return Date.parse(found.data.createdAt);
  }
  // One that was cut off has tables, and nothing that says its day.
  const isUnfinished =
    entries.some((one) => one.isDirectory() && one.name === 'database') &&
    entries.every(({ name }) => ownNames.has(name));
  if (!isUnfinished) return undefined;
  const tables = join(folder, 'database');
  const names = await readdir(tables);
  return names.every((name) => name.endsWith('.copy.gz'))
    ? (await stat(tables)).mtimeMs
    : undefined;
}
