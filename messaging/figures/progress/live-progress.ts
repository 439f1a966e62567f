import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWholeFile } from '../../../campaigns/files/whole-file-fs.ts';
import { type ProgressFile, progressFileName } from '../../../campaigns/tracker/progress-file.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { repeat } from '../../platform/process/repeat.ts';
import { loadProgress, type ProgressSource } from './progress-data.ts';
import { type ProgressVersion, readVersion } from './progress-version-sql.ts';
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
  const looks = repeat(look, { pauseMs, onTrouble: (error) => options.onTrouble?.(error) });
  void looks.run();

  async function look(): Promise<void> {
    const version = await readVersion(pool, clock.today());
    if (!isDue(version)) return;
    const { today, sample } = version;
    if (registry !== undefined) await countScansBeside(pool, registry(), clock.now());
    const file = await loadProgress(options, { today, now: new Date(), sample });
    seen = version;
    builtAtMs = performance.now();
    const { generatedAt, ...figures } = file;
    const etag = `"${createHash('sha256').update(JSON.stringify(figures)).digest('base64url').slice(0, 22)}"`;
    if (etag === built?.etag) return;
    built = { file, json: JSON.stringify(file), etag };
    for (const listener of listeners) listener(built);
    const { dataDir } = options;
    if (dataDir === undefined) return;
    await mkdir(dataDir, { recursive: true });
    await writeWholeFile(join(dataDir, progressFileName), built.json, 0o600);
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
