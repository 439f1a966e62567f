import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import twilio from 'twilio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { campaignFolder } from '../../../campaigns/campaign-fs.ts';
import { loadRegistry } from '../../../campaigns/links/registry-fs.ts';
import { invite } from '../../../messaging/people/accounts/invitations.ts';
import { type Database, openDatabase } from '../../../messaging/platform/database/database.ts';
import { fileRooms } from '../../../messaging/platform/files/file-store.ts';
import { answerHeaders, strictTransport } from '../../../messaging/platform/http/headers.ts';
import { createTestConsole, type TestConsole } from '../../messaging/fixtures/console.ts';
import { placeTestDatabase } from '../../messaging/fixtures/databases.ts';
import {
  createCaller,
  enrol,
  type HttpOfficer,
  openAccount,
} from '../../messaging/fixtures/http-officer.ts';
import { freePort } from '../../messaging/fixtures/postgres.ts';
import { phone } from '../../messaging/fixtures/scans.ts';
import { borrow } from '../../servers/borrow.ts';
import { dataDir, installCommands, type Machine, startMachine } from './machine.ts';
import { type Answer, host, install, openClient, startNginx } from './nginx.ts';
import { relay } from './relay.ts';
import { type Running, runSandboxed, startUnit } from './sandbox.ts';
import { splitWords } from './unit-file.ts';

/** Every deployed file, and what runs it here as it is. */
const deployed: Readonly<Record<string, string>> = {
  'nginx-locations.conf': 'nginx, before one process and before two',
  'nginx-proxy.conf': 'nginx, before one process and before two',
  'nginx-site.conf': 'nginx, before one process and before two',
  'nginx-upstreams.conf': 'nginx, before one process',
  'nginx-upstreams-apart.conf': 'nginx, before two',
  'up-cop-outreach@.service': 'within its sandbox: both, public, console',
  'up-cop-outreach-backup.service': 'within its sandbox',
  'up-cop-outreach-drill.service': 'within its sandbox',
  'up-cop-outreach-drill.timer': 'systemd-analyze, which says when it elapses',
  'up-cop-outreach-worker@.service': 'within its sandbox',
  'up-cop-outreach-receiver.service': 'test/messaging/receiver.test.ts',
  'up-cop-outreach-redirect.service': 'within its sandbox, before two',
  'nginx-redirect.conf': 'nginx, before two and the redirect',
  'nginx-redirect-side.conf': 'nginx, before two and the redirect',
  'up-cop-outreach-backup.timer': 'systemd-analyze, which says when it elapses',
  containers: 'test/assets/release/',
  debian: 'test/assets/release/',
  'end-with-npm.ts': 'npm-killed.test.ts',
  'healthy.ts': 'test/assets/release/',
  kubernetes: 'test/assets/release/',
  monitoring: 'test/assets/monitoring/',
  release: 'test/assets/release/',
  'setup.mjs': 'each run of the tests',
  'shipped-site-fs.ts': 'test/assets/release/',
  'start.ts': 'test/start.test.ts, and the service’s unit',
  'up-cop-outreach.mjs': 'commands.test.ts, by the Node of the machine',
  'program.ts': 'commands.test.ts, with commands.ts',
  'up-cop-outreach.ts': 'commands.test.ts, by the Node of the machine',
  'commands.ts': 'commands.test.ts',
};
const root = join(import.meta.dirname, '..', '..', '..');
const environmentFile = '/etc/up-cop-outreach.env';
/** The smaller campaign, of which every district keeps one station: what is made of it is not looked at here. */
const campaign = '/etc/outreach-campaign';
const publicPort = 8080;
const consolePort = 8081;
/** Kit and site take some ten seconds of a processor, which others may be using. */
const buildLimitMs = 400_000;

let machine: Machine;
let client: ReturnType<typeof openClient>;
let scanPath: string;

beforeAll(async () => {
  const [databaseUrl, redisUrl] = await Promise.all([borrow('database'), borrow('redis')]);
  machine = await startMachine({
    reached: [80, 443, publicPort, consolePort],
    leading: { 5432: portOf(databaseUrl), 6379: portOf(redisUrl) },
  });
  install(machine, 'up-cop-outreach@.service');
  install(machine, 'up-cop-outreach-backup.timer');
  install(machine, 'up-cop-outreach-drill.timer');
  install(machine, 'up-cop-outreach-worker@.service');
  install(machine, 'up-cop-outreach-receiver.service');
  install(machine, 'up-cop-outreach-redirect.service');
  const from = join(root, 'campaigns', 'gujarat-citizen-first');
  machine.run(`cp -r ${from} ${campaign}`);
  machine.run(
    `awk -F, 'NR == 1 || !seen[$1]++' ${from}/directory/stations.csv > ${campaign}/directory/stations.csv`,
  );
  fillIn({ CAMPAIGN: campaign, PUBLIC_URL: `https://${host}`, LOG_LEVEL: 'warn' });
  outside = { databaseUrl, redisUrl };
  const registry = loadRegistry({ campaignFolder: campaignFolder('gujarat-citizen-first') });
  const [{ owner } = { owner: { scope: 'state' as const } }] = registry.assignments;
  scanPath = `/Q${registry.codeFor(owner, 'board')}`;
  await startNginx(machine);
  client = openClient(machine);
}, 120_000);
afterAll(async () => {
  client.close();
  await machine.stop();
});

let outside: { databaseUrl: string; redisUrl: string };
const portOf = (url: string) => Number(new URL(url).port);

/** Settings that the installer writes into the file. */
function fillIn(settings: Readonly<Record<string, string>>): void {
  const path = machine.path(environmentFile);
  let text = readFileSync(path, 'utf8');
  for (const [name, value] of Object.entries(settings))
    text = text.replace(RegExp(`^${name}=.*$`, 'm'), `${name}=${value}`);
  writeFileSync(path, text);
}

/** Until a port answers; throws where the unit ends before. */
async function untilAlive(unit: Running, port: number): Promise<void> {
  const isAlive = async () =>
    (await client.direct(port, '/healthz').catch(() => null))?.status === 200;
  while (!(await isAlive())) {
    if (unit.hasEnded()) throw new Error(unit.said());
    await wait(50);
  }
}

const page = async (path: string) => {
  const { status, body } = await client.https(path);
  return status === 200 ? body : '';
};

test('each deployed file is run by a test', () => {
  expect(readdirSync(join(root, 'assets', 'deploy'))).toEqual(Object.keys(deployed).toSorted());
});

test('systemd knows all that the units say', () => {
  const units =
    'up-cop-outreach@both.service up-cop-outreach-worker@1.service up-cop-outreach-receiver.service up-cop-outreach-redirect.service up-cop-outreach-backup.service up-cop-outreach-backup.timer up-cop-outreach-drill.service up-cop-outreach-drill.timer';
  expect(machine.run(`cd /etc/systemd/system; systemd-analyze verify ${units} 2>&1`)).toBe('');
  for (const name of ['backup', 'drill']) {
    const path = machine.path(`/etc/systemd/system/up-cop-outreach-${name}.timer`);
    const [, moment = ''] = /^OnCalendar=(.+)$/m.exec(readFileSync(path, 'utf8')) ?? [];
    expect(machine.run(`systemd-analyze calendar '${moment}'`), name).toContain('Next elapse');
  }
});

describe('in one process, with its own database and Redis', () => {
  let service: Running;
  beforeAll(async () => {
    await placeTestDatabase(machine.path(dataDir));
    machine.run(`chown -R outreach: ${dataDir}`);
    service = startUnit(machine, 'up-cop-outreach@both.service');
    await untilAlive(service, publicPort);
  }, 120_000);
  afterAll(async () => {
    expect(await service.stop()).toBe(0);
    expect(machine.run('pgrep --runstates D,R,S,T -u outreach || true')).toBe('');
  }, 90_000);

  test('it has the user, rights and files that its unit gives it, and no others', () => {
    const status = readFileSync(`/proc/${service.pid()}/status`, 'utf8');
    const user = machine.run('id -u outreach').trim();
    expect(status).toMatch(RegExp(`^Uid:\\t${user}\\t${user}\\t${user}\\t${user}$`, 'm'));
    expect(status).toMatch(/^CapBnd:\t0+$/m);
    expect(status).toMatch(/^NoNewPrivs:\t1$/m);
    expect(status).toMatch(/^Seccomp:\t2$/m);
  });

  test(
    'a first start builds the site there, which nginx serves from the disk where names follow the content',
    async () => {
      await expect.poll(() => page('/'), { timeout: buildLimitMs }).toContain('ઘેર બેઠાં પોલીસ સેવા');
      const [hashed = ''] = /\/_astro\/[\w.@-]+\.css/.exec(await page('/console/')) ?? [];
      const style = await client.https(hashed, { headers: { 'accept-encoding': 'gzip' } });
      expect([style.status, style.headers.server]).toEqual([200, 'nginx']);
      expect(ownHeaders(style)).toEqual({ ...answerHeaders.hashed, ...strictTransport });
      expect(await page('/.well-known/security.txt')).toContain(
        `Canonical: https://${host}/.well-known/security.txt\n`,
      );
    },
    2 * buildLimitMs,
  );

  test('the first invitation is made as the unit says', async () => {
    const command = installCommands('up-cop-outreach@.service').find((line) =>
      line.startsWith('systemd-run'),
    );
    const [, ...words] = splitWords(command ?? '');
    const options = words.filter((word) => word.startsWith('--') && word !== '--pipe').slice(0, 3);
    const rest = words.slice(words.findIndex((word) => word.startsWith('/')));
    const names: Record<string, string> = { uid: 'User', 'working-directory': 'WorkingDirectory' };
    const directives = options.map((option) => {
      const [, key = '', value = ''] = /^--([\w-]+)=(.*)$/.exec(option) ?? [];
      const [name = '', content = ''] =
        key === 'property' ? value.split(/=(.*)/s) : [names[key], value];
      return { section: 'Service', name, value: content };
    });
    const made = runSandboxed(
      machine,
      [...directives, { section: 'Service', name: 'ExecStart', value: rest.join(' ') }],
      { name: 'invitation', instance: '' },
    );
    expect([await made.ended, made.said()]).toEqual([
      0,
      expect.stringContaining(`https://${host}/`),
    ]);
  });

  test('the backup of the night and the drill of the month run as their units say, without a passphrase only to say so', async () => {
    const refused = startUnit(machine, 'up-cop-outreach-backup.service');
    expect([await refused.ended, refused.said()]).toEqual([
      1,
      'Expected a passphrase in `BACKUP_PASSPHRASE` or --key-file FILE, got none\n',
    ]);
    fillIn({ BACKUP_PASSPHRASE: 'a passphrase of the test' });
    const backup = startUnit(machine, 'up-cop-outreach-backup.service');
    expect([await backup.ended, backup.said()]).toEqual([
      0,
      expect.stringMatching(/ rows, \d+ files/),
    ]);
    const folder = `${dataDir}-backups`;
    const [day = ''] = readdirSync(machine.path(folder));
    expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(machine.run(`find ${folder} -not -user outreach; stat -c %a ${folder}`)).toBe('700\n');
    const drill = startUnit(machine, 'up-cop-outreach-drill.service');
    expect([await drill.ended, drill.said()]).toEqual([
      0,
      expect.stringMatching(/^\S+, of \S+, is whole: \d+ rows, \d+ files and the audit log/),
    ]);
  });

  test('nginx’s user reads print files and site, and nothing else of the state folder', async () => {
    const readable = (path: string) =>
      machine.run(`runuser -u www-data -- test -r ${dataDir}/${path} && echo yes || echo no`) ===
      'yes\n';
    expect(['print/plan.json', 'site/index.html'].filter(readable)).toHaveLength(2);
    const closed = [
      '',
      'auth-secret',
      ...['spool', 'redis', 'postgres', 'cache'].map((name) => `${name}/.`),
    ];
    expect(closed.filter(readable)).toEqual([]);
  });

  test('nothing is written but below the state folder, and nothing there that nobody knows of', () => {
    expect(machine.run(`find /opt /etc /var -xdev -user outreach -not -path '${dataDir}*'`)).toBe(
      '',
    );
    const known =
      /^(auth-secret|emulator-token|cache|codes.*|postgres|print|progress\.json|published|redis|site|site\.(lock|new|old)|spool|uploads.*|outbox|stamped|installation\.json|scan-codes\.json)$/;
    const unknown = readdirSync(machine.path(dataDir)).filter((name) => !known.test(name));
    // A room is there from its first file on: that of the review notes from the 5th of a month.
    expect(unknown).toEqual(unknown.filter((name) => fileRooms.some((room) => room === name)));
  });
});

describe('with its two sides in separate processes', () => {
  let citizens: Running;
  let officers: Running;
  let console_: TestConsole;
  let database: Database;
  const closers: (() => unknown)[] = [];
  beforeAll(async () => {
    install(machine, 'nginx-upstreams-apart.conf');
    machine.run('nginx -s reload');
    // As a new installation: another database beside the old data folder stops the service.
    machine.run(`rm ${dataDir}/installation.json`);
    const { databaseUrl, redisUrl } = outside;
    fillIn({
      DATABASE_URL: databaseUrl.replace(/:\d+\//, ':5432/'),
      REDIS_URL: redisUrl.replace(/:\d+\//, ':6379/'),
      AUTH_SECRET: '',
    });
    citizens = startUnit(machine, 'up-cop-outreach@public.service');
    await untilAlive(citizens, publicPort);
    database = await openDatabase({ url: databaseUrl, dataDir: machine.path('/tmp') });
    console_ = await createTestConsole(database);
    closers.push(database.close, console_.close);
  }, 120_000);
  afterAll(async () => {
    for (const close of closers.toReversed()) await close();
    expect(await Promise.all([citizens.stop(), officers.stop()])).toEqual([0, 0]);
    // What the sandbox refuses would be there, though the service goes on.
    expect(`${citizens.said()}${officers.said()}`).not.toMatch(
      /EROFS|EACCES|EPERM|ENOENT|EAFNOSUPPORT/,
    );
  }, 120_000);

  const receipts = () => readFileSync(machine.path(`${dataDir}/emulator-token`), 'utf8').trim();

  test('without the officers’ side, scans, site and figures are there', async () => {
    const paths = [scanPath, '/', '/api/progress', '/api/me'];
    const answers = await Promise.all(paths.map((path) => client.https(path)));
    expect(answers.map(({ status }) => status)).toEqual([302, 200, 200, 502]);
    officers = startUnit(machine, 'up-cop-outreach@console.service');
    await untilAlive(officers, consolePort);
  });

  test('one more worker sends as well', async () => {
    fillIn({ LOG_LEVEL: 'info' });
    const worker = startUnit(machine, 'up-cop-outreach-worker@1.service');
    await expect.poll(worker.said).toContain('worker sends');
    expect(await worker.stop()).toBe(0);
  });

  test('nginx asks the side that answers, for every route that there is', async () => {
    const wrong: string[] = [];
    for (const { method, url } of console_.app.routeRules) {
      const path = url.replace('*', 'x').replace(/:\w+(\(.*?\))?/g, 'nothing1');
      const { status } = await client.https(path, { method });
      if (status === 421 || status >= 500) wrong.push(`${method} ${path}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  test('each side refuses what the other one answers, and says so', async () => {
    const misled = await Promise.all([
      client.direct(publicPort, '/api/me'),
      client.direct(publicPort, '/api/sign-in', { method: 'POST' }),
      client.direct(publicPort, '/webhooks/twilio/messages/1', { method: 'POST' }),
      client.direct(consolePort, scanPath),
      client.direct(consolePort, '/api/progress'),
    ]);
    expect(misled.map(({ status }) => status)).toEqual([421, 421, 421, 421, 421]);
    expect(JSON.parse(misled[0]?.body ?? '')).toMatchObject({ error: 'other-side' });
    expect((await client.direct(publicPort, '/')).status).toBe(200);
    expect((await client.direct(consolePort, '/console/')).status).toBe(200);
  });

  test(
    'what an officer publishes stands on the citizens’ page, which the service builds within its sandbox',
    async () => {
      const words = 'પરીક્ષણનો આધાર';
      const port = await reachedFromHere(consolePort);
      const [hq, other] = await Promise.all([signIn(port, 'hq'), signIn(port, 'hq')]);
      const draft = await done(hq, port, 'POST', '/api/studio/drafts');
      const { id, content } = draft as { id: number; content: { goal: { source: object } } };
      const path = `/api/studio/drafts/${id}`;
      const step = async (by: HttpOfficer, method: string, name: string, body: object) => {
        const { revision } = (await done(hq, port, 'GET', path)) as { revision: number };
        await done(by, port, method, `${path}${name}`, { revision, ...body });
      };
      // Nothing that is printed: only the site has to be rebuilt.
      const goal = { ...content.goal, source: { ...content.goal.source, hi: words } };
      await step(hq, 'PUT', '', { fields: { goal } });
      await step(hq, 'POST', '/submit', { remark: 'परीक्षण' });
      await step(other, 'POST', '/approve', {});
      await expect
        .poll(() => page('/campaign/'), { timeout: buildLimitMs, interval: 200 })
        .toContain(words);
    },
    2 * buildLimitMs,
  );

  test('a scan goes through, on both ports, and leaves no line in the log', async () => {
    const headers = { 'user-agent': phone.android, 'x-forwarded-for': '203.0.113.9' };
    const answers = [await client.https(scanPath, { headers }), await client.http(scanPath)];
    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(answers[0]?.headers.location).toMatch(/^\/get\/\?c=/);
    await client.https('/nothing?x=9876543210');
    await expect.poll(log).toContain('GET /nothing 404');
    expect(log()).not.toMatch(/\/q|127\.0\.0\.1|9876543210/i);
  });

  test('the redirect answers printed codes on its own, and while it is away the citizens’ side does', async () => {
    const redirect = startUnit(machine, 'up-cop-outreach-redirect.service');
    const counted = () => machine.run('curl -s 127.0.0.1:8083/metrics || true');
    await expect.poll(counted, { timeout: 30_000 }).toContain('scans_total{outcome="stored"} 0');
    install(machine, 'nginx-redirect.conf');
    machine.run('nginx -s reload');
    const headers = { 'user-agent': phone.android };
    const ask = async (path = scanPath) => (await client.https(path, { headers })).status;
    await expect
      .poll(async () => [await ask(), counted()], { timeout: 10_000 })
      .toEqual([302, expect.stringMatching(/outcome="stored"} [1-9]/)]);
    // The link by which somebody says stop is no code.
    expect(await ask(`/q/${'B'.repeat(12)}`)).toBe(200);
    expect([await redirect.stop(), await ask()]).toEqual([0, 302]);
    expect(redirect.said()).not.toMatch(/EROFS|EACCES|EPERM|ENOENT/);
  });

  test('the plain port sends all but printed links to https', async () => {
    const { status, headers } = await client.http('/board/');
    expect([status, headers.location]).toEqual([308, `https://${host}/board/`]);
  });

  test('print files come from the disk: ranges, revalidation, no listing, no unfinished file', async () => {
    const part = await client.https('/files/plan.json', { headers: { range: 'bytes=0-0' } });
    expect([part.status, part.body, part.headers.server]).toEqual([206, '{', 'nginx']);
    const headers = { 'if-none-match': part.headers.etag ?? '' };
    expect((await client.https('/files/plan.json', { headers })).status).toBe(304);
    expect((await client.https('/files/gandhinagar/')).status).toBe(403);
    machine.run(`echo half > ${dataDir}/print/.board.part`);
    expect((await client.https('/files/.board.part')).status).toBe(404);
    // Names vehicles by their registration.
    machine.run(
      `mkdir -p ${dataDir}/print/vehicle; echo '{}' > ${dataDir}/print/vehicle/shelf.json`,
    );
    expect((await client.https('/files/vehicle/shelf.json')).status).toBe(404);
  });

  const html = { accept: 'text/html' };
  test.each([
    ['a print file', '/files/plan.json', 'file', {}],
    ['a scan', '', 'scan', {}],
    ['an unknown code', '/q/ZZZZZZ', 'lost-page', {}],
    ['the site', '/', 'site', {}],
    ['an unknown address', '/nothing', 'lost-site', html],
    ['the same for a program', '/nothing', 'api', {}],
    ['a page of the service', '/api/docs', 'page', html],
    ['health', '/healthz', 'api', {}],
  ] as const)(
    '%s (%s) has the headers of the kind %s, each once',
    async (_label, path, kind, headers) => {
      const answer = await client.https(path || scanPath, { headers });
      expect(ownHeaders(answer)).toEqual({ ...answerHeaders[kind], ...strictTransport });
    },
  );

  async function countCallbacks(): Promise<{ stored: number; dropped: number }> {
    const { body } = await client.direct(consolePort, '/metrics');
    const count = (kind: string) =>
      Number(RegExp(`^spool_callbacks{kind="${kind}"} (\\d+)$`, 'm').exec(body)?.[1] ?? 0);
    return { stored: count('stored'), dropped: count('dropped') };
  }

  test('a thousand receipts that come at once are all taken, and each is kept', async () => {
    const body = (sid: number) => ({ MessageSid: `SM${sid}`, MessageStatus: 'delivered' });
    const token = receipts();
    const before = await countCallbacks();
    const answers = await Promise.all(
      Array.from({ length: 1500 }, (_, index) => {
        const path = `/webhooks/twilio/messages/${index + 1}`;
        const signature = twilio.getExpectedTwilioSignature(
          token,
          `https://${host}${path}`,
          body(index),
        );
        return client.https(path, {
          method: 'POST',
          headers: {
            'x-twilio-signature': signature,
            'content-type': 'application/x-www-form-urlencoded',
          },
          body: new URLSearchParams(body(index)).toString(),
        });
      }),
    );
    const statuses = Map.groupBy(answers, ({ status }) => status);
    expect([...statuses].map(([status, { length }]) => [status, length])).toEqual([[204, 1500]]);
    expect(await countCallbacks()).toEqual({ stored: before.stored + 1500, dropped: 0 });
  });

  test('a crowd behind one address is let through', async () => {
    const answers = await Promise.all(Array.from({ length: 400 }, () => client.https(scanPath)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
  });

  test.each(['/metrics', '/readyz'])('%s is not seen from the outside', async (path) => {
    expect((await client.https(path)).status).toBe(404);
  });

  test('only TLS 1.2 and 1.3 are spoken, and TRACE is refused', async () => {
    expect(await client.handshake('TLSv1.3')).toBe('TLSv1.3');
    expect(await client.handshake('TLSv1.2')).toBe('TLSv1.2');
    expect(await client.handshake('TLSv1.1')).toMatch(/ALERT_PROTOCOL_VERSION/);
    expect((await client.https('/', { method: 'TRACE' })).status).toBe(405);
  });

  test('without the citizens’ side the console goes on, and a flood of scans is cut off before it asks anybody', async () => {
    expect(await citizens.stop()).toBe(0);
    expect((await client.https('/api/me')).status).toBe(401);
    expect((await client.https('/console/')).status).toBe(200);
    const statuses = await floodPlainPort(scanPath, 3000);
    expect(new Set(statuses)).toEqual(new Set(['502', '429']));
  });

  const log = () => readFileSync(machine.path('/var/log/nginx/up-cop-outreach.log'), 'utf8');

  /** A port of this machine for a port there. */
  async function reachedFromHere(port: number): Promise<string> {
    const here = await freePort();
    closers.push(await relay(here, machine.socketOf(port)));
    return `http://127.0.0.1:${here}`;
  }

  /** Many requests in few packets, so that the machine that asks is not what keeps the flood low. */
  async function floodPlainPort(path: string, count: number): Promise<string[]> {
    // nginx closes a connection after its thousandth request.
    const share = count / 4;
    const sockets = Array.from({ length: 4 }, async () => {
      const socket = connect(machine.socketOf(80));
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(share));
      let answered = '';
      for await (const chunk of socket) {
        answered += chunk;
        if ((answered.match(/^HTTP/gm) ?? []).length === share) break;
      }
      return [...answered.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status = '']) => status);
    });
    return (await Promise.all(sockets)).flat();
  }

  async function signIn(url: string, role: 'hq'): Promise<HttpOfficer> {
    const officer = createCaller(`https://${host}`);
    const email = `sample-${Math.random()}@police.example`;
    const made = await invite(database, `https://${host}`, {
      role,
      area: null,
      email,
      by: 'command-line',
    });
    await openAccount(officer, url, { link: made.link, email });
    await enrol(officer, url);
    return officer;
  }
});

async function done(
  officer: HttpOfficer,
  serviceUrl: string,
  method: string,
  url: string,
  body: object = {},
): Promise<unknown> {
  const payload = method === 'GET' ? undefined : Buffer.from(JSON.stringify(body));
  const headers = { 'content-type': 'application/json' };
  const { status, text } = await officer.send(serviceUrl, { method, url, headers, payload });
  if (status >= 300) throw new Error(`${method} ${url}: ${status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

/** Those that protect or say how long an answer is kept. */
function ownHeaders({ headers }: Answer): Record<string, unknown> {
  const names = new Set(Object.values(answerHeaders).flatMap((table) => Object.keys(table)));
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => names.has(name) || name === 'strict-transport-security',
    ),
  );
}
