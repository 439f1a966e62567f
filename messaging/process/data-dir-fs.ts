import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes the data folder where it is missing, and tries whether files can be written there.
 * @throws in one sentence, so that nobody has to guess from an error of what needs the folder first
 */
export function checkDataDir(dataDir: string): void {
  const trial = join(dataDir, `.trial-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(trial, '');
    rmSync(trial);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new Error(
      `Expected a folder that this user can write to for \`DATA_DIR\`, got ${dataDir} (${code ?? message})`,
      { cause },
    );
  }
}
