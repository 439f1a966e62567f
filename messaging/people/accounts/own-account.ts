import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuditEntry } from '../../platform/database/audit-chain.ts';
import { recordAudit, writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { beginAttempt, clearAttempts, dropAttempt } from './attempts-sql.ts';
import { type AuthAnswer, ask, passCookies } from './exchange.ts';
import { sessionToken } from './identify.ts';
import { checkPassword } from './password.ts';
import { findPerson, readPasswordHash } from './people-sql.ts';
import { findSessionMark, type SessionMark } from './provider-sql.ts';
import { deleteSessions } from './sessions-sql.ts';
import { expectSuccess, keepOnlyNewSession, type SignInDependencies } from './sign-in.ts';

export async function findOwnMark(
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
    await writeAudit(tx, toOwnEntry(request, everywhere ? 'session.end-all' : 'session.end'));
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
  const answer = await askWithPassword(dependencies, request, {
    path: '/change-password',
    body: { ...input, revokeOtherSessions: true },
  });
  expectSuccess(answer);
  await keepOnlyNewSession(database, actor.id, { answer, mark });
  await recordAudit(database.pool, toOwnEntry(request, 'person.change-password'));
  passCookies(reply, answer);
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

/** Asks the auth library with a password. A wrong one counts towards the lockout as at sign-in. */
export async function askWithPassword(
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

export function toOwnEntry({ actor, id }: FastifyRequest, action: string): AuditEntry {
  return { actor, action, subject: `person/${actor.id}`, requestId: id };
}
