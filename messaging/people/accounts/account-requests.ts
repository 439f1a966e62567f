import type { Actor } from '../../../campaigns/offices/actor.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  type AccountRequest,
  closeRequest,
  gaveKeyLately,
  insertRequest,
  isOtherAdministrator,
  type KeyKind,
  lockOpenRequest,
  lockPersonOfRequest,
} from './account-requests-sql.ts';
import type { OneTimeLink } from './invitations.ts';
import { giveNewPasswordLink, takeSecondFactor } from './key-changes.ts';
import type { Person } from './people-sql.ts';
import { requireSecondPerson } from './second-person.ts';

const otherKey: Record<KeyKind, KeyKind> = {
  'reset-second-factor': 'password-link',
  'password-link': 'reset-second-factor',
};
const askActions: Record<KeyKind, string> = {
  'reset-second-factor': 'person.ask-second-factor',
  'password-link': 'person.ask-password-link',
};

/**
 * Asks for a second administrator where this one gave the account's other key within the last days: with a new password
 * and no second factor the account would be this administrator's. Null where one is enough.
 */
export async function askSecond(
  tx: Queryable,
  { person, kind }: { person: Person; kind: KeyKind },
  caller: Caller,
): Promise<AccountRequest | null> {
  const held = { personId: person.id, kind: otherKey[kind], by: caller.actor.id };
  if (!(await gaveKeyLately(tx, held))) return null;
  const request = await insertRequest(tx, { personId: person.id, kind, askedBy: caller.actor.id });
  await writeAudit(tx, {
    ...caller,
    action: askActions[kind],
    subject: `person/${person.id}`,
    after: { request: request.id },
  });
  return request;
}

/** Gives the key that was asked for; a new link is shown to the one who confirms, and not to the one who asked. */
export async function confirmRequest(
  { database, publicUrl }: { database: Database; publicUrl: string },
  id: number,
  caller: Caller,
): Promise<OneTimeLink | null> {
  return inTransaction(database.pool, async (tx) => {
    const { kind, personId, askedBy } = await requireConfirmable(tx, id, caller.actor);
    await closeRequest(tx, { id, by: caller.actor.id, confirmed: true });
    if (kind === 'password-link')
      return giveNewPasswordLink(tx, { publicUrl, personId, askedBy }, caller);
    await takeSecondFactor(tx, { personId, askedBy }, caller);
    return null;
  });
}

/** Refuses it, or takes it back. */
export async function refuseRequest(database: Database, id: number, caller: Caller): Promise<void> {
  await inTransaction(database.pool, async (tx) => {
    const { kind, personId, askedBy } = await requireOpen(tx, id);
    await closeRequest(tx, { id, by: caller.actor.id, confirmed: false });
    await writeAudit(tx, {
      ...caller,
      action: 'person.refuse-request',
      subject: `person/${personId}`,
      before: { kind, askedBy },
    });
  });
}

/** Holds the account first and the request then, as asking does: two in opposite order would wait for each other. */
async function requireOpen(tx: Queryable, id: number): Promise<AccountRequest> {
  await lockPersonOfRequest(tx, id);
  const found = await lockOpenRequest(tx, id);
  if (found === undefined) throw new Refusal('no-such-request');
  return found;
}

/** A second person confirms, and not the owner; HQ only where no other administrator is. */
async function requireConfirmable(
  tx: Queryable,
  id: number,
  actor: Actor,
): Promise<AccountRequest> {
  const request = await requireOpen(tx, id);
  const { askedBy, personId } = request;
  if (actor.id === askedBy) throw new Refusal('own-request');
  if (actor.id === personId) throw new Refusal('own-account');
  if (actor.role !== 'admin' && (await isOtherAdministrator(tx, { askedBy, personId }))) {
    throw new Refusal('administrator-decides');
  }
  await requireSecondPerson(tx, actor.id, [askedBy]);
  return request;
}
