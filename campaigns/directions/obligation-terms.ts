import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../tracker/clock.ts';
import type { Amendment, Obligation, Owner } from './register.ts';
import type { Rhythm } from './rhythm.ts';

/** Terms of one paper: who owes something and when, from the paper's day until a later paper changes it. */
export interface Terms {
  /** Empty for the paper that ordered it. */
  from: Day | '';
  /** The first day of the next terms; null for those that hold. */
  to: Day | null;
  owners: readonly Owner[];
  rhythm: Rhythm;
  owed: Bilingual;
}

/** Days on which it is not owed: suspended up to `to`, or ended where that is null. */
export interface Pause {
  from: Day;
  to: Day | null;
}

export interface TermsOfObligation {
  terms: Terms[];
  pauses: Pause[];
}

/** The terms of an obligation one after the other, by its own amendments. */
export function obligationTerms(
  { id, owners, rhythm, owed }: Pick<Obligation, 'id' | 'owners' | 'rhythm' | 'owed'>,
  amendments: readonly Amendment[],
): TermsOfObligation {
  const terms: Terms[] = [{ from: '', to: null, owners, rhythm, owed }];
  const pauses: Pause[] = [];
  for (const own of listAmendments(id, amendments)) {
    if (own.change !== 'change') {
      pauses.push({ from: own.from, to: own.change === 'end' ? null : own.until });
      continue;
    }
    const last = terms.at(-1) as Terms;
    terms.push({
      from: own.from,
      to: null,
      owners: own.owners ?? last.owners,
      rhythm: own.rhythm ?? last.rhythm,
      owed: own.owed ?? last.owed,
    });
    last.to = own.from;
  }
  return { terms, pauses };
}

/** Later papers' changes to an obligation, in the order in which they apply. */
export function listAmendments(id: string, amendments: readonly Amendment[]): Amendment[] {
  return amendments
    .filter(({ obligation }) => obligation === id)
    .toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1));
}

/** The terms that hold on a day. */
export function termsOn({ terms }: TermsOfObligation, day: Day): Terms {
  return terms.findLast(({ from }) => from <= day) ?? (terms[0] as Terms);
}

export function pausedOn(pauses: readonly Pause[], day: Day): Pause | undefined {
  return pauses.find(({ from, to }) => from <= day && (to === null || day < to));
}
