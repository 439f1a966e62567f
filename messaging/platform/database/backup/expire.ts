import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { dayMs } from '../../../../campaigns/durations.ts';
import { retention } from '../../../../campaigns/privacy/retention.ts';
import { parseJson } from '../../process/parse-json.ts';
import { backupFileName } from './manifest.ts';
import { recipeFileName } from './store.ts';

/** Names in a backup that is not finished. */
const ownNames = new Set(['database', 'files', recipeFileName]);
const created = z.object({ createdAt: z.iso.datetime() });

/** @throws for more days than the privacy page promises */
export function checkKeepDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= retention.backupDays) return days;
  throw new Error(
    `Expected 1 to ${retention.backupDays} for --keep-days, as long as the privacy page says, got ${text}`,
  );
}

/**
 * Deletes the backups of a folder that are older than `keepDays`, unfinished ones too: all of them hold numbers. What
 * is no backup is left alone.
 * @returns what was deleted
 */
export async function deleteOldBackups(
  parent: string,
  { keepDays, now }: { keepDays: number; now: Date },
): Promise<string[]> {
  const deleted: string[] = [];
  for (const entry of await readdir(parent, { withFileTypes: true })) {
    const folder = join(parent, entry.name);
    if (!entry.isDirectory()) continue;
    const made = await madeAt(folder);
    if (made === undefined || now.getTime() - made < keepDays * dayMs) continue;
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
