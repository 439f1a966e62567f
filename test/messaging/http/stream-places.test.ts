import { once } from 'node:events';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { expect, onTestFinished, test } from 'vitest';
import { setHeaders } from '../../../messaging/http/headers.ts';
import { createStreamPlaces } from '../../../messaging/http/stream-places.ts';
import type { LiveProgress } from '../../../messaging/progress/live-progress.ts';
import { registerProgress } from '../../../messaging/progress/routes.ts';

test('a client has a few places, all clients together the most, and one that leaves makes room', () => {
  const places = createStreamPlaces({ most: 5, mostPerClient: 2 });
  const first = places.take('203.0.113.1');
  expect(first).not.toBeNull();
  expect(places.take('203.0.113.1')).not.toBeNull();
  expect(places.take('203.0.113.1')).toBeNull();
  first?.();
  first?.();
  expect(places.take('203.0.113.1')).not.toBeNull();
  expect(places.take('203.0.113.1')).toBeNull();
  for (const address of ['203.0.113.2', '203.0.113.3', '203.0.113.4']) {
    expect(places.take(address)).not.toBeNull();
  }
  expect(places.take('203.0.113.5')).toBeNull();
});

test.each([
  ['the same address', '203.0.113.1', '203.0.113.1', true],
  ['IPv4 written as IPv6', '203.0.113.1', '::ffff:203.0.113.1', true],
  ['one /64', '2001:db8:0:1::1', '2001:db8:0:1:ffff::9', true],
  ['one /64, written otherwise', '2001:0db8::1', '2001:db8:0:0:1:2:3:4', true],
  ['another /64', '2001:db8:0:1::1', '2001:db8:0:2::1', false],
  ['this machine itself', '127.0.0.1', '127.0.0.1', false],
  ['this machine by IPv6', '::1', '::1', false],
])('%s: %s and %s are one client: %s', (_label, one, other, same) => {
  const places = createStreamPlaces({ most: 10, mostPerClient: 1 });
  expect(places.take(one)).not.toBeNull();
  expect(places.take(other) === null).toBe(same);
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
  registerProgress(app, progress as LiveProgress);
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
