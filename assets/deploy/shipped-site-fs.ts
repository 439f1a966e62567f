import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Puts the site that comes with a release where the installation's own will stand, so that a first start has pages to
 * show until it has built those with its address. Processes may do so at once; one that is there stays.
 */
export function placeShippedSite(shipped: string, siteDir: string): void {
  if (existsSync(siteDir) || !existsSync(shipped)) return;
  const draft = `${siteDir}.shipped-${randomBytes(4).toString('hex')}`;
  mkdirSync(dirname(siteDir), { recursive: true });
  cpSync(shipped, draft, { recursive: true });
  try {
    renameSync(draft, siteDir);
  } catch {
    // Another process was first.
    rmSync(draft, { recursive: true });
  }
}
