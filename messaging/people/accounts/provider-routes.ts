import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { Refusal } from '../../platform/process/refusal.ts';
import type { SignInSettings } from '../identity-provider/sign-in-settings.ts';
import {
  beginProviderSignIn,
  finishProviderSignIn,
  type ProviderDependencies,
} from './provider-sign-in.ts';
import { signOutByProvider } from './provider-sign-out.ts';
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
    config: open,
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
