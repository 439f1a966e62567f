import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Emulator, startEmulator } from '../../../../messaging/phone/gateways/emulator.ts';
import { friendly } from '../../../../messaging/phone/gateways/emulator-behaviour.ts';

export const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'training-token' };
export const root = `/2010-04-01/Accounts/${account.accountSid}`;
export const from = '+12025550100';
export const to = '+919876543210';
export const minuteMs = 60_000;
export const inMinutes = (minutes: number) => new Date(Date.now() + minutes * minuteMs);
export const service = `MG${'1'.repeat(32)}`;
export const viaService = { to, messagingServiceSid: service, body: 'नमस्ते' };
export const viaNumber = { to, from, body: 'Hello' };

/** The error of the official SDK; null where there was none. */
export function failure(
  attempt: Promise<unknown>,
): Promise<{ status: number; code: number; message: string; moreInfo: string } | null> {
  return attempt.then(
    () => null,
    (error) => error,
  );
}

type TwilioRequest = InstanceType<typeof twilio.RequestClient>['request'];

/** The official SDK with its own transport; only the address is another one. */
export class RedirectedClient extends twilio.RequestClient {
  readonly #origin: string;
  constructor(origin: string) {
    super({ timeout: 5000, autoRetry: false });
    this.#origin = origin;
  }
  override request<Data>(options: Parameters<TwilioRequest>[0]) {
    options.uri = options.uri.replace('https://api.twilio.com', this.#origin);
    type Answer = ReturnType<typeof twilio.RequestClient.prototype.request<Data>>;
    return super.request(options) as Answer;
  }
}

interface Hook {
  url: string;
  posts: URLSearchParams[];
  answer: string;
  close(): Promise<void>;
}

/** Takes what the emulator posts, and says whether it was signed. */
async function openHook(): Promise<Hook> {
  const state = { url: '', posts: [] as URLSearchParams[], answer: '', close };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const fields = new URLSearchParams(Buffer.concat(parts).toString());
    const signed = twilio.validateRequest(
      account.authToken,
      String(request.headers['x-twilio-signature']),
      state.url.replace(/\/$/, '') + request.url,
      Object.fromEntries(fields),
    );
    fields.set('path', request.url ?? '');
    fields.set('signed', String(signed));
    state.posts.push(fields);
    response.end(state.answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  async function close() {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
  return state;
}

export interface Contract {
  emulator: Emulator;
  /** The official SDK. */
  client: twilio.Twilio;
  hook: Hook;
}

/** An emulator for the tests of a file, friendly and empty before each. */
export function openContract(): Contract {
  const place = {} as Contract;
  beforeAll(async () => {
    place.emulator = await startEmulator({ ...account, port: 0 });
    place.client = twilio(account.accountSid, account.authToken, {
      httpClient: new RedirectedClient(place.emulator.url),
    });
    place.hook = await openHook();
  });
  beforeEach(() => {
    place.emulator.behave({ ...friendly });
    place.emulator.store.clear();
    place.hook.posts = [];
    place.hook.answer = '<Response/>';
  });
  afterAll(async () => {
    await place.emulator.close();
    await place.hook.close();
  });
  return place;
}
