import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { reference, secret } from '../../../campaigns/text-types.ts';
import { bilingual, refusals } from '../../contract/route.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { spendOnce } from '../../platform/http/attempts-sql.ts';
import { addRoutes, serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type ProviderSignOut, verifyLogoutToken } from '../identity-provider/claims.ts';
import type { SignInSettings } from '../identity-provider/sign-in-settings.ts';
import { signInStep } from './accounts-schemas.ts';
import { toProviderAccount } from './provider-plugin.ts';
import {
  beginProviderSignIn,
  finishProviderSignIn,
  type ProviderDependencies,
} from './provider-sign-in.ts';
import { endProviderSessions } from './provider-sql.ts';

const open = { access: 'public' as const };
const formLimitBytes = 16 * 1024;

const state = secret({ max: 500 });
const iss = reference({ min: 1, max: 500 }).optional();

/** Signing in by an identity provider (OpenID Connect). `dependencies` is undefined where none is set up. */
export function registerProvider(
  app: FastifyInstance,
  settings: SignInSettings,
  dependencies: ProviderDependencies | undefined,
): void {
  addRoutes(app, providerRoutes(settings, dependencies));
  void app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: formLimitBytes },
      (_request, body, parsed) =>
        parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    addRoutes(scope, providerFormRoutes(dependencies));
  });
}

export function providerRoutes(
  { provider, passwords }: SignInSettings,
  dependencies: ProviderDependencies | undefined,
) {
  return [
    serveRoute('GET /api/sign-in/ways', {
      summary: 'Ways by which officers sign in here',
      response: {
        200: z.object({
          provider: bilingual.nullable().describe('Words on the button of the identity provider'),
          passwords: z
            .boolean()
            .describe('Whether passwords and passkeys open more than one account'),
        }),
      },
      config: open,
      handler: async () => ({ provider: provider?.button ?? null, passwords }),
    }),
    serveRoute('POST /api/sign-in/provider/begin', {
      summary: 'Begins a sign-in at the identity provider; its address is opened next',
      response: { 200: z.object({ url: z.string() }), ...refusals(403, 404, 429, 503) },
      config: open,
      handler: (request, reply) => beginProviderSignIn(expect(dependencies), request, reply),
    }),
    serveRoute('POST /api/sign-in/provider', {
      summary: 'Ends it with the answer that stands in the address to which the provider sent back',
      body: z.union([
        z.object({ state, iss, code: secret({ max: 4000 }) }),
        z.object({ state, iss, error: reference({ min: 1, max: 200 }) }),
      ]),
      response: {
        200: z.object({ next: signInStep }),
        ...refusals(400, 401, 403, 404, 429, 503),
      },
      config: { ...open, tries: ['provider-answer'] },
      handler: async (request, reply) => ({
        next: await finishProviderSignIn(expect(dependencies), request, reply, request.body),
      }),
    }),
  ];
}

function providerFormRoutes(dependencies: ProviderDependencies | undefined) {
  return [
    serveRoute('POST /api/sign-in/provider/sign-out', {
      summary:
        'Called by the identity provider when somebody signs out there (back-channel logout)',
      body: z.object({ logout_token: secret({ max: 10_000 }) }),
      response: {
        200: z.object({}).describe('What began there has ended here'),
        ...refusals(400, 403, 404, 503),
      },
      config: open,
      handler: async (request) => {
        await signOutByProvider(expect(dependencies), request, request.body.logout_token);
        return {};
      },
    }),
  ];
}

function expect(dependencies: ProviderDependencies | undefined): ProviderDependencies {
  if (dependencies === undefined) throw new Refusal('not-found');
  return dependencies;
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
