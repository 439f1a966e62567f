import { beforeAll, describe, expect, test } from 'vitest';
import { insertBlast } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import { expectRefusal } from '../../fixtures/answers.ts';
import { borrowRouteConsole } from '../../fixtures/route-console.ts';
import { makeDraft } from '../../phone/blasts/blast-fixture.ts';

// The lists and blasts of another district, or of the whole state, by their ids.
describe('promotion by phone of another district', async () => {
  let audience: number;
  let blast: number;
  const { service, officer } = await borrowRouteConsole();
  const { database } = service;
  const agra = await officer('district', 'agra');
  const lucknow = await officer('district', 'lucknow');
  beforeAll(async () => {
    const lists = await database.pool.query<{ id: number }>(
      `INSERT INTO audience (name, consent_basis, source, retain_until, district, created_by, ready_at)
       VALUES ('नमूना सूची', 'public-duty', 'sample', '2027-01-01', 'agra', $1, now()) RETURNING id`,
      [agra.id],
    );
    audience = lists.rows[0]?.id ?? 0;
    const draft = makeDraft(audience, { name: 'नमूना ब्लास्ट', category: 'service-implicit' });
    const made = { draft, drafterId: agra.id, district: 'agra', parentId: null };
    blast = (await insertBlast(database.pool, made)).id;
  });

  test('is in the own lists only', async () => {
    for (const path of ['/api/audiences', '/api/blasts']) {
      expect((await agra.get(path)).body).toContain('नमूना');
      const others = await lucknow.get(path);
      expect(others.statusCode).toBe(200);
      expect(others.body).not.toContain('नमूना');
    }
  });

  test('is not read by its id', async () => {
    const paths = [
      `/api/audiences/${audience}`,
      `/api/audiences/${audience}/rejects.csv`,
      `/api/blasts/${blast}`,
      `/api/blasts/${blast}/report.csv`,
      `/api/blasts/${blast}/report.xlsx`,
      `/api/blasts/${blast}/report.pdf`,
    ];
    for (const path of paths) {
      const answer = await lucknow.get(path);
      expect([path, answer.statusCode]).toEqual([path, 403]);
      expect(answer.body).not.toContain('नमूना');
    }
    expect((await agra.get(`/api/audiences/${audience}`)).statusCode).toBe(200);
  });

  const countBlasts = async () => (await database.pool.query('SELECT FROM blast')).rowCount;

  test('is not changed by its id', async () => {
    const blasts = await countBlasts();
    const before = await database.pool.query('SELECT * FROM blast WHERE id = $1', [blast]);
    for (const verb of ['submit', 'withdraw', 'retry', 'test', 'operator-pack.zip']) {
      const payload = verb === 'test' ? { number: '9876543210' } : {};
      const answer = await lucknow.post(`/api/blasts/${blast}/${verb}`, payload);
      expect([verb, answer.statusCode, answer.json().error]).toEqual([verb, 403, 'outside-area']);
    }
    const after = await database.pool.query('SELECT * FROM blast WHERE id = $1', [blast]);
    expect(after.rows).toEqual(before.rows);
    expect(await countBlasts()).toBe(blasts);
  });

  test('lends its list to no draft of another', async () => {
    const draft = {
      name: 'नमूना',
      channel: 'sms',
      gateway: 'emulator',
      audienceId: audience,
      templates: {},
    };
    await expectRefusal(lucknow.post('/api/blasts', draft), 403, 'outside-area');
  });
});
