import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Mishap, mishapAt } from './emulator-behaviour.ts';
import type { EmulatedAccount } from './emulator-callbacks.ts';
import { EmulatedFault, notFound } from './emulator-fault.ts';
import { cutPage } from './emulator-listing.ts';
import type { EmulatedResource } from './emulator-resource.ts';
import type { EmulatorStore, KeptCall, KeptMessage } from './emulator-store.ts';
import { answerWhatsapp } from './emulator-whatsapp.ts';

type AnyResource = EmulatedResource<KeptMessage | KeptCall>;

/** Answers the clients of the emulator. */
export interface EmulatedApi {
  account: EmulatedAccount;
  store: EmulatorStore;
  /** By their names in the path. */
  resources: Readonly<Record<string, AnyResource>>;
}

/** One request with its answer, and what it is about. */
interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  resource: AnyResource;
}

/** Answers a request as Twilio would, or with the fault that it would have. */
export async function answerRequest(
  api: EmulatedApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await handle(api, request, response);
  } catch (error) {
    if (response.headersSent) return;
    const fault = error instanceof EmulatedFault ? error : new EmulatedFault(500, 20500);
    answer(response, fault.status, fault.body);
  }
}

async function handle(
  api: EmulatedApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { accountSid, authToken, behaviour } = api.account;
  const url = new URL(request.url ?? '/', 'http://emulator');
  const login = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
  const root = `/2010-04-01/Accounts/${accountSid}`;
  response.setHeader('Date', new Date(Date.now() + behaviour.clockSkewMs).toUTCString());
  if (request.headers.authorization !== `Basic ${login}`) throw new EmulatedFault(401, 20003);
  if (request.method === 'GET' && url.pathname === `${root}.json`) {
    answer(response, 200, asAccount(root, accountSid));
    return;
  }
  const asked = request.method === 'GET' ? answerWhatsapp(api.account, url.pathname) : null;
  if (asked !== null) {
    answer(response, 200, asked);
    return;
  }
  const path = url.pathname.startsWith(`${root}/`) ? url.pathname.slice(root.length) : '';
  const [, name = '', sid] = /^\/(Messages|Calls)(?:\/(\w+))?\.json$/.exec(path) ?? [];
  const resource = api.resources[name];
  if (resource === undefined) throw notFound(url.pathname);
  const exchange = { request, response, url, resource };
  if (sid !== undefined) await handleOne(api, exchange, sid);
  else if (request.method === 'GET') list(api, exchange);
  else if (request.method === 'POST') await create(api, exchange);
  else throw new EmulatedFault(405, 20004);
}

async function handleOne(
  { store }: EmulatedApi,
  { request, response, url, resource }: Exchange,
  sid: string,
): Promise<void> {
  const kept = store.get(resource.kind, sid);
  if (kept === undefined) throw notFound(url.pathname);
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

async function create(
  { account, store }: EmulatedApi,
  { request, response, resource }: Exchange,
): Promise<void> {
  const fields = new URLSearchParams(await readBody(request));
  if (account.behaviour.latencyMs > 0) await wait(account.behaviour.latencyMs);
  const { behaviour, random } = account;
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
  const isDuplicate = earlier !== undefined && random() < behaviour.duplicateSids;
  const { sid } = isDuplicate ? earlier : created.kept;
  answer(response, 201, { ...created.answer, sid });
}

function list(
  { account, store }: EmulatedApi,
  { response, url: { pathname, searchParams }, resource }: Exchange,
): void {
  const untilMs = Date.now() - account.behaviour.listingDelayMs;
  const to = searchParams.get('To');
  const all = to === null ? store.list(resource.kind) : store.listTo(resource.kind, to);
  const shown = all.filter(
    (kept) => kept.createdAtMs <= untilMs && resource.matches(kept, searchParams),
  );
  const { entries, envelope } = cutPage(shown, pathname, searchParams);
  answer(response, 200, { [resource.plural]: entries.map(resource.show), ...envelope });
}

/** Refusals before anything is taken. */
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
