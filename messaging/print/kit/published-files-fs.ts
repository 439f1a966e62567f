import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWholeFile } from '../../../campaigns/files/whole-file-fs.ts';
import type { Published } from '../../../campaigns/published-fs.ts';
import type { PublishedPart } from './published-sql.ts';

/**
 * Writes out what is published, each file whole, and removes files that are no longer published. Calls `begin` before
 * the first change.
 * @returns the parts whose file changed
 */
export async function writePublished(
  published: Published,
  parts: ReadonlyMap<PublishedPart, string>,
  begin: () => Promise<void>,
): Promise<PublishedPart[]> {
  const files: readonly [PublishedPart, string][] = [
    ['campaign', published.campaignFile],
    ['emblem', published.emblemFile],
    ['stations', published.stationsFile],
  ];
  const changes = files.filter(
    ([part, path]) =>
      (existsSync(path) ? readFileSync(path, 'utf8') : '') !== (parts.get(part) ?? ''),
  );
  if (changes.length > 0) await begin();
  for (const [part, path] of changes) {
    const content = parts.get(part) ?? '';
    mkdirSync(dirname(path), { recursive: true });
    if (content === '') rmSync(path, { force: true });
    else await writeWholeFile(path, content);
  }
  // Files of versions up to 1.1.
  for (const old of ['stations', 'own-fields'])
    rmSync(join(dirname(published.stationsFile), old), { recursive: true, force: true });
  return changes.map(([part]) => part);
}
