import type { consoleHi } from './console-hi.ts';
import type { Wide } from './words.ts';

/** What both dictionaries of the console hold. */
export type ConsoleWords = Wide<typeof consoleHi>;
