import type { Pool } from 'pg';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import type { LetterState } from '../../contract/values.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { maskAddresses } from '../../platform/process/address-mask.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { StoredLetter } from './ledger-sql.ts';
import { findLetter, lockLetter, noteArrived, queueAgain } from './letter-book-sql.ts';

/** Who decides about which letter, in which request. */
export interface LetterAction {
  actor: Pick<Actor, 'id' | 'name' | 'role'>;
  id: number;
  requestId: string;
}

/** An officer says what became of a letter without an answer: the service never sends one again by itself. */
export function decideLetter(
  pool: Pool,
  asked: LetterAction,
  decision: 'arrived' | 'send-again',
): Promise<StoredLetter> {
  return change(pool, asked, ['unknown'], async (tx, letter) => {
    const by = asked.actor.name;
    if (decision === 'arrived') await noteArrived(tx, letter.id, by);
    else await queueAgain(tx, letter.id, { by, recipient: letter.recipient ?? '' });
    return { action: 'mail.settle', told: { decision } };
  });
}

/** Sends a letter anew that was not taken. */
export function resendLetter(
  pool: Pool,
  asked: LetterAction,
  email: string | undefined,
): Promise<StoredLetter> {
  return change(pool, asked, ['bounced', 'refused'], async (tx, letter) => {
    // Its link was for whoever has the old address, and is gone by now.
    if (letter.kind === 'invitation') throw new Refusal('letter-without-link');
    const recipient = email ?? letter.recipient ?? '';
    await queueAgain(tx, letter.id, { by: asked.actor.name, recipient });
    return { action: 'mail.resend', told: { to: maskAddresses(recipient) } };
  });
}

async function change(
  pool: Pool,
  { actor, id, requestId }: LetterAction,
  from: readonly LetterState[],
  step: (tx: Queryable, letter: StoredLetter) => Promise<{ action: string; told: object }>,
): Promise<StoredLetter> {
  return inTransaction(pool, async (tx) => {
    const letter = await lockLetter(tx, id);
    if (letter === undefined) throw new Refusal('no-such-letter');
    if (!from.includes(letter.state) || letter.recipient === null) {
      throw new Refusal('letter-state', { state: letter.state });
    }
    const { action, told } = await step(tx, letter);
    const after = await findLetter(tx, id);
    if (after === undefined) throw new Refusal('no-such-letter');
    await writeAudit(tx, {
      actor,
      action,
      subject: `letter/${id}`,
      district: letter.district ?? undefined,
      before: { state: letter.state },
      after: { kind: letter.kind, state: after.state, ...told },
      requestId,
    });
    return after;
  });
}
