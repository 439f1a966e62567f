import { join } from 'node:path';
import { readListing } from '../../campaigns/files/listing-fs.ts';
import { writeWholeText } from '../../campaigns/files/whole-file-fs.ts';
import {
  type KitPlan,
  type Manifest,
  type ManifestFile,
  manifestSchema,
} from '../../campaigns/manifest.ts';
import type { Journal } from './journal-fs.ts';
import type { Planned } from './plan.ts';

const fileName = 'manifest.json';

export function readManifest(out: string): Manifest | undefined {
  return readListing(join(out, fileName), manifestSchema);
}

/**
 * Joins a run's files with those of earlier runs: a path is listed once, the newer entry wins. `isGone` says
 * which earlier entries no longer belong.
 */
export function mergeManifest(
  campaign: string,
  earlier: Manifest | undefined,
  entries: readonly ManifestFile[],
  isGone: (file: ManifestFile) => boolean,
): Manifest {
  const kept = earlier?.campaign === campaign ? earlier.files.filter((file) => !isGone(file)) : [];
  const byPath = new Map([...kept, ...entries].map((file) => [file.path, file]));
  const files = [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { campaign, files };
}

/** Writes the manifest whole, one file a line, and only when it says something new. */
export function writeManifest(out: string, { campaign, files }: Manifest): void {
  writeWholeText(join(out, fileName), fileLines({ campaign, files }));
}

/** Writes what the whole kit will hold, so that pages can be built before it is made. */
export function writeKitPlan(out: string, plan: KitPlan): void {
  writeWholeText(join(out, 'plan.json'), fileLines(plan));
}

function fileLines({ campaign, reads, files }: KitPlan): string {
  const lines = files.map((file) => `    ${JSON.stringify(file)}`).join(',\n');
  const distances = reads === undefined ? '' : `  "reads": ${JSON.stringify(reads)},\n`;
  return `{\n  "campaign": ${JSON.stringify(campaign)},\n${distances}  "files": [\n${lines}\n  ]\n}\n`;
}

/** Manifest entries of planned files that have been made from today's inputs. */
export function listEntries(
  planned: readonly Planned[],
  journal: Pick<Journal, 'get'>,
): ManifestFile[] {
  return planned.flatMap(({ target, entry }) => {
    const made = journal.get(target.path);
    if (made?.inputs !== target.inputs) return [];
    const { bytes, sha256, crc32 } = made;
    return [{ ...entry, bytes, sha256, ...(crc32 === undefined ? {} : { crc32 }) }];
  });
}
