import { once } from 'node:events';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { createEventStreams } from '../../../../messaging/platform/http/event-streams.ts';

test('a stream ends with the session of its listener, and not because nobody can be asked', async () => {
  const app = fastify();
  const answers: (boolean | Error)[] = [true, new Error('the database is away'), true, false];
  app.decorate('headersOf', () => ({}));
  const streams = createEventStreams(app, {
    event: 'change',
    limits: { most: 1, mostPerClient: 1 },
    heartbeatMs: 5,
    async mayGoOn() {
      const answer = answers.shift() ?? false;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  app.get('/', async (_request, reply) =>
    streams.open(reply, 'account' as never, () => () => undefined),
  );
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const [response] = await once(get({ port, host: '127.0.0.1' }), 'response');
  response.resume();
  await once(response, 'end');
  expect(answers).toEqual([]);
  await app.close();
});
