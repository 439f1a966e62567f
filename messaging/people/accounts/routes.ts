import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordableKinds } from '../../../campaigns/activities/rights.ts';
import { type OfficePlaces, toOffice } from '../../../campaigns/offices/office.ts';
import { secondFactorRoles } from '../../../campaigns/offices/permission.ts';
import { roles } from '../../../campaigns/offices/role.ts';
import { line } from '../../../campaigns/text-types.ts';
import { done, refusals } from '../../contract/route.ts';
import { recordAudit } from '../../platform/database/audit-log-sql.ts';
import { tryOnce } from '../../platform/http/attempts.ts';
import { spendOnce } from '../../platform/http/attempts-sql.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  code,
  email,
  enrolment,
  invitation,
  me,
  password,
  signInStep,
  token,
} from './accounts-schemas.ts';
import { listStandIns } from './deputies-sql.ts';
import { ask, passCookies } from './exchange.ts';
import { acceptInvitation, readInvitation } from './invitations.ts';
import { listNotices } from './notices-sql.ts';
import { nameOffice } from './offices-sql.ts';
import {
  askWithPassword,
  changePassword,
  findOwnMark,
  signOut,
  toOwnEntry,
} from './own-account.ts';
import type { PasswordHashing } from './password-hashing.ts';
import { findPerson, readPasswordHash } from './people-sql.ts';
import {
  expectSuccess,
  keepOnlyNewSession,
  type SignInDependencies,
  signIn,
  signInSecond,
} from './sign-in.ts';

export interface AccountRouteDependencies extends SignInDependencies, OfficePlaces {
  hashing: PasswordHashing;
}

const open = { access: 'public' as const };
const signedIn = { access: roles };
const settingUp = { access: roles, withoutSecondFactor: true };

/** Signing in and out, and the links that make an account. */
export function signInRoutes(dependencies: AccountRouteDependencies) {
  const { database, hashing } = dependencies;
  const tryInvitation = (request: FastifyRequest<{ Body: { token: string } }>) =>
    tryOnce(database.pool, 'invitation', { request }, () =>
      readInvitation(database.pool, request.body.token),
    );
  return [
    serveRoute('POST /api/sign-in', {
      summary: 'First step: e-mail and password',
      body: z.object({ email, password }),
      response: { 200: z.object({ next: signInStep }), ...refusals(400, 401, 403, 429) },
      config: { ...open, tries: ['password'] },
      handler: async (request, reply) => ({
        next: await signIn(dependencies, request, reply, request.body),
      }),
    }),
    serveRoute('POST /api/sign-in/second-factor', {
      summary: 'Second step: a code of the authenticator, or a backup code',
      body: z.union([z.object({ code }), z.object({ backupCode: password })]),
      response: { 204: done, ...refusals(400, 401, 403, 429) },
      config: { ...open, tries: ['second-factor'] },
      handler: async (request, reply) => {
        await signInSecond(dependencies, request, reply, request.body);
        return reply.code(204).send();
      },
    }),
    serveRoute('POST /api/sign-out', {
      summary: 'Ends this session, or every session of the officer',
      body: z.object({ everywhere: z.boolean().default(false) }),
      response: { 204: done },
      config: settingUp,
      handler: async (request, reply) => {
        await signOut(dependencies, request, reply, request.body.everywhere);
        return reply.code(204).send();
      },
    }),
    serveRoute('POST /api/invitations/read', {
      summary: 'What a one-time link is for; its token stands in no address',
      body: z.object({ token }),
      response: { 200: invitation, ...refusals(400, 403, 410, 429) },
      config: { ...open, tries: ['invitation'] },
      handler: async (request) => {
        const { role, area, ...shown } = await tryInvitation(request);
        return { ...shown, office: await nameOffice(database.pool, { role, area }, dependencies) };
      },
    }),
    serveRoute('POST /api/invitations/accept', {
      summary: 'Makes the account, or sets the new password; then sign in',
      body: z.object({ token, name: line({ min: 1, max: 120 }), password }),
      response: { 204: done, ...refusals(400, 403, 409, 410, 429) },
      config: { ...open, tries: ['invitation'] },
      handler: async (request) => {
        await tryInvitation(request);
        await acceptInvitation(database, hashing, { ...request.body, requestId: request.id });
      },
    }),
  ];
}

/** The caller's own account. */
export function ownAccountRoutes(dependencies: AccountRouteDependencies) {
  return [
    serveRoute('GET /api/me', {
      summary: 'The officer who is signed in',
      response: { 200: me },
      config: settingUp,
      handler: (request) => viewOwnAccount(dependencies, request),
    }),
    serveRoute('POST /api/me/password', {
      summary: 'Changes the password and ends all other sessions',
      body: z.object({ currentPassword: password, newPassword: password }),
      response: { 204: done, ...refusals(429) },
      config: { ...signedIn, tries: ['password'] },
      handler: async (request, reply) => {
        await changePassword(dependencies, request, reply, request.body);
        return reply.code(204).send();
      },
    }),
    serveRoute('POST /api/me/second-factor', {
      summary: 'Begins to set up the second factor; whoever has a password gives it',
      body: z.object({ password: password.optional() }),
      response: { 200: enrolment, ...refusals(409, 429) },
      config: { ...settingUp, tries: ['password'] },
      handler: async (request) => beginSecondFactor(dependencies, request, request.body.password),
    }),
    serveRoute('POST /api/me/second-factor/confirm', {
      summary: 'Ends the set-up with a first code',
      body: z.object({ code }),
      response: { 204: done, ...refusals(409, 429) },
      config: { ...settingUp, tries: ['second-factor'] },
      handler: async (request, reply) => {
        await confirmSecondFactor(dependencies, request, reply, request.body.code);
        return reply.code(204).send();
      },
    }),
    serveRoute('POST /api/me/second-factor/backup-codes', {
      summary: 'New backup codes in place of the old; whoever has a password gives it',
      body: z.object({ password: password.optional() }),
      response: {
        200: z.object({ backupCodes: z.array(z.string()) }),
        ...refusals(409, 429),
      },
      config: { ...signedIn, tries: ['password'] },
      handler: async (request) => ({
        backupCodes: await renewBackupCodes(dependencies, request, request.body.password),
      }),
    }),
  ];
}

async function viewOwnAccount(dependencies: AccountRouteDependencies, request: FastifyRequest) {
  const { actor } = request;
  const { pool } = dependencies.database;
  const { id, name } = actor;
  const { role, area } = toOffice(actor);
  const secondFactor = await findSecondFactor(dependencies, request);
  const hasPassword = (await readPasswordHash(pool, id)) !== undefined;
  const notices = await listNotices(pool, id);
  const office = await nameOffice(pool, { role, area }, dependencies);
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

/** Secrets of a second factor, shown once. */
interface SecondFactorSetUp {
  totpUri: string;
  backupCodes: string[];
}

/** Whether the officer has a second factor here, or at the provider, still has to set one up, or needs none. */
async function findSecondFactor(
  dependencies: Pick<SignInDependencies, 'auth' | 'database'>,
  request: FastifyRequest,
): Promise<'set-up' | 'by-provider' | 'missing' | 'not-needed'> {
  const { actor } = request;
  const person = await findPerson(dependencies.database.pool, actor.id);
  if (person?.twoFactorEnabled === true) return 'set-up';
  if ((await findOwnMark(dependencies, request))?.hasFactor === true) return 'by-provider';
  return secondFactorRoles.includes(actor.role) ? 'missing' : 'not-needed';
}

/** Begins the set-up, which counts once a code is confirmed. Officers with a password have to give it. */
async function beginSecondFactor(
  dependencies: SignInDependencies,
  request: FastifyRequest,
  password: string | undefined,
): Promise<SecondFactorSetUp> {
  const answer = await askWithPassword(dependencies, request, {
    path: '/two-factor/enable',
    body: { password },
  });
  if (answer.code === 'TOTP_ALREADY_ENABLED') throw new Refusal('already-set-up');
  expectSuccess(answer);
  return {
    totpUri: answer.body.totpURI ?? '',
    backupCodes: answer.body.backupCodes ?? [],
  };
}

/** Every other session ends: it was begun with the password alone. */
async function confirmSecondFactor(
  dependencies: SignInDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  code: string,
): Promise<void> {
  const { auth, database, devices } = dependencies;
  const { actor } = request;
  const person = await findPerson(database.pool, actor.id);
  if (person?.twoFactorEnabled !== false) throw new Refusal('already-set-up');
  const mark = await findOwnMark(dependencies, request);
  const tried = { request, account: actor.id };
  const answer = await tryOnce(database.pool, 'second-factor', tried, async () => {
    const found = await ask(auth, request, { path: '/two-factor/verify-totp', body: { code } });
    if (found.code === 'INVALID_CODE') throw new Refusal('wrong-code');
    return found;
  });
  if (answer.code === 'TOTP_NOT_ENABLED') throw new Refusal('not-set-up');
  expectSuccess(answer);
  await keepOnlyNewSession(database, actor.id, { answer, mark });
  await spendOnce(database.pool, `${actor.id}/${code}`);
  await recordAudit(database.pool, toOwnEntry(request, 'person.set-up-second-factor'));
  passCookies(reply, answer);
  devices.remember(reply, person.email);
}

/** New backup codes; the old ones are void. */
async function renewBackupCodes(
  dependencies: SignInDependencies,
  request: FastifyRequest,
  password: string | undefined,
): Promise<string[]> {
  const answer = await askWithPassword(dependencies, request, {
    path: '/two-factor/generate-backup-codes',
    body: { password },
  });
  if (answer.code === 'TWO_FACTOR_NOT_ENABLED') throw new Refusal('not-set-up');
  expectSuccess(answer);
  await recordAudit(dependencies.database.pool, toOwnEntry(request, 'person.renew-backup-codes'));
  return answer.body.backupCodes ?? [];
}
