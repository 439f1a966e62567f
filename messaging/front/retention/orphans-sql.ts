import { dayMs } from '../../../campaigns/durations.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { FileRoom, FileStore } from '../../platform/files/file-store.ts';
import type { Files } from '../../platform/files/open-files.ts';

/** Between a file and the commit of its row lie seconds; a day forgives a clock that is wrong. */
const graceMs = dayMs;
const batchFiles = 500;
const bySha256 = /([0-9a-f]{64})(?:\.jpg)?$/;

/** For each room the part of a path that identifies a file, and the rows that name such parts. */
const named: Partial<Record<FileRoom, { part: RegExp; rows: string }>> = {
  photos: { part: bySha256, rows: 'SELECT sha256 AS part FROM activity_photo' },
  attachments: { part: bySha256, rows: 'SELECT sha256 AS part FROM activity_attachment' },
  cuttings: { part: bySha256, rows: 'SELECT sha256 AS part FROM press_note_cutting' },
  directions: { part: bySha256, rows: 'SELECT sha256 AS part FROM direction_file' },
  takes: { part: /^([^/]+)\//, rows: 'SELECT key::text AS part FROM take' },
};

/**
 * Deletes files that no row has named for a day: left by a process that ended between a file and its row, they would be
 * kept for ever.
 * @returns how many went
 */
export async function deleteOrphans(
  database: Queryable,
  files: Pick<Files, 'room'>,
  now: Date,
): Promise<number> {
  let deleted = 0;
  for (const [room, { part, rows }] of Object.entries(named)) {
    const store = files.room(room as FileRoom);
    const old = (await store.list('')).filter(({ changedAt }) => isOld(changedAt, now));
    const parts = old.flatMap(({ name }) => {
      const [, found] = part.exec(name) ?? [];
      return found === undefined ? [] : [{ name, part: found }];
    });
    for (let start = 0; start < parts.length; start += batchFiles) {
      const batch = parts.slice(start, start + batchFiles);
      const known = await database.query<{ part: string }>(
        `SELECT part FROM (${rows}) AS named WHERE part = ANY ($1::text[])`,
        [batch.map((file) => file.part)],
      );
      const kept = new Set(known.rows.map((row) => row.part));
      for (const file of batch) {
        if (!kept.has(file.part) && (await deleteOld(store, file.name, now))) deleted += 1;
      }
    }
  }
  return deleted;
}

/** Leaves a file that was stored again since the list was read. */
async function deleteOld(store: FileStore, name: string, now: Date): Promise<boolean> {
  const file = await store.head(name);
  if (file === undefined || !isOld(file.changedAt, now)) return false;
  await store.delete(name);
  return true;
}

function isOld(changedAt: Date, now: Date): boolean {
  return now.getTime() - changedAt.getTime() > graceMs;
}
