import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { afterAll, expect, test, vi } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import {
  type DoctorCheck,
  doctorChecks,
  doctorSentence,
} from '../../../../campaigns/words/doctor-words.ts';
import { loadConfig } from '../../../../messaging/config.ts';
import { examineOne } from '../../../../messaging/front/doctor/checks.ts';
import type { Finding } from '../../../../messaging/front/doctor/doctor-schemas.ts';
import type { DoctorContext } from '../../../../messaging/front/doctor/finding.ts';
import { checkFonts, checkOpenFiles } from '../../../../messaging/front/doctor/machine.ts';
import { findPrintedCode } from '../../../../messaging/front/doctor/module.ts';
import { startEmulator } from '../../../../messaging/phone/gateways/emulator.ts';
import { emulatedSender } from '../../../../messaging/phone/gateways/emulator-api.ts';
import type { EmulatorBehaviour } from '../../../../messaging/phone/gateways/emulator-behaviour.ts';
import { openGateways } from '../../../../messaging/phone/gateways/open-gateways.ts';
import { recordAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import {
  noteBackup,
  noteDrill,
} from '../../../../messaging/platform/database/backup/backups-sql.ts';
import { type Database, openDatabase } from '../../../../messaging/platform/database/database.ts';
import { nameDatabase } from '../../../../messaging/platform/database/identity/identity-sql.ts';
import { openFiles } from '../../../../messaging/platform/files/open-files.ts';
import { openFolder } from '../../../folders.ts';
import { borrow } from '../../../servers/borrow.ts';
import { createTestConsole } from '../../fixtures/console.ts';
import { openTestDatabase } from '../../fixtures/databases.ts';
import { makeDiskImage } from '../../fixtures/disk-image.ts';
import { inherited } from '../../fixtures/inherited-env.ts';
import { startOwnPostgres } from '../../fixtures/postgres.ts';
import { startOwnRedis } from '../../fixtures/redis.ts';
import { startS3 } from '../../fixtures/s3-server.ts';
import { openMailServer } from '../../mail/delivery/mail-server.ts';
import { openHttpsHost } from './https-host.ts';

const account = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'a-token-of-twilio' };
const ends: (() => unknown)[] = [];
const folder = openFolder('doctor-');
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});
const host = await openHost(30, {
  '/healthz': [200, '{"status":"ok"}'],
  '/Q': [302, 'https://play.google.com/'],
  '/webhooks/': [403, '{"code":"not-allowed"}'],
});
const trusted = getCACertificates('default');
setDefaultCACertificates([...trusted, host.certificate]);
ends.push(() => setDefaultCACertificates(trusted));
const database = await openOwnDatabase();
const redis = await startOwnRedis();
ends.push(redis.dispose);
const base = await contextOf({ PUBLIC_URL: host.url });

async function openOwnDatabase(): Promise<Database> {
  return closed(await openDatabase({ url: await borrow('database'), dataDir: folder }));
}

/** Closed when all is over. */
function closed<Opened extends { close(): unknown }>(opened: Opened): Opened {
  ends.push(opened.close);
  return opened;
}
async function openHost(
  days: number,
  answers: Parameters<typeof openHttpsHost>[1]['answers'] = {},
) {
  return closed(await openHttpsHost(folder, { days, answers }));
}

/** An installation of a campaign with another entry in the stores. */
function withApp(app: Partial<DoctorContext['campaign']['app']>): DoctorContext {
  return { ...base, campaign: { ...base.campaign, app: { ...base.campaign.app, ...app } } };
}

/** The installation with these settings, on PostgreSQL and Redis. */
async function contextOf(env: Record<string, string>): Promise<DoctorContext> {
  const dataDir = mkdtempSync(join(folder, 'data-'));
  const config = loadConfig({ DATA_DIR: dataDir, ...env });
  const files = await openFiles({ url: config.filesUrl, dataDir });
  const { gateways, close } = openGateways({
    settings: config.gateways,
    emulatorToken: '',
    exotelToken: () => 'x'.repeat(32),
    publicUrl: config.publicUrl,
  });
  ends.push(close);
  const { links, app, messages } = loadCampaign('up-cop');
  return {
    config,
    env: { PATH: process.env['PATH'], ...env },
    campaign: { app, messages, links: { ...links, host: 'localhost', confirmed: true } },
    printedCode: () => findPrintedCode('up-cop'),
    database,
    redisUrl: redis.url,
    gateways: Object.values(gateways).filter(({ name }) => name !== 'emulator'),
    files,
    askHost: { port: host.port, ca: host.certificate },
  };
}

/** WhatsApp by Twilio, with as many templates of the campaign as are wanted, all of them made there. */
async function whatsappWith(
  behaviour: Partial<EmulatorBehaviour> = {},
  most = 2,
): Promise<DoctorContext> {
  const env = await twilioWith(account.authToken, behaviour);
  const context = await contextOf({ ...env, TWILIO_WHATSAPP_FROM: emulatedSender });
  const { whatsapp } = context.campaign.messages;
  const contentSid = `HX${'1'.repeat(32)}`;
  const templates = (whatsapp?.templates ?? []).slice(0, most);
  const messages = {
    whatsapp: whatsapp && {
      ...whatsapp,
      templates: templates.map((template) => ({ ...template, contentSid })),
    },
  };
  return { ...context, campaign: { ...context.campaign, messages } };
}

/** Twilio, answered by the emulator, which knows one account. */
async function twilioWith(
  authToken: string,
  behaviour: Partial<EmulatorBehaviour> = {},
): Promise<Record<string, string>> {
  const emulator = closed(await startEmulator({ ...account, port: 0, behaviour }));
  return {
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_FROM: '+12025550100',
    TWILIO_BASE_URL: emulator.url,
    PUBLIC_URL: host.url,
  };
}

async function withTables(change: (own: Database) => Promise<unknown>): Promise<DoctorContext> {
  const own = await openOwnDatabase();
  await change(own);
  return { ...base, database: own };
}

/** An installation with three audit entries, in whose data folder so many are noted. */
async function withNamed(entries: string): Promise<DoctorContext> {
  const dataDir = mkdtempSync(join(folder, 'named-'));
  const context = await withTables(async ({ pool }) => {
    for (let one = 0; one < 3; one += 1)
      await recordAudit(pool, { actor: 'service', action: 'sample.add', subject: 'sample' });
    const { id, audit } = await nameDatabase(pool, dataDir, null);
    const noted = { id, audit: { ...audit, id: Number(entries) } };
    writeFileSync(join(dataDir, 'installation.json'), JSON.stringify(noted));
  });
  return { ...context, config: { ...context.config, dataDir } };
}

async function redisWith(options: { durable?: boolean }, ...command: string[]) {
  const own = await startOwnRedis(options);
  ends.push(own.dispose);
  const client = new Redis(own.url);
  if (command.length > 0) await client.call(...(command as [string, ...string[]]));
  client.disconnect();
  return { ...base, redisUrl: own.url };
}

const seen = (version: string, sends: boolean) => (own: Database) =>
  own.pool.query(
    `INSERT INTO process_seen (host, pid, part, sends, version) VALUES ('other', 7, 'worker', $1, $2)`,
    [sends, version],
  );
const backup = { folder: '/backups/1', encrypted: true, rows: 1, files: 1, fault: null };
const drill = { backupOf: new Date(), rows: 120, files: 3, seconds: 4, fault: null };
const daysAgo = (table: string, column: string, days: number) =>
  `UPDATE ${table} SET ${column} = now() - interval '${days} days'`;

interface Case {
  /** A state in which the row is good. */
  good: () => Promise<DoctorContext>;
  /** States in which it is not, by the code of what it says; all but those of `unset` are to be acted on. */
  raised: Readonly<Record<string, () => Promise<DoctorContext>>>;
  unset?: readonly string[];
}
const well = async () => base;

const playOnly = {
  play: { bucket: 'b', email: 'a@b.example', privateKey: '', tokenUrl: '', storageUrl: '' },
  appStore: undefined,
};
/** Play was asked so many days ago. */
async function withFetched({ days, fault = null }: { days: number; fault?: string | null }) {
  const dataDir = mkdtempSync(join(folder, 'fetched-'));
  const asked = new Date(Date.now() - days * 86_400_000).toISOString();
  const state = {
    stores: { play: { askedAt: asked, fetchedAt: fault === null ? asked : null, fault } },
    seen: {},
  };
  const files = await openFiles({ dataDir });
  await files.room('reports').put('fetched.json', Buffer.from(JSON.stringify(state)));
  return { ...base, files, config: { ...base.config, storeReports: playOnly } };
}

const cases: Readonly<Record<DoctorCheck, Case>> = {
  address: {
    good: well,
    raised: {
      local: () => contextOf({}),
      unreachable: () => contextOf({ PUBLIC_URL: `${host.url}/elsewhere` }),
      plain: async () => {
        const emulator = await import('node:http').then(({ createServer }) =>
          createServer((_request, reply) => reply.end('{"status":"ok"}')).listen(0, '127.0.0.2'),
        );
        ends.push(() => emulator.close());
        await new Promise((resolve) => emulator.once('listening', resolve));
        const { port } = emulator.address() as { port: number };
        return contextOf({ PUBLIC_URL: `http://127.0.0.2:${port}` });
      },
    },
    unset: ['local'],
  },
  certificate: {
    good: well,
    raised: {
      plain: () => contextOf({}),
      unreachable: () => contextOf({ PUBLIC_URL: 'https://127.0.0.2:1' }),
      untrusted: async () => contextOf({ PUBLIC_URL: (await openHost(40)).url }),
      ends: async () => contextOf({ PUBLIC_URL: (await openHost(5)).url }),
    },
    unset: ['plain'],
  },
  'printed-host': {
    good: well,
    raised: {
      unconfirmed: async () => ({
        ...base,
        campaign: { ...base.campaign, links: { ...base.campaign.links, confirmed: false } },
      }),
      unreachable: async () => ({ ...base, askHost: { port: 1 } }),
      other: async () => {
        const other = await openHost(41, { '/Q': [200, 'parked'] });
        return { ...base, askHost: { port: other.port, ca: other.certificate } };
      },
    },
    unset: ['unconfirmed'],
  },
  'app-store': {
    good: async () => withApp({ appStoreProvider: '7654321' }),
    raised: {
      'no-provider': async () => withApp({ appStoreProvider: null }),
      'no-ios': async () => withApp({ appStoreId: null }),
    },
    unset: ['no-ios'],
  },
  'store-reports': {
    good: () => withFetched({ days: 1 }),
    raised: {
      none: well,
      waits: async () => ({ ...base, config: { ...base.config, storeReports: playOnly } }),
      failed: () => withFetched({ days: 1, fault: 'storage.googleapis.com: 403' }),
      old: () => withFetched({ days: 4 }),
    },
    unset: ['none', 'waits'],
  },
  callbacks: {
    good: async () => contextOf(await twilioWith(account.authToken)),
    raised: {
      none: well,
      local: async () => {
        const { PUBLIC_URL: _, ...others } = await twilioWith(account.authToken);
        return contextOf(others);
      },
      other: async () =>
        contextOf({
          ...(await twilioWith(account.authToken)),
          PUBLIC_URL: `${host.url}/elsewhere`,
        }),
    },
    unset: ['none'],
  },
  clock: {
    good: well,
    raised: {
      off: async () => {
        vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });
        ends.push(() => vi.useRealTimers());
        return base;
      },
    },
  },
  database: {
    good: well,
    raised: {
      embedded: async () => {
        const dataDir = mkdtempSync(join(folder, 'embedded-'));
        return { ...base, database: closed(await openTestDatabase(dataDir)) };
      },
      damaged: async () => {
        const dataDir = mkdtempSync(join(folder, 'damaged-'));
        const { pool, close } = await openTestDatabase(dataDir);
        await pool.query(`INSERT INTO scan (id, at, platform, visitor_kind, code)
          SELECT id, now(), 0, 0, 'BRD001' FROM generate_series(1, 1000) AS id`);
        const { rows } = await pool.query(`SELECT pg_relation_filepath('scan') AS path`);
        await close();
        // Whole pages of it: nothing but the keys tells that rows are missing.
        truncateSync(join(dataDir, 'postgres', 'database', rows[0].path), 8192);
        const options = { dataDir, migrations: 'as-is' } as const;
        return { ...base, database: closed(await openDatabase(options)) };
      },
      away: async () => ({
        ...base,
        database: await openDatabase({
          url: 'postgresql://nobody@127.0.0.1:1/none',
          dataDir: folder,
          migrations: 'as-is',
        }).catch((error: Error) => error),
      }),
      behind: () =>
        withTables((own) =>
          own.pool.query('DELETE FROM migration WHERE name = (SELECT max(name) FROM migration)'),
        ),
      newer: () =>
        withTables((own) =>
          own.pool.query(`INSERT INTO migration (name, sha256) VALUES ('9000-later.sql', '')`),
        ),
    },
    unset: ['embedded'],
  },
  installation: {
    good: () => withNamed('3'),
    raised: { other: () => withNamed('4'), new: well },
    unset: ['new'],
  },
  fsync: {
    good: async () => {
      const own = await startOwnPostgres();
      ends.push(own.dispose);
      const options = { url: own.url, dataDir: folder, migrations: 'as-is' } as const;
      return { ...base, database: closed(await openDatabase(options)) };
    },
    // The run's own server takes no care of its files.
    raised: { off: well },
  },
  'audit-log': {
    good: () =>
      withTables(({ pool }) =>
        recordAudit(pool, { actor: 'service', action: 'sample.add', subject: 'sample' }),
      ),
    raised: {
      broken: () =>
        withTables(async ({ pool }) => {
          await recordAudit(pool, { actor: 'service', action: 'sample.add', subject: 'sample' });
          await pool.query(`ALTER TABLE audit_entry DISABLE TRIGGER USER;
            UPDATE audit_entry SET action = 'other';
            ALTER TABLE audit_entry ENABLE TRIGGER USER`);
        }),
    },
  },
  redis: {
    good: well,
    raised: {
      stopped: async () => ({ ...base, redisUrl: join(folder, 'redis.sock') }),
      away: async () => ({ ...base, redisUrl: 'redis://127.0.0.1:1' }),
      forgets: () => redisWith({ durable: false }),
      failed: async () => {
        const own = await redisWith({}, 'CONFIG', 'SET', 'save', '3600 1');
        const client = new Redis(own.redisUrl);
        const [, dir = ''] = (await client.config('GET', 'dir')) as string[];
        // A folder where the snapshot's file should be.
        mkdirSync(join(dir, 'dump.rdb', 'taken'), { recursive: true });
        await client.call('BGSAVE');
        await expect.poll(() => client.info('persistence')).toContain('rdb_last_bgsave_status:err');
        client.disconnect();
        return own;
      },
    },
    unset: ['stopped'],
  },
  'redis-memory': {
    good: well,
    raised: {
      stopped: async () => ({ ...base, redisUrl: join(folder, 'redis.sock') }),
      evicts: () => redisWith({}, 'CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru'),
    },
    unset: ['stopped'],
  },
  disk: { good: well, raised: { full: () => onSmallDisk(fillWithBytes) } },
  inodes: { good: well, raised: { full: () => onSmallDisk(fillWithFiles) } },
  store: {
    good: async () => {
      const store = await startS3();
      ends.push(store.stop);
      for (const [name, value] of Object.entries(store.env)) vi.stubEnv(name, value);
      ends.push(() => vi.unstubAllEnvs());
      return contextOf({ FILES_URL: store.url });
    },
    raised: {
      folder: well,
      away: () => contextOf({ FILES_URL: 's3://none/x?endpoint=http://127.0.0.1:1' }),
    },
    unset: ['folder'],
  },
  fonts: { good: well, raised: {} },
  ffmpeg: { good: well, raised: { missing: async () => ({ ...base, env: { PATH: folder } }) } },
  gateways: {
    good: async () => contextOf(await twilioWith(account.authToken)),
    raised: { none: well, down: async () => contextOf(await twilioWith('another-token')) },
    unset: ['none'],
  },
  whatsapp: {
    good: () => whatsappWith(),
    raised: {
      none: well,
      'no-templates': () => whatsappWith({}, 0),
      unapproved: () => whatsappWith({ whatsappTemplates: 'pending' }),
      red: () => whatsappWith({ whatsappQuality: 'LOW' }),
    },
    unset: ['none', 'no-templates'],
  },
  mail: {
    good: () => mailWith({}),
    raised: { none: well, down: () => mailWith({ greet: 421 }) },
    unset: ['none'],
  },
  backup: {
    good: () => withTables(({ pool }) => noteBackup(pool, backup)),
    raised: {
      none: well,
      old: () =>
        withTables(async ({ pool }) => {
          await noteBackup(pool, backup);
          await pool.query(daysAgo('backup_made', 'made_at', 2));
        }),
      smaller: () =>
        withTables(({ pool }) => noteBackup(pool, { ...backup, fault: 'it has 70 rows' })),
    },
  },
  passphrase: {
    good: () => contextOf({ BACKUP_PASSPHRASE: 'twelve letters' }),
    raised: {
      none: () => withTables(({ pool }) => noteBackup(pool, { ...backup, encrypted: false })),
    },
  },
  drill: {
    good: () => withTables(({ pool }) => noteDrill(pool, drill)),
    raised: {
      none: well,
      old: () =>
        withTables(async ({ pool }) => {
          await noteDrill(pool, drill);
          await pool.query(daysAgo('restore_drill', 'drilled_at', 40));
        }),
      failed: () =>
        withTables(({ pool }) => noteDrill(pool, { ...drill, fault: 'another sha256' })),
    },
  },
  workers: {
    good: () => withTables(seen('1.0.0', true)),
    raised: {
      none: () =>
        withTables(async (own) => {
          await seen('1.0.0', true)(own);
          await own.pool.query(daysAgo('process_seen', 'seen_at', 1));
        }),
    },
  },
  versions: { good: well, raised: { differ: () => withTables(seen('0.9.0', true)) } },
  'open-files': { good: well, raised: {} },
  permissions: {
    good: async () => {
      const context = await contextOf({});
      mkdirSync(join(context.config.dataDir, 'print'), { mode: 0o755 });
      writeFileSync(join(context.config.dataDir, 'auth-secret'), '', { mode: 0o600 });
      return context;
    },
    raised: {
      open: async () => {
        const context = await contextOf({});
        const photos = join(context.config.dataDir, 'photos');
        mkdirSync(photos);
        chmodSync(photos, 0o755);
        return context;
      },
    },
  },
  settings: {
    good: () => contextOf({ SMTP_STARTTLS: 'optional', LOG_LEVEL: 'warn' }),
    raised: {
      unknown: async () => ({
        ...base,
        env: { DATABSE_URL: 'postgresql://x', HOME: '/', PWD: '/' },
      }),
    },
  },
};

async function mailWith(options: { greet?: number }): Promise<DoctorContext> {
  const server = closed(await openMailServer(options));
  return contextOf({ SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: 'a@police.example' });
}

async function onSmallDisk(fill: (folder: string) => void): Promise<DoctorContext> {
  const image = makeDiskImage(16);
  // Only root can mount a disk.
  if (image === undefined) throw new Error('Expected to be root');
  ends.push(image.dispose);
  fill(image.folder);
  return { ...base, config: { ...base.config, dataDir: image.folder } };
}

function fillWithBytes(place: string): void {
  const file = openSync(join(place, 'fill'), 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(65_536, 1));
  } catch {
    closeSync(file);
  }
}

function fillWithFiles(place: string): void {
  try {
    for (let number = 0; ; number += 1) writeFileSync(join(place, String(number)), '');
  } catch {}
}

const byRoot = process.getuid?.() === 0;
const needsRoot: readonly DoctorCheck[] = ['disk', 'inodes'];

test.each(doctorChecks)('%s', async (check) => {
  const { good, raised, unset = [] } = cases[check];
  const found = await examineOne(check, await good());
  expect(found).toMatchObject({ check, state: 'good', says: null });
  expect(found.detail).not.toBe('');
  for (const [says, make] of Object.entries(raised)) {
    if (needsRoot.includes(check) && !byRoot) continue;
    const context = await make();
    const state = unset.includes(says) ? 'unset' : 'act';
    const raisedRow = await examineOne(check, context);
    expect(raisedRow).toMatchObject({ check, says, state });
    expect(doctorSentence(check, says, raisedRow.detail)?.en).not.toContain('{}');
    vi.useRealTimers();
  }
});

test('a font that is gone, and a low limit of open files', async () => {
  expect(await checkFonts(base, [join(folder, 'Mukta.ttf')])).toMatchObject({
    says: 'missing',
    detail: 'Mukta.ttf',
  });
  const limits = execFileSync('sh', ['-c', 'ulimit -n 1000; cat /proc/self/limits']);
  writeFileSync(join(folder, 'limits'), limits);
  expect(await checkOpenFiles(base, join(folder, 'limits'))).toMatchObject({
    state: 'act',
    says: 'low',
    detail: '1000',
  });
});

test('names of variables that are near to ours are named with the right one, others are left alone', async () => {
  const env = { SMPP_WINDW: '3', DATABSE_URL: 'x', PATHS: '', HOSTNAME: 'h', POST: '1' };
  const { detail } = await examineOne('settings', { ...base, env });
  expect(detail).toBe('DATABSE_URL (DATABASE_URL?), SMPP_WINDW (SMPP_WINDOW?)');
});

test('a check that fails by itself is a row like the others', async () => {
  const away = new Error('the database is away');
  const found = await examineOne('audit-log', { ...base, database: away });
  expect(found).toMatchObject({ state: 'act', says: 'unchecked', detail: 'the database is away' });
  expect(doctorSentence('audit-log', 'unchecked', found.detail)?.en).toContain(found.detail);
});

const program = join(import.meta.dirname, '../../../../assets/deploy/program.ts');

test('the command prints a row for each check and ends with 1 where something is to be done', async () => {
  const env = {
    ...inherited(),
    DATA_DIR: join(folder, 'command'),
    DATABASE_URL: await borrow('database'),
    REDIS_URL: redis.url,
    SMPP_WINDW: '3',
  };
  const run = promisify(execFile);
  const call = (...args: string[]) =>
    run(process.execPath, [program, 'doctor', ...args], { env }).catch((error) => error);
  const [text, json] = await Promise.all([call(), call('--json')]);
  expect(text).toMatchObject({ code: 1, stderr: '' });
  const lines = text.stdout.split('\n');
  expect(lines.slice(0, doctorChecks.length).map((line: string) => line[0])).not.toContain(' ');
  expect(text.stdout).toMatch(/^✓ Redis +\d+\.\d+/m);
  expect(text.stdout).toMatch(/^✗ Settings +Nobody reads SMPP_WINDW \(SMPP_WINDOW\?\)/m);
  expect(json.code).toBe(1);
  const { findings } = JSON.parse(json.stdout);
  expect(findings.map(({ check }: { check: string }) => check)).toEqual(doctorChecks);
});

test('in a fresh clone each row is known, and says what the first start does', async () => {
  const env = { ...inherited(), DATA_DIR: join(folder, 'fresh') };
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'doctor', '--json'], {
    env,
  }).catch((error) => error);
  const { findings }: { findings: Finding[] } = JSON.parse(stdout);
  // The campaign's own setting is the only thing that somebody has to do before.
  const states = (state: string) =>
    findings.flatMap((finding) => (finding.state === state ? finding.check : []));
  expect(states('act')).toEqual(['app-store']);
  const says = new Map(findings.map(({ check, says, detail }) => [check, [says, detail]]));
  expect(says.get('database')).toEqual(['empty', '']);
  for (const check of [
    'audit-log',
    'backup',
    'passphrase',
    'drill',
    'workers',
    'versions',
  ] as const)
    expect([check, ...(says.get(check) ?? [])]).toEqual([check, 'unstarted', '']);
  for (const { check, says: code, detail } of findings)
    if (code !== null) expect(doctorSentence(check, code, detail)?.hi).not.toMatch(/^\{\}|[{}]/);
});

test('the administrator reads the same table in the console, nobody else', async () => {
  const service = closed(await createTestConsole(await openOwnDatabase()));
  const admin = await service.officer('admin');
  const answer = await admin.get('/api/doctor');
  expect(answer.statusCode).toBe(200);
  const { findings } = answer.json();
  expect(findings.map(({ check }: { check: string }) => check)).toEqual(doctorChecks);
  expect(findings).toContainEqual({ check: 'workers', state: 'act', says: 'none', detail: '' });
  expect((await (await service.officer('hq')).get('/api/doctor')).statusCode).toBe(403);
});
