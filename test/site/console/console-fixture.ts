import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Role } from '../../../campaigns/offices/role.ts';
import { placeTestDatabase } from '../../messaging/fixtures/databases.ts';
import { freePort } from '../../messaging/fixtures/postgres.ts';
import { startService } from '../../messaging/fixtures/service.ts';
import { borrow } from '../../servers/borrow.ts';
import { emptySite } from '../site-fixture.ts';

const root = join(import.meta.dirname, '../../..');
export const password = 'कुंजी-tulsi-4471-neem';
/** The campaign is replayed on this day. */
export const today = '2019-04-12';

export interface ConsoleService {
  url: string;
  /** One-time link of an invitation by the command on the server, at the service's own address. */
  invite(role: Role, area?: string): Promise<{ link: string; email: string }>;
  /** An account with the password of the tests. */
  account(role: Role, area?: string): Promise<{ email: string }>;
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
      const answer = await fetch(`${service.url}/api/invitations/accept`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: service.url },
        body: JSON.stringify({ token, name: 'नमूना अधिकारी', password }),
      });
      if (!answer.ok) throw new Error(`Expected an account, got ${await answer.text()}`);
      return { email };
    },
    async close() {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
