import type { consoleHi } from './console-hi.ts';
import type { Wide } from './words.ts';

/** The shape of both dictionaries of the console. */
export type ConsoleWords = Wide<typeof consoleHi>;
