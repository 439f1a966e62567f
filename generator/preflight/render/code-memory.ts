import { createHash } from 'node:crypto';
import { type Edges, grow, intersect } from '../reader/geometry.ts';
import type { PressPage } from '../reader/page.ts';
import type { DrawnCode, ReadCode } from './code.ts';
import { readCodes } from './read-codes.ts';

/** Reads codes as `readCodes` does, and a code with exactly the same marks around it once only. */
export interface CodeMemory {
  read: typeof readCodes;
}

/**
 * Rendering and reading codes takes nine tenths of a check. While somebody types a name all that is painted where the code
 * stands remains, and so does what is read there.
 * @param most codes that are kept
 */
export function createCodeMemory(most: number): CodeMemory {
  const kept = new Map<string, Pick<ReadCode, 'sharp' | 'blurred' | 'quietGrey'>>();
  return {
    async read(codes, context) {
      const read: ReadCode[] = [];
      for (const code of codes) {
        const key = hashCode(code, context.pages[code.page], context.dpi);
        const known = kept.get(key);
        const [found] =
          known === undefined ? await readCodes([code], context) : [{ ...code, ...known }];
        if (found === undefined) continue;
        const { sharp, blurred, quietGrey } = found;
        kept.delete(key);
        kept.set(key, { sharp, blurred, quietGrey });
        const [oldest] = kept.keys();
        if (kept.size > most && oldest !== undefined) kept.delete(oldest);
        read.push(found);
      }
      return read;
    },
  };
}

/** A hash of all that is painted in the window that a reader sees. */
function hashCode(code: DrawnCode, page: PressPage | undefined, dpi: number): string {
  const window: Edges = grow(code.clear, code.moduleMm);
  const hash = createHash('sha256').update(JSON.stringify([dpi, window]));
  for (const { part, paint, inks, edges, path } of page?.marks ?? []) {
    if (intersect(edges, window) === undefined) continue;
    hash.update(JSON.stringify([part, paint, inks, path.ops]));
    hash.update(Float64Array.from(path.xy));
  }
  return hash.digest('base64');
}
