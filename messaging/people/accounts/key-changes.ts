import type { Actor } from '../../../campaigns/offices/actor.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { attemptSubject, forgetAttempts } from '../../platform/http/attempts-sql.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { addLink, type OneTimeLink } from './invitations.ts';
import { deletePasskeys } from './passkeys-sql.ts';
import {
  deleteSecondFactor,
  findPerson,
  lockPerson,
  type Person,
  unconfirmed,
  updatePerson,
} from './people-sql.ts';
import { deleteSessions } from './sessions-sql.ts';

export interface KeyChange {
  personId: string;
  /** The administrator who asked, where another one confirms. */
  askedBy?: string | undefined;
}

/** Nobody changes the own account: the last administrator cannot lock everybody out. */
export async function lockOther(tx: Queryable, personId: string, actor: Actor): Promise<Person> {
  if (actor.id === personId) throw new Refusal('own-account');
  const found = await lockPerson(tx, personId);
  if (found === undefined) throw new Refusal('no-such-person');
  return found;
}

/** Alters an account and writes down how it was and is. */
export async function alterPerson(
  tx: Queryable,
  { personId, askedBy, action }: KeyChange & { action: string },
  caller: Caller,
  alterRows: () => Promise<void>,
): Promise<Person> {
  const before = await lockOther(tx, personId, caller.actor);
  await alterRows();
  const after = await findPerson(tx, personId);
  if (after === undefined) throw new Refusal('no-such-person');
  await writeAudit(tx, {
    ...caller,
    action,
    subject: `person/${personId}`,
    before,
    after: { ...after, askedBy },
  });
  return after;
}

/** The second factor is set up again at the next sign-in. */
export function takeSecondFactor(
  tx: Queryable,
  change: KeyChange,
  caller: Caller,
): Promise<Person> {
  const { personId } = change;
  const action = 'person.reset-second-factor';
  return alterPerson(tx, { ...change, action }, caller, async () => {
    await deleteSecondFactor(tx, personId, caller.actor.id);
    await forgetAttempts(tx, 'second-factor', personId);
    // They may lie on the phone that was lost.
    await deletePasskeys(tx, personId);
    await deleteSessions(tx, personId);
  });
}

/** A one-time link for a new password, which also ends a lockout. */
export async function giveNewPasswordLink(
  tx: Queryable,
  { publicUrl, personId, askedBy }: KeyChange & { publicUrl: string },
  { actor, requestId }: Caller,
): Promise<OneTimeLink> {
  const owner = await lockOther(tx, personId, actor);
  if (owner.deactivatedAt !== null) throw new Refusal('deactivated');
  const made = await addLink(tx, publicUrl, { ...owner, personId, by: actor });
  await updatePerson(tx, personId, { passwordLinkBy: actor.id, ...unconfirmed });
  await forgetAttempts(tx, 'password', attemptSubject(owner.email));
  await writeAudit(tx, {
    actor,
    action: 'person.make-password-link',
    subject: `person/${personId}`,
    after: { expiresAt: made.expiresAt, askedBy },
    requestId,
  });
  return made;
}
