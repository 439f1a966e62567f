import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Audience } from '../../messaging/phone/audiences/audiences-sql.ts';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { load } from '../messaging/fixtures/http-load.ts';
import { publicUrl, signIn } from '../messaging/fixtures/http-officer.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { startOwnRedis } from '../messaging/fixtures/redis.ts';
import { phone, scanPaths } from '../messaging/fixtures/scans.ts';
import { startService } from '../messaging/fixtures/service.ts';

// `node test/faults/large-list.ts [ROWS]`: a list is uploaded while phones scan and an officer works. Ends with 1 when one
// of them got no answer, a wrong one or a late one, or when the list is not there whole.
const rows = Number(process.argv[2] ?? 5_000_000);
const scansPerSecond = 200;
const scanLimitMs = 1000;
const boundary = 'list-of-numbers';

const work = mkdtempSync(join(tmpdir(), 'large-list-'));
const [postgres, redis] = await Promise.all([startOwnPostgres(), startOwnRedis()]);
const databaseUrl = await postgres.createDatabase();
const database = await openDatabase({ url: databaseUrl, dataDir: work });
const service = await startService({
  DATA_DIR: join(work, 'data'),
  DATABASE_URL: databaseUrl,
  REDIS_URL: redis.url,
  PUBLIC_URL: publicUrl,
});
try {
  const officer = await signIn(database, service.url, { role: 'pro-dgp' });
  const form = join(work, 'form');
  await pipeline(Readable.from(formParts()), createWriteStream(form));
  const startedAt = performance.now();
  let answer: { status: number; body: string } | undefined;
  const uploading = upload(form, officer.headers()).then((given) => {
    answer = given;
  });
  const rounds = [];
  while (answer === undefined) rounds.push(await oneRound(officer.headers().cookie ?? ''));
  await uploading;
  const seconds = (performance.now() - startedAt) / 1000;
  const { status, body } = answer;
  const { rowsRead, members } = (status === 201 ? JSON.parse(body) : { rowsRead: 0 }) as Audience;
  const lost = rounds.reduce((sum, round) => sum + round.wrong, 0);
  const p99Ms = Math.max(...rounds.map(({ scanP99Ms }) => scanP99Ms));
  const maxMs = Math.max(...rounds.map(({ scanMaxMs }) => scanMaxMs));
  const consoleMs = Math.max(...rounds.map((round) => round.consoleP95Ms));
  const holds =
    status === 201 && rowsRead === rows && members > rows / 2 && lost === 0 && p99Ms <= scanLimitMs;
  console.log(
    `${holds ? 'holds ' : 'FAILED'}  ${rows} rows of ${(statSync(form).size / 1e6).toFixed(0)} MB: answer ${status}, ` +
      `${rowsRead} read and ${members} taken in ${seconds.toFixed(0)} s; meanwhile ${scansPerSecond} scans/s with p99 ${p99Ms.toFixed(0)} ms in the ` +
      `worst ten seconds (longest ${maxMs.toFixed(0)} ms), console p95 ${consoleMs.toFixed(0)} ms, ${lost} wrong or no answers`,
  );
  if (status !== 201) console.log(body.slice(0, 500));
  process.exitCode = holds ? 0 : 1;
} finally {
  await database.close();
  await service.kill();
  await postgres.dispose();
  await redis.dispose();
  rmSync(work, { recursive: true, force: true });
}

async function oneRound(cookie: string) {
  const shared = { port: service.port, durationMs: 10_000 };
  const [scans, console] = await Promise.all([
    load({
      ...shared,
      paths: scanPaths(400),
      headers: { 'User-Agent': phone.android },
      connections: 32,
      perSecond: scansPerSecond,
    }),
    load({
      ...shared,
      paths: ['/api/me', '/api/audiences', '/api/progress'],
      headers: {},
      cookies: [cookie],
      connections: 8,
      perSecond: 5,
    }),
  ]);
  const wrong = ({ statuses, lost: none }: typeof scans, expected: string) =>
    Object.entries(statuses).reduce(
      (sum, [status, n]) => sum + (status === expected ? 0 : n),
      none,
    );
  return {
    wrong: wrong(scans, '302') + wrong(console, '200'),
    scanP99Ms: scans.p99Ms,
    scanMaxMs: scans.maxMs,
    consoleP95Ms: console.p95Ms,
  };
}

/** The numbers are distinct and of nobody in particular; some belong to no series of mobiles. */
function* formParts(): Generator<string> {
  yield `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="list.csv"\r\nContent-Type: text/csv\r\n\r\nmobile,district,language\r\n`;
  const districts = ['agra', 'lucknow', 'kanpur-nagar'];
  let part = '';
  for (let row = 0; row < rows; row += 1) {
    part += `${6_000_000_000 + row * 311},${districts[row % 3]},hi\r\n`;
    if (part.length < 100_000) continue;
    yield part;
    part = '';
  }
  yield `${part}--${boundary}--\r\n`;
}

async function upload(
  form: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: string }> {
  const query = new URLSearchParams({
    name: 'List of the fault run',
    consentBasis: 'public-duty',
    source: 'made by the fault run',
    retainUntil: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  });
  const sent = request({
    host: '127.0.0.1',
    port: service.port,
    method: 'POST',
    path: `/api/audiences?${query}`,
    agent: false,
    headers: {
      ...headers,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': statSync(form).size,
    },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve).once('error', reject);
  });
  createReadStream(form).pipe(sent);
  const answer = await answered;
  return { status: answer.statusCode ?? 0, body: await text(answer) };
}
