import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killLeftProcesses } from './left-processes.ts';
import { openSharedServers } from './shared-servers.ts';

// The process that owns what a whole test run shares. Tests borrow over HTTP: a database, a Redis of their own number,
// a browser. It ends with the run: when told so, and also when the run was killed, since its standard input then closes.

const runFolder = mkdtempSync(join(pickPlace(), 'test-run-'));
// PostgreSQL runs as a user of its own and has to get to its folder in here.
chmodSync(runFolder, 0o755);
// Whatever a server started by us writes elsewhere lies in the run's folder too, and marks the process as ours.
process.env.TMPDIR = runFolder;

const shared = openSharedServers(runFolder);
const token = randomUUID();
const server = createServer((request, response) => {
  // A connection that is kept open may end as it is used again.
  response.setHeader('connection', 'close');
  const [, given, ...path] = (request.url ?? '').split('/');
  const lend = given === token ? shared.find(path.join('/')) : undefined;
  if (lend === undefined) {
    response.writeHead(404).end();
    return;
  }
  lend().then(
    (lent) => response.end(JSON.stringify(lent)),
    (error: Error) => response.writeHead(500).end(error.stack),
  );
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/${token}`;
  process.stdout.write(`${JSON.stringify({ url, folder: runFolder })}\n`);
});

let said = '';
process.stdin.on('data', (chunk) => {
  said += chunk;
});
process.stdin.on('close', async () => {
  server.close();
  server.closeAllConnections();
  await shared.close().catch((error: unknown) => console.error(error));
  killLeftProcesses(runFolder, { interrupted: !said.includes('done') });
  rmSync(runFolder, { recursive: true, force: true, maxRetries: 5 });
  process.exit();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

/** In memory where there is room, as nobody keeps what tests write; a whole run has up to 3.5 GB at once. */
function pickPlace(): string {
  const memory = '/dev/shm';
  if (process.env.TMPDIR !== undefined || !existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 8e9 ? memory : tmpdir();
}
