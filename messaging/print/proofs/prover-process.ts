import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { FromProver, ToProver } from '../../../campaigns/print/proofs/proof.ts';
import { readProcessorMs } from '../../platform/process/processor-ms.ts';

/** The process that proves, as the service holds it. */
export interface ProverProcess {
  pid: number | undefined;
  send(message: ToProver): void;
  kill(): void;
  /** Its processor time so far; undefined where the machine does not tell. */
  processorMs(): number | undefined;
  /** Resolves when it is gone. */
  gone: Promise<void>;
}

export type StartProver = (on: {
  message(message: FromProver): void;
  exit(): void;
}) => ProverProcess;

const entry = join(import.meta.dirname, '..', '..', '..', 'generator', 'proof', 'main.ts');
const mostMemoryMb = 512;

/** Starts the generator's proving process; it dies with the service. */
export function createStartProver(config: { dataDir: string; campaign: string }): StartProver {
  return ({ message, exit }) => {
    const child: ChildProcess = fork(entry, [config.dataDir, config.campaign], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${mostMemoryMb}`],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const gone = Promise.withResolvers<void>();
    let isGone = false;
    const end = () => {
      if (isGone) return;
      isGone = true;
      gone.resolve();
      exit();
    };
    child.on('message', (sent: FromProver) => message(sent));
    child.once('exit', end);
    child.once('error', end);
    return {
      pid: child.pid,
      // What is sent to a process that is just ending is asked again when its end is known.
      send: (sent) => child.send(sent, () => undefined),
      kill: () => child.kill('SIGKILL'),
      processorMs: () => (child.pid === undefined ? undefined : readProcessorMs(child.pid)),
      gone: gone.promise,
    };
  };
}
