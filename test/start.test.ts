import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { tryFileLock } from '../campaigns/files/file-lock-fs.ts';
import { loadConfig } from '../site/config.ts';
import { hashInputs } from '../site/inputs-hash-fs.ts';
import { isRunning } from './is-running.ts';
import { placeTestDatabase } from './messaging/fixtures/databases.ts';
import { freePort } from './messaging/fixtures/postgres.ts';

const root = join(import.meta.dirname, '..');
/** On two quiet cores the site is there after some 12 s; here other tests keep both busy. */
const siteLimitMs = 120_000;

type Started = { url: string; dataDir: string; said(): string };

/** `npm start` on a machine where nothing was made yet. */
async function start(
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
async function until<T>(
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

const isThere = async (url: string) => {
  const answer = await fetch(url);
  return answer.ok ? answer.text() : undefined;
};

test('a first start answers, has its site, and makes what is asked for while the kit is made', async () => {
  // The address by which the setup has built the site: there is nothing to build anew.
  const { url } = await start(undefined, { PUBLIC_URL: 'http://localhost:8080' });
  const first = await until('an answer', () => fetch(url));
  // By the site that the setup has built.
  expect(first.status).toBe(200);
  expect(await isThere(`${url}/print/`)).toContain('<kit-progress');
  expect(await isThere(`${url}/print/varanasi/`)).toContain('data-size-of="varanasi/');
  const progress = async () => (await fetch(`${url}/api/print-kit?district=varanasi`)).json();
  await until('a run at work', async () =>
    (await progress()).state === 'making' ? true : undefined,
  );

  const board = await fetch(`${url}/files/varanasi/lanka/varanasi-lanka-board.pdf`);
  expect(board.status).toBe(200);
  expect((await board.text()).startsWith('%PDF-1.6')).toBe(true);
  const preview = await fetch(`${url}/files/varanasi/lanka/varanasi-lanka-board-480.png`);
  expect(preview.headers.get('content-type')).toBe('image/png');
  const { state, bytes, total } = await progress();
  expect(state).toBe('making');
  expect(total).toBeGreaterThan(16_000);
  expect(bytes['varanasi/lanka/varanasi-lanka-board.pdf']).toBe(
    Number(board.headers.get('content-length')),
  );
}, 300_000);

test('at a terminal a frame says what to do next, the log is for people, and nothing outlives npm', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'terminal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const port = await freePort();
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    PORT: String(port),
    EMULATOR_PORT: String(await freePort()),
    DATA_DIR: join(folder, 'data'),
    CAMPAIGN: 'gujarat-citizen-first',
    FORCE_COLOR: '0',
  };
  const terminal = spawn('script', ['-qefc', 'npm start', '/dev/null'], { cwd: root, env });
  let said = '';
  terminal.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await until('the frame', async () => (said.includes('╚') ? true : undefined));
  expect(said).toContain(`║ Open it          http://localhost:${port} `);
  expect(said).toContain('npm run invite -- --role admin --email you@example.in');
  await until('the site', () => isThere(`http://127.0.0.1:${port}`));
  expect(said).toMatch(/\d\d:\d\d:\d\d.* INFO.*: Open http:\/\/localhost/);
  expect(said).not.toMatch(/"level":\d+|incoming request|ExperimentalWarning/);
  const children = listChildren(Number(terminal.pid));
  expect(children.length).toBeGreaterThan(4);
  const npm = children.find(({ command }) => command.startsWith('npm start'));
  process.kill(Number(npm?.pid), 'SIGKILL');
  const stillRun = () => children.filter(({ pid }) => isRunning(pid));
  await expect.poll(() => stillRun().map(({ command }) => command)).toEqual([]);
}, 300_000);

/** All that a process started, and what that started. */
function listChildren(parent: number): { pid: number; command: string }[] {
  const pids = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').match(/\d+/g) ?? [];
  return pids.map(Number).flatMap((pid) => {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return [{ pid, command }, ...listChildren(pid)];
  });
}

test('a start whose generator fails says so loudly, and the service stays', async () => {
  const { url, said } = await start(
    async (dataDir) => {
      await placeTestDatabase(dataDir);
      const lock = tryFileLock(join(dataDir, 'print', '.run.lock'));
      onTestFinished(() => lock?.release());
    },
    // The smaller one: a site of two districts.
    { CAMPAIGN: 'gujarat-citizen-first' },
  );
  await until('the warning', async () =>
    said().includes('THE PRINT KIT IS INCOMPLETE: the generator ended with 1.') ? true : undefined,
  );
  expect(await until('the service', () => isThere(`${url}/healthz`))).toContain('ok');
}, 300_000);

test('a site whose exchange a power cut ended half-way is there again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'exchange-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const env = { DATA_DIR: join(folder, 'data'), SITE_DIR: join(folder, 'site') };
  const old = `${env.SITE_DIR}.old`;
  mkdirSync(old);
  writeFileSync(join(old, 'index.html'), 'the site');
  writeFileSync(join(old, '.built-from'), hashInputs(loadConfig(env)));
  const options = { env: { ...process.env, ...env }, cwd: root };
  await promisify(execFile)(process.execPath, ['site/build.ts', '--if-changed'], options);
  expect(readFileSync(join(env.SITE_DIR, 'index.html'), 'utf8')).toBe('the site');
});

test('the site is built anew when its inputs change, and only then', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'inputs-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const hash = (env: Record<string, string> = {}) =>
    hashInputs(loadConfig({ DATA_DIR: dataDir, CAMPAIGN_TODAY: '2019-04-12', ...env }));
  const before = hash();
  writeFileSync(join(dataDir, 'progress.json'), '{}');
  expect(hash()).toBe(before);
  expect(hash({ PUBLIC_URL: 'https://upcop.example' })).not.toBe(before);
  expect(hash({ CAMPAIGN_TODAY: '2019-04-13' })).not.toBe(before);
  mkdirSync(join(dataDir, 'print'));
  writeFileSync(join(dataDir, 'print', 'manifest.json'), '{}');
  expect(hash()).not.toBe(before);

  const kit = hash();
  const shelve = (...districts: (string | null)[]) => {
    mkdirSync(join(dataDir, 'print', 'social'), { recursive: true });
    const files = districts.map((district) => ({ path: 'social/a.png', district }));
    writeFileSync(join(dataDir, 'print', 'social', 'shelf.json'), JSON.stringify({ files }));
  };
  shelve(null);
  const shelved = hash();
  expect(shelved).not.toBe(kit);
  shelve(null, 'agra');
  expect(hash()).toBe(shelved);
});
