import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { checkCsv, checkReport } from '../../campaigns/directory/check-report.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import { type FileLock, tryFileLock } from '../../campaigns/files/file-lock-fs.ts';
import { writeWholeText } from '../../campaigns/files/whole-file-fs.ts';
import { loadOwnFields } from '../../campaigns/own-fields/own-fields-fs.ts';
import { findEmblemFile } from '../../campaigns/published-fs.ts';
import { artworkById, usualArtworks } from '../artwork/catalogue.ts';
import type { Config } from '../config.ts';
import { loadFonts } from '../layout/fonts-fs.ts';
import { loadPictures } from '../layout/pictures-fs.ts';
import { coatedIntent } from '../print/output-intent-fs.ts';
import { type DistrictJob, type Fault, type JobResult, unfinishedFolder } from './job.ts';
import { openJournal } from './journal-fs.ts';
import { kitFiles, planOnDemand } from './kit-plan.ts';
import { createAtOnce } from './make-at-once.ts';
import { readManifest, writeKitPlan } from './manifest-fs.ts';
import { openOnDemandServer } from './on-demand-server.ts';
import { openJobs } from './open-jobs.ts';
import { type Options, usualFormats } from './options.ts';
import { countFiles, countTargets, planSelection } from './plan-selection.ts';
import { type Pool, startPool } from './pool.ts';
import { createProgress } from './progress.ts';
import { selectStations } from './selection.ts';
import { settle } from './settle-fs.ts';
import { layOutShared } from './shared-layout.ts';
import { openDirectory, openRegistry } from './sources-fs.ts';
import { kitInput } from './write-plan.ts';

export type Outcome = {
  made: number;
  fresh: number;
  removed: number;
  faults: Fault[];
  seconds: number;
  sheet: string | null;
};

export type Run = {
  config: Config;
  options: Options;
  out: string;
  signal: AbortSignal;
  progress: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;
};

/** Makes what is missing or no longer true of a selection, and the manifest of all. */
export async function generate({
  config,
  options,
  out,
  signal,
  progress: stream,
}: Run): Promise<Outcome> {
  const started = performance.now();
  const campaign = loadCampaign(config.campaign, config.published);
  const directory = openDirectory(config);
  const selected = selectStations(directory, options);
  const lock = lockFolder(out);
  let pool: Pool | undefined;
  try {
    rmSync(join(out, unfinishedFolder), { recursive: true, force: true });
    const earlier = readManifest(out);
    const journal = openJournal(out);
    const layouts = layOutShared(options.artworks.map(artworkById), campaign, {
      fonts: loadFonts(),
      pictures: loadPictures(findEmblemFile(config.published)),
      intent: coatedIntent(),
    });
    // Where something will have to be made the threads start at once and load while the artwork is laid out.
    const early = options.force || earlier === undefined || options.stations.length > 0;
    // A job is a district.
    const threads = Math.min(
      config.threads,
      new Set(selected.map(({ district }) => district)).size,
    );
    const startWorkers = () => startPool(threads, { campaign, out }, layouts);
    pool = early ? startWorkers() : undefined;
    const registry = await openRegistry(config, selected);
    const plan = planSelection({
      campaign,
      directory,
      registry,
      ownFields: loadOwnFields(config.published.ownFieldsFolder),
      selected,
      options,
      layouts: await layouts,
    });
    const jobs = openJobs(plan, directory, {
      isFresh: options.force ? () => false : journal.isFresh,
      sha256: (path) => journal.get(path)?.sha256,
    });
    const outcome: Outcome = { made: 0, fresh: 0, removed: 0, faults: [], seconds: 0, sheet: null };
    if (jobs.length > 0) {
      await makeAll(jobs, {
        workers: pool ?? startWorkers(),
        stream,
        signal,
        atOnce: { campaign, directory, plan, journal, layouts: await layouts, out },
        take({ made, faults }) {
          journal.append(made);
          outcome.made += made.length;
          outcome.faults.push(...faults);
        },
      });
    }
    writeNamesToCheck(directory, out);
    if (isWhole(options)) {
      const files = [...kitFiles(plan), ...planOnDemand(kitInput(campaign, directory, registry))];
      writeKitPlan(out, { campaign: campaign.id, files });
    }
    outcome.fresh = Math.max(0, countTargets(plan) - countFiles(jobs));
    outcome.removed = settle({
      campaign,
      plan,
      journal,
      earlier,
      out,
      whole: isWhole(options),
      complete: !signal.aborted,
    });
    if (options.contactSheet) {
      const { writeContactSheet } = await import('./contact-sheet.ts');
      outcome.sheet = await writeContactSheet({
        campaign,
        directory,
        registry,
        stations: selected,
        layouts: await layouts,
        out,
      });
    }
    outcome.seconds = (performance.now() - started) / 1000;
    return outcome;
  } finally {
    // Threads that wait for work would keep a run alive that has failed.
    await pool?.close();
    rmSync(join(out, unfinishedFolder), { recursive: true, force: true });
    lock.release();
  }
}

/** Runs the jobs behind a progress bar; a file that somebody asks for meanwhile is made at once. */
async function makeAll(
  jobs: readonly DistrictJob[],
  run: {
    workers: Pool;
    stream: Run['progress'];
    signal: AbortSignal;
    atOnce: Parameters<typeof createAtOnce>[0];
    take(result: JobResult): void;
  },
): Promise<void> {
  const { workers, signal, atOnce } = run;
  const total = countFiles(jobs);
  const bar = createProgress(total, run.stream);
  let made = 0;
  const onDemand = await openOnDemandServer(atOnce.out, {
    progress: () => ({ made, total }),
    make: createAtOnce(atOnce),
  });
  signal.addEventListener('abort', () => workers.stop());
  if (signal.aborted) workers.stop();
  await workers.run(jobs, {
    files(count) {
      made += count;
      bar.advance(count);
    },
    result: run.take,
  });
  bar.end();
  onDemand.close();
  await workers.close();
}

/** Lets one run at a time write into a folder. @throws when another run is at work there */
function lockFolder(out: string): FileLock {
  const lock = tryFileLock(join(out, '.run.lock'));
  if (lock === null) throw new Error(`Another run is writing into ${out}; wait for it or stop it.`);
  return lock;
}

/** What every district must still look at, as a table that opens in a spreadsheet. */
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
