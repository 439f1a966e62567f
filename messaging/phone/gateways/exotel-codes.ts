import type { Receipts } from './gateway.ts';
import type { ErrorClass } from './send-error.ts';

/**
 * Words that Exotel gives in `DetailedStatus` of a receipt. Its documentation numbers them in two ways (23xxx in the API
 * console and the support pages, 30xxx in the newer reference, where 30003 is no word of Twilio's), so that the words
 * are kept and not the numbers. Both lists of words are here.
 */
const classes: Record<ErrorClass, readonly string[]> = {
  // Do-not-disturb, no such number, blocked by its owner, no consent on the platform.
  permanent: ['FAILED_DND', 'FAILED_INVALID_NUMBER', 'FAILED_BLACKLISTED', 'FAILED_DLT_CONSENT'],
  'opt-out': [],
  unlisted: [],
  halt: [
    'FAILED_INVALID_SENDER',
    'FAILED_DLT_TEMPLATE',
    'FAILED_DLT_ENTITY',
    'FAILED_DLT_SCRUBBING',
    'FAILED_DLT_SCRUBBING_ERROR',
    'SENDER_BLOCKED_BY_DLT',
    'ENTITY_BLOCKED_BY_DLT',
    'TEMPLATE_BLOCKED_BY_DLT',
    'DLT_ENTITY_NOT_FOUND',
    'DLT_TEMPLATE_ID_INVALID',
    'DLT_TEMPLATE_NOT_FOUND',
    'DLT_TEMPLATE_ID_INACTIVE',
    'DLT_TEMPLATE_ID_BLACKLISTED',
    'DLT_TEMPLATE_DOES_NOT_MATCH',
    'FAILED_SPAM',
    'FAILED_SPAM_DETECTED',
    'FAILED_INSUFFICIENT_BALANCE',
    'FAILED_ACCOUNT_SUSPENDED',
  ],
  later: [
    'FAILED_UNREACHABLE',
    'FAILED_SUBSCRIBER_UNAVAILABLE',
    'FAILED_NETWORK_ERROR',
    'FAILED_UNAVAILABLE_ROUTE',
    'FAILED_SYSTEM_ERROR',
    'FAILED_RATE_LIMITED',
    'EXPIRED',
    'EXPIRED_HANDSET_OFF',
  ],
  ambiguous: [],
};

const byWord = new Map<string, ErrorClass>(
  Object.entries(classes).flatMap(([name, words]) =>
    words.map((word): [string, ErrorClass] => [word, name as ErrorClass]),
  ),
);

/** Class of a word; one that is missing here halts a blast once it has failed several in a row. */
export function classifyExotelWord(word: string): ErrorClass {
  return byWord.get(word) ?? 'unlisted';
}

/** Words of a class as receipts write them. */
export function listExotelWords(name: ErrorClass): readonly string[] {
  return classes[name];
}

/** A call's words are those of its status. */
export const exotelRetryable: readonly string[] = [
  ...listExotelWords('later'),
  'busy',
  'no-answer',
];

/** Operators scrub and filter single messages every day: only many of them halt a blast. */
export const exotelReceipts: Receipts = {
  classify: classifyExotelWord,
  filterCodes: [
    'FAILED_SPAM',
    'FAILED_SPAM_DETECTED',
    'FAILED_DLT_SCRUBBING',
    'FAILED_DLT_SCRUBBING_ERROR',
  ],
};
