import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import twilio from 'twilio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCallbackSpool } from '../../messaging/phone/callbacks/callback-spool.ts';
import { type Database, openDatabase } from '../../messaging/platform/database/database.ts';
import { openFolder } from '../folders.ts';
import { borrow } from '../servers/borrow.ts';
import { inherited } from './fixtures/inherited-env.ts';
import { type Nginx, proxyFile, runNginx } from './fixtures/nginx.ts';
import { freePort } from './fixtures/postgres.ts';
import { approvedBlast, insertAudience, makeDraft } from './phone/blasts/blast-fixture.ts';

const root = join(import.meta.dirname, '..', '..');
const publicUrl = 'https://outreach.example.gov.in';
const token = 'training-token';
const folder = openFolder('receiver-');
const dataDir = join(folder, 'data');
let database: Database;
let receiver: ChildProcess;
let nginx: Nginx;
let front = 0;
let port = 0;

/** nginx with the deployed list of upstreams, where no service answers. */
function startFront(dead: number): Promise<Nginx> {
  const deployed = (file: string) => readFileSync(join(root, 'assets', 'deploy', file), 'utf8');
  const part = (file: string, pattern: RegExp) => {
    const [found] = pattern.exec(deployed(file)) ?? [];
    if (found === undefined) throw new Error(`Expected ${pattern} in ${file}`);
    return found;
  };
  const upstreams = deployed('nginx-upstreams.conf')
    .replaceAll('127.0.0.1:8080', `127.0.0.1:${dead}`)
    .replaceAll('127.0.0.1:8082', `127.0.0.1:${port}`);
  const map = part('nginx-site.conf', /map \$uri \$outreach_side \{[^}]*\}/);
  const server = part(
    'nginx-locations.conf',
    /location ~ \^\/\(webhooks\|voice\)\/twilio\/ \{[^}]*\}/,
  ).replace('/etc/nginx/up-cop-outreach-proxy.conf', proxyFile);
  return runNginx({ folder, port: front, upstreams: `${upstreams}\n${map}`, server });
}

beforeAll(async () => {
  mkdirSync(dataDir);
  database = await openDatabase({ url: await borrow('database'), dataDir });
  [front, port] = [await freePort(), await freePort()];
  receiver = spawn(process.execPath, [join(root, 'messaging', 'receiver.ts')], {
    stdio: 'inherit',
    env: {
      ...inherited(),
      DATA_DIR: dataDir,
      PUBLIC_URL: publicUrl,
      EMULATOR_TOKEN: token,
      RECEIVER_PORT: String(port),
      LOG_LEVEL: 'silent',
    },
  });
  nginx = await startFront(await freePort());
  while ((await post('/webhooks/twilio/messages/1', {})) !== 400) {
    expect(receiver.exitCode, 'the receiver has ended').toBeNull();
    await wait(50);
  }
});
afterAll(async () => {
  receiver.kill('SIGKILL');
  await nginx.stop();
  await database.close();
});

async function post(path: string, fields: Record<string, string>): Promise<number> {
  const headers = {
    'x-twilio-signature': twilio.getExpectedTwilioSignature(token, publicUrl + path, fields),
  };
  const body = new URLSearchParams(fields);
  const asking = { method: 'POST', headers, body } as const;
  const answer = await fetch(`http://127.0.0.1:${front}${path}`, asking).catch(() => null);
  return answer?.status ?? 0;
}

test('what cannot be read is refused in both languages, and never in words of the program', async () => {
  const url = `http://127.0.0.1:${port}/webhooks/meta?hub.verify_token=a&hub.verify_token=b`;
  const twice = await fetch(url);
  expect([twice.status, await twice.json()]).toEqual([
    400,
    expect.objectContaining({ error: 'wrong-input', hi: expect.stringContaining('एक ही बार') }),
  ]);
  const lost = await fetch(`http://127.0.0.1:${port}/nothing`);
  expect([lost.status, await lost.json()]).toEqual([
    404,
    expect.objectContaining({ error: 'not-found', hi: expect.any(String) }),
  ]);
  const form = await fetch(`http://127.0.0.1:${port}/webhooks/twilio/replies`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  expect(form.status).toBeGreaterThanOrEqual(400);
  expect(await form.json()).toEqual(expect.objectContaining({ hi: expect.any(String) }));
});

test('receipts that come while no service lives reach the ledger of the next one, all of them', async () => {
  const size = 500;
  const { pool } = database;
  const blast = await approvedBlast(pool, makeDraft(await insertAudience(pool, size)));
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO blast_recipient (blast_id, msisdn, place, segments, canary, language, status, provider_id, attempt, submitted_at, gateway)
     SELECT $1, 915000000000 + n, n, 2, false, 'hi', 'accepted', 'SM' || n, 1, now(), 'emulator' FROM generate_series(1, $2::bigint) AS n
     RETURNING id`,
    [blast.id, size],
  );
  const codes = await Promise.all(
    rows.map(({ id }, index) =>
      post(`/webhooks/twilio/messages/${id}`, {
        MessageSid: `SM${index + 1}`,
        MessageStatus: 'delivered',
      }),
    ),
  );
  const reply = { From: '+915000000007', Body: 'STOP', MessageSid: 'SMreply' };
  codes.push(await post('/webhooks/twilio/replies', reply));
  expect(codes).toEqual([...Array(size).fill(204), 200]);
  const forged = await fetch(`http://127.0.0.1:${front}/webhooks/twilio/messages/1`, {
    method: 'POST',
    headers: { 'x-twilio-signature': 'x' },
    body: new URLSearchParams({ MessageSid: 'SM1', MessageStatus: 'failed' }),
  });
  expect(forged.status).toBe(403);

  // A kill loses nothing that was acknowledged.
  const ended = once(receiver, 'exit');
  receiver.kill('SIGKILL');
  await ended;
  const service = await openCallbackSpool({
    pool,
    spoolDir: join(dataDir, 'spool'),
    gateways: {},
    log: pino({ level: 'silent' }),
  });
  try {
    await expect
      .poll(
        async () => {
          const counted = await pool.query(
            `SELECT status, count(*)::int AS n FROM blast_recipient WHERE blast_id = $1 GROUP BY 1`,
            [blast.id],
          );
          return counted.rows;
        },
        { timeout: 20_000 },
      )
      .toEqual([{ status: 'delivered', n: size }]);
    const stops = await pool.query('SELECT msisdn, source FROM opt_out');
    expect(stops.rows).toEqual([{ msisdn: '915000000007', source: 'sms' }]);
  } finally {
    await service.close();
  }
});
