import { describe, expect, test, vi } from 'vitest';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { stationsOf } from '../../../../campaigns/directory/station.ts';
import { dayMs } from '../../../../campaigns/durations.ts';
import { recordAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { acceptHeld, expectAnswer, expectRefusal } from '../../fixtures/answers.ts';
import type { Officer } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';

const stations = ['chowk', 'aliganj', 'gudamba', 'gazipur', 'para'];

describe('boards that are gone by the word of one office', async () => {
  const {
    district,
    zone,
    colleague,
    hq,
    second,
    pro,
    database: { pool },
  } = await openConsole({
    district: ['district', 'lucknow'],
    zone: ['zone', 'lucknow'],
    colleague: ['zone', 'lucknow'],
    hq: 'hq',
    second: 'hq',
    pro: ['district', 'gorakhpur'],
  });
  const say = (officer: Officer, station: string, remark = '', state = 'missing') =>
    officer.post('/api/inspections', { district: 'lucknow', station, state, remark });
  const standing = async () => {
    const { districts } = (await hq.get('/api/progress')).json();
    const own = districts.find((each: { district: string }) => each.district === 'lucknow');
    return own.boards.levels.reported;
  };

  test('are two of a district in a day; the third waits for a second officer', async () => {
    for (const station of stations) {
      const board = { kind: 'board', district: 'lucknow', station, day: '2019-04-10' };
      await expectAnswer(district.post('/api/activities', board), 201);
    }
    const [first = '', second = '', third = '', fourth = ''] = stations;
    await expectAnswer(say(zone, first), 201);
    await expectAnswer(say(zone, second), 201);
    // Said again it takes nothing more, and what is only damaged takes nothing.
    await expectAnswer(say(zone, second), 201);
    await expectAnswer(say(zone, fourth, '', 'damaged'), 201);
    for (const officer of [zone, colleague])
      await expectRefusal(say(officer, third), 400, 'reason-wanted');
    const held = await expectAnswer<{ held: { effect: unknown } }>(
      say(zone, third, 'सड़क चौड़ी हुई'),
      202,
    );
    expect(held.held.effect).toMatchObject({
      changes: expect.arrayContaining([expect.objectContaining({ before: 3, after: 2 })]),
      findings: [{ code: 'boards missing' }],
    });
    await expect.poll(standing).toBe(3);
    await acceptHeld(say(zone, third, 'सड़क चौड़ी हुई'), hq);
    await expect.poll(standing).toBe(2);
    // Another office has a tour of its own.
    await expectAnswer(say(district, fourth), 201);
  });

  test('are two of the state in a day, however many districts they are spread over', async () => {
    const places = [
      ['lucknow', 'para'],
      ['agra', 'etmadpur'],
      ['mahoba', 'kabrai'],
    ] as const;
    for (const [area, station] of places.slice(1)) {
      const board = { kind: 'board', district: area, station, day: '2019-04-10' };
      await expectAnswer(hq.post('/api/activities', board), 201);
    }
    const answers = [];
    for (const [area, station] of places) {
      const body = { district: area, station, state: 'missing', remark: '' };
      answers.push((await second.post('/api/inspections', body)).statusCode);
    }
    expect(answers).toEqual([201, 201, 400]);
  });

  test('are six in eight weeks, and boards that hang by a word fifteen, however few a day', async () => {
    const own = stationsOf(loadDirectory(), 'gorakhpur').map(({ id }) => id);
    const entered: string[] = [];
    for (const station of own.slice(0, 16)) {
      const board = {
        kind: 'board',
        district: 'gorakhpur',
        station,
        day: '2019-04-10',
        reason: 'नमूना',
      };
      const { activity } = await expectAnswer<{ activity: { status: string } }>(
        pro.post('/api/activities', board),
        201,
      );
      entered.push(activity.status);
      // As if each were entered on a day of its own.
      await pool.query("UPDATE activity SET entered_at = entered_at - interval '2 days'");
    }
    expect(entered).toEqual([...Array(15).fill('entered'), 'appealed']);
    const { rows } = await pool.query("SELECT id, name, role FROM person WHERE area = 'gorakhpur'");
    for (const [at, station] of own.slice(0, 5).entries()) {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - (14 - at) * dayMs });
      const after = { state: 'missing', acceptedBy: null };
      const entry = { actor: rows[0], action: 'board.inspect', after };
      const subject = `station/gorakhpur/${station}`;
      await recordAudit(pool, { ...entry, subject, district: 'gorakhpur' });
      vi.useRealTimers();
    }
    const said: number[] = [];
    for (const station of own.slice(5, 7)) {
      const body = { district: 'gorakhpur', station, state: 'missing', remark: '' };
      said.push((await pro.post('/api/inspections', body)).statusCode);
    }
    expect(said).toEqual([201, 400]);
  });
});
