// Run by `npm test`: the tests, and beside them the checks, which end the tests when one of them fails.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

const checks = start('test/checks/main.ts');
const tests = start('node_modules/vitest/vitest.mjs', 'run', '--project', '!rare*');
const status = await end(checks);
if (status !== 0) tests.kill('SIGINT');
process.exitCode = status || (await end(tests));

function start(...command: string[]): ChildProcess {
  return spawn(process.execPath, command, { cwd: root, stdio: 'inherit' });
}

/** Exit status; 1 for a process that was ended. */
async function end(child: ChildProcess): Promise<number> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode ?? 1;
}
