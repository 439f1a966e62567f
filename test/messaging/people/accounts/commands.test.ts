import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { readAudit, recordAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { openFolder } from '../../../folders.ts';
import { expectAnswer } from '../../fixtures/answers.ts';
import { createTestConsole, password } from '../../fixtures/console.ts';
import { openTestDatabase } from '../../fixtures/databases.ts';
import { inherited } from '../../fixtures/inherited-env.ts';

const run = promisify(execFile);
const dataDir = openFolder('commands-');
// Stays open: the commands join it, as they do while the service runs.
const database = await openTestDatabase(dataDir);
afterAll(() => database.close());

function command(name: string, ...args: string[]) {
  const accounts = join(import.meta.dirname, '../../../../messaging/people/accounts');
  const env = { ...inherited(), DATA_DIR: dataDir, PUBLIC_URL: 'https://o.example' };
  return run(process.execPath, [join(accounts, name), ...args], { env });
}

test('the first administrator is invited on the server, and the link works', async () => {
  const { stdout } = await command('invite.ts', '--role', 'admin', '--email', 'A@police.example');
  const [, token] = /^https:\/\/o\.example\/console\/invitation\/#([\w-]{43})$/m.exec(stdout) ?? [];
  expect(token).toBeDefined();
  const [entry] = await readAudit(database.pool, {}, 1);
  expect(entry).toMatchObject({ action: 'person.invite', actorRole: 'command-line' });
  const service = await createTestConsole(database);
  await expectAnswer(
    service.browser().post('/api/invitations/accept', { token, name: 'नमूना', password }),
    204,
  );
  await service.close();
});

test.each([
  ['no role', ['--email', 'b@police.example'], '`role`'],
  ['an unknown role', ['--role', 'king', '--email', 'b@police.example'], '`role`'],
  ['no address', ['--role', 'admin'], '`email`'],
  [
    'a misspelt area',
    ['--role', 'zone', '--email', 'b@police.example', '--area', 'lucknw'],
    'Did you mean lucknow?',
  ],
  ['no area', ['--role', 'zone', '--email', 'b@police.example'], 'Expected the id of a zone'],
])('an invitation with %s is refused with the reason', async (_label, args, reason) => {
  await expect(command('invite.ts', ...args)).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining(reason),
  });
});

test('the audit log is verified on the server, and a falsified one ends with 1', async () => {
  await recordAudit(database.pool, { actor: 'service', action: 'sample.add', subject: 'sample' });
  const { stdout } = await command('verify-audit.ts');
  const [, head = ''] = /^(\d+:[0-9a-f]{64})$/m.exec(stdout) ?? [];
  expect((await command('verify-audit.ts', head)).stdout).toContain('is whole');
  await database.pool.query(`
    ALTER TABLE audit_entry DISABLE TRIGGER USER;
    UPDATE audit_entry SET action = 'other' WHERE id IN (1, 2);
    ALTER TABLE audit_entry ENABLE TRIGGER USER`);
  await expect(command('verify-audit.ts', head)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('entry 1 is changed\nentry 2 is changed'),
  });
});
