import twilio from 'twilio';
import type {
  Gateway,
  ListedMessage,
  OutgoingCall,
  OutgoingSms,
  ProviderStatus,
} from './gateway.ts';
import { createExchanger } from './http-exchange.ts';
import { SendError } from './send-error.ts';
import { TwilioClient } from './twilio-client.ts';
import { twilioCodesOf, twilioReceipts } from './twilio-codes.ts';

export interface TwilioOptions {
  /** Name in the ledger; the emulator is this adapter at another base URL. */
  name: string;
  accountSid: string;
  authToken: string;
  /** Sender of messages: a messaging service, or one number or alphanumeric sender. */
  messagingServiceSid: string | undefined;
  from: string | undefined;
  /** Number that calls come from; without one there is no voice. */
  callFrom: string | undefined;
  baseUrl: string | undefined;
  /** Where callbacks reach this service, without a slash at its end. */
  publicUrl: string;
  requestTimeoutMs: number;
  /** Connections kept open: at most this many requests run at once. */
  sockets: number;
}

/** Paths of the callbacks; the ledger's reference stands in them. */
export const callbackPaths = {
  message: (reference: string) => `/webhooks/twilio/messages/${reference}`,
  call: (reference: string) => `/webhooks/twilio/calls/${reference}`,
  answer: (reference: string, language: string) => `/voice/twilio/${reference}?lang=${language}`,
};

const longestValiditySeconds = 36_000;
const listPageSize = 100;
const probeTimeoutMs = 4000;

/** Twilio's SMS and voice. Creating is not idempotent there, so no request is ever repeated here. */
export function createTwilioGateway(options: TwilioOptions): Gateway {
  const exchanger = createExchanger(options.sockets);
  // A connection of its own each time: one that the provider has closed meanwhile would look like a failure.
  const probes = createExchanger(1, false);
  const { requestTimeoutMs: timeoutMs, baseUrl, publicUrl, callFrom } = options;
  const login = [options.accountSid, options.authToken] as const;
  const client = twilio(...login, {
    httpClient: new TwilioClient(exchanger, { timeoutMs, baseUrl }),
  });
  const prober = twilio(...login, {
    httpClient: new TwilioClient(probes, { timeoutMs: probeTimeoutMs, baseUrl }),
  });
  const sender =
    options.messagingServiceSid === undefined
      ? { from: options.from ?? '' }
      : { messagingServiceSid: options.messagingServiceSid };
  async function placeCall(call: OutgoingCall, from: string) {
    const placed = await known(
      client.calls.create({
        to: call.to,
        from,
        url: publicUrl + callbackPaths.answer(call.reference, call.language),
        statusCallback: publicUrl + callbackPaths.call(call.reference),
        statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
        machineDetection: 'Enable',
        timeout: 30,
      }),
    );
    return { providerId: placed.sid };
  }

  return {
    name: options.name,
    reconcile: 'list',
    requestTimeoutMs: timeoutMs,
    // A call's codes are the words of its status.
    retryableCodes: [...twilioCodesOf('later'), 'busy', 'no-answer'],
    receipts: twilioReceipts,
    async sendSms(message: OutgoingSms) {
      const sent = await known(
        client.messages.create({
          ...sender,
          to: message.to,
          body: message.body,
          validityPeriod: clampValidity(message.validitySeconds),
          statusCallback: publicUrl + callbackPaths.message(message.reference),
        }),
      );
      // A messaging service answers 0 until it has chosen a sender.
      const segments = Number(sent.numSegments);
      return { providerId: sent.sid, ...(segments > 0 ? { segments } : {}) };
    },
    ...(callFrom === undefined ? {} : { placeCall: (call) => placeCall(call, callFrom) }),
    async listTo(to, since, kind) {
      return kind === 'sms' ? listMessages(client, to, since) : listCalls(client, to, since);
    },
    async probe() {
      const account = await known(prober.api.v2010.accounts(options.accountSid).fetch());
      if (account.status !== 'active') {
        throw new SendError(`[${options.name}] the account is ${account.status}`, {
          code: account.status,
          class: 'halt',
        });
      }
    },
    async close() {
      probes.close();
      exchanger.close();
    },
  };
}

function clampValidity(seconds: number): number {
  return Math.min(longestValiditySeconds, Math.max(1, Math.floor(seconds)));
}

/** An answer that the SDK cannot read is ambiguous like no answer at all. */
async function known<T extends { sid: string }>(answer: Promise<T>): Promise<T> {
  let value: T;
  try {
    value = await answer;
  } catch (cause) {
    if (cause instanceof SendError) throw cause;
    throw new SendError('[twilio] unreadable answer', {
      code: 'unreadable',
      class: 'ambiguous',
      cause,
    });
  }
  if (typeof value.sid === 'string') return value;
  throw new SendError('[twilio] answer without sid', { code: 'no-sid', class: 'ambiguous' });
}

interface PageOf<Entry> {
  instances: Entry[];
  nextPage(): Promise<PageOf<Entry> | undefined> | undefined;
}

/**
 * By number only and newest first: `DateSent` is empty while a message is queued, so filtering by it would
 * leave messages out.
 */
async function entriesSince<Entry extends { dateCreated: Date }>(
  firstPage: PageOf<Entry>,
  since: Date,
): Promise<Entry[]> {
  const found: Entry[] = [];
  let page: PageOf<Entry> | undefined = firstPage;
  while (page !== undefined && page.instances.length > 0) {
    for (const entry of page.instances) {
      if (entry.dateCreated < since) return found;
      found.push(entry);
    }
    page = await page.nextPage();
  }
  return found;
}

async function listMessages(
  client: twilio.Twilio,
  to: string,
  since: Date,
): Promise<ListedMessage[]> {
  const first = await client.messages.page({ to, pageSize: listPageSize });
  return (await entriesSince(first, since)).map((entry) => ({
    providerId: entry.sid,
    to: entry.to,
    body: entry.body,
    createdAt: entry.dateCreated,
    status: messageStatus(entry.status),
    errorCode: entry.errorCode === null ? null : String(entry.errorCode),
  }));
}

async function listCalls(client: twilio.Twilio, to: string, since: Date): Promise<ListedMessage[]> {
  const first = await client.calls.page({ to, pageSize: listPageSize });
  return (await entriesSince(first, since)).map((entry) => {
    const status = callStatus(entry.status);
    return {
      providerId: entry.sid,
      to: entry.to,
      body: '',
      createdAt: entry.dateCreated,
      status,
      errorCode: status === 'undelivered' ? entry.status : null,
    };
  });
}

/** A message's status in our words; `sent` means that the carrier has it, not that a phone has. */
export function messageStatus(status: string): ProviderStatus {
  if (status === 'delivered' || status === 'read') return 'delivered';
  if (status === 'undelivered') return 'undelivered';
  if (status === 'failed' || status === 'canceled') return 'failed';
  return 'accepted';
}

/** A call's status in our words: completed means that somebody, or a machine, took it. */
export function callStatus(status: string): ProviderStatus {
  if (status === 'completed') return 'delivered';
  if (status === 'busy' || status === 'no-answer') return 'undelivered';
  if (status === 'failed' || status === 'canceled') return 'failed';
  return 'accepted';
}
