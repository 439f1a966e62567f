import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../../messaging/config.ts';
import { openOwnSpool } from '../../messaging/platform/spool/own-spool.ts';
import { gatherCodes } from '../../messaging/scanning/scans/gather-codes-fs.ts';
import { createKeeper } from '../../messaging/scanning/scans/kept-codes-fs.ts';
import { decodeScan } from '../../messaging/scanning/scans/scan-payload.ts';
import { openFolder } from '../folders.ts';
import { inherited } from './fixtures/inherited-env.ts';
import { freePort } from './fixtures/postgres.ts';
import { phone, scanPaths } from './fixtures/scans.ts';

const root = join(import.meta.dirname, '..', '..');
const dataDir = openFolder('redirect-');
const kept = gatherCodes(loadConfig({ DATA_DIR: dataDir }));
const paths = scanPaths(5);
const [closed = ''] = paths;

/** What it is made of: the pure core, spool, HTTP and scans. */
const allowed =
  /^(campaigns\/|messaging\/(redirect|config)\.ts$|messaging\/contract\/|messaging\/platform\/(http|process|spool)$|messaging\/scanning\/scans$|test\/)/;
/** Read by `config.ts`, which knows every variable. */
const settings =
  /^messaging\/(figures\/store-reports|mail\/(alerts|delivery)|people\/identity-provider|phone\/gateways)$/;
const heavy =
  /^(pg|@electric-sql|better-auth|kysely|ioredis|bull|@aws-sdk|nodemailer|twilio|yaml|js-yaml|sharp|docx|prom-client|zxing)/;

/** The program as its unit starts it, and what it loaded by its end. */
async function startRedirect() {
  const port = await freePort();
  const child: ChildProcess = spawn(
    process.execPath,
    [
      '--import',
      join(import.meta.dirname, 'fixtures', 'loaded-process.ts'),
      'messaging/redirect.ts',
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...inherited(),
        DATA_DIR: dataDir,
        REDIRECT_PORT: String(port),
        LOG_LEVEL: 'silent',
      },
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const written = text(child.stdout as NodeJS.ReadableStream);
  const ask = (path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      redirect: 'manual',
      headers: { 'user-agent': phone.android },
    });
  await expect
    .poll(() =>
      ask('/metrics').then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);
  const end = async (signal: NodeJS.Signals) => {
    const ended = once(child, 'exit');
    child.kill(signal);
    return (await ended)[0] as number | null;
  };
  return { ask, end, written };
}

/** What a service on the same machine takes over. */
async function takeOver(count: number) {
  const ids = new Set<bigint>();
  const codes: string[] = [];
  const own = await openOwnSpool({
    base: join(dataDir, 'spool', 'scans'),
    adoptEveryMs: 50,
    async store(records) {
      for (const { id, payload } of records) {
        if (!ids.has(id)) codes.push(decodeScan(payload).code);
        ids.add(id);
      }
    },
  });
  await expect.poll(() => codes.length, { timeout: 30_000 }).toBe(count);
  await own.close();
  return codes;
}

test('printed codes are answered without a service, as it kept them last, and each scan is there for the next one', async () => {
  const keep = createKeeper(dataDir);
  keep(kept);
  const { ask, end } = await startRedirect();
  const scan = async (path: string) => (await ask(path)).status;
  for (const path of paths) expect(await scan(path)).toBe(302);
  keep({ ...kept, closed: [{ code: closed.slice(3), reason: 'misused' as never }] });
  await expect.poll(() => scan(`${closed}?again`), { timeout: 10_000 }).toBe(410);
  const metrics = await (await ask('/metrics')).text();
  expect(metrics).toMatch(/^scans_total\{outcome="closed"\} [1-9]/m);
  expect((await ask('/api/me')).status).toBe(404);
  const stored = Number(/outcome="stored"\} (\d+)/.exec(metrics)?.[1]);
  // No end that could be kept to, and a kill, lose nothing.
  await end('SIGKILL');
  expect(readdirSync(join(dataDir, 'spool'))).toEqual(['scans']);
  expect(await takeOver(stored)).toEqual(
    expect.arrayContaining(paths.map((path) => path.slice(3))),
  );
});

test('it loads what a scan needs: no database, no accounts, no gateways, no campaign', async () => {
  createKeeper(dataDir)(kept);
  const { ask, end, written } = await startRedirect();
  expect((await ask(paths[1] ?? '')).status).toBe(302);
  expect(await end('SIGTERM')).toBe(0);
  const loaded = (await written).trim().split('\n');
  const own = loaded.filter((path) => !path.startsWith('node_modules/'));
  const folders = new Set(
    own
      // Only joins the text of a statement, and loads nothing.
      .filter((path) => path !== 'messaging/platform/database/sql.ts')
      .map((path) => path.split('/').slice(0, 3).join('/')),
  );
  const beyond = [...folders].filter((path) => !allowed.test(path) && !settings.test(path));
  expect(beyond).toEqual([]);
  const packages = loaded.flatMap(
    (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
  );
  expect(packages.filter((name) => heavy.test(name))).toEqual([]);
  // Of packages: fastify, zod, pino with its lines for people, and what these ask for.
  expect([own.length, loaded.length - own.length]).toEqual([
    expect.toSatisfy((count: number) => count <= 108),
    expect.toSatisfy((count: number) => count <= 435),
  ]);
  await takeOver(1);
});
