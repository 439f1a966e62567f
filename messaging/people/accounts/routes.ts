import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { recordableKinds } from '../../../campaigns/activities/rights.ts';
import { type OfficePlaces, officeName, toOffice } from '../../../campaigns/offices/office.ts';
import { roles } from '../../../campaigns/offices/role.ts';
import { accountRoutes } from '../../contract/people/accounts.ts';
import { listStandIns } from './deputies-sql.ts';
import { acceptInvitation, readInvitation } from './invitations.ts';
import { listNotices } from './notices-sql.ts';
import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  findSecondFactor,
  renewBackupCodes,
  signOut,
} from './own-account.ts';
import type { PasswordHashing } from './password-hashing.ts';
import { readPasswordHash } from './people-sql.ts';
import { type SignInDependencies, signIn, signInSecond } from './sign-in.ts';

export interface AccountRouteDependencies extends SignInDependencies, OfficePlaces {
  hashing: PasswordHashing;
}

const open = { access: 'public' as const };
const signedIn = { access: roles };
const settingUp = { access: roles, withoutSecondFactor: true };

/** Signing in and out, and the links that make an account. */
export function registerSignIn(app: FastifyInstance, dependencies: AccountRouteDependencies) {
  const { database, hashing } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();

  routes.route({
    ...accountRoutes.signIn,
    config: open,
    handler: async (request, reply) => ({
      next: await signIn(dependencies, request, reply, request.body),
    }),
  });
  routes.route({
    ...accountRoutes.signInSecond,
    config: open,
    handler: async (request, reply) => {
      await signInSecond(dependencies, request, reply, request.body);
      return reply.code(204).send();
    },
  });
  routes.route({
    ...accountRoutes.signOut,
    config: settingUp,
    handler: async (request, reply) => {
      await signOut(dependencies, request, reply, request.body.everywhere);
      return reply.code(204).send();
    },
  });
  routes.route({
    ...accountRoutes.readInvitation,
    config: open,
    handler: async ({ body }) => {
      const { role, area, ...shown } = await readInvitation(database.pool, body.token);
      return { ...shown, office: officeName({ role, area }, dependencies) };
    },
  });
  routes.route({
    ...accountRoutes.acceptInvitation,
    config: open,
    handler: async (request, reply) => {
      await acceptInvitation(database, hashing, { ...request.body, requestId: request.id });
      return reply.code(204).send();
    },
  });
}

/** The caller's own account. */
export function registerOwnAccount(app: FastifyInstance, dependencies: AccountRouteDependencies) {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...accountRoutes.me,
    config: settingUp,
    handler: (request) => viewOwnAccount(dependencies, request),
  });
  routes.route({
    ...accountRoutes.changePassword,
    config: signedIn,
    handler: async (request, reply) => {
      await changePassword(dependencies, request, reply, request.body);
      return reply.code(204).send();
    },
  });
  routes.route({
    ...accountRoutes.beginSecondFactor,
    config: settingUp,
    handler: async (request) => beginSecondFactor(dependencies, request, request.body.password),
  });
  routes.route({
    ...accountRoutes.confirmSecondFactor,
    config: settingUp,
    handler: async (request, reply) => {
      await confirmSecondFactor(dependencies, request, reply, request.body.code);
      return reply.code(204).send();
    },
  });
  routes.route({
    ...accountRoutes.renewBackupCodes,
    config: signedIn,
    handler: async (request) => ({
      backupCodes: await renewBackupCodes(dependencies, request, request.body.password),
    }),
  });
}

async function viewOwnAccount(dependencies: AccountRouteDependencies, request: FastifyRequest) {
  const { actor } = request;
  const { pool } = dependencies.database;
  const { id, name } = actor;
  const { role, area } = toOffice(actor);
  const secondFactor = await findSecondFactor(dependencies, request);
  const hasPassword = (await readPasswordHash(pool, id)) !== undefined;
  const notices = await listNotices(pool, id);
  const office = officeName({ role, area }, dependencies);
  return {
    id,
    name,
    role,
    area,
    records: [...recordableKinds(actor)],
    office,
    secondFactor,
    hasPassword,
    standsInFor: actor.standsInFor ?? null,
    mayStandInFor: await listStandIns(pool, id),
    notices,
  };
}
