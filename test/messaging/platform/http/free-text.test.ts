import { describe, expect, test } from 'vitest';
import { makeActivities, workOn } from '../../field/activities/activities-fixture.ts';
import { borrowRouteConsole } from '../../fixtures/route-console.ts';

describe('words with a phone number in them', async () => {
  const { service, officer } = await borrowRouteConsole();
  const { database } = service;
  const hq = await officer('hq');

  test.each([
    {
      label: 'a list’s name',
      url: '/api/audiences?name=98765%2043210%20Agra&consentBasis=service-user',
    },
    { label: 'a list’s source', url: '/api/audiences?source=%2B919876543210&name=Agra' },
    { label: 'a remark', url: '/api/blasts/1/reject', body: { remark: 'Ask 9876543210 first' } },
    { label: 'a blast’s name', url: '/api/blasts', body: { name: 'For ९८७६५४३२१०' } },
    {
      label: 'a reason',
      url: '/api/activities/1/withdraw',
      body: { version: 1, reason: '+91-9876543210' },
    },
    {
      label: 'an activity’s particulars',
      url: '/api/activities',
      body: { kind: 'film', details: { cinema: 'Raj, 9876543210' } },
    },
  ])('are refused in $label', async ({ url, body }) => {
    const answer = await hq.post(url, body);
    expect([answer.statusCode, answer.json().error]).toEqual([400, 'number-in-text']);
    expect(answer.json().hi).toMatch(/मोबाइल नंबर/);
  });

  test('a field that is meant for a number takes it', async () => {
    const answer = await hq.post('/api/numbers/look-up', { number: '9876543210' });
    expect(answer.statusCode).toBe(200);
  });

  test('rows of a list of activities are refused with the place', async () => {
    const { record: recordAs } = workOn(makeActivities(database));
    const record = (entry: object) => recordAs(actor, entry);
    const actor = { id: 'h', name: 'HQ', role: 'hq' } as const;
    const entry = { kind: 'pamphlet', district: 'agra', station: null, day: '2019-04-10' };
    const details = { pamphlets: 100 };
    expect(await record({ ...entry, details, remark: 'Printer 98765-43210' })).toMatchObject({
      code: 'wrong-entry',
      issues: [{ path: 'remark' }],
    });
    expect(
      await record({
        ...entry,
        details: { ...details, newspapers: ['जागरण 9876543210'] },
        remark: '',
      }),
    ).toMatchObject({ code: 'wrong-entry', issues: [{ path: 'newspapers' }] });
    expect(await record({ ...entry, details, remark: '' })).toMatchObject({
      kind: 'done',
    });
  });
});
