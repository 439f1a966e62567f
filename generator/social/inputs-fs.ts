import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emblemFileOf, type Published } from '../../campaigns/published-fs.ts';
import { muktaPath } from '../../campaigns/typesetting/mukta-fs.ts';
import { createCodeReader } from '../run/code-hash-fs.ts';
import { digest } from '../run/digest.ts';

/**
 * A hash of what drawn files depend on beside their own words: the code that makes them with all that it imports, fonts
 * and emblem.
 * @param source below `generator/`
 */
export function drawnInputs(source: string, published: Published): string {
  const fonts = ([500, 700, 800] as const).map((weight) =>
    readFileSync(muktaPath(weight), 'latin1'),
  );
  const code = createCodeReader(join(import.meta.dirname, '..'))([source]).hash;
  return digest([code, readFileSync(emblemFileOf(published), 'utf8'), ...fonts]);
}
