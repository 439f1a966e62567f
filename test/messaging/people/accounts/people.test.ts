import { describe, expect, test } from 'vitest';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { expectAnswer, expectRefusal, listActions } from '../../fixtures/answers.ts';
import { password } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { totpCode } from '../../fixtures/totp.ts';

describe('people', async () => {
  const { service, database, admin, hq } = await openConsole({ admin: 'admin', hq: 'hq' });

  const readToken = (link: string) => link.replace(/^.*#/, '');
  const accept = (token: string, change = {}) =>
    service.browser().post('/api/invitations/accept', { token, name: 'नमूना', password, ...change });

  test('open invitations say whose, by whom and until when; a new link or a withdrawal kills the old link', async () => {
    const email = 'open.sample@police.example';
    const body = { role: 'district', area: 'agra', email };
    const first = (await hq.post('/api/people/invitations', body)).json();
    const find = async () => {
      const all = (await hq.get('/api/people/invitations')).json() as {
        email: string;
        id: number;
      }[];
      return all.find((open) => open.email === email);
    };
    const open = await find();
    expect(open).toMatchObject({
      office: { hi: 'जनसंपर्क अधिकारी (PRO), जनपद आगरा' },
      invitedBy: expect.stringMatching(/./),
      expiresAt: first.expiresAt,
      mayChange: true,
    });
    expect(JSON.stringify(open)).not.toContain(readToken(first.link));
    const renewed = await admin.post(`/api/people/invitations/${open?.id}/renew`);
    expect(renewed.statusCode).toBe(201);
    const findStatus = async (link: string) =>
      (await service.browser().post('/api/invitations/read', { token: readToken(link) }))
        .statusCode;
    expect([await findStatus(first.link), await findStatus(renewed.json().link)]).toEqual([
      410, 200,
    ]);
    const again = await find();
    expect((await hq.post(`/api/people/invitations/${open?.id}/withdraw`)).statusCode).toBe(404);
    expect((await hq.post(`/api/people/invitations/${again?.id}/withdraw`)).statusCode).toBe(204);
    expect(await findStatus(renewed.json().link)).toBe(410);
    expect(await find()).toBeUndefined();
    expect(await listActions(database, `invitation/${email}`, 5)).toEqual([
      'person.withdraw-invitation',
      'person.renew-invitation',
      'person.invite',
    ]);
    // HQ neither renews nor withdraws what it may not invite.
    const boss = { role: 'hq', area: null, email: 'boss.sample@police.example' };
    await admin.post('/api/people/invitations', boss);
    const all = (await hq.get('/api/people/invitations')).json() as { email: string; id: number }[];
    const id = all.find((other) => other.email === boss.email)?.id;
    expect((await hq.post(`/api/people/invitations/${id}/withdraw`)).statusCode).toBe(403);
  });

  test('a list keeps its good rows, names the others, and gives sealed letters of its links', async () => {
    const list = [
      'ई-मेल,कार्यालय,दायित्व',
      'list.one@police.example,मथुरा,',
      'List.Two@police.example,Agra,district',
      'list.three@police.example,लखनऊ जोन,जोन',
      'list.one@police.example,आगरा,',
      'not-an-address,आगरा,',
      'list.four@police.example,नगरी,',
      'list.five@police.example,,hq',
      ',बदायूँ,',
    ].join('\n');
    const content = Buffer.from(list).toString('base64');
    const checked = (await hq.post('/api/people/invitations/check', { content })).json();
    expect(
      checked.rows.map(({ row, email, area }: Record<string, unknown>) => [row, email, area]),
    ).toEqual([
      [2, 'list.one@police.example', 'mathura'],
      [3, 'list.two@police.example', 'agra'],
      [4, 'list.three@police.example', 'lucknow'],
    ]);
    expect(checked.faults.map(({ row, column }: Record<string, unknown>) => [row, column])).toEqual(
      [
        [5, 'ई-मेल'],
        [6, 'ई-मेल'],
        [7, 'कार्यालय'],
        [8, 'दायित्व'],
      ],
    );
    const made = await hq.post('/api/people/invitations/many', { rows: checked.rows });
    expect(made.statusCode).toBe(201);
    const links = made.json().made.map(({ link }: { link: string }) => link);
    expect(links.length).toBe(3);
    const after = (await hq.post('/api/people/invitations/check', { content })).json();
    expect(after.rows).toEqual([]);
    const sheet = await hq.post('/api/people/invitations/sheet', { links });
    expect([sheet.statusCode, sheet.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(sheet.rawPayload.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBe(3);
    const strange = [`http://localhost:8080/console/invitation/#${'a'.repeat(43)}`];
    await expectAnswer(hq.post('/api/people/invitations/sheet', { links: strange }), 410);
  });

  describe('an invitation', () => {
    test('by HQ is read, accepted once, and makes the account of that office', async () => {
      const email = 'first.sample@police.example';
      const invited = await hq.post('/api/people/invitations', {
        role: 'zone',
        area: 'kanpur',
        email: 'First.Sample@police.example',
      });
      expect(invited.statusCode).toBe(201);
      const { link, expiresAt } = invited.json();
      expect(link).toMatch(/^http:\/\/localhost:8080\/console\/invitation\/#[\w-]{43}$/);
      const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000;
      expect(days).toBeGreaterThan(6.99);
      expect(days).toBeLessThanOrEqual(7);
      const read = await service
        .browser()
        .post('/api/invitations/read', { token: readToken(link) });
      expect(read.json()).toEqual({
        kind: 'new-account',
        email,
        expiresAt,
        office: {
          hi: 'अपर पुलिस महानिदेशक, कानपुर जोन',
          en: 'Additional Director General, Kanpur Zone',
        },
      });
      const statuses = await Promise.all([1, 2, 3].map(() => accept(readToken(link))));
      expect(statuses.map(({ statusCode }) => statusCode).sort()).toEqual([204, 410, 410]);
      const people = (await hq.get('/api/people')).json() as { email: string }[];
      expect(people.filter((entry) => entry.email === email)).toEqual([
        expect.objectContaining({ name: 'नमूना', role: 'zone', area: 'kanpur' }),
      ]);
    });

    test('leaves no token in the database', async () => {
      const token = await service.invitation('district');
      const { rows } = await database.pool.query<{ all: string }>(
        'SELECT json_agg(invitation)::text AS all FROM invitation',
      );
      expect(rows[0]?.all).toContain('sample');
      expect(rows[0]?.all).not.toContain(token);
    });

    test.each([
      ['that ran out', "UPDATE invitation SET expires_at = now() - interval '1 second'"],
      ['of whom was not invited', 'DELETE FROM invitation'],
    ])('%s is refused', async (_label, statement) => {
      const token = await service.invitation('district');
      await database.pool.query(`${statement} WHERE used_at IS NULL`);
      await expectRefusal(accept(token), 410, 'link-void');
    });

    test('is void when a newer one was made for the same address', async () => {
      const email = 'twice.sample@police.example';
      const older = await service.invitation('district', 'agra', email);
      const newer = await service.invitation('district', 'mathura', email);
      expect((await accept(older)).statusCode).toBe(410);
      expect((await accept(newer)).statusCode).toBe(204);
    });

    test('is void when the one who made it is deactivated', async () => {
      const inviter = await service.officer('hq');
      const email = 'third.sample@police.example';
      const body = { role: 'district', area: 'agra', email };
      const { link } = (await inviter.post('/api/people/invitations', body)).json();
      await admin.post(`/api/people/${inviter.id}/deactivate`);
      expect((await accept(readToken(link))).statusCode).toBe(410);
    });

    test('for an address with an account is refused', async () => {
      const body = { role: 'district', area: 'agra', email: hq.email };
      await expectRefusal(admin.post('/api/people/invitations', body), 409, 'email-taken');
    });

    test.each([
      ['hq', 'admin', null],
      ['hq', 'hq', null],
    ] as const)('by %s for the role %s is refused', async (_inviter, role, area) => {
      const body = { role, area, email: 'never@police.example' };
      await expectRefusal(hq.post('/api/people/invitations', body), 403, 'not-allowed');
    });

    test.each([
      ['an unknown district', { role: 'district', area: 'delhi' }, 'no-such-area'],
      ['no area', { role: 'zone', area: null }, 'no-such-area'],
      ['an area for the whole state', { role: 'hq', area: 'agra' }, 'no-such-area'],
      ['an unknown role', { role: 'citizen', area: null }, 'wrong-input'],
    ])('with %s is refused', async (_label, office, error) => {
      const body = { ...office, email: 'never@police.example' };
      await expectRefusal(admin.post('/api/people/invitations', body), 400, error);
    });

    test.each([
      ['short', 'eleven-char'],
      ['one sign over and over', 'aaaaaaaaaaaaaaaa'],
      ['the name in it', 'Ramesh-9931-tulsi'],
      ['the address in it', 'sharma.r-9931-tulsi'],
      ['endless', 'ab3de'.repeat(26)],
    ])('with a password that is weak stays open: %s', async (label, weak) => {
      const token = await service.invitation('district', 'agra', 'sharma.r@police.example');
      const answer = await accept(token, { name: 'Ramesh Kumar', password: weak });
      expect([answer.statusCode, answer.json().error]).toEqual([
        400,
        label.endsWith('in it') ? 'own-password' : 'weak-password',
      ]);
      await expectAnswer(service.browser().post('/api/invitations/read', { token }), 200);
    });
  });

  describe('an administrator', () => {
    test('changes an office, which ends the sessions and is in the log with before and after', async () => {
      const pro = await service.officer('district', 'agra');
      const office = { role: 'range', area: 'devipatan' };
      const changed = await admin.post(`/api/people/${pro.id}/office`, office);
      expect(changed.json()).toMatchObject({ ...office, id: pro.id });
      expect((await pro.get('/api/me')).statusCode).toBe(401);
      const [entry] = await readAudit(database.pool, { subject: `person/${pro.id}` }, 1);
      expect(entry).toMatchObject({ action: 'person.change-office', actorId: admin.id });
      expect(JSON.parse(entry?.before ?? '')).toMatchObject({ role: 'district', area: 'agra' });
      expect(JSON.parse(entry?.after ?? '')).toMatchObject(office);
      expect(entry?.requestId).not.toBeNull();
    });

    test('who gives a role before its owner has a second factor makes the owner set one up', async () => {
      const pro = await service.account('district');
      await admin.post(`/api/people/${pro.id}/office`, { role: 'hq', area: null });
      const step = await pro.post('/api/sign-in', { email: pro.email, password });
      expect(step.json()).toEqual({ next: 'set-up-second-factor' });
      expect((await pro.get('/api/people')).json().error).toBe('second-factor-missing');
    });

    test('deactivates, which ends the sessions at once, and reactivates', async () => {
      const pro = await service.officer('district');
      const ended = await admin.post(`/api/people/${pro.id}/deactivate`);
      expect(ended.json().deactivatedAt).not.toBeNull();
      expect((await pro.get('/api/me')).statusCode).toBe(401);
      await admin.post(`/api/people/${pro.id}/reactivate`);
      await expectAnswer(pro.post('/api/sign-in', { email: pro.email, password }), 200);
    });

    test('resets a second factor: the old authenticator is void, and a new one is set up', async () => {
      const officer = await service.officer('hq');
      const reset = await admin.post(`/api/people/${officer.id}/reset-second-factor`);
      expect(reset.json().twoFactorEnabled).toBe(false);
      expect((await officer.get('/api/me')).statusCode).toBe(401);
      const step = await officer.post('/api/sign-in', { email: officer.email, password });
      expect(step.json()).toEqual({ next: 'set-up-second-factor' });
      const setUp = await officer.post('/api/me/second-factor', { password });
      expect(setUp.json().totpUri).not.toBe(officer.totpUri);
      const code = totpCode(setUp.json().totpUri);
      await expectAnswer(officer.post('/api/me/second-factor/confirm', { code }), 204);
    });

    test('makes a link for a forgotten password, which ends sessions and a lockout', async () => {
      const pro = await service.officer('district');
      for (let count = 0; count < 6; count += 1) {
        await service.browser().post('/api/sign-in', { email: pro.email, password: 'wrong one' });
      }
      const made = await admin.post(`/api/people/${pro.id}/password-link`);
      expect(made.statusCode).toBe(201);
      const fresh = 'peepal-2291-ganga';
      expect((await accept(readToken(made.json().link), { password: fresh })).statusCode).toBe(204);
      expect((await pro.get('/api/me')).statusCode).toBe(401);
      const step = await pro.post('/api/sign-in', { email: pro.email, password: fresh });
      expect(step.json()).toEqual({ next: 'second-factor' });
    });

    test('a password link keeps the second factor', async () => {
      const officer = await service.officer('hq');
      const made = await admin.post(`/api/people/${officer.id}/password-link`);
      await accept(readToken(made.json().link), { password: 'peepal-2291-ganga' });
      const step = await officer.post('/api/sign-in', {
        email: officer.email,
        password: 'peepal-2291-ganga',
      });
      expect(step.json()).toEqual({ next: 'second-factor' });
    });

    test.each(['deactivate', 'reset-second-factor', 'password-link'])(
      'cannot do this to the own account: %s',
      async (verb) => {
        await expectRefusal(admin.post(`/api/people/${admin.id}/${verb}`), 409, 'own-account');
      },
    );

    test('of nobody there is nothing to change', async () => {
      await expectRefusal(admin.post('/api/people/nobody/deactivate'), 404, 'no-such-person');
    });
  });

  test('the list shows no secret', async () => {
    const list = (await admin.get('/api/people')).body;
    expect(list).toContain(hq.email);
    expect(list).not.toMatch(/password|token|secret|backup/i);
  });
});
