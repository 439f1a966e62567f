import type { phoneHi } from './phone-hi.ts';
import type { Wide } from './words.ts';

/** The shape of both dictionaries of the numbers, texts, providers and gateways. */
export type PhoneWords = Wide<typeof phoneHi>;
