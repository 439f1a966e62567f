import { scryptSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { channels } from '../../../../campaigns/channel.ts';
import { rolesFor } from '../../../../campaigns/offices/permission.ts';
import { roles } from '../../../../campaigns/offices/role.ts';
import { scryptHashing } from '../../../../messaging/people/accounts/password-hashing.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { expectAnswer, expectRefusal, listActions } from '../../fixtures/answers.ts';
import { createTestConsole, type Officer, password } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { nextTotpCode, totpCode } from '../../fixtures/totp.ts';

describe('signing in', async () => {
  const { service, database } = await openConsole();

  const actionsOn = (id: string) => listActions(database, `person/${id}`);

  test('a PRO signs in with the password and the second factor, and the office is known', async () => {
    const pro = await service.officer('district', 'mathura');
    await pro.post('/api/sign-out');
    const step = await pro.post('/api/sign-in', { email: pro.email.toUpperCase(), password });
    expect([step.statusCode, step.json()]).toEqual([200, { next: 'second-factor' }]);
    await expectAnswer(
      pro.post('/api/sign-in/second-factor', {
        code: nextTotpCode(pro.totpUri),
      }),
      204,
    );
    expect((await pro.get('/api/me')).json()).toEqual({
      id: pro.id,
      name: 'नमूना अधिकारी',
      role: 'district',
      area: 'mathura',
      records: [...channels],
      office: {
        hi: 'जनसंपर्क अधिकारी (PRO), जनपद मथुरा',
        en: 'Public Relations Officer (PRO), Mathura district',
      },
      secondFactor: 'set-up',
      hasPassword: true,
      standsInFor: null,
      mayStandInFor: [],
      notices: [],
    });
    expect(await actionsOn(pro.id)).toEqual([
      'session.begin',
      'session.end',
      'person.set-up-second-factor',
      'session.begin',
      'person.join',
    ]);
  });

  test.each(roles)('%s sets up a second factor before anything else', async (role) => {
    const mayReadPeople = rolesFor('person.read').includes(role);
    const officer = await service.account(role);
    const step = await officer.post('/api/sign-in', { email: officer.email, password });
    expect(step.json()).toEqual({ next: 'set-up-second-factor' });
    const early = await officer.get('/api/people');
    expect([early.statusCode, early.json().error]).toEqual([
      403,
      mayReadPeople ? 'second-factor-missing' : 'not-allowed',
    ]);
    const changing = await officer.post('/api/me/password', {
      currentPassword: password,
      newPassword: 'another good one 55',
    });
    expect(changing.json().error).toBe('second-factor-missing');
    await expectRefusal(
      officer.post('/api/me/second-factor', { password: 'not the password' }),
      403,
      'wrong-password',
    );
    const setUp = await officer.post('/api/me/second-factor', { password });
    expect(setUp.statusCode).toBe(200);
    const { totpUri, backupCodes } = setUp.json();
    expect(backupCodes).toHaveLength(10);
    const guess = totpCode(totpUri) === '000000' ? '000001' : '000000';
    await expectRefusal(
      officer.post('/api/me/second-factor/confirm', { code: guess }),
      401,
      'wrong-code',
    );
    expect((await officer.get('/api/people')).statusCode).toBe(403);
    expect((await officer.get('/api/me')).json().secondFactor).toBe('missing');
    await expectAnswer(
      officer.post('/api/me/second-factor/confirm', {
        code: totpCode(totpUri),
      }),
      204,
    );
    expect((await officer.get('/api/me')).json().secondFactor).toBe('set-up');
    expect((await officer.get('/api/people')).statusCode).toBe(mayReadPeople ? 200 : 403);
  });

  test('sessions begun with the password alone end when the second factor is set up', async () => {
    const officer = await service.account('hq');
    const thief = service.browser();
    await thief.post('/api/sign-in', { email: officer.email, password });
    await officer.post('/api/sign-in', { email: officer.email, password });
    const { totpUri } = (await officer.post('/api/me/second-factor', { password })).json();
    await officer.post('/api/me/second-factor/confirm', { code: totpCode(totpUri) });
    expect((await officer.get('/api/me')).statusCode).toBe(200);
    expect((await thief.get('/api/me')).statusCode).toBe(401);
  });

  describe('with a second factor', () => {
    /** A browser in which the password was entered. */
    const enterPassword = async ({ email }: Officer) => {
      const next = service.browser();
      await next.post('/api/sign-in', { email, password });
      return next;
    };

    test('a code of the authenticator is asked for, and gives the session', async () => {
      const officer = await service.officer('hq');
      const next = service.browser();
      const step = await next.post('/api/sign-in', { email: officer.email, password });
      expect(step.json()).toEqual({ next: 'second-factor' });
      expect((await next.get('/api/me')).statusCode).toBe(401);
      const code = nextTotpCode(officer.totpUri);
      expect((await next.post('/api/sign-in/second-factor', { code })).statusCode).toBe(204);
      expect((await next.get('/api/people')).statusCode).toBe(200);
      expect((await actionsOn(officer.id)).slice(0, 2)).toEqual([
        'session.begin',
        'person.set-up-second-factor',
      ]);
    });

    test('a code works once', async () => {
      const officer = await service.officer('hq');
      const outcomes: number[] = [];
      const code = nextTotpCode(officer.totpUri);
      for (let count = 0; count < 2; count += 1) {
        const next = await enterPassword(officer);
        await next.post('/api/sign-in/second-factor', { code });
        outcomes.push((await next.get('/api/me')).statusCode);
      }
      expect(outcomes).toEqual([200, 401]);
    });

    test('a backup code works once', async () => {
      const officer = await service.officer('hq');
      const [backupCode = ''] = officer.backupCodes;
      const statuses: number[] = [];
      for (let count = 0; count < 2; count += 1) {
        const next = await enterPassword(officer);
        const answer = await next.post('/api/sign-in/second-factor', { backupCode });
        statuses.push(answer.statusCode);
      }
      expect(statuses).toEqual([204, 401]);
    });

    test('renewed backup codes replace the old', async () => {
      const officer = await service.officer('admin');
      const renewed = await officer.post('/api/me/second-factor/backup-codes', { password });
      const [fresh = ''] = renewed.json().backupCodes;
      const tries = [officer.backupCodes[0] ?? '', fresh].map(async (backupCode) => {
        const next = await enterPassword(officer);
        return (await next.post('/api/sign-in/second-factor', { backupCode })).statusCode;
      });
      expect(await Promise.all(tries)).toEqual([401, 204]);
    });

    test('a backup code has no sign that is taken for another, and is known as it is typed off a paper', async () => {
      const officer = await service.officer('hq');
      for (const code of officer.backupCodes)
        expect(code).toMatch(/^[34679ACDEFGHJKMNPQRTUVWXY]{5}-[34679ACDEFGHJKMNPQRTUVWXY]{5}$/);
      const [first = ''] = officer.backupCodes;
      const next = await enterPassword(officer);
      const backupCode = ` ${first.toLowerCase().replace('-', ' ')}`;
      await expectAnswer(next.post('/api/sign-in/second-factor', { backupCode }), 204);
    });

    test('the code of one officer does not open the account of another', async () => {
      const officer = await service.officer('hq');
      const other = await service.officer('hq');
      await officer.post('/api/sign-in', { email: other.email, password });
      const answer = await officer.post('/api/sign-in/second-factor', {
        code: totpCode(officer.totpUri),
      });
      // Two secrets may show the same six digits, once in a million.
      if (totpCode(officer.totpUri) !== totpCode(other.totpUri))
        expect(answer.statusCode).toBe(401);
      expect((await officer.get('/api/me')).statusCode).toBe(401);
    });

    test('a code without a password before it is refused', async () => {
      await expectRefusal(
        service.browser().post('/api/sign-in/second-factor', { code: '123456' }),
        401,
        'sign-in-again',
      );
    });

    test('five wrong codes lock the second step, also for the right code and a new password step', async () => {
      const officer = await service.officer('hq');
      const guesser = await enterPassword(officer);
      const right = nextTotpCode(officer.totpUri);
      const wrong = right === '111111' ? '222222' : '111111';
      for (let count = 0; count < 5; count += 1) {
        const answer = await guesser.post('/api/sign-in/second-factor', { code: wrong });
        expect(answer.json().error).toBe('wrong-code');
      }
      const again = await enterPassword(officer);
      await expectRefusal(again.post('/api/sign-in/second-factor', { code: right }), 429, 'locked');
      const [entry] = await readAudit(database.pool, { subject: `person/${officer.id}` }, 1);
      expect(entry).toMatchObject({ action: 'session.lock', actorRole: 'citizen' });
    });
  });

  describe('signing out', () => {
    test('ends the session, not only the cookie', async () => {
      const pro = await service.officer('district');
      const kept = new Map(pro.cookies);
      expect((await pro.post('/api/sign-out')).statusCode).toBe(204);
      expect([...pro.cookies.keys()]).toEqual([expect.stringMatching(/^up-cop\.device-/)]);
      for (const [name, value] of kept) pro.cookies.set(name, value);
      expect((await pro.get('/api/me')).statusCode).toBe(401);
    });

    test('everywhere ends every session of the officer and of nobody else', async () => {
      const pro = await service.officer('district');
      const other = await service.officer('district');
      const phone = service.browser();
      await service.signIn(phone, pro);
      expect((await phone.get('/api/me')).statusCode).toBe(200);
      expect((await pro.post('/api/sign-out', { everywhere: true })).statusCode).toBe(204);
      expect((await phone.get('/api/me')).statusCode).toBe(401);
      expect((await other.get('/api/me')).statusCode).toBe(200);
    });
  });

  describe('a new password', () => {
    test('is taken with the old one, and ends the other sessions', async () => {
      const pro = await service.officer('district');
      const phone = service.browser();
      await service.signIn(phone, pro);
      expect((await phone.get('/api/me')).statusCode).toBe(200);
      const newPassword = 'peepal-2291-ganga';
      const wrong = { currentPassword: 'not the password', newPassword };
      expect((await pro.post('/api/me/password', wrong)).json().error).toBe('wrong-password');
      const passwords = { currentPassword: password, newPassword };
      expect((await pro.post('/api/me/password', passwords)).statusCode).toBe(204);
      expect((await pro.get('/api/me')).statusCode).toBe(200);
      expect((await phone.get('/api/me')).statusCode).toBe(401);
      const old = await phone.post('/api/sign-in', { email: pro.email, password });
      expect(old.json().error).toBe('wrong-credentials');
      await expectAnswer(
        phone.post('/api/sign-in', { email: pro.email, password: newPassword }),
        200,
      );
    });
  });

  test('an installation keeps scrypt of it, as slow as OWASP asks, and signs in by it', async () => {
    const real = await createTestConsole(database, { hashing: scryptHashing });
    const pro = await real.account('district');
    const { rows } = await database.pool.query<{ password: string }>(
      'SELECT password FROM credential WHERE person_id = $1',
      [pro.id],
    );
    const [salt = '', key] = rows[0]?.password.split(':') ?? [];
    const cost = { N: 16_384, r: 16, p: 1, maxmem: 64 * 1024 * 1024 };
    expect(key).toBe(scryptSync(password.normalize('NFKC'), salt, 64, cost).toString('hex'));
    const wrong = await pro.post('/api/sign-in', { email: pro.email, password: 'wrong password' });
    expect(wrong.json().error).toBe('wrong-credentials');
    await expectAnswer(pro.post('/api/sign-in', { email: pro.email, password }), 200);
    await real.close();
  });

  test('an account that is deactivated is told so only with the right password', async () => {
    const pro = await service.account('district');
    await database.pool.query('UPDATE person SET deactivated_at = now() WHERE id = $1', [pro.id]);
    const wrong = await pro.post('/api/sign-in', { email: pro.email, password: 'wrong password' });
    expect(wrong.json().error).toBe('wrong-credentials');
    await expectRefusal(
      pro.post('/api/sign-in', { email: pro.email, password }),
      403,
      'deactivated',
    );
    expect((await pro.get('/api/me')).statusCode).toBe(401);
  });

  test('an expired session is refused', async () => {
    const pro = await service.officer('district');
    await database.pool.query(
      "UPDATE session SET expires_at = now() - interval '1 second' WHERE person_id = $1",
      [pro.id],
    );
    expect((await pro.get('/api/me')).statusCode).toBe(401);
  });
});
