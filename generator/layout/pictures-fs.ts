import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iconOutline } from '../../campaigns/icon-outline-fs.ts';
import { findEmblemFile } from '../../campaigns/published-fs.ts';
import { parseEmblem } from './emblem.ts';
import { type Path, parsePath } from './path.ts';
import type { Pictures } from './satori.ts';

const flagFile = join(import.meta.dirname, '..', '..', 'assets', 'flag.svg');

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
