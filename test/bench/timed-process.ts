import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Wall time and highest resident memory of a whole Node process; throws when it fails. */
export function timedProcess(
  args: string[],
  env: Record<string, string> = {},
): { seconds: number; megabytes: number } {
  const watch = join(import.meta.dirname, 'peers', 'peak-memory.mjs');
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', watch, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) {
    throw new Error(`Expected ${args.join(' ')} to end well, got ${status}: ${stderr}`);
  }
  return { seconds, megabytes: Number(/peak memory (\d+) kB/.exec(stderr)?.[1]) / 1024 };
}
