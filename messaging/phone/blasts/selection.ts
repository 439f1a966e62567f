import { usualCap } from '../../../campaigns/messages/frequency-cap.ts';
import { unasked } from '../../../campaigns/messages/legal-hours.ts';
import type { MessageCategory, MessageLanguage } from '../../../campaigns/messages/messages.ts';
import { allClasses, classMask } from '../../../campaigns/messages/preference-classes.ts';
import type { MessageChannel, SkipReceived } from '../../contract/values.ts';

/** Whom a blast leaves out of its list, besides those who said stop and those on excluding lists. */
export interface BlastSelection {
  /** Messages and calls of all blasts together that one number gets in `capDays`; null for no cap. */
  capMessages: number | null;
  capDays: number;
  /** Those who got one of `skipBlastIds`, or any blast of the campaign. */
  skipReceived: SkipReceived;
  skipBlastIds: number[];
  /** Classes of the do-not-disturb list that it skips, where its category is bound by that list. */
  dndClasses: number[];
  /** Of its list only those with this language; null for all. */
  onlyLanguage: MessageLanguage | null;
  /** Only those whom an earlier blast reached, or only the others; null for both. */
  onlyReached: boolean | null;
}

export const usualSelection: BlastSelection = {
  capMessages: usualCap.messages,
  capDays: usualCap.days,
  skipReceived: 'nobody',
  skipBlastIds: [],
  dndClasses: [...allClasses],
  onlyLanguage: null,
  onlyReached: null,
};

/**
 * The do-not-disturb classes that bind a category, as bits; null when none do. Government messages are excepted, also
 * from "fully blocked" (gazette of 12.02.2025), and so are those that somebody asked for. WhatsApp goes over no operator,
 * and to those alone who have agreed to it.
 */
export function bindingClasses({
  category,
  channel,
  selection,
}: {
  category: MessageCategory;
  channel: MessageChannel;
  selection: Pick<BlastSelection, 'dndClasses'>;
}): number | null {
  return channel !== 'whatsapp' && unasked(category) ? classMask(selection.dndClasses) : null;
}
