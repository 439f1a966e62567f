import twilio from 'twilio';
import type { Gateway, OutgoingCall, OutgoingSms } from './gateway.ts';
import { createExchanger } from './http-exchange.ts';
import { SendError } from './send-error.ts';
import { TwilioClient } from './twilio-client.ts';
import { twilioReceipts, twilioRetryable } from './twilio-codes.ts';
import { listTwilio, listTwilioPage } from './twilio-listing.ts';
import { createTwilioWhatsapp, type TwilioWhatsapp } from './twilio-whatsapp.ts';
import { longestValiditySeconds } from './validity.ts';

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
  /** Without one there is no WhatsApp. */
  whatsapp?: TwilioWhatsapp | undefined;
  baseUrl: string | undefined;
  /** Where callbacks reach this service, without a slash at its end. */
  publicUrl: string;
  requestTimeoutMs: number;
  /** How long an accepted message may be missing in the listing. */
  listingLagMs: number;
  /** Connections kept open: at most this many requests run at once. */
  sockets: number;
}

/** Paths of the callbacks; the ledger's reference is in them. */
export const callbackPaths = {
  message: (reference: string) => `/webhooks/twilio/messages/${reference}`,
  call: (reference: string) => `/webhooks/twilio/calls/${reference}`,
  answer: (reference: string, language: string) => `/voice/twilio/${reference}?lang=${language}`,
};

const probeTimeoutMs = 4000;

/** Twilio's SMS and voice. Creating is not idempotent there, so no request is ever repeated here. */
export function createTwilioGateway(options: TwilioOptions): Gateway {
  const exchanger = createExchanger(options.sockets);
  // A new connection each time: one that the provider has closed meanwhile would look like a failure.
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
        // Answers after the tone, so that a machine records what is said.
        machineDetection: 'DetectMessageEnd',
        timeout: 30,
      }),
    );
    return { providerId: placed.sid };
  }

  const listed = (kind: 'sms' | 'call') => ({
    accountSid: options.accountSid,
    kind,
    sender: kind === 'call' ? callFrom : (options.messagingServiceSid ?? options.from),
  });

  return {
    name: options.name,
    reconcile: 'list',
    requestTimeoutMs: timeoutMs,
    retryableCodes: twilioRetryable,
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
    ...(callFrom === undefined
      ? {}
      : { callerNumber: callFrom, placeCall: (call) => placeCall(call, callFrom) }),
    ...(options.whatsapp === undefined
      ? {}
      : { whatsapp: createTwilioWhatsapp(options.whatsapp, { client, prober, known, publicUrl }) }),
    listingLagMs: options.listingLagMs,
    listTo: (to, kind) => listTwilio(client, listed(kind), to),
    listPage: (kind, after) => listTwilioPage(client, listed(kind), after),
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
