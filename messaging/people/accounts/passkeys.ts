import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordAudit, writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { keepPace, tryOnce } from '../../platform/http/attempts.ts';
import { identifyClient } from '../../platform/http/client.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { noteOwnSignIn, requireOwnSignIn } from './break-glass.ts';
import { ask, passCookies, sessionCookie } from './exchange.ts';
import { confirmPassword } from './own-account.ts';
import { deletePasskey, listPasskeys, notePasskeyUse, type Passkey } from './passkeys-sql.ts';
import { findPerson } from './people-sql.ts';
import { deleteSession } from './sessions-sql.ts';
import {
  auditSession,
  endPreviousSession,
  expectSuccess,
  newToken,
  type SignInDependencies,
} from './sign-in.ts';

/** WebAuthn options for a browser, in the standard's JSON. */
export type Ceremony = Record<string, unknown>;
/** A browser's answer. */
export interface CredentialAnswer {
  id: string;
  [field: string]: unknown;
}

/** Begins to add a key. The password is asked for again, and a wrong one counts as at sign-in: an open session plants no key. */
export async function beginPasskey(
  dependencies: SignInDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  password: string,
): Promise<Ceremony> {
  await confirmPassword(dependencies, request, password);
  const answer = await ask(dependencies.auth, request, {
    path: '/passkey/generate-register-options',
  });
  expectSuccess(answer);
  passCookies(reply, answer);
  return answer.body;
}

/** Adds the key that the browser made. */
export async function addPasskey(
  { auth, database }: SignInDependencies,
  request: FastifyRequest,
  input: { name: string; response: CredentialAnswer },
): Promise<Passkey> {
  const { actor, id: requestId } = request;
  const answer = await tryOnce(database.pool, 'passkey', { request }, async () => {
    const found = await ask(auth, request, { path: '/passkey/verify-registration', body: input });
    if (found.status === 400 || found.status === 401) throw new Refusal('passkey-refused');
    return found;
  });
  expectSuccess(answer);
  await recordAudit(database.pool, {
    actor,
    action: 'person.add-passkey',
    subject: `person/${actor.id}`,
    after: { passkey: input.name },
    requestId,
  });
  const made = (await listPasskeys(database.pool, actor.id)).find(
    ({ id }) => id === answer.body.id,
  );
  if (made === undefined) throw new Error('Expected the passkey that was made, got none');
  return made;
}

/** Removes one of the own keys. */
export async function removePasskey(
  { database }: Pick<SignInDependencies, 'database'>,
  { actor, id: requestId }: FastifyRequest,
  id: string,
): Promise<void> {
  await inTransaction(database.pool, async (tx) => {
    const name = await deletePasskey(tx, actor.id, id);
    if (name === undefined) throw new Refusal('no-such-passkey');
    await writeAudit(tx, {
      actor,
      action: 'person.remove-passkey',
      subject: `person/${actor.id}`,
      before: { passkey: name },
      requestId,
    });
  });
}

/** Begins a sign-in by a key; whose it is, the key says. */
export async function beginPasskeySignIn(
  { auth, database }: SignInDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Ceremony> {
  await keepPace(database.pool, 'sign-in-begin', { by: identifyClient(request) });
  const answer = await ask(auth, request, {
    path: '/passkey/generate-authenticate-options',
    // Else only the keys of the account that is signed in would do.
    without: sessionCookie,
  });
  expectSuccess(answer);
  passCookies(reply, answer);
  return { ...answer.body, userVerification: 'required' };
}

/**
 * Signs in by a key: it was opened with finger, face or PIN, so it is both factors. Wrong passwords of strangers do not
 * lock it, since it cannot be guessed.
 */
export async function signInByPasskey(
  dependencies: SignInDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  response: CredentialAnswer,
): Promise<void> {
  const { auth, database, devices } = dependencies;
  const answer = await tryOnce(database.pool, 'passkey', { request }, async () => {
    const found = await ask(auth, request, {
      path: '/passkey/verify-authentication',
      body: { response },
      without: sessionCookie,
    });
    if (found.status === 400 || found.status === 401) throw new Refusal('passkey-refused');
    return found;
  });
  if (answer.code === 'DEACTIVATED') throw new Refusal('deactivated');
  expectSuccess(answer);
  const owner = await findPerson(database.pool, answer.body.user?.id ?? '');
  if (owner === undefined) throw new Error('Expected a person behind a passkey, got none');
  await requireOwnSignIn(dependencies, owner.email).catch(async (error) => {
    await deleteSession(database.pool, newToken(answer));
    throw error;
  });
  await endPreviousSession(auth, database, request);
  await notePasskeyUse(database.pool, response.id);
  await auditSession(database, request, owner, { secondFactor: 'passkey' });
  await noteOwnSignIn(dependencies, request, owner);
  passCookies(reply, answer);
  devices.remember(reply, owner.email);
}
