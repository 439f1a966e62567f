import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Take {
  file: string;
  sha256: string;
}

/** The mastered take of the film's voice, once somebody has uploaded one. */
export function openTake(printDir: string): Take | undefined {
  const file = join(printDir, 'radio', 'takes', 'film.wav');
  if (!existsSync(file)) return undefined;
  return { file, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') };
}
