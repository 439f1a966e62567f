import type { Actor } from '../../../campaigns/offices/actor.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { attemptSubject, clearAllAttempts } from './attempts-sql.ts';
import { addLink, type OneTimeLink } from './invitations.ts';
import { deletePasskeys } from './passkeys-sql.ts';
import {
  deleteSecondFactor,
  findPerson,
  lockPerson,
  type Person,
  recordPasswordLink,
} from './people-sql.ts';
import { deleteSessions } from './sessions-sql.ts';

/** Who changes whose account, in which request. */
export interface Change {
  by: Actor;
  personId: string;
  requestId: string;
  /** The administrator who asked, where another one confirms. */
  askedBy?: string | undefined;
}

/** Nobody changes the own account: the last administrator cannot lock everybody out. */
export async function lockOther(
  tx: Queryable,
  { by, personId }: Pick<Change, 'by' | 'personId'>,
): Promise<Person> {
  if (by.id === personId) throw new Refusal('own-account');
  const found = await lockPerson(tx, personId);
  if (found === undefined) throw new Refusal('no-such-person');
  return found;
}

/** Alters an account inside a transaction and writes down how it was and is. */
export async function alterPerson(
  tx: Queryable,
  change: Change & { action: string },
  alterRows: () => Promise<void>,
): Promise<Person> {
  const { by, action, requestId, askedBy } = change;
  const before = await lockOther(tx, change);
  await alterRows();
  const after = await findPerson(tx, before.id);
  if (after === undefined) throw new Refusal('no-such-person');
  await writeAudit(tx, {
    actor: by,
    action,
    subject: `person/${before.id}`,
    before,
    after: { ...after, askedBy },
    requestId,
  });
  return after;
}

/** The second factor is set up anew at the next sign-in. */
export function takeSecondFactor(tx: Queryable, change: Change): Promise<Person> {
  const { personId, by } = change;
  return alterPerson(tx, { ...change, action: 'person.reset-second-factor' }, async () => {
    await deleteSecondFactor(tx, personId, by.id);
    // They may lie on the phone that was lost.
    await deletePasskeys(tx, personId);
    await deleteSessions(tx, personId);
  });
}

/** A one-time link for a new password, which also ends a lockout. */
export async function giveNewPasswordLink(
  tx: Queryable,
  publicUrl: string,
  change: Change,
): Promise<OneTimeLink> {
  const { by, requestId, askedBy } = change;
  const owner = await lockOther(tx, change);
  if (owner.deactivatedAt !== null) throw new Refusal('deactivated');
  const made = await addLink(tx, publicUrl, { ...owner, personId: owner.id, by });
  await recordPasswordLink(tx, owner.id, by.id);
  await clearAllAttempts(tx, attemptSubject(owner.email));
  await writeAudit(tx, {
    actor: by,
    action: 'person.make-password-link',
    subject: `person/${owner.id}`,
    after: { expiresAt: made.expiresAt, askedBy },
    requestId,
  });
  return made;
}
