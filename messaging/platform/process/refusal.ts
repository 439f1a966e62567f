import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { type RefusalCode, refusals } from '../../../campaigns/words/refusals.ts';

/**
 * Thrown where a request cannot be done: why, and what else the caller may know (the field, what was found).
 * Words are in `campaigns/words/refusals.ts`, the HTTP status in `http/refusal-answers.ts`. Fields `hi` and `en` say more
 * exactly what the code's own words say.
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

export function sayRefusal({ code, fields }: Refusal): Bilingual {
  const { hi, en } = { ...refusals[code], ...fields };
  return { hi, en };
}

export function wrongInput(detail: string): Refusal {
  return new Refusal('wrong-input', { detail });
}
