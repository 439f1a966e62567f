import { type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Provider } from './metadata.ts';
import type { ProviderSettings } from './sign-in-settings.ts';

/** The part of an ID token, or of the provider's answer about a person, that is read here; roles are ours alone. */
export interface ProviderClaims {
  subject: string;
  /** The provider's own id of its session. */
  session: string | null;
  /** In small letters; null where the provider does not say that the address was verified. */
  email: string | null;
  name: string | null;
  /** The provider asked for a second factor. */
  secondFactor: boolean;
}

/** Some providers write a boolean as text. */
const flag = z.union([z.boolean(), z.stringbool()]);
const person = z.object({
  email: z.email().max(254).toLowerCase().optional().catch(undefined),
  email_verified: flag.optional().catch(undefined),
  name: z.string().trim().min(1).max(120).optional().catch(undefined),
});
const token = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  sid: z.string().max(500).optional().catch(undefined),
  amr: z.array(z.string()).default([]).catch([]),
  acr: z.string().optional().catch(undefined),
});

/**
 * Reads an ID token whose signature, audience, time and nonce were checked before.
 * @param userInfo the provider's answer about the person, for what the token leaves out; undefined where it gave none
 * @throws when it is of another issuer, for another client, or the answer is about another person
 */
export function readClaims(
  payload: JWTPayload,
  settings: Pick<ProviderSettings, 'issuer' | 'clientId' | 'secondFactor'>,
  userInfo?: Readonly<Record<string, unknown>>,
): ProviderClaims {
  const { iss, sub, aud, azp, sid, amr, acr } = token.parse(payload);
  if (iss !== settings.issuer)
    throw new Error(`Expected a token of ${settings.issuer}, got ${iss}`);
  // OpenID Connect Core 1.0, 3.1.3.7: a token for several clients names the one that it was issued to.
  const isShared = Array.isArray(aud) && aud.length > 1;
  if ((isShared || azp !== undefined) && azp !== settings.clientId) {
    throw new Error('Expected a token issued to this client, got another one’s');
  }
  // The same, 5.3.2: its subject is always in it, and has to be the token's.
  if (userInfo !== undefined && userInfo['sub'] !== sub) {
    throw new Error(
      'Expected an answer about the person of the token, got another one’s or nobody’s',
    );
  }
  // Address and its verification belong together: never one of here and one of there.
  const {
    email,
    email_verified: isVerified,
    name,
  } = person.parse({
    name: userInfo?.['name'],
    ...(payload['email'] === undefined ? userInfo : payload),
  });
  const values = acr === undefined ? amr : [...amr, acr];
  return {
    subject: sub,
    session: sid ?? null,
    email: isVerified === true ? (email ?? null) : null,
    name: name ?? null,
    secondFactor: values.some((value) => settings.secondFactor.includes(value)),
  };
}

/** Sessions that a sign-out at the provider ends: of one session there, or of the person altogether. */
export interface ProviderSignOut {
  subject: string | null;
  session: string | null;
  /** The same never twice. */
  id: string;
}

const event = 'http://schemas.openid.net/event/backchannel-logout';
const claims = z.object({
  sub: z.string().max(255).optional(),
  sid: z.string().max(500).optional(),
  jti: z.string().min(1).max(500),
  events: z.object({ [event]: z.object({}) }),
});

/**
 * Checks a logout token as OpenID Connect Back-Channel Logout 1.0, section 2.6, asks: signature, issuer, audience, time,
 * event, and no nonce, so that no ID token passes for one. That it comes once is the caller's to check.
 * @throws for any other token
 */
export async function verifyLogoutToken(
  { settings, readMetadata }: Provider,
  token: string,
): Promise<ProviderSignOut> {
  const { algorithms, keys } = await readMetadata();
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    issuer: settings.issuer,
    audience: settings.clientId,
    algorithms,
    requiredClaims: ['iss', 'aud', 'iat', 'jti', 'events'],
    maxTokenAge: '10 minutes',
    clockTolerance: '30 seconds',
  });
  // Some providers, older Keycloaks among them, write the general type.
  if (!/^(logout\+)?jwt$/i.test(protectedHeader.typ ?? 'JWT')) {
    throw new Error(`Expected a logout token, got ${protectedHeader.typ}`);
  }
  if (payload['nonce'] !== undefined) throw new Error('Expected a logout token, got a nonce in it');
  const { sub, sid, jti } = claims.parse(payload);
  if (sub === undefined && sid === undefined) {
    throw new Error('Expected `sub` or `sid` in a logout token, got neither');
  }
  return { subject: sub ?? null, session: sid ?? null, id: jti };
}
