import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { spendOnce } from '../../platform/http/attempts-sql.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type ProviderSignOut, verifyLogoutToken } from '../identity-provider/claims.ts';
import type { SignInSettings } from '../identity-provider/sign-in-settings.ts';
import { toProviderAccount } from './provider-plugin.ts';
import {
  beginProviderSignIn,
  finishProviderSignIn,
  type ProviderDependencies,
} from './provider-sign-in.ts';
import { endProviderSessions } from './provider-sql.ts';
import { signInRoutes } from './sign-in-schemas.ts';

const open = { access: 'public' as const };
const formLimitBytes = 16 * 1024;

/** Signing in by an identity provider. `dependencies` is undefined where none is set up. */
export function registerProvider(
  app: FastifyInstance,
  { provider, passwords }: SignInSettings,
  dependencies: ProviderDependencies | undefined,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const required = () => {
    if (dependencies === undefined) throw new Refusal('not-found');
    return dependencies;
  };

  routes.route({
    ...signInRoutes.ways,
    config: open,
    handler: async () => ({ provider: provider?.button ?? null, passwords }),
  });
  routes.route({
    ...signInRoutes.beginAtProvider,
    config: open,
    handler: (request, reply) => beginProviderSignIn(required(), request, reply),
  });
  routes.route({
    ...signInRoutes.signInByProvider,
    config: { ...open, tries: ['provider-answer'] },
    handler: async (request, reply) => ({
      next: await finishProviderSignIn(required(), request, reply, request.body),
    }),
  });
  void app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: formLimitBytes },
      (_request, body, parsed) =>
        parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.withTypeProvider<ZodTypeProvider>().route({
      ...signInRoutes.signOutByProvider,
      config: open,
      handler: async (request) => {
        await signOutByProvider(required(), request, request.body.logout_token);
        return {};
      },
    });
  });
}

/** Ends what began at the provider's session that ended there. A token counts once. */
async function signOutByProvider(
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
