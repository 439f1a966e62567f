import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type EmulatorBehaviour,
  errorCodeOf,
  friendly,
  mishapAt,
  randomNumbers,
} from './emulator-behaviour.ts';
import { type Caller, postSigned, reportMessage, runCall } from './emulator-callbacks.ts';
import {
  asResource,
  createEmulatorStore,
  type EmulatorStore,
  type Kept,
} from './emulator-store.ts';
import { createExchanger } from './http-exchange.ts';

export interface EmulatorOptions {
  port: number;
  accountSid: string;
  authToken: string;
  behaviour?: Partial<EmulatorBehaviour>;
}

/** A provider on this machine that speaks Twilio's API and sends nothing to anyone. */
export interface Emulator {
  readonly url: string;
  readonly store: EmulatorStore;
  behave(change: Partial<EmulatorBehaviour>): void;
  /** Answers a post to one of our webhooks as a caller or sender would cause it; null when it failed. */
  incoming(url: string, fields: Record<string, string>): Promise<string | null>;
  /** Resolves when no callback is under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the emulator on 127.0.0.1; port 0 takes a free one. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { accountSid, authToken } = options;
  let behaviour = { ...friendly, ...options.behaviour };
  let random = randomNumbers(behaviour.seed);
  const store = createEmulatorStore(Date.now);
  const exchanger = createExchanger(64);
  const underWay = new Set<Promise<void>>();
  const caller: Caller = {
    accountSid,
    authToken,
    exchanger,
    behaviour: () => behaviour,
    random: () => random(),
  };
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const account = `/2010-04-01/Accounts/${accountSid}.json`;
  const root = `/2010-04-01/Accounts/${accountSid}/`;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://emulator');
    response.setHeader('Date', new Date(Date.now() + behaviour.clockSkewMs).toUTCString());
    if (request.headers.authorization !== authorization) {
      refuse(response, 401, 20003);
      return;
    }
    if (request.method === 'GET' && url.pathname === account) {
      answer(response, 200, { sid: accountSid, status: 'active', friendly_name: 'Emulator' });
      return;
    }
    const resource = /^(Messages|Calls)\.json$/.exec(url.pathname.slice(root.length))?.[1];
    if (!url.pathname.startsWith(root) || resource === undefined) {
      refuse(response, 404, 20404);
      return;
    }
    const kind = resource === 'Calls' ? 'call' : 'sms';
    if (request.method === 'GET') {
      list(kind, url, response);
      return;
    }
    const fields = new URLSearchParams(await readBody(request));
    if (behaviour.latencyMs > 0) await wait(behaviour.latencyMs);
    create(kind, fields, response);
  }

  function create(kind: Kept['kind'], fields: URLSearchParams, response: ServerResponse): void {
    const mishap = mishapAt(behaviour, random());
    if (mishap === '429') {
      response.setHeader('Retry-After', String(behaviour.retryAfterSeconds));
      refuse(response, 429, 20429);
      return;
    }
    if (mishap === '5xx') {
      refuse(response, 500, 20500);
      return;
    }
    if (mishap === 'inactive-account') {
      refuse(response, 403, 20005);
      return;
    }
    if (mishap === 'foreign-sender') {
      refuse(response, 400, 21659);
      return;
    }
    const fault = faultOf(kind, fields);
    if (fault !== null) {
      refuse(response, 400, fault);
      return;
    }
    const earlier = behaviour.duplicateSids > 0 ? store.last(kind) : undefined;
    const kept = store.add({
      kind,
      to: fields.get('To') ?? '',
      from: fields.get('From') ?? fields.get('MessagingServiceSid') ?? '',
      body: fields.get('Body') ?? '',
      status: 'queued',
      errorCode: errorCodeOf(fields.get('To') ?? ''),
      validitySeconds: fields.has('ValidityPeriod') ? Number(fields.get('ValidityPeriod')) : null,
      callbackUrl: fields.get('StatusCallback'),
      answerUrl: fields.get('Url'),
    });
    const report = kind === 'sms' ? reportMessage(caller, kept) : runCall(caller, kept);
    underWay.add(report);
    void report.finally(() => underWay.delete(report));
    if (mishap === 'silent') return;
    if (mishap === 'lost') {
      response.destroy();
      return;
    }
    if (mishap === '5xx-accepted') {
      refuse(response, 500, 20500);
      return;
    }
    const { sid } = earlier !== undefined && random() < behaviour.duplicateSids ? earlier : kept;
    answer(response, 201, { ...asResource(kept, accountSid, behaviour), sid, status: 'queued' });
  }

  function list(kind: Kept['kind'], url: URL, response: ServerResponse): void {
    const size = Number(url.searchParams.get('PageSize') ?? 50);
    const page = Number(url.searchParams.get('Page') ?? 0);
    const until = Date.now() - behaviour.listingDelayMs;
    const all = store
      .listTo(kind, url.searchParams.get('To') ?? '')
      .filter(({ createdAtMs }) => createdAtMs <= until);
    const entries = all.slice(page * size, (page + 1) * size);
    const next = new URLSearchParams(url.searchParams);
    next.set('Page', String(page + 1));
    answer(response, 200, {
      [kind === 'sms' ? 'messages' : 'calls']: entries.map((kept) =>
        asResource(kept, accountSid, behaviour),
      ),
      page,
      page_size: size,
      next_page_uri: (page + 1) * size < all.length ? `${url.pathname}?${next}` : null,
    });
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) answer(response, 500, { code: 20500, message: String(error) });
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    store,
    behave(change) {
      behaviour = { ...behaviour, ...change };
      if (change.seed !== undefined) random = randomNumbers(change.seed);
    },
    incoming: (url, fields) => postSigned(caller, url, { AccountSid: accountSid, ...fields }),
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async close() {
      exchanger.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** What Twilio refuses at once: a missing or unroutable number, an empty or too long text. */
function faultOf(kind: Kept['kind'], fields: URLSearchParams): number | null {
  const to = fields.get('To') ?? '';
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return 21211;
  const code = errorCodeOf(to);
  if (code !== null && code < 30_000) return code;
  if (kind === 'call') return fields.has('Url') ? null : 21205;
  const body = fields.get('Body') ?? '';
  if (body === '') return 21602;
  if (body.length > 1600) return 21617;
  const validity = fields.get('ValidityPeriod');
  if (validity !== null && !(Number(validity) >= 1 && Number(validity) <= 36_000)) return 21620;
  return null;
}

function refuse(response: ServerResponse, status: number, code: number): void {
  answer(response, status, {
    code,
    message: `Emulated error ${code}`,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  });
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
