import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Office } from '../../campaigns/offices/office.ts';
import type { AuditEntry } from '../database/audit-chain.ts';
import { writeAudit } from '../database/audit-log-sql.ts';
import type { Database, Handle } from '../database/database.ts';
import { ApiError } from '../http/api-error.ts';
import { attemptSubject, clearAttempts } from './lockout.ts';
import { checkPassword } from './password.ts';
import { credential, invitation, person, session } from './schema.ts';

const lifeDays = 7;

export interface NewInvitation extends Office {
  email: string;
  /** Who invites: an officer, or the command on the server. */
  by: AuditEntry['actor'];
  requestId?: string | undefined;
}

/** A link that is shown once, to the one who made it. */
export interface OneTimeLink {
  link: string;
  expiresAt: Date;
}

/** What the holder of a link may know. */
export interface OpenInvitation extends Office {
  kind: 'new-account' | 'new-password';
  email: string;
  expiresAt: Date;
}

/** Invites somebody to an office; an earlier invitation of the same address is void then. */
export async function invite(
  database: Database,
  publicUrl: string,
  { email, role, area, by, requestId }: NewInvitation,
): Promise<OneTimeLink> {
  return database.orm.transaction(async (tx) => {
    if (await isTaken(tx, email)) throw new ApiError('email-taken');
    const made = await addLink(tx, publicUrl, { email, role, area, personId: null, by });
    await writeAudit(tx, {
      actor: by,
      action: 'person.invite',
      subject: `invitation/${email}`,
      after: { email, role, area, expiresAt: made.expiresAt },
      requestId,
    });
    return made;
  });
}

/** Adds a link; called inside the transaction of what it is for. */
export async function addLink(
  tx: Handle,
  publicUrl: string,
  { email, role, area, personId, by }: NewInvitation & { personId: string | null },
): Promise<OneTimeLink> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + lifeDays * 86_400_000);
  await tx
    .update(invitation)
    .set({ expiresAt: sql`now()` })
    .where(and(eq(invitation.email, email), isNull(invitation.usedAt)));
  await tx.insert(invitation).values({
    tokenHash: hashToken(token),
    personId,
    role,
    area,
    email,
    invitedBy: typeof by === 'string' ? null : by.id,
    expiresAt,
  });
  // Behind #, so that it is in no server's or proxy's log.
  return { link: `${publicUrl}/console/invitation/#${token}`, expiresAt };
}

/** @throws ApiError `link-void` */
export async function readInvitation(handle: Handle, token: string): Promise<OpenInvitation> {
  const [found] = await handle.select().from(invitation).where(isOpen(token));
  if (found === undefined) throw new ApiError('link-void');
  const { email, role, area, expiresAt, personId } = found;
  const kind = personId === null ? 'new-account' : 'new-password';
  return { kind, email, role, area, expiresAt };
}

export interface Acceptance {
  token: string;
  /** For a new account. */
  name: string;
  password: string;
  requestId?: string | undefined;
}

/** Makes the account, or sets the new password. The link is used up by it, and only by it. */
export async function acceptInvitation(database: Database, given: Acceptance): Promise<void> {
  const open = await readInvitation(database.orm, given.token);
  checkPassword(given.password, [given.name, open.email]);
  const password = await hashPassword(given.password);
  await database.orm.transaction(async (tx) => {
    const [used] = await tx
      .update(invitation)
      .set({ usedAt: sql`now()` })
      .where(isOpen(given.token))
      .returning();
    if (used === undefined) throw new ApiError('link-void');
    if (used.personId === null) await addPerson(tx, { ...used, ...given, password });
    else await setPassword(tx, { ...used, ...given, personId: used.personId, password });
    await clearAttempts(tx, attemptSubject(used.email));
  });
}

type Used = Pick<typeof invitation.$inferSelect, 'email' | 'role' | 'area'> & Acceptance;

async function addPerson(tx: Handle, { email, role, area, name, password, requestId }: Used) {
  if (await isTaken(tx, email)) throw new ApiError('email-taken');
  const id = randomUUID();
  await tx.insert(person).values({ id, name, email, role, area });
  await tx
    .insert(credential)
    .values({ id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password });
  await writeAudit(tx, {
    actor: { id, name, role },
    action: 'person.join',
    subject: `person/${id}`,
    after: { name, email, role, area },
    requestId,
  });
}

async function setPassword(
  tx: Handle,
  { personId, password, requestId }: Used & { personId: string },
) {
  await tx
    .update(credential)
    .set({ password, updatedAt: sql`now()` })
    .where(and(eq(credential.userId, personId), eq(credential.providerId, 'credential')));
  await tx.delete(session).where(eq(session.userId, personId));
  const [owner] = await tx.select().from(person).where(eq(person.id, personId));
  if (owner === undefined) throw new ApiError('link-void');
  await writeAudit(tx, {
    actor: owner,
    action: 'person.set-password',
    subject: `person/${personId}`,
    requestId,
  });
}

async function isTaken(handle: Handle, email: string): Promise<boolean> {
  return (await handle.select().from(person).where(eq(person.email, email))).length > 0;
}

function isOpen(token: string) {
  return and(
    eq(invitation.tokenHash, hashToken(token)),
    isNull(invitation.usedAt),
    gt(invitation.expiresAt, sql`now()`),
  );
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
