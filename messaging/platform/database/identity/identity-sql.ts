import { randomUUID } from 'node:crypto';
import { isPractice } from '../../../../campaigns/practice-fs.ts';
import { type AuditHead, emptyHead } from '../audit-chain.ts';
import { DatabaseStoppedError } from '../connection-error.ts';
import { execute, queryRow } from '../sql.ts';
import type { Queryable } from '../transaction.ts';
import { type FoundIdentity, judgeIdentity, judgePractice } from './identity.ts';
import { type Note, readNote, writeNote } from './note-fs.ts';

/** Asks a database of any version for its name and its head. */
async function readIdentity(database: Queryable, noted: AuditHead | null): Promise<FoundIdentity> {
  const found = await queryRow<{
    made: boolean;
    named: boolean;
    marked: boolean;
  }>(database)`
    SELECT to_regclass('audit_head') IS NOT NULL AS made, to_regclass('installation') IS NOT NULL AS named,
    to_regclass('practice') IS NOT NULL AS marked`;
  const { made, named, marked } = found ?? {};
  if (!made) return { kind: 'empty' };
  const { rows } = await database.query<{
    id: string | null;
    entries: number;
    hash: string;
    hashAtNoted: string | null;
    practice: boolean;
  }>(
    `SELECT ${named ? '(SELECT id FROM installation)' : 'NULL::uuid'} AS id, id::float8 AS entries, hash,
       ${marked ? 'EXISTS (SELECT FROM practice)' : 'false'} AS practice,
       (SELECT hash FROM audit_entry WHERE id = $1) AS "hashAtNoted" FROM audit_head`,
    [noted?.id ?? 0],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('Expected one row in `audit_head`, got none');
  const { id, entries, hash, hashAtNoted, practice } = row;
  return { kind: 'made', id, audit: { id: entries, hash }, hashAtNoted, practice };
}

/** Name and head of a database, and whether it is one of practice; null for one that has no name yet. */
export async function readInstallation(database: Queryable) {
  const found = await readIdentity(database, null);
  if (found.kind === 'empty' || found.id === null) return null;
  const { id, audit, practice } = found;
  return { id, audit, practice };
}

/** Whether the audit log of a database grew from a head. */
export async function continues(database: Queryable, head: AuditHead): Promise<boolean> {
  if (head.id === emptyHead.id) return true;
  const row = await queryRow<{ hash: string }>(database)`
    SELECT hash FROM audit_entry WHERE id = ${head.id}`;
  return row?.hash === head.hash;
}

/** @throws DatabaseStoppedError unless the database is the one that the data folder notes */
export async function expectSame(dataDir: string, database: Queryable): Promise<void> {
  // Read first: entries that come meanwhile are in the database and not yet in the note.
  const note = readNote(dataDir);
  if (note === undefined) return;
  const fault = judgeIdentity(note, await readIdentity(database, note.audit));
  if (fault !== undefined) throw new DatabaseStoppedError(fault);
}

/**
 * Gives a database its name, unless it has one, and notes its name and head in the data folder; that of a folder of practice
 * is marked as such.
 */
export async function nameDatabase(
  database: Queryable,
  dataDir: string,
  id: string | null,
): Promise<Note> {
  if (isPractice(dataDir) && (await readInstallation(database)) === null)
    await database.query('INSERT INTO practice DEFAULT VALUES ON CONFLICT DO NOTHING');
  await execute(database)`
    INSERT INTO installation (id) VALUES (${id ?? randomUUID()}) ON CONFLICT (one) DO NOTHING`;
  return noteHead(database, dataDir);
}

/**
 * Notes the last entry of the audit log in the data folder.
 * @throws DatabaseStoppedError where one of both is of practice
 */
export async function noteHead(database: Queryable, dataDir: string): Promise<Note> {
  const found = await readInstallation(database);
  if (found === null) throw new Error('Expected a database with a name, got none');
  const fault = judgePractice(isPractice(dataDir), found.practice);
  if (fault !== undefined) throw new DatabaseStoppedError(fault);
  const { practice, ...head } = found;
  const note = practice ? { ...head, practice } : head;
  writeNote(dataDir, note);
  return note;
}
