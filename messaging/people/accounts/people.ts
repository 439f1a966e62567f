import type { Office } from '../../../campaigns/offices/office.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { askSecond } from './account-requests.ts';
import type { AccountRequest } from './account-requests-sql.ts';
import type { OneTimeLink } from './invitations.ts';
import { voidInvitations } from './invitations-sql.ts';
import { alterPerson, giveNewPasswordLink, lockOther, takeSecondFactor } from './key-changes.ts';
import { type Person, unconfirmed, updatePerson } from './people-sql.ts';
import { deleteLinks, isProvidersAlone } from './provider-sql.ts';
import { requireSecondPerson } from './second-person.ts';
import { deleteSessions } from './sessions-sql.ts';

/** Done, or asked of a second administrator. */
export type KeyOutcome<Done> =
  | { kind: 'done'; done: Done }
  | { kind: 'asked'; request: AccountRequest };

/** Gives another role or area. It counts from the next request on; sessions end, since rights may shrink. */
export function changeOffice(
  database: Database,
  { personId, role, area }: Office & { personId: string },
  caller: Caller,
): Promise<Person> {
  const change = { personId, action: 'person.change-office' };
  return inTransaction(database.pool, (tx) =>
    alterPerson(tx, change, caller, async () => {
      await updatePerson(tx, personId, { role, area });
      await deleteSessions(tx, personId);
      await voidInvitations(tx, personId);
    }),
  );
}

/** Ends or opens an account. A deactivated officer is signed out at once, and the links that he made end too. */
export function setDeactivated(
  database: Database,
  { personId, deactivated }: { personId: string; deactivated: boolean },
  caller: Caller,
): Promise<Person> {
  const action = deactivated ? 'person.deactivate' : 'person.reactivate';
  return inTransaction(database.pool, (tx) =>
    alterPerson(tx, { personId, action }, caller, async () => {
      await updatePerson(tx, personId, {}, `deactivated_at = ${deactivated ? 'now()' : 'NULL'}`);
      if (!deactivated) return;
      await deleteSessions(tx, personId);
      await voidInvitations(tx, personId);
    }),
  );
}

/** For an officer with a new account at the identity provider: the next sign-in there links it, by the address. */
export function unlinkProvider(
  database: Database,
  personId: string,
  caller: Caller,
): Promise<Person> {
  const change = { personId, action: 'person.unlink-provider' };
  return inTransaction(database.pool, (tx) =>
    alterPerson(tx, change, caller, async () => {
      await deleteLinks(tx, personId);
      await deleteSessions(tx, personId);
    }),
  );
}

/** For a lost phone: the second factor is set up again at the next sign-in. */
export async function resetSecondFactor(
  database: Database,
  personId: string,
  caller: Caller,
): Promise<KeyOutcome<Person>> {
  return inTransaction(database.pool, async (tx): Promise<KeyOutcome<Person>> => {
    const person = await lockOther(tx, personId, caller.actor);
    const request = await askSecond(tx, { person, kind: 'reset-second-factor' }, caller);
    if (request !== null) return { kind: 'asked', request };
    return { kind: 'done', done: await takeSecondFactor(tx, { personId }, caller) };
  });
}

/** For a forgotten password: a one-time link, which also ends a lockout. */
export async function makePasswordLink(
  { database, publicUrl }: { database: Database; publicUrl: string },
  personId: string,
  caller: Caller,
): Promise<KeyOutcome<OneTimeLink>> {
  return inTransaction(database.pool, async (tx): Promise<KeyOutcome<OneTimeLink>> => {
    const person = await lockOther(tx, personId, caller.actor);
    const request = await askSecond(tx, { person, kind: 'password-link' }, caller);
    if (request !== null) return { kind: 'asked', request };
    return { kind: 'done', done: await giveNewPasswordLink(tx, { publicUrl, personId }, caller) };
  });
}

/** A third officer says who holds an account, or takes that back; one who may be the same person has no say. */
export async function confirmHolder(
  database: Database,
  { personId, confirmed }: { personId: string; confirmed: boolean },
  caller: Caller,
): Promise<void> {
  await inTransaction(database.pool, async (tx) => {
    const { deactivatedAt, twoFactorEnabled } = await lockOther(tx, personId, caller.actor);
    if (confirmed) {
      if (deactivatedAt !== null) throw new Refusal('deactivated');
      if (!twoFactorEnabled && !(await isProvidersAlone(tx, personId))) {
        throw new Refusal('not-set-up');
      }
      await requireSecondPerson(tx, caller.actor.id, [personId]);
    }
    await (confirmed
      ? updatePerson(tx, personId, { confirmedBy: caller.actor.id }, 'confirmed_at = now()')
      : updatePerson(tx, personId, unconfirmed));
    await writeAudit(tx, {
      ...caller,
      action: confirmed ? 'person.confirm-holder' : 'person.doubt-holder',
      subject: `person/${personId}`,
    });
  });
}
