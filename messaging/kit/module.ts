import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Logger } from 'pino';
import { readListing } from '../../campaigns/files/listing-fs.ts';
import { readStart } from '../../campaigns/files/machine-start-fs.ts';
import { makeFolder } from '../../campaigns/files/sync-fs.ts';
import { writeWholeFile } from '../../campaigns/files/whole-file-fs.ts';
import { manifestSchema } from '../../campaigns/manifest.ts';
import { differingStations, loadOwnFields } from '../../campaigns/own-fields/own-fields-fs.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import type { Module } from '../http/module.ts';
import { type MadeArtwork, noteVersions } from './artwork-versions-sql.ts';
import { type KitMakerOptions, openKitMaker } from './kit-maker.ts';
import type { LiveKit } from './live-kit-fs.ts';
import { writePublished } from './published-files-fs.ts';
import { publishedMark, readAllPublished } from './published-sql.ts';
import { registerKit } from './routes.ts';

/** What an installation published, and the files and pages that follow it. */
export interface Kit extends Module {
  /** Call it after the commit of what was published: files and pages begin to follow. Resolves once this process knows. */
  changed(): Promise<void>;
  /** Resolves when nothing is being made. */
  idle(): Promise<void>;
}

/** Between two looks at what other processes published and made. */
const lookMs = 2000;

export function openKit(
  options: {
    config: Pick<Config, 'published' | 'printDir' | 'siteDir'>;
    database: Database;
    live: LiveKit;
    progress(): Promise<{ made: number; total: number } | null>;
    /** Told when campaign, directory or own fields are others than before. */
    onReload?: () => void;
    log: Pick<Logger, 'warn'>;
  } & Pick<KitMakerOptions, 'generate' | 'buildSite'>,
): Kit {
  const { config, database, live, log } = options;
  const { published, printDir, siteDir } = config;
  const manifest = join(printDir, 'manifest.json');
  // What was begun is gone on with after a crash.
  const unfinished = join(dirname(published.campaignFile), '.unfinished');
  let mark = '';
  let noted = '';
  /** Press files by their path, as the database was told of them: of a whole kit a run changes a few. */
  let told: ReadonlyMap<string, MadeArtwork> = new Map();
  let looking: Promise<void> = Promise.resolve();

  const maker = openKitMaker({
    generate: options.generate,
    buildSite: options.buildSite,
    has: {
      kit: () => existsSync(join(printDir, 'plan.json')),
      // The earlier one waits to be put back when a power cut came between the two.
      site: () => [siteDir, `${siteDir}.old`].some((dir) => existsSync(join(dir, 'index.html'))),
    },
    onFiles: noteFiles,
    onDone: () => rmSync(unfinished, { force: true }),
    onTrouble: (error) => log.warn(error, 'what follows from a publication was not made'),
  });

  /** The press files that the manifest speaks of are the present versions. */
  async function noteFiles(): Promise<void> {
    const stat = statSync(manifest, { throwIfNoEntry: false });
    const latest = stat === undefined ? '' : `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
    if (latest === noted) return;
    const files = readListing(manifest, manifestSchema)?.files ?? [];
    const made = new Map<string, MadeArtwork>();
    for (const { district, station, artwork, format, path, sha256 } of files) {
      if (station !== null && format === 'pdf')
        made.set(path, { district, station, artwork, sha256 });
    }
    const untold = [...made].filter(([path, { sha256 }]) => told.get(path)?.sha256 !== sha256);
    if (untold.length > 0)
      await noteVersions(
        database.pool,
        untold.map(([, artwork]) => artwork),
      );
    told = made;
    noted = latest;
  }

  async function look(): Promise<void> {
    const latest = await publishedMark(database.pool);
    if (latest !== mark) {
      const fieldsBefore = readFields();
      const parts = await readAllPublished(database.pool);
      const changed = await writePublished(published, parts, noteUnfinished);
      // From here on it is told once: what could not be written out is tried again, what does not fit is not.
      mark = latest;
      if (changed.length > 0) {
        const stations = live.reload();
        options.onReload?.();
        const campaign = changed.some((part) => part === 'campaign' || part === 'emblem');
        const filledIn = differingStations(fieldsBefore, readFields());
        maker.wake({ stations: [...stations, ...filledIn], campaign });
      }
    }
    if (maker.work().step === 'idle') await noteFiles();
  }

  /** Before the first file is written: one that is there already is not told as a change after a power cut. */
  async function noteUnfinished(): Promise<void> {
    await makeFolder(dirname(unfinished));
    await writeWholeFile(unfinished, '');
  }

  /** What stations fill in, as it is written out; a wrong row is told by the generator. */
  const readFields = () => loadOwnFields(published.ownFieldsFolder, { onFault() {} });

  function lookInTurn(): Promise<void> {
    looking = looking
      .then(look)
      .catch((error) => log.warn(error, 'what was published cannot be read'));
    return looking;
  }

  let ended = false;
  void database.ready.then(
    () => {
      if (ended) return;
      if (existsSync(unfinished)) maker.wake({ stations: [], campaign: true });
      // Files may be torn after a power cut; the generator compares them.
      else if (readStart(printDir) === 'earlier-start')
        maker.wake({ stations: [], campaign: false });
      void lookInTurn();
    },
    () => {},
  );
  const timer = setInterval(() => void lookInTurn(), lookMs).unref();

  return {
    name: 'kit',
    changed: lookInTurn,
    async idle() {
      await looking;
      await maker.idle();
    },
    register: ({ api }) =>
      registerKit(api, {
        work: maker.work,
        progress: options.progress,
      }),
    async close() {
      ended = true;
      clearInterval(timer);
      await looking;
      await maker.close();
    },
  };
}
