import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type EmulatorBehaviour,
  friendly,
  type Mishap,
  mishapAt,
  randomNumbers,
} from './emulator-behaviour.ts';
import { type Caller, postSigned } from './emulator-callbacks.ts';
import { createCalls } from './emulator-calls.ts';
import { EmulatedFault, notFound } from './emulator-fault.ts';
import { cutPage } from './emulator-listing.ts';
import { createMessages } from './emulator-messages.ts';
import type { EmulatedResource } from './emulator-resource.ts';
import {
  createEmulatorStore,
  type EmulatorStore,
  type KeptCall,
  type KeptMessage,
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

type AnyResource = EmulatedResource<KeptMessage | KeptCall>;

/** Starts the emulator on 127.0.0.1; port 0 takes a free one. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { accountSid, authToken } = options;
  let behaviour = { ...friendly, ...options.behaviour };
  let random = randomNumbers(behaviour.seed);
  const store = createEmulatorStore(Date.now);
  const exchanger = createExchanger(64);
  const underWay = new Set<Promise<unknown>>();
  const caller: Caller = {
    accountSid,
    authToken,
    exchanger,
    behaviour: () => behaviour,
    random: () => random(),
    track(work) {
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
    },
  };
  const messages = createMessages(caller, store);
  const resources: Record<string, AnyResource> = {
    Messages: messages,
    Calls: createCalls(caller, store),
  };
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const account = `/2010-04-01/Accounts/${accountSid}`;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://emulator');
    response.setHeader('Date', new Date(Date.now() + behaviour.clockSkewMs).toUTCString());
    if (request.headers.authorization !== authorization) throw new EmulatedFault(401, 20003);
    if (request.method === 'GET' && url.pathname === `${account}.json`) {
      answer(response, 200, asAccount(account, accountSid));
      return;
    }
    const own = url.pathname.startsWith(`${account}/`) ? url.pathname.slice(account.length) : '';
    const [, name = '', sid] = /^\/(Messages|Calls)(?:\/(\w+))?\.json$/.exec(own) ?? [];
    const resource = resources[name];
    if (resource === undefined) throw notFound(url.pathname);
    if (sid !== undefined) {
      await handleOne(request, response, { resource, sid, path: url.pathname });
    } else if (request.method === 'GET') {
      list(resource, url, response);
    } else if (request.method === 'POST') {
      const fields = new URLSearchParams(await readBody(request));
      if (behaviour.latencyMs > 0) await wait(behaviour.latencyMs);
      create(resource, fields, response);
    } else {
      throw new EmulatedFault(405, 20004);
    }
  }

  async function handleOne(
    request: IncomingMessage,
    response: ServerResponse,
    { resource, sid, path }: { resource: AnyResource; sid: string; path: string },
  ): Promise<void> {
    const kept = store.get(resource.kind, sid);
    if (kept === undefined) throw notFound(path);
    if (request.method === 'DELETE') {
      if (!resource.mayDelete(kept)) throw new EmulatedFault(409, 20009);
      store.remove(resource.kind, sid);
      response.writeHead(204).end();
      return;
    }
    if (request.method === 'POST') {
      resource.update(kept, new URLSearchParams(await readBody(request)));
    } else if (request.method !== 'GET') {
      throw new EmulatedFault(405, 20004);
    }
    answer(response, 200, resource.show(kept));
  }

  function create(resource: AnyResource, fields: URLSearchParams, response: ServerResponse): void {
    const mishap = mishapAt(behaviour, random());
    if (mishap === '429') response.setHeader('Retry-After', String(behaviour.retryAfterSeconds));
    const refusal = refusals[mishap];
    if (refusal !== undefined) throw new EmulatedFault(...refusal);
    const earlier = behaviour.duplicateSids > 0 ? store.last(resource.kind) : undefined;
    const created = resource.create(fields);
    if (mishap === 'silent') return;
    if (mishap === 'lost') {
      response.destroy();
      return;
    }
    if (mishap === '5xx-accepted') throw new EmulatedFault(500, 20500);
    const named =
      earlier !== undefined && random() < behaviour.duplicateSids ? earlier : created.kept;
    answer(response, 201, { ...created.answer, sid: named.sid });
  }

  function list(resource: AnyResource, url: URL, response: ServerResponse): void {
    const until = Date.now() - behaviour.listingDelayMs;
    const to = url.searchParams.get('To');
    const all = to === null ? store.list(resource.kind) : store.listTo(resource.kind, to);
    const shown = all.filter(
      (kept) => kept.createdAtMs <= until && resource.matches(kept, url.searchParams),
    );
    const { entries, envelope } = cutPage(shown, url.pathname, url.searchParams);
    answer(response, 200, { [resource.plural]: entries.map(resource.show), ...envelope });
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) return;
      const fault = error instanceof EmulatedFault ? error : new EmulatedFault(500, 20500);
      answer(response, fault.status, fault.body);
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
      messages.close();
      exchanger.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** What is refused before anything is taken. */
const refusals: Partial<Record<Mishap, [status: number, code: number]>> = {
  '429': [429, 20429],
  '5xx': [500, 20500],
  'inactive-account': [403, 20005],
  'foreign-sender': [400, 21659],
};

function asAccount(path: string, sid: string): Record<string, unknown> {
  return {
    sid,
    owner_account_sid: sid,
    friendly_name: 'Emulator',
    status: 'active',
    type: 'Full',
    subresource_uris: { messages: `${path}/Messages.json`, calls: `${path}/Calls.json` },
    uri: `${path}.json`,
  };
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
