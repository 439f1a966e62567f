import type { Queryable } from '../transaction.ts';

export interface MadeBackup {
  madeAt: Date;
  folder: string;
  encrypted: boolean;
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
  made: { folder: string; encrypted: boolean; rows: number; files: number },
): Promise<void> {
  await database.query(
    'INSERT INTO backup_made (folder, encrypted, row_count, file_count) VALUES ($1, $2, $3, $4)',
    [made.folder, made.encrypted, made.rows, made.files],
  );
}

export async function findLastBackup(database: Queryable): Promise<MadeBackup | undefined> {
  const { rows } = await database.query<MadeBackup>(
    'SELECT made_at AS "madeAt", folder, encrypted FROM backup_made ORDER BY made_at DESC, id DESC LIMIT 1',
  );
  return rows[0];
}

export async function noteDrill(
  database: Queryable,
  drill: Omit<Drill, 'drilledAt'>,
): Promise<void> {
  await database.query(
    'INSERT INTO restore_drill (backup_of, row_count, file_count, seconds, fault) VALUES ($1, $2, $3, $4, $5)',
    [drill.backupOf, drill.rows, drill.files, drill.seconds, drill.fault],
  );
}

export async function findLastDrill(database: Queryable): Promise<Drill | undefined> {
  const { rows } = await database.query<Drill>(
    `SELECT drilled_at AS "drilledAt", backup_of AS "backupOf", row_count::float8 AS rows, file_count AS files,
       seconds, fault FROM restore_drill ORDER BY drilled_at DESC, id DESC LIMIT 1`,
  );
  return rows[0];
}
