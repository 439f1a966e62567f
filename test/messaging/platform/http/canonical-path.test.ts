import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isCanonicalPath } from '../../../../messaging/platform/http/canonical-path.ts';
import { createTestServer, type TestServer } from '../../fixtures/test-server.ts';

let server: TestServer;
const secret = 'UP32 BG 0001';

beforeAll(async () => {
  server = await createTestServer({
    prepare({ printDir, siteDir }) {
      for (const folder of ['vehicle', 'agra']) mkdirSync(join(printDir, folder));
      writeFileSync(join(printDir, 'vehicle/shelf.json'), secret);
      writeFileSync(join(printDir, 'agra/board.txt'), 'board');
      writeFileSync(join(siteDir, 'index.html'), '<!doctype html>');
    },
  });
  await server.app.listen();
});
afterAll(() => server.close());

const agent = new Agent({ keepAlive: true });

/** Sends the path letter by letter: clients of other tests tidy it up first. */
function ask(path: string): Promise<{ status: number; body: string }> {
  const { port } = server.app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, path, agent }, async (answer) => {
      resolve({ status: answer.statusCode ?? 0, body: await text(answer) });
    })
      .on('error', reject)
      .end();
  });
}

const plain = "/ /get/ /q/17SN0N /en/ /files/a/b.pdf /x'(1) /%E0%A4%95 /a%20b /a;b";
test.each(plain.split(' '))('a path as we write it is plain: %s', (path) => {
  expect(isCanonicalPath(path)).toBe(true);
});

test.each([
  ...['', 'get', 'http://127.0.0.1/', '//', '/a//b', '/./a', '/a/..', '/../a', '/a/.', '/a#b'],
  ...'/%2f /a%2Fb /%5c /a\\b /%2e%2e/a /%76/x /a%2566 /%00 /%0d%0a /%7f'.split(' '),
  ...['/%zz', '/%E0%A4', '/क', '/a b', '/<b>'],
])('a path in another writing is not: %s', (path) => {
  expect(isCanonicalPath(path)).toBe(false);
});

/** Ways of writing a path that some reader of paths takes for the same one. */
const escaped = (letter: string) => `%${letter.charCodeAt(0).toString(16)}`;
const rewriting = fc.constantFrom<(letter: string) => string>(
  (letter) => letter,
  escaped,
  (letter) => escaped(letter).toUpperCase(),
  (letter) => `%25${escaped(letter).slice(1)}`,
  (letter) => (letter === '/' ? '//' : letter),
  (letter) => (letter === '/' ? '/./' : letter),
  (letter) => (letter === '/' ? '/x/../' : letter),
  (letter) => (letter === '/' ? '\\' : letter),
  (letter) => (letter === '/' ? '%5c' : letter),
  (letter) => `${letter}%00`,
);
function listWritings(path: string) {
  const letters = [...path.slice(1)];
  return fc
    .tuple(...letters.map((letter) => fc.option(rewriting.map((write) => write(letter)))))
    .map((written) => `/${written.map((each, at) => each ?? letters[at]).join('')}`);
}

test('no writing of a path gets round the check that keeps its file back', async () => {
  await fc.assert(
    fc.asyncProperty(listWritings('/files/vehicle/shelf.json'), async (url) => {
      const { status, body } = await ask(url);
      expect(status).toBe(404);
      expect(body).not.toContain(secret);
    }),
    { numRuns: 500 },
  );
});

test('another writing of an address leads nowhere', async () => {
  await fc.assert(
    fc.asyncProperty(listWritings('/files/agra/board.txt'), async (url) => {
      const { status } = await ask(url);
      expect(status).toBe(url === '/files/agra/board.txt' ? 200 : 404);
    }),
    { numRuns: 500 },
  );
});

test('an address is answered up to 2048 characters', async () => {
  const address = (length: number) => `/?${'a'.repeat(length - 2)}`;
  expect((await ask(address(2048))).status).toBe(200);
  const refused = await ask(address(2049));
  expect(refused.status).toBe(414);
  expect(JSON.parse(refused.body)).toMatchObject({ error: 'address-too-long' });
});
