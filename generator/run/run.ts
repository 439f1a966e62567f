import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Campaign } from '../../campaigns/campaign.ts';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { checkCsv, checkReport } from '../../campaigns/directory/check-report.ts';
import { type Directory, type Station, stationKey } from '../../campaigns/directory/station.ts';
import { type FileLock, tryFileLock } from '../../campaigns/files/file-lock-fs.ts';
import { writeWholeText } from '../../campaigns/files/whole-file-fs.ts';
import type { Manifest, ManifestFile } from '../../campaigns/manifest.ts';
import { loadOwnFields } from '../../campaigns/print/own-fields/own-fields-fs.ts';
import { artworkById, onDemandArtworks, usualArtworks } from '../artwork/catalogue.ts';
import type { Config } from '../config.ts';
import { loadFonts } from '../layout/fonts-fs.ts';
import { checkMade } from './check-made-fs.ts';
import {
  type DistrictJob,
  type Fault,
  type FromWorker,
  type JobResult,
  type ToWorker,
  unfinishedFolder,
  type WorkerData,
} from './job.ts';
import { type Journal, openJournal } from './journal-fs.ts';
import { boardReads, kitFiles, kitInput, planOnDemand } from './kit-plan.ts';
import { createAtOnce, openMaker } from './make-at-once.ts';
import {
  listEntries,
  mergeManifest,
  readManifest,
  writeKitPlan,
  writeManifest,
} from './manifest-fs.ts';
import { openOnDemandServer } from './on-demand-server.ts';
import { type Options, usualFormats } from './options.ts';
import { openJobs, type Plan } from './plan.ts';
import { endPool, type Pool, runJobs, startPool } from './pool.ts';
import { createProgress } from './progress.ts';
import { countFiles, countTargets, planSelection, selectStations } from './selection.ts';
import { layOutShared, openSources } from './shared-layout.ts';
import { openDirectory, openRegistry } from './sources-fs.ts';

export interface Outcome {
  made: number;
  fresh: number;
  removed: number;
  faults: Fault[];
  seconds: number;
  sheet: string | null;
}

export interface Run {
  config: Config;
  options: Options;
  out: string;
  signal: AbortSignal;
  progress: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;
  /** Called before the first file is made: until then there is nothing to bring to an end. */
  onMaking?: () => void;
}

/** Makes what is missing or no longer true of a selection, and the manifest of all. */
export async function generate(run: Run): Promise<Outcome> {
  const started = performance.now();
  const { config, options, out } = run;
  const campaign = loadCampaign(config.campaign, config.published);
  const directory = openDirectory(config);
  const selected = selectStations(directory, options);
  const lock = lockFolder(out);
  let workers: Pool | undefined;
  try {
    removeUnfinished(out);
    const earlier = readManifest(out);
    const journal = openJournal(out);
    const artworks = options.artworks.map((id) => artworkById(id, campaign));
    const layouts = layOutShared(artworks, campaign, openSources(config.published));
    const startWorkers = () => {
      const names = Array.from({ length: countThreads(config, selected) }, (_, at) => at);
      const data = names.map((at): WorkerData => ({ campaign, out, name: `${process.pid}-${at}` }));
      return startPool(new URL('./worker.ts', import.meta.url), data);
    };
    // Threads take longer to load than a few stations to make.
    const isSmall = options.stations.length > 0 && selected.length <= fewStations;
    // Where something will have to be made the threads start at once and load while the artwork is laid out.
    if (!isSmall && (options.force || earlier === undefined || options.stations.length > 0))
      workers = startWorkers();
    const registry = await openRegistry(config, selected);
    const sources = { campaign, directory, registry, layouts: await layouts };
    const ownFields = loadOwnFields(config.published);
    const isFresh = options.force ? () => false : journal.isFresh;
    const plan = planSelection({ ...sources, ownFields, selected, options, isFresh });
    const jobs = openJobs(plan, directory, {
      isFresh,
      sha256: (path) => journal.get(path)?.sha256,
    });
    let results: Pick<Outcome, 'made' | 'faults'> = { made: 0, faults: [] };
    if (jobs.length > 0) {
      if (!isSmall) workers ??= startWorkers();
      results = await makeAll(jobs, workers, run, { ...sources, plan, journal, out });
    }
    writeNamesToCheck(directory, out);
    const whole = isWhole(options);
    if (whole) {
      const files = [...kitFiles(plan), ...planOnDemand(kitInput(campaign, directory, registry))];
      const reads = boardReads(campaign, loadFonts());
      writeKitPlan(out, { campaign: campaign.id, reads, files });
    }
    const complete = !run.signal.aborted;
    const removed = finishRun({ campaign, plan, journal, earlier, out, whole, complete });
    const found = complete
      ? await checkMade({ plan, journal, out }, { ...sources, ownFields, fonts: loadFonts() })
      : [];
    let sheet: string | null = null;
    if (options.contactSheet) {
      const { writeContactSheet } = await import('./contact-sheet.ts');
      sheet = await writeContactSheet({ ...sources, stations: selected, out });
    }
    return {
      made: results.made,
      faults: [...results.faults, ...found],
      fresh: Math.max(0, countTargets(plan) - countFiles(jobs)),
      removed,
      seconds: (performance.now() - started) / 1000,
      sheet,
    };
  } finally {
    // Threads that wait for work would keep a run alive that has failed.
    if (workers !== undefined) await endPool(workers);
    removeUnfinished(out);
    lock.release();
  }
}

const fewStations = 8;

/** A job is a district. */
function countThreads({ threads }: Config, selected: readonly Station[]): number {
  return Math.min(threads, new Set(selected.map(({ district }) => district)).size);
}

/** Runs the jobs behind a progress bar; a file that somebody asks for meanwhile is made at once. */
async function makeAll(
  jobs: readonly DistrictJob[],
  workers: Pool | undefined,
  { signal, progress, onMaking }: Run,
  atOnce: Parameters<typeof createAtOnce>[0],
): Promise<Pick<Outcome, 'made' | 'faults'>> {
  onMaking?.();
  const total = countFiles(jobs);
  const bar = createProgress(total, progress);
  const results = { made: 0, faults: [] as Fault[] };
  let done = 0;
  const makeHere = openMaker(atOnce);
  const onDemand = await openOnDemandServer(atOnce.out, {
    progress: () => ({ made: done, total }),
    make: createAtOnce(atOnce, makeHere),
  });
  const advance = (files: number) => {
    done += files;
    bar.advance(files);
  };
  const take = ({ made, faults }: JobResult) => {
    atOnce.journal.append(made);
    results.made += made.length;
    results.faults.push(...faults);
  };
  const largestFirst = [...jobs].sort((a, b) => b.stations.length - a.stations.length);
  const isOver = () => signal.aborted || results.faults.some(({ fatal }) => fatal);
  const next = () => (isOver() ? undefined : largestFirst.shift());
  if (workers === undefined) {
    for (let job = next(); job !== undefined; job = next()) take(await makeHere(job, advance));
  } else {
    const { layouts } = atOnce;
    for (const thread of workers.threads)
      thread.postMessage({ kind: 'layouts', layouts } satisfies ToWorker);
    await runJobs(workers, next, (message: FromWorker) => {
      if (message.kind === 'progress') advance(message.files);
      else take(message.result);
      return message.kind === 'done';
    });
  }
  bar.end();
  onDemand.close();
  return results;
}

function removeUnfinished(out: string): void {
  rmSync(join(out, unfinishedFolder), { recursive: true, force: true });
}

/** Lets one run at a time write into a folder. @throws when another run is at work there */
function lockFolder(out: string): FileLock {
  const lock = tryFileLock(join(out, '.run.lock'));
  if (lock === null) throw new Error(`Another run is writing into ${out}; wait for it or stop it.`);
  return lock;
}

/** Writes the names that districts still have to check, as a table that opens in a spreadsheet. */
function writeNamesToCheck(directory: Directory, out: string): void {
  writeWholeText(join(out, 'names-to-check.csv'), checkCsv(checkReport(directory)));
}

/** True when the run covers all that the generator makes by default, so that other files are left-overs. */
function isWhole({ districts, stations, artworks: chosen, formats, kinds }: Options): boolean {
  return (
    districts.length === 0 &&
    stations.length === 0 &&
    usualArtworks.every(({ id }) => chosen.includes(id)) &&
    usualFormats.every((format) => formats.includes(format)) &&
    kinds === undefined
  );
}

/**
 * Writes the manifest of what is there, and after a whole run removes files that no longer belong.
 * @returns how many files were removed
 */
export function finishRun(end: {
  campaign: Campaign;
  plan: Plan;
  journal: Journal;
  earlier: Manifest | undefined;
  out: string;
  whole: boolean;
  complete: boolean;
}): number {
  const { campaign, plan, journal, earlier, out } = end;
  const planned = [
    ...plan.stations.flatMap((station) => station.planned),
    ...plan.districts.flatMap(({ ticket, zip }) => [ticket, zip].filter((each) => each !== null)),
  ];
  const entries = listEntries(planned, journal);
  const belongs = new Set(planned.map(({ target }) => target.path));
  const stations = new Set(plan.stations.map(({ station }) => stationKey(station)));
  const onDemand = new Set(onDemandArtworks.map(({ id }) => id));
  const isAsked = ({ artwork, district, station }: ManifestFile) =>
    station !== null &&
    onDemand.has(artwork) &&
    stations.has(stationKey({ district, id: station }));
  const gone =
    end.whole && end.complete
      ? (earlier?.files ?? []).filter((file) => !belongs.has(file.path) && !isAsked(file))
      : [];
  for (const { path } of gone) rmSync(join(out, path), { force: true });
  const gonePaths = new Set(gone.map(({ path }) => path));
  const manifest = mergeManifest(campaign.id, earlier, entries, ({ path }) => gonePaths.has(path));
  writeManifest(out, manifest);
  const listed = new Set(manifest.files.map(({ path }) => path));
  journal.compact((path) => listed.has(path));
  return gone.length;
}
