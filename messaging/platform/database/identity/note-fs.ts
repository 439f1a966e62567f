import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWholeText } from '../../../../campaigns/files/whole-file-fs.ts';
import { noteFileName } from '../../../../campaigns/practice-fs.ts';
import { isDiskFull } from '../../process/disk-room.ts';
import { parseJson } from '../../process/parse-json.ts';
import type { AuditHead } from '../audit-chain.ts';
import { DatabaseStoppedError } from '../connection-error.ts';

/** A data folder's note of its database. */
export interface Note {
  /** null for a folder that an earlier version used. */
  id: string | null;
  /** Last head of the audit log that was seen; null while no database was. */
  audit: AuditHead | null;
  /** It is one of practice, for ever. */
  practice?: true | undefined;
}

/** Made at the first start of every version: the folder has been in use. */
const earlierMark = 'auth-secret';

const stored = z.strictObject({
  id: z.uuid(),
  audit: z.strictObject({ id: z.int().min(0), hash: z.string().length(64) }).nullable(),
  practice: z.literal(true).optional(),
});

/** @throws DatabaseStoppedError for a note that cannot be read */
export function readNote(dataDir: string): Note | undefined {
  const path = join(dataDir, noteFileName);
  if (!existsSync(path))
    return existsSync(join(dataDir, earlierMark)) ? { id: null, audit: null } : undefined;
  const found = stored.safeParse(parseJson(readFileSync(path, 'utf8')));
  if (!found.success) throw new DatabaseStoppedError({ kind: 'unreadable-note', path });
  return found.data;
}

/** The note of a data folder; a new folder gets one, with a name that its first database takes over. */
export function keepNote(dataDir: string): Note {
  const found = readNote(dataDir);
  if (found !== undefined) return found;
  const note = { id: randomUUID(), audit: null };
  try {
    writeNote(dataDir, note);
  } catch (error) {
    // Scans need none, and the next start makes it.
    if (!isDiskFull(error)) throw error;
  }
  return note;
}

/** Makes a new data folder one of practice. */
export function notePractice(dataDir: string): void {
  writeNote(dataDir, { id: randomUUID(), audit: null, practice: true });
}

/** Durable when it returns; writes nothing where the same is there. */
export function writeNote(dataDir: string, note: z.infer<typeof stored>): void {
  mkdirSync(dataDir, { recursive: true });
  writeWholeText(join(dataDir, noteFileName), `${JSON.stringify(note)}\n`, 0o600);
}

/** Whether the folder was used with a database. */
export function isInUse({ id, audit }: Note): boolean {
  return id === null || audit !== null;
}
