import { describe, expect, test } from 'vitest';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { expectRefusal } from '../../fixtures/answers.ts';
import { openConsole } from '../../fixtures/open-console.ts';

describe('own sessions', async () => {
  const { service, database, pro } = await openConsole({ pro: 'district' });

  const lastSeen = async (ago: string) =>
    database.pool.query(
      'UPDATE session SET last_seen_at = now() - $2::interval WHERE person_id = $1',
      [pro.id, ago],
    );
  const readLastSeen = async () =>
    (
      await database.pool.query<{ seconds: number }>(
        'SELECT extract(epoch FROM now() - last_seen_at)::float8 AS seconds FROM session WHERE person_id = $1',
        [pro.id],
      )
    ).rows.map(({ seconds }) => seconds);

  test('an hour without a request ends one, and each request restarts the hour', async () => {
    await lastSeen('59 minutes');
    expect((await pro.get('/api/me')).statusCode).toBe(200);
    expect((await readLastSeen())[0]).toBeLessThan(50);
    await lastSeen('61 minutes');
    expect((await pro.get('/api/me')).statusCode).toBe(401);
    expect((await pro.post('/api/me/notices/seen', { untilId: 1 })).statusCode).toBe(401);
    await service.signIn(pro, pro);
  });

  test('use is written down once a minute at most', async () => {
    await lastSeen('30 seconds');
    await pro.get('/api/me');
    expect(Math.min(...(await readLastSeen()))).toBeGreaterThan(29);
    await lastSeen('61 seconds');
    await pro.get('/api/me');
    expect(Math.min(...(await readLastSeen()))).toBeLessThan(29);
  });

  test('none outlives its working day, however busy', async () => {
    const other = await service.officer('district');
    await database.pool.query(
      "UPDATE session SET expires_at = now() - interval '1 second' WHERE person_id = $1",
      [other.id],
    );
    expect((await other.get('/api/me')).statusCode).toBe(401);
  });

  test('they are listed with their devices and ended singly, and no token is told', async () => {
    const phone = service.browser();
    await service.signIn(phone, pro);
    await database.pool.query(
      `UPDATE session SET user_agent = $2 WHERE person_id = $1
         AND created_at = (SELECT max(created_at) FROM session WHERE person_id = $1)`,
      [
        pro.id,
        'Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
      ],
    );
    const listed = await pro.get('/api/me/sessions');
    const tokens = await database.pool.query<{ token: string }>('SELECT token FROM session');
    for (const { token } of tokens.rows) expect(listed.body).not.toContain(token);
    const sessions = listed.json() as { id: string; current: boolean }[];
    expect(sessions.map(({ current }) => current)).toEqual([true, false]);
    expect(sessions[1]).toMatchObject({ system: 'Android', browser: 'Chrome' });
    const stranger = await service.officer('district');
    await expectRefusal(
      stranger.post(`/api/me/sessions/${sessions[1]?.id}/end`),
      404,
      'no-such-session',
    );
    expect((await phone.get('/api/me')).statusCode).toBe(200);
    expect((await pro.post(`/api/me/sessions/${sessions[1]?.id}/end`)).statusCode).toBe(204);
    expect((await phone.get('/api/me')).statusCode).toBe(401);
    expect((await pro.get('/api/me')).statusCode).toBe(200);
    const [entry] = await readAudit(database.pool, { subject: `person/${pro.id}` }, 1);
    expect(entry).toMatchObject({ action: 'session.end-other', actorId: pro.id });
  });
});
