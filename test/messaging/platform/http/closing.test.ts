import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from 'vitest';
import { createModuleServer } from '../../fixtures/module-server.ts';

test('a server that ends answers what the proxy still asks on an open connection', async () => {
  const ending = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const app = await createModuleServer({
    modules: [
      {
        name: 'slow to end',
        register: ({ pages }) =>
          void pages.addHook('preClose', () => {
            ending.resolve();
            return held.promise;
          }),
        close: async () => {},
      },
    ],
    officers: {},
    districts: [],
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  const ended = once(socket, 'close');
  const ask = async () => {
    socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n');
    const [answer] = await once(socket, 'data');
    return String(answer).split('\r\n')[0];
  };
  expect(await ask()).toBe('HTTP/1.1 200 OK');
  const closed = app.close();
  await ending.promise;
  expect(await ask()).toBe('HTTP/1.1 200 OK');
  held.resolve();
  await Promise.all([closed, ended]);
});
