import { usualCap } from '../../../../../campaigns/messages/frequency-cap.ts';
import { unasked } from '../../../../../campaigns/messages/legal-hours.ts';
import { preferenceClasses } from '../../../../../campaigns/messages/preference-classes.ts';
import type { Blast } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import type { Fact } from '../../ui/Facts.tsx';
import type { useBlastWords } from './use-blast-words.ts';

type Words = ReturnType<typeof useBlastWords>;

/** The drafter set another cap than the usual one; the approver is told. */
export function isCapChanged({ selection }: Pick<Blast, 'selection'>): boolean {
  return selection.capMessages !== usualCap.messages || selection.capDays !== usualCap.days;
}

export function describeCap({ selection }: Pick<Blast, 'selection'>, words: Words): string {
  return selection.capMessages === null
    ? words.leaveOut.noCap
    : words.leaveOut.capOf(selection.capMessages, selection.capDays);
}

/** The other rules by which a blast leaves numbers out: terms and their values. */
export function describeLeftOut(
  { selection, category, channel }: Pick<Blast, 'selection' | 'category' | 'channel'>,
  { words, language }: { words: Words; language: 'hi' | 'en' },
): Fact[] {
  const classes = selection.dndClasses.map(
    (index) => preferenceClasses[index]?.[language] ?? String(index),
  );
  return [
    [
      words.leaveOut.received,
      selection.skipReceived === 'blasts'
        ? words.leaveOut.receivedBlasts(selection.skipBlastIds.join(', '))
        : words.leaveOut.receivedChoices[selection.skipReceived],
    ],
    selection.onlyLanguage !== null && [
      words.groups.language,
      words.languages[selection.onlyLanguage],
    ],
    selection.onlyReached !== null && [
      words.groups.reached,
      words.groups.reachedChoices[selection.onlyReached ? 'yes' : 'no'],
    ],
    // The list of the operators says nothing of WhatsApp.
    channel !== 'whatsapp' && unasked(category) && [words.leaveOut.classes, classes.join('; ')],
  ];
}
