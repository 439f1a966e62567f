import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../../campaigns/offices/role.ts';
import { loadConfig } from '../../../messaging/config.ts';
import { openService } from '../../../messaging/open-service.ts';
import { invite as inviteTo } from '../../../messaging/people/accounts/invitations.ts';
import type { Database } from '../../../messaging/platform/database/database.ts';
import { createLog } from '../../../messaging/platform/process/log.ts';
import { cheapHashing } from '../../messaging/fixtures/cheap-hashing.ts';
import { placeTestDatabase } from '../../messaging/fixtures/databases.ts';
import { decoders } from '../../messaging/fixtures/decoders.ts';
import { createCaller, enrol, openAccount } from '../../messaging/fixtures/http-officer.ts';
import { password } from '../../messaging/fixtures/password.ts';
import { freePort } from '../../messaging/fixtures/postgres.ts';
import { borrow } from '../../servers/borrow.ts';
import { emptySite } from '../site-fixture.ts';

export { password };

/** The campaign is replayed on this day. */
export const today = '2019-04-12';

export interface Account {
  email: string;
  /** Each is the second step of one sign-in. */
  backupCodes: string[];
}

/** Cookies of an officer who is signed in, for a browser that begins so. */
export type Session = { name: string; value: string; url: string }[];

export interface ConsoleService {
  url: string;
  dataDir: string;
  siteDir: string;
  /** For what no officer of a test can bring about. */
  database: Database;
  /** One-time link of an invitation as the command on the server makes it, at the service's own address. */
  invite(role: Role, area?: string): Promise<{ link: string; email: string }>;
  /** An account with the password of the tests and a second factor. */
  account(role: Role, area?: string): Promise<Account>;
  /** The same, signed in: for tests that do not look at how one signs in. */
  officer(role: Role, area?: string): Promise<Session>;
  close(): Promise<void>;
}

/**
 * The whole service with the built site, in the process of the tests, which load its modules once; on databases of its own
 * in the run's PostgreSQL and Redis. What a browser sees is the same on the embedded database, which takes seconds of a
 * processor to start: one file of journeys has it.
 * @param options `siteDir` for a copy of the site, into which what is published is built
 */
export async function startConsole(
  settings: Readonly<Record<string, string>> = {},
  { embedded = false, siteDir }: { embedded?: boolean; siteDir?: string } = {},
): Promise<ConsoleService> {
  const folder = mkdtempSync(join(tmpdir(), 'console-'));
  const [site, redisUrl, databaseUrl, port, emulatorPort] = await Promise.all([
    emptySite(),
    borrow('redis'),
    embedded ? undefined : borrow('database'),
    freePort(),
    freePort(),
    embedded ? placeTestDatabase(folder) : undefined,
  ]);
  const config = loadConfig({
    PORT: String(port),
    DATA_DIR: folder,
    SITE_DIR: siteDir ?? site.folder,
    REDIS_URL: redisUrl,
    DATABASE_URL: databaseUrl,
    CAMPAIGN_TODAY: today,
    EMULATOR_PORT: String(emulatorPort),
    ...settings,
  });
  const parts: (() => unknown)[] = [];
  const { app, database } = await openService(
    {
      config,
      log: createLog('silent'),
      opened: (_part, close) => void parts.unshift(close),
    },
    { hashing: cheapHashing, decoders },
  );
  const url = await app.listen({ port: config.port, host: config.host });
  let invited = 0;

  async function invite(role: Role, area: string | null = null) {
    invited += 1;
    const email = `sample-${invited}@police.example`;
    const { link } = await inviteTo(database, url, {
      role,
      area,
      email,
      by: 'command-line',
    });
    return { link, email };
  }

  async function enrolled(role: Role, area?: string) {
    const invited = await invite(role, area);
    const caller = createCaller(settings['PUBLIC_URL'] ?? url);
    await openAccount(caller, url, invited);
    const { backupCodes } = await enrol(caller, url);
    return { caller, email: invited.email, backupCodes };
  }

  return {
    url,
    dataDir: folder,
    siteDir: config.siteDir,
    database,
    invite,
    async account(role, area) {
      const { caller, email, backupCodes } = await enrolled(role, area);
      await caller.post(url, '/api/sign-out');
      return { email, backupCodes };
    },
    async officer(role, area) {
      const { caller } = await enrolled(role, area);
      return caller.cookies().map((cookie) => ({ ...cookie, url: url }));
    },
    async close() {
      for (const close of parts) await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
