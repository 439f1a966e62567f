import type { blastHi } from './blast-hi.ts';
import type { Wide } from './words.ts';

/** The shape of both dictionaries of the blasts. */
export type BlastWords = Wide<typeof blastHi>;
