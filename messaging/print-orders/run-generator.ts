import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { PrintOrder } from './print-order.ts';

/** Makes the file of an order, or throws. */
export type RunGenerator = (order: PrintOrder, signal: AbortSignal) => Promise<void>;

const generator = join(import.meta.dirname, '..', '..', 'generator', 'main.ts');
const limitMs = 300_000;
/** Of a process that stands back for requests. */
export const lowPriority = 10;
const errorLimit = 500;

type Options = {
  printDir: string;
  /** With the generator's own settings. */
  env: Readonly<Record<string, string | undefined>>;
};

/** Makes ordered pictures in a process that stands back for requests. */
export function createRunGenerator(options: Options): RunGenerator {
  return ({ district, station, format }, signal) =>
    runGenerator(
      ['--station', `${district}/${station}`, '--artwork', 'board', '--format', format],
      options,
      { signal, priority: lowPriority },
    );
}

/** Calls the generator as `npm run generate` would, in a process of its own; throws with what it said. */
export function runGenerator(
  args: readonly string[],
  { printDir, env }: Options,
  { signal, priority = 0 }: { signal?: AbortSignal; priority?: number } = {},
): Promise<void> {
  const limit = AbortSignal.timeout(limitMs);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [generator, ...args, '--out', printDir], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env,
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    });
    if (child.pid !== undefined) setPriority(child.pid, priority);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-errorLimit);
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The generator ended with ${code}: ${said}`)),
    );
  });
}
