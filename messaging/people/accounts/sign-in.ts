import type { FastifyReply, FastifyRequest } from 'fastify';
import { secondFactorRoles } from '../../../campaigns/offices/permission.ts';
import type { AuditEntry } from '../../platform/database/audit-chain.ts';
import { recordAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { tryOnce } from '../../platform/http/attempts.ts';
import { spendOnce } from '../../platform/http/attempts-sql.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { makeWaiter, type WorkQueue } from '../../platform/queue/work-queue.ts';
import type { SignInSettings } from '../identity-provider/sign-in-settings.ts';
import type { Auth } from './auth.ts';
import { readBackupCode } from './backup-codes.ts';
import { noteOwnSignIn, requireOwnSignIn } from './break-glass.ts';
import type { DeviceCookies } from './device-cookie.ts';
import {
  type AuthAnswer,
  ask,
  challengeCookie,
  passCookies,
  readCookies,
  sessionCookie,
  setCookies,
  signedValue,
} from './exchange.ts';
import { sessionToken } from './identify.ts';
import type { PasswordHashing } from './password-hashing.ts';
import { findPersonByEmail, type Person } from './people-sql.ts';
import { link } from './provider-link.ts';
import { findMark, markSession, type ProviderMark, type SessionMark } from './provider-sql.ts';
import { deleteOtherSessions, deleteSession, findChallenged } from './sessions-sql.ts';

/** The step after a right password. */
export type SignInStep = 'signed-in' | 'second-factor' | 'set-up-second-factor';

export interface SignInDependencies {
  auth: Auth;
  database: Database;
  devices: DeviceCookies;
  hashing: PasswordHashing;
  /** Passwords are proved one at a time, networks in turn, since each takes 60 ms of a processor. */
  turns: WorkQueue;
  settings: SignInSettings;
}

/** First step: e-mail and password, with the lockout before and the audit log behind it. */
export async function signIn(
  dependencies: SignInDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  input: { email: string; password: string },
): Promise<SignInStep> {
  const { auth, database, devices, turns } = dependencies;
  await requireOwnSignIn(dependencies, input.email);
  const owner = await findPersonByEmail(database.pool, input.email);
  const tried = {
    request,
    account: devices.subjectOf(request, input.email),
    onLock: auditLock(database, request, { owner, factor: 'password' }),
  };
  const prove = async () => {
    const found = await ask(auth, request, { path: '/sign-in/email', body: input });
    if (found.status !== 401) return found;
    logFailure(request, 'password', owner);
    throw new Refusal('wrong-credentials');
  };
  const answer = await turns.make(request.id, makeWaiter(request, reply), () =>
    tryOnce(database.pool, 'password', tried, prove),
  );
  if (answer.code === 'DEACTIVATED') throw new Refusal('deactivated');
  expectSuccess(answer);
  if (owner === undefined) throw new Error('Expected a person behind a sign-in, got none');
  await endPreviousSession(auth, database, request);
  if (answer.body.twoFactorRedirect === true) {
    passCookies(reply, answer);
    return 'second-factor';
  }
  await auditSession(database, request, owner, { secondFactor: 'none' });
  await noteOwnSignIn(dependencies, request, owner);
  passCookies(reply, answer);
  return secondFactorRoles.includes(owner.role) ? 'set-up-second-factor' : 'signed-in';
}

/** Second step: a code of the authenticator, or one of the backup codes. */
export async function signInSecond(
  dependencies: SignInDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  input: { code: string } | { backupCode: string },
): Promise<void> {
  const { auth, database, devices } = dependencies;
  const byBackupCode = 'backupCode' in input;
  const { owner, mark } = await readChallenge(database, request);
  if (owner === undefined) throw new Refusal('sign-in-again');
  const tried = {
    request,
    account: owner.id,
    onLock: auditLock(database, request, { owner, factor: 'second' }),
  };
  const prove = async () => {
    const found = await ask(auth, request, {
      path: byBackupCode ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp',
      body: { code: byBackupCode ? readBackupCode(input.backupCode) : input.code },
      // Else the code would be taken for the account that is signed in, and not for the one that asks to be.
      without: sessionCookie,
    });
    const isWrong = found.code === 'INVALID_CODE' || found.code === 'INVALID_BACKUP_CODE';
    const isSpent =
      found.status === 200 &&
      'code' in input &&
      !(await spendOnce(database.pool, `${owner.id}/${input.code}`));
    if (isSpent) await deleteSession(database.pool, newToken(found));
    if (!isWrong && !isSpent) return found;
    logFailure(request, 'second', owner);
    throw new Refusal('wrong-code');
  };
  const answer = await tryOnce(database.pool, 'second-factor', tried, prove);
  if (answer.code === 'DEACTIVATED') throw new Refusal('deactivated');
  if (answer.status === 401 || answer.status === 400 || answer.status === 409) {
    throw new Refusal('sign-in-again');
  }
  expectSuccess(answer);
  const secondFactor = byBackupCode ? 'backup-code' : 'totp';
  if (mark === undefined) {
    await auditSession(database, request, owner, { secondFactor });
    await noteOwnSignIn(dependencies, request, owner);
  } else {
    const provider = await bindSession(dependencies, request, owner, {
      mark,
      token: newToken(answer),
    });
    await auditSession(database, request, owner, { secondFactor, provider });
  }
  passCookies(reply, answer);
  devices.remember(reply, owner.email);
}

/** Ties a session to the sign-in at the provider that it goes on from, which is linked now where it was not. */
async function bindSession(
  { database }: SignInDependencies,
  request: FastifyRequest,
  owner: Person,
  { mark, token }: { mark: ProviderMark; token: string },
): Promise<string> {
  const { issuer, account } = mark;
  try {
    await link({ database, issuer, request }, owner.id, account);
  } catch (error) {
    await deleteSession(database.pool, token);
    throw error;
  }
  await markSession(database.pool, token, { ...mark, hasFactor: false });
  return issuer;
}

/**
 * Ends every session of the person but the one that an answer has just begun, in place of one that may have begun at the
 * provider.
 */
export async function keepOnlyNewSession(
  { pool }: Database,
  personId: string,
  { answer, mark }: { answer: AuthAnswer; mark: SessionMark | undefined },
): Promise<void> {
  const token = newToken(answer);
  if (mark !== undefined) await markSession(pool, token, mark);
  await deleteOtherSessions(pool, personId, token);
}

/** Token of the session that an answer has just begun. */
export function newToken(answer: AuthAnswer): string {
  const token = signedValue(setCookies(answer), sessionCookie);
  if (token === undefined) throw new Error('Expected a new session, got none');
  return token;
}

/** @throws when better-auth failed in a way that no rule of ours foresees */
export function expectSuccess(answer: AuthAnswer): void {
  if (answer.status !== 200) {
    throw new Error(`Expected 200 from better-auth, got ${answer.status} ${answer.code ?? ''}`);
  }
}

async function readChallenge(
  { pool }: Database,
  request: FastifyRequest,
): Promise<{ owner: Person | undefined; mark: ProviderMark | undefined }> {
  const challenge = signedValue(readCookies(request), challengeCookie);
  if (challenge === undefined) throw new Refusal('sign-in-again');
  return {
    owner: await findChallenged(pool, challenge),
    mark: await findMark(pool, challenge),
  };
}

/** The session that the browser had before ends: it is neither taken over nor left behind. */
export async function endPreviousSession(
  auth: Auth,
  database: Database,
  request: FastifyRequest,
): Promise<void> {
  const previous = await sessionToken(auth, request);
  if (previous === null) return;
  await deleteSession(database.pool, previous);
}

export async function auditSession(
  database: Database,
  request: FastifyRequest,
  owner: Person,
  factors: {
    secondFactor: 'none' | 'totp' | 'backup-code' | 'passkey' | 'provider';
    /** Issuer, where the first factor was its. */
    provider?: string;
  },
): Promise<void> {
  await recordAudit(database.pool, entry(request, owner, 'session.begin', factors));
}

/** Without the address that was typed, which may be a password in the wrong field. */
function logFailure(
  request: FastifyRequest,
  factor: 'password' | 'second',
  owner: Person | undefined,
): void {
  request.log.warn({ factor, person: owner?.id ?? null }, 'a sign-in failed');
}

/** Writes down that wrong tries locked somebody's account; of an address that nobody has there is nothing to say. */
export function auditLock(
  { pool }: Database,
  request: FastifyRequest,
  { owner, factor }: { owner: Person | undefined; factor: 'password' | 'second' },
) {
  return async (lock: { failures: number; pauseSeconds: number }): Promise<void> => {
    if (owner === undefined) return;
    const after = { factor, ...lock };
    await recordAudit(pool, { ...entry(request, owner, 'session.lock', after), actor: 'citizen' });
  };
}

function entry(request: FastifyRequest, owner: Person, action: string, after: object): AuditEntry {
  return { actor: owner, action, subject: `person/${owner.id}`, after, requestId: request.id };
}
