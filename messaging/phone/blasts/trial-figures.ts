import type { z } from 'zod';
import { clickShare, shareDifference } from '../../../campaigns/messages/click-share.ts';
import { type Figures, type TrialText, trialTexts } from '../../contract/values.ts';
import type { LinkFigures, LiveFigures } from '../ledger/tallies-sql.ts';
import type { Blast } from './blast.ts';
import type { trialOutcome } from './blasts-schemas.ts';
import { codeFor } from './written-text.ts';

export type TrialOutcome = z.output<typeof trialOutcome>;

interface Counted {
  figures: Pick<LiveFigures, 'byLot'>;
  /** By code. */
  links: ReadonlyMap<string, Pick<LinkFigures, 'visitors'>>;
  /** By code; null where no report says so. */
  installs: ReadonlyMap<string, number> | null;
}

/** The two texts of a trial beside each other; null until both are out. */
export function compareTexts(blast: Blast, counted: Counted): TrialOutcome | null {
  const { trial, trialSentAt } = blast;
  if (trial === null || trialSentAt === null) return null;
  const texts = trialTexts.map((text) => countText(text, codeFor(blast, text) ?? '', counted));
  const [first, second] = texts.map(({ clicks }) => clicks);
  return {
    endsAt: new Date(trialSentAt.getTime() + trial.waitMs),
    texts,
    difference: first && second ? shareDifference(first, second) : null,
  };
}

function countText(
  text: TrialText,
  code: string,
  { figures, links, installs }: Counted,
): TrialOutcome['texts'][number] {
  const sent = countSent(figures.byLot[text]);
  const people = links.get(code)?.visitors ?? 0;
  return {
    text,
    sent,
    delivered: figures.byLot[text].delivered,
    people,
    clicks: clickShare(people, sent),
    installs: installs && (installs.get(code) ?? 0),
  };
}

/** Taken by the provider, whatever became of it then. */
export function countSent({ accepted, undelivered, delivered }: Figures): number {
  return accepted + undelivered + delivered;
}
