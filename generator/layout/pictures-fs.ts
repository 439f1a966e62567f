import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { findEmblemFile } from '../../campaigns/published-fs.ts';
import { parseEmblem } from './emblem.ts';
import { type Path, parsePath } from './path.ts';
import type { Pictures } from './satori.ts';

const require = createRequire(import.meta.url);

/**
 * Phosphor's icons (MIT) in their filled weight, and the emblem.
 * @param emblemFile the one that holds, as `findEmblemFile` says
 */
export function loadPictures(emblemFile = findEmblemFile()): Pictures {
  const icons = new Map<string, Path>();
  return {
    icon(name) {
      const kept = icons.get(name) ?? readIcon(name);
      icons.set(name, kept);
      return kept;
    },
    emblem: parseEmblem(readFileSync(emblemFile, 'utf8')),
  };
}

function readIcon(name: string): Path {
  let svg: string;
  try {
    svg = readFileSync(
      require.resolve(`@phosphor-icons/core/assets/fill/${name}-fill.svg`),
      'utf8',
    );
  } catch (cause) {
    throw new Error(`Expected the name of a Phosphor icon for \`icon\`, got "${name}"`, { cause });
  }
  const outlines = [...svg.matchAll(/<path d="([^"]+)"/g)].map(([, d]) => parsePath(d as string));
  return {
    ops: outlines.map(({ ops }) => ops).join(''),
    xy: outlines.flatMap(({ xy }) => [...xy]),
  };
}
