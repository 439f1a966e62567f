import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';

export interface ScriptCall {
  /** TypeScript file that Node runs. */
  script: string;
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  /** By the system's scale: 0 as the service, 10 yields to requests. */
  priority?: number;
  limitMs: number;
  signal?: AbortSignal | undefined;
}

const errorLimit = 500;

/** Runs a program of another room in a separate process until it is gone; throws with its last output. */
export function runScript(call: ScriptCall): Promise<void> {
  const { script, args, env, priority = 0 } = call;
  const limit = AbortSignal.timeout(call.limitMs);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env,
      signal: call.signal === undefined ? limit : AbortSignal.any([call.signal, limit]),
    });
    if (child.pid !== undefined) setPriority(child.pid, priority);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-errorLimit);
    });
    let stopped: Error | undefined;
    child.once('error', (error) => {
      stopped = error;
      if (child.pid === undefined) reject(error);
    });
    // Also one that is told to end has its files and locks until then.
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(stopped ?? new Error(`It ended with ${code}: ${said}`)),
    );
  });
}
