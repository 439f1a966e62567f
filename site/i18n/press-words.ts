import type { pressHi } from './press-hi.ts';
import type { Wide } from './words.ts';

/** What both dictionaries of press notes hold. */
export type PressWords = Wide<typeof pressHi>;
