import type { Database } from '../database/database.ts';
import type { Identify } from '../http/access.ts';
import { purgeAttempts } from './attempts-sql.ts';
import { type Auth, createAuth } from './auth.ts';
import { createIdentify } from './identify.ts';
import { loadSecret } from './secret-fs.ts';
import { purgeSessions } from './sessions-sql.ts';

/** Officers' accounts, as the server takes them. */
export interface Accounts {
  auth: Auth;
  database: Database;
  publicUrl: string;
  identify: Identify;
  close(): void;
}

export interface AccountOptions {
  database: Database;
  config: { publicUrl: string; dataDir: string; authSecret: string | undefined };
  /** Told when the hourly tidying failed; it is tried again. */
  onTrouble: (error: Error) => void;
}

const purgeEveryMs = 3_600_000;

/** Opens the accounts and deletes what ran out, now and every hour. */
export async function openAccounts(options: AccountOptions): Promise<Accounts> {
  const { database, config, onTrouble } = options;
  const secret = loadSecret(config.dataDir, config.authSecret);
  const auth = createAuth({ database, publicUrl: config.publicUrl, secret });
  await purgeAccounts(database);
  const timer = setInterval(() => {
    purgeAccounts(database).catch(onTrouble);
  }, purgeEveryMs).unref();
  return {
    auth,
    database,
    publicUrl: config.publicUrl,
    identify: createIdentify(auth, database),
    close: () => clearInterval(timer),
  };
}

/** Deletes what ran out: attempts, sessions, questions for a second factor, callers' addresses. */
export async function purgeAccounts({ pool }: Pick<Database, 'pool'>): Promise<void> {
  await purgeAttempts(pool);
  await purgeSessions(pool);
}
