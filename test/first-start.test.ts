import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tryFileLock } from '../campaigns/files/file-lock-fs.ts';
import { folderForTest } from './folders.ts';
import { isRunning } from './is-running.ts';
import { placeTestDatabase } from './messaging/fixtures/databases.ts';
import { freePort } from './messaging/fixtures/postgres.ts';
import { smallCampaign } from './other-campaigns.ts';
import { isThere, root, start, until } from './start-fixture.ts';

test('a first start answers, has its site, and makes what is asked for while the kit is made', async () => {
  // The address by which the setup has built the site: there is nothing to rebuild.
  const { url } = await start(undefined, { PUBLIC_URL: 'http://localhost:8080' });
  const first = await until('an answer', () => fetch(url, { headers: { accept: 'text/html' } }));
  expect([200, 503]).toContain(first.status);
  // A page that asks again by itself, until the site is there that the setup has built.
  if (first.status === 503) expect(await first.text()).toContain('http-equiv="refresh"');
  expect(await until('the site', () => isThere(`${url}/print/`))).toContain('<kit-progress');
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
  const folder = folderForTest('terminal-');
  const port = await freePort();
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    PORT: String(port),
    EMULATOR_PORT: String(await freePort()),
    DATA_DIR: join(folder, 'data'),
    CAMPAIGN: smallCampaign,
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
    { CAMPAIGN: smallCampaign },
  );
  await until('the warning', async () =>
    said().includes('THE PRINT KIT IS INCOMPLETE: the generator ended with 1.') ? true : undefined,
  );
  expect(await until('the service', () => isThere(`${url}/healthz`))).toContain('ok');
}, 300_000);
