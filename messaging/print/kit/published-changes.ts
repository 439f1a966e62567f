import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWholeFile } from '../../../campaigns/files/whole-file-fs.ts';
import {
  differingStations,
  loadOwnFields,
  type OwnFieldsOfStations,
} from '../../../campaigns/print/own-fields/own-fields-fs.ts';
import type { Published } from '../../../campaigns/published-fs.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Follower } from './follower.ts';
import type { LiveKit } from './live-kit-fs.ts';
import { type PublishedPart, publishedMark, readAllPublished } from './published-sql.ts';
import type { Unfinished } from './unfinished-fs.ts';

export interface PublishedWatch {
  published: Published;
  database: Pick<Database, 'pool'>;
  live: LiveKit;
  unfinished: Unfinished;
  follower: Follower;
  noteFiles(): Promise<void>;
  /** Called when campaign, directory or own fields are others than before. */
  onReload?: (() => void) | undefined;
  /** Last known mark of everything published. */
  mark: string;
  parts: ReadonlyMap<PublishedPart, string>;
  fields: OwnFieldsOfStations;
}

/** Writes out what this or another process published since the last look, and has files and pages follow. */
export async function applyPublishedChanges(watch: PublishedWatch): Promise<void> {
  const { database, unfinished, follower } = watch;
  const latest = await publishedMark(database.pool);
  if (latest !== watch.mark) await takePublished(watch, latest);
  if (follower.work().step !== 'idle') return;
  if (unfinished.read() === undefined) await watch.noteFiles();
  else follower.follow({ stations: [], campaign: true });
}

async function takePublished(watch: PublishedWatch, latest: string): Promise<void> {
  const { published, database, unfinished, follower } = watch;
  const { parts: known, fields } = watch;
  const parts = await readAllPublished(database.pool);
  // Marked before the first file is written: one that is there already is not told as a change after a power cut.
  const written = await writePublished(published, parts, () => unfinished.note(latest));
  // Another process that shares the folder may have written what this one does not know yet.
  const differing = [...parts].filter(([part, content]) => (known.get(part) ?? '') !== content);
  const changed = new Set([...written, ...differing.map(([part]) => part)]);
  // From here on it is reported once: what could not be written out is tried again, what does not fit is not.
  watch.mark = latest;
  watch.parts = parts;
  if (changed.size === 0) return;
  const stations = reload(watch);
  watch.onReload?.();
  watch.fields = readFields(published);
  follower.follow({
    stations: [...stations, ...differingStations(fields, watch.fields)],
    campaign: changed.has('campaign') || changed.has('emblem'),
  });
}

function reload({ live, unfinished }: PublishedWatch): string[] {
  try {
    return live.reload();
  } catch (error) {
    // Nothing follows what does not fit.
    unfinished.clear();
    throw error;
  }
}

/** Reads the stations' own fields; the generator reports wrong rows. */
export function readFields(published: Published): OwnFieldsOfStations {
  return loadOwnFields(published, { onFault() {} });
}

/**
 * Writes out what is published, each file whole, and removes files that are no longer published. Calls `begin` before
 * the first change.
 * @returns the parts whose file changed
 */
async function writePublished(
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
