import type { Pool } from 'pg';
import type { LetterState } from '../../contract/values.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { maskAddresses } from '../../platform/process/address-mask.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { StoredLetter } from './ledger-sql.ts';
import { findLetter, lockLetter, noteArrived, queueAgain } from './letters-sql.ts';

export async function requireLetter(tx: Queryable, id: number): Promise<StoredLetter> {
  const letter = await findLetter(tx, id);
  if (letter === undefined) throw new Refusal('no-such-letter');
  return letter;
}

/** An officer says what became of a letter without an answer: the service never sends one again by itself. */
export function decideLetter(
  pool: Pool,
  { id, decision }: { id: number; decision: 'arrived' | 'send-again' },
  caller: Caller,
): Promise<StoredLetter> {
  return changeLetter(pool, { id, from: ['unknown'] }, caller, async (tx, letter) => {
    const by = caller.actor.name;
    if (decision === 'arrived') await noteArrived(tx, id, by);
    else await queueAgain(tx, id, { by, recipient: letter.recipient ?? '' });
    return { action: 'mail.settle', logged: { decision } };
  });
}

/** Sends a letter again that no server took, to another address where one is given. */
export function resendLetter(
  pool: Pool,
  { id, email }: { id: number; email?: string | undefined },
  caller: Caller,
): Promise<StoredLetter> {
  return changeLetter(pool, { id, from: ['bounced', 'refused'] }, caller, async (tx, letter) => {
    // Its link was for the owner of the old address, and is gone by now.
    if (letter.kind === 'invitation') throw new Refusal('letter-without-link');
    const recipient = email ?? letter.recipient ?? '';
    await queueAgain(tx, id, { by: caller.actor.name, recipient });
    return { action: 'mail.resend', logged: { to: maskAddresses(recipient) } };
  });
}

async function changeLetter(
  pool: Pool,
  { id, from }: { id: number; from: readonly LetterState[] },
  caller: Caller,
  change: (tx: Queryable, letter: StoredLetter) => Promise<{ action: string; logged: object }>,
): Promise<StoredLetter> {
  return inTransaction(pool, async (tx) => {
    const letter = await lockLetter(tx, id);
    if (letter === undefined) throw new Refusal('no-such-letter');
    if (!from.includes(letter.state) || letter.recipient === null) {
      throw new Refusal('letter-state', { state: letter.state });
    }
    const { action, logged } = await change(tx, letter);
    const after = await requireLetter(tx, id);
    await writeAudit(tx, {
      ...caller,
      action,
      subject: `letter/${id}`,
      district: letter.district ?? undefined,
      before: { state: letter.state },
      after: { kind: letter.kind, state: after.state, ...logged },
    });
    return after;
  });
}
