import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

/** The service as attackers find it. */
export interface Target {
  port: number;
  /** What a browser of a signed-in district officer sends. */
  officer: Record<string, string>;
  /** Posters that are made when somebody asks, none of them twice. */
  nextPoster(): string;
  /** Ids of the stations of Agra, none twice. */
  nextStation(): string;
  /** Signs an officer in whose account is new; throws when that is refused. */
  signIn(): Promise<void>;
}

export interface Attacker {
  name: string;
  /** Goes on until the signal. */
  attack(target: Target, signal: AbortSignal): Promise<void>;
  /** What somebody honest wants of the same thing meanwhile; throws when it is refused. */
  honest(target: Target): Promise<void>;
  /** How long that may take. */
  mostMs: number;
}

interface Sent {
  method?: string;
  path: string;
  from: string;
  headers?: Record<string, string | number>;
  body?: string | Buffer;
}

const origin = 'http://localhost:8080';

function open({ port }: Target, { method = 'GET', path, from, headers = {} }: Sent): ClientRequest {
  const sent = request({
    port,
    host: '127.0.0.1',
    agent: false,
    method,
    path,
    headers: { 'x-forwarded-for': from, origin, ...headers },
  });
  // The service may well end what an attacker sends.
  return sent.on('error', () => {});
}

/** Status of the answer; 0 where the connection was ended without one. */
async function ask(target: Target, sent: Sent): Promise<number> {
  const asked = open(target, sent);
  const answer = await new Promise<IncomingMessage | undefined>((resolve) => {
    asked
      .on('response', resolve)
      .on('close', () => resolve(undefined))
      .end(sent.body);
  });
  if (answer === undefined) return 0;
  await text(answer).catch(() => '');
  return answer.statusCode ?? 0;
}

async function expectStatus(status: number, asked: Promise<number>): Promise<void> {
  const found = await asked;
  if (found !== status) throw new Error(`Expected ${status}, got ${found}`);
}

/** Keeps so many at it until the signal. */
async function keepUp(count: number, signal: AbortSignal, one: () => Promise<unknown>) {
  await Promise.all(
    Array.from({ length: count }, async () => {
      while (!signal.aborted) await one();
    }),
  );
}

const flood = '2001:db8:bad:1::1';
const citizen = '203.0.113.7';
/** Any address of one /64. */
let lastAddress = 1;
const neighbour = () => `2001:db8:bad:1::${(++lastAddress).toString(16)}`;

const hostileAddresses = [
  `/q/${'A'.repeat(12_000)}`,
  `/Q${'-'.repeat(12_000)}`,
  `/files/${'a-'.repeat(6000)}!`,
  `/files/social/${'a-'.repeat(3000)}/${'b-'.repeat(3000)}`,
  `/${'../'.repeat(4000)}`,
  `/p/${'%E0%A4%95'.repeat(1200)}`,
  `/v/${'.'.repeat(12_000)}`,
  `/api/progress?${'a[]=1&'.repeat(2000)}`,
];

/** Addresses of 12 kB at which a bad pattern would try everything. */
const longAddresses: Attacker = {
  name: 'long addresses',
  mostMs: 500,
  attack: (target, signal) =>
    keepUp(8, signal, async () => {
      for (const path of hostileAddresses) {
        const cookie = `scan=${'a'.repeat(500)}; `.repeat(4);
        await ask(target, {
          path,
          from: flood,
          headers: { cookie, 'user-agent': '('.repeat(1500) },
        });
      }
    }),
  honest: (target) => expectStatus(200, ask(target, { path: '/api/progress', from: citizen })),
};

/** Four hundred posters are ordered at once, and nobody waits for them. */
const brokenOrders: Attacker = {
  name: 'orders broken off',
  mostMs: 5000,
  async attack(target, signal) {
    while (!signal.aborted) {
      const orders = Array.from({ length: 400 }, () =>
        open(target, { path: `/files/${target.nextPoster()}`, from: neighbour() }).end(),
      );
      await wait(300);
      for (const order of orders) order.destroy();
      await wait(1000);
    }
  },
  honest: (target) =>
    expectStatus(200, ask(target, { path: `/files/${target.nextPoster()}`, from: citizen })),
};

const pack = (station: string) => `/api/station-pack?district=agra&station=${station}`;

/** As many packs as there are places, held open. */
const heldPacks: Attacker = {
  name: 'packs held',
  mostMs: 5000,
  attack: (target, signal) =>
    keepUp(30, signal, async () => {
      const status = await ask(target, { path: pack(target.nextStation()), from: flood });
      if (status !== 200) await wait(200);
    }),
  honest: (target) =>
    expectStatus(200, ask(target, { path: pack(target.nextStation()), from: citizen })),
};

const json = { 'content-type': 'application/json' };

/** Three hundred bodies of which a byte comes each second. */
const slowBodies: Attacker = {
  name: 'slow bodies',
  mostMs: 500,
  async attack(target, signal) {
    const headers = { ...json, 'content-length': 900 };
    const sent = Array.from({ length: 300 }, () =>
      open(target, { method: 'POST', path: '/api/public/name-reports', from: flood, headers }),
    );
    while (!signal.aborted) {
      for (const body of sent) if (!body.destroyed) body.write(' ');
      await wait(1000);
    }
    for (const body of sent) body.destroy();
  },
  honest: (target) => report(target, target.nextStation(), citizenOf()),
};

/** A citizen who has not reported yet. */
let lastCitizen = 0;
const citizenOf = () => `2001:db8:${(++lastCitizen).toString(16)}::1`;

function report(target: Target, station: string, from: string): Promise<void> {
  const body = JSON.stringify({ district: 'agra', station, name: `नाम ${lastAddress}` });
  const sent = { method: 'POST', path: '/api/public/name-reports', from, headers: json, body };
  return expectStatus(204, ask(target, sent));
}

/** Reports of names from ever other addresses of one /64. */
const reportsFlood: Attacker = {
  name: 'reports of one /64',
  mostMs: 500,
  attack: (target, signal) =>
    keepUp(4, signal, () => report(target, 'tajganj', neighbour()).catch(() => wait(5))),
  honest: (target) => report(target, target.nextStation(), citizenOf()),
};

function form(bytes: Buffer, name: string): Pick<Sent, 'headers' | 'body'> {
  const head = `--limit\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--limit--\r\n')]);
  return { headers: { 'content-type': 'multipart/form-data; boundary=limit' }, body };
}

const list = '/api/activities/list?kind=camp&district=agra';
const hostileLists = [
  form(Buffer.from(`${'a,'.repeat(500)}\n`.repeat(4000)), 'wide.csv'),
  form(Buffer.from('"'.repeat(4_000_000)), 'quotes.csv'),
  form(Buffer.from(`PK\x03\x04${'\0'.repeat(4_000_000)}`, 'latin1'), 'broken.xlsx'),
];

/** An officer sends lists that no program should be able to read quickly, without end. */
const hostileUploads: Attacker = {
  name: 'hostile uploads',
  mostMs: 2000,
  attack: (target, signal) =>
    keepUp(4, signal, async () => {
      for (const { headers, body } of hostileLists) {
        const all = { ...headers, ...target.officer };
        await ask(target, { method: 'POST', path: list, from: flood, headers: all, body } as Sent);
      }
    }),
  honest: (target) =>
    expectStatus(200, ask(target, { path: '/api/me', from: citizen, headers: target.officer })),
};

/** Wrong passwords from ever other networks. */
const signIns: Attacker = {
  name: 'sign-ins',
  mostMs: 5000,
  attack: (target, signal) =>
    keepUp(16, signal, async () => {
      const at = ++lastAddress;
      const body = JSON.stringify({
        email: `nobody-${at}@police.example`,
        password: `wrong ${at}`,
      });
      const from = `2001:db8:${(at % 60_000).toString(16)}:1::1`;
      await ask(target, { method: 'POST', path: '/api/sign-in', from, headers: json, body });
    }),
  honest: (target) => target.signIn(),
};

export const attackers: readonly Attacker[] = [
  longAddresses,
  brokenOrders,
  heldPacks,
  slowBodies,
  reportsFlood,
  hostileUploads,
  signIns,
];
