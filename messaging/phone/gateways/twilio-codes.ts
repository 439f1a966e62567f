import type { ProviderStatus, Receipts } from './gateway.ts';
import type { ErrorClass } from './send-error.ts';

/**
 * Twilio's codes by what they speak of: the recipient, or us (account, rights, sender, service, template, request).
 * Source: twilio.com/docs/api/errors/<code>, read in 2026, and the changelog of 10.07.2024, which split 21211, 21212,
 * 21606 and 21614 into 21265–21268, 21635 and 21659–21661 and warns that codes go on changing: so one that is
 * missing here is `unlisted`, and some of them in a row halt the blast. Those of WhatsApp, 63001 and on, beside Meta's by
 * twilio.com/docs/whatsapp/api/error-code-mapping, read 30.11.2026: none of them is an opt-out.
 */
const classes: Record<ErrorClass, readonly number[]> = {
  // Invalid, unreachable, landline, short code, premium service, unknown, blocked by its owner or carrier.
  permanent: [
    21211, 21214, 21217, 21265, 21266, 21268, 21401, 21421, 21614, 21635, 30004, 30005, 30006,
    // No WhatsApp at the number, blocked by its owner, one message too many for this person or an experiment, ourselves.
    63003,
    63024, 63014, 63033, 63049, 63032, 63031,
  ],
  'opt-out': [21610],
  halt: [
    // Login, account closed or suspended, test credentials, rights, no such account or resource.
    20003, 20004, 20005, 20006, 20008, 20403, 20404, 30002, 30037,
    // Country not allowed, trial account.
    21215, 21219, 21267, 21408, 21608,
    // Sender: missing, not ours, not able, of another channel.
    21210, 21212, 21213, 21601, 21603, 21606, 21607, 21659, 21660, 21661, 21910,
    // The request itself: URL, callback, text.
    21205, 21602, 21605, 21609, 21617,
    // Messaging service: none, without senders, not able.
    21701, 21702, 21703, 21704, 21705,
    // Filtered, sender or campaign not registered with operators, text taken for a one-time password.
    30007,
    30018, 30024, 30032, 30033, 30034, 30035, 30038, 63038,
    // WhatsApp: login, account, sender, certificate, sandbox, policy, request, a free text where a template is due.
    63001,
    63007, 63013, 63015, 63016, 63019, 63020, 63021, 63022, 63030,
    // Its template: content refused, missing, other variables, rejected, paused, disabled.
    63005, 63027, 63028, 63040, 63041, 63042,
  ],
  // Too many, queue full, off or out of reach, carrier's fault or congestion, validity over before its turn.
  later: [20429, 21611, 20503, 30001, 30003, 30008, 30017, 30036, 63012, 63017, 63018, 63029],
  ambiguous: [20500],
  // 21612, which may mean this number or our sender, is one of them on purpose.
  unlisted: [],
};

const byCode = new Map<number, ErrorClass>(
  Object.entries(classes).flatMap(([name, codes]) =>
    codes.map((code): [number, ErrorClass] => [code, name as ErrorClass]),
  ),
);

/** Class of an error code of Twilio. */
export function classifyTwilioCode(code: number): ErrorClass {
  return byCode.get(code) ?? 'unlisted';
}

/** Codes of a class as callbacks write them. */
export function listTwilioCodes(name: ErrorClass): string[] {
  return classes[name].map(String);
}

export const twilioNoWhatsapp = ['63003', '63024'] as const;
/** A retry on another day takes what was refused for now; what spoke of our account or sender was no fault of the number. */
export const twilioRetryable: readonly string[] = [
  ...listTwilioCodes('later'),
  ...listTwilioCodes('halt'),
  // For this person and now, by WhatsApp.
  '63032',
  '63049',
  // A call's codes are the words of its status.
  'busy',
  'no-answer',
];

/** Receipts of Twilio, and of the emulator, which speaks as it does. 30007: filtered by the carrier. */
export const twilioReceipts: Receipts = {
  classify: (code) => classifyTwilioCode(Number(code)),
  filterCodes: ['30007'],
};

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
