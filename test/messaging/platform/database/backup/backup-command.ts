import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const commands = join(import.meta.dirname, '../../../../../messaging/platform/database/backup');

/** Runs a command of the backup as an administrator does. */
export const runBackupCommand = (
  name: 'back-up' | 'restore',
  env: Record<string, string>,
  ...args: string[]
) => {
  const options = { env: { ...process.env, ...env } };
  return promisify(execFile)(
    process.execPath,
    [join(commands, `${name}-main.ts`), ...args],
    options,
  );
};
