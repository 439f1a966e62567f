/** Parts of a message that an earlier submission brought to the provider; the others were surely not written. */
export interface PartialSubmission {
  /** By which a phone puts the parts together. */
  reference: number;
  /** Their places, from 1, each with the provider's id. */
  taken: { place: number; id: string }[];
}

/**
 * The meaning of a failed attempt:
 * `permanent` this number never works · `opt-out` its owner said stop · `halt` nothing of this blast will work ·
 * `later` surely not processed, try again · `ambiguous` it may have been processed: never send again blindly ·
 * `unlisted` refused by a code that nobody has classed: this number's, unless several in a row are refused by it.
 */
export type ErrorClass = 'permanent' | 'opt-out' | 'halt' | 'later' | 'ambiguous' | 'unlisted';

export class SendError extends Error {
  override readonly name = 'SendError';
  readonly code: string;
  readonly class: ErrorClass;
  readonly retryAfterMs: number | undefined;
  /** Parts of a message that went out before it failed. */
  readonly parts: { ids: string[]; total: number } | undefined;
  /** Where the parts that did not go out were surely not written: `later` means those alone. */
  readonly rest: PartialSubmission | undefined;

  constructor(
    message: string,
    details: {
      code: string;
      class: ErrorClass;
      retryAfterMs?: number | undefined;
      parts?: { ids: string[]; total: number } | undefined;
      rest?: PartialSubmission | undefined;
      cause?: unknown;
    },
  ) {
    super(message, { cause: details.cause });
    this.code = details.code;
    this.class = details.class;
    this.retryAfterMs = details.retryAfterMs;
    this.parts = details.parts;
    this.rest = details.rest;
  }

  /** Whether the same message may be sent again without a listing or a callback. */
  get retryable(): boolean {
    return this.class === 'later';
  }
}

/** Failures of the connection before any byte of the request was processed. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** Whether a code in doubt is of the connection, or of servers that fail: that passes by itself, as no other answer does. */
export function isOutage(code: string): boolean {
  return !/^\d+$|^API\d+$|^unreadable$/.test(code) || /^(?:5\d\d|408)$/.test(code);
}

/** A transport failure as a `SendError`: refused connections are safe, everything else is ambiguous. */
export function transportError(gateway: string, cause: unknown): SendError {
  const code = findCode(cause) ?? 'no-answer';
  return new SendError(`[${gateway}] no answer (${code})`, {
    code,
    class: neverSent.has(code) ? 'later' : 'ambiguous',
    cause,
  });
}

function findCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, cause, name } = error as { code?: unknown; cause?: unknown; name?: unknown };
  if (typeof code === 'string' && code !== '') return code;
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
  return findCode(cause);
}

/** Milliseconds of a Retry-After header in seconds or as a date. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/**
 * Classes an answer without a code of the provider's own. A login, a right, a payment, an address or a form
 * that is refused, and a redirect, speak of us and not of the recipient. `phone/sending/submit.ts` says what becomes
 * of the message.
 */
export function classifyHttpStatus(status: number): ErrorClass {
  if (status === 429) return 'later';
  if (status >= 500 || status < 300 || status === 408) return 'ambiguous';
  if (status < 400 || status === 413 || status === 415) return 'halt';
  return status >= 401 && status <= 405 ? 'halt' : 'unlisted';
}
