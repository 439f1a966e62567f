import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { noteStart, readStart } from '../../campaigns/files/machine-start-fs.ts';
import { writeWholeText } from '../../campaigns/files/whole-file-fs.ts';
import type { Made } from './job.ts';

const fileName = '.made.jsonl';

/**
 * Made files and the inputs they were made from: one line a file, appended as districts end, so that a killed run
 * continues where it was. A torn last line is skipped. Files are written without waiting for the disk: once after each
 * start of the machine, which may have been a power cut, all of them are compared with their hashes.
 */
export interface Journal {
  get(path: string): Made | undefined;
  /** True when the file is there, whole, made from these inputs. */
  isFresh(target: { path: string; inputs: string }): boolean;
  append(made: readonly Made[]): void;
  /** Rewrites the journal with one line a file that is still known. */
  compact(keep: (path: string) => boolean): void;
}

export function openJournal(out: string): Journal {
  mkdirSync(out, { recursive: true });
  const file = join(out, fileName);
  const known = new Map<string, Made>();
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  for (const line of lines) {
    const made = parseLine(line);
    if (made !== undefined) known.set(made.path, made);
  }
  const torn = lines.length > 0 && lines.at(-1) !== '';
  if (torn) appendFileSync(file, '\n');
  if (readStart(out) !== 'this-start') {
    for (const made of [...known.values()]) if (!isAsMade(out, made)) known.delete(made.path);
    writeWholeText(file, toLines(known.values()));
    noteStart(out);
  }
  return {
    get: (path) => known.get(path),
    isFresh({ path, inputs }) {
      const made = known.get(path);
      if (made === undefined || made.inputs !== inputs) return false;
      // Runs of an earlier edition left no checksum, without which a ZIP cannot be streamed.
      if (path.endsWith('.pdf') && made.crc32 === undefined) return false;
      return statSync(join(out, path), { throwIfNoEntry: false })?.size === made.bytes;
    },
    append(made) {
      if (made.length === 0) return;
      for (const each of made) known.set(each.path, each);
      appendFileSync(file, toLines(made));
    },
    compact(keep) {
      for (const path of [...known.keys()]) if (!keep(path)) known.delete(path);
      writeWholeText(file, toLines(known.values()));
    },
  };
}

function toLines(made: Iterable<Made>): string {
  return Array.from(made, (each) => `${JSON.stringify(each)}\n`).join('');
}

function isAsMade(out: string, { path, bytes, sha256 }: Made): boolean {
  const file = join(out, path);
  if (statSync(file, { throwIfNoEntry: false })?.size !== bytes) return false;
  return createHash('sha256').update(readFileSync(file)).digest('hex') === sha256;
}

function parseLine(line: string): Made | undefined {
  if (line === '') return undefined;
  try {
    const made = JSON.parse(line) as Partial<Made> | null;
    return typeof made?.path === 'string' ? (made as Made) : undefined;
  } catch {
    return undefined;
  }
}
