import { passkey as passkeyPlugin } from '@better-auth/passkey';
import { APIError, betterAuth } from 'better-auth';
import { twoFactor as twoFactorPlugin } from 'better-auth/plugins/two-factor';
import { Kysely, type KyselyPlugin, PostgresDialect } from 'kysely';
import { hourSeconds } from '../../../campaigns/durations.ts';
import type { Database } from '../../platform/database/database.ts';
import { hostCookie } from '../../platform/http/host-cookie.ts';
import { ownOrigins } from '../../platform/http/origin.ts';
import type { Provider } from '../identity-provider/metadata.ts';
import { holdFailure } from './auth-failure.ts';
import { makeBackupCodes } from './backup-codes.ts';
import { passwordLength } from './password.ts';
import type { PasswordHashing } from './password-hashing.ts';
import { findPerson } from './people-sql.ts';
import { challengePlugin, providerPlugin } from './provider-plugin.ts';

/** A working day; then everybody signs in again, however busy. */
const sessionSeconds = 12 * hourSeconds;

export interface AuthOptions {
  /** Name of the app: how authenticators and phones list the account. */
  app: string;
  database: Database;
  /** Without a slash at its end. */
  publicUrl: string;
  secret: string;
  hashing: PasswordHashing;
  /** An identity provider by which officers sign in, where it can be reached. */
  provider?: Provider;
}

/** better-auth on our tables, through its own query builder: all else is plain SQL. Its endpoints are reached through our routes only. */
export function createAuth({ app, database, publicUrl, secret, hashing, provider }: AuthOptions) {
  const https = publicUrl.startsWith('https:');
  return betterAuth({
    appName: app,
    // Without a path: better-auth would take one for its own.
    baseURL: new URL(publicUrl).origin,
    basePath: '/api/auth',
    secret,
    trustedOrigins: ownOrigins(publicUrl),
    // Without transactions around its steps: what its hooks ask would wait for a second connection.
    database: { db: queryBuilder(database), type: 'postgres', transaction: false },
    account: {
      ...credential,
      // Whom an account at a provider opens is decided before (`provider-sign-in.ts`); its tokens are not kept.
      accountLinking: { disableImplicitLinking: true },
      updateAccountOnSignIn: false,
    },
    verification,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: hashing,
    },
    user: {
      ...person,
      additionalFields: {
        role: { type: 'string', input: false },
        area: { type: 'string', input: false, required: false },
        deactivatedAt: {
          type: 'date',
          fieldName: 'deactivated_at',
          input: false,
          required: false,
        },
      },
    },
    session: { ...session, expiresIn: sessionSeconds, disableSessionRefresh: true },
    // Each try is counted before it gets here (`attempts.ts`).
    rateLimit: { enabled: false },
    plugins: [
      secondFactors(app),
      passkeys(app, publicUrl),
      challengePlugin,
      ...(provider === undefined ? [] : [providerPlugin(provider, publicUrl)]),
    ],
    advanced: {
      // The toolkit's own name, whichever campaign runs, as in its other cookies.
      cookiePrefix: hostCookie('up-cop', https),
      // Its own prefix would be a weaker one.
      useSecureCookies: false,
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, secure: https },
      ipAddress: { disableIpTracking: true },
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
    onAPIError: { onError: holdFailure },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

function secondFactors(issuer: string) {
  return twoFactorPlugin({
    issuer,
    schema: twoFactor,
    // An officer who joined by an identity provider has no password.
    allowPasswordless: true,
    accountLockout: { enabled: false },
    backupCodeOptions: { customBackupCodesGenerate: makeBackupCodes },
  });
}

function passkeys(rpName: string, publicUrl: string) {
  return passkeyPlugin({
    schema: passkey,
    rpID: relyingParty(publicUrl),
    rpName,
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
  });
}

function queryBuilder({ pool }: Database): Kysely<unknown> {
  return new Kysely({ dialect: new PostgresDialect({ pool }), plugins: [numbers] });
}

/** Gives counts as numbers. */
const numbers: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  async transformResult({ result }) {
    for (const row of result.rows) {
      for (const column of wholeNumbers) {
        if (typeof row[column] === 'string') row[column] = Number(row[column]);
      }
    }
    return result;
  },
};

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

// The tables of messaging/platform/database/migrations/0020-accounts.sql and 0125-passkeys.sql that better-auth reads and writes:
// their names and those of their columns, by better-auth's own. Our own statements are in *-sql.ts files of this folder.

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

const person = {
  modelName: 'person',
  fields: { ...times, emailVerified: 'email_verified' },
} as const;

const credential = {
  modelName: 'credential',
  fields: {
    ...times,
    accountId: 'account_id',
    providerId: 'provider_id',
    userId: 'person_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
  },
} as const;

const session = {
  modelName: 'session',
  fields: {
    ...times,
    userId: 'person_id',
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
  },
} as const;

const verification = {
  modelName: 'verification',
  fields: { ...times, expiresAt: 'expires_at' },
} as const;

const twoFactor = {
  user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'two_factor',
    fields: {
      userId: 'person_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
} as const;

const passkey = {
  passkey: {
    modelName: 'passkey',
    fields: {
      publicKey: 'public_key',
      userId: 'person_id',
      credentialID: 'credential_id',
      deviceType: 'device_type',
      backedUp: 'backed_up',
      createdAt: 'created_at',
    },
  },
} as const;

/** Columns of eight bytes, which PostgreSQL's driver gives as text. All of them are counts. */
const wholeNumbers = ['counter'] as const;
