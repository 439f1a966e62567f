import { createHash, randomBytes } from 'node:crypto';
import { dayMs } from '../../../campaigns/durations.ts';
import type { Office } from '../../../campaigns/offices/office.ts';
import type { AuditEntry } from '../../platform/database/audit-chain.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { attemptSubject, forgetAttempts } from '../../platform/http/attempts-sql.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  findOpenInvitation,
  insertInvitation,
  type StoredInvitation,
  useInvitation,
  voidInvitationsTo,
} from './invitations-sql.ts';
import { checkPassword } from './password.ts';
import type { PasswordHashing } from './password-hashing.ts';
import { findPerson, findPersonByEmail, insertPerson, updatePassword } from './people-sql.ts';
import { deleteSessions } from './sessions-sql.ts';

const lifeDays = 7;

export interface NewInvitation extends Office {
  email: string;
  /** An officer, or the command on the server. */
  by: AuditEntry['actor'];
  requestId?: string | undefined;
}

/** A link that is shown once, to the one who made it. */
export interface OneTimeLink {
  link: string;
  expiresAt: Date;
}

/** An invitation as the holder of its link may know it. */
export interface OpenInvitation extends Office {
  kind: 'new-account' | 'new-password';
  email: string;
  expiresAt: Date;
}

/** Invites somebody to an office; an earlier invitation of the same address is void then. */
export async function invite(
  database: Database,
  publicUrl: string,
  invitation: NewInvitation,
): Promise<OneTimeLink> {
  return inTransaction(database.pool, (tx) => inviteIn(tx, publicUrl, invitation));
}

/** The same, inside the transaction of what goes with it. */
export async function inviteIn(
  tx: Queryable,
  publicUrl: string,
  { email, role, area, by, requestId }: NewInvitation,
): Promise<OneTimeLink> {
  if (await isTaken(tx, email)) throw new Refusal('email-taken');
  const made = await addLink(tx, publicUrl, { email, role, area, personId: null, by });
  await writeAudit(tx, {
    actor: by,
    action: 'person.invite',
    subject: `invitation/${email}`,
    after: { email, role, area, expiresAt: made.expiresAt },
    requestId,
  });
  return made;
}

/** Adds a link; called inside the transaction of what it is for. */
export async function addLink(
  tx: Queryable,
  publicUrl: string,
  { email, role, area, personId, by }: NewInvitation & { personId: string | null },
): Promise<OneTimeLink> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + lifeDays * dayMs);
  await voidInvitationsTo(tx, email);
  await insertInvitation(tx, hashToken(token), {
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

/** @throws a refusal `link-void` */
export async function readInvitation(database: Queryable, token: string): Promise<OpenInvitation> {
  const found = await findOpenInvitation(database, hashToken(token));
  if (found === undefined) throw new Refusal('link-void');
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
export async function acceptInvitation(
  database: Database,
  hashing: PasswordHashing,
  input: Acceptance,
): Promise<void> {
  const open = await readInvitation(database.pool, input.token);
  checkPassword(input.password, [input.name, open.email]);
  const password = await hashing.hash(input.password);
  await inTransaction(database.pool, async (tx) => {
    const used = await useInvitation(tx, hashToken(input.token));
    if (used === undefined) throw new Refusal('link-void');
    if (used.personId === null) await addPerson(tx, { ...used, ...input, password });
    else await setPassword(tx, { ...used, ...input, personId: used.personId, password });
    await forgetAttempts(tx, 'password', attemptSubject(used.email));
  });
}

type Used = Pick<StoredInvitation, 'email' | 'role' | 'area' | 'invitedBy'> & Acceptance;

async function addPerson(tx: Queryable, input: Used) {
  const { email, role, area, invitedBy, name, password, requestId } = input;
  if (await isTaken(tx, email)) throw new Refusal('email-taken');
  const id = await insertPerson(tx, { name, email, role, area, invitedBy }, password);
  await writeAudit(tx, {
    actor: { id, name, role },
    action: 'person.join',
    subject: `person/${id}`,
    after: { name, email, role, area },
    requestId,
  });
}

async function setPassword(
  tx: Queryable,
  { personId, password, requestId }: Used & { personId: string },
) {
  await updatePassword(tx, personId, password);
  await deleteSessions(tx, personId);
  const owner = await findPerson(tx, personId);
  if (owner === undefined) throw new Refusal('link-void');
  await writeAudit(tx, {
    actor: owner,
    action: 'person.set-password',
    subject: `person/${personId}`,
    requestId,
  });
}

async function isTaken(database: Queryable, email: string): Promise<boolean> {
  return (await findPersonByEmail(database, email)) !== undefined;
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
