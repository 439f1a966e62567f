import type { FastifyRequest } from 'fastify';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { SignInSettings } from '../identity-provider/sign-in-settings.ts';
import { findPersonByEmail, type Person, updatePerson } from './people-sql.ts';

export interface OwnSignIn {
  database: Database;
  settings: SignInSettings;
}

/**
 * Whether an address may sign in by what it has here, a password or a passkey: everybody's, or that of the one
 * administrator who gets in while the identity provider is away.
 * @throws a refusal `passwords-off`
 */
export async function requireOwnSignIn(
  { database, settings }: OwnSignIn,
  email: string,
): Promise<void> {
  if (settings.passwords) return;
  const isNamed = email.toLowerCase() === settings.breakGlassEmail;
  const owner = isNamed ? await findPersonByEmail(database.pool, email) : undefined;
  if (owner?.role !== 'admin') throw new Refusal('passwords-off');
}

/** Writes down that somebody signed in by what only the break-glass administrator may use; an alert follows from it. */
export async function noteOwnSignIn(
  { database, settings }: OwnSignIn,
  { id: requestId }: FastifyRequest,
  owner: Person,
): Promise<void> {
  if (settings.passwords) return;
  await inTransaction(database.pool, async (tx) => {
    await updatePerson(tx, owner.id, {}, 'break_glass_at = now()');
    await writeAudit(tx, {
      actor: owner,
      action: 'session.break-glass',
      subject: `person/${owner.id}`,
      requestId,
    });
  });
}
