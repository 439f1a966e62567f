import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

/** The service worker of the search as a browser runs it. */
export function searchWorker(): string {
  return stripTypeScriptTypes(
    readFileSync(join(import.meta.dirname, 'worker/search-worker.ts'), 'utf8'),
  );
}
