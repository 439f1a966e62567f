import type { blastHi } from './blast-hi.ts';
import type { Wide } from './words.ts';

/** What both dictionaries of the broadcasts hold. */
export type BlastWords = Wide<typeof blastHi>;
