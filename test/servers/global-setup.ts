import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the keeper of this run's servers answers. */
    keeperUrl: string;
  }
}

/**
 * Starts the keeper of the run's servers, which starts each of them when a test first asks for it. All that the tests
 * put into the temporary folder lies in the run's own, which goes with the keeper.
 */
export default async function startKeeper(project: TestProject): Promise<() => Promise<void>> {
  const program = join(import.meta.dirname, 'keeper.ts');
  // In a process group of its own: Ctrl-C must not reach the servers before the tests have ended.
  const keeper = spawn(process.execPath, [program], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(keeper, 'exit');
  const [line] = (await Promise.race([
    once(createInterface(keeper.stdout), 'line'),
    ended.then(() => Promise.reject(new Error('The keeper of the test servers did not start'))),
  ])) as [string];
  const { url, folder } = JSON.parse(line) as { url: string; folder: string };
  const outerFolder = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  project.provide('keeperUrl', url);
  return async () => {
    if (outerFolder === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = outerFolder;
    keeper.stdin.end('done\n');
    await ended;
  };
}
