import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEmblemFile, type Published } from '../../../campaigns/published-fs.ts';
import { printFontBytes } from '../../../campaigns/typesetting/font-files-fs.ts';
import { createCodeReader } from '../../run/code-hash-fs.ts';
import { digest } from '../../run/digest.ts';

/**
 * A hash of what drawn files depend on beside their own words: the code that makes them with all that it imports, fonts
 * and emblem.
 * @param source below `generator/`
 */
export function drawnInputs(source: string, published: Published): string {
  const fonts = printFontBytes();
  const code = createCodeReader(join(import.meta.dirname, '../..'))([source]).hash;
  return digest([code, readFileSync(findEmblemFile(published), 'utf8'), ...fonts]);
}
