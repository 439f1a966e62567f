import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { syncPathSync } from '../../campaigns/files/sync-fs.ts';

/**
 * The secret that signs sessions and encrypts second factors: `AUTH_SECRET`, or one that is made once and
 * kept in the data folder, readable by the service's user only. Whoever loses it signs everybody out and
 * has to reset every second factor.
 */
export function loadSecret(dataDir: string, given: string | undefined): string {
  if (given !== undefined) return given;
  const path = join(dataDir, 'auth-secret');
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true });
    const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
    writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, {
      mode: 0o600,
      flush: true,
    });
    try {
      // Whole or not at all, and the first of several processes that start at once.
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft);
    }
    // Whoever is told to scan a second factor needs this very secret after a power cut.
    syncPathSync(dataDir);
  }
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < 32) throw new Error(`Expected at least 32 characters in ${path}`);
  return secret;
}
