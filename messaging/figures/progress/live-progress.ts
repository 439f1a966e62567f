import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { minuteMs } from '../../../campaigns/durations.ts';
import { writeWholeFile } from '../../../campaigns/files/whole-file-fs.ts';
import { addDays, type Day } from '../../../campaigns/tracker/clock.ts';
import { type ProgressFile, progressFileName } from '../../../campaigns/tracker/progress-file.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { repeat } from '../../platform/process/repeat.ts';
import { keepDay } from './kept-days.ts';
import { loadProgress, type ProgressSource } from './progress-data.ts';
import { countScansBeside } from './visits-sql.ts';

/** The progress as it was last built. */
export interface BuiltProgress {
  file: ProgressFile;
  json: string;
  /** Hash of the figures, without the time at which they were built. */
  etag: string;
}

export interface LiveProgress {
  /** @throws when there is none yet and the database does not answer */
  current(): Promise<BuiltProgress>;
  /** Calls back with each new state; returns what stops it. */
  subscribe(listener: (built: BuiltProgress) => void): () => void;
  stop(): Promise<void>;
}

export interface LiveProgressOptions extends ProgressSource {
  clock: Clock;
  /** Where the file is rewritten with every state, for a site that is built or served without the service. */
  dataDir?: string;
  pauseMs?: number;
  /** Scans and messages alone never make it work more often than this. */
  flowPauseMs?: number;
  onTrouble?: (error: Error) => void;
}

/** A day is kept again at the most so often while its figures move. */
const keepPauseMs = 10 * minuteMs;

/**
 * Keeps the progress up to date: checks each second whether any process changed something, and rebuilds it. What
 * was built last is answered at once, also while the database is away.
 */
export function startLiveProgress(options: LiveProgressOptions): LiveProgress {
  const { pool, clock, registry, pauseMs = 1000, flowPauseMs = 3000 } = options;
  const listeners = new Set<(built: BuiltProgress) => void>();
  let built: BuiltProgress | undefined;
  let seen: ProgressVersion | undefined;
  let builtAtMs = Number.NEGATIVE_INFINITY;
  let keptAtMs = Number.NEGATIVE_INFINITY;
  const looks = repeat(look, { pauseMs, onTrouble: (error) => options.onTrouble?.(error) });
  void looks.run();

  async function look(): Promise<void> {
    const version = await readVersion(pool, clock.today());
    if (!isDue(version)) return;
    if (registry !== undefined) await countScansBeside(pool, registry(), clock.now());
    const file = await loadProgress(options, { today: version.today, now: new Date() });
    // The last figures of a day are known as it ends.
    if (built !== undefined && built.file.today < version.today) await keepDay(pool, built.file);
    seen = version;
    builtAtMs = performance.now();
    const { generatedAt, ...figures } = file;
    const etag = `"${createHash('sha256').update(JSON.stringify(figures)).digest('base64url').slice(0, 22)}"`;
    if (etag === built?.etag) return;
    built = { file, json: JSON.stringify(file), etag };
    for (const listener of listeners) listener(built);
    const { dataDir } = options;
    if (dataDir !== undefined) {
      await mkdir(dataDir, { recursive: true });
      await writeWholeFile(join(dataDir, progressFileName), built.json, 0o600);
    }
    if (performance.now() - keptAtMs < keepPauseMs) return;
    keptAtMs = performance.now();
    await keepDay(pool, file);
  }

  function isDue(version: ProgressVersion): boolean {
    if (seen === undefined) return true;
    if (version.version !== seen.version || version.today !== seen.today) return true;
    const moved =
      version.scans !== seen.scans ||
      version.phone !== seen.phone ||
      version.installs !== seen.installs;
    return moved && performance.now() - builtAtMs >= flowPauseMs;
  }

  return {
    async current() {
      if (built === undefined) await looks.idle();
      if (built === undefined) await look();
      if (built === undefined) throw new Error('Expected the progress to be built, got none');
      return built;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: looks.stop,
  };
}

/** Version of the figures; equal ones mean that nothing changed. */
interface ProgressVersion {
  /** Moves with every activity, report and operator's report. */
  version: number;
  /** Scans of today and yesterday. */
  scans: number;
  /** The same of messages and calls: sent, and arrived. */
  phone: number;
  /** Installs that the app reported today and yesterday. */
  installs: number;
  /** The campaign's today. */
  today: Day;
}

/** Asks in one quick statement, so that every process can do so each second. */
export async function readVersion(database: Queryable, clockToday: Day): Promise<ProgressVersion> {
  const { rows } = await database.query<{
    version: string;
    scans: number;
    phone: number;
    installs: number;
  }>(
    `SELECT version, (
       SELECT coalesce(sum(scans), 0)::int FROM scan_by_district WHERE day >= $1
     ) AS scans, (
       SELECT coalesce(sum(sent + delivered), 0)::float8 FROM phone_day WHERE day >= $1
     ) AS phone, (
       SELECT coalesce(sum(taken), 0)::int FROM install_key_day WHERE day >= $1
     ) AS installs
     FROM progress_version`,
    [addDays(clockToday, -1)],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('Expected one row in `progress_version`, got none');
  return {
    version: Number(row.version),
    scans: row.scans,
    phone: row.phone,
    installs: row.installs,
    today: clockToday,
  };
}
