import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { retention } from '../../../campaigns/privacy/retention.ts';
import { backupFileName } from './manifest.ts';
import { recipeFileName } from './store.ts';

const dayMs = 86_400_000;
const created = z.object({ createdAt: z.iso.datetime() });

/** @throws for more days than the privacy page promises */
export function checkKeepDays(given: string): number {
  const days = Number(given);
  if (Number.isInteger(days) && days >= 1 && days <= retention.backupDays) return days;
  throw new Error(
    `Expected 1 to ${retention.backupDays} for --keep-days, as long as the privacy page says, got ${given}`,
  );
}

/**
 * Deletes the backups of a folder that are older than so many days, unfinished ones too: all of them hold numbers. What
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

/** When a backup was made; undefined for a folder that is none. */
async function madeAt(folder: string): Promise<number | undefined> {
  for (const name of [recipeFileName, backupFileName]) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    const text = await readFile(path, 'utf8');
    const found = created.safeParse(jsonOf(text));
    if (found.success) return Date.parse(found.data.createdAt);
  }
  // One that was cut off has tables, and nothing that says its day.
  const tables = join(folder, 'database');
  if (!existsSync(tables)) return undefined;
  const names = await readdir(tables);
  return names.every((name) => name.endsWith('.copy.gz'))
    ? (await stat(tables)).mtimeMs
    : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
