import type { Actor } from '../../campaigns/offices/actor.ts';
import type { Office } from '../../campaigns/offices/office.ts';
import { writeAudit } from '../database/audit-log-sql.ts';
import type { Database } from '../database/database.ts';
import { inTransaction, type Queryable } from '../database/transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { attemptSubject, clearAttempts } from './attempts-sql.ts';
import { addLink, type OneTimeLink } from './invitations.ts';
import { voidInvitationsOf } from './invitations-sql.ts';
import {
  deleteSecondFactor,
  findPerson,
  lockPerson,
  type Person,
  updateDeactivated,
  updateOffice,
} from './people-sql.ts';
import { deleteSessions } from './sessions-sql.ts';

/** Who changes whose account, in which request. */
export interface Change {
  by: Actor;
  personId: string;
  requestId: string;
}

/** Gives another role or area. It counts from the next request on; sessions end, since rights may shrink. */
export async function changeOffice(
  database: Database,
  change: Change,
  office: Office,
): Promise<Person> {
  return alter(database, change, 'person.change-office', async (tx) => {
    await updateOffice(tx, change.personId, office);
    await deleteSessions(tx, change.personId);
    await voidInvitationsOf(tx, change.personId);
  });
}

/** Ends or opens an account. Whoever is deactivated is out at once, and so are the links that he made. */
export async function setDeactivated(
  database: Database,
  change: Change,
  deactivated: boolean,
): Promise<Person> {
  const action = deactivated ? 'person.deactivate' : 'person.reactivate';
  return alter(database, change, action, async (tx) => {
    await updateDeactivated(tx, change.personId, deactivated);
    if (!deactivated) return;
    await deleteSessions(tx, change.personId);
    await voidInvitationsOf(tx, change.personId);
  });
}

/** For a lost phone: the second factor is set up anew at the next sign-in. */
export async function resetSecondFactor(database: Database, change: Change): Promise<Person> {
  return alter(database, change, 'person.reset-second-factor', async (tx) => {
    await deleteSecondFactor(tx, change.personId);
    await deleteSessions(tx, change.personId);
  });
}

/** For a forgotten password: a one-time link, which also ends a lockout. */
export async function makePasswordLink(
  database: Database,
  publicUrl: string,
  change: Change,
): Promise<OneTimeLink> {
  return inTransaction(database.pool, async (tx) => {
    const owner = await lockOther(tx, change);
    if (owner.deactivatedAt !== null) throw new ApiError('deactivated');
    const made = await addLink(tx, publicUrl, { ...owner, personId: owner.id, by: change.by });
    await clearAttempts(tx, attemptSubject(owner.email));
    await writeAudit(tx, {
      actor: change.by,
      action: 'person.make-password-link',
      subject: `person/${owner.id}`,
      after: { expiresAt: made.expiresAt },
      requestId: change.requestId,
    });
    return made;
  });
}

async function alter(
  database: Database,
  change: Change,
  action: string,
  alterRows: (tx: Queryable) => Promise<void>,
): Promise<Person> {
  return inTransaction(database.pool, async (tx) => {
    const before = await lockOther(tx, change);
    await alterRows(tx);
    const after = await findPerson(tx, before.id);
    if (after === undefined) throw new ApiError('no-such-person');
    await writeAudit(tx, {
      actor: change.by,
      action,
      subject: `person/${before.id}`,
      before,
      after,
      requestId: change.requestId,
    });
    return after;
  });
}

/** Nobody changes the own account: the last administrator cannot lock everybody out. */
async function lockOther(tx: Queryable, { by, personId }: Change): Promise<Person> {
  if (by.id === personId) throw new ApiError('own-account');
  const found = await lockPerson(tx, personId);
  if (found === undefined) throw new ApiError('no-such-person');
  return found;
}
