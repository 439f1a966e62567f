import type { FastifyReply, FastifyRequest } from 'fastify';
import { keepPace, tryOnce } from '../../platform/http/attempts.ts';
import { identifyClient } from '../../platform/http/client.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { ProviderClaims } from '../identity-provider/claims.ts';
import type { Provider, ProviderMetadata } from '../identity-provider/metadata.ts';
import type { Auth } from './auth.ts';
import { type AuthAnswer, ask, passCookies, sessionCookie } from './exchange.ts';
import type { Person } from './people-sql.ts';
import { findAdmitted, link } from './provider-link.ts';
import { providerId, returnPath, toProviderAccount, withAdmission } from './provider-plugin.ts';
import { markChallenge, markSession, type ProviderMark } from './provider-sql.ts';
import {
  auditSession,
  endPreviousSession,
  newToken,
  type SignInDependencies,
  type SignInStep,
} from './sign-in.ts';

export interface ProviderDependencies extends SignInDependencies {
  provider: Provider;
  /** better-auth with the provider: made once that has been reached, so that nothing else waits for it. */
  openAuth: () => Auth;
}

/** The provider's answer, from the address to which it sent the browser. */
export type ProviderAnswer = { state: string; iss?: string | undefined } & (
  | { code: string }
  | { error: string }
);

/** Begins a sign-in at the provider; returns the address there. */
export async function beginProviderSignIn(
  dependencies: ProviderDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ url: string }> {
  await keepPace(dependencies.database.pool, 'sign-in-begin', { by: identifyClient(request) });
  await reach(dependencies, request);
  const answer = await ask(dependencies.openAuth(), request, {
    path: '/sign-in/social',
    body: {
      provider: providerId,
      callbackURL: returnPath,
      errorCallbackURL: returnPath,
      disableRedirect: true,
    },
    without: sessionCookie,
  });
  const { url } = answer.body;
  if (answer.status !== 200 || typeof url !== 'string') throw new Refusal('provider-away');
  passCookies(reply, answer);
  return { url };
}

/** Ends it with the provider's answer. */
export async function finishProviderSignIn(
  dependencies: ProviderDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  input: ProviderAnswer,
): Promise<SignInStep> {
  const { auth, database } = dependencies;
  requireOwnAnswer(input, await reach(dependencies, request), dependencies.provider, request);
  if ('error' in input) {
    request.log.warn({ provider: input.error }, 'the identity provider signed nobody in');
    throw new Refusal('provider-declined');
  }
  const { admission, answer } = await tryOnce(database.pool, 'provider-answer', { request }, () =>
    exchangeCode(dependencies, request, input),
  );
  await endPreviousSession(auth, database, request);
  if (admission.kind === 'challenge') {
    passCookies(reply, answer);
    await challenge(dependencies, reply, admission);
    return 'second-factor';
  }
  const { person, mark, hasFactor } = admission;
  await markSession(database.pool, newToken(answer), { ...mark, hasFactor });
  await auditSession(database, request, person, {
    secondFactor: hasFactor ? 'provider' : 'none',
    provider: dependencies.provider.settings.issuer,
  });
  passCookies(reply, answer);
  if (!hasFactor) return 'set-up-second-factor';
  dependencies.devices.remember(reply, person.email);
  return 'signed-in';
}

interface Admission {
  /** A session; or our second factor is asked for before there is one. */
  kind: 'session' | 'challenge';
  person: Person;
  mark: ProviderMark;
  hasFactor: boolean;
}

async function exchangeCode(
  dependencies: ProviderDependencies,
  request: FastifyRequest,
  { code, state, iss }: { code: string; state: string; iss?: string | undefined },
): Promise<{ admission: Admission; answer: AuthAnswer }> {
  const query = new URLSearchParams({ code, state, ...(iss === undefined ? {} : { iss }) });
  let admission: Admission | undefined;
  const answer = await withAdmission(
    async (claims) => {
      admission = await admit(dependencies, request, claims);
      return admission.kind === 'session' ? { email: admission.person.email } : null;
    },
    () =>
      ask(dependencies.openAuth(), request, {
        path: `/callback/${providerId}?${query}`,
        without: sessionCookie,
      }),
  ).catch((error) => {
    if (error instanceof Refusal) {
      request.log.warn(
        { refusal: error.code, err: error.cause },
        'the identity provider’s account opens nothing',
      );
    }
    throw error;
  });
  const isExpected = admission?.kind === 'challenge' || answer.failure === null;
  if (admission !== undefined && isExpected) return { admission, answer };
  request.log.warn({ provider: answer.failure }, 'an answer of the identity provider was refused');
  // The cookie is gone, the ten minutes are over, or the answer came before.
  if (answer.failure?.startsWith('state') === true) throw new Refusal('sign-in-again');
  throw new Refusal('provider-refused');
}

async function admit(
  { database, provider }: ProviderDependencies,
  request: FastifyRequest,
  claims: ProviderClaims,
): Promise<Admission> {
  const { issuer } = provider.settings;
  const asked = { database, issuer, request };
  const { person, isLinked } = await findAdmitted(asked, claims);
  const account = toProviderAccount(issuer, claims.subject);
  const mark = { issuer, account, session: claims.session };
  // The first time the address alone says who it is: an officer with a second factor here proves it.
  const hasFactor = claims.secondFactor && (isLinked || !person.twoFactorEnabled);
  if (!hasFactor && person.twoFactorEnabled) return { kind: 'challenge', person, mark, hasFactor };
  if (!isLinked) await link(asked, person.id, account);
  return { kind: 'session', person, mark, hasFactor };
}

/** Asks for our second factor; `signInSecond` goes on from there. */
async function challenge(
  { auth, database }: ProviderDependencies,
  reply: FastifyReply,
  { person, mark }: Admission,
): Promise<void> {
  const made = await auth.api.challengeSecondFactor({
    body: { personId: person.id },
    returnHeaders: true,
  });
  await markChallenge(database.pool, made.response.identifier, mark);
  reply.header('set-cookie', made.headers.getSetCookie());
}

async function reach(
  { provider }: ProviderDependencies,
  request: FastifyRequest,
): Promise<ProviderMetadata> {
  return provider.readMetadata().catch((cause: unknown) => {
    request.log.warn({ err: cause }, 'the identity provider cannot be asked');
    throw new Refusal('provider-away', {}, { cause });
  });
}

/** RFC 9207: an answer names who gave it, where the provider says that it does so. */
function requireOwnAnswer(
  { iss }: ProviderAnswer,
  { namesItself }: ProviderMetadata,
  { settings }: Provider,
  request: FastifyRequest,
): void {
  if (iss === settings.issuer || (iss === undefined && !namesItself)) return;
  request.log.warn({ issuer: iss ?? null }, 'an answer of another identity provider was refused');
  throw new Refusal('provider-refused');
}
