import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { explain } from '../../../../campaigns/command/run-command.ts';
import { isPractice } from '../../../../campaigns/practice-fs.ts';
import { verifyAudit } from '../audit-log-sql.ts';
import { openDatabase } from '../database.ts';
import { notePractice } from '../identity/note-fs.ts';
import { restore } from './backup.ts';
import { type Drill, noteDrill } from './backups-sql.ts';
import { countRows, findShortfall } from './shortfall.ts';

export interface DrillPlace {
  databaseUrl: string | undefined;
  dataDir: string;
  authSecret?: string | undefined;
}

/** Postgres does not let the installation's role make databases. */
const notAllowed = '42501';

/**
 * Restores a backup beside the running installation, in a separate database and folder: every file against its hash, every
 * table against the backup's own count, the audit log by its chain. Both are thrown away, and the outcome is noted.
 * @param pool of the running installation
 */
export async function holdDrill(
  pool: Pool,
  place: DrillPlace,
  backup: { folder: string; passphrase: string | undefined },
): Promise<Omit<Drill, 'drilledAt'>> {
  const startedMs = performance.now();
  const whole = await restoreBeside(pool, place, backup).catch((error: unknown) => ({
    backupOf: null,
    rows: 0,
    files: 0,
    fault: explain(error),
  }));
  const drill = { ...whole, seconds: (performance.now() - startedMs) / 1000 };
  await noteDrill(pool, drill);
  return drill;
}

async function restoreBeside(
  pool: Pool,
  { databaseUrl, dataDir, authSecret }: DrillPlace,
  { folder, passphrase }: { folder: string; passphrase: string | undefined },
): Promise<Omit<Drill, 'drilledAt' | 'seconds'>> {
  // No backup takes along what is there.
  const cache = join(dataDir, 'cache');
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'drill-'));
  const name = `outreach_drill_${process.pid}`;
  const url = databaseUrl === undefined ? undefined : await makeDatabase(pool, databaseUrl, name);
  if (isPractice(dataDir)) notePractice(join(work, 'data'));
  const target = { databaseUrl: url, dataDir: join(work, 'data'), authSecret };
  try {
    // The log is judged below, and noted as a fault.
    const backup = await restore(folder, target, { passphrase, withLoss: true });
    const { createdAt, files } = backup;
    const restored = await openDatabase({ url, dataDir: target.dataDir });
    const { kind } = await verifyAudit(restored.pool).finally(restored.close);
    return {
      backupOf: new Date(createdAt),
      rows: countRows(backup),
      files: files.length,
      fault:
        kind === 'whole'
          ? await findShortfall(pool, backup, { folder, passphrase })
          : 'the audit log in it is broken',
    };
  } finally {
    if (url !== undefined) await pool.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    rmSync(work, { recursive: true, force: true });
  }
}

/** A database on the same server; undefined, for an embedded one, where the role may make none. */
async function makeDatabase(
  pool: Pool,
  databaseUrl: string,
  name: string,
): Promise<string | undefined> {
  try {
    await pool.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  } catch (error) {
    if ((error as { code?: string }).code === notAllowed) return undefined;
    throw error;
  }
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}
