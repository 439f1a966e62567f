import { generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listBreakGlassUses } from '../../../../messaging/people/accounts/provider-sql.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import {
  type IdentityProvider,
  type ProviderAccount,
  startIdentityProvider,
} from '../../../servers/identity-provider.ts';
import { expectAnswer, expectRefusal, listActions } from '../../fixtures/answers.ts';
import { type Browser, createTestConsole, type Officer, password } from '../../fixtures/console.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { freePort } from '../../fixtures/postgres.ts';
import { nextTotpCode, totpCode } from '../../fixtures/totp.ts';

const both = ['pwd', 'mfa'];
let accounts = 0;

/** Somebody at the provider whose address has been verified there. */
function somebody(more: Partial<ProviderAccount> = {}): ProviderAccount {
  accounts += 1;
  return {
    subject: `subject-${accounts}`,
    email: `officer-${accounts}@police.example`,
    email_verified: true,
    name: 'सुनीता वर्मा',
    amr: both,
    ...more,
  };
}

/** An identity provider of the service at an address, closed after the suite that opens it. */
async function openProvider(publicUrl: string): Promise<IdentityProvider> {
  const provider = await startIdentityProvider(publicUrl);
  afterAll(() => provider.close());
  return provider;
}

describe('signing in by an identity provider', async () => {
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  const provider = await openProvider(publicUrl);
  const { service, database } = await openConsole({}, { publicUrl, settings: provider.settings });
  // The provider calls the service itself.
  await service.app.listen({ port, host: 'localhost' });
  afterEach(() => provider.alterTokens(undefined));

  /** Goes to the provider and comes back with its answer, which is not handed in yet. */
  async function visit(browser: Browser, account: ProviderAccount) {
    provider.signInAs(account);
    const begun = await browser.post('/api/sign-in/provider/begin');
    expect(begun.statusCode).toBe(200);
    const back = await provider.follow(begun.json().url);
    expect(`${back.origin}${back.pathname}`).toBe(`${service.publicUrl}/console/`);
    return Object.fromEntries(back.searchParams);
  }

  async function signIn(browser: Browser, account: ProviderAccount) {
    const answer = await browser.post('/api/sign-in/provider', await visit(browser, account));
    return [answer.statusCode, answer.json().next ?? answer.json().error];
  }

  const invite = (account: ProviderAccount) =>
    service.invitation('district', 'mathura', account.email);
  const readActions = (id: string) => listActions(database, `person/${id}`);
  const findId = async (email: string) => {
    const { rows } = await database.pool.query<{ id: string }>(
      'SELECT id FROM person WHERE email = $1',
      [email],
    );
    return rows[0]?.id;
  };

  /** An officer who was invited and has signed in by the provider. */
  async function joined(more: Partial<ProviderAccount> = {}) {
    const account = somebody(more);
    await invite(account);
    const browser = service.browser();
    expect(await signIn(browser, account)).toEqual([200, 'signed-in']);
    return { account, browser, id: (await findId(account.email)) ?? '' };
  }

  test('the page learns which ways there are', async () => {
    expect((await service.browser().get('/api/sign-in/ways')).json()).toEqual({
      passwords: true,
      provider: { hi: 'विभागीय खाते से साइन इन करें', en: 'Sign in with the department’s account' },
    });
  });

  test('an invited officer joins with the office of the invitation, whatever the provider claims', async () => {
    provider.alterTokens((claims) => ({ ...claims, role: 'admin', groups: ['admin'] }));
    const { account, browser, id } = await joined();
    expect((await browser.get('/api/me')).json()).toMatchObject({
      name: 'सुनीता वर्मा',
      role: 'district',
      area: 'mathura',
      secondFactor: 'by-provider',
      hasPassword: false,
    });
    expect(await readActions(id)).toEqual(['session.begin', 'person.link-provider', 'person.join']);
    const again = service.browser();
    expect(await signIn(again, account)).toEqual([200, 'signed-in']);
    expect((await again.get('/api/progress')).statusCode).toBe(200);
  });

  test('nobody joins without an invitation, and an invitation counts once', async () => {
    expect(await signIn(service.browser(), somebody())).toEqual([403, 'provider-unknown']);
    const { account } = await joined();
    const other = somebody({ email: account.email });
    expect(await signIn(service.browser(), other)).toEqual([403, 'provider-other']);
  });

  test.each([
    ['not verified', { email_verified: false }],
    ['of which nothing is said', { email_verified: undefined }],
  ])('an address that is %s opens nothing', async (_label, more) => {
    const account = somebody(more);
    await invite(account);
    expect(await signIn(service.browser(), account)).toEqual([403, 'provider-email']);
    expect(await findId(account.email)).toBeUndefined();
  });

  describe('the second factor', () => {
    test('is ours where the provider says nothing of one', async () => {
      const account = somebody({ amr: ['pwd'] });
      await invite(account);
      const browser = service.browser();
      expect(await signIn(browser, account)).toEqual([200, 'set-up-second-factor']);
      expect((await browser.get('/api/me/sessions')).json().error).toBe('second-factor-missing');
      const { totpUri } = (await browser.post('/api/me/second-factor')).json();
      const code = totpCode(totpUri);
      expect((await browser.post('/api/me/second-factor/confirm', { code })).statusCode).toBe(204);
      expect((await browser.get('/api/me/sessions')).statusCode).toBe(200);

      const next = service.browser();
      expect(await signIn(next, account)).toEqual([200, 'second-factor']);
      expect((await next.get('/api/me')).statusCode).toBe(401);
      const later = nextTotpCode(totpUri);
      await expectAnswer(next.post('/api/sign-in/second-factor', { code: later }), 204);
      expect((await next.get('/api/me')).statusCode).toBe(200);
      const subject = `person/${await findId(account.email)}`;
      const [begun] = await readAudit(database.pool, { subject }, 1);
      expect(begun?.action).toBe('session.begin');
      expect(JSON.parse(String(begun?.after))).toEqual({
        secondFactor: 'totp',
        provider: provider.issuer,
      });
    });

    test('is the provider’s where acr or amr has a value of the list', async () => {
      const list = { ...provider.settings, OIDC_SECOND_FACTOR: 'gold, otp' };
      const { publicUrl } = service;
      const strict = await createTestConsole(database, { publicUrl, settings: list });
      const account = somebody({ amr: ['pwd', 'otp'] });
      await invite(account);
      const tries: [Partial<ProviderAccount>, string][] = [
        [{ amr: ['pwd', 'otp'] }, 'signed-in'],
        [{ amr: both }, 'set-up-second-factor'],
        [{ amr: ['pwd'], acr: 'gold' }, 'signed-in'],
        [{ amr: ['pwd'], acr: 'silver' }, 'set-up-second-factor'],
      ];
      for (const [proved, next] of tries) {
        const browser = strict.browser();
        const answered = await visit(browser, { ...account, ...proved });
        const answer = await browser.post('/api/sign-in/provider', answered);
        expect([proved, answer.json().next]).toEqual([proved, next]);
      }
      await strict.close();
    });
  });

  describe('an account that was here before', () => {
    let officer: Officer;
    let account: ProviderAccount;
    beforeAll(async () => {
      officer = await service.officer('hq');
      account = somebody({ email: officer.email.toUpperCase() });
    });
    const code = () => nextTotpCode(officer.totpUri);

    test('is not tied by the address alone: its second factor is asked for the first time', async () => {
      const thief = service.browser();
      expect(await signIn(thief, somebody({ email: officer.email }))).toEqual([
        200,
        'second-factor',
      ]);
      const guess = code() === '111111' ? '222222' : '111111';
      await thief.post('/api/sign-in/second-factor', { code: guess });
      expect((await thief.get('/api/me')).statusCode).toBe(401);
      expect(await readActions(officer.id)).not.toContain('person.link-provider');
    });

    test('is tied by it once, and opened by issuer and subject from then on', async () => {
      const browser = service.browser();
      expect(await signIn(browser, account)).toEqual([200, 'second-factor']);
      await expectAnswer(browser.post('/api/sign-in/second-factor', { code: code() }), 204);
      expect((await browser.get('/api/me')).json().id).toBe(officer.id);
      expect(await readActions(officer.id)).toContain('person.link-provider');
      // Another address there changes nothing here.
      const moved = { ...account, email: 'moved@police.example', email_verified: false };
      const next = service.browser();
      expect(await signIn(next, moved)).toEqual([200, 'signed-in']);
      expect((await next.get('/api/me')).json().id).toBe(officer.id);
    });

    test('is not taken over by an address that was changed at the provider', async () => {
      const { account: own } = await joined();
      const thief = { ...own, email: officer.email };
      const browser = service.browser();
      // Somebody with an account here stays the same person.
      expect(await signIn(browser, thief)).toEqual([200, 'signed-in']);
      expect((await browser.get('/api/me')).json().id).not.toBe(officer.id);
      // Somebody without one is refused, and the owner's log says so.
      expect(await signIn(service.browser(), somebody({ email: officer.email }))).toEqual([
        403,
        'provider-other',
      ]);
      const [refused] = await readAudit(database.pool, { subject: `person/${officer.id}` }, 1);
      expect(refused).toMatchObject({ action: 'session.refuse', actorRole: 'citizen' });
    });

    test('is linked again after an administrator unlinked it', async () => {
      const { account: old, browser, id } = await joined();
      const moved = { ...old, subject: `${old.subject}-moved` };
      expect(await signIn(service.browser(), moved)).toEqual([403, 'provider-other']);
      const admin = await service.officer('admin');
      expect((await admin.post(`/api/people/${id}/unlink`)).json().id).toBe(id);
      expect((await browser.get('/api/me')).statusCode).toBe(401);
      const next = service.browser();
      expect(await signIn(next, moved)).toEqual([200, 'signed-in']);
      const { notices } = (await next.get('/api/me')).json();
      expect(notices).toMatchObject([{ action: 'person.unlink-provider' }]);
      expect(await signIn(service.browser(), old)).toEqual([403, 'provider-other']);
    });

    test('that is closed no longer opens', async () => {
      const { account: closed, browser, id } = await joined();
      const admin = await service.officer('admin');
      await admin.post(`/api/people/${id}/deactivate`);
      expect((await browser.get('/api/me')).statusCode).toBe(401);
      expect(await signIn(service.browser(), closed)).toEqual([403, 'deactivated']);
    });
  });

  describe('an answer', () => {
    test.each<[string, (claims: JWTPayload) => JWTPayload]>([
      ['of another issuer', (claims) => ({ ...claims, iss: 'https://other.example' })],
      ['for another client', (claims) => ({ ...claims, aud: 'another-client' })],
      [
        'for several clients, issued to another',
        (claims) => ({ ...claims, aud: [claims.aud, 'x'].flat() as string[], azp: 'x' }),
      ],
      ['without an audience', ({ aud: _, ...claims }) => claims],
      ['with another nonce', (claims) => ({ ...claims, nonce: 'another' })],
      ['without a nonce', ({ nonce: _, ...claims }) => claims],
      ['that has run out', (claims) => ({ ...claims, exp: Date.now() / 1000 - 120 })],
      ['without an end', ({ exp: _, ...claims }) => claims],
      [
        'of the future',
        (claims) => ({
          ...claims,
          iat: Date.now() / 1000 + 900,
          nbf: Date.now() / 1000 + 900,
        }),
      ],
      ['about somebody else', (claims) => ({ ...claims, sub: 'somebody-else' })],
      ['about nobody', ({ sub: _, ...claims }) => claims],
    ])('%s is refused', async (_label, change) => {
      const { account } = await joined();
      provider.alterTokens(change);
      const browser = service.browser();
      expect((await signIn(browser, account))[0]).toBe(401);
      expect((await browser.get('/api/me')).statusCode).toBe(401);
    });

    // OpenID Connect Core 1.0, 5.3.2: `sub` is always in it, and the token's own.
    test.each<[string, (claims: JWTPayload) => JWTPayload]>([
      ['without a subject', ({ sub: _, ...claims }) => claims],
      ['with an empty subject', (claims) => ({ ...claims, sub: '' })],
      ['of somebody else', (claims) => ({ ...claims, sub: 'somebody-else' })],
    ])('about the person %s is refused', async (_label, change) => {
      const { account } = await joined();
      provider.alterUserInfo(change);
      const answer = await signIn(service.browser(), account);
      provider.alterUserInfo(undefined);
      expect(answer).toEqual([401, 'provider-refused']);
      expect((await signIn(service.browser(), account))[0]).toBe(200);
    });

    test('signed with another key, or not at all, is refused', async () => {
      const { account } = await joined();
      const { privateKey } = await generateKeyPair('RS256');
      const forged: string[] = [];
      provider.alterTokens((claims) => {
        const [head, body] = [{ alg: 'none' }, claims].map((part) =>
          Buffer.from(JSON.stringify(part)).toString('base64url'),
        );
        return `${head}.${body}.`;
      });
      expect(await signIn(service.browser(), account)).toEqual([401, 'provider-refused']);
      provider.alterTokens((claims) => {
        void new SignJWT(claims)
          .setProtectedHeader({ alg: 'RS256', kid: 'first' })
          .sign(privateKey)
          .then((token) => forged.push(token));
        return claims;
      });
      await signIn(service.browser(), account);
      const browser = service.browser();
      // The nonce is another one, too; the key is looked at first.
      provider.alterTokens(() => forged[0] ?? '');
      expect(await signIn(browser, account)).toEqual([401, 'provider-refused']);
    });

    test('that came before is refused, and its code is spent', async () => {
      const { account } = await joined();
      const browser = service.browser();
      const answered = await visit(browser, account);
      expect((await browser.post('/api/sign-in/provider', answered)).statusCode).toBe(200);
      await expectRefusal(browser.post('/api/sign-in/provider', answered), 401, 'sign-in-again');
      const other = service.browser();
      const { state } = await visit(other, account);
      await expectRefusal(
        other.post('/api/sign-in/provider', { ...answered, state }),
        401,
        'provider-refused',
      );
    });

    test('that another browser asked for signs nobody in', async () => {
      const { account } = await joined();
      const answered = await visit(service.browser(), account);
      const victim = service.browser();
      await victim.post('/api/sign-in/provider/begin');
      await expectRefusal(victim.post('/api/sign-in/provider', answered), 401, 'sign-in-again');
      expect((await victim.get('/api/me')).statusCode).toBe(401);
    });

    test.each([
      ['another', 'https://other.example'],
      ['none', undefined],
    ])('that names %s as its issuer is refused before the code is sent on', async (_label, iss) => {
      const { account } = await joined();
      const browser = service.browser();
      const { iss: own, ...answered } = await visit(browser, account);
      expect(own).toBe(provider.issuer);
      await expectRefusal(
        browser.post('/api/sign-in/provider', { ...answered, iss }),
        401,
        'provider-refused',
      );
      // The code is still good for its own answer.
      await expectAnswer(browser.post('/api/sign-in/provider', { ...answered, iss: own }), 200);
    });

    test('that the provider declined says so', async () => {
      const declined = { state: 'x', error: 'access_denied', iss: provider.issuer };
      await expectRefusal(
        service.browser().post('/api/sign-in/provider', declined),
        401,
        'provider-declined',
      );
    });
  });

  test('a session that a browser had before ends', async () => {
    const { account } = await joined();
    const officer = await service.officer('hq');
    const kept = service.browser();
    for (const [name, value] of officer.cookies) kept.cookies.set(name, value);
    expect(await signIn(officer, account)).toEqual([200, 'signed-in']);
    expect((await kept.get('/api/me')).statusCode).toBe(401);
  });

  describe('a sign-out at the provider', () => {
    const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const now = () => Math.floor(Date.now() / 1000);
    /** What the provider says of a session that ended there. */
    const claimsOf = ({ subject }: ProviderAccount, jti: string) => ({
      iss: provider.issuer,
      aud: 'outreach',
      iat: now(),
      jti,
      sub: subject,
      events: event,
    });
    const readSession = async (id: string) => {
      const { rows } = await database.pool.query<{ sid: string }>(
        'SELECT provider_session AS sid FROM session WHERE person_id = $1',
        [id],
      );
      return rows[0]?.sid ?? '';
    };
    const hand = (token: string) =>
      service.app.inject({
        method: 'POST',
        url: '/api/sign-in/provider/sign-out',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ logout_token: token }).toString(),
      });

    test('ends the session that began there, and no other', async () => {
      const { account, browser, id } = await joined();
      const sid = await readSession(id);
      const other = service.browser();
      await signIn(other, account);
      expect(sid).not.toBe('');
      await provider.signOut(account.subject, sid);
      expect((await browser.get('/api/me')).statusCode).toBe(401);
      expect((await other.get('/api/me')).statusCode).toBe(200);
      const [entry] = await readAudit(database.pool, { subject: `person/${id}` }, 1);
      expect(entry).toMatchObject({ action: 'session.end-by-provider', actorRole: 'service' });
    });

    test('without a session’s id ends all of the person that began there', async () => {
      const { account, browser } = await joined();
      const other = service.browser();
      await signIn(other, account);
      const token = { ...claimsOf(account, 'of-all-sessions'), exp: now() + 120 };
      expect((await hand(await provider.sign(token, 'logout+jwt'))).statusCode).toBe(200);
      for (const each of [browser, other]) expect((await each.get('/api/me')).statusCode).toBe(401);
    });

    test('ends a sign-in that waits for our second factor', async () => {
      const officer = await service.officer('hq');
      const account = somebody({ email: officer.email });
      const browser = service.browser();
      expect(await signIn(browser, account)).toEqual([200, 'second-factor']);
      await provider.signOut(account.subject, 'whichever');
      const { rows } = await database.pool.query<{ sid: string }>(
        `SELECT provider_session AS sid FROM verification WHERE provider_account = $1`,
        [`${provider.issuer} ${account.subject}`],
      );
      await provider.signOut(account.subject, rows[0]?.sid ?? '');
      const code = nextTotpCode(officer.totpUri);
      await expectRefusal(
        browser.post('/api/sign-in/second-factor', { code }),
        401,
        'sign-in-again',
      );
    });

    test('ends the session that goes on after a second factor was set up', async () => {
      const account = somebody({ amr: ['pwd'] });
      await invite(account);
      const browser = service.browser();
      await signIn(browser, account);
      const { totpUri } = (await browser.post('/api/me/second-factor')).json();
      await browser.post('/api/me/second-factor/confirm', { code: totpCode(totpUri) });
      expect((await browser.get('/api/me')).statusCode).toBe(200);
      const sid = await readSession((await findId(account.email)) ?? '');
      await provider.signOut(account.subject, sid);
      expect((await browser.get('/api/me')).statusCode).toBe(401);
    });

    test('counts once', async () => {
      const { account, browser } = await joined();
      const token = await provider.sign(claimsOf(account, 'told-once'), 'logout+jwt');
      expect((await hand(token)).statusCode).toBe(200);
      await signIn(browser, account);
      await expectRefusal(hand(token), 400, 'wrong-logout-token');
      expect((await browser.get('/api/me')).statusCode).toBe(200);
    });

    test.each<[string, (claims: JWTPayload) => JWTPayload]>([
      ['of another issuer', (claims) => ({ ...claims, iss: 'https://other.example' })],
      ['for another client', (claims) => ({ ...claims, aud: 'another-client' })],
      ['without a time', ({ iat: _, ...claims }) => claims],
      ['of yesterday', (claims) => ({ ...claims, iat: now() - 86_400 })],
      ['that has run out', (claims) => ({ ...claims, exp: now() - 120 })],
      ['without the event', ({ events: _, ...claims }) => claims],
      ['with another event', (claims) => ({ ...claims, events: { other: {} } })],
      ['with a nonce', (claims) => ({ ...claims, nonce: 'of-an-id-token' })],
      ['without a number of its own', ({ jti: _, ...claims }) => claims],
      ['about nobody', ({ sub: _, sid: __, ...claims }) => claims],
    ])('by a token %s ends nothing', async (_label, change) => {
      const { account, browser } = await joined();
      const claims: JWTPayload = claimsOf(account, `number ${account.subject}`);
      await expectRefusal(
        hand(await provider.sign(change(claims), 'logout+jwt')),
        400,
        'wrong-logout-token',
      );
      expect((await browser.get('/api/me')).statusCode).toBe(200);
      // The same without the fault does.
      const right = await hand(await provider.sign(claims, 'logout+jwt'));
      expect(right.statusCode).toBe(200);
      expect((await browser.get('/api/me')).statusCode).toBe(401);
    });

    test('by a token that is forged, or none for this, ends nothing', async () => {
      const { account, browser } = await joined();
      const { privateKey } = await generateKeyPair('RS256');
      const forged = await new SignJWT({ sub: account.subject, events: event, jti: 'forged' })
        .setProtectedHeader({ alg: 'RS256', kid: 'first', typ: 'logout+jwt' })
        .setIssuer(provider.issuer)
        .setAudience('outreach')
        .setIssuedAt()
        .sign(privateKey);
      expect((await hand(forged)).statusCode).toBe(400);
      expect((await hand('not a token')).statusCode).toBe(400);
      const told = claimsOf(account, 'of another type');
      expect((await hand(await provider.sign(told, 'at+jwt'))).statusCode).toBe(400);
      expect((await browser.get('/api/me')).statusCode).toBe(200);
    });
  });
});

describe('passwords switched off', async () => {
  const provider = await openProvider('http://localhost:8080');
  const { service: before, database, breakGlass } = await openConsole({ breakGlass: 'admin' });
  const off = { PASSWORD_SIGN_IN: 'off', BREAK_GLASS_EMAIL: breakGlass.email };
  const { service } = await openConsole(
    {},
    { database, dataDir: before.dataDir, settings: { ...provider.settings, ...off } },
  );

  test('no other officer signs in by one, whether it is right or not', async () => {
    const officer = await before.officer('admin');
    for (const given of [password, 'not the password']) {
      await expectRefusal(
        service.browser().post('/api/sign-in', { email: officer.email, password: given }),
        403,
        'passwords-off',
      );
    }
    expect((await service.browser().get('/api/sign-in/ways')).json().passwords).toBe(false);
  });

  test('the break-glass administrator does, which the log and an alert say', async () => {
    const browser = service.browser();
    await service.signIn(browser, breakGlass);
    expect((await browser.get('/api/me')).statusCode).toBe(200);
    const subject = `person/${breakGlass.id}`;
    expect(await listActions(database, subject, 2)).toEqual([
      'session.break-glass',
      'session.begin',
    ]);
    expect(await listBreakGlassUses(database.pool)).toEqual([
      { personId: breakGlass.id, name: 'नमूना अधिकारी', at: expect.any(Date) },
    ]);
  });

  test('but not as anything else than an administrator', async () => {
    await database.pool.query(`UPDATE person SET role = 'hq' WHERE id = $1`, [breakGlass.id]);
    const { email } = breakGlass;
    const answer = await service.browser().post('/api/sign-in', { email, password });
    expect(answer.json().error).toBe('passwords-off');
    await database.pool.query(`UPDATE person SET role = 'admin' WHERE id = $1`, [breakGlass.id]);
  });
});

describe('an identity provider', async () => {
  const database = await openPostgres();
  test.each([
    ['that describes another issuer', { describedIssuer: 'https://other.example' }, false],
    ['that is away', {}, true],
  ])('%s signs nobody in, and passwords do as ever', async (_label, options, isAway) => {
    const provider = await startIdentityProvider('http://localhost:8080', options);
    if (isAway) await provider.close();
    const service = await createTestConsole(database, { settings: provider.settings });
    await expectRefusal(
      service.browser().post('/api/sign-in/provider/begin'),
      503,
      'provider-away',
    );
    await service.officer('district');
    await service.close();
    if (!isAway) await provider.close();
  });

  test('that nobody set up is refused', async () => {
    const service = await createTestConsole(database);
    const browser = service.browser();
    expect((await browser.get('/api/sign-in/ways')).json()).toEqual({
      provider: null,
      passwords: true,
    });
    expect((await browser.post('/api/sign-in/provider/begin')).statusCode).toBe(404);
    await service.close();
  });
});
