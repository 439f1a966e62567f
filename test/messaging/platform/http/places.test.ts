import { once } from 'node:events';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { fastify } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { expect, onTestFinished, test } from 'vitest';
import type { LiveProgress } from '../../../../messaging/figures/progress/live-progress.ts';
import { registerProgress } from '../../../../messaging/figures/progress/routes.ts';
import { findNetwork, identifyClient } from '../../../../messaging/platform/http/client.ts';
import { setHeaders } from '../../../../messaging/platform/http/headers.ts';
import { createPlaces, leavePlace, takePlace } from '../../../../messaging/platform/http/places.ts';

const at = (ip: string) => identifyClient({ ip });

test('a client has a few places, and one that leaves makes room', () => {
  const places = createPlaces({ most: 5, mostPerClient: 2 });
  const first = takePlace(places, at('203.0.113.1'));
  expect(takePlace(places, at('203.0.113.1'))).toBeDefined();
  expect(takePlace(places, at('203.0.113.1'))).toBeUndefined();
  if (first !== undefined) leavePlace(places, first);
  expect(takePlace(places, at('203.0.113.1'))).toBeDefined();
  expect(takePlace(places, at('203.0.113.1'))).toBeUndefined();
});

test('this machine itself has no share: a proxy that names nobody is everybody', () => {
  const places = createPlaces({ most: 5, mostPerClient: 1 });
  for (let count = 0; count < 5; count += 1)
    expect(takePlace(places, at('127.0.0.1'))).toBeDefined();
  expect(takePlace(places, at('127.0.0.1'))).toBeUndefined();
});

test('who comes when all places are taken gets one of the network that has most', () => {
  const places = createPlaces({ most: 20, mostPerClient: 2 });
  const gone: string[] = [];
  for (let net = 0; net < 20; net += 1)
    takePlace(places, at(`2001:db8:5:${net}::1`), () => gone.push(`net ${net}`));
  expect(takePlace(places, at('203.0.113.1'), () => gone.push('honest'))).toBeDefined();
  expect(takePlace(places, at('2001:db8:5:ffff::1'), () => gone.push('more'))).toBeUndefined();
  expect(gone).toEqual(['net 19']);
});

/** Any crowd: eight networks of four clients, which come and go. */
const crowd = fc.array(fc.record({ network: fc.nat(7), client: fc.nat(3), leaves: fc.boolean() }), {
  maxLength: 200,
});

test('bounds hold for any crowd, and nobody is refused while others have two more', () => {
  fc.assert(
    fc.property(crowd, (steps) => {
      const places = createPlaces({ most: 12, mostPerClient: 3 });
      const countPlaces = (key: 'client' | 'network', name: string) =>
        [...places.taken].filter((place) => place[key] === name).length;
      for (const { network, client, leaves } of steps) {
        const who = at(`2001:db8:${network}:${client}::1`);
        const own = [...places.taken].find((place) => place.client === who);
        if (leaves && own !== undefined) {
          leavePlace(places, own);
          continue;
        }
        const before = countPlaces('network', findNetwork(who));
        const ofClient = countPlaces('client', who);
        const all = [...places.taken].map((each) => countPlaces('network', each.network));
        const most = Math.max(0, ...all);
        const place = takePlace(places, who, () => {});
        expect(places.taken.size).toBeLessThanOrEqual(12);
        expect(countPlaces('client', who)).toBeLessThanOrEqual(3);
        if (ofClient < 3 && most > before + 1) expect(place).toBeDefined();
      }
    }),
  );
});

test('behind the proxy one address gets its places and then 503, and others still get theirs', async () => {
  const progress: Pick<LiveProgress, 'current' | 'subscribe'> = {
    current: async () => ({ etag: '"x"', json: '{}', file: {} as never }),
    subscribe: () => () => {},
  };
  const app = fastify({ trustProxy: 'loopback', forceCloseConnections: true });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  setHeaders(app, { https: false });
  registerProgress(app, { progress: progress as LiveProgress, database: null as never });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const asked: ClientRequest[] = [];
  onTestFinished(async () => {
    for (const request of asked) request.destroy();
    await app.close();
  });
  const open = async (address: string): Promise<IncomingMessage> => {
    const headers = { 'x-forwarded-for': address };
    const request = get({ host: '127.0.0.1', port, path: '/api/progress/events', headers });
    asked.push(request);
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    return answer;
  };
  const answers = await Promise.all(Array.from({ length: 25 }, () => open('203.0.113.9')));
  const refused = answers.filter(({ statusCode }) => statusCode === 503);
  expect(refused).toHaveLength(5);
  expect(refused[0]?.headers['retry-after']).toBe('60');
  expect(refused[0]?.headers['cache-control']).toBe('no-store');
  const other = await open('203.0.113.10');
  expect(other.statusCode).toBe(200);
  expect(other.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  answers.find(({ statusCode }) => statusCode === 200)?.destroy();
  await expect.poll(async () => (await open('203.0.113.9')).statusCode).toBe(200);
});
