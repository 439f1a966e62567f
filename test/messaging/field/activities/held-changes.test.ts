import { describe, expect, test } from 'vitest';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { boardStations } from '../../../../campaigns/directory/station.ts';
import type { Actor } from '../../../../campaigns/offices/actor.ts';
import { openActivityChanges } from '../../../../messaging/field/activities/held-changes.ts';
import type { HeldActs } from '../../../../messaging/kit/held-acts.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import {
  inTransaction,
  type Queryable,
} from '../../../../messaging/platform/database/transaction.ts';
import { acceptHeld, expectAnswer, expectRefusal, pluck } from '../../fixtures/answers.ts';
import type { Officer } from '../../fixtures/console.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { makeActivities, sayWords } from './activities-fixture.ts';

interface Entered {
  id: number;
  version: number;
  status: string;
}

describe('one officer alone, by whichever door', async () => {
  const { district, zone, other, hq, database } = await openConsole({
    district: ['district', 'lucknow'],
    zone: ['zone', 'lucknow'],
    other: ['zone', 'lucknow'],
    hq: 'hq',
  });
  const enter = async (entry: object): Promise<Entered> => {
    const body = { district: 'lucknow', day: '2019-04-10', ...entry };
    const sent = district.post('/api/activities', body);
    return (await expectAnswer<{ activity: Entered }>(sent, 201)).activity;
  };
  const board = (station: string) => enter({ kind: 'board', station });
  const pamphlets = (count: number, reason = '') =>
    enter({ kind: 'pamphlet', details: { pamphlets: count }, reason });
  const step = (who: Officer, verb: string, { id, version }: Entered, reason = '') =>
    who.post(`/api/activities/${id}/${verb}`, { version, reason });
  const correct = (entry: Entered, count: number, reason = '') =>
    district.put(`/api/activities/${entry.id}`, {
      version: entry.version,
      details: { pamphlets: count },
      reason,
    });
  const find = async ({ id }: Entered) =>
    (await expectAnswer<{ activity: Entered }>(hq.get(`/api/activities/${id}`))).activity;
  const decide = async (who: Officer, action: string, entries: Entered[], reason = '') => {
    const body = { action, reason, entries: entries.map(({ id, version }) => ({ id, version })) };
    const sent = who.post('/api/activities/decide', body);
    return (
      await expectAnswer<{ results: { activity: Entered | null; held: number | null }[] }>(sent)
    ).results;
  };

  test('makes nothing fall that the public reads: not by taking back, rejecting, correcting or a list of them', async () => {
    const kept = await board('chowk');
    const leaflets = await pamphlets(100);
    const approved = await pamphlets(50);
    await expectAnswer(step(zone, 'approve', approved));
    const now = await find(approved);
    const doors: [label: string, door: () => ReturnType<Officer['post']>][] = [
      ['a board is taken back', () => step(district, 'withdraw', kept)],
      ['a count is lowered', () => correct(leaflets, 40)],
      ['what was approved is corrected', () => correct(now, 51)],
      ['what was approved is taken back', () => step(district, 'withdraw', now)],
    ];
    for (const [label, door] of doors) {
      const answer = await door();
      expect([label, answer.statusCode, answer.json().error]).toEqual([
        label,
        400,
        'reason-wanted',
      ]);
    }
    const asked = await step(zone, 'reject', kept, 'फ़ोटो नहीं है');
    expect(asked.statusCode).toBe(202);
    expect(asked.json().held.effect).toMatchObject({
      changes: [
        { before: { hi: 'दर्ज', en: 'Recorded' }, after: { hi: 'अस्वीकृत', en: 'Rejected' } },
        { what: { en: 'boards, in all' }, before: 1, after: null },
        expect.anything(),
      ],
      findings: [{ code: 'boards counted falls' }],
    });
    const several = await decide(zone, 'reject', [leaflets, now], 'सूची गलत है');
    expect(new Set(pluck(several, 'held')).size).toBe(1);
    expect(pluck(several, 'activity')).toEqual([null, null]);
    for (const [entry, status] of [
      [kept, 'entered'],
      [leaflets, 'entered'],
      [approved, 'approved'],
    ] as const)
      expect((await find(entry)).status).toBe(status);
    // The figures follow an entry within a second.
    const readOwn = async () => {
      const { districts } = (await hq.get('/api/progress')).json();
      return districts.find((each: { district: string }) => each.district === 'lucknow');
    };
    await expect.poll(readOwn).toMatchObject({ boards: { up: 1 }, activities: { pamphlets: 150 } });

    // The list of several is decided on as one, by another officer of the zone.
    const [{ held } = { held: 0 }] = several;
    await expectRefusal(zone.post(`/api/held-acts/${held}/accept`, {}), 409, 'own-draft');
    await expectAnswer(other.post(`/api/held-acts/${held}/accept`, {}), 204);
    expect((await find(leaflets)).status).toBe('rejected');
    const [line] = await readAudit(database.pool, { subject: `activity/${leaflets.id}` }, 1);
    expect(line).toMatchObject({ action: 'activity.reject', actorId: zone.id });
    expect(JSON.parse(line?.after ?? '')).toMatchObject({
      acceptedBy: expect.any(String),
      effect: {
        changes: expect.arrayContaining([expect.objectContaining({ before: 150, after: null })]),
      },
    });
  });

  test('decides on what is small with one tap, and takes that back with one', async () => {
    const entry = await board('aliganj');
    const [{ activity } = { activity: null }] = await decide(zone, 'approve', [entry]);
    expect(activity).toMatchObject({ status: 'approved' });
    const [back] = await decide(zone, 'reopen', [activity as Entered]);
    expect(back).toMatchObject({ activity: { status: 'entered' }, held: null });
    // What another officer decided, or what was decided earlier, is not one's own to take back.
    const [again] = await decide(zone, 'approve', [back?.activity as Entered]);
    const [foreign] = await decide(other, 'reopen', [again?.activity as Entered], 'x');
    expect(foreign).toMatchObject({ activity: null, held: expect.any(Number) });
  });

  test('makes nothing rise out of proportion: beyond its stock an entry needs the zone, and that a third officer', async () => {
    await pamphlets(1000);
    const wild = await pamphlets(5_000_001, 'प्रायोजक ने छपवाए');
    expect(wild.status).toBe('appealed');
    const alone = await step(zone, 'approve', wild);
    expect([alone.statusCode, alone.json().error]).toEqual([400, 'reason-wanted']);
    expect(pluck(alone.json().effect.findings, 'code')).toEqual(['pamphlets counted share']);
    const [listed] = await decide(zone, 'approve', [wild], 'देखा');
    expect(listed).toMatchObject({ activity: null, held: expect.any(Number) });
    expect((await find(wild)).status).toBe('appealed');
  });

  test('is an office: what two accounts of one zone approve in a day is judged as one', async () => {
    await database.pool.query(
      `INSERT INTO activity (kind, district, day, status, entered_by, details)
       SELECT 'event', 'lucknow', '2019-04-01'::date + n, 'approved', 'x', '{"meetings":10}' FROM generate_series(1, 9) AS n`,
    );
    const meetings = () => enter({ kind: 'event', details: { meetings: 20 } });
    const [own, colleagues] = [await meetings(), await meetings()];
    await expectAnswer(step(zone, 'approve', own));
    const next = await step(other, 'approve', colleagues);
    expect([next.statusCode, pluck(next.json().effect?.findings ?? [], 'code')]).toEqual([
      400,
      ['meetings proved share', 'meetings proved days'],
    ]);
  });

  test('an act that waits is done once it is accepted, on the entry as it was', async () => {
    const entry = await board('gudamba');
    await acceptHeld(step(district, 'withdraw', entry, 'दूसरे थाने की थी'), zone);
    expect(await find(entry)).toMatchObject({ status: 'withdrawn', version: 2 });
    // Put back, it counts as it did.
    expect((await step(district, 'restore', await find(entry))).statusCode).toBe(200);
    const restored = await find(entry);
    const held = await expectAnswer<{ held: { id: number } }>(
      step(district, 'withdraw', restored, 'दूसरे थाने की थी'),
      202,
    );
    await expectAnswer(step(zone, 'approve', restored));
    await expectRefusal(zone.post(`/api/held-acts/${held.held.id}/accept`, {}), 409, 'stale');
    expect((await find(entry)).status).toBe('approved');
  });
});

describe('boards that no picture proves', async () => {
  const { district, colleague, zone, hq } = await openConsole({
    district: ['district', 'agra'],
    colleague: ['district', 'agra'],
    zone: ['zone', 'agra'],
    hq: 'hq',
  });
  const stations = boardStations(loadBaseDirectory());
  const of = (area: string) =>
    pluck(
      stations.filter(({ district: own }) => own === area),
      'id',
    );
  const enter = async (who: Officer, area: string, station: string): Promise<Entered> => {
    const body = { kind: 'board', district: area, station, day: '2019-04-10' };
    return (await expectAnswer<{ activity: Entered }>(who.post('/api/activities', body), 201))
      .activity;
  };
  const standing = async () => (await hq.get('/api/progress')).json().boards.up;

  test('count five a day by the word of one office, in a district and while few are known in the state', async () => {
    const own = of('agra').slice(0, 8);
    const entered = [];
    for (const station of own) entered.push(await enter(district, 'agra', station));
    expect(pluck(entered, 'status')).toEqual([
      ...Array<string>(5).fill('entered'),
      ...Array<string>(3).fill('appealed'),
    ]);
    await expect.poll(standing).toBe(5);
    // Another account of the district is the same hand.
    expect((await enter(colleague, 'agra', of('agra')[8] ?? '')).status).toBe('appealed');
    const wide = [];
    for (const area of ['mahoba', 'etah', 'lucknow'])
      for (const station of of(area).slice(0, 3))
        wide.push((await enter(hq, area, station)).status);
    expect(wide.filter((status) => status === 'entered').length).toBe(5);
    await expect.poll(standing).toBe(10);
    // The zone's word lets one count, and makes room for no more.
    const [, , , , , sixth] = entered;
    const approved = await zone.post(`/api/activities/${sixth?.id}/approve`, { version: 1 });
    expect(approved.statusCode).toBe(200);
    expect((await enter(district, 'agra', of('agra')[9] ?? '')).status).toBe('appealed');
  });
});

test('of a state full of boards a decision reads what each day counts, and each of its own entries twice', async () => {
  const database = await openPostgres();
  const { stations } = loadBaseDirectory();
  await database.pool.query(
    `INSERT INTO activity (kind, district, station, day, status, entered_by)
     SELECT 'board', district, station, '2019-04-01'::date + (number % 10)::int, 'entered', 'x'
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS board (district, station, number)`,
    [pluck(stations, 'district'), pluck(stations, 'id')],
  );
  const zone: Actor = { id: 'z', name: 'ADG', role: 'zone', zone: 'agra' };
  const read = { rows: 0, entries: 0 };
  const acts: Pick<HeldActs, 'open'> = {
    open: (kind) => (wanted) =>
      inTransaction(database.pool, async (tx) => {
        const counting = {
          query: async (text: string, values: unknown[]) => {
            const result = await tx.query(text, values);
            read.rows += result.rows.length;
            if (text.includes('FROM activity WHERE id')) read.entries += result.rows.length;
            return result;
          },
        } as unknown as Queryable;
        const effect = await kind.judge(counting, wanted.input);
        const by = { ...wanted, checker: null, effect };
        return { kind: 'done', result: await kind.apply(counting, wanted.input, by) };
      }),
  };
  const activities = makeActivities(database);
  const { rows } = await database.pool.query<{ id: number; version: number }>(
    `SELECT id::int AS id, version FROM activity WHERE district = 'agra' ORDER BY id`,
  );
  const change = openActivityChanges(activities, acts);
  const decided = rows.map((row) => ({ ...row, action: 'approve' as const, reason: '' }));
  await sayWords({ ...activities, change }, zone, decided);
  expect(read.entries).toBe(2 * rows.length);
  // With a version and a line of the log for each.
  expect(read.rows).toBeLessThan(5 * rows.length);
});
