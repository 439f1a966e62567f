import type { DatabaseFault } from '../../../../campaigns/words/database-words.ts';
import { type AuditHead, emptyHead } from '../audit-chain.ts';
import { isInUse, type Note } from './note-fs.ts';

/** Name and head of a database, as it says them. */
export type FoundIdentity =
  /** It has no tables yet. */
  | { kind: 'empty' }
  | {
      kind: 'made';
      /** null before a version that names installations has opened it. */
      id: string | null;
      audit: AuditHead;
      /** Hash of the entry with the number of the noted head; null where there is none. */
      hashAtNoted: string | null;
      practice: boolean;
    };

/** Why a database without tables, or none at all, is not the one that was noted. */
export function judgeEmpty(note: Note): DatabaseFault | undefined {
  if (!isInUse(note)) return undefined;
  const { id, audit } = note;
  const noted = id === null || audit === null ? null : { id, entries: audit.id };
  return { kind: 'gone', noted };
}

/** Whether a database is the one that the data folder notes; undefined where it is, or nothing was noted. */
export function judgeIdentity(note: Note, found: FoundIdentity): DatabaseFault | undefined {
  if (found.kind === 'empty') return judgeEmpty(note);
  const mixed =
    found.id === null ? undefined : judgePractice(note.practice === true, found.practice);
  if (mixed !== undefined) return mixed;
  const { id, audit } = note;
  if (id === null || audit === null) return undefined;
  const noted = { id, entries: audit.id };
  const entries = found.audit.id;
  if (found.id !== noted.id) return { kind: 'other', noted, found: { id: found.id, entries } };
  const isThere = audit.id === emptyHead.id || found.hashAtNoted === audit.hash;
  return isThere ? undefined : { kind: 'fewer', noted, found: { entries } };
}

/** Practice never becomes fact: its folder and its database belong together. */
export function judgePractice(folder: boolean, database: boolean): DatabaseFault | undefined {
  return folder === database ? undefined : { kind: 'practice', practice: database };
}
