import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { cacheFolder } from '../../campaigns/files/cache-folder.ts';
import { writeWholeParts } from '../../campaigns/files/whole-file-fs.ts';
import type { Drawn, Size } from '../preview/base.ts';
import { type DrawSheet, drawSheet, type Sheet } from '../preview/sheet.ts';
import { createCodeReader } from './code-hash-fs.ts';

/** A sheet is some 60 kB; a campaign has some forty. */
const mostKept = 400;

/**
 * Draws sheets and keeps them on disk: what all stations share is drawn once for all runs and threads, and not in each
 * of them for a second. A file is found by all that it was drawn from, code included. One that is damaged is drawn
 * again; where the folder cannot be written, nothing is kept.
 */
export function cacheSheets(folder = join(cacheFolder(process.env), 'sheets')): DrawSheet {
  return (drawn, size) => {
    const name = makeName(drawn, size);
    const kept = readSheet(join(folder, name), size);
    if (kept !== undefined) return kept;
    const sheet = drawSheet(drawn, size);
    try {
      mkdirSync(folder, { recursive: true });
      writeWholeParts(join(folder, name), packed(sheet));
      dropOldest(folder);
    } catch {
      // It is drawn again the next time.
    }
    return sheet;
  };
}

let code: string | undefined;

/** Hash of the drawing code: the same for all sheets of a process. */
function codeHash(): string {
  code ??= createCodeReader(join(import.meta.dirname, '..'))(['preview/sheet.ts']).hash;
  return code;
}

function makeName(drawn: readonly Drawn[], { width, height }: Size): string {
  const hash = createHash('sha256').update(`${codeHash()} ${width} ${height}`);
  for (const { edges, colour } of drawn) hash.update(`\n${colour} `).update(edges);
  return hash.digest('hex');
}

type Head = Omit<Sheet, 'rows'> & { sha256: string };

function packed({ inks, pairs, rows }: Sheet): Buffer[] {
  const sha256 = createHash('sha256').update(rows).digest('hex');
  const head = JSON.stringify({ inks, pairs, sha256 } satisfies Head);
  return [Buffer.from(`${head}\n`), deflateRawSync(rows, { level: 3 })];
}

function readSheet(path: string, { width, height }: Size): Sheet | undefined {
  try {
    const file = readFileSync(path);
    const end = file.indexOf('\n');
    const { inks, pairs, sha256 } = JSON.parse(file.toString('utf8', 0, end)) as Head;
    const length = (width + 1) * height;
    const rows = new Uint8Array(
      inflateRawSync(file.subarray(end + 1), { maxOutputLength: length }),
    );
    const isWhole = createHash('sha256').update(rows).digest('hex') === sha256;
    return isWhole ? { inks, pairs, rows } : undefined;
  } catch {
    return undefined;
  }
}

function dropOldest(folder: string): void {
  const names = readdirSync(folder);
  if (names.length <= mostKept) return;
  const byAge = names
    .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { name } of byAge.slice(mostKept)) rmSync(join(folder, name), { force: true });
}
