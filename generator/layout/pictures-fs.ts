import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iconOutline } from '../../campaigns/icon-outline-fs.ts';
import { findEmblemFile } from '../../campaigns/published-fs.ts';
import { parseEmblem } from './emblem.ts';
import { type Path, parsePath } from './path.ts';
import type { Pictures } from './satori.ts';

const flagFile = join(import.meta.dirname, '..', '..', 'assets', 'flag.svg');

/** Drawings of our own that stand for those of the police: their files say so. */
export function findPlaceholders(emblemFile: string): ('emblem' | 'flag')[] {
  const files = { emblem: emblemFile, flag: flagFile } as const;
  return (['emblem', 'flag'] as const).filter((picture) =>
    readFileSync(files[picture], 'utf8').includes('<title>Placeholder'),
  );
}

/**
 * The icons, the emblem and the flag.
 * @param emblemFile the one that holds, as `findEmblemFile` says
 */
export function loadPictures(emblemFile = findEmblemFile()): Pictures {
  const icons = new Map<string, Path>();
  return {
    icon(name) {
      const kept = icons.get(name) ?? parsePath(iconOutline(name));
      icons.set(name, kept);
      return kept;
    },
    emblem: parseEmblem(readFileSync(emblemFile, 'utf8')),
    flag: parseEmblem(readFileSync(flagFile, 'utf8'), 'flag.svg'),
  };
}
