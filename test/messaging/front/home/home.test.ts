import { describe, expect, test } from 'vitest';
import type { Role } from '../../../../campaigns/offices/role.ts';
import { boardPace, lateDistricts } from '../../../../campaigns/tracker/late-districts.ts';
import { pauseReasons, whoEnds } from '../../../../messaging/contract/values.ts';
import type { Tile } from '../../../../messaging/front/home/home-schemas.ts';
import { toTiles } from '../../../../messaging/front/home/tiles.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import { acceptHeld } from '../../fixtures/answers.ts';
import type { Officer } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { approvedBlast, insertAudience, makeDraft } from '../../phone/blasts/blast-fixture.ts';

describe('the home of each role', async () => {
  const { service, agra, database } = await openConsole(
    { agra: ['district', 'agra'] },
    { clock: createClock(() => '2019-04-12') },
  );

  const tilesFor = async (officer: Officer) => {
    const answer = await officer.get('/api/home');
    expect(answer.statusCode).toBe(200);
    const { tiles } = answer.json<{ tiles: (Omit<Tile, 'since'> & { since: string | null })[] }>();
    return new Map(tiles.map((tile) => [tile.id, tile]));
  };

  test('a district is told of boards without a picture and of what it never entered', async () => {
    const before = (await tilesFor(agra)).get('boards-without-picture');
    const board = { kind: 'board', district: 'agra', station: 'etmadpur', day: '2019-04-11' };
    const entered = await agra.post('/api/activities', { ...board, details: {}, remark: '' });
    expect(entered.statusCode).toBe(201);
    const after = await tilesFor(agra);
    // It is entered, and its picture is still to come.
    expect(after.get('boards-without-picture')).toMatchObject({
      count: before?.count,
      severity: 'due',
      link: '/console/boards/?show=no-picture',
    });
    expect(after.get('boards-without-picture')?.since).not.toBeNull();
    expect(after.get('boards-refused')).toMatchObject({ count: 0, severity: 'calm' });
    expect(after.get('activities-due')?.link).toMatch(/^\/console\/entry\/\?kind=\w+$/);
    expect(after.get('names-to-check')?.link).toBe('/console/stations/?show=check');
  });

  test('the zone decides on it and the district is told what was refused, nobody else', async () => {
    const zone = await service.officer('zone', 'agra');
    expect((await tilesFor(zone)).get('approvals')?.count).toBe(1);
    const [{ id, version }] = (await zone.get('/api/activities?status=open')).json().activities;
    const rejection = { version, reason: 'धुँधली' };
    const second = await service.officer('zone', 'agra');
    await acceptHeld(zone.post(`/api/activities/${id}/reject`, rejection), second);
    expect((await tilesFor(zone)).get('approvals')?.count).toBe(0);
    expect((await tilesFor(agra)).get('boards-refused')).toMatchObject({ count: 1 });
    const other = await service.officer('district', 'mahoba');
    expect((await tilesFor(other)).get('boards-refused')).toMatchObject({ count: 0 });
  });

  test('the administrator sees open invitations, and every role has tiles of its own', async () => {
    await service.invitation('district', 'mathura');
    const admin = await service.officer('admin');
    expect((await tilesFor(admin)).get('invitations-open')).toMatchObject({
      severity: 'due',
      link: '/console/people/',
    });
    // A test's service is no public one: its address alone is to be acted on.
    const checks = (await tilesFor(admin)).get('checks-failed');
    expect(checks).toMatchObject({ severity: 'due', link: '/console/doctor/' });
    const { findings } = (await admin.get('/api/doctor')).json<{ findings: { state: string }[] }>();
    expect(checks?.count).toBe(findings.filter(({ state }) => state === 'act').length);
    const own: Partial<Record<Role, readonly string[]>> = {
      range: ['boards-drawn', 'districts-behind', 'boards-left', 'directions-owed'],
      branch: ['directions-owed'],
      hq: [
        'figures-old',
        'approvals',
        'blasts-waiting',
        'notes-waiting',
        'studio-waiting',
        'reports-missing',
        'districts-behind',
        'directions-due',
        'directions-owed',
        'directions-review',
        'orders-requested',
        'objections-open',
        'codes-reported',
      ],
      'pro-dgp': [
        'film-due',
        'radio-due',
        'social-due',
        'own-blasts',
        'operator-packs',
        'directions-owed',
        'directions-review',
      ],
    };
    for (const [role, ids] of Object.entries(own)) {
      const tiles = await tilesFor(await service.officer(role as Role));
      expect([...tiles.keys()].toSorted(), role).toEqual(ids.toSorted());
    }
  });

  test('a blast that waits is at the home of each role that may end its pause, and of no other', async () => {
    const { pool } = database;
    const { id } = await approvedBlast(pool, makeDraft(await insertAudience(pool, 1)));
    const roles = ['hq', 'pro-dgp', 'zone', 'range', 'branch', 'admin'] as const;
    const officers = new Map<Role, Officer>([['district', agra]]);
    for (const role of roles) {
      officers.set(role, await service.officer(role, role === 'zone' ? 'agra' : undefined));
    }
    const tileOf = { approves: 'blasts-stopped', runs: 'blasts-paused', itself: null } as const;
    const mayEnd = { approves: ['hq'], runs: ['hq', 'pro-dgp'], itself: [] as string[] };
    for (const reason of pauseReasons) {
      await pool.query(`UPDATE blast SET status = 'paused', pause_reason = $2 WHERE id = $1`, [
        id,
        reason,
      ]);
      const ends = whoEnds(reason);
      for (const [role, officer] of officers) {
        const shown = [...(await tilesFor(officer)).keys()].filter((tile) =>
          /^blasts-(?:stopped|paused)$/.test(tile),
        );
        const expected = mayEnd[ends].includes(role) ? [tileOf[ends]] : [];
        expect(shown, `${reason}, ${role}`).toEqual(expected);
      }
    }
    await pool.query(`DELETE FROM blast WHERE id = $1`, [id]);
  });

  test('an open console hears of a change in its own area, and of no other', async () => {
    const url = await service.app.listen({ host: '127.0.0.1', port: 0 });
    const listen = async (officer: Officer) => {
      const cookie = [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const stop = new AbortController();
      const answer = await fetch(`${url}/api/events`, { headers: { cookie }, signal: stop.signal });
      expect(answer.headers.get('content-type')).toContain('text/event-stream');
      const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
      if (reader === undefined) throw new Error('Expected a stream, got none');
      let text = '';
      return {
        stop,
        /** Reads on until a change was told. */
        async next(): Promise<string> {
          for (;;) {
            const found = /event: change\ndata: (.*)\n\n/.exec(text);
            if (found !== null) {
              text = text.slice(found.index + found[0].length);
              return found[1] ?? '';
            }
            const { value, done } = await reader.read();
            if (done) throw new Error(`Expected a change, got the end after ${text}`);
            text += value;
          }
        },
      };
    };
    const mahoba = await service.officer('district', 'mahoba');
    const own = await listen(agra);
    const other = await listen(mahoba);
    const enter = async (officer: Officer, district: string) => {
      const details = { pamphlets: 500 };
      const entry = { kind: 'pamphlet', district, station: null, day: '2019-04-11' };
      const answer = await officer.post('/api/activities', { ...entry, details, remark: '' });
      return answer.json<{ activity: { id: number } }>().activity.id;
    };
    const first = await enter(agra, 'agra');
    // An entry of before may be told late.
    let told: { id: string };
    do {
      told = JSON.parse(await own.next());
      expect(told).toMatchObject({ kind: 'activity', area: 'agra' });
    } while (told.id !== String(first));
    // What comes first in the other's stream is its own.
    const second = await enter(mahoba, 'mahoba');
    expect(JSON.parse(await other.next())).toMatchObject({ id: String(second), area: 'mahoba' });
    own.stop.abort();
    other.stop.abort();
  });
});

describe('the rules of a home', () => {
  const now = new Date('2019-04-12T12:00:00Z');
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

  test.each([
    { label: 'nothing waits', count: 0, since: daysAgo(30), severity: 'calm' },
    { label: 'it waits since today', count: 2, since: daysAgo(0.2), severity: 'due' },
    {
      label: 'it waits for longer than three days',
      count: 2,
      since: daysAgo(4),
      severity: 'urgent',
    },
  ])('an approval is $severity when $label', ({ count, since, severity }) => {
    expect(toTiles([{ id: 'approvals', count, since }], now)[0]?.severity).toBe(severity);
  });

  test('the urgent stand first and the calm last, else as given', () => {
    const tiles = toTiles(
      [
        { id: 'boards-refused', count: 0, since: null },
        { id: 'own-blasts', count: 3, since: null },
        { id: 'trouble', count: 1, since: null },
        { id: 'names-to-check', count: 1, since: null, about: 'agra' },
      ],
      now,
    );
    expect(tiles.map(({ id }) => id)).toEqual([
      'trouble',
      'own-blasts',
      'names-to-check',
      'boards-refused',
    ]);
    expect(tiles[2]?.link).toBe('/console/stations/?show=check');
  });

  test('a district is late when it has fewer boards than its days ask for', () => {
    const goal = { downloads: 250_000, startsOn: '2019-04-01', endsOn: '2019-04-30' };
    expect(boardPace(goal, '2019-03-31')).toBe(0);
    expect(boardPace(goal, '2019-04-15')).toBe(0.5);
    expect(boardPace(goal, '2019-06-01')).toBe(1);
    const boards = (stations: number, up: number) => ({ stations, up, verified: 0 });
    const scans = { total: 0, last7: 0 };
    const district = (id: string, stations: number, up: number) => ({
      district: id,
      boards: boards(stations, up),
      scans,
      visitorsPerStation: null,
      activities: {},
    });
    const file = {
      goal,
      today: '2019-04-15',
      districts: [
        district('a', 10, 5),
        district('b', 10, 4),
        district('c', 30, 2),
        district('d', 0, 0),
      ],
    };
    expect(lateDistricts(file)).toEqual([
      { district: 'c', stations: 30, up: 2, left: 28 },
      { district: 'b', stations: 10, up: 4, left: 6 },
    ]);
    expect(lateDistricts(file, new Set(['b'])).map((late) => late.district)).toEqual(['b']);
  });
});
