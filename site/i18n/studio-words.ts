import type { studioHi } from './studio-hi.ts';
import type { Wide } from './words.ts';

/** The shape of both dictionaries of the studio. */
export type StudioWords = Wide<typeof studioHi>;
