import { join } from 'node:path';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { WrongUse } from '../../campaigns/command/run-command.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { suggest } from '../../campaigns/directory/suggest.ts';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import { loadOwnFields } from '../../campaigns/print/own-fields/own-fields-fs.ts';
import { findEmblemFile } from '../../campaigns/published-fs.ts';
import type { Config } from '../config.ts';
import { findPlaceholders } from '../layout/pictures-fs.ts';
import { readManifest } from '../run/manifest-fs.ts';
import { endPool, runJobs, startPool } from '../run/pool.ts';
import { createProgress } from '../run/progress.ts';
import { campaignFindings } from './campaign-findings.ts';
import type { Finding } from './check-file.ts';
import type { Options } from './options.ts';
import { pressChannels, readShelfFiles } from './shelf-files-fs.ts';

export interface Outcome {
  folder: string;
  campaign: string;
  release: boolean;
  seconds: number;
  /** Files checked, by district. */
  districts: { district: string; files: number }[];
  findings: Finding[];
}

/**
 * Checks all files of a folder's manifest and of its channels' shelves, or a selection.
 * @throws when there is neither, or the selection names nothing in them
 */
export async function preflight(call: {
  config: Config;
  options: Omit<Options, 'folder' | 'json'>;
  folder: string;
  progress: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;
}): Promise<Outcome> {
  const started = performance.now();
  const { config, options, folder, progress } = call;
  const isOnlyShelf = options.channels.length > 0;
  const manifest = isOnlyShelf ? undefined : readManifest(folder);
  const shelf = readShelfFiles(folder, isOnlyShelf ? options.channels : pressChannels);
  const made = manifest?.campaign ?? shelf.campaign;
  if (made === undefined) {
    throw new WrongUse(
      `Expected ${join(folder, isOnlyShelf ? `${options.channels.join(' or ')}/shelf.json` : 'manifest.json')}, got none: run up-cop-outreach generate first`,
    );
  }
  // A campaign that is outside the repository is known by its folder alone.
  const own = loadCampaign(config.campaign, config.published);
  const campaign = own.id === made ? config.campaign : made;
  const files = select([...(manifest?.files ?? []), ...shelf.files], options);
  const bar = createProgress(files.length, progress);
  const findings: Finding[] = campaignFindings(
    {
      campaign: own.id === made ? own : loadCampaign(made, config.published),
      directory: loadDirectory({ campaign, published: config.published }),
      ownFields: loadOwnFields(config.published),
      placeholders: findPlaceholders(findEmblemFile(config.published)),
    },
    files,
    { release: options.release, whole: !isOnlyShelf && options.stations.length === 0 },
  );
  await checkInThreads(files, config.threads, {
    data: { folder, campaign, dataDir: config.dataDir },
    onBatch(batch) {
      findings.push(...batch.findings);
      bar.advance(batch.files);
    },
  });
  bar.end();
  const counts = new Map<string, number>();
  for (const { district } of files) counts.set(district, (counts.get(district) ?? 0) + 1);
  return {
    folder,
    campaign: made,
    release: options.release,
    seconds: (performance.now() - started) / 1000,
    districts: [...counts].map(([district, count]) => ({ district, files: count })),
    findings: findings.sort(byPlace),
  };
}

/** Files of the selection; those of one kind are together, so that what they share stays at hand. */
function select(
  files: readonly ManifestFile[],
  { districts, stations }: Pick<Options, 'districts' | 'stations'>,
): ManifestFile[] {
  const toKey = ({ district, station }: ManifestFile) => `${district}/${station}`;
  expectAll('district', districts, new Set(files.map(({ district }) => district)));
  expectAll('station', stations, new Set(files.map(toKey)));
  const chosen = files.filter(
    (file) =>
      (districts.length === 0 && stations.length === 0) ||
      districts.includes(file.district) ||
      stations.includes(toKey(file)),
  );
  if (chosen.length === 0) throw new Error('Expected files in the manifest, got none');
  return chosen.toSorted((a, b) => a.artwork.localeCompare(b.artwork));
}

function expectAll(option: string, ids: readonly string[], known: ReadonlySet<string>): void {
  for (const id of ids) {
    if (known.has(id)) continue;
    const near = suggest(
      id,
      [...known].map((each) => ({ id: each, nameHi: each, nameEn: each })),
    ).join(', ');
    throw new WrongUse(
      `Expected a ${option} of the manifest for \`--${option}\`, got "${id}"${near === '' ? '' : `. Did you mean ${near}?`}`,
    );
  }
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.severity.localeCompare(b.severity) ||
    a.district.localeCompare(b.district) ||
    (a.file ?? '').localeCompare(b.file ?? '') ||
    (a.page ?? 0) - (b.page ?? 0)
  );
}

export interface WorkerData {
  folder: string;
  campaign: string;
  dataDir: string;
}
export type Batch = readonly ManifestFile[];
export interface CheckedBatch {
  files: number;
  findings: Finding[];
}

/** Files that a thread takes at a time: few enough that all threads end together. */
const batchSize = 12;

/** Checks files on worker threads and hands on each batch as it comes. */
export async function checkInThreads(
  files: Batch,
  threads: number,
  { data, onBatch }: { data: WorkerData; onBatch: (batch: CheckedBatch) => void },
): Promise<void> {
  const left = [...files];
  const count = Math.min(threads, Math.ceil(files.length / batchSize));
  const module = new URL('./worker.ts', import.meta.url);
  const pool = startPool(
    module,
    Array.from({ length: count }, () => data),
  );
  const next = () => (left.length === 0 ? undefined : left.splice(0, batchSize));
  try {
    await runJobs(pool, next, (batch: CheckedBatch) => {
      onBatch(batch);
      return true;
    });
  } finally {
    await endPool(pool);
  }
}
