import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuditEntry } from '../../platform/database/audit-chain.ts';
import { recordAudit, writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { tryOnce } from '../../platform/http/attempts.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type AuthAnswer, ask, passCookies } from './exchange.ts';
import { sessionToken } from './identify.ts';
import { checkPassword } from './password.ts';
import { findPerson, readPasswordHash } from './people-sql.ts';
import { findSessionMark, type SessionMark } from './provider-sql.ts';
import { deleteSessions } from './sessions-sql.ts';
import {
  auditLock,
  expectSuccess,
  keepOnlyNewSession,
  type SignInDependencies,
} from './sign-in.ts';

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

/** Has the password of an officer who is signed in judged; a wrong one counts towards the lockout as at sign-in. */
async function tryPassword<T>(
  { database, devices }: SignInDependencies,
  request: FastifyRequest,
  judge: () => Promise<T>,
): Promise<T> {
  const { pool } = database;
  const owner = await findPerson(pool, request.actor.id);
  const account = devices.subjectOf(request, owner?.email ?? '');
  const onLock = auditLock(database, request, { owner, factor: 'password' });
  return tryOnce(pool, 'password', { request, account, onLock }, judge);
}

/** Asks an officer who is signed in for the password again. */
export async function confirmPassword(
  dependencies: SignInDependencies,
  request: FastifyRequest,
  password: string,
): Promise<void> {
  const { database, hashing } = dependencies;
  await tryPassword(dependencies, request, async () => {
    const hash = await readPasswordHash(database.pool, request.actor.id);
    if (hash === undefined || !(await hashing.verify({ hash, password })))
      throw new Refusal('wrong-password');
    return true;
  });
}

/** Asks the auth library with a password. */
export async function askWithPassword(
  dependencies: SignInDependencies,
  request: FastifyRequest,
  question: { path: string; body: object },
): Promise<AuthAnswer> {
  return tryPassword(dependencies, request, async () => {
    const answer = await ask(dependencies.auth, request, question);
    if (answer.code === 'INVALID_PASSWORD') throw new Refusal('wrong-password');
    return answer;
  });
}

async function findEmail(database: Queryable, personId: string): Promise<string> {
  return (await findPerson(database, personId))?.email ?? '';
}

export function toOwnEntry({ actor, id }: FastifyRequest, action: string): AuditEntry {
  return { actor, action, subject: `person/${actor.id}`, requestId: id };
}
