import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openFolder } from '../../folders.ts';
import { freePort } from '../../messaging/fixtures/postgres.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = openFolder('npm-');

/** Whether something listens there. */
const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    () => true,
    () => false,
  );

test.each([
  ['serve', 'SIGTERM'],
  ['serve', 'SIGKILL'],
  ['receive', 'SIGKILL'],
] as const)('npm run %s ends when its npm is ended by %s', async (name, signal) => {
  const port = await freePort();
  const env = { DATA_DIR: join(folder, `${name}-${signal}`), LOG_LEVEL: 'silent' };
  const ports = { PORT: String(port), RECEIVER_PORT: String(port), CONSOLE_PORT: String(port) };
  const npm = spawn('npm', ['run', name], {
    cwd: root,
    env: { ...process.env, ...env, ...ports, DATABASE_URL: '', REDIS_URL: '' },
    stdio: 'ignore',
    detached: true,
  });
  // The group is left where the promise does not hold.
  onTestFinished(() => {
    try {
      process.kill(-Number(npm.pid), 'SIGKILL');
    } catch {
      // Nothing of it is there, as it should be.
    }
  });
  await expect.poll(() => answers(port), { timeout: 120_000 }).toBe(true);
  npm.kill(signal);
  await expect.poll(() => answers(port), { timeout: 60_000 }).toBe(false);
});
