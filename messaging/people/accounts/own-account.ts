import type { FastifyReply, FastifyRequest } from 'fastify';
import { secondFactorRoles } from '../../../campaigns/offices/permission.ts';
import type { AuditEntry } from '../../platform/database/audit-chain.ts';
import { recordAudit, writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { beginAttempt, clearAttempts, dropAttempt, spendCode } from './attempts-sql.ts';
import { type AuthAnswer, ask, passCookies } from './exchange.ts';
import { sessionToken } from './identify.ts';
import { checkPassword } from './password.ts';
import { findPerson, readPasswordHash } from './people-sql.ts';
import { findSessionMark, type SessionMark } from './provider-sql.ts';
import { deleteSessions } from './sessions-sql.ts';
import { rememberDevice } from './shared-devices.ts';
import { expectSuccess, keepOnlyNewSession, type SignInDependencies } from './sign-in.ts';

/** Secrets of a second factor, shown once. */
export interface SecondFactorSetUp {
  totpUri: string;
  backupCodes: string[];
}

/** Whether the officer has a second factor here, or at the provider, still has to set one up, or needs none. */
export async function findSecondFactor(
  dependencies: Pick<SignInDependencies, 'auth' | 'database'>,
  request: FastifyRequest,
): Promise<'set-up' | 'by-provider' | 'missing' | 'not-needed'> {
  const { actor } = request;
  const person = await findPerson(dependencies.database.pool, actor.id);
  if (person?.twoFactorEnabled === true) return 'set-up';
  if ((await findOwnMark(dependencies, request))?.hasFactor === true) return 'by-provider';
  return secondFactorRoles.includes(actor.role) ? 'missing' : 'not-needed';
}

async function findOwnMark(
  { auth, database }: Pick<SignInDependencies, 'auth' | 'database'>,
  request: FastifyRequest,
): Promise<SessionMark | undefined> {
  const token = await sessionToken(auth, request);
  return token === null ? undefined : findSessionMark(database.pool, token);
}

/** Ends this session, or every session of the officer. */
export async function signOut(
  { auth, database }: SignInDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  everywhere: boolean,
): Promise<void> {
  const { actor } = request;
  const answer = await ask(auth, request, { path: '/sign-out', body: {} });
  expectSuccess(answer);
  await inTransaction(database.pool, async (tx) => {
    if (everywhere) await deleteSessions(tx, actor.id);
    await writeAudit(tx, toEntry(request, everywhere ? 'session.end-all' : 'session.end'));
  });
  passCookies(reply, answer);
}

export async function changePassword(
  dependencies: SignInDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  input: { currentPassword: string; newPassword: string },
): Promise<void> {
  const { database } = dependencies;
  const { actor } = request;
  checkPassword(input.newPassword, [actor.name, await findEmail(database.pool, actor.id)]);
  const mark = await findOwnMark(dependencies, request);
  const answer = await withPassword(dependencies, request, {
    path: '/change-password',
    body: { ...input, revokeOtherSessions: true },
  });
  expectSuccess(answer);
  await keepOnlyNewSession(database, actor.id, { answer, mark });
  await recordAudit(database.pool, toEntry(request, 'person.change-password'));
  passCookies(reply, answer);
}

/** Begins the set-up; it counts once a code has been confirmed. Whoever has a password gives it. */
export async function beginSecondFactor(
  dependencies: SignInDependencies,
  request: FastifyRequest,
  password: string | undefined,
): Promise<SecondFactorSetUp> {
  const answer = await withPassword(dependencies, request, {
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
export async function confirmSecondFactor(
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
  const answer = await ask(auth, request, { path: '/two-factor/verify-totp', body: { code } });
  if (answer.status === 429) throw new Refusal('too-many-requests', {}, answer);
  if (answer.code === 'INVALID_CODE') throw new Refusal('wrong-code');
  if (answer.code === 'TOTP_NOT_ENABLED') throw new Refusal('not-set-up');
  expectSuccess(answer);
  await keepOnlyNewSession(database, actor.id, { answer, mark });
  await spendCode(database.pool, actor.id, code);
  await recordAudit(database.pool, toEntry(request, 'person.set-up-second-factor'));
  passCookies(reply, answer);
  await rememberDevice({ database, devices }, request, reply, person);
}

/** New backup codes; the old ones are void. */
export async function renewBackupCodes(
  dependencies: SignInDependencies,
  request: FastifyRequest,
  password: string | undefined,
): Promise<string[]> {
  const answer = await withPassword(dependencies, request, {
    path: '/two-factor/generate-backup-codes',
    body: { password },
  });
  if (answer.code === 'TWO_FACTOR_NOT_ENABLED') throw new Refusal('not-set-up');
  expectSuccess(answer);
  await recordAudit(dependencies.database.pool, toEntry(request, 'person.renew-backup-codes'));
  return answer.body.backupCodes ?? [];
}

/** Asks an officer who is signed in for the password again. */
export async function confirmPassword(
  { database, devices, hashing }: SignInDependencies,
  request: FastifyRequest,
  password: string,
): Promise<void> {
  const subject = devices.subjectOf(request, await findEmail(database.pool, request.actor.id));
  const attempt = await beginAttempt(database.pool, subject);
  if (attempt.kind === 'locked') throw new Refusal('locked', {}, attempt);
  const hash = await readPasswordHash(database.pool, request.actor.id);
  if (hash === undefined || !(await hashing.verify({ hash, password }))) {
    throw new Refusal('wrong-password');
  }
  await clearAttempts(database.pool, subject);
}

/** An open session is no way around the lockout: a wrong password counts as at sign-in. */
async function withPassword(
  { auth, database, devices }: SignInDependencies,
  request: FastifyRequest,
  question: { path: string; body: object },
): Promise<AuthAnswer> {
  const subject = devices.subjectOf(request, await findEmail(database.pool, request.actor.id));
  const attempt = await beginAttempt(database.pool, subject);
  if (attempt.kind === 'locked') throw new Refusal('locked', {}, attempt);
  const answer = await ask(auth, request, question);
  if (answer.status === 429) {
    await dropAttempt(database.pool, subject);
    throw new Refusal('too-many-requests', {}, answer);
  }
  if (answer.code === 'INVALID_PASSWORD') throw new Refusal('wrong-password');
  await clearAttempts(database.pool, subject);
  return answer;
}

async function findEmail(database: Queryable, personId: string): Promise<string> {
  return (await findPerson(database, personId))?.email ?? '';
}

function toEntry({ actor, id }: FastifyRequest, action: string): AuditEntry {
  return { actor, action, subject: `person/${actor.id}`, requestId: id };
}
