import type { ErrorClass } from './send-error.ts';

/**
 * Classes an answer without a code of the provider's own. A login, a right, a payment, an address or a form
 * that is refused, and a redirect, speak of us and not of the recipient. `phone/sending/outcome.ts` says what becomes
 * of the message.
 */
export function classifyHttpStatus(status: number): ErrorClass {
  if (status === 429) return 'later';
  if (status >= 500 || status < 300 || status === 408) return 'ambiguous';
  if (status < 400 || status === 413 || status === 415) return 'halt';
  return status >= 401 && status <= 405 ? 'halt' : 'unlisted';
}
