import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Puts the site that comes with a release, or that the setup has built, in the place of the installation's own, so that a
 * first start has pages to show until it has built those with its address. A link, which a build replaces whole: copying
 * 320 MB took as long as the rest of a start. Processes may do so at once; one that is there stays.
 */
export function placeShippedSite(shipped: string, siteDir: string): void {
  if (existsSync(siteDir)) return;
  // One that leads to a release which is gone.
  rmSync(siteDir, { force: true });
  if (!existsSync(shipped)) return;
  mkdirSync(dirname(siteDir), { recursive: true });
  try {
    symlinkSync(shipped, siteDir);
  } catch (error) {
    // Another process was first.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
