import { type RefusalCode, refusals } from '../../../campaigns/words/refusals.ts';

/**
 * Thrown where a request cannot be done: why, and what the caller may know beside it (the field, what was found).
 * Words are in `campaigns/words/refusals.ts`, the HTTP status in `http/refusal-answers.ts`.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly fields: Record<string, unknown>;
  /** After which the same request may succeed. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: RefusalCode,
    fields: Record<string, unknown> = {},
    { retryAfterSeconds, cause }: { retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(refusals[code].en, { cause });
    this.code = code;
    this.fields = fields;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
