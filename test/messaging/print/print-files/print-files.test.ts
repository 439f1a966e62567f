import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Manifest } from '../../../../campaigns/manifest.ts';
import { createWorkQueue } from '../../../../messaging/platform/queue/work-queue.ts';
import {
  type OnDemandGenerator,
  openOnDemandGenerator,
} from '../../../../messaging/print/print-files/on-demand-generator.ts';
import { runGenerator } from '../../../../messaging/print/print-orders/run-generator.ts';
import { openFolder } from '../../../folders.ts';
import { expectAnswer } from '../../fixtures/answers.ts';
import {
  createTestServer,
  idleGenerator,
  type TestServerOptions,
} from '../../fixtures/test-server.ts';

const district = 'shravasti';
const zip = `/files/${district}/${district}.zip`;
/** The generator as the service calls it. */
const run = (printDir: string) => (args: string[]) =>
  runGenerator(args, { printDir, env: { ...process.env, DATA_DIR: printDir } });

const out = openFolder('print-files-');
await run(out)(['--plan']);
await run(out)(['--district', district, '--format', 'pdf,ticket,zip']);
const written = readFileSync(join(out, district, `${district}.zip`));
rmSync(join(out, district, `${district}.zip`));
const manifest: Manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));

async function server(options: TestServerOptions = {}) {
  const opened = await createTestServer({
    prepare: ({ printDir }) => cpSync(out, printDir, { recursive: true }),
    ...options,
  });
  onTestFinished(() => opened.close());
  return opened;
}

describe("a district's ZIP that lies nowhere", () => {
  test('is what the generator writes with --with-files, byte for byte', async () => {
    const { app } = await server();
    const answer = await app.inject({ url: zip });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-length': String(written.length),
      'accept-ranges': 'bytes',
      'cache-control': 'public, no-cache',
    });
    expect(answer.rawPayload.equals(written)).toBe(true);
    const names = Object.keys(unzipSync(answer.rawPayload));
    expect(names[0]).toBe('README.txt');
    const press = manifest.files.filter(({ format }) => format === 'pdf');
    expect(names).toHaveLength(press.length + 1);
  });

  test('tells its length without a body', async () => {
    const { app } = await server();
    const answer = await app.inject({ url: zip, method: 'HEAD' });
    expect(answer.headers['content-length']).toBe(String(written.length));
    expect(answer.rawPayload).toHaveLength(0);
  });

  test('goes on where a download broke off', async () => {
    const { app } = await server();
    const { headers } = await app.inject({ url: zip, method: 'HEAD' });
    const etag = String(headers.etag);
    const at = Math.floor(written.length / 3) + 7;
    const parts = await Promise.all(
      [`bytes=0-${at - 1}`, `bytes=${at}-`].map((range) =>
        app.inject({ url: zip, headers: { range, 'if-range': etag } }),
      ),
    );
    expect(parts.map(({ statusCode }) => statusCode)).toEqual([206, 206]);
    expect(parts[1]?.headers['content-range']).toBe(
      `bytes ${at}-${written.length - 1}/${written.length}`,
    );
    expect(Buffer.concat(parts.map(({ rawPayload }) => rawPayload)).equals(written)).toBe(true);
  });

  test.each([
    { label: 'its end', range: 'bytes=-1000', from: -1000, to: undefined },
    { label: 'a part within one file', range: 'bytes=300000-300099', from: 300_000, to: 300_100 },
    {
      label: 'a part over several files',
      range: 'bytes=150000-900000',
      from: 150_000,
      to: 900_001,
    },
    { label: 'a single byte', range: 'bytes=5-5', from: 5, to: 6 },
  ])('gives $label', async ({ range, from, to }) => {
    const { app } = await server();
    const answer = await app.inject({ url: zip, headers: { range } });
    expect(answer.statusCode).toBe(206);
    expect(answer.rawPayload.equals(written.subarray(from, to))).toBe(true);
  });

  test('refuses what lies behind its end', async () => {
    const { app } = await server();
    const answer = await app.inject({ url: zip, headers: { range: `bytes=${written.length}-` } });
    expect(answer.statusCode).toBe(416);
    expect(answer.headers['content-range']).toBe(`bytes */${written.length}`);
  });

  test('is not sent again while it is unchanged, and has another tag once a file is', async () => {
    const { app, printDir } = await server();
    const etag = String((await app.inject({ url: zip, method: 'HEAD' })).headers.etag);
    await expectAnswer(app.inject({ url: zip, headers: { 'if-none-match': `"x", ${etag}` } }), 304);
    const files = manifest.files.map((file, at) =>
      at === 0 ? { ...file, sha256: '0'.repeat(64), crc32: '00000000' } : file,
    );
    writeFileSync(join(printDir, 'manifest.json'), `${JSON.stringify({ ...manifest, files })}\n`);
    const now = await app.inject({ url: zip, headers: { range: 'bytes=5-', 'if-range': etag } });
    expect(now.statusCode).toBe(200);
    expect(now.headers.etag).not.toBe(etag);
  });

  test('breaks off where a file is no longer as long as the manifest says', async () => {
    const { app, printDir } = await server();
    const [file] = manifest.files.filter(({ station }) => station !== null);
    appendFileSync(join(printDir, file?.path ?? ''), 'more');
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const answer = await fetch(`${address}${zip}`);
    await expect(answer.arrayBuffer()).rejects.toThrow();
  });

  test('is not there for a district that nobody knows', async () => {
    const { app } = await server();
    expect((await app.inject({ url: '/files/nowhere/nowhere.zip' })).statusCode).toBe(404);
  });
});

/** A server that makes what is missing in its folder, which is known only when it is prepared. */
async function makingServer(lay: (printDir: string) => void) {
  let onDemand: OnDemandGenerator | undefined;
  return server({
    prepare({ printDir }) {
      lay(printDir);
      onDemand = openOnDemandGenerator({ printDir, run: run(printDir), work: createWorkQueue() });
    },
    onDemand: {
      ...idleGenerator,
      make: (...options) => onDemand?.make(...options) ?? Promise.reject(new Error('not prepared')),
    },
  });
}

describe('a file that is not there yet', () => {
  test('is made while its reader waits, and its ZIP too', async () => {
    const { app } = await makingServer((printDir) =>
      cpSync(join(out, 'plan.json'), join(printDir, 'plan.json')),
    );
    const [first] = manifest.files.filter(({ artwork }) => artwork === 'board');
    const answers = await Promise.all(
      [first?.path, first?.path].map((path) => app.inject({ url: `/files/${path}` })),
    );
    for (const answer of answers) {
      expect(answer.statusCode).toBe(200);
      expect(answer.rawPayload.equals(readFileSync(join(out, first?.path ?? '')))).toBe(true);
    }
    expect((await app.inject({ url: zip })).rawPayload.equals(written)).toBe(true);
  });

  test('is made too where it is no part of the kit, which stays as it was', async () => {
    const { app } = await makingServer((printDir) => cpSync(out, printDir, { recursive: true }));
    const kit = async () => (await app.inject({ url: '/api/print-kit' })).json();
    const { made, total } = await kit();
    const path = `${district}/bhinga/${district}-bhinga-poster-a3.pdf`;
    const answer = await app.inject({ url: `/files/${path}` });
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.subarray(0, 8).toString()).toBe('%PDF-1.6');
    expect(await kit()).toMatchObject({ made, total });
    expect((await app.inject({ url: zip })).rawPayload.equals(written)).toBe(true);
    const sizes = await app.inject({ url: `/api/print-kit?district=${district}` });
    expect(sizes.json().bytes[path]).toBe(answer.rawPayload.length);
  });

  test('of no station is not found, and the generator is not asked', async () => {
    let calls = 0;
    const { app } = await server({
      onDemand: {
        ...idleGenerator,
        make: async () => {
          calls += 1;
          return [];
        },
      },
    });
    await expectAnswer(app.inject({ url: `/files/${district}/nowhere/board.pdf` }), 404);
    expect(calls).toBe(0);
  });
});

describe('how far the kit is', () => {
  test('counts what the manifest has of the plan, and gives the sizes of a district', async () => {
    const { app } = await server();
    const answer = await app.inject({ url: `/api/print-kit?district=${district}` });
    const body = answer.json();
    expect(body.state).toBe('incomplete');
    expect(body.total).toBeGreaterThan(16_000);
    const made = manifest.files.filter(({ format }) => format !== 'zip');
    expect(body.made).toBe(made.length);
    expect(body.bytes).toMatchObject(
      Object.fromEntries(made.map((file) => [file.path, file.bytes])),
    );
  });

  test('is a run at work while there is one', async () => {
    const { app } = await server({
      onDemand: { ...idleGenerator, progress: async () => ({ made: 7, total: 70 }) },
    });
    const body = (await app.inject({ url: '/api/print-kit' })).json();
    expect(body).toEqual({ state: 'making', made: 7, total: 70, bytes: {} });
  });

  test('is nothing at all before a plan', async () => {
    const { app } = await server({ prepare: () => undefined });
    expect((await app.inject({ url: '/api/print-kit' })).json().state).toBe('none');
  });
});
