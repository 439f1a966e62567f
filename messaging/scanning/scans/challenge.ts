import { createHmac, randomBytes } from 'node:crypto';
import { execute, queryRow } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** An answer that only this installation can give. When it comes back through a host, that host is ours. */
export interface Challenge {
  /** null while the database has not told it. */
  key(): string | null;
  /** undefined while the database has not told the key. */
  answer(code: string, nonce: string): string | undefined;
  load(): Promise<void>;
}

/** The header of the redirect to `/Q<code>?confirm=<nonce>`. */
export const challengeHeader = 'x-outreach-confirmation';
const noncePattern = /^[\w-]{16,64}$/;

/** The key is one for all machines of an installation. */
export function openChallenge(database: Queryable): Challenge {
  let key: string | null = null;
  return {
    key: () => key,
    answer: (code, nonce) => answerChallenge(key, code, nonce),
    async load() {
      key ??= await keepChallengeKey(database, randomBytes(32).toString('base64url'));
    },
  };
}

export function answerChallenge(
  key: string | null,
  code: string,
  nonce: string,
): string | undefined {
  if (key === null || !noncePattern.test(nonce)) return undefined;
  return createHmac('sha256', key).update(`${code} ${nonce}`).digest('base64url');
}

/** Keeps a key unless there is one, and returns the one that is kept. */
async function keepChallengeKey(database: Queryable, key: string): Promise<string | null> {
  await execute(database)`
    INSERT INTO challenge_key (value) VALUES (${key}) ON CONFLICT (one) DO NOTHING`;
  const row = await queryRow<{ value: string }>(database)`SELECT value FROM challenge_key`;
  return row?.value ?? null;
}
