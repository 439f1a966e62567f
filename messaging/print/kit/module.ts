import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { readListing } from '../../../campaigns/files/listing-fs.ts';
import { readStart } from '../../../campaigns/files/machine-start-fs.ts';
import { manifestSchema } from '../../../campaigns/manifest.ts';
import { listChannelRuns } from '../../../campaigns/shelf.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../platform/database/database.ts';
import { execute } from '../../platform/database/sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { repeat } from '../../platform/process/repeat.ts';
import { keepBoardPictures } from './board-pictures-sql.ts';
import { openFollower } from './follower.ts';
import type { KitMakerOptions } from './kit-maker.ts';
import type { LiveKit } from './live-kit-fs.ts';
import { applyPublishedChanges, type PublishedWatch, readFields } from './published-changes.ts';
import { kitRoutes } from './routes.ts';
import { openUnfinished } from './unfinished-fs.ts';

/** Keeps press files and site up to date with what is published. */
export interface Kit extends Module {
  /** Call it after the commit of what was published: files and pages begin to follow. Resolves once this process knows. */
  changed(): Promise<void>;
  /** Resolves when nothing is being made. */
  idle(): Promise<void>;
}

export interface KitOptions extends Pick<KitMakerOptions, 'generate' | 'buildSite'> {
  config: Pick<Config, 'published' | 'printDir' | 'siteDir'>;
  database: Database;
  live: LiveKit;
  progress(): Promise<{ made: number; total: number } | null>;
  /** Called when campaign, directory or own fields are others than before. */
  onReload?: () => void;
  log: Pick<Logger, 'warn'>;
}

/** Between two looks at what other processes published and made. */
const lookMs = 2000;

export function openKit(options: KitOptions): Kit {
  const { config, database, log } = options;
  const { printDir } = config;
  const watch = createWatch(options);
  const { follower, unfinished } = watch;
  const looks = repeat(() => applyPublishedChanges(watch), {
    pauseMs: lookMs,
    onTrouble: (error) => log.warn(error, 'what was published cannot be read'),
  });

  let ended = false;
  void database.ready.then(
    () => {
      if (ended) return;
      // Files may be torn after a power cut; the generator compares them.
      if (unfinished.read() === undefined && readStart(printDir) === 'earlier-start')
        follower.wake({ stations: [], campaign: false });
      void looks.run();
    },
    () => {},
  );

  return {
    name: 'kit',
    changed: looks.run,
    async idle() {
      await looks.idle();
      await follower.idle();
    },
    register: ({ api }) =>
      addRoutes(api, kitRoutes({ work: follower.work, progress: options.progress })),
    async close() {
      ended = true;
      await looks.stop();
      await follower.close();
    },
  };
}

function createWatch(options: KitOptions): PublishedWatch {
  const { config, database, live, onReload, log } = options;
  const { published, printDir, siteDir } = config;
  const unfinished = openUnfinished(published);
  const noteFiles = createFileNotes(database.pool, printDir);
  const follower = openFollower({
    printDir,
    unfinished,
    generate: options.generate,
    buildSite: options.buildSite,
    has: {
      kit: () => existsSync(join(printDir, 'plan.json')),
      // The earlier one waits to be put back when a power cut came between the two.
      site: () => [siteDir, `${siteDir}.old`].some((dir) => existsSync(join(dir, 'index.html'))),
    },
    channelRuns: () => listChannelRuns(live.campaign),
    onFiles: noteFiles,
    onTrouble: (error) => log.warn(error, 'what follows from a publication was not made'),
  });
  return {
    published,
    database,
    live,
    unfinished,
    follower,
    noteFiles,
    onReload,
    mark: '',
    parts: new Map(),
    fields: readFields(published),
  };
}

/** Notes the press files of the manifest in the database as the present versions, whenever the manifest has changed. */
function createFileNotes(pool: Pool, printDir: string): () => Promise<void> {
  const manifest = join(printDir, 'manifest.json');
  let noted = '';
  /** By their path, as the database was told of them: of a whole kit a run changes a few. */
  let reported: ReadonlyMap<string, MadeArtwork> = new Map();
  return async () => {
    const stat = statSync(manifest, { throwIfNoEntry: false });
    const latest = stat === undefined ? '' : `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
    if (latest === noted) return;
    const made = readPressFiles(manifest);
    const unreported = [...made].filter(
      ([path, { sha256 }]) => reported.get(path)?.sha256 !== sha256,
    );
    if (unreported.length > 0)
      await noteVersions(
        pool,
        unreported.map(([, artwork]) => artwork),
      );
    await keepBoardPictures(pool, printDir);
    reported = made;
    noted = latest;
  };
}

function readPressFiles(manifest: string): Map<string, MadeArtwork> {
  const made = new Map<string, MadeArtwork>();
  for (const file of readListing(manifest, manifestSchema)?.files ?? []) {
    const { district, station, artwork, format, path, sha256 } = file;
    if (station !== null && format === 'pdf')
      made.set(path, { district, station, artwork, sha256 });
  }
  return made;
}

/** A press file of a station as it was made. */
interface MadeArtwork {
  district: string;
  station: string;
  artwork: string;
  sha256: string;
}

/** Any number that nothing else in the database locks. */
const lockKey = 7_522_145;

/**
 * Notes the press files that there are now. What has another hash than the present version supersedes it; a file that is
 * made as it was before becomes the present one again.
 */
export async function noteVersions(pool: Pool, made: readonly MadeArtwork[]): Promise<number> {
  const columns = [
    made.map(({ district }) => district),
    made.map(({ station }) => station),
    made.map(({ artwork }) => artwork),
    made.map(({ sha256 }) => sha256),
  ];
  const latest =
    'unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS latest (district, station, artwork, sha256)';
  return inTransaction(pool, async (tx) => {
    await execute(tx)`SELECT pg_advisory_xact_lock(${lockKey})`;
    await tx.query(
      `UPDATE artwork_version AS old SET superseded_at = now() FROM ${latest}
       WHERE old.district = latest.district AND old.station = latest.station AND old.artwork = latest.artwork
         AND old.superseded_at IS NULL AND old.sha256 <> latest.sha256`,
      columns,
    );
    const { rowCount } = await tx.query(
      `INSERT INTO artwork_version (district, station, artwork, sha256)
       SELECT latest.* FROM ${latest}
       WHERE NOT EXISTS (SELECT FROM artwork_version AS own WHERE own.superseded_at IS NULL
         AND (own.district, own.station, own.artwork, own.sha256)
           = (latest.district, latest.station, latest.artwork, latest.sha256))
       ON CONFLICT (district, station, artwork, sha256)
         DO UPDATE SET superseded_at = NULL, made_at = now()`,
      columns,
    );
    return rowCount ?? 0;
  });
}
