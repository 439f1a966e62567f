import { createHash, createHmac, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { campaignFolder, loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { signedText } from '../../../../campaigns/installs/install-report.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import type { Actor } from '../../../../campaigns/offices/actor.ts';
import { toDay } from '../../../../campaigns/tracker/clock.ts';
import { loadProgress } from '../../../../messaging/figures/progress/progress-data.ts';
import { createHeldActs } from '../../../../messaging/people/held-acts/held-acts.ts';
import { heldActRoutes } from '../../../../messaging/people/held-acts/routes.ts';
import { openInstalls } from '../../../../messaging/scanning/installs/routes.ts';
import { expectAnswer, expectRefusal } from '../../fixtures/answers.ts';
import { openModuleServer } from '../../fixtures/open-module-server.ts';

const admin: Actor = { id: 'a', name: 'Admin', role: 'admin' };
const hq: Actor = { id: 'h', name: 'HQ', role: 'hq' };
const directory = loadBaseDirectory();
const registry = loadRegistry({
  campaignFolder: campaignFolder('up-cop'),
  grownFile: '/nowhere/codes.csv',
});
const findCode = (station: string) =>
  registry.codeFor({ scope: 'station', district: 'lucknow', station }, 'board');
const start = Date.parse('2026-11-25T06:00:00Z');

interface Key {
  id: number;
  key: string;
  secret: string;
}
type Report = ReturnType<typeof report>;
const report = (given: Record<string, unknown> = {}) => ({
  install: randomBytes(16).toString('hex'),
  code: findCode('hazratganj'),
  click: start / 1000 - 120,
  begin: start / 1000 - 60,
  version: '2.4.1',
  ...given,
});

describe('installs', async () => {
  let nowMs = start;
  const {
    app,
    database,
    send: ask,
  } = await openModuleServer({
    officers: { admin, hq },
    open: (parts) => {
      const heldActs = createHeldActs(parts);
      return [
        ...openInstalls({
          ...parts,
          heldActs,
          config: { ...parts.config, authSecret: 'x'.repeat(40) },
          ownerOf: async (code) => registry.ownerOf(code),
          now: () => new Date(nowMs),
        }),
        { name: 'held-acts', api: heldActRoutes(heldActs) },
      ];
    },
  });
  const server = await makeKey('server', 100_000);
  const phones = await makeKey('app', 100_000);
  let addresses = 0;
  const anyAddress = () => {
    addresses += 1;
    return `10.0.${addresses >> 8}.${addresses & 255}`;
  };
  async function makeKey(place: string, dailyLimit: number): Promise<Key> {
    const made = await wantKey(place, dailyLimit);
    await accept('hq', made.held.id);
    const list = (await ask('admin', 'GET', '/api/install-keys')).json() as Key[];
    return { ...made, id: list.find(({ key }) => key === made.key)?.id ?? 0 };
  }
  function wantKey(place: string, dailyLimit: number) {
    return expectAnswer<Omit<Key, 'id'> & { held: { id: number } }>(
      ask('admin', 'POST', '/api/install-keys', { place, dailyLimit }),
      202,
    );
  }
  async function accept(who: 'admin' | 'hq', act: number, status = 204): Promise<void> {
    await expectAnswer(ask(who, 'POST', `/api/held-acts/${act}/accept`, {}), status);
  }
  const end = (id: number, act = 'revoke', reason = '') =>
    ask('admin', 'POST', `/api/install-keys/${id}/${act}`, act === 'discard' ? { reason } : {});

  /** Signed as the sketch for the app does it; `sent` is what an attacker sends in place of what was signed. */
  async function send(
    signed: Report,
    {
      key = server,
      time = nowMs / 1000,
      sent = signed,
      from = anyAddress(),
      headers = {},
    }: {
      key?: Key;
      time?: number;
      sent?: object;
      from?: string;
      headers?: Record<string, string>;
    } = {},
  ) {
    const signature = createHmac('sha256', key.secret)
      .update(signedText(signed, { key: key.key, time }))
      .digest('hex');
    return app.inject({
      method: 'POST',
      url: '/api/installs',
      remoteAddress: from,
      headers: {
        'x-install-key': key.key,
        'x-install-time': String(time),
        'x-install-signature': signature,
        ...headers,
      },
      payload: sent,
    });
  }
  const counted = async () => {
    const { rows } = await database.pool.query<{ sum: number }>(
      'SELECT coalesce(sum(installs), 0)::int AS sum FROM install_by_code',
    );
    return rows[0]?.sum ?? 0;
  };

  test('an install counts once for its code, however often and for whatever code it is said again', async () => {
    const before = await counted();
    const own = report();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(own)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(200));
    expect(answers.filter((answer) => answer.json().counted)).toHaveLength(1);
    const again = await send(report({ install: own.install, code: findCode('alambagh') }));
    expect(again.json()).toEqual({ counted: false });
    expect(await counted()).toBe(before + 1);
    const { rows } = await database.pool.query('SELECT * FROM install_by_code');
    expect(rows).toMatchObject([
      { code: own.code, channel: 'board', district: 'lucknow', station: 'hazratganj', installs: 1 },
    ]);
  });

  test.each([
    ['another code', { code: findCode('alambagh') }],
    ['another install', { install: 'f'.repeat(32) }],
    ['another version', { version: '9' }],
    ['another time of the click', { click: 1 }],
    ['another time of the install', { begin: start / 1000 - 61 }],
  ])('a signature does not stand for %s', async (_label, change) => {
    const own = report();
    await expectRefusal(send(own, { sent: { ...own, ...change } }), 401, 'wrong-signature');
  });

  test.each([
    ['no signature', { 'x-install-signature': '' }],
    ['a signature of another key', { 'x-install-key': '0123456789ab' }],
    ['a time that was not signed', { 'x-install-time': String(start / 1000 + 1) }],
    ['half a signature', { 'x-install-signature': 'ab' }],
  ])('%s is refused', async (_label, headers) => {
    expect((await send(report(), { headers })).statusCode).toBe(401);
  });

  test.each([-601, 601])(
    'a report signed %i s from now is refused, and learns the time',
    async (off) => {
      const answer = await send(report(), { time: start / 1000 + off });
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ error: 'old-signature', now: start / 1000 });
    },
  );

  test.each([
    ['a code in another form', { code: "Q'; --" }, 400],
    ['a name beside it', { name: 'x' }, 400],
    ['no install', { install: undefined }, 400],
    ['a number that is a phone’s', { install: '9876543210' }, 400],
    ['a time in words', { begin: 'now' }, 400],
    ['more than a report', { version: 'x'.repeat(3000) }, 413],
    ['a code of nobody', { code: 'ZZZZZZ' }, 422],
    ['an install of tomorrow', { begin: start / 1000 + 86_400 }, 422],
    ['an install before what Play keeps', { begin: start / 1000 - 91 * 86_400, click: 0 }, 422],
    ['a click after the install', { click: start / 1000 }, 422],
  ])('%s is refused', async (_label, change, status) => {
    const before = await counted();
    expect((await send(report(change) as Report)).statusCode).toBe(status);
    expect(await counted()).toBe(before);
  });

  test('who floods with what nobody signed is stopped, and nobody else is', async () => {
    const forged = { ...server, secret: 'guess' };
    for (let at = 0; at < 30; at += 1) await send(report(), { key: forged, from: '10.9.9.9' });
    const stopped = await send(report(), { from: '10.9.9.9' });
    expect(stopped.statusCode).toBe(429);
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
    expect((await send(report())).statusCode).toBe(200);
  });

  test('a key in the app is taken from an address 120 times in ten minutes, one on a server more often', async () => {
    const codes: number[] = [];
    for (let at = 0; at < 121; at += 1) {
      const answer = await send(report(), { key: phones, from: '10.8.8.8' });
      codes.push(answer.statusCode);
    }
    expect(codes.slice(0, 120).every((code) => code === 200)).toBe(true);
    expect(codes[120]).toBe(429);
    expect((await send(report(), { from: '10.8.8.8' })).statusCode).toBe(200);
  });

  test('a key counts nothing until headquarters accepts it and its limit, which its administrator may not', async () => {
    const { held, ...made } = await wantKey('server', 20_000);
    const key = { ...made, id: 0 };
    expect((await send(report(), { key })).statusCode).toBe(401);
    await accept('admin', held.id, 403);
    expect((await send(report(), { key })).statusCode).toBe(401);
    await accept('hq', held.id);
    expect((await send(report(), { key })).json()).toEqual({ counted: true });
  });

  test('a key brings no more a day than it may, and what was left out counts the next day', async () => {
    const few = await makeKey('server', 2);
    const late = report();
    for (const own of [report(), report()])
      expect((await send(own, { key: few })).statusCode).toBe(200);
    expect((await send(late, { key: few })).statusCode).toBe(429);
    nowMs = start + 86_400_000;
    expect((await send(late, { key: few })).json()).toEqual({ counted: true });
    nowMs = start;
  });

  test('a key that is ended brings nothing more; with its count taken out nothing of it stays', async () => {
    const leaked = await makeKey('app', 10);
    const before = await counted();
    await send(report(), { key: leaked });
    expect((await end(leaked.id)).json()).toMatchObject({ revokedBy: 'Admin', installs: 1 });
    expect((await send(report(), { key: leaked })).statusCode).toBe(401);
    // A public figure falls: headquarters decides, and until then nothing of it goes.
    expect((await end(leaked.id, 'discard')).json()).toMatchObject({
      error: 'reason-wanted',
      effect: { changes: [{ before: 1, after: 0 }], findings: [{ code: 'installs falls' }] },
    });
    const discarded = await end(leaked.id, 'discard', 'कुंजी लीक हुई');
    expect([discarded.statusCode, await counted()]).toEqual([202, before + 1]);
    await accept('admin', discarded.json().held.id, 403);
    await accept('hq', discarded.json().held.id);
    expect(await counted()).toBe(before);
    const unused = await makeKey('app', 10);
    expect((await end(unused.id, 'discard')).statusCode).toBe(200);
    expect((await end(99)).statusCode).toBe(404);
  });

  test('an administrator sees the own key that waits, and takes it back', async () => {
    const { held } = await wantKey('app', 10);
    const acts = (await ask('admin', 'GET', '/api/held-acts')).json();
    expect(acts.find(({ id }: { id: number }) => id === held.id)).toMatchObject({
      own: true,
      mayDecide: false,
      state: 'waiting',
    });
    await expectAnswer(ask('admin', 'POST', `/api/held-acts/${held.id}/withdraw`, {}), 204);
    await accept('hq', held.id, 409);
  });

  test('neither a secret nor the number of an install is kept; its hash goes after 91 days', async () => {
    const own = report();
    await send(own);
    const { rows } = await database.pool.query<{ all: string }>(
      `SELECT (SELECT json_agg(k)::text FROM install_key k) || (SELECT json_agg(s)::text FROM install_seen s)
         || (SELECT json_agg(a)::text FROM audit_entry a) AS all`,
    );
    const [{ all } = { all: '' }] = rows;
    expect(all).toContain(createHash('sha256').update(own.install).digest('hex'));
    expect(all).toContain('install-key.make');
    expect(all).not.toContain(own.install);
    expect(all).not.toContain(server.secret);
  });

  test('the progress has installs beside scans once the app reports any, and says nothing of them before', async () => {
    const campaign = loadCampaign('up-cop');
    const at = { today: toDay(new Date(start)), now: new Date(start) };
    const load = () => loadProgress({ pool: database.pool, campaign, directory }, at);
    const file = await load();
    expect(file.installs?.total).toBe(await counted());
    const lucknow = file.districts.find(({ district }) => district === 'lucknow');
    expect(lucknow?.installs).toEqual(file.installs);
    expect(file.districts.find(({ district }) => district === 'agra')?.installs?.total).toBe(0);
    expect(file.channels.find(({ channel }) => channel === 'board')?.installs).toEqual(
      file.installs,
    );
    await database.pool.query('DELETE FROM install_by_code');
    expect((await load()).installs).toBeNull();
  });
});
