import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { boardStations } from '../../../campaigns/directory/station.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { buildProgress } from '../../../campaigns/tracker/build-progress.ts';
import { readAudit } from '../../../messaging/database/audit-log-sql.ts';
import { type Database, openDatabase } from '../../../messaging/database/database.ts';
import { openDirections } from '../../../messaging/directions/module.ts';
import { openFiles } from '../../../messaging/files/open-files.ts';
import type { Module } from '../../../messaging/http/module.ts';
import { openUploadRoom } from '../../../messaging/http/upload-room-fs.ts';
import { closings } from '../../../messaging/modules.ts';
import { borrow } from '../../servers/borrow.ts';
import { decoders } from '../fixtures/decoders.ts';
import { createModuleServer } from '../fixtures/module-server.ts';

const officers: Record<string, Actor> = {
  agra: { id: 'a', name: 'PRO Agra', role: 'district', district: 'agra' },
  lucknow: { id: 'l', name: 'PRO Lucknow', role: 'district', district: 'lucknow' },
  zone: { id: 'z', name: 'ADG Agra', role: 'zone', zone: 'agra' },
  otherZone: { id: 'oz', name: 'ADG Lucknow', role: 'zone', zone: 'lucknow' },
  hq: { id: 'h', name: 'HQ one', role: 'hq' },
  hq2: { id: 'h2', name: 'HQ two', role: 'hq' },
  guest: { id: 'g', name: 'HQ guest', role: 'hq' },
  pro: { id: 'p', name: 'PRO to DGP', role: 'pro-dgp' },
  crime: { id: 'c', name: 'ADG Crime', role: 'branch', branch: 'crime' },
};
const directory = loadBaseDirectory();
const campaign = loadCampaign('up-cop');
const stations = boardStations(directory);

/** The progress with boards at two stations of Agra. */
const progressOn = (today: string) =>
  buildProgress({
    campaign,
    districts: directory.districts.map(({ id }) => ({
      id,
      stations: stations.filter(({ district }) => district === id).map((station) => station.id),
    })),
    readings: [],
    scans: [],
    activities: ['baah', 'etmadpur'].map((station) => ({
      ...{ measure: 'boards' as const, district: 'agra', station, count: 1, verified: true },
      day: '2019-04-02',
    })),
    today,
    now: new Date(`${today}T06:00:00Z`),
    sample: false,
  });

describe('the register', () => {
  let database: Database;
  let app: FastifyInstance;
  let modules: Module[];
  let folder: string;
  let today = '2019-04-07';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'directions-'));
    database = await openDatabase({ url: await borrow('database'), dataDir: folder });
    const uploads = openUploadRoom({ dataDir: folder });
    modules = [
      { name: 'uploads', close: uploads.close },
      openDirections({
        ...{ database, campaign, directory, uploads, decoders },
        files: await openFiles({ dataDir: folder }),
        live: { current: async () => ({ file: progressOn(today), json: '', etag: '' }) },
      }),
    ];
    app = await createModuleServer({ modules, officers, districts: directory.districts });
    await database.ready;
    // The account `g` was let in by the officer `h`.
    await database.pool.query(
      `INSERT INTO person (id, name, email, role, invited_by)
       VALUES ('h', 'HQ one', 'h@example.in', 'hq', NULL), ('g', 'HQ guest', 'g@example.in', 'hq', 'h')`,
    );
  });
  afterAll(async () => {
    await app.close();
    for (const [, close] of closings(modules)) await close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(who: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
    const answer = await app.inject({
      method,
      url: `/api/directions${url}`,
      headers: { 'x-who': who },
      ...(payload && { payload }),
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    return { status: answer.statusCode, body: isJson ? answer.json() : answer.rawPayload };
  }
  const read = (who: string, key: string) =>
    ask(who, 'GET', `/occurrence?key=${encodeURIComponent(key)}`);
  const list = async (who: string, query = '') =>
    (await ask(who, 'GET', `/occurrences${query}`)).body;
  const submit = (who: string, key: string, version: number, given: object = {}) =>
    ask(who, 'POST', '/occurrence/submit', {
      key,
      version,
      details: 'प्रेषित',
      figures: {},
      ...given,
    });
  const decide = (who: string, key: string, version: number, action: string, remark = '') =>
    ask(who, 'POST', '/occurrence/decide', { key, version, action, remark });
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
    expect((await submit('zone', key, 0, { figures: { districts: 8 } })).body.error).toBe(
      'direction-figures',
    );
    expect(
      (await submit('zone', key, 0, { details: '', figures: { ...pms.figures, other: 1 } })).body
        .error,
    ).toBe('direction-figures');
    const sent = await submit('zone', key, 0, pms);
    expect(sent.body.occurrence).toMatchObject({
      state: 'submitted',
      lateDays: 2,
      submittedOn: '2019-04-07',
    });
    expect((await decide('hq', key, 1, 'return')).body.error).toBe('direction-remark');
    expect((await decide('zone', key, 1, 'accept', '')).body.error).toBe('not-allowed');
    today = '2019-04-08';
    const returned = await decide('hq', key, 1, 'return', 'जनपद मथुरा की सूचना नहीं है');
    expect(returned.body).toMatchObject({
      occurrence: { state: 'returned', lateDays: 2, open: true },
    });
    expect((await submit('zone', key, 1, pms)).body.error).toBe('stale');
    const saved = await ask('zone', 'PUT', '/occurrence', {
      key,
      version: 2,
      details: 'मथुरा जोड़ा',
      figures: {},
    });
    expect(saved.body.occurrence).toMatchObject({ state: 'returned', version: 3 });
    const mended = await submit('zone', key, 3, { figures: { districts: 9, reviewed: 110 } });
    expect(mended.body.occurrence).toMatchObject({ state: 'submitted', submittedOn: '2019-04-07' });
    expect((await decide('hq', key, 4, 'accept')).body.occurrence.state).toBe('accepted');
    const steps = (await read('hq', key)).body.steps;
    expect(steps.map((step: { action: string }) => step.action)).toEqual([
      'accept',
      'submit',
      'return',
      'submit',
    ]);
    expect(steps[2]).toMatchObject({ remark: 'जनपद मथुरा की सूचना नहीं है', byName: 'HQ one' });

    const whole = '2B-dgp/hq/2019-03';
    const gathered = (await read('hq', whole)).body;
    expect(gathered.occurrence).toMatchObject({ due: null, dueBy: 'none', lateDays: 0 });
    expect(gathered.parts).toHaveLength(8);
    expect(gathered.parts[0]).toMatchObject({
      office: 'zone:agra',
      state: 'accepted',
      figures: { districts: 9, reviewed: 110 },
    });
    expect(gathered.parts[1]).toMatchObject({ state: 'to-start', lateDays: 3, figures: {} });
    expect(
      (await submit('hq', whole, 0, { figures: { districts: 9, reviewed: 110 } })).body.occurrence
        .state,
    ).toBe('submitted');
    // Two persons: neither who wrote it, nor whom that officer let in.
    expect((await decide('hq', whole, 1, 'accept')).body.error).toBe('own-draft');
    expect((await read('hq', whole)).body).toMatchObject({ heldBack: 'own-draft' });
    expect((await decide('hq2', whole, 1, 'accept')).body.occurrence.state).toBe('accepted');
    const acts = await readAudit(database.pool, { subject: `direction/${key}` }, 20);
    expect(acts.map(({ action }) => action)).toEqual([
      'direction.accept',
      'direction.submit',
      'direction.return',
      'direction.submit',
    ]);
  });

  test('who let another officer in does not have that one accept what it wrote', async () => {
    const key = '2A/zone:bareilly/standing';
    await submit('guest', key, 0);
    expect((await decide('hq', key, 1, 'accept')).body.error).toBe('own-guest');
  });

  test('what HQ enters for an office says so', async () => {
    const key = '3A/branch:crime/once';
    const sent = await submit('hq', key, 0);
    expect(sent.body).toMatchObject({
      onBehalf: true,
      steps: [{ onBehalf: true, byName: 'HQ one' }],
    });
    const [act] = await readAudit(database.pool, { subject: `direction/${key}` }, 5);
    expect(act).toMatchObject({ action: 'direction.submit-for', actorName: 'HQ one' });
    expect((await read('crime', key)).body.may).toEqual([]);
    expect((await decide('hq2', key, 1, 'return', 'पूरा नहीं')).body.occurrence.state).toBe(
      'returned',
    );
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
    expect((await decide('hq', key, 2, 'accept')).body.occurrence.state).toBe('accepted');
    expect((await decide('hq', key, 3, 'reopen')).body.error).toBe('direction-remark');
    expect((await decide('hq', key, 3, 'reopen', 'आँकड़े जाँचने हैं')).body.occurrence).toMatchObject({
      state: 'in-progress',
    });
  });

  test('the logs of direction 1 fill its rows: nothing is typed', async () => {
    expect((await read('zone', '1C/zone:agra/once')).body).toMatchObject({
      occurrence: { state: 'in-progress', version: 0 },
      counts: [{ measure: 'boards', count: 2 }],
    });
    expect((await read('otherZone', '1C/zone:lucknow/once')).body.occurrence.state).toBe(
      'to-start',
    );
    expect((await read('hq', '1/hq/once')).body).toMatchObject({
      occurrence: { due: '2019-04-30', state: 'to-start' },
      counts: [{ measure: 'downloads', count: 0, of: 250_000 }],
    });
  });

  test('papers are known by their content, listed with a submission, and read by who may see it', async () => {
    const key = '3C-dgp/branch:crime/2019-03';
    const attach = async (who: string, version: number, content: string, name = 'आख्या.pdf') => {
      const form = new FormData();
      form.append('file', new Blob([content]), name);
      const body = new Response(form);
      const answer = await app.inject({
        method: 'POST',
        url: `/api/directions/files?key=${encodeURIComponent(key)}&version=${version}`,
        headers: { 'x-who': who, 'content-type': body.headers.get('content-type') ?? '' },
        payload: Buffer.from(await body.arrayBuffer()),
      });
      return answer.json();
    };
    expect((await attach('crime', 0, 'not a paper')).error).toBe('wrong-paper');
    const { files, occurrence } = await attach('crime', 0, '%PDF-1.7 one');
    expect([files, occurrence.state]).toMatchObject([
      [{ name: 'आख्या.pdf', type: 'application/pdf' }],
      'in-progress',
    ]);
    expect(
      (await submit('crime', key, 1, { figures: { using: 700 } })).body.steps[0].files,
    ).toEqual([{ id: files[0].id, name: 'आख्या.pdf', kept: true }]);
    expect(String((await ask('hq', 'GET', `/files/${files[0].id}`)).body)).toBe('%PDF-1.7 one');
    expect((await ask('agra', 'GET', `/files/${files[0].id}`)).status).toBe(404);
    expect(
      (await ask('crime', 'POST', `/files/${files[0].id}/remove`, { version: 2 })).body.error,
    ).toBe('not-possible');
  });

  test('the end of the election starts the clock of all districts, a first posting that of its own', async () => {
    today = '2019-06-05';
    expect(
      (await ask('agra', 'POST', '/events', { kind: 'election-over', day: '2019-05-23' })).status,
    ).toBe(403);
    const over = { kind: 'election-over', day: '2019-05-23' };
    expect((await ask('hq', 'POST', '/events', over)).status).toBe(201);
    expect((await ask('hq', 'POST', '/events', over)).body.error).toBe('direction-event-known');
    const posting = {
      kind: 'first-posting',
      day: '2019-06-03',
      district: 'agra',
      station: 'etmadpur',
    };
    expect((await ask('lucknow', 'POST', '/events', posting)).status).toBe(403);
    expect(
      (await ask('agra', 'POST', '/events', { ...posting, day: '2019-06-09' })).body.error,
    ).toBe('wrong-input');
    const [event] = (await ask('agra', 'POST', '/events', posting)).body;
    expect((await list('hq', '?obligation=4B-i')).total).toBe(75);
    const own = await list('agra', '?direction=4B-ii');
    expect(own.entries).toMatchObject([
      { key: `4B-ii/district:agra/event-${event.id}`, due: null, since: '2019-06-03' },
    ]);
    expect((await list('lucknow', '?direction=4B-ii')).total).toBe(0);
    const { key } = own.entries[0];
    expect((await read('agra', key)).body.event).toMatchObject({
      station: 'etmadpur',
      day: '2019-06-03',
    });
    expect((await submit('agra', key, 0, { figures: {} })).body.error).toBe('direction-figures');
    expect(
      (await submit('agra', key, 0, { figures: { day: '2019-06-04' } })).body.occurrence.state,
    ).toBe('submitted');
    expect((await ask('agra', 'POST', `/events/${event.id}/withdraw`)).body.error).toBe(
      'direction-event-used',
    );
  });

  test('what is owed is listed with the latest first, and narrowed by app, office, state and month', async () => {
    today = '2019-04-12';
    const { entries, counts } = await list('zone');
    const days = entries
      .filter(({ open }: { open: boolean }) => open)
      .map(({ due }: { due: string | null }) => due);
    expect(days.slice(0, 3)).toEqual(['2018-11-29', '2018-11-29', '2018-11-29']);
    expect(counts.late).toBe((await list('zone', '?state=late')).total);
    const grouped = await list('hq', '?obligation=S5-first&grouped=true');
    expect([grouped.total, grouped.counts.late]).toEqual([1, 75]);
    expect(grouped.entries[0].alike).toHaveLength(75);
    expect(grouped.entries[0].alike[0]).toEqual({
      key: 'S5-first/district:agra/once',
      office: 'district:agra',
    });
    const trinetra = await list('hq', '?app=trinetra&month=2019-04&state=open&limit=500');
    expect(
      new Set(trinetra.entries.map(({ direction }: { direction: string }) => direction)),
    ).toEqual(new Set(['3A', '3B', '3C']));
    expect(
      (await list('hq', '?office=pro-dgp')).entries.map(
        ({ obligation }: { obligation: string }) => obligation,
      ),
    ).toContain('1A');
    expect(
      (await list('crime')).entries.every(
        ({ office }: { office: string }) => office === 'branch:crime',
      ),
    ).toBe(true);
    const { columns, rows } = (await ask('hq', 'GET', '/matrix?month=2019-04')).body;
    expect(columns.slice(0, 8).every(({ id }: { id: string }) => id.startsWith('zone:'))).toBe(
      true,
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
    expect((await ask('agra', 'POST', '/bases', base)).status).toBe(403);
    expect((await ask('hq', 'POST', '/bases', base)).body.papers[1]).toMatchObject({
      base: '2019-03-29',
    });
    expect((await read('crime', '3B/branch:crime/once')).body.occurrence).toMatchObject({
      due: '2019-04-13',
      dueBy: 'computed',
    });
    await ask('hq', 'POST', '/bases', { ...base, day: null });
    expect((await read('crime', '3B/branch:crime/once')).body.occurrence.due).toBe('2019-04-11');
  });

  test('minutes of a later meeting are split, and a point counts once a person has checked it', async () => {
    const minutes =
      '1- UP COP App\nप्रचार बढ़ाया जाए।\n- (A) सभी जनपद 10 तारीख तक सूचना भेजें।\n(B) धन्यवाद ज्ञापित किया गया।';
    expect(
      (
        await ask('hq', 'POST', '/meetings', {
          title: 'बैठक',
          day: '2019-04-10',
          minutes: 'केवल एक वाक्य',
        })
      ).body.error,
    ).toBe('no-points');
    const meeting = (
      await ask('hq', 'POST', '/meetings', { title: 'समीक्षा बैठक', day: '2019-04-10', minutes })
    ).body;
    expect(meeting.list.map(({ point }: { point: string }) => point)).toEqual([
      '1',
      '1 (A)',
      '1 (B)',
    ]);
    const [, point, thanks] = meeting.list;
    expect((await list('agra', `?direction=M${meeting.id}-${point.id}`)).total).toBe(0);
    const terms = {
      ...{ title: 'मासिक सूचना', owed: 'सूचना', apps: ['up-cop'], owners: [{ role: 'district' }] },
      ...{ rhythm: 'by-day', day: '2019-04-20', monthDay: null, file: false },
    };
    expect(
      (
        await ask('hq', 'POST', `/points/${point.id}/check`, {
          version: 1,
          terms: { ...terms, day: null },
        })
      ).status,
    ).toBe(400);
    await ask('hq', 'POST', `/points/${point.id}/check`, { version: 1, terms });
    const dropped = (
      await ask('hq', 'POST', `/points/${thanks.id}/drop`, { version: 1, dropped: true })
    ).body;
    expect(dropped).toMatchObject({ points: 3, checked: 1, open: 1 });
    const key = `M${meeting.id}-${point.id}/district:agra/once`;
    expect((await list('agra', `?direction=M${meeting.id}-${point.id}`)).entries).toMatchObject([
      { key, due: '2019-04-20' },
    ]);
    await submit('agra', key, 0);
    expect(
      (await ask('hq', 'POST', `/points/${point.id}/drop`, { version: 2, dropped: true })).body
        .error,
    ).toBe('not-possible');
  });
});
