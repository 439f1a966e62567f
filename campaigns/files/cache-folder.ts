import { isAbsolute, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/**
 * Where what is only kept to save time is: `CACHE_DIR`, else below the data folder, since the project's own folders are
 * read-only to a deployed service.
 */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const folder = env['CACHE_DIR'] || join(env['DATA_DIR'] || 'data', 'cache');
  return isAbsolute(folder) ? folder : join(root, folder);
}
