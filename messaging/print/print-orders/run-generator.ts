import { join } from 'node:path';
import type { PrintOrderFormat } from '../../contract/values.ts';
import { runScript } from '../../platform/process/run-script.ts';

/** Makes the file of an order, or throws. */
export type RunGenerator = (order: PrintOrder, signal: AbortSignal) => Promise<void>;

const generator = join(import.meta.dirname, '..', '..', '..', 'generator', 'main.ts');
const usualLimitMs = 300_000;
/** Priority (nice) of a process that must not slow requests down. */
export const lowPriority = 10;

interface Options {
  printDir: string;
  /** With the generator's own settings. */
  env: Readonly<Record<string, string | undefined>>;
}

/** Makes ordered pictures in a process of lower priority than requests. */
export function createRunGenerator(options: Options): RunGenerator {
  return ({ district, station, format }, signal) =>
    runGenerator(
      ['--station', `${district}/${station}`, '--artwork', 'board', '--format', format],
      options,
      { signal, priority: lowPriority },
    );
}

/** Calls the generator as `npm run generate` would, in a separate process; throws with its output. */
export async function runGenerator(
  args: readonly string[],
  { printDir, env }: Options,
  call: { signal?: AbortSignal | undefined; priority?: number; limitMs?: number } = {},
): Promise<void> {
  const { signal, priority = 0, limitMs = usualLimitMs } = call;
  try {
    await runScript({
      script: generator,
      args: [...args, '--out', printDir],
      env,
      signal,
      priority,
      limitMs,
    });
  } catch (cause) {
    throw new Error(`The generator failed. ${(cause as Error).message}`, { cause });
  }
}

/** A station's board as a picture for a flex printer. */
export interface PrintOrder {
  district: string;
  station: string;
  format: PrintOrderFormat;
}
