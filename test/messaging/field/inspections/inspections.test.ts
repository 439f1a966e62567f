import { beforeAll, describe, expect, test } from 'vitest';
import { campaignFolder } from '../../../../campaigns/campaign-fs.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import { expectAnswer, expectRefusal } from '../../fixtures/answers.ts';
import type { Officer } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';

const registry = loadRegistry({ campaignFolder: campaignFolder('up-cop') });
const codeOf = (station: string) =>
  registry.codeFor({ scope: 'station', district: 'agra', station }, 'board');

interface Due {
  until: string;
  boards: {
    station: string;
    sign: { kind: string } | null;
    inspection: { state: string } | null;
  }[];
}

describe('inspections of boards', async () => {
  const { service, database, agra, range } = await openConsole(
    { agra: ['district', 'agra'], range: ['range', 'agra'] },
    { clock: createClock(() => '2019-08-20') },
  );
  beforeAll(async () => {
    for (const station of ['etmadpur', 'fatehabad', 'lohamandi', 'kotwali'])
      await hang(station, '2019-04-11');
    await scan('etmadpur', { perDay: 2, until: '2019-08-19' });
    await scan('fatehabad', { perDay: 3, until: '2019-08-19' });
    await scan('lohamandi', { perDay: 2, until: '2019-08-08' });
  });

  async function hang(station: string, day: string): Promise<void> {
    const board = { kind: 'board', district: 'agra', station, day, details: {}, remark: '' };
    expect((await agra.post('/api/activities', board)).statusCode).toBe(201);
  }

  async function scan(
    station: string,
    { perDay, until }: { perDay: number; until: string },
  ): Promise<void> {
    await database.pool.query(
      `WITH days AS (SELECT generate_series('2019-05-01'::date, $2::date, '1 day')::date AS day), codes AS (
         INSERT INTO scan_by_code (day, code, channel, district, scans, visitors, not_counted)
         SELECT day, $1, 'board', 'agra', $3, $3, 0 FROM days)
       INSERT INTO scan_by_district (day, district, channel, scans, visitors, android, ios)
       SELECT day, 'agra', 'board', $3, $3, $3, 0 FROM days
       ON CONFLICT (day, district, channel) DO UPDATE SET scans = scan_by_district.scans + excluded.scans`,
      [codeOf(station), until, perDay],
    );
  }

  async function due(officer: Officer): Promise<Map<string, Due['boards'][number]>> {
    const answer = await officer.get('/api/inspections/due?district=agra');
    expect(answer.statusCode).toBe(200);
    return new Map(answer.json<Due>().boards.map((board) => [board.station, board]));
  }

  test('a board that fell silent and one that nobody ever scanned are to be looked at', async () => {
    const boards = await due(agra);
    expect([...boards.keys()].sort()).toEqual(['kotwali', 'lohamandi']);
    expect(boards.get('lohamandi')?.sign).toMatchObject({ kind: 'silent', days: 11 });
    expect(boards.get('kotwali')?.sign).toEqual({ kind: 'never', days: 130 });
    const { tiles } = (await agra.get('/api/home')).json();
    expect(tiles).toContainEqual(
      expect.objectContaining({ id: 'boards-to-inspect', count: 2, link: '/console/boards/' }),
    );
  });

  test('an officer before it says by its code that it hangs, and the list is shorter', async () => {
    const code = codeOf('lohamandi');
    const found = await range.get(`/api/inspections/board?code=${code.toLowerCase()}`);
    expect(found.json()).toMatchObject({ station: 'lohamandi', code, inspection: null });
    await expectAnswer(range.post('/api/inspections', { code, state: 'hangs' }), 201);
    expect((await due(agra)).has('lohamandi')).toBe(false);
    const { rows } = await database.pool.query(
      `SELECT subject, after FROM audit_entry WHERE action = 'board.inspect'`,
    );
    expect(rows).toEqual([{ subject: 'station/agra/lohamandi', after: { state: 'hangs' } }]);
  });

  test('a damaged board stays on the list until it is in order', async () => {
    const code = codeOf('etmadpur');
    const damaged = { code, state: 'damaged', remark: 'कोना फटा है' };
    expect((await range.post('/api/inspections', damaged)).statusCode).toBe(201);
    expect((await due(agra)).get('etmadpur')).toMatchObject({
      sign: null,
      inspection: { state: 'damaged', remark: 'कोना फटा है' },
    });
    await agra.post('/api/inspections', { code, state: 'hangs' });
    expect((await due(agra)).has('etmadpur')).toBe(false);
  });

  test('what is known of a board stands in the checklist; its own office cannot undo another’s word', async () => {
    const levelOf = async (station: string) => {
      const [list] = (await agra.get('/api/activities/checklist?district=agra')).json();
      const found = list.stations.find((each: { station: string }) => each.station === station);
      return found.level as string | null;
    };
    const tell = async (officer: Officer, state: string) => {
      await expectAnswer(officer.post('/api/inspections', { code: codeOf('kotwali'), state }), 201);
      return levelOf('kotwali');
    };
    // The one is scanned each day, of the other nothing is known.
    expect([await levelOf('fatehabad'), await levelOf('kotwali')]).toEqual(['seen', 'reported']);
    expect(await tell(agra, 'hangs')).toBe('reported');
    expect(await tell(agra, 'missing')).toBeNull();
    expect(await tell(range, 'damaged')).toBe('seen');
    expect(await tell(range, 'missing')).toBeNull();
    expect(await tell(agra, 'hangs')).toBeNull();
    expect(await tell(range, 'hangs')).toBe('seen');
    expect((await agra.get('/api/activities/export/board')).body).toContain('देखा गया');
  });

  test('what is no board’s code, and a board of another area, are refused in words', async () => {
    await expectRefusal(range.get('/api/inspections/board?code=ZZZZZZ'), 404, 'no-board-code');
    const mahoba = await service.officer('district', 'mahoba');
    await expectRefusal(
      mahoba.post('/api/inspections', { code: codeOf('etmadpur'), state: 'hangs' }),
      403,
      'outside-area',
    );
    expect((await mahoba.get('/api/inspections/due')).json().boards).toEqual([]);
    await expectRefusal(mahoba.get('/api/inspections/due?district=agra'), 403, 'outside-area');
  });
});
