import { beforeAll, describe, expect, test } from 'vitest';
import { expectAnswer } from '../../fixtures/answers.ts';
import { borrowRouteConsole } from '../../fixtures/route-console.ts';

// What an officer reaches by the ids of another's district (insecure direct object references).
describe('the activities of another district', async () => {
  let activity: { id: number; version: number; status: string };
  const entry = (district: string) => ({
    kind: 'newspaper',
    district,
    day: '2019-04-05',
    details: { newspaper: 'नमूना समाचार', type: 'news', items: 3 },
  });
  const { officer } = await borrowRouteConsole();
  const agra = await officer('district', 'agra');
  const lucknow = await officer('district', 'lucknow');
  beforeAll(async () => {
    const entered = await agra.post('/api/activities', entry('agra'));
    expect(entered.statusCode, entered.body).toBe(201);
    activity = entered.json().activity;
  });

  const read = async () => (await agra.get(`/api/activities/${activity.id}`)).json().activity;

  test('are the own district’s to read', async () => {
    expect((await read()).district).toBe('agra');
  });

  test('are not read by their id', async () => {
    for (const path of ['', '/photo']) {
      const answer = await lucknow.get(`/api/activities/${activity.id}${path}`);
      expect([path, answer.statusCode]).toEqual([path, 404]);
      expect(answer.body).not.toContain('नमूना समाचार');
    }
  });

  test('are in no list', async () => {
    for (const path of [
      '/api/activities',
      '/api/activities?district=',
      '/api/activities/checklist',
    ]) {
      const answer = await lucknow.get(path);
      expect([path, answer.statusCode]).toEqual([path, 200]);
      expect(answer.body).not.toContain('"agra"');
    }
    for (const path of ['/api/activities', '/api/activities/checklist']) {
      expect((await lucknow.get(`${path}?district=agra`)).statusCode).toBe(403);
      expect((await lucknow.get(`${path}?district=lucknow&district=agra`)).statusCode).toBe(400);
    }
  });

  test.each(['POST', 'PUT'])('are not changed by their id (%s)', async (method) => {
    const before = await read();
    const seen = { version: activity.version };
    const at = `/api/activities/${activity.id}`;
    const answers =
      method === 'PUT'
        ? [await lucknow.put(at, { ...seen, ...entry('lucknow') })]
        : [await lucknow.post(`${at}/withdraw`, seen), await lucknow.post(`${at}/restore`, seen)];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 404));
    expect(await read()).toEqual(before);
  });

  test('are not entered for it', async () => {
    const before = (await agra.get('/api/activities')).json();
    expect((await lucknow.post('/api/activities', entry('agra'))).statusCode).toBe(403);
    await expectAnswer(lucknow.post('/api/activities/list?kind=newspaper&district=agra', {}), 403);
    expect((await agra.get('/api/activities')).json()).toEqual(before);
  });

  test('are approved by the own zone, not by another', async () => {
    const waiting = (await read()).version;
    const other = await officer('zone', 'lucknow');
    await expectAnswer(
      other.post(`/api/activities/${activity.id}/approve`, {
        version: waiting,
      }),
      404,
    );
    expect((await read()).version).toBe(waiting);
    const own = await officer('zone', 'agra');
    expect((await own.get(`/api/activities/${activity.id}`)).statusCode).toBe(200);
  });

  test('are read, and only read, by the range', async () => {
    const range = await officer('range', 'agra');
    expect((await range.get(`/api/activities/${activity.id}`)).statusCode).toBe(200);
    const other = await officer('range', 'aligarh');
    expect((await other.get(`/api/activities/${activity.id}`)).statusCode).toBe(404);
    for (const verb of ['withdraw', 'approve']) {
      await expectAnswer(
        range.post(`/api/activities/${activity.id}/${verb}`, {
          version: activity.version,
        }),
        403,
      );
    }
  });
});
