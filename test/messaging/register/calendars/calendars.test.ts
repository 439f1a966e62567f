import { PassThrough } from 'node:stream';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { Actor } from '../../../../campaigns/offices/actor.ts';
import { createLog } from '../../../../messaging/platform/process/log.ts';
import { openCalendars } from '../../../../messaging/register/calendars/routes.ts';
import { listActions, pluck } from '../../fixtures/answers.ts';
import { makeHouse } from '../../fixtures/house.ts';
import { makeProgress } from '../../fixtures/progress.ts';
import { openRegister } from '../register-fixture.ts';

const officers: Record<string, Actor> = {
  agra: { id: 'a', name: 'PRO Agra', role: 'district', district: 'agra' },
  agra2: { id: 'a2', name: 'PRO Agra two', role: 'district', district: 'agra' },
  lucknow: { id: 'l', name: 'PRO Lucknow', role: 'district', district: 'lucknow' },
  zone: { id: 'z', name: 'ADG Agra', role: 'zone', zone: 'agra' },
  hq: { id: 'h', name: 'HQ', role: 'hq' },
  hq2: { id: 'h2', name: 'HQ two', role: 'hq' },
  admin: { id: 'x', name: 'Administrator', role: 'admin' },
};
const today = '2019-04-12';
const publicUrl = 'https://outreach.example';
const lines = new PassThrough();
const { database, app, ...server } = await openRegister(officers, {
  progress: () => makeProgress(today),
  beside: (directions) => [openCalendars({ ...makeHouse({ config: { publicUrl } }), directions })],
  log: createLog('debug', lines),
});

const ask = (who: string, method: 'GET' | 'POST', url: string, payload?: object) =>
  server.send(who, method, `/api/directions${url}`, payload);
const make = async (who: string) => (await ask(who, 'POST', '/calendars')).json();
const list = async (who: string) => (await ask(who, 'GET', '/calendars')).json();
const feed = (url: string, headers = {}) =>
  app.inject({ url: url.replace(publicUrl, ''), headers });
const sequences = (text: string) =>
  Object.fromEntries(
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((own) => new ICAL.Event(own))
      .map(({ uid, sequence }) => [uid, sequence]),
  );

test('an office has one calendar: made, read without an account, renewed by another officer, ended', async () => {
  expect(await list('agra')).toEqual([]);
  const { calendar, url } = await make('agra');
  expect(calendar).toMatchObject({ office: 'district:agra', madeBy: 'PRO Agra', lastUsedOn: null });
  expect(url).toMatch(/^https:\/\/outreach\.example\/calendar\/[\w-]{43}\.ics$/);

  const answer = await feed(url);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow',
  });
  const months = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => `L3-2019-0${from + at}`);
  const owed = [...months(3, 9), '4A-once', 'S5-2019-04', 'S5-2019-07', 'S5-2019-10'];
  expect(sequences(answer.body)).toEqual(
    Object.fromEntries(owed.map((id) => [`${id}.district-agra@up-cop.directions`, 0])),
  );
  expect(answer.body).not.toContain('PRO Agra');
  expect((await feed(`${url}?lang=en`)).body).toContain('SUMMARY:Monthly report on the PMS app');
  const etag = String(answer.headers.etag);
  expect((await feed(url, { 'if-none-match': etag })).statusCode).toBe(304);
  expect(await list('agra2')).toMatchObject([{ madeBy: 'PRO Agra', lastUsedOn: today }]);

  const renewed = await make('agra2');
  expect((await feed(url)).statusCode).toBe(404);
  expect((await feed(renewed.url)).statusCode).toBe(200);

  const end = (who: string) => ask(who, 'POST', `/calendars/${renewed.calendar.id}/revoke`);
  expect((await end('lucknow')).statusCode).toBe(404);
  expect((await end('hq')).statusCode).toBe(404);
  expect((await end('agra')).json()).toEqual([]);
  expect((await end('agra')).statusCode).toBe(404);
  expect((await feed(renewed.url)).statusCode).toBe(404);

  expect(await listActions(database, `direction-calendar/${renewed.calendar.id}`, 5)).toEqual([
    'calendar.revoke',
    'calendar.renew',
  ]);
});

test('a changed day raises SEQUENCE of what it moves, and of nothing else', async () => {
  const { url } = await make('agra');
  const before = await feed(url);
  const base = { paper: 'minutes-2019-03-27', reason: 'कार्यवृत्त जारी होने से' };
  const set = async (day: string | null) => {
    const { held } = (await ask('hq', 'POST', '/bases', { ...base, day })).json();
    if (held !== undefined)
      await server.send('hq2', 'POST', `/api/held-acts/${held.id}/accept`, {});
  };
  await set('2019-04-01');
  const moved = await feed(url, { 'if-none-match': String(before.headers.etag) });
  expect(moved.statusCode).toBe(200);
  expect(sequences(moved.body)).toEqual({
    ...sequences(before.body),
    '4A-once.district-agra@up-cop.directions': 1,
  });
  // The English words are those of the same revision.
  expect(sequences((await feed(`${url}?lang=en`)).body)).toEqual(sequences(moved.body));
  await set(null);
  expect(sequences((await feed(url)).body)['4A-once.district-agra@up-cop.directions']).toBe(2);

  const event = { kind: 'first-posting', day: '2019-04-08', district: 'agra', station: 'etmadpur' };
  expect((await ask('agra', 'POST', '/events', event)).statusCode).toBe(201);
  // Its zone sees to the training.
  const ofZone = await make('zone');
  const trained = (await feed(ofZone.url)).body;
  await ask('zone', 'POST', `/calendars/${ofZone.calendar.id}/revoke`);
  expect(Object.keys(sequences(trained))).toContainEqual(
    expect.stringMatching(/^4B-ii-event-\d+\./),
  );
});

test('the administrator sees the calendars of all offices, ends one, and makes none', async () => {
  const { url } = await make('lucknow');
  const all = await list('admin');
  expect(pluck(all, 'office')).toEqual(['district:agra', 'district:lucknow']);
  expect((await ask('admin', 'POST', '/calendars')).statusCode).toBe(403);
  const left = (await ask('admin', 'POST', `/calendars/${all[1].id}/revoke`)).json();
  expect(left).toHaveLength(1);
  expect((await feed(url)).statusCode).toBe(404);
});

test('a secret is in no table and no line of the log, and is asked for in vain only so often', async () => {
  const { url } = await make('hq');
  const token = /calendar\/([\w-]+)\.ics/.exec(url)?.[1] ?? '';
  expect((await feed(url)).statusCode).toBe(200);
  const wrong = `/calendar/${'w'.repeat(43)}.ics`;
  expect((await feed(wrong)).statusCode).toBe(404);
  expect((await feed('/calendar/none')).statusCode).toBe(404);
  const { rows } = await database.pool.query('SELECT * FROM direction_calendar');
  expect(JSON.stringify(rows)).not.toContain(token);
  for (let tries = 0; tries < 30; tries += 1) await feed(wrong);
  expect((await feed(wrong)).statusCode).toBe(429);
  const logged = String(lines.read());
  expect(logged).toContain('/calendar/…');
  expect(logged).not.toMatch(/calendar\/[\w-]{20}/);
  expect(logged).not.toContain(token);
});
