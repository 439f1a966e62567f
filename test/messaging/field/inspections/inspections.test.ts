import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { campaignFolder } from '../../../../campaigns/campaign-fs.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import { expectAnswer, expectRefusal } from '../../fixtures/answers.ts';
import type { Officer } from '../../fixtures/console.ts';
import { handInFile } from '../../fixtures/file-form.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { insertSeen } from '../../fixtures/seen-boards.ts';
import { keepBoards, renderBoards } from '../activities/boards.ts';
import { takeScene } from '../activities/near-far.ts';

const registry = loadRegistry({ campaignFolder: campaignFolder('up-cop') });
const codeOf = (station: string) =>
  registry.codeFor({ scope: 'station', district: 'agra', station }, 'board');

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
let seeds = 40;

interface Due {
  until: string;
  boards: {
    station: string;
    sign: { kind: string } | null;
    inspection: { state: string } | null;
  }[];
}

describe('inspections of boards', async () => {
  const clock = createClock(() => '2019-08-20');
  const { service, database, agra, range } = await openConsole(
    { agra: ['district', 'agra'], range: ['range', 'agra'] },
    { clock },
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

  test('the code of a board is not told, and by word nobody says that it is in order', async () => {
    const listed = await range.get('/api/inspections/due?district=agra');
    const code = codeOf('lohamandi');
    expect(listed.body).toContain('lohamandi');
    expect(listed.body).not.toContain(code);
    const found = await range.get(`/api/inspections/board?code=${code.toLowerCase()}`);
    expect(found.json()).toMatchObject({ station: 'lohamandi', inspection: null });
    const place = { district: 'agra', station: 'lohamandi' };
    const named = await range.get('/api/inspections/board?district=agra&station=lohamandi');
    expect(named.json()).toEqual(found.json());
    const begun = await range.post('/api/captures', place);
    expect([begun.statusCode, Object.keys(begun.json()).sort()]).toEqual([
      201,
      ['id', 'issuedAt', 'seconds'],
    ]);
    await expectRefusal(
      range.post('/api/inspections', { ...place, state: 'hangs' }),
      400,
      'pictures-wanted',
    );
    expect((await due(agra)).has('lohamandi')).toBe(true);
  });

  const tell = (officer: Officer, station: string, state: string, remark = '') =>
    expectAnswer(
      officer.post('/api/inspections', { district: 'agra', station, state, remark }),
      201,
    );
  const boards = renderBoards(['agra/lohamandi', 'agra/etmadpur']);
  await keepBoards(database.pool, boards);

  /** Takes both pictures of a board, of another one where that is said, and hands them in. */
  async function inspect(
    officer: Officer,
    station: string,
    { of = station, state = 'hangs' } = {},
  ) {
    const board = boards.get(`agra/${of}`) as Buffer;
    const near = await takeScene(board, 'near', { seed: ++seeds });
    const far = await takeScene(board, 'far', { seed: seeds });
    const { id } = (await officer.post('/api/captures', { district: 'agra', station })).json();
    const told = { near: sha256(near), far: sha256(far), place: null };
    expect((await officer.post(`/api/captures/${id}/told`, told)).statusCode).toBe(200);
    const far201 = await handInFile(officer, `/api/captures/${id}/far`, {
      name: 'x.jpg',
      content: far,
    });
    expect(far201.statusCode).toBe(200);
    const entry = JSON.stringify({ state, remark: '', isOffline: false });
    const send = () =>
      handInFile(
        officer,
        `/api/captures/${id}/inspection`,
        { name: 'x.jpg', content: near },
        { entry },
      );
    const sent = await send();
    return { status: sent.statusCode, body: sent.json(), again: async () => (await send()).json() };
  }

  const levelOf = async (station: string) => {
    const [list] = (await agra.get('/api/activities/checklist?district=agra')).json();
    const found = list.stations.find((each: { station: string }) => each.station === station);
    return found.level as string | null;
  };

  test('live pictures by another office make a board seen, and the list is shorter', async () => {
    const sent = await inspect(range, 'lohamandi');
    expect([sent.status, sent.body.capture]).toEqual([201, { isLive: true, faults: [] }]);
    expect(await sent.again()).toEqual(sent.body);
    expect((await due(agra)).has('lohamandi')).toBe(false);
    expect(await levelOf('lohamandi')).toBe('seen');
    const { rows } = await database.pool.query(
      `SELECT subject, after FROM audit_entry WHERE action = 'board.inspect'`,
    );
    expect(rows).toEqual([{ subject: 'station/agra/lohamandi', after: { state: 'hangs' } }]);
  });

  test('pictures of another board keep the word and lift nothing', async () => {
    const sent = await inspect(range, 'etmadpur', { of: 'lohamandi' });
    expect(sent.body.capture.isLive).toBe(false);
    expect(await levelOf('etmadpur')).toBe('reported');
  });

  test('a damaged board stays on the list until pictures show it in order', async () => {
    await tell(range, 'etmadpur', 'damaged', 'कोना फटा है');
    expect((await due(agra)).get('etmadpur')).toMatchObject({
      sign: null,
      inspection: { state: 'damaged', remark: 'कोना फटा है' },
    });
    expect(await levelOf('etmadpur')).toBe('reported');
    expect((await inspect(agra, 'etmadpur')).status).toBe(201);
    expect((await due(agra)).has('etmadpur')).toBe(false);
    expect(await levelOf('etmadpur')).toBe('live');
  });

  test('a board that is scanned each day stays what its pictures make it', async () => {
    expect(await levelOf('fatehabad')).toBe('reported');
  });

  test('what is known of a board stands in the checklist; its own office cannot undo another’s word', async () => {
    const place = { district: 'agra', station: 'kotwali' };
    const see = async (role: string) => {
      await insertSeen(database.pool, place, { role, at: clock.now() });
      return levelOf('kotwali');
    };
    const miss = async (officer: Officer) => {
      await tell(officer, 'kotwali', 'missing');
      return levelOf('kotwali');
    };
    expect(await levelOf('kotwali')).toBe('reported');
    expect(await miss(agra)).toBeNull();
    expect(await see('range')).toBe('seen');
    expect(await miss(range)).toBeNull();
    expect(await see('range')).toBe('seen');
    expect((await agra.get('/api/activities/export/board')).body).toContain('देखा गया');
  });

  test('an inspection of before pictures were asked counts as it did', async () => {
    await database.pool.query(
      `INSERT INTO board_inspection (district, station, state, inspected_by, role, inspected_at, by_word)
       VALUES ('agra', 'fatehabad', 'hangs', 'x', 'range', $1, true)`,
      [clock.now()],
    );
    expect(await levelOf('fatehabad')).toBe('seen');
  });

  test('another day of an entry takes nothing back of what an officer above did not find', async () => {
    await database.pool.query(
      `INSERT INTO activity (kind, district, station, day, status, entered_by, entered_at)
       VALUES ('board', 'agra', 'khandauli', '2019-04-01', 'entered', 'x', '2019-04-02')`,
    );
    await database.pool.query(
      `INSERT INTO board_inspection (district, station, state, inspected_by, role, inspected_at)
       VALUES ('agra', 'khandauli', 'missing', 'x', 'range', '2019-04-08')`,
    );
    expect(await levelOf('khandauli')).toBeNull();
    await database.pool.query(`UPDATE activity SET day = '2019-04-10' WHERE station = 'khandauli'`);
    expect(await levelOf('khandauli')).toBeNull();
    expect([...(await due(agra)).keys()]).toContain('khandauli');
  });

  test('boards farther apart than a road allows are on the list of both, until somebody else was there', async () => {
    const at = clock.now();
    for (const station of ['kotwali', 'fatehabad'])
      await insertSeen(database.pool, { district: 'agra', station }, { at });
    const signs = async () =>
      [...(await due(agra)).values()].flatMap(({ station, sign }) =>
        sign?.kind === 'leap' ? [station] : [],
      );
    expect((await signs()).sort()).toEqual(['fatehabad', 'kotwali']);
    // A namesake is another officer.
    await database.pool.query(
      `INSERT INTO board_capture (id, district, station, code, person_id, taken_by, issued_at, told_at, live)
       VALUES (gen_random_uuid(), 'agra', 'kotwali', '', 'y', 'x', $1, $1, true)`,
      [at],
    );
    expect(await signs()).toEqual(['fatehabad']);
  });

  test('what is no board’s code, and a board of another area, are refused in words', async () => {
    await expectRefusal(range.get('/api/inspections/board?code=ZZZZZZ'), 404, 'no-board-code');
    await expectRefusal(
      range.get('/api/inspections/board?district=agra&station=x'),
      404,
      'no-board-code',
    );
    const mahoba = await service.officer('district', 'mahoba');
    await expectRefusal(
      mahoba.post('/api/inspections', { district: 'agra', station: 'etmadpur', state: 'missing' }),
      403,
      'outside-area',
    );
    expect((await mahoba.get('/api/inspections/due')).json().boards).toEqual([]);
    await expectRefusal(mahoba.get('/api/inspections/due?district=agra'), 403, 'outside-area');
  });
});
