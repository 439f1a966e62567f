import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The one file by which the official emblem comes onto everything. */
export const emblem = readFileSync(join(import.meta.dirname, '../assets/emblem.svg'), 'utf8');
