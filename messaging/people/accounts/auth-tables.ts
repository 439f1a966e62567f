// The tables of messaging/platform/database/migrations/0020-accounts.sql and 0125-passkeys.sql that better-auth reads and writes:
// their names and those of their columns, by better-auth's own. Our own statements are in *-sql.ts files of this folder.

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

export const person = {
  modelName: 'person',
  fields: { ...times, emailVerified: 'email_verified' },
} as const;

export const credential = {
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

export const session = {
  modelName: 'session',
  fields: {
    ...times,
    userId: 'person_id',
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
  },
} as const;

export const verification = {
  modelName: 'verification',
  fields: { ...times, expiresAt: 'expires_at' },
} as const;

export const twoFactor = {
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

export const passkey = {
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
export const wholeNumbers = ['counter'] as const;
