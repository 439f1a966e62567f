import type { Actor } from '../../../campaigns/offices/actor.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
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

/** Who decides on which request, in which HTTP request. */
export interface RequestDecision {
  by: Actor;
  id: number;
  requestId: string;
}

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
  { by, person, kind, requestId }: { by: Actor; person: Person; kind: KeyKind; requestId: string },
): Promise<AccountRequest | null> {
  const held = { personId: person.id, kind: otherKey[kind], by: by.id };
  if (!(await gaveKeyLately(tx, held))) return null;
  const request = await insertRequest(tx, { personId: person.id, kind, askedBy: by.id });
  await writeAudit(tx, {
    actor: by,
    action: askActions[kind],
    subject: `person/${person.id}`,
    after: { request: request.id },
    requestId,
  });
  return request;
}

/** Gives the key that was asked for; a new link is shown to the one who confirms, and not to the one who asked. */
export async function confirmRequest(
  database: Database,
  publicUrl: string,
  decision: RequestDecision,
): Promise<OneTimeLink | null> {
  return inTransaction(database.pool, async (tx) => {
    const request = await openRequest(tx, decision.id);
    await refuseUnfit(tx, request, decision.by);
    await closeRequest(tx, { id: request.id, by: decision.by.id, confirmed: true });
    const change = { ...decision, personId: request.personId, askedBy: request.askedBy };
    if (request.kind === 'password-link') return giveNewPasswordLink(tx, publicUrl, change);
    await takeSecondFactor(tx, change);
    return null;
  });
}

/** Refuses it, or takes it back. */
export async function refuseRequest(database: Database, decision: RequestDecision): Promise<void> {
  await inTransaction(database.pool, async (tx) => {
    const { id, kind, personId, askedBy } = await openRequest(tx, decision.id);
    await closeRequest(tx, { id, by: decision.by.id, confirmed: false });
    await writeAudit(tx, {
      actor: decision.by,
      action: 'person.refuse-request',
      subject: `person/${personId}`,
      before: { kind, askedBy },
      requestId: decision.requestId,
    });
  });
}

/** Holds the account first and the request then, as asking does: two in opposite order would wait for each other. */
async function openRequest(tx: Queryable, id: number): Promise<AccountRequest> {
  await lockPersonOfRequest(tx, id);
  const found = await lockOpenRequest(tx, id);
  if (found === undefined) throw new Refusal('no-such-request');
  return found;
}

/** A second person confirms, and not the owner; HQ only where no other administrator is. */
async function refuseUnfit(
  tx: Queryable,
  { askedBy, personId }: AccountRequest,
  by: Actor,
): Promise<void> {
  if (by.id === askedBy) throw new Refusal('own-request');
  if (by.id === personId) throw new Refusal('own-account');
  if (by.role !== 'admin' && (await isOtherAdministrator(tx, { askedBy, personId }))) {
    throw new Refusal('administrator-decides');
  }
  await requireSecondPerson(tx, by.id, [askedBy]);
}
