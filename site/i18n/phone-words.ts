import type { phoneHi } from './phone-hi.ts';
import type { Wide } from './words.ts';

/** What both dictionaries of the numbers, texts, providers and gateways hold. */
export type PhoneWords = Wide<typeof phoneHi>;
