import type { studioHi } from './studio-hi.ts';
import type { Wide } from './words.ts';

/** What both dictionaries of the studio hold. */
export type StudioWords = Wide<typeof studioHi>;
