import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach } from 'vitest';
import { signBody } from '../../../messaging/platform/http/signed-post.ts';

export const secret = 'a-secret-of-the-test';

export interface Received<Body> {
  id: string;
  status: number;
  signed: boolean;
  body: Body;
}

/** A program that takes signed news; it refuses as many as it is told to. */
export async function startReceiver<Body>(kind: 'alert' | 'event') {
  const received: Received<Body>[] = [];
  let failures = 0;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const [, seconds = '', hex] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(request.headers[`x-${kind}-signature`])) ?? [];
    failures -= 1;
    const status = failures >= 0 ? 503 : 204;
    received.push({
      id: String(request.headers[`x-${kind}-id`]),
      status,
      signed: hex === signBody(secret, Number(seconds), text),
      body: JSON.parse(text),
    });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  afterEach(() => {
    received.length = 0;
  });
  return {
    received,
    webhook: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, secret },
    failNext(count: number) {
      failures = count;
    },
  };
}
