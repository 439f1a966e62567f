import { beforeEach, describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { toActor } from '../../../../campaigns/offices/office.ts';
import { loadProgress } from '../../../../messaging/figures/progress/progress-data.ts';
import {
  countHeld,
  createHeldActs,
  decide,
  listSeen,
} from '../../../../messaging/people/held-acts/held-acts.ts';
import { readAudit, verifyAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import type { Queryable } from '../../../../messaging/platform/database/transaction.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import { Refusal } from '../../../../messaging/platform/process/refusal.ts';
import { openConsole } from '../../fixtures/open-console.ts';

/** A count that one officer moves by up to ten. */
describe('acts that take two officers', async () => {
  const { database, ...officers } = await openConsole({
    maker: ['district', 'agra'],
    zone: ['zone', 'agra'],
    otherZone: ['zone', 'lucknow'],
    hq: 'hq',
    otherHq: 'hq',
  });
  const actors = {
    maker: toActor({ id: officers.maker.id, name: 'PRO', role: 'district', area: 'agra' }),
    zone: toActor({ id: officers.zone.id, name: 'ADG', role: 'zone', area: 'agra' }),
    otherZone: toActor({ id: officers.otherZone.id, name: 'ADG 2', role: 'zone', area: 'lucknow' }),
    hq: toActor({ id: officers.hq.id, name: 'HQ', role: 'hq', area: null }),
    otherHq: toActor({ id: officers.otherHq.id, name: 'HQ 2', role: 'hq', area: null }),
  };
  const caller = (name: keyof typeof actors) => ({ actor: actors[name], requestId: 'r' });
  const book = createHeldActs({ database, clock: createClock(), directory: loadDirectory() });
  await database.pool.query('CREATE TABLE counted (value int NOT NULL)');
  const readCount = async (tx: Queryable = database.pool) =>
    (await tx.query<{ value: number }>('SELECT value FROM counted')).rows[0]?.value ?? 0;
  const setCount = (value: number, tx: Queryable = database.pool) =>
    tx.query('UPDATE counted SET value = $1', [value]);
  await database.pool.query('INSERT INTO counted VALUES (0)');
  const what = { hi: 'संख्या', en: 'Count' };
  const add = book.open<{ by: number }, number>({
    kind: 'count',
    title: ['संख्या', 'Count'],
    may: 'activity.approve',
    judge: async (tx, { by }) => {
      const before = await readCount(tx);
      return {
        changes: [{ what, before, after: before + by }],
        findings: by > 10 ? [{ code: 'far', hi: 'दस से अधिक', en: 'more than ten' }] : [],
      };
    },
    apply: async (tx, { by }) => {
      const after = (await readCount(tx)) + by;
      if (after > 5000) throw new Refusal('no-such-area');
      await setCount(after, tx);
      return after;
    },
  });
  const want = (by: number, reason = '') =>
    add({
      input: { by },
      subject: 'count/1',
      district: 'agra',
      reason,
      maker: actors.maker,
      madeBy: 'PRO',
      requestId: 'r',
    });
  const hold = async (by = 20) => {
    const outcome = await want(by, 'नमूना');
    if (outcome.kind !== 'held') throw new Error(`Expected it to be held: ${by}`);
    return outcome.held.id;
  };
  beforeEach(async () => {
    await setCount(0);
    await database.pool.query('TRUNCATE held_act');
  });

  test('what needs no second officer is done at once', async () => {
    expect(await want(10)).toEqual({ kind: 'done', result: 10 });
    expect(await listSeen(book, actors.maker, 10)).toEqual([]);
  });

  test('one that does is refused with its effect until its maker gives a reason, and then waits', async () => {
    await expect(want(11)).rejects.toMatchObject({
      code: 'reason-wanted',
      fields: { effect: { changes: [{ before: 0, after: 11 }], findings: [{ code: 'far' }] } },
    });
    await expect(want(5001, 'नमूना')).rejects.toMatchObject({ code: 'no-such-area' });
    const id = await hold(11);
    expect(await readCount()).toBe(0);
    const seenBy = async (name: keyof typeof actors) =>
      (await listSeen(book, actors[name], 10)).map((act) => [act.id, act.own, act.mayDecide]);
    expect(await seenBy('maker')).toEqual([[id, true, false]]);
    expect(await seenBy('zone')).toEqual([[id, false, true]]);
    expect(await seenBy('hq')).toEqual([[id, false, true]]);
    expect(await seenBy('otherZone')).toEqual([]);
    expect([await countHeld(book, actors.zone), await countHeld(book, actors.maker)]).toMatchObject(
      [{ count: 1 }, { count: 0 }],
    );
  });

  test('what follows for levels and places is tried out and shown to both officers, and nothing of it stays', async () => {
    const campaign = loadCampaign('up-cop');
    const directory = loadDirectory();
    book.league.read = (tx) =>
      loadProgress({ pool: tx, campaign, directory }, { today: '2019-04-12', now: new Date() });
    const enter = book.open<{ station: string }, void>({
      kind: 'board',
      title: ['बोर्ड', 'Board'],
      may: 'activity.approve',
      movesLeague: true,
      judge: async () => ({ changes: [], findings: [{ code: 'far', hi: 'दूर', en: 'far' }] }),
      async apply(tx, { station }) {
        await tx.query(
          `INSERT INTO activity (kind, district, station, day, status, entered_by)
           VALUES ('board', 'agra', $1, '2019-04-10', 'verified', 'x')`,
          [station],
        );
      },
    });
    const given = { input: { station: 'kotwali' }, subject: 'board/1', district: 'agra' };
    const wanted = { ...given, maker: actors.maker, madeBy: 'PRO' };
    const changes = [{ what: { en: 'Boards: Pictured' }, before: 0, after: 1, aside: true }];
    await expect(enter({ ...wanted, reason: '' })).rejects.toMatchObject({
      fields: { effect: { changes } },
    });
    await enter({ ...wanted, reason: 'नमूना' });
    const countBoards = async () =>
      (await database.pool.query(`SELECT FROM activity WHERE kind = 'board'`)).rowCount;
    expect(await countBoards()).toBe(0);
    const [seen] = await listSeen(book, actors.zone, 10);
    expect(seen?.effect).toMatchObject({ changes });
    await decide(book, { id: seen?.id ?? 0, state: 'accepted', reason: '' }, caller('zone'));
    expect(await countBoards()).toBe(1);
    delete book.league.read;
  });

  test('a second officer of its area accepts it; both officers, the reason and both figures are in the log', async () => {
    const id = await hold();
    await decide(book, { id, state: 'accepted', reason: 'देखा' }, caller('zone'));
    expect(await readCount()).toBe(20);
    const [accepted, proposed] = await readAudit(database.pool, { subject: `held-act/${id}` }, 5);
    expect(JSON.parse(accepted?.after ?? '')).toMatchObject({
      about: 'count/1',
      effect: { changes: [{ before: 0, after: 20 }] },
      reason: 'देखा',
    });
    expect(JSON.parse(accepted?.before ?? '')).toMatchObject({ maker: 'PRO', reason: 'नमूना' });
    expect([accepted, proposed]).toMatchObject([
      { action: 'held-act.accept', actorId: actors.zone.id, district: 'agra' },
      { action: 'held-act.propose', actorId: actors.maker.id },
    ]);
    expect(JSON.parse(proposed?.after ?? '').readers).toContain(actors.zone.id);
    expect(JSON.parse(proposed?.after ?? '').readers).not.toContain(actors.otherZone.id);
    expect(await verifyAudit(database.pool)).toMatchObject({ kind: 'whole' });
    const again = decide(book, { id, state: 'refused', reason: 'x' }, caller('hq'));
    await expect(again).rejects.toMatchObject({ code: 'decided-already' });
  });

  test.each([
    { who: 'maker', state: 'accepted', code: 'not-allowed' },
    { who: 'otherZone', state: 'accepted', code: 'not-allowed' },
    { who: 'otherZone', state: 'refused', code: 'not-allowed' },
    { who: 'zone', state: 'withdrawn', code: 'not-allowed' },
  ] as const)('$who may not have it $state', async ({ who, state, code }) => {
    const id = await hold();
    await expect(decide(book, { id, state, reason: 'x' }, caller(who))).rejects.toMatchObject({
      code,
    });
    expect(await readCount()).toBe(0);
  });

  test('its maker is no second officer, whatever the office', async () => {
    const outcome = await add({
      ...{ input: { by: 20 }, subject: 'count/1', district: 'agra', reason: 'नमूना' },
      ...{ maker: actors.zone, madeBy: 'ADG', requestId: 'r' },
    });
    const id = outcome.kind === 'held' ? outcome.held.id : 0;
    const accepting = decide(book, { id, state: 'accepted', reason: '' }, caller('zone'));
    await expect(accepting).rejects.toMatchObject({ code: 'own-draft' });
  });

  test.each([
    { who: 'zone', state: 'refused' },
    { who: 'maker', state: 'withdrawn' },
  ] as const)('$who has it $state, and nothing changes', async ({ who, state }) => {
    const id = await hold();
    await decide(book, { id, state, reason: 'नहीं' }, caller(who));
    expect(await readCount()).toBe(0);
    expect(await listSeen(book, actors.maker, 10)).toMatchObject([{ id, state }]);
    expect(await hold()).toBeGreaterThan(id);
  });

  test('it is judged again when it is accepted, and refused where it would do more than its maker saw', async () => {
    const id = await hold();
    await setCount(1000);
    await decide(book, { id, state: 'accepted', reason: '' }, caller('zone'));
    expect(await readCount()).toBe(1020);
    const later = await hold();
    await database.pool.query(
      `UPDATE held_act SET effect = jsonb_set(effect, '{changes,0,after}', '1001') WHERE id = $1`,
      [later],
    );
    await database.pool.query(
      `UPDATE held_act SET effect = jsonb_set(effect, '{changes,0,before}', '1000') WHERE id = $1`,
      [later],
    );
    const accepting = decide(book, { id: later, state: 'accepted', reason: '' }, caller('zone'));
    await expect(accepting).rejects.toMatchObject({ code: 'changed-since' });
    expect(await readCount()).toBe(1020);
  });

  test('one act waits for a thing: the same again is that one, another is refused', async () => {
    const id = await hold();
    expect(await hold()).toBe(id);
    await expect(hold(30)).rejects.toMatchObject({ code: 'act-waits' });
  });

  test('where no officer brought it, the first who accepts it says why and vouches for it; another does it', async () => {
    const lay = (by: number) =>
      add({
        ...{ input: { by }, subject: 'count/1', reason: '' },
        ...{ maker: 'service', madeBy: 'inbox' },
      });
    const held = async (by: number) => {
      const outcome = await lay(by);
      return outcome.kind === 'held' ? outcome.held.id : 0;
    };
    const accept = (id: number, who: keyof typeof actors, reason = '') =>
      decide(book, { id, state: 'accepted', reason }, caller(who));
    const id = await held(20);
    await expect(accept(id, 'hq')).rejects.toMatchObject({ code: 'reason-wanted' });
    // What belongs to no district is not a zone's.
    await expect(accept(id, 'zone', 'x')).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await accept(id, 'hq', 'डाक से मिला')).toMatchObject({ held: { id } });
    expect(await readCount()).toBe(0);
    expect(await listSeen(book, actors.hq, 9)).toMatchObject([
      {
        id,
        own: true,
        vouched: true,
        state: 'waiting',
        madeBy: 'inbox · HQ',
        reason: 'डाक से मिला',
      },
    ]);
    const [proposed] = await readAudit(database.pool, { subject: `held-act/${id}` }, 1);
    expect(proposed).toMatchObject({ action: 'held-act.propose', actorId: actors.hq.id });
    expect(JSON.parse(proposed?.after ?? '').readers).toEqual([actors.otherHq.id]);
    await expect(accept(id, 'hq', 'x')).rejects.toMatchObject({ code: 'own-draft' });
    // The file is not the officer's own: taking it back needs a reason.
    const withdraw = (reason: string) =>
      decide(book, { id, state: 'withdrawn', reason }, caller('hq'));
    await expect(withdraw('')).rejects.toMatchObject({ code: 'reason-wanted' });
    expect(await accept(id, 'otherHq')).toBeUndefined();
    expect(await readCount()).toBe(20);
    const doubted = await held(25);
    await accept(doubted, 'hq', 'x');
    await decide(book, { id: doubted, state: 'withdrawn', reason: 'दोहरा' }, caller('hq'));
    expect(await readCount()).toBe(20);
    // A later file takes the place of one that was vouched for.
    const later = await held(30);
    await accept(later, 'hq', 'x');
    const latest = await held(40);
    await expect(accept(later, 'otherHq')).rejects.toMatchObject({ code: 'decided-already' });
    expect(latest).toBeGreaterThan(later);
  });
});
