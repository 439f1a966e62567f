import type { blastHi } from './blast-hi.ts';
import type { Wide } from './words.ts';

/** What both dictionaries of the blasts hold. */
export type BlastWords = Wide<typeof blastHi>;
