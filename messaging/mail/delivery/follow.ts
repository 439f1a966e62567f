import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type AuditLetterContext, lettersFor } from './audit-letters.ts';
import { isBehind, lockFollowed, noteFollowed, readEntriesAfter } from './follow-sql.ts';
import { LetterFault } from './letter.ts';
import type { Mail } from './mail.ts';

const entriesAtOnce = 100;

/**
 * Writes the letters that officers' actions ask for, by the audit log: it holds each action in the transaction that did it, so
 * a letter is neither lost nor written twice, and no other slice needs to know of mail.
 * @returns how many letters were written
 */
export async function followAudit(
  pool: Pool,
  { mail, log, ...context }: AuditLetterContext & { mail: Mail; log: Logger },
): Promise<number> {
  if (!(await isBehind(pool))) return 0;
  return inTransaction(pool, async (tx) => {
    const from = await lockFollowed(tx);
    if (from === undefined) return 0;
    const entries = await readEntriesAfter(tx, from, entriesAtOnce);
    let written = 0;
    for (const entry of entries) {
      for (const letter of await lettersFor(tx, entry, context)) {
        try {
          if (await mail.send(tx, letter)) written += 1;
        } catch (error) {
          // One account with an invalid address does not hold up the letters of others.
          if (!(error instanceof LetterFault)) throw error;
          log.warn({ audit: entry.id, fault: error.message }, 'a letter cannot be written');
        }
      }
    }
    await noteFollowed(tx, entries.at(-1)?.id ?? from);
    return written;
  });
}
