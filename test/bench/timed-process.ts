import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export interface Timed {
  seconds: number;
  /** Of all its threads, in user and system mode: what a busy machine stretches least. */
  processorSeconds: number;
  /** Resident at its highest. */
  megabytes: number;
}

/** Measures a whole Node process; throws when it fails. */
export function timedProcess(args: string[], env: Record<string, string> = {}): Timed {
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
  return {
    seconds,
    processorSeconds: Number(/processor time (\d+) us/.exec(stderr)?.[1]) / 1e6,
    megabytes: Number(/peak memory (\d+) kB/.exec(stderr)?.[1]) / 1024,
  };
}
