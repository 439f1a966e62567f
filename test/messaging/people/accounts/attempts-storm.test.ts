import { randomBytes } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createStopTokens } from '../../../../messaging/phone/numbers/stop-token.ts';
import { openDatabase } from '../../../../messaging/platform/database/database.ts';
import { tryOnce } from '../../../../messaging/platform/http/attempts.ts';
import { readLocks } from '../../../../messaging/platform/http/attempts-sql.ts';
import { authSecret } from '../../../../messaging/platform/process/secret-fs.ts';
import { createVendorTokens } from '../../../../messaging/print/purchase-orders/vendor-token.ts';
import { openFolder } from '../../../folders.ts';
import { expectAnswer, expectRefusal } from '../../fixtures/answers.ts';
import { type Officer, password } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';

const { service, database, hq, pro, admin } = await openConsole({
  hq: 'hq',
  pro: ['district', 'agra'],
  admin: 'admin',
});
const beginner = await service.account('hq');
beforeEach(async () => {
  await database.pool.query("DELETE FROM attempt WHERE scope <> 'key'");
  await database.pool.query('DELETE FROM attempt_lock');
});

const many = 300;
/** Each from a network of its own. */
const fromEverywhere = (at: number) => `10.${at >> 8}.${at & 255}.7`;
const fromFour = (at: number) => `10.9.${at % 4}.7`;

interface Sent {
  payload?: object;
  cookies?: ReadonlyMap<string, string>;
  url?: string;
  headers?: Record<string, string>;
}
interface Guess {
  /** Of the answer of a guess that was judged: its error, or its status where it is a page. */
  judged: string | number;
  /** How many of the three hundred may be. */
  most: number;
  send(at: number): Sent;
  before?(): Promise<void>;
}

const ofOfficer = (judged: string, officer: Officer, payload: object): Guess => ({
  judged,
  most: 5,
  send: () => ({ payload, cookies: officer.cookies }),
});
const wrongPassword = (payload: object) => ofOfficer('wrong-password', hq, payload);
const random = (bytes: number) => randomBytes(bytes).toString('base64url');
/** Four addresses, each with what one of them may. */
const ofAddress = (judged: string | number, most: number, send: Guess['send']): Guess => ({
  judged,
  most: 4 * most,
  send,
});
const ofVendor = (rest: string) =>
  ofAddress(404, 30, () => ({ url: `/v/1.zzzzzz.${random(16)}.${random(24)}${rest}` }));
const ofParcel = (rest: string) => ofAddress(404, 60, () => ({ url: `/p/ZZZZZZZZ${rest}` }));
const unsubscribe = ofAddress(404, 30, () => ({ url: `/api/mail/unsubscribe/${random(20)}` }));
const credential = () => ({
  id: random(32),
  rawId: random(32),
  type: 'public-key',
  clientExtensionResults: {},
  response: { clientDataJSON: random(40), authenticatorData: random(40), signature: random(40) },
});

/** Challenges that were opened before, from as many networks. */
const challenges: ReadonlyMap<string, string>[] = [];
async function openChallenges(): Promise<void> {
  while (challenges.length < 60) {
    const browser = service.browser();
    await expectAnswer(browser.post('/api/sign-in', { email: hq.email, password }), 200);
    challenges.push(browser.cookies);
  }
}
const ofChallenge = (payload: object): Guess => ({
  judged: 'wrong-code',
  most: 5,
  before: openChallenges,
  send: (at) => ({ payload, cookies: challenges[at % challenges.length] as Map<string, string> }),
});

const newPassword = 'peepal-2291-ganga';
const install = { install: 'a'.repeat(32), code: 'BCDFGH', click: 1, begin: 2, version: '1' };
const guesses: Record<string, Guess> = {
  'POST /api/sign-in': {
    judged: 'wrong-credentials',
    most: 5,
    send: () => ({ payload: { email: pro.email, password: 'wrong password' } }),
  },
  'POST /api/sign-in/second-factor': ofChallenge({ code: '000000' }),
  'POST /api/sign-in/passkey': ofAddress('passkey-refused', 20, () => ({
    payload: { response: credential() },
  })),
  'POST /api/me/passkeys': ofAddress('passkey-refused', 20, () => ({
    payload: { name: 'x', response: credential() },
    cookies: hq.cookies,
  })),
  'POST /api/me/password': wrongPassword({ currentPassword: 'wrong password', newPassword }),
  'POST /api/me/second-factor': wrongPassword({ password: 'wrong password' }),
  'POST /api/me/second-factor/backup-codes': wrongPassword({ password: 'wrong password' }),
  'POST /api/me/passkeys/begin': wrongPassword({ password: 'wrong password' }),
  'POST /api/me/second-factor/confirm': {
    ...ofOfficer('wrong-code', beginner, { code: '000000' }),
    before: async () => {
      await expectAnswer(beginner.post('/api/sign-in', { email: beginner.email, password }), 200);
      await expectAnswer(beginner.post('/api/me/second-factor', { password }), 200);
    },
  },
  'POST /api/invitations/read': ofAddress('link-void', 30, () => ({
    payload: { token: random(32) },
  })),
  'POST /api/invitations/accept': ofAddress('link-void', 30, () => ({
    payload: { token: random(32), name: 'नमूना', password: newPassword },
  })),
  'POST /q/:token(^[0-9A-Za-z]{12}$)': ofAddress(404, 30, (at) => ({
    url: `/q/${'BCDFGHJKLMNP'.slice(0, 9)}${String(at).padStart(3, '0')}`,
  })),
  'GET /api/mail/unsubscribe/:token': unsubscribe,
  'POST /api/mail/unsubscribe/:token': unsubscribe,
  'POST /api/test-number/confirm': {
    ...ofOfficer('test-code-wrong', hq, { code: '000000x', gateway: 'emulator' }),
    before: async () => {
      const sent = { number: '9000000001', gateway: 'emulator' };
      await expectAnswer(hq.post('/api/test-number', sent), 200);
    },
  },
  'GET /calendar/:file': ofAddress('not-found', 30, () => ({ url: `/calendar/${random(32)}.ics` })),
  'GET /v/:token': ofVendor(''),
  'GET /v/:token/files/*': ofVendor('/files/x.pdf'),
  'GET /v/:token/orders/:id/files.zip': ofVendor('/orders/1/files.zip'),
  'GET /v/:token/orders/:id/papers/:paper': ofVendor('/orders/1/papers/order'),
  'POST /v/:token/parcels/:code/:step': ofVendor('/parcels/ABCDEFGH/dispatched'),
  'POST /v/:token/orders/:id/:step': ofVendor('/orders/1/dispatched'),
  'GET /p/:code': ofParcel(''),
  'POST /p/:code/:step': ofParcel('/received'),
  'POST /api/installs': ofAddress('wrong-signature', 30, () => ({
    payload: install,
    headers: {
      'x-install-key': 'a'.repeat(12),
      'x-install-time': '1700000000',
      'x-install-signature': 'a'.repeat(64),
    },
  })),
};
/** Judged by the identity provider, where there is one. */
const judgedElsewhere = ['POST /api/sign-in/provider'];

const send = (route: string, { cookies, ...sent }: Sent, remoteAddress: string) => {
  const [method = '', url = ''] = route.split(' ');
  const cookie = [...(cookies ?? [])].map((pair) => pair.join('=')).join('; ');
  return service.app.inject({
    method: method as InjectOptions['method'],
    url: sent.url ?? url,
    remoteAddress,
    headers: { ...sent.headers, origin: service.publicUrl, ...(cookie !== '' && { cookie }) },
    ...(sent.payload !== undefined && { payload: sent.payload }),
  } as InjectOptions);
};

const tried = service.app.routeRules
  .filter(({ method, tries }) => method !== 'HEAD' && tries.length > 0)
  .map(({ method, url }) => `${method} ${url}`);

describe('three hundred wrong secrets at once', () => {
  test('are sent to every route that tries one', () => {
    expect(tried.filter((route) => !judgedElsewhere.includes(route)).toSorted()).toEqual(
      Object.keys(guesses).toSorted(),
    );
  });

  test.each(Object.keys(guesses))('%s judges no more of them than are allowed', async (route) => {
    const guess = guesses[route] as Guess;
    await guess.before?.();
    await database.pool.query("DELETE FROM attempt WHERE scope <> 'key'");
    const from = guess.most > 5 ? fromFour : fromEverywhere;
    const answers = await Promise.all(
      Array.from({ length: many }, (_, at) => send(route, guess.send(at), from(at))),
    );
    const found = answers.map(({ statusCode, headers, json }) => {
      if (statusCode === 429) return '429';
      return headers['content-type']?.includes('json') ? json().error : statusCode;
    });
    const judged = found.filter((each) => each === guess.judged);
    expect(judged.length).toBeGreaterThan(0);
    expect(judged.length).toBeLessThanOrEqual(guess.most);
    // The rest was not looked at; on a busy machine some find no connection to the database.
    const rest = new Set(found.filter((each) => each !== guess.judged && each !== 'unavailable'));
    expect([...rest]).toEqual(['429']);
  });

  test('of backup codes and codes of the app count together', async () => {
    await openChallenges();
    await database.pool.query("DELETE FROM attempt WHERE scope <> 'key'");
    const codes = [{ code: '000000' }, { backupCode: 'AAAAA-AAAAA' }];
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, at) => {
        const cookies = challenges[at % challenges.length] as Map<string, string>;
        const sent = { payload: codes[at % 2] as object, cookies };
        return send('POST /api/sign-in/second-factor', sent, fromEverywhere(at));
      }),
    );
    expect(answers.filter((answer) => answer.json().error === 'wrong-code')).toHaveLength(5);
    const backupCode = hq.backupCodes[0];
    const right = {
      payload: { backupCode: backupCode as string },
      cookies: challenges[0] ?? new Map(),
    };
    const locked = await send('POST /api/sign-in/second-factor', right, '10.200.1.1');
    expect(locked.json().error).toBe('locked');
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(50);
    await database.pool.query("UPDATE attempt SET locked_until = now() - interval '1 second'");
    expect((await send('POST /api/sign-in/second-factor', right, '10.200.1.1')).statusCode).toBe(
      204,
    );
  });

  test('of a network with a thousand addresses are bounded too', async () => {
    const answers = await Promise.all(
      Array.from({ length: 600 }, (_, at) =>
        send(
          'POST /api/invitations/read',
          { payload: { token: random(32) } },
          `10.77.3.${at % 250}`,
        ),
      ),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 410)).toHaveLength(480);
  });
});

test('one client that goes on trying takes nothing from its neighbours', async () => {
  const read = (remoteAddress: string) =>
    send('POST /api/invitations/read', { payload: { token: random(32) } }, remoteAddress);
  for (let at = 0; at < 50; at += 1) await read('10.78.1.1');
  expect((await read('10.78.1.1')).statusCode).toBe(429);
  const { rows } = await database.pool.query("SELECT tries FROM attempt WHERE scope = 'network'");
  expect(rows).toEqual([{ tries: 30 }]);
  expect((await read('10.78.1.2')).statusCode).toBe(410);
});

test('attempts at different things are counted apart', async () => {
  for (let at = 0; at < 30; at += 1)
    await send('POST /api/invitations/read', { payload: { token: random(32) } }, '10.79.1.1');
  const sent = { url: `/calendar/${random(32)}.ics` };
  expect((await send('GET /calendar/:file', sent, '10.79.1.1')).statusCode).toBe(404);
});

describe('a farm of networks', () => {
  const stop = (token: string, address: string) =>
    send('POST /q/:token(^[0-9A-Za-z]{12}$)', { url: `/q/${token}` }, address);
  const tokens = createStopTokens(authSecret(service.dataDir, undefined));

  test('that tries links to stop has one try each once it was wrong too often, and shuts nobody out', async () => {
    const statuses = async (at: number) =>
      (await stop('BCDFGHJKLMNP', fromEverywhere(at))).statusCode;
    expect([await statuses(0), await statuses(0)]).toEqual([404, 404]);
    const flood =
      "UPDATE attempt SET tries = $1 WHERE what = 'stop-link' AND subject = 'everybody'";
    await database.pool.query(flood, [1998]);
    expect([await statuses(1), await statuses(2)]).toEqual([404, 404]);
    // The next one is beyond it: the network of the last was wrong already, another was not.
    expect([await statuses(2), await statuses(3), await statuses(3)]).toEqual([429, 404, 429]);
    for (const number of ['+915000000001', '+915000000002'])
      expect((await stop(tokens.make(number), fromEverywhere(4))).statusCode).toBe(200);
    const { rows } = await database.pool.query(
      "SELECT tries FROM attempt WHERE what = 'stop-link' AND subject = 'everybody'",
    );
    expect(rows).toEqual([{ tries: 2003 }]);
  });

  // An IPv6 /32, or as many /24 of IPv4, for a day: one try in ten minutes of each, and what the hours have for all.
  const farm = 2 ** 16 * 144 + 24 * 2000;
  test.each([
    // Of 2^58 tokens that can be one, each number of one crore who get messages has one.
    ['a link to stop', 10 ** 7 / 2 ** 58, 3 * 365],
    ['the signature of a vendor link', 2 ** -(24 * 8), 1e15],
    ['a calendar', 2 ** -(32 * 8), 1e15],
  ])('hits %s, any at all, in years and not in days', (_what, chance, days) => {
    expect(1 / (farm * chance)).toBeGreaterThan(days);
  });
  test('finds secrets as long as that', () => {
    const { token } = createVendorTokens('x').make({ id: 1, expiresAt: new Date() });
    expect(token.split('.').at(-1)).toHaveLength((24 * 8) / 6);
    expect(tokens.make('+919999999999')).toHaveLength(12);
  });
});

test('a right secret takes its try back, and leaves those of others', async () => {
  const tries = async () =>
    (
      await database.pool.query(
        "SELECT scope, tries FROM attempt WHERE what = 'password' AND tries > 0 ORDER BY scope, tries",
      )
    ).rows;
  const browser = service.browser();
  const guess = (email: string, guessed: string) =>
    browser.post('/api/sign-in', { email, password: guessed });
  await guess('nobody@police.example', 'wrong password');
  await guess(pro.email, 'wrong password');
  await guess(pro.email, password);
  expect(await tries()).toEqual([
    { scope: 'account', tries: 1 },
    { scope: 'client', tries: 2 },
    { scope: 'network', tries: 2 },
  ]);
});

test('a route that tries a secret without saying so is refused', async () => {
  const rule = service.app.routeRules.find(({ url }) => url === '/api/me');
  expect(rule?.tries).toEqual([]);
  const secrets = service.app.routeRules.filter(({ method, url, access }) => {
    const isTaken = access === 'public' && /:token|:file|sign-in|invitations/.test(url);
    return isTaken && method !== 'HEAD';
  });
  // Whose secret is the provider's own: it is long, and what it opens is what that provider sends us.
  const ofProviders = /^\/(webhooks|voice)\//;
  const askNothing = [
    '/api/sign-in/ways',
    '/api/sign-in/passkey/begin',
    '/api/sign-in/provider/begin',
  ];
  const signedToken = ['/api/sign-in/provider/sign-out'];
  // Whether there is such a link, only its button says.
  const asks = ['GET /q/:token(^[0-9A-Za-z]{12}$)'];
  const missing = secrets.filter(
    ({ method, url, tries }) =>
      tries.length === 0 &&
      !ofProviders.test(url) &&
      ![...askNothing, ...signedToken].includes(url) &&
      !asks.includes(`${method} ${url}`),
  );
  expect(missing).toEqual([]);
});

describe('what one account makes in an hour', () => {
  test.each([
    ['/api/captures', () => pro, () => ({ district: 'agra', station: 'kotwali' }), 120],
    ['/api/vendor-links', () => pro, () => ({ district: 'agra' }), 60],
    ['/api/directions/calendars', () => pro, () => ({}), 10],
    [
      '/api/directions/app-requests',
      () => pro,
      (at: number) => ({ nameHi: `ऐप ${at}`, nameEn: `App ${at}`, purpose: 'x', citizen: false }),
      20,
    ],
  ] as const)('by %s is bounded', async (url, officer, payload, most) => {
    const statuses: number[] = [];
    for (let at = 0; at < most + 3; at += 1)
      statuses.push((await officer().post(url, payload(at))).statusCode);
    expect(statuses).toEqual([...Array(most).fill(201), 429, 429, 429]);
    await expectRefusal(officer().post(url, payload(0)), 429, 'too-many-requests');
  });

  test('is bounded on every other route that makes something, for each alone', async () => {
    const makes = service.app.routeRules.filter(
      ({ access, schema }) =>
        access !== 'public' &&
        201 in ((schema as { response?: object } | undefined)?.response ?? {}),
    );
    expect(makes.length).toBeGreaterThan(30);
    const breach = {
      what: 'x',
      whose: 'x',
      measures: '',
      people: null,
      knownAt: '2019-04-12T05:00:00Z',
    };
    const moments = { happenedAt: null, boardToldAt: null, peopleToldAt: null };
    const statuses: number[] = [];
    for (let at = 0; at < 301; at += 1)
      statuses.push((await admin.post('/api/breaches', { ...breach, ...moments })).statusCode);
    expect(statuses).toEqual([...Array(300).fill(201), 429]);
    await expectAnswer(admin.post('/api/install-keys', { place: 'app', dailyLimit: 9 }), 202);
  });
});

test('an account that asks without end is held up', async () => {
  // Of a district that there is not: so none is drawn.
  const draft = { client: 'form-1', district: 'nowhere', station: null, kind: 'territorial' };
  const payload = { ...draft, nameHi: 'थाना', nameEn: 'Thana', artworks: ['board'], widthPx: 480 };
  const answers = await Promise.all(
    Array.from({ length: 130 }, () => hq.post('/api/proofs/station', payload)),
  );
  const held = answers.filter(({ statusCode }) => statusCode === 429);
  expect(held).toHaveLength(10);
  expect(Number(held[0]?.headers['retry-after'])).toBeLessThanOrEqual(10);
});

test('ten locks within an hour are noted for an alert', async () => {
  for (let round = 0; round < 10; round += 1) {
    for (let at = 0; at < 5; at += 1)
      await service
        .browser()
        .post('/api/sign-in', { email: `no-${round}@police.example`, password: 'wrong password' });
  }
  expect(await readLocks(database.pool)).toEqual([{ what: 'password', count: 10 }]);
});

test('the embedded database counts as PostgreSQL does, and its key is in no backup', async () => {
  const dataDir = openFolder('attempts-');
  const embedded = await openDatabase({ dataDir });
  onTestFinished(() => embedded.close());
  const request = { ip: '10.1.2.3', routeOptions: { config: { tries: ['password'] as const } } };
  let judged = 0;
  const tried = await Promise.allSettled(
    Array.from({ length: 50 }, () =>
      tryOnce(embedded.pool, 'password', { request, account: 'a' }, async () => {
        judged += 1;
        return undefined;
      }),
    ),
  );
  expect([judged, tried.filter(({ status }) => status === 'fulfilled').length]).toEqual([5, 5]);
  const { rows } = await embedded.pool.query('SELECT scope, tries FROM attempt ORDER BY scope');
  expect(rows).toEqual([
    { scope: 'account', tries: 5 },
    { scope: 'client', tries: 5 },
    { scope: 'key', tries: 0 },
    { scope: 'network', tries: 5 },
  ]);
});
