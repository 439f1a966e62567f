import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashSeed } from '../../../../campaigns/activities/board-draw.ts';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { boardStations, stationKey } from '../../../../campaigns/directory/station.ts';
import { addDays, toInstant } from '../../../../campaigns/tracker/clock.ts';
import { keepDraws } from '../../../../messaging/field/board-draws/draws.ts';
import { readDrawCounts } from '../../../../messaging/figures/progress/tallies-sql.ts';
import { openFolder } from '../../../folders.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { insertSeen } from '../../fixtures/seen-boards.ts';

/** A Monday. */
const monday = '2019-04-15';
const folder = openFolder('draws-');
const script = join(import.meta.dirname, '../../../../assets/public/redraw.mjs');
const stations = boardStations(loadBaseDirectory()).slice(0, 260);

interface Open {
  draws: {
    week: string;
    hash: string;
    seed: string;
    rushed: string[];
    fresh: string[];
    standing: string[];
    drawn: string[];
  }[];
  committed: { week: string; hash: string }[];
}

describe('boards drawn each week', async () => {
  let today = addDays(monday, -5);
  const clock = { now: () => toInstant(today, '10:00'), today: () => today };
  const { service, database, hq } = await openConsole({ hq: 'hq' }, { clock });

  beforeAll(async () => {
    const entered = stations.map(({ district, id }, at) => ({
      district,
      id,
      day: addDays(monday, at < 60 ? -3 : -12),
    }));
    await database.pool.query(
      `INSERT INTO activity (kind, district, station, day, details, status, entered_by)
       SELECT 'board', district, id, day, '{}', 'entered', 'SAMPLE'
       FROM jsonb_to_recordset($1) AS given (district text, id text, day date)`,
      [JSON.stringify(entered)],
    );
  });

  const readOpen = async (): Promise<Open> =>
    (await service.browser().get('/api/public/board-draws.json')).json();

  test('nothing is drawn in a week whose seed nobody committed to before', async () => {
    expect(await keepDraws(database, clock)).toEqual({ drawn: null });
    const { draws, committed } = await readOpen();
    expect([draws, committed.map(({ week }) => week)]).toEqual([[], [monday]]);
  });

  test('the script is ten lines', () => {
    const lines = readFileSync(script, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    expect(lines.length).toBeLessThanOrEqual(10);
  });

  test('the week after, a twentieth of the new boards and a hundredth of all others are drawn, once', async () => {
    const [before] = (await readOpen()).committed;
    today = monday;
    expect(await keepDraws(database, clock)).toEqual({ drawn: 3 + 2 });
    expect(await keepDraws(database, clock)).toEqual({ drawn: null });
    const { draws, committed } = await readOpen();
    expect(draws).toEqual([]);
    expect(committed).toContainEqual(before);
    const { boards } = (await hq.get('/api/board-draws')).json();
    expect(boards).toHaveLength(5);
    expect(boards[0]).toMatchObject({ isExact: false, inspection: null });
    expect(boards[0]).not.toHaveProperty('code');
  });

  test('the offices above see the list, and whether one of them was there', async () => {
    const [board] = (await hq.get('/api/board-draws')).json().boards;
    const district = await service.officer('district', board.district);

    expect((await district.get('/api/board-draws')).statusCode).toBe(403);
    const place = { district: board.district, station: board.station };
    const said = async (by: typeof hq, state: string) => {
      expect((await by.post('/api/inspections', { ...place, state })).statusCode).toBe(201);
      return (await hq.get('/api/board-draws')).json().boards[0].inspection;
    };
    expect(await said(district, 'damaged')).toBeNull();
    // Nobody looked who took no picture.
    expect(await said(hq, 'damaged')).toBeNull();
    await said(hq, 'missing');
    expect((await hq.get('/api/board-draws')).json().boards[0].inspection.state).toBe('missing');
    // All of that officer's month there are to be looked at again, until another office has.
    const due = async () => {
      const answer = await district.get('/api/inspections/due');
      const signs = (answer.json().boards as { sign: { kind: string } | null }[]).map(
        ({ sign }) => sign?.kind,
      );
      return signs.filter((kind) => kind === 'same-officer').length;
    };
    const others = stations.filter(
      ({ district: of, id }) => of === board.district && id !== board.station,
    );
    expect(await due()).toBe(others.length);
    const [first] = others as [(typeof others)[number]];
    const seen = { district: first.district, station: first.id };
    await insertSeen(database.pool, seen, { role: 'hq', at: clock.now() });
    expect(await due()).toBe(others.length - 1);
  });

  test('a fifth is drawn of the boards that one account took live in a rush, and of the first ten of each account', async () => {
    today = addDays(monday, 7);
    const lastWeek = addDays(monday, 2);
    const take = (person: string, at: number, time: string, count: number, minutes: number) =>
      database.pool.query(
        `INSERT INTO board_capture (id, district, station, code, person_id, taken_by, issued_at, told_at, handed_in_at, live)
         SELECT gen_random_uuid(), board->>'district', board->>'id', 'x', $2, 'SAMPLE', told_at, told_at, told_at, true
         FROM (SELECT board, $3::timestamptz + (nth - 1) * $4::int * interval '1 minute' AS told_at
           FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS given (board, nth)) AS taken`,
        [JSON.stringify(stations.slice(at, at + count)), person, time, minutes],
      );
    const before = toInstant(addDays(monday, -20), '10:00').toISOString();
    const at = (time: string) => toInstant(lastWeek, time).toISOString();
    // Ten long ago: what follows is not among their first.
    await take('rusher', 60, before, 10, 60);
    await take('walker', 70, before, 10, 60);
    await take('rusher', 80, at('09:00'), 12, 6);
    await take('walker', 100, at('09:00'), 12, 7);
    await take('beginner', 120, at('09:00'), 14, 120);
    await keepDraws(database, clock);
    today = addDays(monday, 14);
    const [draw] = (await readOpen()).draws;
    const expected = [...stations.slice(80, 92), ...stations.slice(120, 130)]
      .map(stationKey)
      .sort();
    expect(draw?.rushed).toEqual(expected);
    expect(draw?.drawn.filter((key) => expected.includes(key))).toHaveLength(5);
    expect(draw?.fresh.concat(draw.standing).filter((key) => expected.includes(key))).toEqual([]);
    const file = join(folder, 'rushed.json');
    writeFileSync(file, JSON.stringify(await readOpen()));
    expect(execFileSync(process.execPath, [script, file], { encoding: 'utf8' })).not.toContain(
      'DIFFERENT',
    );
    today = monday;
  });

  test('when the week is over each district’s record says how many were looked at and not there', async () => {
    const { boards } = (await hq.get('/api/board-draws')).json();
    const missed = boards.find(
      (board: { inspection: { state: string } | null }) => board.inspection?.state === 'missing',
    ).district;
    expect(await readDrawCounts(database.pool, addDays(monday, 6))).toEqual(new Map());
    const counts = await readDrawCounts(database.pool, addDays(monday, 7));
    expect(counts.get(missed)).toMatchObject({ looked: 1, missing: 1 });
    const sum = (field: 'drawn' | 'looked') =>
      [...counts.values()].reduce((all, own) => all + own[field], 0);
    expect([sum('drawn'), sum('looked')]).toEqual([5, 1]);
  });

  test('when the week is over anybody draws the same boards again by ten lines', async () => {
    const [hash] = (await readOpen()).committed.filter(({ week }) => week === monday);
    today = addDays(monday, 7);
    const open = await readOpen();
    const [draw] = open.draws;
    expect(draw).toMatchObject({ week: monday, hash: hash?.hash });
    expect(hashSeed(draw?.seed ?? '')).toBe(hash?.hash);
    const file = join(folder, 'board-draws.json');
    const redraw = (answer: Open) => {
      writeFileSync(file, JSON.stringify(answer));
      return execFileSync(process.execPath, [script, file], { encoding: 'utf8' });
    };
    expect(redraw(open)).toBe(`${monday} same\n`);
    const chosen = { ...draw, drawn: draw?.drawn.with(0, 'agra/chosen') } as Open['draws'][number];
    expect(redraw({ ...open, draws: [chosen] })).toBe(`${monday} DIFFERENT\n`);
  });
});
