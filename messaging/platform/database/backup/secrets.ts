import { scryptSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAudit } from '../audit-log-sql.ts';
import type { Database } from '../database.ts';
import { execute } from '../sql.ts';
import { inTransaction } from '../transaction.ts';

/** Files that open more than the backup itself; they are kept apart from it. */
export const secretFiles: readonly string[] = ['auth-secret', 'emulator-token', 'exotel-token'];

/** Where an installation has the secret that encrypts second factors. */
export interface SecretPlace {
  dataDir: string;
  authSecret?: string | undefined;
}

/** By which a restore knows whether the secret is still the same; the secret cannot be read from it. */
export function markOfSecret({ dataDir, authSecret }: SecretPlace, salt: string): string | null {
  const path = join(dataDir, 'auth-secret');
  const secret = authSecret ?? (existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined);
  return secret === undefined ? null : scryptSync(secret, salt, 16).toString('hex');
}

/** Has everybody set up the second factor again, since nothing can read the old ones without their secret. */
export async function resetSecondFactors({ pool }: Pick<Database, 'pool'>): Promise<number> {
  return inTransaction(pool, async (tx) => {
    await tx.query('DELETE FROM two_factor');
    const changed = await execute(tx)`
      UPDATE person SET two_factor_enabled = false WHERE two_factor_enabled`;
    const people = changed;
    if (people > 0) {
      await writeAudit(tx, {
        actor: 'command-line',
        action: 'backup.restore',
        subject: 'backup',
        after: { secondFactorsReset: people },
      });
    }
    return people;
  });
}
