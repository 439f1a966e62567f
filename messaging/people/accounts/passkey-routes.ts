import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { roles } from '../../../campaigns/offices/role.ts';
import { passkeyRoutes } from '../../contract/people/passkeys.ts';
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  removePasskey,
  signInByPasskey,
} from './passkeys.ts';
import { listPasskeys } from './passkeys-sql.ts';
import type { SignInDependencies } from './sign-in.ts';

/** Keys of the officer's own devices: added and removed after sign-in, and signing in by one. */
export function registerPasskeys(app: FastifyInstance, dependencies: SignInDependencies): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const open = { access: 'public' as const };
  const signedIn = { access: roles };

  routes.route({
    ...passkeyRoutes.list,
    config: signedIn,
    handler: async ({ actor }) => listPasskeys(dependencies.database.pool, actor.id),
  });
  routes.route({
    ...passkeyRoutes.begin,
    config: signedIn,
    handler: async (request, reply) =>
      beginPasskey(dependencies, request, reply, request.body.password),
  });
  routes.route({
    ...passkeyRoutes.add,
    config: signedIn,
    handler: async (request, reply) =>
      reply.code(201).send(await addPasskey(dependencies, request, request.body)),
  });
  routes.route({
    ...passkeyRoutes.remove,
    config: signedIn,
    handler: async (request, reply) => {
      await removePasskey(dependencies, request, request.params.id);
      return reply.code(204).send();
    },
  });
  routes.route({
    ...passkeyRoutes.beginSignIn,
    config: open,
    handler: async (request, reply) => beginPasskeySignIn(dependencies, request, reply),
  });
  routes.route({
    ...passkeyRoutes.signIn,
    config: open,
    handler: async (request, reply) => {
      await signInByPasskey(dependencies, request, reply, request.body.response);
      return reply.code(204).send();
    },
  });
}
