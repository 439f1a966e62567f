import type { Office } from '../../../campaigns/offices/office.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { askSecond } from './account-requests.ts';
import type { AccountRequest } from './account-requests-sql.ts';
import type { OneTimeLink } from './invitations.ts';
import { voidInvitations } from './invitations-sql.ts';
import {
  alterPerson,
  type Change,
  giveNewPasswordLink,
  lockOther,
  takeSecondFactor,
} from './key-changes.ts';
import { type Person, updateDeactivated, updateOffice } from './people-sql.ts';
import { requireSecondPerson } from './second-person.ts';
import { updateConfirmed } from './second-person-sql.ts';
import { deleteSessions } from './sessions-sql.ts';

/** Done, or asked of a second administrator. */
export type KeyOutcome<Done> =
  | { kind: 'done'; done: Done }
  | { kind: 'asked'; request: AccountRequest };

/** Gives another role or area. It counts from the next request on; sessions end, since rights may shrink. */
export async function changeOffice(
  database: Database,
  change: Change,
  office: Office,
): Promise<Person> {
  return alter(database, change, 'person.change-office', async (tx) => {
    await updateOffice(tx, change.personId, office);
    await deleteSessions(tx, change.personId);
    await voidInvitations(tx, change.personId);
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
    await voidInvitations(tx, change.personId);
  });
}

/** For a lost phone: the second factor is set up anew at the next sign-in. */
export async function resetSecondFactor(
  database: Database,
  change: Change,
): Promise<KeyOutcome<Person>> {
  return inTransaction(database.pool, async (tx): Promise<KeyOutcome<Person>> => {
    const person = await lockOther(tx, change);
    const request = await askSecond(tx, { ...change, person, kind: 'reset-second-factor' });
    if (request !== null) return { kind: 'asked', request };
    return { kind: 'done', done: await takeSecondFactor(tx, change) };
  });
}

/** For a forgotten password: a one-time link, which also ends a lockout. */
export async function makePasswordLink(
  database: Database,
  publicUrl: string,
  change: Change,
): Promise<KeyOutcome<OneTimeLink>> {
  return inTransaction(database.pool, async (tx): Promise<KeyOutcome<OneTimeLink>> => {
    const person = await lockOther(tx, change);
    const request = await askSecond(tx, { ...change, person, kind: 'password-link' });
    if (request !== null) return { kind: 'asked', request };
    return { kind: 'done', done: await giveNewPasswordLink(tx, publicUrl, change) };
  });
}

/** A third officer says who holds an account, or takes that back; whoever may be the same person says nothing. */
export async function confirmHolder(
  database: Database,
  { by, personId, requestId }: Change,
  confirmed: boolean,
): Promise<void> {
  await inTransaction(database.pool, async (tx) => {
    const { deactivatedAt, twoFactorEnabled } = await lockOther(tx, { by, personId });
    if (confirmed) {
      if (deactivatedAt !== null) throw new Refusal('deactivated');
      if (!twoFactorEnabled) throw new Refusal('not-set-up');
      await requireSecondPerson(tx, by.id, [personId]);
    }
    await updateConfirmed(tx, personId, confirmed ? by.id : null);
    await writeAudit(tx, {
      actor: by,
      action: confirmed ? 'person.confirm-holder' : 'person.doubt-holder',
      subject: `person/${personId}`,
      requestId,
    });
  });
}

function alter(
  database: Database,
  change: Change,
  action: string,
  alterRows: (tx: Queryable) => Promise<void>,
): Promise<Person> {
  return inTransaction(database.pool, (tx) =>
    alterPerson(tx, { ...change, action }, () => alterRows(tx)),
  );
}
