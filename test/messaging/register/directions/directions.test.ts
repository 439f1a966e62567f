import { beforeAll, describe, expect, test, vi } from 'vitest';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { boardStations } from '../../../../campaigns/directory/station.ts';
import { dayMs } from '../../../../campaigns/durations.ts';
import type { Actor } from '../../../../campaigns/offices/actor.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { answeredDirections } from '../../../../messaging/register/directions/answered.ts';
import { writtenPdf } from '../../field/activities/paper.ts';
import { listActions, pluck } from '../../fixtures/answers.ts';
import { makeProgress } from '../../fixtures/progress.ts';
import { openRegister } from '../register-fixture.ts';

const officers: Record<string, Actor> = {
  agra: { id: 'a', name: 'PRO Agra', role: 'district', district: 'agra' },
  mathura: { id: 'm', name: 'PRO Mathura', role: 'district', district: 'mathura' },
  lucknow: { id: 'l', name: 'PRO Lucknow', role: 'district', district: 'lucknow' },
  zone: { id: 'z', name: 'ADG Agra', role: 'zone', zone: 'agra' },
  otherZone: { id: 'oz', name: 'ADG Lucknow', role: 'zone', zone: 'lucknow' },
  hq: { id: 'h', name: 'HQ one', role: 'hq' },
  hq2: { id: 'h2', name: 'HQ two', role: 'hq' },
  guest: { id: 'g', name: 'HQ guest', role: 'hq' },
  pro: { id: 'p', name: 'PRO to DGP', role: 'pro-dgp' },
  crime: { id: 'c', name: 'ADG Crime', role: 'branch', branch: 'crime' },
};
const stations = boardStations(loadBaseDirectory());

/** The progress with boards at two stations of Agra. */
const progressOn = (today: string) =>
  makeProgress(today, {
    districts: loadBaseDirectory().districts.map(({ id }) => ({
      id,
      stations: pluck(
        stations.filter(({ district }) => district === id),
        'id',
      ),
    })),
    activities: ['baah', 'etmadpur'].map((station) => ({
      measure: 'boards' as const,
      district: 'agra',
      station,
      count: 1,
      verified: true,
      day: '2019-04-02',
    })),
  });

/** Does something as if it were two days ago. */
async function longAgo<Done>(work: () => Promise<Done>): Promise<Done> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 2 * dayMs });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
}

describe('the register', async () => {
  let today = '2019-04-07';
  const { database, campaign, directory, upload, ...server } = await openRegister(officers, {
    progress: () => progressOn(today),
    prefix: '/api/directions',
  });
  beforeAll(async () => {
    // The account `g` was let in by the officer `h`.
    await database.pool.query(
      `INSERT INTO person (id, name, email, role, invited_by)
       VALUES ('h', 'HQ one', 'h@example.in', 'hq', NULL), ('h2', 'HQ two', 'h2@example.in', 'hq', NULL),
         ('g', 'HQ guest', 'g@example.in', 'hq', 'h')`,
    );
  });

  async function ask(...asked: Parameters<typeof server.ask>) {
    const { status, body } = await server.ask(...asked);
    return { status, body, error: body.error, state: body.occurrence?.state };
  }
  const post = (who: string, url: string, payload: object) => ask(who, 'POST', url, payload);
  const read = (who: string, key: string) =>
    ask(who, 'GET', `/occurrence?key=${encodeURIComponent(key)}`);
  const list = async (who: string, query = '') =>
    (await ask(who, 'GET', `/occurrences${query}`)).body;
  const submit = async (who: string, key: string, version: number, more: object = {}) => {
    await server.layPaper(key);
    return handIn(who, key, version, more);
  };
  const handIn = (who: string, key: string, version: number, more: object = {}) =>
    post(who, '/occurrence/submit', {
      key,
      version,
      details: 'प्रेषित',
      figures: {},
      ...more,
    });
  /** HQ one hands in for another office; HQ two accepts it where that waits. */
  const submitFor = async (key: string, more: object = {}) => {
    const { status, body } = await submit('hq', key, 0, more);
    if (status === 202) expect(await accept('hq2', body.held.id)).toBe(null);
    return read('hq', key);
  };
  const decide = (who: string, key: string, version: number, action: string, remark = '') =>
    post(who, '/occurrence/decide', { key, version, action, remark });
  const onHeld = async (who: string, id: number, verb: 'accept' | 'withdraw') => {
    const url = `/api/held-acts/${id}/${verb}`;
    const headers = { 'x-who': who };
    const answer = await server.app.inject({ method: 'POST', url, headers, payload: {} });
    return answer.statusCode === 204 ? null : answer.json().error;
  };
  const accept = (who: string, id: number) => onHeld(who, id, 'accept');
  const withdraw = (who: string, id: number) => onHeld(who, id, 'withdraw');
  const meet = async (title: string, day: string, minutes: string) =>
    (await post('hq', '/meetings', { title, day, minutes })).body;
  const check = (point: number, terms: object, reason = '') =>
    post('hq', `/points/${point}/check`, { version: 1, terms, reason });
  const drop = (point: number, version: number, reason = '') =>
    post('hq', `/points/${point}/drop`, { version, dropped: true, reason });
  const pms = { figures: { districts: 8, reviewed: 96 } };

  test('a zone sends the PMS information for March, HQ returns it, the zone mends, HQ consolidates', async () => {
    const key = '2B/zone:agra/2019-03';
    const seen = await read('zone', key);
    expect(seen.body).toMatchObject({
      occurrence: { due: '2019-04-05', lateDays: 2, state: 'to-start', version: 0 },
      may: ['save', 'submit'],
      onBehalf: false,
    });
    expect((await read('otherZone', key)).status).toBe(404);
    expect((await submit('zone', key, 0, { figures: { districts: 8 } })).error).toBe(
      'direction-figures',
    );
    expect(
      (await submit('zone', key, 0, { details: '', figures: { ...pms.figures, other: 1 } })).error,
    ).toBe('direction-figures');
    const sent = await submit('zone', key, 0, pms);
    expect(sent.body.occurrence).toMatchObject({
      state: 'submitted',
      lateDays: 2,
      submittedOn: '2019-04-07',
    });
    expect((await decide('hq', key, 1, 'return')).error).toBe('direction-remark');
    expect((await decide('zone', key, 1, 'accept', '')).error).toBe('not-allowed');
    today = '2019-04-08';
    const returned = await decide('hq', key, 1, 'return', 'जनपद मथुरा की सूचना नहीं है');
    expect(returned.body).toMatchObject({
      // It is owed again, and counts to today.
      occurrence: { state: 'returned', lateDays: 3, open: true },
    });
    expect((await submit('zone', key, 1, pms)).error).toBe('stale');
    const saved = await ask('zone', 'PUT', '/occurrence', {
      key,
      version: 2,
      details: 'मथुरा जोड़ा',
      figures: {},
    });
    expect(saved.body.occurrence).toMatchObject({ state: 'returned', version: 3 });
    const mended = await submit('zone', key, 3, { figures: { districts: 8, reviewed: 110 } });
    expect(mended.body.occurrence).toMatchObject({ state: 'submitted', submittedOn: '2019-04-07' });
    expect((await decide('hq', key, 4, 'accept')).state).toBe('accepted');
    const steps = (await read('hq', key)).body.steps;
    expect(pluck(steps, 'action')).toEqual(['accept', 'submit', 'return', 'submit']);
    expect(steps[2]).toMatchObject({ remark: 'जनपद मथुरा की सूचना नहीं है', byName: 'HQ one' });

    const whole = '2B-dgp/hq/2019-03';
    const gathered = (await read('hq', whole)).body;
    expect(gathered.occurrence).toMatchObject({ due: null, dueBy: 'none', lateDays: 0 });
    expect(gathered.parts).toHaveLength(8);
    expect(gathered.parts[0]).toMatchObject({
      office: 'zone:agra',
      state: 'accepted',
      figures: { districts: 8, reviewed: 110 },
    });
    expect(gathered.parts[1]).toMatchObject({ state: 'to-start', lateDays: 3, figures: {} });
    expect((await submit('hq', whole, 0, { figures: { districts: 8, reviewed: 110 } })).state).toBe(
      'submitted',
    );
    // Two persons: neither who wrote it, nor whom that officer let in.
    expect((await decide('hq', whole, 1, 'accept')).error).toBe('own-obligation');
    expect((await read('hq', whole)).body).toMatchObject({ second: { bar: 'own-draft' } });
    expect((await decide('hq2', whole, 1, 'accept')).error).toBe('own-obligation');
    expect((await decide('pro', whole, 1, 'accept')).state).toBe('accepted');
    expect(await listActions(database, `direction/${key}`, 20)).toEqual([
      'direction.accept',
      'direction.submit',
      'direction.return',
      'direction.submit',
    ]);
  });

  test('who let another officer in does not have that one accept what it wrote', async () => {
    const key = '2A/zone:bareilly/standing';
    await longAgo(() => submit('guest', key, 0));
    expect((await decide('hq', key, 1, 'accept')).error).toBe('own-guest');
  });

  test('what HQ enters for an office says so', async () => {
    const key = '3A/branch:crime/once';
    const sent = await longAgo(() => submit('hq', key, 0));
    expect(sent.body).toMatchObject({
      onBehalf: true,
      steps: [{ onBehalf: true, byName: 'HQ one' }],
    });
    const [act] = await readAudit(database.pool, { subject: `direction/${key}` }, 5);
    expect(act).toMatchObject({ action: 'direction.submit-for', actorName: 'HQ one' });
    expect((await read('crime', key)).body.may).toEqual(['withdraw']);
    expect((await decide('hq2', key, 1, 'return', 'पूरा नहीं')).state).toBe('returned');
    expect((await read('crime', key)).body.may).toEqual(['save', 'submit']);
  });

  test('a district hands in, its zone forwards, another zone sees nothing of it, HQ accepts', async () => {
    const key = 'L3/district:agra/2019-03';
    await submit('agra', key, 0, { figures: { officers: 8, reviewed: 40 } });
    expect((await read('otherZone', key)).status).toBe(404);
    expect((await read('zone', key)).body.may).toEqual(['forward', 'return']);
    expect((await decide('zone', key, 1, 'forward')).body.occurrence).toMatchObject({
      forwarded: true,
      state: 'submitted',
    });
    expect((await list('hq', '?state=submitted&obligation=L3')).entries).toMatchObject([
      { key, forwarded: true },
    ]);
    expect((await decide('hq', key, 2, 'accept')).state).toBe('accepted');
    expect((await decide('hq', key, 3, 'reopen')).error).toBe('direction-remark');
    // The district's score counts it: one officer alone takes no answer back.
    const { held } = (await decide('hq', key, 3, 'reopen', 'आँकड़े जाँचने हैं')).body;
    expect(pluck(held.effect.findings, 'code')).toEqual(['answers']);
    expect([(await read('hq', key)).state, await accept('hq', held.id)]).toEqual([
      'accepted',
      'own-draft',
    ]);
    expect(await accept('hq2', held.id)).toBe(null);
    expect((await read('hq', key)).state).toBe('in-progress');
  });

  test('an office takes back what it handed in and mends it, until it is accepted; the score counts it from then', async () => {
    const key = 'L3/district:mathura/2019-03';
    const score = answeredDirections({
      pool: database.pool,
      campaign,
      districts: directory.districts,
    });
    const answered = async () => (await score(today, today)).get('mathura')?.answered;
    const figures = { officers: 2, reviewed: 10 };
    expect((await submit('mathura', key, 0, { figures })).status).toBe(200);
    expect(await answered()).toBe(0);
    // Nobody else takes it back.
    expect((await decide('hq', key, 1, 'withdraw')).error).toBe('not-allowed');
    const back = await decide('mathura', key, 1, 'withdraw');
    expect(back.body).toMatchObject({ occurrence: { state: 'in-progress' }, figures });
    await submit('mathura', key, 2, { figures: { officers: 2, reviewed: 9 } });
    expect((await decide('hq', key, 3, 'accept')).state).toBe('accepted');
    expect(await answered()).toBe(1);
    expect((await decide('mathura', key, 4, 'withdraw')).error).toBe('not-possible');
  });

  test('the logs of direction 1 fill its rows: nothing is typed', async () => {
    expect((await read('zone', '1C/zone:agra/once')).body).toMatchObject({
      occurrence: { state: 'in-progress', version: 0 },
      counts: [{ measure: 'boards', count: 2 }],
    });
    expect((await read('otherZone', '1C/zone:lucknow/once')).state).toBe('to-start');
    expect((await read('hq', '1/hq/once')).body).toMatchObject({
      occurrence: { due: '2019-04-30', state: 'to-start' },
      counts: [{ measure: 'downloads', count: 0, of: 250_000 }],
    });
  });

  test('papers are known by their content, listed with a submission, and read by who may see it', async () => {
    const key = '3C-dgp/branch:crime/2019-03';
    const attach = async (who: string, version: number, content: string | Buffer) => {
      const url = `/files?key=${encodeURIComponent(key)}&version=${version}`;
      return (await upload(who, url, { name: 'आख्या.pdf', content })).json();
    };
    expect((await attach('crime', 0, 'not a paper')).error).toBe('wrong-paper');
    expect((await attach('crime', 0, '%PDF-')).error).toBe('empty-paper');
    const paper = writtenPdf('Report of the branch for March 2019');
    const { files, occurrence } = await attach('crime', 0, paper);
    expect([files, occurrence.state]).toMatchObject([
      [{ name: 'आख्या.pdf', type: 'application/pdf' }],
      'in-progress',
    ]);
    expect(
      (await submit('crime', key, 1, { figures: { using: 700 } })).body.steps[0].files,
    ).toEqual([{ id: files[0].id, name: 'आख्या.pdf', kept: true }]);
    expect(String((await ask('hq', 'GET', `/files/${files[0].id}`)).body)).toBe(String(paper));
    expect((await ask('agra', 'GET', `/files/${files[0].id}`)).status).toBe(404);
    expect((await post('crime', `/files/${files[0].id}/remove`, { version: 2 })).error).toBe(
      'not-possible',
    );
  });

  test('the end of the election starts the clock of all districts, a first posting that of its own', async () => {
    today = '2019-06-05';
    expect(
      (await post('agra', '/events', { kind: 'election-over', day: '2019-05-23' })).status,
    ).toBe(403);
    const over = { kind: 'election-over', day: '2019-05-23' };
    // One officer sets nothing that all districts owe, on whatever day.
    expect((await post('hq', '/events', over)).error).toBe('reason-wanted');
    const entered = await post('hq', '/events', { ...over, reason: 'आयोग का पत्र' });
    expect([entered.status, (await list('hq', '?obligation=4B-i')).total]).toEqual([202, 0]);
    expect(await accept('hq', entered.body.held.id)).toBe('own-draft');
    expect(await accept('hq2', entered.body.held.id)).toBeNull();
    expect((await post('hq', '/events', over)).error).toBe('direction-event-known');
    const posting = {
      kind: 'first-posting',
      day: '2019-06-03',
      district: 'agra',
      station: 'etmadpur',
    };
    expect((await post('lucknow', '/events', posting)).status).toBe(403);
    expect((await post('agra', '/events', { ...posting, day: '2019-06-09' })).error).toBe(
      'wrong-input',
    );
    const [event] = (await post('agra', '/events', posting)).body;
    expect((await list('hq', '?obligation=4B-i')).total).toBe(8 + 2);
    expect((await list('agra', '?direction=4B-ii')).total).toBe(0);
    const own = await list('zone', '?direction=4B-ii');
    const key = `4B-ii/zone:agra/event-${event.id}`;
    expect(own.entries).toMatchObject([{ key, due: null, since: '2019-06-03' }]);
    expect((await list('otherZone', '?direction=4B-ii')).total).toBe(0);
    expect((await list('hq', '?direction=4B-ii')).total).toBe(3);
    expect((await read('zone', key)).body.event).toMatchObject({
      station: 'etmadpur',
      day: '2019-06-03',
    });
    expect((await submit('zone', key, 0, { figures: {} })).error).toBe('direction-figures');
    expect((await submit('zone', key, 0, { figures: { day: '2019-06-04' } })).state).toBe(
      'submitted',
    );
    expect((await ask('agra', 'POST', `/events/${event.id}/withdraw`)).error).toBe(
      'direction-event-used',
    );
    // What was owed because of an event is taken away by two officers.
    const { body: known } = await post('agra', '/events', { ...posting, station: 'baah' });
    const { id } = known.find(({ station }: { station: string }) => station === 'baah');
    const owed = async () => (await list('hq', '?direction=4B-ii')).total;
    const before = await owed();
    expect((await ask('agra', 'POST', `/events/${id}/withdraw`)).error).toBe('reason-wanted');
    const asked = await post('agra', `/events/${id}/withdraw`, { reason: 'गलत थाना' });
    expect([asked.status, await owed()]).toEqual([202, before]);
    expect(await accept('hq2', asked.body.held.id)).toBeNull();
    // Three offices owed something because of it, as of the first one.
    expect(await owed()).toBe(before - 3);
  });

  test('what is owed is listed with the latest first, and narrowed by app, office, state and month', async () => {
    today = '2019-04-12';
    const { entries, counts } = await list('zone');
    const days = entries
      .filter(({ open }: { open: boolean }) => open)
      .map(({ due }: { due: string | null }) => due);
    expect(days.slice(0, 3)).toEqual(['2019-04-03', '2019-04-05', '2019-04-05']);
    expect(counts.late).toBe((await list('zone', '?state=late')).total);
    const grouped = await list('hq', '?obligation=S5-first&grouped=true');
    // Of 2018, before the campaign that is replayed was taken over.
    expect([grouped.total, grouped.counts.late, grouped.counts.before]).toEqual([1, 0, 75]);
    expect(grouped.entries[0].alike).toHaveLength(75);
    expect(grouped.entries[0].alike[0]).toEqual({
      key: 'S5-first/district:agra/once',
      office: 'district:agra',
    });
    const trinetra = await list('hq', '?app=trinetra&month=2019-04&state=open&limit=500');
    expect(new Set(pluck(trinetra.entries, 'direction'))).toEqual(new Set(['3A', '3B', '3C']));
    expect(pluck((await list('hq', '?office=pro-dgp')).entries, 'obligation')).toContain('1A');
    const ofCrime = (await list('crime')).entries;
    expect(new Set(pluck(ofCrime, 'office'))).toEqual(new Set(['branch:crime']));
    const { columns, rows } = (await ask('hq', 'GET', '/matrix?month=2019-04')).body;
    expect(columns.slice(0, 8).map(({ id }: { id: string }) => id.split(':')[0])).toEqual(
      Array(8).fill('zone'),
    );
    const l3 = rows.find(({ obligation }: { obligation: string }) => obligation === 'L3');
    expect(l3.cells[0]).toMatchObject({ late: expect.any(Number), total: expect.any(Number) });
  });

  test('another day of the meeting moves computed dates, with its reason', async () => {
    const base = {
      paper: 'minutes-2019-03-27',
      day: '2019-03-29',
      reason: 'कार्यवृत्त 29.03.2019 को मिला',
    };
    expect((await post('agra', '/bases', base)).status).toBe(403);
    // Fewer are late by it: a second officer looks at it.
    const { held } = (await post('hq', '/bases', base)).body;
    expect(pluck(held.effect.findings, 'code')).toEqual(['falls']);
    expect((await read('crime', '3B/branch:crime/once')).body.occurrence.due).toBe('2019-04-11');
    expect(await accept('hq2', held.id)).toBe(null);
    expect((await ask('hq', 'GET', '')).body.papers[1]).toMatchObject({ base: '2019-03-29' });
    expect((await read('crime', '3B/branch:crime/once')).body.occurrence).toMatchObject({
      due: '2019-04-13',
      dueBy: 'computed',
    });
    // More are late by it.
    const back = (await post('hq', '/bases', { ...base, day: null })).body.held;
    expect(pluck(back.effect.findings, 'code')).toEqual(['rises']);
    expect(await accept('hq2', back.id)).toBe(null);
    expect((await read('crime', '3B/branch:crime/once')).body.occurrence.due).toBe('2019-04-11');
  });

  test('minutes of a later meeting are split, and a point counts once a person has checked it', async () => {
    const minutes =
      '1- UP COP App\nप्रचार बढ़ाया जाए।\n- (A) सभी जनपद 10 तारीख तक सूचना भेजें।\n(B) धन्यवाद ज्ञापित किया गया।';
    expect((await meet('बैठक', '2019-04-10', 'केवल एक वाक्य')).error).toBe('no-points');
    const meeting = await meet('समीक्षा बैठक', '2019-04-10', minutes);
    expect(pluck(meeting.list, 'point')).toEqual(['1', '1 (A)', '1 (B)']);
    const [, point, thanks] = meeting.list;
    expect((await list('agra', `?direction=M${meeting.id}-${point.id}`)).total).toBe(0);
    const terms = {
      title: 'मासिक सूचना',
      owed: 'सूचना',
      apps: ['up-cop'],
      owners: [{ role: 'district' }],
      kind: 'order',
      rhythm: { kind: 'once', by: '2019-04-20' },
      file: false,
    };
    const rhythm = { kind: 'every', period: 'month', day: 32 };
    expect((await check(point.id, { ...terms, rhythm })).status).toBe(400);
    await check(point.id, terms);
    // Nothing of it is late yet, and still no officer alone takes it away.
    const asked = (await drop(point.id, 2, 'भूल से')).body.held;
    expect(pluck(asked.effect.findings, 'code')).toEqual(['point']);
    await withdraw('hq', asked.id);
    const dropped = (await drop(thanks.id, 1)).body;
    expect(dropped).toMatchObject({ points: 3, checked: 1, open: 1 });
    const key = `M${meeting.id}-${point.id}/district:agra/once`;
    expect((await list('agra', `?direction=M${meeting.id}-${point.id}`)).entries).toMatchObject([
      { key, due: '2019-04-20' },
    ]);
    await submit('agra', key, 0);
    expect((await drop(point.id, 2)).error).toBe('not-possible');
  });

  test('the day of taking over is asked of headquarters; it hides nothing once offices have answered', async () => {
    today = '2019-04-12';
    const catalogue = (await ask('hq', 'GET', '')).body;
    expect(catalogue.takeover).toEqual({ day: '2019-03-27', setBy: null });
    const takeOver = (who: string, day: string, reason = '') =>
      post(who, '/takeover', { day, reason });
    expect((await takeOver('zone', '2019-04-01')).status).toBe(403);
    expect((await takeOver('hq', '2019-04-13')).error).toBe('wrong-input');
    const late = async () => (await list('hq', '?office=district:lucknow')).counts.late;
    expect(await late()).toBe(1);
    const alone = await takeOver('hq', '2019-04-06');
    expect(alone).toMatchObject({ status: 400, error: 'reason-wanted' });
    const { changes, findings } = alone.body.effect;
    expect(pluck(findings, 'code')).toEqual(['falls', 'answers', 'answered']);
    expect(changes[0].after).toBeLessThan(changes[0].before);
    const { held } = (await takeOver('hq', '2019-04-06', 'पंजी आज ली गई')).body;
    expect([await late(), await accept('hq', held.id)]).toEqual([1, 'own-draft']);
    expect(await accept('hq2', held.id)).toBe(null);
    expect((await ask('hq', 'GET', '')).body.takeover).toEqual({
      day: '2019-04-06',
      setBy: 'HQ one',
    });
    expect(await late()).toBe(0);
    expect((await takeOver('hq', '2019-04-07')).body).toMatchObject({
      error: 'direction-taken-over',
      day: '2019-04-06',
    });
    const earlier = (await takeOver('hq', '2019-03-27', 'पत्र के दिनांक से')).body.held;
    expect(pluck(earlier.effect.findings, 'code')).toContain('rises');
    expect(await accept('hq2', earlier.id)).toBe(null);
    expect(await late()).toBe(1);
    expect(await listActions(database, 'direction-register/all', 5)).toEqual([
      'direction.take-over',
      'direction.take-over',
    ]);
  });

  test('several are closed, set aside or answered at once, each with its own entry of the log', async () => {
    today = '2019-04-12';
    const many = (who: string, payload: object) => post(who, '/occurrences/decide', payload);
    const remark = 'वर्ष 2018 का निरीक्षण पूर्ण हो चुका है';
    const before = { selection: { obligation: 'S5-first', state: 'before' } };
    expect((await many('hq', { action: 'close', remark: ' ', ...before })).status).toBe(400);
    const some = ['S5-first/district:agra/once', 'S5-first/district:lucknow/once'];
    const close = { action: 'close', remark, ...before };
    expect((await many('hq', { ...close, keys: some.slice(0, 1) })).body).toEqual({
      done: 1,
      left: [],
    });
    // One by one is the same as several at once, by whichever account of the office.
    const next = await many('hq2', { ...close, keys: some.slice(1) });
    expect(next).toMatchObject({
      status: 202,
      body: { held: { effect: { findings: [{ code: 'offices' }] } } },
    });
    await withdraw('hq2', next.body.held.id);
    const all = await many('hq', close);
    expect(all.body.held.effect.changes[1]).toMatchObject({ before: 0, after: 74 });
    expect((await read('lucknow', some[1] ?? '')).body.occurrence.open).toBe(false);
    expect((await read('lucknow', some[1] ?? '')).body.occurrence.state).toBe('before');
    expect(await accept('hq2', all.body.held.id)).toBe(null);
    expect((await read('lucknow', some[1] ?? '')).body.occurrence.state).toBe('closed');
    expect((await read('agra', some[0] ?? '')).body).toMatchObject({
      occurrence: { state: 'closed', open: false, lateDays: 0 },
      steps: [{ action: 'close', remark }],
    });
    const [act] = await readAudit(database.pool, { subject: `direction/${some[0]}` }, 5);
    expect(act).toMatchObject({ action: 'direction.close', actorName: 'HQ one' });
    expect(JSON.stringify(act)).toContain(remark);

    // Of one zone, one direction and a span of months; an office closes nothing, and answers only for itself.
    const months = { month: '2019-04', toMonth: '2019-05' };
    const ofZone = { direction: 'L3', zone: 'meerut', ...months };
    expect((await many('zone', { action: 'close', remark, selection: ofZone })).body.done).toBe(0);
    const { held } = (await many('hq', { action: 'set-aside', remark, selection: ofZone })).body;
    const done = held.effect.changes[1].after;
    expect(done).toBeGreaterThan(5);
    expect(await accept('hq2', held.id)).toBe(null);
    expect(
      (await list('hq', `?direction=L3&zone=meerut&month=2019-04`)).counts['not-applicable'],
    ).toBe(done);

    const own = { selection: { office: 'district:agra', state: 'open' } };
    const answered = (await many('agra', { action: 'submit', remark: 'प्रेषित', ...own })).body;
    // What asks for figures is answered one by one.
    const figures = answered.left.find(
      ({ reason }: { reason: string }) => reason === 'direction-figures',
    );
    expect(figures.keys).toContain('S4/district:agra/2019-04');
    expect(answered.done).toBeGreaterThan(0);
    expect((await read('agra', 'S3/district:agra/standing')).state).toBe('submitted');
  });

  test('no office accepts, closes or sets aside what it owes itself: the DGP’s does for headquarters', async () => {
    today = '2019-04-12';
    const key = '6/hq/once';
    const { version } = (await read('hq', key)).body.occurrence;
    for (const action of ['close', 'set-aside'])
      expect((await decide('hq2', key, version, action, 'पूर्ण')).error).toBe('own-obligation');
    const own = { action: 'close', remark: 'पूर्ण', selection: { office: 'hq' } };
    const { done, left } = (await post('hq2', '/occurrences/decide', own)).body;
    expect([done, pluck(left, 'reason')]).toEqual([0, ['own-obligation']]);
    expect((await decide('crime', key, version, 'close', 'पूर्ण')).status).toBe(404);
    expect((await decide('pro', key, version, 'close', 'पूर्ण')).state).toBe('closed');
    // What is late waits for another officer of the DGP's office, not for one of headquarters.
    today = '2019-05-20';
    const { entries } = await list('hq', '?office=hq');
    const late = entries.find((own: { lateDays: number }) => own.lateDays > 0);
    const { body } = await decide('pro', late.key, late.version, 'set-aside', 'लागू नहीं');
    expect(await accept('hq2', body.held.id)).toBe('not-allowed');
    expect(await accept('pro', body.held.id)).toBe('own-draft');
    expect(await withdraw('pro', body.held.id)).toBeNull();
    today = '2019-04-12';
  });

  test('a direction that asks for a paper is not handed in without one, alone or among others', async () => {
    today = '2019-05-03';
    const key = 'L3/district:lucknow/2019-04';
    const given = { figures: { officers: 8, reviewed: 40 } };
    expect((await handIn('lucknow', key, 0, given)).error).toBe('direction-paper');
    const many = { action: 'submit', remark: 'प्रेषित', selection: { office: 'district:lucknow' } };
    await post('lucknow', '/occurrences/decide', { ...many, keys: [key] });
    expect((await read('lucknow', key)).body.occurrence.open).toBe(true);
    expect((await submit('lucknow', key, 0, given)).state).toBe('submitted');
  });

  test('a later paper ends, suspends or changes a direction from its day on, and its page says so', async () => {
    today = '2019-06-08';
    const minutes =
      '1- पीएमएस की समीक्षा प्रत्येक माह की 10 तारीख तक दी जाए।\n2- Trinetra की आख्या अब नहीं चाहिए।';
    const meeting = await meet('पत्र दिनांक 01.06.2019', '2019-06-01', minutes);
    const [change, end] = meeting.list;
    const amend = (point: { id: number }, terms: object, reason = '') =>
      check(point.id, { kind: 'amend', until: null, ...terms }, reason);
    const monthly = {
      kind: 'every',
      period: 'month',
      day: 10,
      reports: 'month-before',
      openDays: 9,
    };
    const from = '2019-06-01';
    const L3 = { obligation: 'L3', change: 'change', from };
    const unknown = { ...L3, obligation: 'L9', rhythm: monthly };
    expect((await amend(change, unknown)).status).toBe(400);
    expect((await amend(change, L3)).status).toBe(400);
    expect((await amend(change, { ...L3, rhythm: monthly })).error).toBe('reason-wanted');
    const why = 'पत्र दिनांक 01.06.2019';
    for (const asked of [
      await amend(change, { ...L3, rhythm: monthly }, why),
      await amend(end, { obligation: '3C', change: 'end', from }, why),
    ])
      expect([asked.status, await accept('hq2', asked.body.held.id)]).toEqual([202, null]);
    const due = async (query: string) =>
      (await list('hq', query)).entries.map((own: { due: string; lateDays: number }) => [
        own.due,
        own.lateDays,
      ]);
    expect(await due('?obligation=L3&office=district:kannauj')).toEqual([
      ['2019-04-05', 64],
      ['2019-05-05', 34],
      ['2019-06-10', 0],
    ]);
    expect(await due('?obligation=3C&office=zone:varanasi')).toEqual([
      ['2019-04-03', 66],
      ['2019-05-03', 36],
    ]);
    const { directions } = (await ask('agra', 'GET', '')).body;
    const shown = directions.find(({ id }: { id: string }) => id === 'L3');
    expect(shown.obligations[0].when.hi).toBe('प्रत्येक माह की 10 तारीख तक');
    expect(shown.history).toMatchObject([
      {
        paper: `meeting-${meeting.id}`,
        from,
        change: 'change',
        when: { hi: 'प्रत्येक माह की 10 तारीख तक' },
        quote: 'पीएमएस की समीक्षा प्रत्येक माह की 10 तारीख तक दी जाए।',
      },
    ]);
    // What was handed in after it keeps it.
    await submit('agra', 'L3/district:agra/2019-05', 0, { figures: { officers: 8, reviewed: 40 } });
    expect((await drop(change.id, 2)).error).toBe('not-possible');
    // What it ended is owed again, and late: two officers take it back.
    expect((await drop(end.id, 2)).error).toBe('reason-wanted');
    const { held } = (await drop(end.id, 2, 'पत्र निरस्त हुआ')).body;
    expect(pluck(held.effect.findings, 'code')).toEqual(['rises', 'point']);
    expect(await due('?obligation=3C&office=zone:varanasi')).toHaveLength(2);
    expect([await accept('hq', held.id), await accept('hq2', held.id)]).toEqual([
      'own-draft',
      null,
    ]);
    expect(await due('?obligation=3C&office=zone:varanasi')).toHaveLength(3);
  });

  test('two officers of headquarters add an app, which is then written about', async () => {
    const named = { hi: 'नया ऐप', en: 'New app', citizen: true };
    expect((await post('hq', '/apps', named)).error).toBe('reason-wanted');
    const { held } = (await post('hq', '/apps', { ...named, reason: 'पत्र से' })).body;
    expect(pluck((await ask('hq', 'GET', '')).body.apps, 'id')).not.toContain('new-app');
    expect([await accept('hq', held.id), await accept('hq2', held.id)]).toEqual([
      'own-draft',
      null,
    ]);
    const app = await ask('hq', 'GET', '');
    expect((await post('hq', '/apps', { hi: 'नया ऐप', en: 'New one', citizen: true })).error).toBe(
      'direction-name-known',
    );
    expect(app.body.apps.at(-1)).toMatchObject({ id: 'new-app', citizen: true });
    const minutes = '1- प्रशिक्षण शाखा साप्ताहिक आख्या दे।';
    const [point] = (await meet('बैठक', '2019-06-02', minutes)).list;
    const terms = {
      kind: 'order',
      title: 'साप्ताहिक आख्या',
      owed: 'आख्या',
      apps: ['new-app'],
      file: false,
      owners: [
        { role: 'branch', area: 'crime' },
        { role: 'district', area: 'agra' },
      ],
      rhythm: { kind: 'every', period: 'week', day: 1 },
    };
    // Two offices are late by it at once.
    const checked = (await check(point.id, terms, 'बैठक का कार्यवृत्त')).body.held;
    expect(pluck(checked.effect.findings, 'code')).toEqual(['rises']);
    expect(await accept('hq2', checked.id)).toBe(null);
    const { entries } = await list('hq', '?app=new-app');
    expect(entries.map(({ key }: { key: string }) => key.replace(/^[^/]*/, ''))).toEqual([
      '/district:agra/2019-06-03',
      '/branch:crime/2019-06-03',
    ]);
  });

  test('a figure beyond what the office has wants a reason, and counts once a second officer has accepted it', async () => {
    today = '2019-05-04';
    const key = '2B/zone:meerut/2019-04';
    const hq = '2B-dgp/hq/2019-04';
    const part = async () =>
      (await read('hq', hq)).body.parts.find((own: { key: string }) => own.key === key);
    const given = { figures: { districts: 80, reviewed: 20 } };
    const refused = await submit('hq', key, 0, given);
    expect(refused).toMatchObject({
      status: 409,
      body: { error: 'direction-bounds', beyond: [{ figure: 'districts' }] },
    });
    const [{ most }] = refused.body.beyond;
    expect(most).toBeLessThan(20);
    const reason = 'नए जनपद भी शामिल';
    const sent = await submitFor(key, { ...given, reason });
    expect(sent.body).toMatchObject({
      beyond: reason,
      occurrence: { state: 'submitted', waits: true },
      steps: [{ action: 'submit', remark: reason, onBehalf: true }],
    });
    expect(await part()).toMatchObject({ waits: true });
    expect((await decide('hq', key, 1, 'accept')).error).toBe('own-draft');
    expect((await decide('hq2', key, 1, 'accept')).body.occurrence.waits).toBe(false);
    expect(await part()).toMatchObject({ waits: false });
    // A part that is more than its whole cannot be, whatever the reason.
    const parts = { officers: 1, 'officers-done': 2, stations: 10, inspected: 10 };
    expect(
      await submit('hq', 'S5/district:kannauj/2019-04', 0, { figures: parts, reason }),
    ).toMatchObject({
      status: 400,
      body: { error: 'direction-impossible', beyond: [{ figure: 'officers-done', most: 1 }] },
    });
  });

  test('an app is asked for by an office, supported by its zone and approved by headquarters, by three officers', async () => {
    const purpose = 'गश्त की उपस्थिति; जनपद का तकनीकी प्रकोष्ठ चलाएगा';
    const name = { nameHi: 'गश्त ऐप', nameEn: 'Patrol app' };
    const asked = await post('agra', '/app-requests', { ...name, purpose, citizen: false });
    expect(asked).toMatchObject({
      status: 201,
      body: { ...name, state: 'asked', askedBy: 'PRO Agra', supportedBy: null },
    });
    expect((await ask('lucknow', 'GET', '/app-requests')).body).toEqual([]);
    const { id } = asked.body;
    const decide = (who: string, decision: string) =>
      post(who, `/app-requests/${id}/${decision}`, { supportedRemark: '', decidedRemark: '' });
    expect((await decide('otherZone', 'support')).status).toBe(404);
    expect((await decide('zone', 'approve')).error).toBe('not-allowed');
    expect((await decide('hq', 'approve')).error).toBe('not-possible');
    expect((await decide('hq', 'support')).body.state).toBe('supported');
    const bars = ['hq', 'hq2'].map(
      async (who) => (await ask(who, 'GET', '/app-requests')).body[0].second.bar,
    );
    expect(await Promise.all(bars)).toEqual(['own-draft', null]);
    expect((await decide('hq', 'approve')).error).toBe('own-draft');
    // Whom the supporter let in is not another person.
    expect((await decide('guest', 'approve')).status).toBe(409);
    expect((await decide('hq2', 'refuse')).error).toBe('direction-remark');
    const approved = await decide('hq2', 'approve');
    const words = { state: 'approved', supportedBy: 'HQ one', decidedBy: 'HQ two' };
    expect(approved.body).toMatchObject(words);
    expect((await ask('hq', 'GET', '')).body.apps.at(-1)).toMatchObject({
      id: 'patrol-app',
      name: { hi: 'गश्त ऐप', en: 'Patrol app' },
    });
    expect(await listActions(database, `app-request/${id}`, 5)).toEqual([
      'app-request.approve',
      'app-request.support',
      'app-request.ask',
    ]);
  });

  test.each([
    {
      label: 'one in use is approved and stands once',
      name: { nameHi: 'त्रिनेत्र', nameEn: 'Trinetra' },
    },
    {
      label: 'another one of the same id is refused, and still waits',
      name: { nameHi: 'कोई और ऐप', nameEn: 'Up cop' },
      error: 'direction-name-known',
    },
  ])('of the apps that the register has, $label', async ({ name, error }) => {
    const given = { ...name, purpose: 'प्रचलित ऐप', citizen: false };
    const { body } = await post('agra', '/app-requests', given);
    const { id } = body;
    const decide = (who: string, decision: string) =>
      post(who, `/app-requests/${id}/${decision}`, { supportedRemark: '', decidedRemark: '' });
    await decide('hq', 'support');
    const before = (await ask('hq', 'GET', '')).body.apps;
    const answer = await decide('hq2', 'approve');
    expect(answer.error).toBe(error);
    const states = (await ask('hq', 'GET', '/app-requests')).body.filter(
      (request: { id: number }) => request.id === id,
    );
    expect(states).toMatchObject([{ state: error === undefined ? 'approved' : 'supported' }]);
    expect((await ask('hq', 'GET', '')).body.apps).toEqual(before);
  });

  test('headquarters answers for one office in a day, and takes nothing off its late ones by that, without a second officer', async () => {
    today = '2019-07-04';
    const figures = { officers: 2, reviewed: 10 };
    const answer = (who: string, area: string, month = '06') =>
      submit(who, `L3/district:${area}/2019-${month}`, 0, { figures, reason: 'फ़ैक्स से मिला' });
    const countLate = async () => (await list('hq', '?office=district:agra')).counts.late;
    const before = await countLate();
    // One of Agra was closed today.
    const late = await answer('hq', 'agra', '04');
    expect([late.status, await countLate()]).toEqual([202, before]);
    const { id, effect } = late.body.held;
    expect(pluck(effect.findings, 'code')).toEqual(['falls']);
    expect(effect.changes[0].after).toBe(effect.changes[0].before - 1);
    expect([await accept('hq', id), await accept('hq2', id)]).toEqual(['own-draft', null]);
    expect(await countLate()).toBe(before - 1);
    expect((await answer('hq', 'agra')).state).toBe('submitted');
    const next = await answer('hq2', 'ballia');
    expect(pluck(next.body.held.effect.findings, 'code')).toEqual(['offices']);
    await withdraw('hq2', next.body.held.id);
    // An office answers for itself, late or not.
    expect((await answer('lucknow', 'lucknow', '05')).state).toBe('submitted');
  });

  test('one officer takes nothing off the late ones of a single office, and makes none late by returning what came in time', async () => {
    today = '2019-06-04';
    const key = 'L3/district:etah/2019-05';
    const sent = await submitFor(key, { figures: { officers: 2, reviewed: 10 } });
    expect(sent.state).toBe('submitted');
    today = '2019-06-12';
    const countLate = async () => (await list('hq', '?office=district:etah')).counts.late;
    const before = await countLate();
    const selection = { office: 'district:etah' };
    const remark = 'अब अपेक्षित नहीं';
    const many = { action: 'set-aside', remark, selection };
    for (const [answer, code] of [
      [await post('hq', '/occurrences/decide', many), 'falls'],
      [await decide('hq', 'L3/district:etah/2019-04', 0, 'close', remark), 'falls'],
      [await decide('hq2', key, 1, 'return', 'पूरा नहीं'), 'rises'],
    ] as const) {
      expect(pluck(answer.body.held.effect.findings, 'code')).toContain(code);
      expect(await countLate()).toBe(before);
      await withdraw(code === 'falls' ? 'hq' : 'hq2', answer.body.held.id);
    }
    const { held } = (await post('hq', '/occurrences/decide', many)).body;
    expect([await accept('hq2', held.id), await countLate()]).toEqual([null, 0]);
  });
});
