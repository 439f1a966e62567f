import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFileLock } from '../files/file-lock-fs.ts';
import { writeWholeFile } from '../files/whole-file-fs.ts';
import {
  type Assignment,
  assignSerials,
  buildRegistry,
  campaignBlocks,
  type Owner,
  ownerKey,
  type Registry,
} from './registry.ts';
import { formatRegistry, parseRegistry } from './registry-csv.ts';
import { rangesIn } from './serials.ts';

/** Name of the file below `DATA_DIR` that grows on a machine: stations by override, and blasts of earlier versions. */
export const grownFileName = 'codes.csv';

/**
 * Reads the campaign's committed `codes.csv` and, where it exists, the installation's grown file over it.
 * @throws with file and row, when a line is wrong or a serial occurs twice
 */
export function loadRegistry(from: { campaignFolder: string; grownFile?: string }): Registry {
  const committedFile = join(from.campaignFolder, 'codes.csv');
  const committed = parseRegistry(readFileSync(committedFile, 'utf8'), committedFile, 'committed');
  if (from.grownFile === undefined || !existsSync(from.grownFile)) return buildRegistry(committed);
  const grown = parseRegistry(
    readFileSync(from.grownFile, 'utf8'),
    from.grownFile,
    'grown',
    campaignBlocks(committed),
  );
  return buildRegistry(committed, grown);
}

const lockTimeoutMs = 10_000;

/**
 * Gives serials to owners that have none in the grown file and returns the lines of all owners asked for.
 * Several processes may call it at once; a file is either the old one or the whole new one. Ask
 * `registry.has(owner)` first: owners of the committed file need no second serial.
 * @param blocks of the campaign
 * @param others lines of other machines' files, which go into this one first where neither serial nor owner is in it
 * @throws NoSerialLeft
 */
export async function growRegistry(
  file: string,
  owners: readonly Owner[],
  { blocks, others = [] }: { blocks: readonly number[]; others?: readonly Assignment[] },
): Promise<Assignment[]> {
  return withFileLock(`${file}.lock`, lockTimeoutMs, async () => {
    const own = existsSync(file)
      ? parseRegistry(await readFile(file, 'utf8'), file, 'grown', blocks)
      : [];
    const serials = new Set(own.map(({ serial }) => serial));
    const known = new Set(own.map(({ owner }) => ownerKey(owner)));
    const theirs: Assignment[] = [];
    for (const other of others) {
      const key = ownerKey(other.owner);
      if (serials.has(other.serial) || known.has(key)) continue;
      known.add(key);
      theirs.push(other);
    }
    const existing = [...own, ...theirs];
    const added = assignSerials(existing, owners, rangesIn('grown', blocks));
    const all = [...existing, ...added];
    if (all.length > own.length) await writeWholeFile(file, formatRegistry(all, 'grown'));
    const wantedKeys = new Set(owners.map(ownerKey));
    return all.filter(({ owner }) => wantedKeys.has(ownerKey(owner)));
  });
}
