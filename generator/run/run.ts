import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Campaign } from '../../campaigns/campaign.ts';
import { campaignFolder, loadCampaign } from '../../campaigns/campaign-fs.ts';
import { checkCsv, checkReport } from '../../campaigns/directory/check-report.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import {
  boardStations,
  type Directory,
  type Station,
  stationKey,
  stationsOf,
} from '../../campaigns/directory/station.ts';
import { type FileLock, tryFileLock } from '../../campaigns/files/file-lock-fs.ts';
import { writeWholeText } from '../../campaigns/files/whole-file-fs.ts';
import { zipNote } from '../../campaigns/files/zip-note.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import { grownFileName, growRegistry, loadRegistry } from '../../campaigns/links/registry-fs.ts';
import type { Manifest, ManifestFile } from '../../campaigns/manifest.ts';
import { artworkById, onDemandArtworks, usualArtworks } from '../artwork/catalogue.ts';
import type { Config } from '../config.ts';
import { loadFonts } from '../layout/fonts-fs.ts';
import { loadPictures } from '../layout/pictures-fs.ts';
import { coatedIntent } from '../print/output-intent-fs.ts';
import { createInputHashes } from './input-hash-fs.ts';
import { type DistrictJob, type Fault, unfinishedFolder } from './job.ts';
import { type Journal, openJournal } from './journal-fs.ts';
import { type KitInput, kitFiles, planKit, planOnDemand } from './kit-plan.ts';
import { createAtOnce } from './make-at-once.ts';
import { entriesOf } from './manifest-entries.ts';
import { mergeManifest, readManifest, writeKitPlan, writeManifest } from './manifest-fs.ts';
import { openOnDemandServer } from './on-demand-server.ts';
import { openJobs } from './open-jobs.ts';
import { type Options, usualFormats } from './options.ts';
import { type Plan, planRun } from './plan.ts';
import { startPool } from './pool.ts';
import { createProgress } from './progress.ts';
import { selectStations } from './selection.ts';
import { layOutShared, type SharedLayout } from './shared-layout.ts';
import { createImprints, ownerOfStation } from './station-imprints.ts';

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
  const campaign = loadCampaign(config.campaign);
  const directory = openDirectory(config);
  const selected = selectStations(directory, options);
  const lock = lockFolder(out);
  try {
    rmSync(join(out, unfinishedFolder), { recursive: true, force: true });
    // Read first: a run that could not write its manifest at the end would be in vain.
    const earlier = readManifest(out);
    const journal = openJournal(out);
    const layouts = layOutShared(options.artworks.map(artworkById), campaign, {
      fonts: loadFonts(),
      pictures: loadPictures(),
      intent: coatedIntent(),
    });
    // With nothing made yet the threads start at once and load while the artwork is laid out.
    const early = options.force || earlier === undefined;
    // A job is a district.
    const threads = Math.min(
      config.threads,
      new Set(selected.map(({ district }) => district)).size,
    );
    const startWorkers = () => startPool(threads, { campaign, out }, layouts);
    const pool = early ? startWorkers() : undefined;
    const registry = await openRegistry(config, selected);
    const plan = await planSelection({
      campaign,
      directory,
      registry,
      selected,
      options,
      layouts: await layouts,
    });
    const jobs = openJobs(plan, directory, {
      isFresh: options.force ? () => false : journal.isFresh,
      sha256: (path) => journal.get(path)?.sha256,
    });
    const fileCount = countFiles(jobs);
    const outcome: Outcome = { made: 0, fresh: 0, removed: 0, faults: [], seconds: 0, sheet: null };
    if (jobs.length > 0) {
      const workers = pool ?? startWorkers();
      const bar = createProgress(fileCount, stream);
      let done = 0;
      const onDemand = await openOnDemandServer(out, {
        progress: () => ({ made: done, total: fileCount }),
        make: createAtOnce({ campaign, directory, plan, journal, layouts: await layouts, out }),
      });
      signal.addEventListener('abort', () => workers.stop());
      if (signal.aborted) workers.stop();
      await workers.run(jobs, {
        files(count) {
          done += count;
          bar.advance(count);
        },
        result({ made, faults }) {
          journal.append(made);
          outcome.made += made.length;
          outcome.faults.push(...faults);
        },
      });
      bar.end();
      onDemand.close();
      await workers.close();
    } else {
      await pool?.close();
    }
    writeNamesToCheck(directory, out);
    if (isWhole(options)) {
      const files = [...kitFiles(plan), ...planOnDemand(kitInput(campaign, directory, registry))];
      writeKitPlan(out, { campaign: campaign.id, files });
    }
    outcome.fresh = Math.max(0, countTargets(plan) - fileCount);
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
    lock.release();
  }
}

/** Lets one run at a time write into a folder. @throws when another run is at work there */
function lockFolder(out: string): FileLock {
  const lock = tryFileLock(join(out, '.run.lock'));
  if (lock === null) throw new Error(`Another run is writing into ${out}; wait for it or stop it.`);
  return lock;
}

/** Lists what the whole kit will hold, in a fraction of a second; pages are built from the list. */
export async function writePlan(config: Config, out: string): Promise<number> {
  const campaign = loadCampaign(config.campaign);
  const directory = openDirectory(config);
  const registry = await openRegistry(config, boardStations(directory));
  const input = kitInput(campaign, directory, registry);
  const files = [...planKit(input), ...planOnDemand(input)];
  mkdirSync(out, { recursive: true });
  writeKitPlan(out, { campaign: campaign.id, files });
  return files.length;
}

function kitInput(campaign: Campaign, directory: Directory, registry: Registry): KitInput {
  const imprint = createImprints(campaign, directory, registry);
  return {
    directory,
    has: registry.has,
    imprint: (station, { channel }) => imprint(station, channel),
  };
}

function openDirectory({ overridesDir }: Config): Directory {
  return loadDirectory(overridesDir === undefined ? {} : { overrides: overridesDir });
}

/** The registry, grown first by stations that a district's override added. */
async function openRegistry(config: Config, stations: readonly Station[]): Promise<Registry> {
  const from = {
    campaignFolder: campaignFolder(config.campaign),
    grownFile: join(config.dataDir, grownFileName),
  };
  const registry = loadRegistry(from);
  const without = stations.map(ownerOfStation).filter((owner) => !registry.has(owner));
  if (without.length === 0) return registry;
  mkdirSync(config.dataDir, { recursive: true });
  await growRegistry(from.grownFile, without);
  return loadRegistry(from);
}

async function planSelection(input: {
  campaign: Campaign;
  directory: Directory;
  registry: Registry;
  selected: Station[];
  options: Options;
  layouts: readonly SharedLayout[];
}): Promise<Plan> {
  const { campaign, directory, registry, selected, options, layouts } = input;
  const touched = new Set(selected.map(({ district }) => district));
  const shown = boardStations(directory).filter(
    (station) => touched.has(station.district) && registry.has(ownerOfStation(station)),
  );
  const imprint = createImprints(campaign, directory, registry);
  const chosen = options.artworks.map(artworkById);
  const inputHashes = createInputHashes(chosen, layouts, campaign);
  return planRun({
    directory,
    selected,
    shown,
    artworks: chosen,
    formats: options.formats,
    inputHashes: inputHashes.of,
    ticketBasis: inputHashes.ticket,
    imprint: (station, artwork) => imprint(station, artwork.channel),
    zipNote: (district) =>
      zipNote(campaign, stationsOf({ ...directory, stations: shown }, district)),
  });
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

function countFiles(jobs: readonly DistrictJob[]): number {
  return jobs.reduce(
    (sum, { stations, ticket, zip }) =>
      sum +
      stations.reduce((count, { targets }) => count + targets.length, 0) +
      Number(ticket !== null) +
      Number(zip !== null),
    0,
  );
}

function countTargets({ stations, districts }: Plan): number {
  const own = stations.filter(({ selected }) => selected);
  return (
    own.reduce((sum, { work }) => sum + work.targets.length, 0) +
    districts.reduce(
      (sum, { ticket, zip }) => sum + Number(ticket !== null) + Number(zip !== null),
      0,
    )
  );
}

/** Writes the manifest of what stands there, and after a whole run removes files that no longer belong. */
function settle(end: {
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
  const entries = entriesOf(planned, journal);
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
