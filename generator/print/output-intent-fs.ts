import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputIntent } from './press-file.ts';

const folder = join(import.meta.dirname, '..', '..', 'assets', 'icc');

/** Coated stock, boards and pamphlets: FOGRA39L (colord-data, CC0). */
export function coatedIntent(): OutputIntent {
  return {
    identifier: 'FOGRA39',
    info: 'Coated FOGRA39L (ISO 12647-2:2004/Amd 1)',
    profile: readFileSync(join(folder, 'FOGRA39L_coated.icc')),
  };
}
