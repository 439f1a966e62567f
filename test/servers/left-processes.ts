import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * Ends what the tests of a run have left: servers whose working folder lies in the run's folder. After an interrupted
 * run nobody else ends its other children (services, workers) either: they name the folder in their environment.
 */
export function killLeftProcesses(runFolder: string, options: { interrupted: boolean }): void {
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    const belongs =
      read(() => readlinkSync(`/proc/${pid}/cwd`)).startsWith(`${runFolder}/`) ||
      (options.interrupted && read(() => readFileSync(`/proc/${pid}/environ`)).includes(runFolder));
    if (belongs) read(() => String(process.kill(pid, 'SIGKILL')));
  }
}

/** A process may end while it is looked at, or belong to somebody else. */
function read(look: () => string | Buffer): string {
  try {
    return String(look());
  } catch {
    return '';
  }
}
