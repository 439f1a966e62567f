import { expect, test } from 'vitest';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { makeProgress } from '../../fixtures/progress.ts';
import { openRegister } from '../register-fixture.ts';

const { send, database } = await openRegister(
  {
    hq: { id: 'h', name: 'HQ', role: 'hq' },
    agra: { id: 'a', name: 'PRO Agra', role: 'district', district: 'agra' },
  },
  {
    progress: () => makeProgress('2019-04-12', {}),
    campaign: { register: undefined, directions: [] },
    prefix: '/api/directions',
  },
);
const read = async (who: 'hq' | 'agra', url: string) => (await send(who, 'GET', url)).json();

test('a campaign without papers has an empty register; the first one is entered and its points are then owed', async () => {
  expect(await read('agra', '')).toMatchObject({
    apps: [{ id: 'up-cop', name: { en: 'UP COP' }, citizen: true }],
    papers: [],
    directions: [],
  });
  expect(await read('agra', '/occurrences')).toMatchObject({ total: 0, entries: [] });

  const paper = { title: 'প্রথম পত্র', number: '12/2019', day: '2019-04-10' };
  const minutes = '১. সকল জেলা বোর্ডের তালিকা দেবে।\n(ক) ছবি সহ।';
  expect((await send('agra', 'POST', '/meetings', { ...paper, minutes })).statusCode).toBe(403);
  const entered = (await send('hq', 'POST', '/meetings', { ...paper, minutes })).json();
  expect(entered.list).toMatchObject([{ point: '১' }, { point: '১ (ক)', quote: 'ছবি সহ।' }]);
  const terms = {
    kind: 'order',
    title: 'বোর্ডের তালিকা',
    owed: 'তালিকা',
    apps: ['up-cop'],
    owners: [{ role: 'district' }],
    rhythm: { kind: 'once', by: '2019-04-20' },
    file: false,
  };
  const url = `/points/${entered.list[0].id}/check`;
  expect((await send('hq', 'POST', url, { version: 1, terms })).statusCode).toBe(200);

  expect(await read('agra', '')).toMatchObject({
    papers: [{ title: { hi: paper.title }, number: '12/2019', day: '2019-04-10' }],
    directions: [{ title: { hi: terms.title } }],
  });
  expect(await read('agra', '/occurrences')).toMatchObject({
    total: 1,
    entries: [{ office: 'district:agra', due: '2019-04-20', state: 'to-start' }],
  });
  const log = await readAudit(database.pool, {}, 10);
  expect(log.map(({ action, actorName }) => `${actorName}: ${action}`)).toEqual([
    'HQ: direction-point.check',
    'HQ: direction.meeting',
  ]);
});
