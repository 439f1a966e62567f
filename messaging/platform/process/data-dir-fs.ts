import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDiskFull } from './disk-room.ts';

/** Read by the proxy's user; everything else is for the service's user alone. */
const isPublic = /^(print|site(\.(new|old))?)$/;

/** Whether other users of the machine may read what has this name in the data folder. */
export function isOpenToAll(name: string): boolean {
  return isPublic.test(name);
}

/**
 * Makes the data folder where it is missing, and tries whether files can be written there. A full disk is no reason not
 * to start: scans need none.
 * @throws in one sentence, so that nobody has to guess from an error of what needs the folder first
 */
export function checkDataDir(dataDir: string): void {
  const trial = join(dataDir, `.trial-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(trial, '');
    rmSync(trial);
  } catch (cause) {
    if (isDiskFull(cause) && existsSync(dataDir)) return;
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new Error(
      `Expected a folder that this user can write to for \`DATA_DIR\`, got ${dataDir} (${code ?? message})`,
      { cause },
    );
  }
}

/**
 * Opens the folders of print files and site to other users of this machine, as nginx serves them from the disk, and
 * closes everything else: users who may pass through the data folder get there and no further.
 */
export function shareOnlyPublic(dataDir: string, onTrouble: (error: Error) => void): void {
  // Before a program makes it that knows nothing of this.
  for (const name of ['print', 'cache']) mkdirSync(join(dataDir, name), { recursive: true });
  for (const entry of readdirSync(dataDir, { withFileTypes: true })) {
    if (!entry.isDirectory() && !entry.isFile()) continue;
    const folderMode = isOpenToAll(entry.name) ? 0o755 : 0o700;
    try {
      chmodSync(join(dataDir, entry.name), entry.isDirectory() ? folderMode : 0o600);
    } catch (error) {
      // Another user's, who alone can close it.
      onTrouble(error as Error);
    }
  }
}
