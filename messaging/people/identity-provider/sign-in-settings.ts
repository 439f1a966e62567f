import { z } from 'zod';
import { expectHttps } from '../../platform/process/loopback.ts';

/** Variables of signing in; `.env.example` explains them. */
export const signInEnvironment = {
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_CLIENT_AUTH: z.enum(['basic', 'post']).default('basic'),
  OIDC_SECOND_FACTOR: z.string().default('mfa'),
  OIDC_BUTTON_HI: z.string().min(1).max(60).default('विभागीय खाते से साइन इन करें'),
  OIDC_BUTTON_EN: z.string().min(1).max(60).default('Sign in with the department’s account'),
  PASSWORD_SIGN_IN: z.enum(['on', 'off']).default('on'),
  BREAK_GLASS_EMAIL: z.email().toLowerCase().optional(),
};
type Environment = z.infer<z.ZodObject<typeof signInEnvironment>>;

export interface ProviderSettings {
  /** As the provider writes it: compared sign by sign. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** How the client proves itself at the token endpoint. */
  clientAuth: 'basic' | 'post';
  /** Values of `amr`, or `acr`, that say that a second factor was asked for. */
  secondFactor: readonly string[];
  button: { hi: string; en: string };
}

export interface SignInSettings {
  provider: ProviderSettings | undefined;
  /** Whether officers sign in by what they have here: a password, a passkey. */
  passwords: boolean;
  /** The administrator who may do so all the same; null while everybody may. */
  breakGlassEmail: string | null;
}

/** @throws when one of the provider's variables is missing, or nobody could sign in */
export function signInSettings(env: Environment): SignInSettings {
  const provider = providerSettings(env);
  const passwords = env.PASSWORD_SIGN_IN === 'on';
  if (passwords) return { provider, passwords, breakGlassEmail: null };
  if (provider === undefined) {
    throw new Error(
      'Expected `OIDC_ISSUER` with PASSWORD_SIGN_IN=off, got none: nobody could sign in',
    );
  }
  if (env.BREAK_GLASS_EMAIL === undefined) {
    throw new Error(
      'Expected `BREAK_GLASS_EMAIL` with PASSWORD_SIGN_IN=off, got none: nobody could sign in while the provider is away',
    );
  }
  return { provider, passwords, breakGlassEmail: env.BREAK_GLASS_EMAIL };
}

function providerSettings(env: Environment): ProviderSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  const needed = {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
  };
  const missing = Object.entries(needed).flatMap(([name, value]) =>
    value === undefined ? [name] : [],
  );
  if (missing.length === 3) return undefined;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new Error(`Expected all three variables of OIDC_, got none for ${missing.join(', ')}`);
  }
  expectHttps('OIDC_ISSUER', issuer);
  return {
    issuer,
    clientId,
    clientSecret,
    clientAuth: env.OIDC_CLIENT_AUTH,
    secondFactor: env.OIDC_SECOND_FACTOR.split(',')
      .map((value) => value.trim())
      .filter((value) => value !== ''),
    button: { hi: env.OIDC_BUTTON_HI, en: env.OIDC_BUTTON_EN },
  };
}
