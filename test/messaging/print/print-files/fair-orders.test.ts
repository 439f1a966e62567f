import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlannedFile } from '../../../../campaigns/manifest.ts';
import { identifyAccount, identifyClient } from '../../../../messaging/platform/http/client.ts';
import {
  createWorkQueue,
  type WorkQueue,
} from '../../../../messaging/platform/queue/work-queue.ts';
import {
  type OnDemandGenerator,
  openOnDemandGenerator,
} from '../../../../messaging/print/print-files/on-demand-generator.ts';
import { createTestServer, idleGenerator, type TestServer } from '../../fixtures/test-server.ts';

const flood = '2001:db8:5:1::1';
const honest = '203.0.113.7';
let server: TestServer;
let generator: OnDemandGenerator;
let work: WorkQueue;
/** Stations whose files were asked for; those for which the generator was called, in their order, and what lets it go on. */
let wanted: string[];
let begun: string[];
let goOn: PromiseWithResolvers<void>;
let mostAtOnce: number;
let requests: ClientRequest[];

const toPath = (station: string) => `agra/${station}/agra-${station}-poster-a3.pdf`;

beforeEach(async () => {
  [wanted, begun, requests] = [[], [], []];
  goOn = Promise.withResolvers();
  mostAtOnce = 0;
  let atOnce = 0;
  work = createWorkQueue();
  server = await createTestServer({
    prepare({ printDir }) {
      const stations = [...Array.from({ length: 50 }, (_, at) => `s${at}`), 'broken'];
      const files = stations.map(planned);
      writeFileSync(join(printDir, 'plan.json'), JSON.stringify({ campaign: 'up-cop', files }));
      generator = openOnDemandGenerator({
        printDir,
        work,
        async run(args, signal) {
          const station = args.find((each) => each.startsWith('agra/'))?.slice(5) ?? '';
          begun.push(station);
          atOnce += 1;
          mostAtOnce = Math.max(mostAtOnce, atOnce);
          const stopped = new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason));
          });
          await Promise.race([goOn.promise, stopped]).finally(() => {
            atOnce -= 1;
          });
          if (station === 'broken') throw new Error('no ink');
          if (station === 'busy') throw new Error('Another run is writing into it');
          mkdirSync(dirname(join(printDir, toPath(station))), { recursive: true });
          writeFileSync(join(printDir, toPath(station)), station);
        },
      });
    },
    onDemand: {
      progress: async () => null,
      make(place, waiter) {
        wanted.push(place.station?.id ?? '');
        return generator.make(place, waiter);
      },
      makePack: idleGenerator.makePack,
    },
    identify: async ({ headers }) =>
      headers.cookie === 'officer'
        ? { actor: { id: 'pro', name: 'नमूना', role: 'district' }, secondFactorMissing: false }
        : null,
  });
  await server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(async () => {
  for (const request of requests) request.destroy();
  goOn.resolve();
  await server.close();
});

function planned(station: string): PlannedFile {
  return {
    district: 'agra',
    station,
    nameHi: station,
    artwork: 'poster-a3',
    format: 'pdf',
    path: toPath(station),
    widthMm: 297,
    heightMm: 420,
    code: null,
    url: null,
    onDemand: true,
  };
}

function order(station: string, address: string, headers = {}): ClientRequest {
  const { port } = server.app.server.address() as AddressInfo;
  const request = get({
    port,
    host: '127.0.0.1',
    agent: false,
    path: `/files/${toPath(station)}`,
    headers: { 'x-forwarded-for': address, ...headers },
  });
  request.on('error', () => {});
  requests.push(request);
  return request;
}

async function answer(request: ClientRequest) {
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const { statusCode, headers } = response;
  return { statusCode, headers, text: await text(response) };
}

/** How many connections the server has. */
const connections = () =>
  new Promise<number>((resolve) => server.app.server.getConnections((_, count) => resolve(count)));

test('what nobody waits for any longer is not made, and a poster is next beside many broken-off orders', async () => {
  const orders = Array.from({ length: 40 }, (_, at) => order(`s${at}`, flood));
  await expect.poll(() => begun.length).toBe(1);
  for (const request of orders) request.destroy();
  await expect.poll(connections).toBe(0);
  const poster = answer(order('s49', honest));
  await expect.poll(() => wanted).toContain('s49');
  goOn.resolve();
  expect((await poster).statusCode).toBe(200);
  expect(begun).toEqual(['s0', 's49']);
});

test('a client that holds its orders open has a share of the places, and one turn before the next poster', async () => {
  const orders = Array.from({ length: 40 }, (_, at) => answer(order(`s${at}`, flood)));
  await expect.poll(() => wanted.length).toBe(40);
  const poster = answer(order('s49', honest));
  const again = answer(order('s49', '203.0.113.8'));
  await expect.poll(() => wanted.length).toBe(42);
  goOn.resolve();
  expect((await poster).text).toBe('s49');
  expect((await again).text).toBe('s49');
  const statuses = (await Promise.all(orders)).map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status === 200)).toHaveLength(12);
  expect(statuses.filter((status) => status === 429)).toHaveLength(28);
  expect(begun).toHaveLength(13);
  expect(begun.indexOf('s49')).toBe(2);
});

test('who is refused is told when to come again: a program in JSON, a person on a page in both languages', async () => {
  const orders = Array.from({ length: 12 }, (_, at) => answer(order(`s${at}`, flood)));
  await expect.poll(() => wanted.length).toBe(12);
  const program = await answer(order('s13', flood));
  expect([program.statusCode, program.headers['retry-after']]).toEqual([429, '30']);
  expect(JSON.parse(program.text)).toMatchObject({ error: 'too-many-files' });
  const person = await answer(order('s13', flood, { accept: 'text/html,*/*;q=0.8' }));
  expect([person.statusCode, person.headers['retry-after']]).toEqual([429, '30']);
  expect(person.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-store',
  });
  expect(person.text).toContain('बनने की प्रतीक्षा में');
  expect(person.text).toContain('waiting to be made');
  goOn.resolve();
  await Promise.all(orders);
});

test('what an officer waits for is made before what visitors wait for', async () => {
  const orders = Array.from({ length: 5 }, (_, at) => answer(order(`s${at}`, `203.0.113.${at}`)));
  await expect.poll(() => wanted.length).toBe(5);
  const own = answer(order('s49', flood, { cookie: 'officer' }));
  await expect.poll(() => wanted).toContain('s49');
  goOn.resolve();
  expect((await own).statusCode).toBe(200);
  await Promise.all(orders);
  expect(begun.indexOf('s49')).toBe(1);
});

test('one thing is made at a time, a pack too, and what failed keeps nothing else waiting', async () => {
  const files = ['s0', 'broken', 's1'].map((station) => answer(order(station, honest)));
  await expect.poll(() => wanted.length).toBe(3);
  const pack = generator
    .makePack('agra', 'tajganj', async () => ({
      client: identifyAccount({ id: 'pro' }),
      isOfficer: true,
    }))
    .then(() => 'made');
  expect(begun).toHaveLength(1);
  goOn.resolve();
  expect((await Promise.all(files)).map(({ statusCode }) => statusCode)).toEqual([200, 500, 200]);
  expect(await pack).toBe('made');
  expect(mostAtOnce).toBe(1);
});

test('a pack waits for no long run of all packs, and is refused at once', async () => {
  goOn.resolve();
  const waiter = async () => ({ client: identifyClient({ ip: honest }), isOfficer: false });
  await expect(generator.makePack('agra', 'busy', waiter)).rejects.toMatchObject({
    code: 'kit-under-way',
    retryAfterSeconds: 30,
  });
});

test('a service that ends refuses who waits and ends what is being made', async () => {
  const orders = Array.from({ length: 3 }, (_, at) => answer(order(`s${at}`, honest)));
  await expect.poll(() => wanted.length).toBe(3);
  work.close();
  const statuses = (await Promise.all(orders)).map(({ statusCode }) => statusCode);
  expect(statuses).toEqual([429, 429, 429]);
  expect(begun).toHaveLength(1);
});
