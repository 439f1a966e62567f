import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Logger } from 'pino';
import { type FileLock, tryFileLock } from '../../../campaigns/files/file-lock-fs.ts';
import { readListing } from '../../../campaigns/files/listing-fs.ts';
import { readStart } from '../../../campaigns/files/machine-start-fs.ts';
import { makeFolder } from '../../../campaigns/files/sync-fs.ts';
import { writeWholeFile } from '../../../campaigns/files/whole-file-fs.ts';
import { manifestSchema } from '../../../campaigns/manifest.ts';
import { differingStations, loadOwnFields } from '../../../campaigns/own-fields/own-fields-fs.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Module } from '../../platform/http/module.ts';
import { type MadeArtwork, noteVersions } from './artwork-versions-sql.ts';
import { type KitChange, type KitMakerOptions, openKitMaker } from './kit-maker.ts';
import type { LiveKit } from './live-kit-fs.ts';
import { writePublished } from './published-files-fs.ts';
import { type PublishedPart, publishedMark, readAllPublished } from './published-sql.ts';
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
  // What was begun is gone on with after a crash, by whichever process of the data folder is there: it holds the mark of
  // what files and pages have to follow.
  const unfinished = join(dirname(published.campaignFile), '.unfinished');
  let mark = '';
  /** Parts that are published, as this process knows them. */
  let known: ReadonlyMap<PublishedPart, string> = new Map();
  /** The mark that what is being made follows. */
  let following = '';
  /** Held while this process makes what follows: others that share the folder leave it to this one. */
  let making: FileLock | null = null;
  let noted = '';
  /** Press files by their path, as the database was told of them: of a whole kit a run changes a few. */
  let reported: ReadonlyMap<string, MadeArtwork> = new Map();
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
    onDone() {
      // Another process may have written out something newer.
      if (readUnfinished() === following) rmSync(unfinished, { force: true });
      making?.release();
      making = null;
    },
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
    const unreported = [...made].filter(
      ([path, { sha256 }]) => reported.get(path)?.sha256 !== sha256,
    );
    if (unreported.length > 0)
      await noteVersions(
        database.pool,
        unreported.map(([, artwork]) => artwork),
      );
    reported = made;
    noted = latest;
  }

  async function look(): Promise<void> {
    const latest = await publishedMark(database.pool);
    if (latest !== mark) {
      const fieldsBefore = fields;
      const parts = await readAllPublished(database.pool);
      const written = await writePublished(published, parts, () => noteUnfinished(latest));
      // Another process that shares the folder may have written what this one does not know yet.
      const changed = new Set([...written, ...differingParts(parts)]);
      // From here on it is told once: what could not be written out is tried again, what does not fit is not.
      mark = latest;
      known = new Map(parts.map(({ part, content }) => [part, content]));
      if (changed.size > 0) {
        const stations = reload();
        options.onReload?.();
        fields = readFields();
        const campaign = changed.has('campaign') || changed.has('emblem');
        follow({ stations: [...stations, ...differingStations(fieldsBefore, fields)], campaign });
      }
    }
    if (maker.work().step !== 'idle') return;
    if (readUnfinished() === undefined) await noteFiles();
    else follow({ stations: [], campaign: true });
  }

  function reload(): string[] {
    try {
      return live.reload();
    } catch (error) {
      // Nothing follows what does not fit.
      rmSync(unfinished, { force: true });
      throw error;
    }
  }

  const readUnfinished = () =>
    existsSync(unfinished) ? readFileSync(unfinished, 'utf8') : undefined;

  /** Has files and pages follow, unless another process does: should that one end, this one goes on at a next look. */
  function follow(change: KitChange): void {
    const due = readUnfinished();
    if (due === undefined) return;
    making ??= tryFileLock(join(printDir, '.following.lock'));
    if (making === null) return;
    following = due;
    maker.wake(change);
  }

  function differingParts(parts: readonly { part: PublishedPart; content: string }[]) {
    return parts.filter(({ part, content }) => known.get(part) !== content).map(({ part }) => part);
  }

  /** Before the first file is written: one that is there already is not told as a change after a power cut. */
  async function noteUnfinished(due: string): Promise<void> {
    await makeFolder(dirname(unfinished));
    await writeWholeFile(unfinished, due);
  }

  /** What stations fill in, as it is written out; a wrong row is told by the generator. */
  const readFields = () => loadOwnFields(published.ownFieldsFolder, { onFault() {} });

  function lookInTurn(): Promise<void> {
    looking = looking
      .then(look)
      .catch((error) => log.warn(error, 'what was published cannot be read'));
    return looking;
  }

  let fields = readFields();
  let ended = false;
  void database.ready.then(
    () => {
      if (ended) return;
      // Files may be torn after a power cut; the generator compares them.
      if (readUnfinished() === undefined && readStart(printDir) === 'earlier-start')
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
      making?.release();
    },
  };
}
