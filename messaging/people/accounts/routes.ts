import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { recordableKinds } from '../../../campaigns/activities/rights.ts';
import { type OfficePlaces, officeName, toOffice } from '../../../campaigns/offices/office.ts';
import { roles } from '../../../campaigns/offices/role.ts';
import { accountRoutes } from '../../contract/people/accounts.ts';
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
import { type SignInDependencies, signIn, signInSecond } from './sign-in.ts';

export interface AccountRouteDependencies extends SignInDependencies, OfficePlaces {
  hashing: PasswordHashing;
}

const open = { access: 'public' as const };
const signedIn = { access: roles };
const settingUp = { access: roles, withoutSecondFactor: true };

/** Signing in and out, the own account, and the links that make one. */
export function registerAccounts(app: FastifyInstance, dependencies: AccountRouteDependencies) {
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
    ...accountRoutes.me,
    config: settingUp,
    handler: async ({ actor }) => {
      const { id, name } = actor;
      const { role, area } = toOffice(actor);
      const secondFactor = await findSecondFactor(database.pool, actor);
      const notices = await listNotices(database.pool, id);
      const office = officeName({ role, area }, dependencies);
      const records = [...recordableKinds(actor)];
      return { id, name, role, area, records, office, secondFactor, notices };
    },
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
  routes.route({
    ...accountRoutes.readInvitation,
    config: open,
    handler: async ({ body }) => {
      const found = await readInvitation(database.pool, body.token);
      return {
        kind: found.kind,
        email: found.email,
        office: officeName(found, dependencies),
        expiresAt: found.expiresAt,
      };
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
