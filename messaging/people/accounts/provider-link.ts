import type { FastifyRequest } from 'fastify';
import { recordAudit, writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { ProviderClaims } from '../identity-provider/claims.ts';
import { useInvitationTo } from './invitations-sql.ts';
import {
  findPerson,
  findPersonByEmail,
  insertPerson,
  lockPerson,
  type Person,
} from './people-sql.ts';
import { toProviderAccount } from './provider-plugin.ts';
import { findLink, findLinked, insertLink } from './provider-sql.ts';

/** A person who may sign in by an account at the provider, and whether they have done so before. */
export interface Admitted {
  person: Person;
  isLinked: boolean;
}

interface Asked {
  database: Database;
  issuer: string;
  request: FastifyRequest;
}

/**
 * Finds whom an account at the provider opens: by issuer and subject; and where it is seen for the first time, by the
 * verified e-mail address of an account or an open invitation here. Nothing is linked yet, but by an invitation.
 * @throws refusals that begin with `provider-`, and `deactivated`
 */
export async function findAdmitted(asked: Asked, claims: ProviderClaims): Promise<Admitted> {
  const { database, issuer } = asked;
  const account = toProviderAccount(issuer, claims.subject);
  const linked = await findLinked(database.pool, account);
  if (linked !== undefined) {
    await requireActive(asked, linked);
    return { person: linked, isLinked: true };
  }
  if (claims.email === null) throw new Refusal('provider-email');
  const found = await findPersonByEmail(database.pool, claims.email);
  if (found === undefined) return { person: await join(asked, claims, account), isLinked: true };
  await requireActive(asked, found);
  // At the provider the address belongs to another account now: that one is somebody else, or says to be.
  if ((await findLink(database.pool, found.id, issuer)) !== undefined) {
    await recordRefusal(asked, found, 'provider-other');
    throw new Refusal('provider-other');
  }
  return { person: found, isLinked: false };
}

/** Links an account at the provider to a person, once and for all. */
export async function link(
  { database, issuer, request }: Asked,
  personId: string,
  account: string,
): Promise<void> {
  await inTransaction(database.pool, async (tx) => {
    const person = await lockPerson(tx, personId);
    if (person === undefined) throw new Refusal('provider-unknown');
    const present = await findLink(tx, personId, issuer);
    if (present === account) return;
    if (present !== undefined) throw new Refusal('provider-other');
    await addLink(tx, { person, account, issuer, request });
  });
}

async function addLink(
  tx: Queryable,
  {
    person,
    account,
    issuer,
    request,
  }: Omit<Asked, 'database'> & { person: Person; account: string },
): Promise<void> {
  if (!(await insertLink(tx, person.id, account))) throw new Refusal('provider-other');
  await writeAudit(tx, {
    actor: person,
    action: 'person.link-provider',
    subject: `person/${person.id}`,
    after: { issuer },
    requestId: request.id,
  });
}

/** Makes the account of somebody who was invited: office and area are those of the invitation. */
async function join(
  { database, issuer, request }: Asked,
  { email, name }: ProviderClaims,
  account: string,
): Promise<Person> {
  if (email === null) throw new Refusal('provider-email');
  return inTransaction(database.pool, async (tx) => {
    const invitation = await useInvitationTo(tx, email);
    if (invitation === undefined) throw new Refusal('provider-unknown');
    const { role, area, invitedBy } = invitation;
    const joining = { name: name ?? email, email, role, area, invitedBy };
    const id = await insertPerson(tx, joining, null);
    const person = await findPerson(tx, id);
    if (person === undefined) throw new Error('Expected the person who joined, got none');
    await writeAudit(tx, {
      actor: person,
      action: 'person.join',
      subject: `person/${id}`,
      after: { name: joining.name, email, role, area },
      requestId: request.id,
    });
    await addLink(tx, { person, account, issuer, request });
    return person;
  });
}

async function requireActive(asked: Asked, person: Person): Promise<void> {
  if (person.deactivatedAt === null) return;
  await recordRefusal(asked, person, 'deactivated');
  throw new Refusal('deactivated');
}

/** Somebody from outside tried to sign in as this person. */
async function recordRefusal(
  { database, issuer, request }: Asked,
  { id }: Person,
  reason: string,
): Promise<void> {
  await recordAudit(database.pool, {
    actor: 'citizen',
    action: 'session.refuse',
    subject: `person/${id}`,
    after: { issuer, reason },
    requestId: request.id,
  });
}
