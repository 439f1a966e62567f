import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles } from '../../../campaigns/files/list-files-fs.ts';
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
  parts: readonly { part: PublishedPart; content: string }[],
  begin: () => Promise<void>,
): Promise<PublishedPart[]> {
  const current = new Map(
    parts.filter(({ content }) => content !== '').map(({ part, content }) => [part, content]),
  );
  const changes = new Map(
    [...current].filter(([part, content]) => {
      const path = findPath(published, part);
      return !existsSync(path) || readFileSync(path, 'utf8') !== content;
    }),
  );
  const gone = listPartsOnDisk(published).filter((part) => !current.has(part));
  const changed = [...changes.keys(), ...gone];
  if (changed.length > 0) await begin();
  for (const [part, content] of changes) {
    const path = findPath(published, part);
    mkdirSync(dirname(path), { recursive: true });
    await writeWholeFile(path, content);
  }
  for (const part of gone) rmSync(findPath(published, part), { force: true });
  return changed;
}

function findPath(published: Published, part: PublishedPart): string {
  if (part === 'campaign') return published.campaignFile;
  if (part === 'emblem') return published.emblemFile;
  const [kind, district] = part.split('/');
  const folder = kind === 'stations' ? published.stationsFolder : published.ownFieldsFolder;
  return join(folder, `${district}.csv`);
}

function listPartsOnDisk(published: Published): PublishedPart[] {
  const found: PublishedPart[] = [];
  if (existsSync(published.campaignFile)) found.push('campaign');
  if (existsSync(published.emblemFile)) found.push('emblem');
  for (const [kind, folder] of [
    ['stations', published.stationsFolder],
    ['own-fields', published.ownFieldsFolder],
  ] as const) {
    if (!existsSync(folder)) continue;
    for (const file of listFiles(folder)) {
      if (file.endsWith('.csv')) found.push(`${kind}/${file.slice(0, -4)}`);
    }
  }
  return found;
}
