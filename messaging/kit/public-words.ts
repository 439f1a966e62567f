import type { Effect } from '../../campaigns/held-acts/effect.ts';
import type { Pair } from '../../campaigns/words/pairs.ts';
import type { Queryable } from '../platform/database/transaction.ts';

/** A typed text that the public will read; null where there is none. */
export interface WordChange {
  what: Pair;
  before: string | null;
  after: string | null;
  /** Of a place, where a new one is given with a reason, or of the vendor who reads it. */
  isName?: true;
}

/** The gate for every typed word that a page, an open file, a paper or a board shows. */
export interface PublicWords {
  /** Names of places that are no finding in a district; null for the whole state. */
  places(database: Queryable, district: string | null): Promise<string[]>;
  /**
   * Why words wait for a second officer: that they are new, and what the rules of press notes find in them, read as one text in
   * their order. Nothing where they only spell otherwise what the public reads now.
   */
  judge(
    database: Queryable,
    changes: readonly WordChange[],
    district: string | null,
  ): Promise<Effect>;
  /** The same of words that a vendor reads, who is no office: they are held where they make a person known, and nobody has to say why. */
  findForVendor(...words: Parameters<PublicWords['judge']>): Promise<Effect & { isHeld: boolean }>;
}
