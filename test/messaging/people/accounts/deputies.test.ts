import { beforeEach, describe, expect, test } from 'vitest';
import { judgeSecondPerson } from '../../../../messaging/people/accounts/second-person.ts';
import { insertBlast } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import { readAudit, verifyAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import type { Officer } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { insertAudience, makeDraft } from '../../phone/blasts/blast-fixture.ts';

/** A day in the state, so many after today. */
function dayFrom(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return at.toLocaleDateString('sv-SE', { timeZone: 'Asia/Kolkata' });
}

describe('an officer who is away', async () => {
  const { service, database, admin, away, deputy, third } = await openConsole({
    admin: 'admin',
    away: 'hq',
    deputy: 'hq',
    third: 'hq',
  });
  beforeEach(async () => {
    await database.pool.query('DELETE FROM deputy');
    await database.pool.query('UPDATE session SET stands_in_for = NULL');
  });

  const name = (days: { first?: number; last?: number; deputyId?: string } = {}) =>
    admin.post('/api/deputies', {
      personId: away.id,
      deputyId: days.deputyId ?? deputy.id,
      firstDay: dayFrom(days.first ?? 0),
      lastDay: dayFrom(days.last ?? 7),
    });
  const standIn = (personId: string | null = away.id) =>
    deputy.post('/api/me/stand-in', { personId });
  const readMe = async () => (await deputy.get('/api/me')).json();
  const bar = async (checker: Officer, author: Officer) =>
    (await judgeSecondPerson(database.pool, checker.id, [author.id])).bar;
  const shift = (days: number) =>
    database.pool.query(
      'UPDATE deputy SET first_day = first_day + $1::int, last_day = last_day + $1::int',
      [days],
    );

  test('has a deputy, who acts for them where they say so, and the log names both', async () => {
    expect((await name()).statusCode).toBe(201);
    expect((await readMe()).mayStandInFor).toEqual([
      { personId: away.id, personName: 'नमूना अधिकारी', lastDay: dayFrom(7) },
    ]);
    expect((await standIn()).statusCode).toBe(204);
    expect((await readMe()).standsInFor).toEqual({ id: away.id, name: 'नमूना अधिकारी' });
    await deputy.post('/api/me/notices/seen', { untilId: 1 });
    const draft = await deputy.post('/api/studio/drafts');
    const subject = `campaign-draft/${draft.json().id}`;
    const [entry] = await readAudit(database.pool, { subject }, 1);
    expect(entry).toMatchObject({
      actorId: deputy.id,
      actorForId: away.id,
      actorForName: 'नमूना अधिकारी',
    });
    expect((await verifyAudit(database.pool)).kind).toBe('whole');
    await deputy.post(`/api/studio/drafts/${draft.json().id}/discard`, { revision: 1 });
    expect((await standIn(null)).statusCode).toBe(204);
    expect((await readMe()).standsInFor).toBeNull();
    const entries = await readAudit(database.pool, { subject: `person/${away.id}` }, 3);
    expect(entries.map(({ action, actorForId }) => [action, actorForId])).toEqual([
      ['session.end-stand-in', away.id],
      ['session.stand-in', null],
      ['person.name-deputy', null],
    ]);
  });

  test('for whom an entry says that somebody acted cannot be changed unseen', async () => {
    await name();
    await standIn();
    await standIn(null);
    const { pool } = database;
    await pool.query('ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_keep');
    for (const change of [`actor_for_name = 'x'`, 'actor_for_id = NULL, actor_for_name = NULL']) {
      const { rows } = await pool.query<{ id: string; forId: string; forName: string }>(
        `SELECT id, actor_for_id AS "forId", actor_for_name AS "forName" FROM audit_entry
         WHERE action = 'session.end-stand-in' ORDER BY id DESC LIMIT 1`,
      );
      const [last] = rows;
      await pool.query(`UPDATE audit_entry SET ${change} WHERE id = $1`, [last?.id]);
      expect((await verifyAudit(pool)).kind).toBe('broken');
      await pool.query(
        'UPDATE audit_entry SET actor_for_id = $2, actor_for_name = $3 WHERE id = $1',
        [last?.id, last?.forId, last?.forName],
      );
    }
    await pool.query('ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_keep');
    expect((await verifyAudit(pool)).kind).toBe('whole');
  });

  test('finds the own draft gone on with by the deputy, and by nobody else', async () => {
    const { id } = (await away.post('/api/studio/drafts')).json();
    const discard = (by: Officer) => by.post(`/api/studio/drafts/${id}/discard`, { revision: 1 });
    await name();
    expect((await discard(deputy)).json().error).toBe('not-drafter');
    await standIn();
    expect((await deputy.get('/api/studio')).json().own).toMatchObject({ id, isOwn: true });
    expect((await discard(third)).json().error).toBe('not-drafter');
    expect((await discard(deputy)).statusCode).toBe(200);
    await standIn(null);
  });

  test('is stood in for between two days only, and until that is ended', async () => {
    await name();
    await standIn();
    await shift(1);
    expect((await readMe()).standsInFor).toBeNull();
    expect((await standIn()).json().error).toBe('not-allowed');
    await shift(-1);
    expect((await readMe()).standsInFor).not.toBeNull();
    await shift(-8);
    expect((await readMe()).standsInFor).toBeNull();
    await shift(8);
    const [{ id }] = (await admin.get('/api/deputies')).json();
    expect((await admin.post(`/api/deputies/${id}/end`)).statusCode).toBe(200);
    const me = await readMe();
    expect([me.standsInFor, me.mayStandInFor]).toEqual([null, []]);
    expect((await admin.post(`/api/deputies/${id}/end`)).statusCode).toBe(404);
  });

  test('has a deputy of the same office, whom another one named, for days that come', async () => {
    const district = await service.officer('district');
    expect((await name({ deputyId: district.id })).json().error).toBe('other-office');
    expect((await name({ deputyId: away.id })).json().error).toBe('own-account');
    expect((await name({ first: -3, last: -1 })).json().error).toBe('impossible-moment');
    expect((await name({ first: 3, last: 1 })).json().error).toBe('impossible-moment');
    expect((await name({ last: 400 })).json().error).toBe('impossible-moment');
    expect((await name({ first: 0, last: 0 })).statusCode).toBe(201);
    await database.pool.query('DELETE FROM deputy');
    const self = { personId: away.id, deputyId: admin.id };
    const days = { firstDay: dayFrom(0), lastDay: dayFrom(1) };
    const named = await admin.post('/api/deputies', { ...self, ...days });
    expect(named.json().error).toBe('own-account');
    // Officers who have moved to another office no longer stand in.
    await name();
    await standIn();
    await database.pool.query(`UPDATE person SET role = 'pro-dgp' WHERE id = $1`, [deputy.id]);
    expect((await readMe()).standsInFor).toBeNull();
    await database.pool.query(`UPDATE person SET role = 'hq' WHERE id = $1`, [deputy.id]);
  });

  describe('four eyes', () => {
    test('neither decides on what the other one wrote, from the first day until 30 days after', async () => {
      const bars = async () => [await bar(deputy, away), await bar(away, deputy)];
      expect(await bars()).toEqual([null, null]);
      await name({ first: 1, last: 3 });
      expect(await bars()).toEqual([null, null]);
      await shift(-1);
      expect(await bars()).toEqual(['deputy', 'deputy']);
      expect(await bar(third, away)).toBeNull();
      await shift(-31);
      expect(await bars()).toEqual(['deputy', 'deputy']);
      await shift(-1);
      expect(await bars()).toEqual([null, null]);
    });

    test('one that was ended before its first day ties nobody', async () => {
      const { id } = (await name({ first: 2, last: 3 })).json();
      await admin.post(`/api/deputies/${id}/end`);
      await shift(-2);
      await database.pool.query(`UPDATE deputy SET ended_at = now() - interval '2 days'`);
      expect(await bar(deputy, away)).toBeNull();
    });

    test('a blast of the one who is away is not approved by the deputy, standing in or not', async () => {
      const audience = await insertAudience(database.pool, 1);
      const blast = await insertBlast(database.pool, {
        draft: makeDraft(audience),
        drafterId: away.id,
        district: null,
        parentId: null,
      });
      await database.pool.query(`UPDATE blast SET status = 'submitted' WHERE id = $1`, [blast.id]);
      await name();
      const approve = () => deputy.post(`/api/blasts/${blast.id}/approve`, { revision: 1 });
      expect((await approve()).json().error).toBe('deputy');
      await standIn();
      expect((await approve()).json().error).toBe('deputy');
      await standIn(null);
    });
  });
});

describe('an officer who leaves', async () => {
  const { database, admin, left, successor } = await openConsole({
    admin: 'admin',
    left: 'hq',
    successor: 'hq',
  });

  test('hands open drafts to the successor, who then decides on none of them', async () => {
    const draft = (await left.post('/api/studio/drafts')).json().id;
    const audience = await insertAudience(database.pool, 1);
    const shared = { draft: makeDraft(audience), district: null, parentId: null };
    const open = await insertBlast(database.pool, { ...shared, drafterId: left.id });
    const ended = await insertBlast(database.pool, { ...shared, drafterId: left.id });
    await database.pool.query(`UPDATE blast SET status = 'finished' WHERE id = $1`, [ended.id]);
    const transfer = (toId = successor.id) =>
      admin.post(`/api/people/${left.id}/transfer`, { toId });
    expect((await transfer()).json().error).toBe('account-open');
    expect((await left.get('/api/me')).statusCode).toBe(200);
    await admin.post(`/api/people/${left.id}/deactivate`);
    expect((await left.get('/api/me')).statusCode).toBe(401);
    expect((await transfer(admin.id)).json().error).toBe('other-office');
    const answer = await transfer();
    expect([answer.statusCode, answer.json()]).toEqual([200, { moved: 2 }]);
    const { rows } = await database.pool.query('SELECT id, drafter_id FROM blast ORDER BY id');
    expect(rows).toEqual([
      { id: open.id, drafter_id: successor.id },
      { id: ended.id, drafter_id: left.id },
    ]);
    expect((await successor.get('/api/studio')).json().own).toMatchObject({ id: draft });
    const [entry] = await readAudit(database.pool, { subject: `person/${left.id}` }, 1);
    expect(entry?.action).toBe('person.transfer-work');
    expect(JSON.parse(String(entry?.after))).toEqual({
      successor: 'नमूना अधिकारी',
      moved: { blast: [open.id], 'campaign-draft': [draft] },
    });
    expect((await transfer()).json()).toEqual({ moved: 0 });
    // Opened again, the first author does not decide on it either.
    await admin.post(`/api/people/${left.id}/reactivate`);
    expect((await judgeSecondPerson(database.pool, left.id, [successor.id])).bar).toBe('deputy');
  });
});
