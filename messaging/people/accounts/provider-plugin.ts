import { AsyncLocalStorage } from 'node:async_hooks';
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { generateRandomString } from 'better-auth/crypto';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { decodeJwt, type JWTPayload } from 'jose';
import { z } from 'zod';
import { Refusal } from '../../platform/process/refusal.ts';
import { type ProviderClaims, readClaims } from '../identity-provider/claims.ts';
import { discoveryUrl, type Provider } from '../identity-provider/metadata.ts';

/** Name of the provider in `credential.provider_id`; the account's id tells which one it is. */
export const providerId = 'oidc';
/** The page to which the provider sends a browser back. */
export const returnPath = '/console/';

/** An account at a provider, by what never changes there: issuer and subject, and no address. */
export function toProviderAccount(issuer: string, subject: string): string {
  return `${issuer} ${subject}`;
}

/** Account of ours that signs in, by its e-mail address here; null where no session begins now. */
type Admitted = { email: string } | null;
const admitting = new AsyncLocalStorage<(claims: Promise<ProviderClaims>) => Promise<Admitted>>();

/**
 * Runs one answer of the provider through better-auth, which proves state, PKCE, nonce and the token's signature, and
 * lets `admit` decide who it is. What `admit` throws is thrown again, and a refusal for claims that cannot be taken.
 */
export async function withAdmission<T>(
  admit: (claims: ProviderClaims) => Promise<Admitted>,
  work: () => Promise<T>,
): Promise<T> {
  let failure: { error: unknown } | undefined;
  const result = await admitting.run(async (claims) => {
    try {
      return await admit(await claims);
    } catch (error) {
      failure = { error };
      return null;
    }
  }, work);
  if (failure !== undefined) throw failure.error;
  return result;
}

/** better-auth's own plugin for the provider. It makes no account and links none: `admit` has done so before. */
export function providerPlugin(provider: Provider, publicUrl: string) {
  const { issuer, clientId, clientSecret, clientAuth } = provider.settings;
  return genericOAuth({
    config: [
      {
        providerId,
        discoveryUrl: discoveryUrl(issuer),
        clientId,
        clientSecret,
        authentication: clientAuth,
        scopes: ['openid', 'email', 'profile'],
        redirectURI: `${publicUrl}${returnPath}`,
        requireIdTokenVerification: true,
        disableSignUp: true,
        accountSubject: ({ profile }) => toProviderAccount(issuer, String(profile.sub)),
        async getUserInfo({ idToken, accessToken }) {
          // Without a token nothing was proved.
          if (idToken === undefined) return null;
          const payload = decodeJwt(idToken);
          const claims = readTokens(provider, payload, accessToken);
          const admitted = (await admitting.getStore()?.(claims)) ?? null;
          if (admitted === null) return null;
          return { sub: payload.sub ?? '', ...admitted, emailVerified: false, name: '' };
        },
      },
    ],
  });
}

async function readTokens(
  { settings, readMetadata }: Provider,
  payload: JWTPayload,
  accessToken: string | undefined,
): Promise<ProviderClaims> {
  try {
    const { userInfoUrl } = await readMetadata();
    const isWhole = payload['email'] !== undefined;
    const userInfo = isWhole ? undefined : await fetchUserInfo(userInfoUrl, accessToken);
    return readClaims(payload, settings, userInfo);
  } catch (cause) {
    throw new Refusal('provider-refused', {}, { cause });
  }
}

const limitMs = 10_000;

async function fetchUserInfo(
  url: string | undefined,
  accessToken: string | undefined,
): Promise<Record<string, unknown> | undefined> {
  if (url === undefined || accessToken === undefined) return undefined;
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(limitMs),
  });
  if (!response.ok) {
    await response.body?.cancel();
    return undefined;
  }
  return z.record(z.string(), z.unknown()).parse(await response.json());
}

const challengeSeconds = 600;

/**
 * Asks for the second factor after a sign-in at the provider, by the same cookie and rows as better-auth's own plugin does
 * after a password: the next step is the same.
 */
export const challengePlugin = {
  id: 'provider-challenge',
  endpoints: {
    challengeSecondFactor: createAuthEndpoint(
      {
        method: 'POST',
        body: z.object({ personId: z.string() }),
        metadata: { SERVER_ONLY: true },
      },
      async (ctx) => {
        const identifier = `2fa-${generateRandomString(20)}`;
        const expiresAt = new Date(Date.now() + challengeSeconds * 1000);
        const { internalAdapter, secret } = ctx.context;
        const rows = [
          { identifier, value: ctx.body.personId },
          { identifier: `2fa-attempts-${identifier}`, value: '0' },
        ];
        for (const row of rows)
          await internalAdapter.createVerificationValue({ ...row, expiresAt });
        const cookie = ctx.context.createAuthCookie('two_factor', { maxAge: challengeSeconds });
        await ctx.setSignedCookie(cookie.name, identifier, secret, cookie.attributes);
        return ctx.json({ identifier });
      },
    ),
  },
} satisfies BetterAuthPlugin;
