import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeWholeText } from '../../campaigns/files/whole-file-fs.ts';
import type { Made } from './job.ts';

const fileName = '.made.jsonl';

/**
 * What was made from which inputs: one line a file, appended as districts end, so that a killed run goes on
 * where it was. A torn last line is passed over.
 */
export type Journal = {
  get(path: string): Made | undefined;
  /** True when the file stands there, whole, made from these inputs. */
  isFresh(target: { path: string; inputs: string }): boolean;
  append(made: readonly Made[]): void;
  /** Rewrites the journal with one line a file that is still known. */
  compact(keep: (path: string) => boolean): void;
};

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
      appendFileSync(file, made.map((each) => `${JSON.stringify(each)}\n`).join(''));
    },
    compact(keep) {
      for (const path of [...known.keys()]) if (!keep(path)) known.delete(path);
      const lines = [...known.values()].map((each) => `${JSON.stringify(each)}\n`);
      writeWholeText(file, lines.join(''));
    },
  };
}

function parseLine(line: string): Made | undefined {
  if (line === '') return undefined;
  try {
    return JSON.parse(line) as Made;
  } catch {
    return undefined;
  }
}
