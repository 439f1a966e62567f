import type { KeptCall, KeptMessage } from './emulator-store.ts';

/** The operations of one kind of resource. */
export interface EmulatedResource<Kept extends KeptMessage | KeptCall> {
  kind: Kept['kind'];
  /** Name of the list in an answer. */
  plural: string;
  /** @throws EmulatedFault */
  create(fields: URLSearchParams): { kept: Kept; answer: Record<string, unknown> };
  /** @throws EmulatedFault */
  update(kept: Kept, fields: URLSearchParams): void;
  mayDelete(kept: Kept): boolean;
  /** Whether a list with this query shows it; `To` is asked of the store. */
  matches(kept: Kept, query: URLSearchParams): boolean;
  show(kept: Kept): Record<string, unknown>;
}

/** RFC 2822 as Twilio writes it: `Thu, 30 Jul 2015 20:12:31 +0000`. */
export function apiDate(ms: number): string {
  return new Date(ms).toUTCString().replace('GMT', '+0000');
}

/** A field's value; null where it is missing or empty. */
export function orNull(fields: URLSearchParams, name: string): string | null {
  return fields.get(name) || null;
}
