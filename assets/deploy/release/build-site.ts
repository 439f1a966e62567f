import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './project.ts';

/**
 * Builds the site that a new installation answers with until it has built its own, which has its address. @returns
 * its folder
 */
export function buildSite(folder: string, epoch: number): string {
  const dataDir = join(folder, 'data');
  const env = {
    PATH: process.env['PATH'],
    DATA_DIR: dataDir,
    SOURCE_DATE_EPOCH: String(epoch),
  };
  const run = (script: string, ...args: string[]) =>
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  run('generator/main.ts', '--plan');
  run('generator/main.ts', '--channel', 'all', '--plan');
  // Packed copies double it; the installation's own build has them.
  run('site/build.ts', '--uncompressed');
  return join(dataDir, 'site');
}
