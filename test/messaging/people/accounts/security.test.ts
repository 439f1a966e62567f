import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { purgeAccounts } from '../../../../messaging/people/accounts/module.ts';
import { createSessionClock } from '../../../../messaging/people/accounts/session-clock.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { createLog } from '../../../../messaging/platform/process/log.ts';
import { expectAnswer } from '../../fixtures/answers.ts';
import { createTestConsole, password } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';

const session = 'up-cop.session_token';

describe('attacks on accounts', async () => {
  const log = new PassThrough();
  const lines: string[] = [];
  const { service, database } = await openConsole({}, { log: createLog('trace', log) });
  beforeAll(async () => {
    log.on('data', (chunk) => lines.push(String(chunk)));
  });

  const forget = () => database.pool.query('DELETE FROM attempt');

  describe('cross-site request forgery', () => {
    test('no route that changes something takes a request of another origin', async () => {
      const admin = await service.officer('admin');
      const cookie = [...admin.cookies].map((pair) => pair.join('=')).join('; ');
      const changing = service.app.routeRules.filter(
        ({ method }) => method !== 'GET' && method !== 'HEAD',
      );
      expect(changing.length).toBeGreaterThan(12);
      for (const { method, url } of changing) {
        for (const origin of ['https://evil.example', 'null', undefined]) {
          const answer = await service.app.inject({
            method: method as 'POST',
            // A part with a form of its own is a token of twelve symbols.
            url: url.replace(/:\w+(\(.*?\))?/g, (_, form) => (form ? '0'.repeat(12) : '1')),
            headers: { cookie, ...(origin === undefined ? {} : { origin }) },
            payload: {},
          });
          // A provider's token is asked for before anything else.
          const signed = url.includes('/:token/') && !url.startsWith('/v/');
          const error = signed ? 'not-signed' : 'foreign-origin';
          expect([url, answer.statusCode, answer.json().error]).toEqual([url, 403, error]);
        }
      }
      expect((await admin.get('/api/me')).statusCode).toBe(200);
    });

    test('another site cannot sign a visitor in', async () => {
      const pro = await service.account('district');
      const answer = await service.app.inject({
        method: 'POST',
        url: '/api/sign-in',
        headers: { origin: 'https://evil.example' },
        payload: { email: pro.email, password },
      });
      expect(answer.statusCode).toBe(403);
      expect(answer.cookies).toEqual([]);
    });
  });

  describe('session fixation', () => {
    test('a session that was planted before signing in is not taken over', async () => {
      const pro = await service.account('district');
      const planted = 'planted-token-planted-token-0000.c2lnbmF0dXJl';
      pro.cookies.set(session, planted);
      await pro.post('/api/sign-in', { email: pro.email, password });
      expect(pro.cookies.get(session)).not.toBe(planted);
      expect((await pro.get('/api/me')).statusCode).toBe(200);
      const attacker = service.browser();
      attacker.cookies.set(session, planted);
      expect((await attacker.get('/api/me')).statusCode).toBe(401);
    });

    test('the session of an attacker, planted in a victim, ends when the victim signs in', async () => {
      const attacker = await service.officer('district');
      const victim = await service.account('district');
      victim.cookies.set(session, attacker.cookies.get(session) ?? '');
      await victim.post('/api/sign-in', { email: victim.email, password });
      expect((await victim.get('/api/me')).json().id).toBe(victim.id);
      expect((await attacker.get('/api/me')).statusCode).toBe(401);
    });

    test.each([
      ['without its signature', (value: string) => value.replace(/\..*$/, '')],
      ['with another signature', (value: string) => value.replace(/\..{6}/, '.AAAAAA')],
      ['with another token', (value: string) => `A${value.slice(1, -60)}B${value.slice(-59)}`],
    ])('a cookie %s is refused', async (_label, change) => {
      const pro = await service.officer('district');
      const value = pro.cookies.get(session) ?? '';
      expect(change(value)).not.toBe(value);
      pro.cookies.set(session, change(value));
      expect((await pro.get('/api/me')).statusCode).toBe(401);
    });

    test('each sign-in has its own token', async () => {
      const pro = await service.account('district');
      const tokens = new Set<string | undefined>();
      for (let count = 0; count < 3; count += 1) {
        await pro.post('/api/sign-in', { email: pro.email, password });
        tokens.add(pro.cookies.get(session));
      }
      expect(tokens.size).toBe(3);
      const { rows } = await database.pool.query('SELECT 1 FROM session WHERE person_id = $1', [
        pro.id,
      ]);
      expect(rows).toHaveLength(1);
    });
  });

  describe('guessing', () => {
    const guess = (email: string, guessed = 'wrong password') =>
      service.browser().post('/api/sign-in', { email, password: guessed });

    test.each(['registered', 'unregistered'])(
      'an address that is %s is locked after five, with the same answers',
      async (kind) => {
        await forget();
        const email =
          kind === 'registered' ? (await service.account('district')).email : 'no@police.example';
        const errors: string[] = [];
        for (let count = 0; count < 6; count += 1) errors.push((await guess(email)).json().error);
        expect(errors).toEqual([...Array(5).fill('wrong-credentials'), 'locked']);
        const answer = await guess(email, password);
        expect([answer.statusCode, answer.json().error]).toEqual([429, 'locked']);
        const seconds = Number(answer.headers['retry-after']);
        expect(seconds).toBeGreaterThan(50);
        expect(seconds).toBeLessThanOrEqual(60);
      },
    );

    test('thirty at once are no more than five', async () => {
      const { email } = await service.account('district');
      const answers = await Promise.all(Array.from({ length: 30 }, () => guess(email)));
      const errors = answers.map((answer) => answer.json().error);
      expect(errors.filter((error) => error === 'wrong-credentials')).toHaveLength(5);
      expect(errors.filter((error) => error === 'locked')).toHaveLength(25);
    });

    test('pauses grow to half an hour, and each is in the audit log', async () => {
      const { email, id } = await service.account('district');
      for (let count = 0; count < 4; count += 1) await guess(email);
      const pauses: number[] = [];
      for (let count = 0; count < 7; count += 1) {
        expect((await guess(email)).json().error).toBe('wrong-credentials');
        pauses.push(Number((await guess(email)).headers['retry-after']));
        await database.pool.query('UPDATE attempt SET locked_until = now()');
      }
      expect(pauses.map((seconds) => Math.round(seconds / 60))).toEqual([1, 2, 4, 8, 16, 30, 30]);
      const entries = await readAudit(database.pool, { subject: `person/${id}` }, 20);
      const locks = entries.filter(({ action }) => action === 'session.lock');
      expect(locks.map(({ after }) => JSON.parse(after ?? '').pauseSeconds).toReversed()).toEqual([
        60, 120, 240, 480, 960, 1800, 1800,
      ]);
    });

    test('the right password forgets the failures before it', async () => {
      const { email } = await service.account('district');
      for (let round = 0; round < 2; round += 1) {
        for (let count = 0; count < 4; count += 1) await guess(email);
        expect((await guess(email, password)).statusCode).toBe(200);
      }
    });

    test('failures of yesterday are forgotten', async () => {
      const { email } = await service.account('district');
      for (let count = 0; count < 5; count += 1) await guess(email);
      await database.pool.query(
        "UPDATE attempt SET until = until - interval '24 hours', locked_until = now()",
      );
      for (let count = 0; count < 4; count += 1) {
        expect((await guess(email)).json().error).toBe('wrong-credentials');
      }
      expect((await guess(email, password)).statusCode).toBe(200);
    });

    test('an open session is no way around the lockout', async () => {
      const pro = await service.officer('district');
      const attempt = { currentPassword: 'wrong password', newPassword: 'peepal-2291-ganga' };
      const errors: string[] = [];
      for (let count = 0; count < 6; count += 1) {
        errors.push((await pro.post('/api/me/password', attempt)).json().error);
      }
      expect(errors).toEqual([...Array(5).fill('wrong-password'), 'locked']);
    });

    test('one address tries no more than twenty accounts a minute, whatever it says of itself', async () => {
      const statuses: number[] = [];
      for (let count = 0; count < 22; count += 1) {
        const answer = await service.app.inject({
          method: 'POST',
          url: '/api/sign-in',
          remoteAddress: '203.0.113.9',
          headers: {
            origin: service.publicUrl,
            'x-forwarded-for': `198.51.100.${count}`,
            'x-caller-address': `198.51.100.${count}`,
          },
          payload: { email: `nobody-${count}@police.example`, password: 'wrong password' },
        });
        statuses.push(answer.statusCode);
      }
      expect(statuses).toEqual([...Array(20).fill(401), 429, 429]);
    });
  });

  test('an invitation gives its own role, whatever else is sent', async () => {
    const token = await service.invitation('district', 'agra', 'plain.sample@police.example');
    await service.browser().post('/api/invitations/accept', {
      token,
      name: 'नमूना',
      password,
      role: 'admin',
      area: null,
      email: 'other@police.example',
      twoFactorEnabled: true,
    });
    const { rows } = await database.pool.query(
      "SELECT role, area, two_factor_enabled FROM person WHERE email = 'plain.sample@police.example'",
    );
    expect(rows).toEqual([{ role: 'district', area: 'agra', two_factor_enabled: false }]);
  });

  test.each(['sign-up/email', 'sign-in/email', 'update-user', 'get-session', 'two-factor/disable'])(
    'better-auth itself is not reached: %s',
    async (path) => {
      await expectAnswer(service.browser().post(`/api/auth/${path}`), 404);
    },
  );

  test('cookies are kept from scripts and from other sites, and to https where that is', async () => {
    const pro = await service.account('district');
    const plain = await pro.post('/api/sign-in', { email: pro.email, password });
    expect(plain.headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^up-cop\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
      ),
    ]);
    const safe = await createTestConsole(database, { publicUrl: 'https://outreach.example' });
    const officer = await safe.officer('hq');
    const browser = safe.browser();
    const step = await browser.post('/api/sign-in', { email: officer.email, password });
    const set = [step.headers['set-cookie']].flat().filter((line) => !/Max-Age=0/.test(`${line}`));
    expect(set).toHaveLength(1);
    for (const line of set) {
      expect(line).toMatch(
        /^__Host-up-cop\.two_factor=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      );
    }
    expect([...officer.cookies.keys()]).toEqual([
      `__Host-${session}`,
      expect.stringMatching(/^__Host-up-cop\.device-[\w-]{16}$/),
    ]);
    const [backupCode = ''] = officer.backupCodes;
    const second = await browser.post('/api/sign-in/second-factor', { backupCode });
    const device = [second.headers['set-cookie']].flat().find((line) => /device/.test(`${line}`));
    expect(device).toMatch(/; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect((await officer.get('/api/people')).statusCode).toBe(200);
    await safe.close();
  });

  test('the log has neither cookie nor password nor secret nor link', async () => {
    const officer = await service.officer('hq');
    const token = await service.invitation('district');
    await service.browser().post('/api/invitations/read', { token });
    await officer.get('/api/me?cookie=1');
    service.app.log.info({ headers: { cookie: officer.cookies.get(session) } }, 'sample');
    const all = lines.join('');
    expect(all).toContain('/api/invitations/read');
    expect(all).toContain('sample');
    const secrets = [
      officer.cookies.get(session) ?? '',
      decodeURIComponent(officer.cookies.get(session) ?? ''),
      password,
      token,
      new URL(officer.totpUri).searchParams.get('secret') ?? '',
      ...officer.backupCodes,
    ];
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(8);
      expect(all.includes(secret), secret).toBe(false);
    }
  });

  test('a wrong password, a wrong code and an act that is not allowed are each a line that names the account', async () => {
    const officer = await service.officer('district', 'agra');
    const before = lines.length;
    const stranger = service.browser();
    await stranger.post('/api/sign-in', { email: officer.email, password: `${password}x` });
    await stranger.post('/api/sign-in', { email: 'nobody@police.example', password });
    await stranger.post('/api/sign-in', { email: officer.email, password });
    await stranger.post('/api/sign-in/second-factor', { code: '000000' });
    expect((await officer.get('/api/people')).statusCode).toBe(403);
    expect((await officer.get('/api/activities?district=mahoba')).statusCode).toBe(403);
    const told = lines
      .slice(before)
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ level }) => level === 40);
    const reqId = expect.stringMatching(/^[a-z]{10}-/);
    expect(told).toMatchObject([
      { msg: 'a sign-in failed', factor: 'password', person: officer.id, reqId },
      { msg: 'a sign-in failed', factor: 'password', person: null, reqId },
      { msg: 'a sign-in failed', factor: 'second', person: officer.id, reqId },
      { msg: 'not allowed', refusal: 'not-allowed', route: '/api/people', officer: officer.id },
      { msg: 'not allowed', refusal: 'outside-area', officer: officer.id, reqId },
    ]);
    await forget();
  });

  test('what ran out is deleted, and the rest is kept', async () => {
    const pro = await service.officer('district');
    await database.pool.query(`
      INSERT INTO session (id, token, person_id, expires_at)
        SELECT 'old', 'old', id, now() - interval '1 second' FROM person LIMIT 1;
      INSERT INTO verification (id, identifier, value, expires_at)
        VALUES ('old', 'old', '', now() - interval '1 second');
      INSERT INTO attempt (what, scope, subject, tries, until)
        VALUES ('password', 'account', 'old', 5, now() - interval '1 minute'),
          ('password', 'account', 'new', 5, now() + interval '10 minutes')`);
    await purgeAccounts(database, createSessionClock());
    const { rows } = await database.pool.query(`
      SELECT id AS left FROM session WHERE id = 'old'
      UNION ALL SELECT id FROM verification WHERE id = 'old'
      UNION ALL SELECT subject FROM attempt WHERE subject IN ('old', 'new')`);
    expect(rows).toEqual([{ left: 'new' }]);
    expect((await pro.get('/api/me')).statusCode).toBe(200);
  });

  test('no session keeps an address', async () => {
    const { rows } = await database.pool.query(
      'SELECT count(*)::int AS sessions, count(ip_address)::int AS addresses FROM session',
    );
    expect(rows[0].sessions).toBeGreaterThan(0);
    expect(rows[0].addresses).toBe(0);
  });
});
