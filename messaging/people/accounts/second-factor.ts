import type { FastifyReply, FastifyRequest } from 'fastify';
import { secondFactorRoles } from '../../../campaigns/offices/permission.ts';
import { recordAudit } from '../../platform/database/audit-log-sql.ts';
import { tryOnce } from '../../platform/http/attempts.ts';
import { spendOnce } from '../../platform/http/attempts-sql.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { ask, passCookies } from './exchange.ts';
import { askWithPassword, findOwnMark, toOwnEntry } from './own-account.ts';
import { findPerson } from './people-sql.ts';
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

/** Begins the set-up, which counts once a code is confirmed. Officers with a password have to give it. */
export async function beginSecondFactor(
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
export async function renewBackupCodes(
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
