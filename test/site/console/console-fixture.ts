import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../../campaigns/offices/role.ts';
import { invite as inviteTo } from '../../../messaging/accounts/invitations.ts';
import { openDatabase } from '../../../messaging/database/database.ts';
import { placeTestDatabase } from '../../messaging/fixtures/databases.ts';
import { freePort } from '../../messaging/fixtures/postgres.ts';
import { startService } from '../../messaging/fixtures/service.ts';
import { totpCode } from '../../messaging/fixtures/totp.ts';
import { borrow } from '../../servers/borrow.ts';
import { emptySite } from '../site-fixture.ts';

export const password = 'कुंजी-tulsi-4471-neem';
/** The campaign is replayed on this day. */
export const today = '2019-04-12';

export interface Account {
  email: string;
  /** Each is the second step of one sign-in. */
  backupCodes: string[];
}

export interface ConsoleService {
  url: string;
  dataDir: string;
  /** One-time link of an invitation as the command on the server makes it, at the service's own address. */
  invite(role: Role, area?: string): Promise<{ link: string; email: string }>;
  /** An account with the password of the tests and a second factor. */
  account(role: Role, area?: string): Promise<Account>;
  close(): Promise<void>;
}

/**
 * The whole service with the built site, on databases of its own in the run's PostgreSQL and Redis. What a browser sees
 * is the same on the embedded database, which takes seconds of a processor to start: one file of journeys has it.
 */
export async function startConsole(
  settings: Readonly<Record<string, string>> = {},
  { embedded = false } = {},
): Promise<ConsoleService> {
  const folder = mkdtempSync(join(tmpdir(), 'console-'));
  const [site, redisUrl, databaseUrl] = await Promise.all([
    emptySite(),
    borrow('redis'),
    embedded ? undefined : borrow('database'),
    embedded ? placeTestDatabase(folder) : undefined,
  ]);
  const env = {
    DATA_DIR: folder,
    SITE_DIR: site.folder,
    REDIS_URL: redisUrl,
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    CAMPAIGN_TODAY: today,
    EMULATOR_PORT: String(await freePort()),
    ...settings,
  };
  const service = await startService(env);
  // Beside the service, as the command does.
  const database = await openDatabase({ url: databaseUrl, dataDir: folder });
  let invited = 0;

  async function invite(role: Role, area: string | null = null) {
    invited += 1;
    const email = `sample-${invited}@police.example`;
    const { link } = await inviteTo(database, service.url, {
      role,
      area,
      email,
      by: 'command-line',
    });
    return { link, email };
  }

  return {
    url: service.url,
    dataDir: folder,
    invite,
    async account(role, area) {
      const { link, email } = await invite(role, area);
      const token = new URL(link).hash.slice(1);
      const send = createSender(service.url);
      await send('/api/invitations/accept', { token, name: 'नमूना अधिकारी', password });
      await send('/api/sign-in', { email, password });
      const begun = await send('/api/me/second-factor', { password });
      const { totpUri, backupCodes } = JSON.parse(begun) as { totpUri: string } & Account;
      await send('/api/me/second-factor/confirm', { code: totpCode(totpUri) });
      await send('/api/sign-out', {});
      return { email, backupCodes };
    },
    async close() {
      await database.close();
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A browser without a page: sends bodies with the cookies that it got. */
function createSender(url: string) {
  const cookies = new Map<string, string>();
  return async (path: string, body: object): Promise<string> => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: url,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      body: JSON.stringify(body),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const text = await answer.text();
    if (!answer.ok) throw new Error(`Expected ${path} to be done, got ${text}`);
    return text;
  };
}
