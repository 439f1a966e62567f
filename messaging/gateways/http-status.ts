import type { ErrorClass } from './send-error.ts';

/** What an answer means that carries no code of the provider's own; `sending/outcome.ts` says what becomes of its message. */
export function classOfHttpStatus(status: number): ErrorClass {
  if (status === 429) return 'later';
  if (status === 401 || status === 403) return 'halt';
  return status >= 500 ? 'ambiguous' : 'permanent';
}
