import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWholeText } from './whole-file-fs.ts';

const markName = '.made.boot';
/** Linux generates it at each boot. */
const bootFile = '/proc/sys/kernel/random/boot_id';

/**
 * Whether a folder's files were compared with what they should be since the machine started, or before it did and no
 * more, so that a power cut may have torn them, or never.
 */
export function readStart(folder: string): 'this-start' | 'earlier-start' | 'never' {
  const mark = join(folder, markName);
  if (!existsSync(mark)) return 'never';
  return readFileSync(mark, 'utf8') === bootId() ? 'this-start' : 'earlier-start';
}

/** Notes that the files are what they should be, so that until the next power cut their lengths say enough. */
export function noteStart(folder: string): void {
  writeWholeText(join(folder, markName), bootId());
}

function bootId(): string {
  return existsSync(bootFile) ? readFileSync(bootFile, 'utf8').trim() : 'unknown';
}
