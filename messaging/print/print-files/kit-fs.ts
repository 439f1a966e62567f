import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { readListedLines, readListing } from '../../../campaigns/files/listing-fs.ts';
import {
  kitPlanSchema,
  type ManifestFile,
  manifestSchema,
  type PlannedFile,
} from '../../../campaigns/manifest.ts';
import { findPressPath } from '../../../campaigns/print/paths.ts';

/** The generator's files by path: those it will make, and those it has made. */
export interface Kit {
  planned(): ReadonlyMap<string, PlannedFile>;
  made(): ReadonlyMap<string, ManifestFile>;
  /** Files made in a run that has not written its manifest yet. */
  add(files: readonly ManifestFile[]): void;
}

/** Reads plan and manifest of a print folder, again whenever they have changed. */
export function openPrintKit(printDir: string): Kit {
  const planned = createReader(join(printDir, 'plan.json'), kitPlanSchema);
  const listed = createReader(join(printDir, 'manifest.json'), manifestSchema);
  let joined:
    | { of: ReadonlyMap<string, ManifestFile>; files: Map<string, ManifestFile> }
    | undefined;
  return {
    planned,
    made() {
      const of = listed();
      // A manifest that was written since knows more than the files that were added meanwhile.
      if (joined?.of !== of) joined = { of, files: new Map(of) };
      return joined.files;
    },
    add(files) {
      this.made();
      for (const file of files) joined?.files.set(file.path, file);
    },
  };
}

function createReader<T extends { path: string }>(
  file: string,
  schema: z.ZodObject<{ files: z.ZodArray<z.ZodType<T>> }>,
): () => ReadonlyMap<string, T> {
  let stamp = '';
  let lines: ReadonlyMap<string, T> = new Map();
  let files: ReadonlyMap<string, T> = new Map();
  return () => {
    const stat = statSync(file, { throwIfNoEntry: false });
    const now = stat === undefined ? '' : `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
    if (now === stamp) return files;
    const read = readListedLines(file, schema.shape.files.element, lines);
    lines = read ?? new Map();
    const listed = read?.values() ?? readListing(file, schema)?.files ?? [];
    files = new Map([...listed].map((each) => [each.path, each]));
    stamp = now;
    return files;
  };
}

/**
 * The press file that a path of the print folder is, or whose artwork it shows large enough to be printed; undefined for previews,
 * proofs, tickets and what belongs to no station.
 */
export function findPressFile(
  path: string,
  made: ReadonlyMap<string, ManifestFile>,
): ManifestFile | undefined {
  const file = made.get(path);
  if (file !== undefined) return file.format === 'pdf' && file.station !== null ? file : undefined;
  return made.get(findPressPath(path) ?? '');
}
