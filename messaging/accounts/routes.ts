import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { District } from '../../campaigns/directory/station.ts';
import { officeName } from '../../campaigns/offices/office.ts';
import { roles } from '../../campaigns/offices/role.ts';
import { acceptInvitation, readInvitation } from './invitations.ts';
import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  renewBackupCodes,
  secondFactorOf,
  signOut,
} from './own-account.ts';
import { type SignInDependencies, signIn, signInSecond } from './sign-in.ts';

export interface AccountRouteDependencies extends SignInDependencies {
  districts: readonly District[];
}

const open = { access: 'public' as const };
const signedIn = { access: roles };
const settingUp = { access: roles, withoutSecondFactor: true };
const email = z.email().max(254).toLowerCase();
const secret = z.string().min(1).max(200);
const code = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/));
const token = z.string().regex(/^[\w-]{43}$/);
const bothLanguages = z.object({ hi: z.string(), en: z.string() });

/** Signing in and out, the own account, and the links that make one. */
export function registerAccounts(app: FastifyInstance, dependencies: AccountRouteDependencies) {
  const { database, districts } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();

  routes.post(
    '/api/sign-in',
    {
      config: open,
      schema: {
        summary: 'First step: e-mail and password',
        body: z.object({ email, password: secret }),
        response: {
          200: z.object({ next: z.enum(['signed-in', 'second-factor', 'set-up-second-factor']) }),
        },
      },
    },
    async (request, reply) => ({ next: await signIn(dependencies, request, reply, request.body) }),
  );
  routes.post(
    '/api/sign-in/second-factor',
    {
      config: open,
      schema: {
        summary: 'Second step: a code of the authenticator, or a backup code',
        body: z.union([z.object({ code }), z.object({ backupCode: secret })]),
      },
    },
    async (request, reply) => {
      await signInSecond(dependencies, request, reply, request.body);
      return reply.code(204).send();
    },
  );
  routes.post(
    '/api/sign-out',
    {
      config: settingUp,
      schema: {
        summary: 'Ends this session, or every session of the officer',
        body: z.object({ everywhere: z.boolean().default(false) }),
      },
    },
    async (request, reply) => {
      await signOut(dependencies, request, reply, request.body.everywhere);
      return reply.code(204).send();
    },
  );
  routes.get(
    '/api/me',
    {
      config: settingUp,
      schema: {
        summary: 'The officer who is signed in',
        response: {
          200: z.object({
            id: z.string(),
            name: z.string(),
            role: z.enum(roles),
            area: z.string().nullable(),
            office: bothLanguages,
            secondFactor: z.enum(['set-up', 'missing', 'not-needed']),
          }),
        },
      },
    },
    async ({ actor }) => {
      const area = actor.district ?? actor.range ?? actor.zone ?? null;
      const { id, name, role } = actor;
      const secondFactor = await secondFactorOf(database.pool, actor);
      return { id, name, role, area, office: officeName({ role, area }, districts), secondFactor };
    },
  );
  routes.post(
    '/api/me/password',
    {
      config: signedIn,
      schema: {
        summary: 'Changes the password and ends all other sessions',
        body: z.object({ currentPassword: secret, newPassword: secret }),
      },
    },
    async (request, reply) => {
      await changePassword(dependencies, request, reply, request.body);
      return reply.code(204).send();
    },
  );
  routes.post(
    '/api/me/second-factor',
    {
      config: settingUp,
      schema: {
        summary: 'Begins to set up the second factor',
        body: z.object({ password: secret }),
        response: { 200: z.object({ totpUri: z.string(), backupCodes: z.array(z.string()) }) },
      },
    },
    async (request) => beginSecondFactor(dependencies, request, request.body.password),
  );
  routes.post(
    '/api/me/second-factor/confirm',
    {
      config: settingUp,
      schema: { summary: 'Ends the set-up with a first code', body: z.object({ code }) },
    },
    async (request, reply) => {
      await confirmSecondFactor(dependencies, request, reply, request.body.code);
      return reply.code(204).send();
    },
  );
  routes.post(
    '/api/me/second-factor/backup-codes',
    {
      config: signedIn,
      schema: {
        summary: 'New backup codes in place of the old',
        body: z.object({ password: secret }),
        response: { 200: z.object({ backupCodes: z.array(z.string()) }) },
      },
    },
    async (request) => ({
      backupCodes: await renewBackupCodes(dependencies, request, request.body.password),
    }),
  );
  routes.post(
    '/api/invitations/read',
    {
      config: open,
      schema: {
        summary: 'What a one-time link is for; its token stands in no address',
        body: z.object({ token }),
        response: {
          200: z.object({
            kind: z.enum(['new-account', 'new-password']),
            email: z.string(),
            office: bothLanguages,
            expiresAt: z.iso.datetime(),
          }),
        },
      },
    },
    async ({ body }) => {
      const found = await readInvitation(database.pool, body.token);
      return {
        kind: found.kind,
        email: found.email,
        office: officeName(found, districts),
        expiresAt: found.expiresAt.toISOString(),
      };
    },
  );
  routes.post(
    '/api/invitations/accept',
    {
      config: open,
      schema: {
        summary: 'Makes the account, or sets the new password; then sign in',
        body: z.object({ token, name: z.string().trim().min(1).max(120), password: secret }),
      },
    },
    async (request, reply) => {
      await acceptInvitation(database, { ...request.body, requestId: request.id });
      return reply.code(204).send();
    },
  );
}
