import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { freePort } from './messaging/fixtures/postgres.ts';

export const root = join(import.meta.dirname, '..');
/** On two quiet cores the site is there after some 12 s; here other tests keep both busy. */
const siteLimitMs = 120_000;

export interface Started {
  url: string;
  dataDir: string;
  said(): string;
}

/** `npm start` on a machine where nothing was made yet. */
export async function start(
  prepare: (dataDir: string) => void | Promise<void> = () => undefined,
  env: Record<string, string> = {},
): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  const dataDir = join(folder, 'data');
  await prepare(dataDir);
  const port = await freePort();
  const child = spawn(process.execPath, ['assets/deploy/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      SITE_DIR: join(folder, 'dist'),
      DATABASE_URL: '',
      REDIS_URL: '',
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  onTestFinished(async () => {
    await stop(child);
    rmSync(folder, { recursive: true, force: true });
  }, siteLimitMs);
  return { url: `http://127.0.0.1:${port}`, dataDir, said: () => said };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Asks again until it is there. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  limitMs = siteLimitMs,
): Promise<T> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const found = await ask().catch(() => undefined);
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`Expected ${what} within ${limitMs} ms`);
    await wait(200);
  }
}

export const isThere = async (url: string) => {
  const answer = await fetch(url);
  return answer.ok ? answer.text() : undefined;
};
