import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../../../campaigns/offices/actor.ts';
import { activityHistory } from '../../../../messaging/field/activities/activities-sql.ts';
import { sumCounted } from '../../../../messaging/field/activities/check-activity.ts';
import { countOrderedPamphlets } from '../../../../messaging/print/purchase-orders/orders-sql.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { makeActivities, workOn } from './activities-fixture.ts';

const pro: Actor = { id: 'p', name: 'PRO Lucknow', role: 'district', district: 'lucknow' };
const agra: Actor = { id: 'a', name: 'PRO Agra', role: 'district', district: 'agra' };
const zone: Actor = { id: 'z', name: 'ADG Lucknow', role: 'zone', zone: 'lucknow' };
const fields = {
  pamphlet: 'pamphlets',
  vehicle: 'vehicles',
  event: 'meetings',
  sms: 'messages',
  ivr: 'calls',
};
const entry = (kind: keyof typeof fields, count: number, district = 'lucknow') => ({
  kind,
  district,
  day: '2019-04-10',
  details: { [fields[kind]]: count, ...(isOfOperator(kind) && { operator: 'बीएसएनएल' }) },
});
const isOfOperator = (kind: keyof typeof fields) => kind === 'sms' || kind === 'ivr';

describe('counts beyond what there is', async () => {
  const database = await openPostgres();
  const activities = makeActivities(database, { countOrdered: countOrderedPamphlets, fleet: 100 });
  const { record, decide, correct, withdraw, restore } = workOn(activities);
  const counted = () =>
    sumCounted(database.pool, { kind: 'pamphlet', district: 'lucknow', day: null }, null);

  const order = (district: string, station: string, pieces: Record<string, number>) =>
    database.pool.query(
      `WITH placed AS (
         INSERT INTO purchase_order (district, year, number, vendor, ordered_by, ordered_on, cancelled_by)
         VALUES ($1, 2019, 1, 'Press', 'PRO', '2019-04-01', NULL), ($1, 2019, 2, 'Press', 'PRO', '2019-04-01', 'PRO')
         RETURNING id
       ), parcels AS (
         INSERT INTO parcel (code, order_id, district, station)
         SELECT 'P' || id, id, $1, $2 FROM placed RETURNING id, order_id
       )
       INSERT INTO purchase_order_line (order_id, parcel_id, station, artwork, path, sha256, quantity, unit, rate_paise, area_centi_sq_ft, added_by)
       SELECT order_id, id, $2, artwork, 'file', repeat('0', 64), quantity, 'piece', 100, 0, 'PRO'
       FROM parcels, unnest($3::text[], $4::int[]) AS line (artwork, quantity)`,
      [district, station, Object.keys(pieces), Object.values(pieces)],
    );
  // 300 by the piece and 100 sheets of four; an order that was cancelled counts for nothing.
  beforeAll(() => order('lucknow', 'chowk', { pamphlet: 300, 'pamphlet-4up': 100, board: 9 }));

  test('more pamphlets than were ordered wait for another officer with the reason, and count then', async () => {
    expect(await record(pro, entry('pamphlet', 600))).toMatchObject({ kind: 'done' });
    const more = entry('pamphlet', 101);
    expect(await record(pro, more)).toEqual({
      kind: 'refused',
      code: 'activity-beyond',
      beyond: { field: 'pamphlets', most: 100 },
    });
    expect(await record(pro, entry('pamphlet', 100))).toMatchObject({
      activity: { status: 'entered', reason: '' },
    });
    const why = 'प्रायोजक ने छपवाए';
    const waiting = await record(pro, more, { reason: why });
    expect(waiting).toMatchObject({ activity: { status: 'appealed', reason: why } });
    expect(await counted()).toBe(700);
    if (waiting.kind !== 'done') return;
    const { id, version } = waiting.activity;
    const approve = { action: 'approve', reason: '' } as const;
    expect(await decide(pro, { id, version }, approve)).toMatchObject({ code: 'not-allowed' });
    expect(await decide(zone, { id, version }, approve)).toMatchObject({
      activity: { status: 'approved' },
    });
    expect(await counted()).toBe(801);
  });

  test('an order that a district writes itself does not widen what it may enter', async () => {
    const pro: Actor = { id: 'm', name: 'PRO Mahoba', role: 'district', district: 'mahoba' };
    const wide = entry('pamphlet', 400_000, 'mahoba');
    const refused = await record(pro, wide);
    expect(refused).toMatchObject({ code: 'activity-beyond' });
    await order('mahoba', 'kabrai', { 'pamphlet-4up': 100_000 });
    expect(await record(pro, wide)).toEqual(refused);
  });

  test('a correction is bounded like an entry, and what was taken back comes back within the bound', async () => {
    const { activity } = (await record(pro, entry('pamphlet', 10), {
      reason: 'प्रायोजक ने छपवाए',
    })) as { activity: { id: number; version: number } };
    const { id } = activity;
    const corrected = { details: { pamphlets: 20 }, remark: '' };
    expect(await correct(pro, { id, version: 1 }, corrected)).toMatchObject({
      code: 'activity-beyond',
      beyond: { most: 0 },
    });
    expect(
      await correct(pro, { id, version: 1 }, { ...corrected, reason: 'और छपवाए' }),
    ).toMatchObject({ activity: { status: 'appealed', reason: 'और छपवाए', version: 2 } });
    expect((await activityHistory(database.pool, id)).map(({ action }) => action)).toEqual([
      'enter',
      'appeal',
    ]);
    const first = 1;
    await withdraw(pro, { id: first, version: 1 }, 'भूल');
    await record(pro, entry('pamphlet', 499));
    expect(await restore(pro, { id: first, version: 2 })).toMatchObject({
      code: 'activity-beyond',
    });
  });

  test('what is refused is told only to officers who may change the entry', async () => {
    const wide = { details: { pamphlets: 90_000 }, remark: '' };
    expect(await correct(agra, { id: 2, version: 1 }, wide)).toMatchObject({ code: 'not-found' });
    expect(await correct(zone, { id: 2, version: 1 }, wide)).toMatchObject({ code: 'not-allowed' });
    expect(await correct(pro, { id: 2, version: 7 }, wide)).toMatchObject({ code: 'stale' });
  });

  test('a correction that says no more than was accepted needs no reason; of what was rejected it does', async () => {
    const entered = await record(pro, entry('pamphlet', 50), { reason: 'प्रायोजक' });
    if (entered.kind !== 'done') throw new Error(JSON.stringify(entered));
    const { id } = entered.activity;
    const at = (version: number) => ({ id, version });
    await decide(zone, at(1), { action: 'approve', reason: '' });
    const same = { details: { pamphlets: 50 }, remark: 'टंकण' };
    expect(await correct(pro, at(2), same)).toMatchObject({
      activity: { status: 'entered', remark: 'टंकण' },
    });
    await decide(zone, at(3), { action: 'reject', reason: 'प्रमाण नहीं' });
    const before = await counted();
    expect(await correct(pro, at(4), { ...same, remark: 'फिर' })).toMatchObject({
      code: 'activity-beyond',
    });
    expect(await counted()).toBe(before);
  });

  test('two entries at once are bounded together', async () => {
    const half = entry('event', 60);
    const outcomes = await Promise.all([record(pro, half), record(pro, half)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
  });

  // Agra has 50 of the 1,729 stations of the state, and the state 100 vehicles here.
  test.each([
    ['pamphlets, none of which were ordered', 'pamphlet', 50_000],
    ['vehicles of its share of the fleet', 'vehicle', 3],
    ['meetings of a day', 'event', 100],
  ] as const)('a district is bounded by its own: %s', async (_, kind, most) => {
    expect(await record(agra, entry(kind, most + 1, 'agra'))).toMatchObject({
      code: 'activity-beyond',
      beyond: { field: fields[kind], most },
    });
    const waiting = await record(agra, entry(kind, most + 1, 'agra'), { reason: 'नमूना' });
    expect(waiting).toMatchObject({ activity: { status: 'appealed' } });
    expect(await record(agra, entry(kind, most, 'agra'))).toMatchObject({ kind: 'done' });
    expect(await record(agra, entry(kind, 1, 'agra'))).toMatchObject({ beyond: { most: 0 } });
    const nextDay = await record(agra, { ...entry(kind, 1, 'agra'), day: '2019-04-11' });
    expect(nextDay.kind).toBe(kind === 'event' ? 'done' : 'refused');
  });

  test.each([
    ['sms', 100_000],
    ['ivr', 100_000],
  ] as const)(
    '%s that others sent are bounded in a day by what the state counts',
    async (kind, most) => {
      const dgp: Actor = { id: 'd', name: 'PRO to DGP', role: 'pro-dgp' };
      const hq: Actor = { id: 'h', name: 'HQ', role: 'hq' };
      const beyond = { code: 'activity-beyond', beyond: { field: fields[kind], most } };
      expect(await record(dgp, entry(kind, most + 1, ''))).toMatchObject(beyond);
      // An old entry that is corrected, and several small ones, add up to the same.
      const small = await record(dgp, entry(kind, most - 1, ''));
      if (small.kind !== 'done') throw new Error(JSON.stringify(small));
      expect(await record(agra, entry(kind, 2, 'agra'))).toMatchObject({ beyond: { most: 1 } });
      const { id, version } = small.activity;
      const wide = { details: entry(kind, most + 1, '').details, remark: '' };
      expect(await correct(dgp, { id, version }, wide)).toMatchObject(beyond);
      const ten = await record(dgp, entry(kind, 10_000_000, ''), { reason: 'ऑपरेटर का पत्र' });
      if (ten.kind !== 'done') throw new Error(JSON.stringify(ten));
      expect(ten.activity.status).toBe('appealed');
      await decide(hq, ten.activity, { action: 'approve', reason: '' });
      // Of ten million and more a twentieth is no more than usual.
      expect(await record(dgp, entry(kind, 350_000, ''))).toMatchObject({ kind: 'done' });
    },
  );

  test('what others sent is bounded in eight weeks too: three days’ worth, however few a day', async () => {
    await database.pool.query("UPDATE activity SET status = 'withdrawn' WHERE kind = 'sms'");
    const dgp: Actor = { id: 'd', name: 'PRO to DGP', role: 'pro-dgp' };
    const outcomes = [];
    for (let day = 0; day < 4; day += 1) {
      outcomes.push((await record(dgp, entry('sms', 100_000, ''))).kind);
      await database.pool.query(
        "UPDATE activity_version SET changed_at = changed_at - interval '2 days'",
      );
    }
    expect(outcomes).toEqual(['done', 'done', 'done', 'refused']);
  });

  const on = (kind: string, details: object, more: object = {}) =>
    record(agra, { kind, district: 'agra', day: '2019-04-10', details, ...more });
  const inCinema = (cinema: string, more: object) => ({
    ...{ cinema, town: 'आगरा', screens: 1, run: '2019-04-09/2019-04-10', showsPerDay: 8, ...more },
  });
  const onAir = (broadcaster: string, more: object) => ({
    ...{ broadcaster, town: 'आगरा', seconds: '10', run: '2019-04-08/2019-04-10', ...more },
  });
  test.each([
    ['posts of a day', 'social', 'posts', 100, (posts: number) => ({ platform: 'x', posts })],
    [
      'news of a day',
      'newspaper',
      'items',
      100,
      (items: number) => ({ newspaper: 'अमर उजाला', type: 'news', items }),
    ],
    [
      'shows of a screen',
      'film',
      'showsPerDay',
      8,
      (showsPerDay: number) => inCinema('संजय', { showsPerDay }),
    ],
    [
      'spots of a channel',
      'radio',
      'spotsPerDay',
      96,
      (spotsPerDay: number) => onAir('Radio One', { spotsPerDay }),
    ],
  ] as const)(
    'a district is bounded by its own, day for day: %s',
    async (_, kind, field, most, make) => {
      expect(await on(kind, make(most + 1))).toMatchObject({ beyond: { field, most } });
      expect(await on(kind, make(most - 1))).toMatchObject({ kind: 'done' });
      // What was entered for a day before counts with it, and what only adds a paper is no more.
      expect(await on(kind, make(2))).toMatchObject({ beyond: { field, most: 1 } });
      const last = await on(kind, make(1));
      if (last.kind !== 'done') throw new Error(JSON.stringify(last));
      const { id, version } = last.activity;
      const same = { details: last.activity.details, remark: 'टंकण' };
      expect(await correct(agra, { id, version }, same)).toMatchObject({ kind: 'done' });
    },
  );

  test('many channels, cinemas and papers are no way around: stations bound them together', async () => {
    const channels = ['A', 'B', 'C'].map((name) => onAir(name, { spotsPerDay: 90 }));
    // Of three hundred spots a day ninety-six are there already.
    const spots = [];
    for (const details of channels) spots.push((await on('radio', details)).kind);
    expect(spots).toEqual(['done', 'done', 'refused']);
    const total = onAir('D', { spots: 100, run: '2019-04-10/2019-04-10' });
    expect(await on('radio', total)).toMatchObject({ beyond: { field: 'spots', most: 24 } });
    const theatres = [];
    for (const [at, day] of ['2019-04-01', '2019-04-02', '2019-04-03'].entries())
      for (let cinema = 0; cinema < 34; cinema += 1) {
        const run = `${day}/${day}`;
        const { kind } = await on('film', inCinema(`${at} ${cinema}`, { run, showsPerDay: 1 }));
        theatres.push(kind);
      }
    expect(theatres.filter((kind) => kind === 'done').length).toBe(99);
    expect(await on('film', inCinema('और', {}))).toMatchObject({
      beyond: { field: 'cinema', most: 0 },
    });
    const leaflets = (count: number) => ({
      pamphlets: 1,
      newspapers: Array.from({ length: count }, (_, at) => `पत्र ${at}`),
    });
    const hq: Actor = { id: 'h', name: 'HQ', role: 'hq' };
    const inEtah = (count: number) =>
      record(hq, { ...entry('pamphlet', 1, 'etah'), details: leaflets(count) });
    expect(await inEtah(30)).toMatchObject({ kind: 'done' });
    expect(await inEtah(30)).toMatchObject({ beyond: { field: 'newspapers', most: 12 } });
  });

  test('what belongs to no district is bounded in a day by what the state counts, in each kind', async () => {
    const hq: Actor = { id: 'h', name: 'HQ', role: 'hq' };
    const second: Actor = { id: 's', name: 'HQ 2', role: 'hq' };
    for (const [kind, wide] of [
      ['pamphlet', 100_000_000],
      ['event', 1_000_000],
      ['vehicle', 98],
    ] as const) {
      const refused = await record(hq, entry(kind, wide, ''));
      expect(refused, kind).toMatchObject({ beyond: { field: fields[kind] } });
      const { most } = (refused as unknown as { beyond: { most: number } }).beyond;
      expect(await record(hq, entry(kind, most, ''))).toMatchObject({ kind: 'done' });
      expect(await record(second, entry(kind, most, ''))).toMatchObject({ beyond: {} });
      const waiting = await record(hq, entry(kind, wide, ''), { reason: 'नमूना' });
      expect(waiting).toMatchObject({ activity: { status: 'appealed' } });
    }
  });
});

test('where nobody knows the fleet, its stations bound the vehicles of a district', async () => {
  const { record } = workOn(makeActivities(await openPostgres()));
  expect(await record(agra, entry('vehicle', 6000, 'agra'))).toMatchObject({
    code: 'activity-beyond',
    beyond: { field: 'vehicles', most: 500 },
  });
});
