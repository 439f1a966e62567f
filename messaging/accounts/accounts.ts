import type { Database } from '../database/database.ts';
import type { Identify } from '../http/access.ts';
import { type Auth, createAuth } from './auth.ts';
import { createIdentify } from './identify.ts';
import { purgeAccounts } from './lockout.ts';
import { loadSecret } from './secret-fs.ts';

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
  await purgeAccounts(database.orm);
  const timer = setInterval(() => {
    purgeAccounts(database.orm).catch(onTrouble);
  }, purgeEveryMs).unref();
  return {
    auth,
    database,
    publicUrl: config.publicUrl,
    identify: createIdentify(auth, database),
    close: () => clearInterval(timer),
  };
}
