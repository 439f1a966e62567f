import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { insertRequest } from '../../../../messaging/people/accounts/account-requests-sql.ts';
import { lockPerson } from '../../../../messaging/people/accounts/people-sql.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import type { Database } from '../../../../messaging/platform/database/database.ts';
import { inTransaction } from '../../../../messaging/platform/database/transaction.ts';
import { expectAnswer } from '../../fixtures/answers.ts';
import { type Officer, password } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';

type Verb = 'password-link' | 'reset-second-factor';

describe('both keys of an account', async () => {
  const { service, database, admin, second, hq } = await openConsole({
    admin: 'admin',
    second: 'admin',
    hq: 'hq',
  });
  let pro: Officer;
  beforeEach(async () => {
    pro = await service.officer('district');
  });

  const give = (verb: Verb, by = admin) => by.post(`/api/people/${pro.id}/${verb}`);
  const askBoth = async () => {
    await give('password-link');
    const answer = await give('reset-second-factor');
    expect(answer.statusCode).toBe(202);
    return answer.json().id as number;
  };
  const decide = async (by: Officer, id: number, verb = 'confirm') => {
    const answer = await by.post(`/api/people/requests/${id}/${verb}`);
    return [answer.statusCode, answer.json?.().error];
  };
  const hasFactor = async () => {
    const people = (await hq.get('/api/people')).json() as {
      id: string;
      twoFactorEnabled: boolean;
    }[];
    return people.find(({ id }) => id === pro.id)?.twoFactorEnabled;
  };

  test.each<[Verb, Verb]>([
    ['password-link', 'reset-second-factor'],
    ['reset-second-factor', 'password-link'],
  ])('the %s and then the %s are not one administrator’s', async (first, then) => {
    expect((await give(first)).statusCode).toBeLessThan(202);
    const answer = await give(then);
    expect([answer.statusCode, answer.json().kind]).toEqual([202, then]);
    expect(answer.json().link).toBeUndefined();
    expect(await hasFactor()).toBe(first === 'password-link');
    const waiting = (await hq.get('/api/people/requests')).json() as { id: number }[];
    expect(waiting).toContainEqual(
      expect.objectContaining({ kind: then, personId: pro.id, askedBy: admin.id }),
    );
    const confirmed = await second.post(`/api/people/requests/${answer.json().id}/confirm`);
    expect(confirmed.statusCode).toBe(200);
    expect(confirmed.json().link === null).toBe(then === 'reset-second-factor');
    expect(await hasFactor()).toBe(false);
    const entries = await readAudit(database.pool, { subject: `person/${pro.id}` }, 2);
    expect(entries.map(({ actorId }) => actorId)).toEqual([second.id, admin.id]);
    expect(entries[1]?.action).toMatch(/^person\.ask-/);
    expect(JSON.parse(entries[0]?.after ?? '')).toMatchObject({ askedBy: admin.id });
    expect((await decide(second, answer.json().id))[1]).toBe('no-such-request');
  });

  test('a request that is confirmed while the account is asked for again waits, and is void then', async () => {
    const id = await askBoth();
    const { confirmed, made } = await inTransaction(database.pool, async (tx) => {
      await lockPerson(tx, pro.id);
      const confirmed = decide(second, id);
      // By then the other transaction holds whatever it takes before the account.
      await wait(300);
      const request = { personId: pro.id, kind: 'reset-second-factor', askedBy: admin.id } as const;
      return { confirmed, made: await insertRequest(tx, request) };
    });
    expect(await confirmed).toEqual([404, 'no-such-request']);
    expect(await decide(second, made.id)).toEqual([200, undefined]);
  });

  test('two administrators give one each, and one gives both a week apart', async () => {
    await give('password-link');
    expect((await give('reset-second-factor', second)).statusCode).toBe(200);
    pro = await service.officer('district');
    await give('reset-second-factor');
    await pretendWeekPassed(database, pro.id);
    expect((await give('password-link')).statusCode).toBe(201);
  });

  test('a link by another administrator in between hides the first one’s', async () => {
    await give('password-link');
    await give('password-link', second);
    expect((await give('reset-second-factor')).statusCode).toBe(202);
  });

  describe('a request', () => {
    test('is confirmed by a second administrator, not by the one who asked, the owner, or HQ', async () => {
      const id = await askBoth();
      expect(await decide(admin, id)).toEqual([409, 'own-request']);
      expect(await decide(hq, id)).toEqual([409, 'administrator-decides']);
      expect((await decide(second, id))[0]).toBe(200);
    });

    test('is confirmed by HQ where there is no other administrator', async () => {
      const id = await askBoth();
      await database.pool.query(
        "UPDATE person SET deactivated_at = now() WHERE role = 'admin' AND id <> $1",
        [admin.id],
      );
      expect((await decide(hq, id))[0]).toBe(200);
      await database.pool.query('UPDATE person SET deactivated_at = NULL');
    });

    test('is not confirmed by an account that the asker opened, however long ago, before a third officer knows it', async () => {
      const id = await askBoth();
      await database.pool.query('UPDATE person SET invited_by = $2 WHERE id = $1', [
        second.id,
        admin.id,
      ]);
      await database.pool.query(
        "UPDATE person SET created_at = now() - interval '8 days' WHERE id = $1",
        [second.id],
      );
      expect(await decide(second, id)).toEqual([409, 'own-guest']);
      await expectAnswer(hq.post(`/api/people/${second.id}/confirm`, { confirmed: true }), 204);
      expect((await decide(second, id))[0]).toBe(200);
    });

    test('is refused or taken back, and is void then', async () => {
      const id = await askBoth();
      expect((await admin.post(`/api/people/requests/${id}/refuse`)).statusCode).toBe(204);
      expect(await decide(second, id)).toEqual([404, 'no-such-request']);
      expect(await hasFactor()).toBe(true);
      const [entry] = await readAudit(database.pool, { subject: `person/${pro.id}` }, 1);
      expect(entry?.action).toBe('person.refuse-request');
    });

    test('is void after a week, and when the asker is no administrator any more', async () => {
      const id = await askBoth();
      await database.pool.query(
        "UPDATE account_request SET asked_at = now() - interval '8 days' WHERE id = $1",
        [id],
      );
      expect(await decide(second, id)).toEqual([404, 'no-such-request']);
      pro = await service.officer('district');
      const other = await askBoth();
      await database.pool.query('UPDATE person SET deactivated_at = now() WHERE id = $1', [
        admin.id,
      ]);
      expect(await decide(second, other)).toEqual([404, 'no-such-request']);
      await database.pool.query('UPDATE person SET deactivated_at = NULL WHERE id = $1', [
        admin.id,
      ]);
    });
  });

  test('the officer is told at the next sign-in, until it is noted', async () => {
    await give('password-link');
    await service.signIn(pro, pro, password);
    const notices = async () =>
      ((await pro.get('/api/me')).json().notices as Record<string, unknown>[]).map(
        ({ action, by, seen }) => [action, by, seen],
      );
    expect(await notices()).toEqual([['person.make-password-link', 'नमूना अधिकारी', false]]);
    const [{ id: untilId }] = (await pro.get('/api/me')).json().notices;
    expect((await pro.post('/api/me/notices/seen', { untilId })).statusCode).toBe(204);
    expect(await notices()).toEqual([['person.make-password-link', 'नमूना अधिकारी', true]]);
  });

  test('who gave one of them approves nothing that the account drafts', async () => {
    await give('password-link');
    await give('reset-second-factor', second);
    const { rows } = await database.pool.query(
      'SELECT password_link_by, factor_reset_by FROM person WHERE id = $1',
      [pro.id],
    );
    expect(rows).toEqual([{ password_link_by: admin.id, factor_reset_by: second.id }]);
  });

  test('who invited an account is kept with it', async () => {
    const email = 'guest.sample@police.example';
    const body = { role: 'district', area: 'agra', email };
    const { link } = (await hq.post('/api/people/invitations', body)).json();
    const token = new URL(link).hash.slice(1);
    await service.browser().post('/api/invitations/accept', { token, name: 'नमूना', password });
    const { rows } = await database.pool.query('SELECT invited_by FROM person WHERE email = $1', [
      email,
    ]);
    expect(rows).toEqual([{ invited_by: hq.id }]);
  });
});

async function pretendWeekPassed(database: Database, personId: string): Promise<void> {
  await database.pool.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
  await database.pool.query(
    "UPDATE audit_entry SET at = at - interval '8 days' WHERE subject = $1",
    [`person/${personId}`],
  );
  await database.pool.query('ALTER TABLE audit_entry ENABLE TRIGGER USER');
}
