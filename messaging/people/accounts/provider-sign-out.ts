import type { FastifyRequest } from 'fastify';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type ProviderSignOut, verifyLogoutToken } from '../identity-provider/logout-token.ts';
import { spendOnce } from './attempts-sql.ts';
import { toProviderAccount } from './provider-plugin.ts';
import type { ProviderDependencies } from './provider-sign-in.ts';
import { endProviderSessions } from './provider-sql.ts';

/** Ends what began at the provider's session that ended there. A token counts once. */
export async function signOutByProvider(
  { database, provider }: Pick<ProviderDependencies, 'database' | 'provider'>,
  request: FastifyRequest,
  token: string,
): Promise<void> {
  const { issuer } = provider.settings;
  await provider.readMetadata().catch((cause: unknown) => {
    throw new Refusal('provider-away', {}, { cause });
  });
  const { id, subject, session } = await readToken(provider, request, token);
  const account = subject === null ? null : toProviderAccount(issuer, subject);
  await inTransaction(database.pool, async (tx) => {
    if (!(await spendOnce(tx, `logout-token/${issuer}/${id}`))) {
      throw new Refusal('wrong-logout-token');
    }
    for (const { person, ended } of await endProviderSessions(tx, issuer, { account, session })) {
      await writeAudit(tx, {
        actor: 'service',
        action: 'session.end-by-provider',
        subject: `person/${person.id}`,
        after: { issuer, sessions: ended },
        requestId: request.id,
      });
    }
  });
}

async function readToken(
  provider: ProviderDependencies['provider'],
  request: FastifyRequest,
  token: string,
): Promise<ProviderSignOut> {
  return verifyLogoutToken(provider, token).catch((cause: unknown) => {
    request.log.warn({ err: cause }, 'a logout token was refused');
    throw new Refusal('wrong-logout-token', {}, { cause });
  });
}
