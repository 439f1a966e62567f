import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '..', '..', '..', 'package.json');

/** The version of the program, as its releases are called. */
export const version = String(
  (JSON.parse(readFileSync(file, 'utf8')) as { version: unknown }).version,
);
