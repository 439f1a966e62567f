import { passkey as passkeyPlugin } from '@better-auth/passkey';
import { APIError, betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { twoFactor as twoFactorPlugin } from 'better-auth/plugins/two-factor';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Database } from '../database/database.ts';
import { ownOrigins } from '../http/origin.ts';
import type { PasswordHashing } from './password-hashing.ts';
import { findPerson } from './people-sql.ts';
import {
  credential,
  passkey,
  person,
  rateLimit,
  session,
  twoFactor,
  verification,
} from './schema.ts';

export const passwordLength = { min: 12, max: 128 } as const;
/** A working day; then everybody signs in again, however busy. */
const sessionSeconds = 12 * 3600;
/** Name of the header in which the caller's address is handed over; what a caller sends in it is dropped. */
export const addressHeader = 'x-caller-address';

export interface AuthOptions {
  database: Database;
  /** Without a slash at its end. */
  publicUrl: string;
  secret: string;
  hashing: PasswordHashing;
}

/** better-auth on our tables, through the one adapter of Drizzle: all else is plain SQL. Its endpoints are reached through our routes only. */
export function createAuth({ database, publicUrl, secret, hashing }: AuthOptions) {
  return betterAuth({
    appName: 'UP COP',
    // Without a path: better-auth would take one for its own.
    baseURL: new URL(publicUrl).origin,
    basePath: '/api/auth',
    secret,
    trustedOrigins: ownOrigins(publicUrl),
    database: drizzleAdapter(drizzle(database.pool), {
      provider: 'pg',
      schema: {
        user: person,
        account: credential,
        session,
        verification,
        twoFactor,
        passkey,
        rateLimit,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: hashing,
    },
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        area: { type: 'string', input: false, required: false },
        deactivatedAt: { type: 'date', input: false, required: false },
      },
    },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 60,
      // An office behind one address signs in together in the morning; guessing is stopped by the lockout.
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/two-factor/*': { window: 60, max: 20 },
        '/passkey/verify-authentication': { window: 60, max: 20 },
        '/change-password': { window: 60, max: 10 },
      },
    },
    plugins: [
      twoFactorPlugin({
        issuer: 'UP COP',
        accountLockout: { maxFailedAttempts: 5, durationSeconds: 900 },
      }),
      passkeyPlugin({
        rpID: relyingParty(publicUrl),
        rpName: 'UP COP',
        origin: ownOrigins(publicUrl),
        // Found by the device itself, and opened with finger, face or PIN: so it is both factors at once.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) =>
            expectVerifiedUser(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) =>
            expectVerifiedUser(verification.authenticationInfo.userVerified),
        },
      }),
    ],
    advanced: {
      cookiePrefix: 'up-cop',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (begun) => {
            const owner = await findPerson(database.pool, begun.userId);
            if (owner === undefined || owner.deactivatedAt !== null) {
              throw new APIError('FORBIDDEN', { code: 'DEACTIVATED', message: 'Deactivated' });
            }
            return { data: { ...begun, ipAddress: null } };
          },
        },
      },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

/** Name to which passkeys are bound: a browser takes no address of figures, but `localhost` for this machine. */
function relyingParty(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  return hostname === '127.0.0.1' ? 'localhost' : hostname;
}

/** The plugin itself takes a key that was only touched; that would be one factor. */
async function expectVerifiedUser(verified: boolean | undefined): Promise<void> {
  if (verified === true) return;
  throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED', message: 'User not verified' });
}

export type Auth = ReturnType<typeof createAuth>;
