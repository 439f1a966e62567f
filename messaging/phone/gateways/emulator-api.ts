import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type EmulatorBehaviour,
  findErrorCode,
  type Mishap,
  mishapAt,
} from './emulator-behaviour.ts';
import { deliver, dial, type EmulatedAccount } from './emulator-phones.ts';
import type { EmulatorStore, Kept } from './emulator-store.ts';

/** The number from which WhatsApp messages of a training come. */
export const emulatedSender = '+12025550111';

/** Answers the gateway's own requests, as Twilio would. */
export interface EmulatedApi {
  account: EmulatedAccount;
  store: EmulatorStore;
  /** Keeps account of what is under way. */
  track(work: Promise<unknown>): void;
}

const defaultPageSize = 50;

/** A refusal as Twilio's API answers it. */
class EmulatedFault extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number) {
    super(`The request was refused with code ${code}`);
    this.status = status;
    this.code = code;
  }
}

/** Refusals before anything is taken. */
const refusals: Partial<Record<Mishap, [status: number, code: number]>> = {
  '429': [429, 20429],
  '5xx': [500, 20500],
  'inactive-account': [403, 20005],
  'foreign-sender': [400, 21659],
};

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
    const { status, code } = error instanceof EmulatedFault ? error : { status: 500, code: 20500 };
    answer(response, status, { code, status });
  }
}

async function handle(
  api: EmulatedApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { accountSid, authToken, behaviour } = api.account;
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://emulator');
  const login = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
  const root = `/2010-04-01/Accounts/${accountSid}`;
  response.setHeader('Date', new Date(Date.now() + behaviour.clockSkewMs).toUTCString());
  if (request.headers.authorization !== `Basic ${login}`) throw new EmulatedFault(401, 20003);
  const kind = { [`${root}/Messages.json`]: 'sms', [`${root}/Calls.json`]: 'call' } as const;
  const resource = kind[pathname];
  if (resource !== undefined && request.method === 'POST') {
    await create(api, resource, request, response);
    return;
  }
  const shown =
    resource === undefined
      ? showState(api.account, pathname, root)
      : list(api, resource, pathname, searchParams);
  if (shown === null || request.method !== 'GET') throw new EmulatedFault(404, 20404);
  answer(response, 200, shown);
}

async function create(
  { account, store, track }: EmulatedApi,
  kind: Kept['kind'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const fields = new URLSearchParams(await readBody(request));
  if (account.behaviour.latencyMs > 0) await wait(account.behaviour.latencyMs);
  // It may have changed meanwhile.
  const { behaviour } = account;
  const mishap = mishapAt(behaviour, account.random());
  if (mishap === '429') response.setHeader('Retry-After', String(behaviour.retryAfterSeconds));
  const refusal = refusals[mishap];
  if (refusal !== undefined) throw new EmulatedFault(...refusal);
  const to = fields.get('To') ?? '';
  const code = findErrorCode(to);
  if (!/^(?:whatsapp:)?\+[1-9]\d{6,14}$/.test(to)) throw new EmulatedFault(400, 21211);
  if (code !== null && code < 30_000) throw new EmulatedFault(400, code);
  const kept = store.add({
    kind,
    to,
    from: fields.get('From'),
    serviceSid: fields.get('MessagingServiceSid'),
    body: fields.get('Body') ?? fields.get('ContentVariables') ?? '',
    status: 'queued',
    errorCode: code,
    validitySeconds: fields.has('ValidityPeriod') ? Number(fields.get('ValidityPeriod')) : null,
    callbackUrl: fields.get('StatusCallback'),
    answerUrl: fields.get('Url'),
  });
  const accepted = show(kept, behaviour);
  track(kind === 'sms' ? deliver(account, kept) : dial(account, kept));
  if (mishap === 'silent') return;
  if (mishap === 'lost') {
    response.destroy();
    return;
  }
  if (mishap === '5xx-accepted') throw new EmulatedFault(500, 20500);
  answer(response, 201, accepted);
}

/**
 * One page, newest first. Its token is the place that it goes on from, counted from the oldest, so that what arrives
 * meanwhile neither repeats nor hides an entry.
 */
function list(
  { account: { behaviour }, store }: EmulatedApi,
  kind: Kept['kind'],
  path: string,
  query: URLSearchParams,
): Record<string, unknown> {
  const untilMs = Date.now() - behaviour.listingDelayMs;
  const kept = store.inOrder(kind, query.get('To'));
  const size = Number(query.get('PageSize') ?? defaultPageSize);
  const entries: Record<string, unknown>[] = [];
  let place = Number(query.get('PageToken') ?? kept.length);
  while (place > 0 && entries.length < size) {
    place -= 1;
    const entry = kept[place];
    if (entry !== undefined && entry.createdAtMs <= untilMs) entries.push(show(entry, behaviour));
  }
  query.set('PageToken', String(place));
  return {
    [kind === 'sms' ? 'messages' : 'calls']: entries,
    next_page_uri: place > 0 ? `${path}?${query}` : null,
  };
}

/** A message or a call as Twilio's API writes it; its dates are of the provider's own clock. */
function show(
  { sid, to, from, serviceSid, body, status, errorCode, createdAtMs }: Kept,
  { clockSkewMs, shownTimeSkewMs, listedBody }: EmulatorBehaviour,
): Record<string, unknown> {
  const bodies = { 'as-sent': body, prefixed: `Sent on trial - ${body}`, redacted: '' };
  return {
    sid,
    to,
    from,
    messaging_service_sid: serviceSid,
    body: bodies[listedBody],
    date_created: new Date(createdAtMs + clockSkewMs + shownTimeSkewMs).toUTCString(),
    status,
    error_code: status === 'undelivered' ? errorCode : null,
  };
}

/** The account itself, a WhatsApp template or the WhatsApp senders; null for any other address. */
function showState(
  { accountSid, behaviour }: EmulatedAccount,
  path: string,
  root: string,
): Record<string, unknown> | null {
  if (path === `${root}.json`) return { sid: accountSid, status: 'active' };
  const [, sid] = /^\/v1\/Content\/(HX[0-9a-f]{32})\/ApprovalRequests$/i.exec(path) ?? [];
  if (sid !== undefined) return { sid, whatsapp: { status: behaviour.whatsappTemplates } };
  if (path !== '/v2/Channels/Senders') return null;
  return {
    senders: [
      {
        sender_id: `whatsapp:${emulatedSender}`,
        properties: {
          quality_rating: behaviour.whatsappQuality,
          messaging_limit: behaviour.whatsappLimit,
        },
      },
    ],
    meta: { key: 'senders' },
  };
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
