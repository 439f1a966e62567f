import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Role } from '../../../campaigns/offices/role.ts';
import { placeTestDatabase } from '../../messaging/fixtures/databases.ts';
import { freePort } from '../../messaging/fixtures/postgres.ts';
import { startService } from '../../messaging/fixtures/service.ts';
import { totpCode } from '../../messaging/fixtures/totp.ts';
import { borrow } from '../../servers/borrow.ts';
import { emptySite } from '../site-fixture.ts';

const root = join(import.meta.dirname, '../../..');
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
  /** One-time link of an invitation by the command on the server, at the service's own address. */
  invite(role: Role, area?: string): Promise<{ link: string; email: string }>;
  /** An account with the password of the tests and a second factor. */
  account(role: Role, area?: string): Promise<Account>;
  close(): Promise<void>;
}

/** The whole service with the built site, its database embedded, on a Redis database of its own. */
export async function startConsole(
  settings: Readonly<Record<string, string>> = {},
): Promise<ConsoleService> {
  const folder = mkdtempSync(join(tmpdir(), 'console-'));
  const [site, redisUrl] = await Promise.all([
    emptySite(),
    borrow('redis'),
    placeTestDatabase(folder),
  ]);
  const env = {
    DATA_DIR: folder,
    SITE_DIR: site.folder,
    REDIS_URL: redisUrl,
    CAMPAIGN_TODAY: today,
    EMULATOR_PORT: String(await freePort()),
    ...settings,
  };
  const service = await startService(env);
  let invited = 0;

  async function invite(role: Role, area?: string) {
    invited += 1;
    const email = `sample-${invited}@police.example`;
    const options = ['--role', role, '--email', email, ...(area ? ['--area', area] : [])];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['messaging/accounts/invite.ts', ...options],
      { cwd: root, env: { PATH: process.env.PATH, ...env } },
    );
    const token = /#([\w-]+)/.exec(stdout)?.[1] ?? '';
    return { link: `${service.url}/console/invitation/#${token}`, email };
  }

  return {
    url: service.url,
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
