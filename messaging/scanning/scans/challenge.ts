import { createHmac, randomBytes } from 'node:crypto';
import type { Queryable } from '../../platform/database/transaction.ts';
import { keepChallengeKey } from './challenge-sql.ts';

/** An answer that only this installation can give. When it comes back through a host, that host is ours. */
export interface Challenge {
  /** undefined while the database has not told the key. */
  answer(code: string, nonce: string): string | undefined;
  load(): Promise<void>;
}

/** The header of the redirect to `/Q<code>?confirm=<nonce>`. */
export const challengeHeader = 'x-outreach-confirmation';
const noncePattern = /^[\w-]{16,64}$/;

/** The key is one for all machines of an installation. */
export function openChallenge(database: Queryable): Challenge {
  let key: string | undefined;
  return {
    answer(code, nonce) {
      if (key === undefined || !noncePattern.test(nonce)) return undefined;
      return createHmac('sha256', key).update(`${code} ${nonce}`).digest('base64url');
    },
    async load() {
      if (key !== undefined) return;
      key = await keepChallengeKey(database, randomBytes(32).toString('base64url'));
    },
  };
}
