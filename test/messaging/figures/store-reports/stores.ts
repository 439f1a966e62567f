import { createHash, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { importSPKI, jwtVerify } from 'jose';
import type { StoreReportSettings } from '../../../../messaging/figures/store-reports/settings.ts';

const pem = { type: 'spki', format: 'pem' } as const;
const privatePem = { type: 'pkcs8', format: 'pem' } as const;

/** What a store does with the next requests, one each, before it answers as it should. */
export type Whim =
  | { status: number; retryAfter?: string; body?: string }
  /** The line is cut after so many bytes of the body. */
  | { cutAfter: number }
  /** So many bytes of the body, as if they were all. */
  | { short: number };

export interface Stores {
  settings: Required<{
    [Store in keyof StoreReportSettings]: NonNullable<StoreReportSettings[Store]>;
  }>;
  /** Reports of Play by their path in the bucket. */
  objects: Map<string, Buffer>;
  /** Reports of Apple by day, compressed. */
  days: Map<string, Buffer>;
  whims: Whim[];
  /** Paths that were asked for, in order. */
  asked: string[];
  close(): Promise<void>;
}

/** Google's token service and Cloud Storage, and App Store Connect, which take nothing but a rightly signed request. */
export async function startStores(): Promise<Stores> {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const google = await importSPKI(rsa.publicKey.export(pem).toString(), 'RS256');
  const apple = await importSPKI(ec.publicKey.export(pem).toString(), 'ES256');
  const objects = new Map<string, Buffer>();
  const days = new Map<string, Buffer>();
  const whims: Whim[] = [];
  const asked: string[] = [];
  const server = createServer(async (request, reply) => {
    const url = new URL(request.url ?? '/', address());
    asked.push(decodeURIComponent(url.pathname + url.search));
    const whim = whims.shift();
    if (whim !== undefined && 'status' in whim) {
      reply.writeHead(whim.status, whim.retryAfter ? { 'retry-after': whim.retryAfter } : {});
      return reply.end(whim.body ?? 'not now');
    }
    try {
      if (url.pathname === '/token') return await giveToken(request, reply);
      const content = url.pathname.startsWith('/storage/v1/b/bucket/o/')
        ? findObject(request, url)
        : await findDay(request, url);
      if (content === undefined)
        return reply.writeHead(404).end('{"errors":[{"code":"NOT_FOUND"}]}');
      return give(reply, content, whim);
    } catch (error) {
      return reply.writeHead(401).end(String(error));
    }
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function giveToken(request: IncomingMessage, reply: ServerResponse) {
    const form = new URLSearchParams(await text(request));
    const { payload } = await jwtVerify(form.get('assertion') ?? '', google, {
      issuer: 'reader@project.example',
      audience: `${address()}/token`,
      maxTokenAge: '1h',
    });
    if (payload['scope'] !== 'https://www.googleapis.com/auth/devstorage.read_only')
      return reply.writeHead(400).end('{"error":"invalid_scope"}');
    return reply.end(JSON.stringify({ access_token: 'let-me-read', expires_in: 3599 }));
  }

  function findObject(request: IncomingMessage, url: URL): Buffer | undefined {
    if (request.headers.authorization !== 'Bearer let-me-read') throw new Error('who is that?');
    return objects.get(decodeURIComponent(url.pathname.slice('/storage/v1/b/bucket/o/'.length)));
  }

  async function findDay(request: IncomingMessage, url: URL): Promise<Buffer | undefined> {
    const token = (request.headers.authorization ?? '').slice('Bearer '.length);
    const { protectedHeader } = await jwtVerify(token, apple, {
      issuer: '69a6de70-03db-47e3-e053-5b8c7c11a4d1',
      audience: 'appstoreconnect-v1',
      maxTokenAge: '20m',
    });
    if (protectedHeader.kid !== 'ABCDE12345') throw new Error('another key');
    const filter = (name: string) => url.searchParams.get(`filter[${name}]`);
    const isSummary = filter('reportType') === 'SALES' && filter('reportSubType') === 'SUMMARY';
    if (!isSummary || filter('frequency') !== 'DAILY' || filter('vendorNumber') !== '85012345')
      throw new Error('another report');
    return days.get(filter('reportDate') ?? '');
  }

  return {
    settings: {
      play: {
        bucket: 'bucket',
        email: 'reader@project.example',
        privateKey: rsa.privateKey.export(privatePem).toString(),
        tokenUrl: `${address()}/token`,
        storageUrl: address(),
      },
      appStore: {
        vendor: '85012345',
        issuer: '69a6de70-03db-47e3-e053-5b8c7c11a4d1',
        keyId: 'ABCDE12345',
        privateKey: ec.privateKey.export(privatePem).toString(),
        apiUrl: address(),
      },
    },
    objects,
    days,
    whims,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function give(reply: ServerResponse, content: Buffer, whim: Whim | undefined): void {
  const md5 = createHash('md5').update(content).digest('base64');
  reply.setHeader('x-goog-hash', `crc32c=AAAAAA==,md5=${md5}`);
  if (whim !== undefined && 'cutAfter' in whim) {
    reply.setHeader('content-length', content.length);
    reply.write(content.subarray(0, whim.cutAfter), () => reply.destroy());
    return;
  }
  reply.end(whim !== undefined && 'short' in whim ? content.subarray(0, whim.short) : content);
}
