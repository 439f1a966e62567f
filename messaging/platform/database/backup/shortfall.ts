import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { continues } from '../identity/identity-sql.ts';
import type { Queryable } from '../transaction.ts';
import { type Backup, readManifest } from './manifest.ts';
import { openStore } from './store.ts';

/** Where a backup is, and the passphrase by which it and those beside it are read. */
export interface BackupPlace {
  folder: string;
  passphrase: string | undefined;
}

export function countRows({ tables }: Pick<Backup, 'tables'>): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

/**
 * Why a backup is less than it should be: its audit log is not that of the database, or it has fewer entries or less than
 * half of the rows of the one before it in the same folder. null where there is nothing to say.
 */
export async function findShortfall(
  database: Queryable,
  backup: Backup,
  place: BackupPlace,
): Promise<string | null> {
  const { installation } = backup;
  if (installation !== null && !(await continues(database, installation.audit)))
    return 'its audit log is not that of this installation';
  const before = await findBefore(backup, place);
  if (before === undefined) return null;
  const compared = [
    { noun: 'audit entries', count: countAudit, share: 1 },
    // Lists whose time is over go, and are many rows.
    { noun: 'rows', count: countRows, share: 0.5 },
  ];
  const less = compared.find(({ count, share }) => count(backup) < share * count(before));
  if (less === undefined) return null;
  const { noun, count } = less;
  return `it has ${count(backup)} ${noun}, the one before, of ${before.createdAt}, has ${count(before)}`;
}

/** Whether an older backup has nothing that the database, of which there is a newer one, lacks. */
export async function isContinued(
  database: Queryable,
  newer: Backup,
  place: BackupPlace,
): Promise<boolean> {
  const older = await tryManifest(place);
  // Unfinished, or of another passphrase: of what is in it nothing can be said.
  if (older === undefined) return true;
  if (older.installation !== null) return continues(database, older.installation.audit);
  return countAudit(older) <= countAudit(newer);
}

async function findBefore(backup: Backup, place: BackupPlace): Promise<Backup | undefined> {
  const parent = dirname(resolve(place.folder));
  const entries = await readdir(parent, { withFileTypes: true });
  const beside = entries.filter(
    (entry) => entry.isDirectory() && join(parent, entry.name) !== resolve(place.folder),
  );
  const found = await Promise.all(
    beside.map(({ name }) => tryManifest({ ...place, folder: join(parent, name) })),
  );
  return found
    .filter((each) => each !== undefined)
    .filter(({ createdAt }) => createdAt < backup.createdAt)
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
}

async function tryManifest({ folder, passphrase }: BackupPlace): Promise<Backup | undefined> {
  try {
    return await readManifest(await openStore(folder, passphrase));
  } catch {
    return undefined;
  }
}

function countAudit({ tables }: Backup): number {
  return tables.find(({ name }) => name === 'audit_entry')?.rows ?? 0;
}
