import { z } from 'zod';
import { unasked } from '../../../campaigns/messages/legal-hours.ts';
import type { MessageLanguage } from '../../../campaigns/messages/message-language.ts';
import type { MessageCategory } from '../../../campaigns/messages/messages.ts';
import { classifyExotelWord, exotelReceipts, exotelRetryable } from './exotel-codes.ts';
import type { Gateway, OutgoingCall, OutgoingSms } from './gateway.ts';
import { needsUnicode } from './gateway.ts';
import { type Answer, answerError, asJson, askProvider, createExchanger } from './http-exchange.ts';
import { classifyHttpStatus, type ErrorClass, SendError } from './send-error.ts';

/** Needed by a call besides the account. */
export interface ExotelVoice {
  /** The ExoPhone that calls come from. */
  callerId: string;
  /** The flow that takes an answered call: `http://my.exotel.com/<account>/exoml/start_voice/<app>`. */
  flowUrl: string;
  /** Recordings of greeting and menu, WAV of 8 kHz, 16 bit, mono. */
  prompts: Readonly<Record<MessageLanguage, string>>;
}

export interface ExotelOptions {
  /** Address of the account's region, such as `https://api.in.exotel.com` for Mumbai. */
  baseUrl: string;
  accountSid: string;
  apiKey: string;
  apiToken: string;
  /** Undefined where something that a call needs is missing: voice is not offered then. */
  voice: ExotelVoice | undefined;
  /** Part of the addresses that Exotel calls, since it signs nothing. */
  callbackToken: string;
  /** Where callbacks reach this service, without a slash at its end. */
  publicUrl: string;
  requestTimeoutMs: number;
  sockets: number;
}

/** Addresses of the receipts; the ledger's reference is in them. */
export const exotelPaths = {
  message: (token: string, reference: string) => `/webhooks/exotel/${token}/messages/${reference}`,
  call: (token: string, reference: string) => `/webhooks/exotel/${token}/calls/${reference}`,
};

/**
 * Its own names of the categories (developer.exotel.com, Send bulk SMS with dynamic content: transactional for service
 * implicit, transactional_opt_in for service explicit, promotional with a numeric header; read 29.11.2026). A government
 * text has no name there: as a service.
 */
const smsTypes: Record<MessageCategory, string> = {
  government: 'transactional',
  transactional: 'transactional',
  'service-implicit': 'transactional',
  'service-explicit': 'transactional_opt_in',
  promotional: 'promotional',
};
const longestCallSeconds = 180;
const ringSeconds = 30;

const smsAnswer = z.object({
  SMSMessage: z.object({
    Sid: z.string().min(1),
    Status: z.string().optional(),
    DetailedStatus: z.string().nullish(),
  }),
});
const callAnswer = z.object({ Call: z.object({ Sid: z.string().min(1) }) });
const refusal = z.object({ RestException: z.object({ Message: z.string() }) });

/**
 * Exotel's SMS and voice with Indian numbers, by its public documentation (developer.exotel.com: Send SMS, Outgoing
 * call to a call flow, HTTP codes); it has not been tried against a real account. Creating is not idempotent there, so
 * no request is ever repeated here. A message can be fetched by its own id only, which a lost answer does not tell, and
 * there is no listing of messages: what stays without an answer is settled by its receipt, or by an officer.
 *
 * One request a message: its pages describe the bulk address in three ways (a form with `Messages`; JSON with `sms` under v1;
 * the same under v2 with several numbers a text), and none of them says which answer is whose where one of many is refused
 * (developer.exotel.com: Send bulk SMS with dynamic content, SMS API, Bulk SMS; read 30.11.2026).
 */
export function createExotelGateway(options: ExotelOptions): Gateway {
  const { requestTimeoutMs, publicUrl, callbackToken, voice } = options;
  const exchanger = createExchanger(options.sockets);
  const account = `/v1/Accounts/${options.accountSid}`;
  const login = Buffer.from(`${options.apiKey}:${options.apiToken}`).toString('base64');

  async function post<Shape extends z.ZodType>(
    path: string,
    fields: Record<string, string>,
    shape: Shape,
  ): Promise<z.output<Shape>> {
    const answer = await askProvider(exchanger, 'exotel', {
      method: 'POST',
      // `.json` asks for JSON instead of XML.
      url: new URL(`${account}/${path}.json`, options.baseUrl),
      headers: {
        Authorization: `Basic ${login}`,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(fields).toString(),
      timeoutMs: requestTimeoutMs,
    });
    if (answer.status < 200 || answer.status > 299) {
      throw answerError('exotel', answer, { class: classifyAnswer(answer) });
    }
    const read = shape.safeParse(asJson(answer.body));
    if (read.success) return read.data;
    throw new SendError('[exotel] answer without an id', { code: 'no-sid', class: 'ambiguous' });
  }

  async function placeCall(
    { reference, to, category }: OutgoingCall,
    { callerId, flowUrl }: ExotelVoice,
  ) {
    const fields = {
      // The one who is called first; the flow is what answers him.
      From: to,
      CallerId: callerId,
      Url: flowUrl,
      CallType: unasked(category) ? 'promo' : 'trans',
      TimeLimit: String(longestCallSeconds),
      TimeOut: String(ringSeconds),
      StatusCallback: publicUrl + exotelPaths.call(callbackToken, reference),
      CustomField: reference,
    };
    const { Call } = await post('Calls/connect', fields, callAnswer);
    return { providerId: Call.Sid };
  }

  return {
    name: 'exotel',
    reconcile: 'none',
    requestTimeoutMs,
    retryableCodes: exotelRetryable,
    receipts: exotelReceipts,
    async sendSms(message: OutgoingSms) {
      const fields = {
        From: message.header,
        To: message.to,
        Body: message.body,
        EncodingType: needsUnicode(message.body) ? 'unicode' : 'plain',
        DltEntityId: message.principalEntityId ?? '',
        DltTemplateId: message.templateId ?? '',
        SmsType: smsTypes[message.category],
        StatusCallback: publicUrl + exotelPaths.message(callbackToken, message.reference),
        CustomField: message.reference,
      };
      const { SMSMessage: sent } = await post('Sms/send', fields, smsAnswer);
      if (sent.Status !== undefined && /^failed/.test(sent.Status)) {
        const code = sent.DetailedStatus ?? sent.Status.toUpperCase();
        const name = classifyExotelWord(code);
        throw new SendError(`[exotel] took it as ${code}`, { code, class: name });
      }
      return { providerId: sent.Sid };
    },
    ...(voice === undefined
      ? {}
      : { callerNumber: voice.callerId, placeCall: (call) => placeCall(call, voice) }),
    async close() {
      exchanger.close();
    },
  };
}

/**
 * 402: no balance; 404: no such account; 409: it may have been taken before. 400 is answered for a number (`Invalid
 * parameter 'To'`) as well as for a sender, template or entity that is not registered, which would fail for everybody.
 */
function classifyAnswer({ status, body }: Answer): ErrorClass {
  const message = refusal.safeParse(asJson(body)).data?.RestException.Message ?? '';
  if (status === 402 || status === 404) return 'halt';
  if (status === 409) return 'ambiguous';
  if (status === 400 && /sender|dlt|template|entity|header|exophone|callerid/i.test(message)) {
    return 'halt';
  }
  if (status === 400 && /parameter 'to'/i.test(message)) return 'permanent';
  return classifyHttpStatus(status);
}
