import { jwtVerify } from 'jose';
import { z } from 'zod';
import type { Provider } from './metadata.ts';

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
