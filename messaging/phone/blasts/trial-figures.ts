import {
  clickShare,
  type ShareDifference,
  type ShareInterval,
  shareDifference,
} from '../../../campaigns/messages/click-share.ts';
import { type Figures, type TrialText, trialTexts } from '../../contract/values.ts';
import type { LinkFigures, LiveFigures } from '../ledger/tallies-sql.ts';
import type { Blast } from './blast.ts';
import { codeFor } from './written-text.ts';

/** Outcome of one of two texts among those who got it by lot. */
export interface TrialFigures {
  text: TrialText;
  sent: number;
  delivered: number;
  /** Visitors of its link, counted once a day. */
  people: number;
  clicks: ShareInterval | null;
  /** Null where no report says so. */
  installs: number | null;
}

export interface TrialOutcome {
  /** From when on an officer may choose. */
  endsAt: Date;
  texts: TrialFigures[];
  /** Of the second text to the first; null where one went to nobody. */
  difference: ShareDifference | null;
}

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
): TrialFigures {
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
