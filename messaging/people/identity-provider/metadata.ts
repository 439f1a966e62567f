import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { minuteMs } from '../../../campaigns/durations.ts';
import type { ProviderSettings } from './sign-in-settings.ts';

const address = z.url({ protocol: /^https?$/ });

/** The parts of OpenID Provider Metadata (OpenID Connect Discovery 1.0, section 3) that are read here. */
const schema = z.object({
  issuer: z.string(),
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  userinfo_endpoint: address.optional(),
  id_token_signing_alg_values_supported: z.array(z.string()),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
});

export interface ProviderMetadata {
  userInfoUrl: string | undefined;
  /** Algorithms of its signatures: with its own keys, never with a shared secret or unsigned. */
  algorithms: string[];
  keys: JWTVerifyGetKey;
  /** It names itself in each answer to the browser (RFC 9207), so that answers of two providers are not mixed up. */
  namesItself: boolean;
}

/** A provider as its discovery document describes it. */
export interface Provider {
  settings: ProviderSettings;
  /** @throws when it cannot be reached, or describes another issuer */
  readMetadata(): Promise<ProviderMetadata>;
}

const limitMs = 10_000;
const lifeMs = 10 * minuteMs;

export function discoveryUrl(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

/** Reads the document when it is first asked for and every ten minutes; the last one counts until a newer one is read. */
export function createProvider(settings: ProviderSettings): Provider {
  let last: { metadata: ProviderMetadata; atMs: number } | undefined;
  return {
    settings,
    async readMetadata() {
      if (last !== undefined && performance.now() - last.atMs < lifeMs) return last.metadata;
      try {
        const metadata = toMetadata(await fetchDocument(settings.issuer), settings.issuer);
        last = { metadata, atMs: performance.now() };
      } catch (error) {
        if (last === undefined) throw error;
      }
      return last.metadata;
    },
  };
}

async function fetchDocument(issuer: string): Promise<unknown> {
  const response = await fetch(discoveryUrl(issuer), {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(limitMs),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`Expected the document of ${issuer}, got status ${response.status}`);
  }
  return response.json();
}

function toMetadata(document: unknown, issuer: string): ProviderMetadata {
  const found = schema.parse(document);
  if (found.issuer !== issuer) {
    throw new Error(`Expected \`OIDC_ISSUER\` as the provider writes it: ${found.issuer}`);
  }
  const isSecure = issuer.startsWith('https:');
  const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint } = found;
  for (const url of [authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint ?? '']) {
    if (isSecure && url.startsWith('http:')) {
      throw new Error(`Expected https in every address of ${issuer}, got ${url}`);
    }
  }
  return {
    userInfoUrl: userinfo_endpoint,
    algorithms: found.id_token_signing_alg_values_supported.filter((name) =>
      /^(RS|PS|ES)\d+$|^Ed/.test(name),
    ),
    keys: createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: limitMs }),
    namesItself: found.authorization_response_iss_parameter_supported,
  };
}
