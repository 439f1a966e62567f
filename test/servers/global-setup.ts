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

/** The keeper of a run: one for all projects, each of which loads this module for itself. */
interface Keeper {
  url: string;
  /** Projects that have not ended. */
  users: number;
  stop(): Promise<void>;
}

const place = globalThis as { upCopTestKeeper?: Promise<Keeper> | undefined };

/**
 * Starts the keeper of the run's servers, which starts each of them when a test first asks for it. All that the tests
 * put into the temporary folder lies in the run's own, which goes with the keeper.
 */
export default async function shareKeeper(project: TestProject): Promise<() => Promise<void>> {
  place.upCopTestKeeper ??= startKeeper();
  const keeper = await place.upCopTestKeeper;
  keeper.users += 1;
  project.provide('keeperUrl', keeper.url);
  return async () => {
    keeper.users -= 1;
    if (keeper.users > 0) return;
    place.upCopTestKeeper = undefined;
    await keeper.stop();
  };
}

async function startKeeper(): Promise<Keeper> {
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
  return {
    url,
    users: 0,
    stop: async () => {
      if (outerFolder === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = outerFolder;
      keeper.stdin.end('done\n');
      await ended;
    },
  };
}
