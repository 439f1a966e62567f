import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { PrintOrder } from './print-order.ts';

/** Makes the file of an order, or throws. */
export type RunGenerator = (order: PrintOrder, signal: AbortSignal) => Promise<void>;

const generator = join(import.meta.dirname, '..', '..', 'generator', 'main.ts');
const limitMs = 300_000;
const lowPriority = 10;
const errorLimit = 500;

/** Calls the generator as `npm run generate` would, in a process of its own that stands back for requests. */
export function createRunGenerator(options: {
  printDir: string;
  /** With the generator's own settings. */
  env: Readonly<Record<string, string | undefined>>;
}): RunGenerator {
  return ({ district, station, format }, signal) =>
    new Promise((resolve, reject) => {
      const selection = ['--station', `${district}/${station}`, '--artwork', 'board'];
      const child = spawn(
        process.execPath,
        [generator, ...selection, '--format', format, '--out', options.printDir],
        {
          stdio: ['ignore', 'ignore', 'pipe'],
          env: options.env,
          signal: AbortSignal.any([signal, AbortSignal.timeout(limitMs)]),
        },
      );
      if (child.pid !== undefined) setPriority(child.pid, lowPriority);
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
