import { findErrorCode } from './emulator-behaviour.ts';
import type { EmulatedAccount } from './emulator-callbacks.ts';
import { endCall, runCall } from './emulator-dialling.ts';
import { EmulatedFault } from './emulator-fault.ts';
import { passesDates } from './emulator-listing.ts';
import { apiDate, type EmulatedResource, orNull } from './emulator-resource.ts';
import type { EmulatorStore, KeptCall } from './emulator-store.ts';

const ended = new Set(['completed', 'busy', 'no-answer', 'failed', 'canceled']);

/** `/Calls` of the emulated account. */
export function createCalls(
  account: EmulatedAccount,
  store: EmulatorStore,
): EmulatedResource<KeptCall> {
  return {
    kind: 'call',
    plural: 'calls',
    create(fields) {
      checkCall(fields);
      const detection = fields.get('MachineDetection');
      const events = fields.getAll('StatusCallbackEvent').flatMap((value) => value.split(' '));
      const kept = store.add('call', {
        kind: 'call',
        to: fields.get('To') ?? '',
        from: fields.get('From') ?? '',
        status: 'queued',
        callbackUrl: orNull(fields, 'StatusCallback'),
        answerUrl: orNull(fields, 'Url'),
        twiml: orNull(fields, 'Twiml'),
        detection: detection === 'Enable' || detection === 'DetectMessageEnd' ? detection : null,
        answeredBy: null,
        events: events.length === 0 ? ['completed'] : events,
        sequence: 0,
        startedAtMs: null,
        endedAtMs: null,
      });
      const answer = this.show(kept);
      account.track(runCall(account, kept));
      return { kept, answer };
    },
    update(kept, fields) {
      const status = fields.get('Status');
      if (status !== 'canceled' && status !== 'completed') return;
      if (ended.has(kept.status)) throw new EmulatedFault(400, 21220);
      // Canceling reaches only calls that nobody has taken yet.
      if (status === 'canceled' && kept.status === 'in-progress') return;
      account.track(endCall(account, kept, status));
    },
    mayDelete: ({ status }) => ended.has(status),
    matches(kept, query) {
      const { clockSkewMs } = account.behaviour;
      const skewed = (ms: number | null) => (ms === null ? null : ms + clockSkewMs);
      return (
        (!query.has('From') || query.get('From') === kept.from) &&
        (!query.has('Status') || query.get('Status') === kept.status) &&
        passesDates(query, 'StartTime', skewed(kept.startedAtMs)) &&
        passesDates(query, 'EndTime', skewed(kept.endedAtMs))
      );
    },
    show(kept) {
      const { clockSkewMs, shownTimeSkewMs } = account.behaviour;
      return asCall(kept, account.accountSid, clockSkewMs + shownTimeSkewMs);
    },
  };
}

function checkCall(fields: URLSearchParams): void {
  const to = fields.get('To') ?? '';
  if (to === '') throw new EmulatedFault(400, 21201);
  if (!/^\+[1-9]\d{6,14}$/.test(to)) throw new EmulatedFault(400, 21211, to);
  if (orNull(fields, 'From') === null) throw new EmulatedFault(400, 21213);
  const code = findErrorCode(to);
  if (code !== null && code < 30_000) throw new EmulatedFault(400, code);
  const url = fields.get('Url') ?? '';
  if (orNull(fields, 'Twiml') === null && !/^https?:\/\/\S+$/.test(url)) {
    throw new EmulatedFault(400, 21205, url);
  }
}

/** A call as Twilio's API writes it; its dates are of the provider's own clock. */
function asCall(kept: KeptCall, accountSid: string, skewMs: number): Record<string, unknown> {
  const uri = `/2010-04-01/Accounts/${accountSid}/Calls/${kept.sid}`;
  const date = (ms: number | null) => (ms === null ? null : apiDate(ms + skewMs));
  return {
    account_sid: accountSid,
    annotation: null,
    answered_by: kept.answeredBy,
    api_version: '2010-04-01',
    caller_name: null,
    date_created: date(kept.createdAtMs),
    date_updated: date(kept.updatedAtMs),
    direction: 'outbound-api',
    duration: kept.status === 'completed' ? '30' : null,
    end_time: date(kept.endedAtMs),
    forwarded_from: null,
    from: kept.from,
    group_sid: null,
    parent_call_sid: null,
    price: null,
    price_unit: 'USD',
    queue_time: '0',
    sid: kept.sid,
    start_time: date(kept.startedAtMs),
    status: kept.status,
    subresource_uris: {
      events: `${uri}/Events.json`,
      notifications: `${uri}/Notifications.json`,
      recordings: `${uri}/Recordings.json`,
    },
    to: kept.to,
    trunk_sid: null,
    uri: `${uri}.json`,
  };
}
