import type { pressHi } from './press-hi.ts';
import type { Wide } from './words.ts';

/** The shape of both dictionaries of press notes. */
export type PressWords = Wide<typeof pressHi>;
