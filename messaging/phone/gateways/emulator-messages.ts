import { dayMs } from '../../../campaigns/durations.ts';
import { measureText } from '../../../campaigns/messages/segments.ts';
import { type EmulatorBehaviour, findErrorCode } from './emulator-behaviour.ts';
import { type EmulatedAccount, reportMessage, tellMessage } from './emulator-callbacks.ts';
import { carrierMessage, EmulatedFault } from './emulator-fault.ts';
import { passesDates } from './emulator-listing.ts';
import { apiDate, type EmulatedResource, orNull } from './emulator-resource.ts';
import type { EmulatorStore, KeptMessage } from './emulator-store.ts';
import { longestValiditySeconds } from './validity.ts';

const mostCharacters = 1600;
/** A message is scheduled so far ahead at least and at most. */
const schedule = { leastMs: 300_000, mostMs: 35 * dayMs };
const longestTimerMs = 2 ** 31 - 1;
/** Words that a trial account puts before every text. */
const trialPrefix = 'Sent from your Twilio trial account - ';
const final = new Set(['delivered', 'undelivered', 'failed', 'canceled']);

/** `/Messages` of the emulated account. */
export function createMessages(
  account: EmulatedAccount,
  store: EmulatorStore,
): EmulatedResource<KeptMessage> & { close(): void } {
  const timers = new Map<string, NodeJS.Timeout>();

  function sendAt(kept: KeptMessage, atMs: number): void {
    const leftMs = atMs - Date.now();
    const timer = setTimeout(
      () => {
        if (leftMs > longestTimerMs) return sendAt(kept, atMs);
        timers.delete(kept.sid);
        account.track(reportMessage(account, kept));
      },
      Math.min(leftMs, longestTimerMs),
    );
    timer.unref();
    timers.set(kept.sid, timer);
  }

  function cancel(kept: KeptMessage): void {
    if (kept.status !== 'scheduled') throw new EmulatedFault(400, 30409);
    clearTimeout(timers.get(kept.sid));
    timers.delete(kept.sid);
    account.track(tellMessage(account, kept, 'canceled'));
  }

  return {
    kind: 'sms',
    plural: 'messages',
    create(fields) {
      const to = fields.get('To') ?? '';
      const sendAtMs = checkMessage(fields, Date.now() + account.behaviour.clockSkewMs);
      const service = orNull(fields, 'MessagingServiceSid');
      const kept = store.add('sms', {
        kind: 'sms',
        to,
        from: orNull(fields, 'From'),
        serviceSid: service,
        body: fields.get('Body') ?? fields.get('ContentVariables') ?? '',
        status: sendAtMs === null ? (service === null ? 'queued' : 'accepted') : 'scheduled',
        errorCode: findErrorCode(to),
        validitySeconds: fields.has('ValidityPeriod') ? Number(fields.get('ValidityPeriod')) : null,
        sentAtMs: null,
        callbackUrl: orNull(fields, 'StatusCallback'),
      });
      const answer = this.show(kept);
      if (sendAtMs === null) account.track(reportMessage(account, kept));
      else sendAt(kept, sendAtMs - account.behaviour.clockSkewMs);
      return { kept, answer };
    },
    update(kept, fields) {
      if (fields.get('Status') === 'canceled') cancel(kept);
      if (fields.get('Body') === '') {
        if (!final.has(kept.status)) throw new EmulatedFault(409, 20009);
        kept.body = '';
        kept.updatedAtMs = Date.now();
      }
    },
    mayDelete: ({ status }) => final.has(status),
    matches: (kept, query) =>
      (!query.has('From') || query.get('From') === kept.from) &&
      passesDates(
        query,
        'DateSent',
        kept.sentAtMs === null ? null : kept.sentAtMs + account.behaviour.clockSkewMs,
      ),
    show: (kept) => asMessage(kept, account.accountSid, account.behaviour),
    close() {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/**
 * Refuses at once what Twilio does.
 * @returns when the message is to be sent, by the provider's clock; null for now
 */
function checkMessage(fields: URLSearchParams, nowMs: number): number | null {
  const to = fields.get('To') ?? '';
  const from = fields.get('From') ?? '';
  const service = fields.get('MessagingServiceSid') ?? '';
  const body = fields.get('Body') ?? '';
  const refuse = (code: number, detail?: string) => new EmulatedFault(400, code, detail);
  if (to === '') throw refuse(21604);
  if (!/^(?:whatsapp:)?\+[1-9]\d{6,14}$/.test(to)) throw refuse(21211, to);
  if (from === '' && service === '') throw refuse(21603);
  if (service !== '' && !/^MG[0-9a-f]{32}$/i.test(service)) throw refuse(21705);
  if (to === from) throw refuse(21266, to);
  const code = findErrorCode(to);
  if (code !== null && code < 30_000) throw refuse(code);
  if (fields.has('ContentSid')) checkContent(fields);
  else if (body === '') throw refuse(21602);
  if (body.length > mostCharacters) throw refuse(21617);
  const validity = fields.get('ValidityPeriod');
  if (validity !== null && !(Number(validity) >= 1 && Number(validity) <= longestValiditySeconds)) {
    throw refuse(21624);
  }
  return scheduledTime(fields, nowMs);
}

/** A template of the Content API, as WhatsApp messages have one. */
function checkContent(fields: URLSearchParams): void {
  const refuse = (code: number) => new EmulatedFault(400, code);
  if (!/^HX[0-9a-f]{32}$/i.test(fields.get('ContentSid') ?? '')) throw refuse(21655);
  try {
    const variables: unknown = JSON.parse(fields.get('ContentVariables') ?? '{}');
    if (typeof variables !== 'object') throw refuse(21656);
  } catch {
    throw refuse(21656);
  }
}

function scheduledTime(fields: URLSearchParams, nowMs: number): number | null {
  const type = orNull(fields, 'ScheduleType');
  if (type === null) return null;
  if (type !== 'fixed') throw new EmulatedFault(400, 35126);
  if (orNull(fields, 'MessagingServiceSid') === null) throw new EmulatedFault(400, 35118);
  const text = orNull(fields, 'SendAt');
  if (text === null) throw new EmulatedFault(400, 35111);
  const atMs = Date.parse(text);
  const aheadMs = atMs - nowMs;
  if (!(aheadMs >= schedule.leastMs && aheadMs <= schedule.mostMs)) {
    throw new EmulatedFault(400, 35114);
  }
  return atMs;
}

function shownBody(body: string, listedBody: EmulatorBehaviour['listedBody']): string {
  if (listedBody === 'redacted') return '';
  return listedBody === 'trial-prefix' ? trialPrefix + body : body;
}

/** A message as Twilio's API writes it; its dates are of the provider's own clock. */
function asMessage(
  kept: KeptMessage,
  accountSid: string,
  { clockSkewMs, shownTimeSkewMs, listedBody }: EmulatorBehaviour,
): Record<string, unknown> {
  const skewMs = clockSkewMs + shownTimeSkewMs;
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${kept.sid}`;
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: shownBody(kept.body, listedBody),
    date_created: apiDate(kept.createdAtMs + skewMs),
    date_sent: kept.sentAtMs === null ? null : apiDate(kept.sentAtMs + skewMs),
    date_updated: apiDate(kept.updatedAtMs + skewMs),
    direction: 'outbound-api',
    error_code: kept.errorCode !== null && kept.status === 'undelivered' ? kept.errorCode : null,
    error_message: kept.status === 'undelivered' ? carrierMessage(kept.errorCode) : null,
    from: kept.from,
    messaging_service_sid: kept.serviceSid,
    num_media: '0',
    // A messaging service counts once it has chosen a sender.
    num_segments: kept.from === null ? '0' : String(measureText(kept.body).segments),
    price: null,
    price_unit: 'USD',
    sid: kept.sid,
    status: kept.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: kept.to,
    uri: `${uri}.json`,
  };
}
