import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Actor } from '../../campaigns/offices/actor.ts';
import type { Office } from '../../campaigns/offices/office.ts';
import { writeAudit } from '../database/audit-log-sql.ts';
import type { Database, Handle } from '../database/database.ts';
import { ApiError } from '../http/api-error.ts';
import { addLink, type OneTimeLink } from './invitations.ts';
import { attemptSubject, clearAttempts } from './lockout.ts';
import { invitation, person, session, twoFactor } from './schema.ts';

/** An account as the console lists it. */
export type Person = Pick<
  typeof person.$inferSelect,
  'id' | 'name' | 'email' | 'role' | 'area' | 'twoFactorEnabled' | 'deactivatedAt' | 'createdAt'
>;

/** Who changes whose account, in which request. */
export interface Change {
  by: Actor;
  personId: string;
  requestId: string;
}

export function listPeople(handle: Handle): Promise<Person[]> {
  return handle.select(columns).from(person).orderBy(asc(person.role), asc(person.name));
}

/** Gives another role or area. It counts from the next request on; sessions end, since rights may shrink. */
export async function changeOffice(
  database: Database,
  change: Change,
  { role, area }: Office,
): Promise<Person> {
  return alter(database, change, 'person.change-office', async (tx) => {
    await tx
      .update(person)
      .set({ role, area, updatedAt: sql`now()` })
      .where(eq(person.id, change.personId));
    await endSessions(tx, change.personId);
    await voidLinks(tx, change.personId);
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
    await tx
      .update(person)
      .set({ deactivatedAt: deactivated ? sql`now()` : null, updatedAt: sql`now()` })
      .where(eq(person.id, change.personId));
    if (!deactivated) return;
    await endSessions(tx, change.personId);
    await voidLinks(tx, change.personId);
  });
}

/** For a lost phone: the second factor is set up anew at the next sign-in. */
export async function resetSecondFactor(database: Database, change: Change): Promise<Person> {
  return alter(database, change, 'person.reset-second-factor', async (tx) => {
    await tx.delete(twoFactor).where(eq(twoFactor.userId, change.personId));
    await tx
      .update(person)
      .set({ twoFactorEnabled: false, updatedAt: sql`now()` })
      .where(eq(person.id, change.personId));
    await endSessions(tx, change.personId);
  });
}

/** For a forgotten password: a one-time link, which also ends a lockout. */
export async function makePasswordLink(
  database: Database,
  publicUrl: string,
  change: Change,
): Promise<OneTimeLink> {
  return database.orm.transaction(async (tx) => {
    const owner = await lockPerson(tx, change);
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

const columns = {
  id: person.id,
  name: person.name,
  email: person.email,
  role: person.role,
  area: person.area,
  twoFactorEnabled: person.twoFactorEnabled,
  deactivatedAt: person.deactivatedAt,
  createdAt: person.createdAt,
};

async function alter(
  database: Database,
  change: Change,
  action: string,
  alterRows: (tx: Handle) => Promise<void>,
): Promise<Person> {
  return database.orm.transaction(async (tx) => {
    const before = await lockPerson(tx, change);
    await alterRows(tx);
    const [after] = await tx.select(columns).from(person).where(eq(person.id, before.id));
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
async function lockPerson(tx: Handle, { by, personId }: Change): Promise<Person> {
  if (by.id === personId) throw new ApiError('own-account');
  const [found] = await tx
    .select(columns)
    .from(person)
    .where(eq(person.id, personId))
    .for('update');
  if (found === undefined) throw new ApiError('no-such-person');
  return found;
}

/** Ends every session of a person. */
export async function endSessions(tx: Handle, personId: string): Promise<void> {
  await tx.delete(session).where(eq(session.userId, personId));
}

async function voidLinks(tx: Handle, personId: string): Promise<void> {
  await tx
    .update(invitation)
    .set({ expiresAt: sql`now()` })
    .where(
      and(
        or(eq(invitation.invitedBy, personId), eq(invitation.personId, personId)),
        isNull(invitation.usedAt),
      ),
    );
}
