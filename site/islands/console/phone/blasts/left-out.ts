import { usualCap } from '../../../../../campaigns/messages/frequency-cap.ts';
import { unasked } from '../../../../../campaigns/messages/legal-hours.ts';
import { preferenceClasses } from '../../../../../campaigns/messages/preference-classes.ts';
import { providerCode } from '../../../../../campaigns/words/provider-codes.ts';
import type { Blast, BlastDetail } from '../../../../../messaging/contract/phone/blasts.ts';
import { skipReasons } from '../../../../../messaging/contract/values.ts';
import { formatNumber } from '../../../../i18n/format.ts';
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

/** Lists the rules by which a blast leaves numbers out, with how many: terms and their values. */
export function describeLeftOut(
  { blast, estimate }: BlastDetail,
  { words, language }: { words: Words; language: 'hi' | 'en' },
): Fact[] {
  const { selection, category } = blast;
  const cap = describeCap(blast, words);
  const classes = selection.dndClasses.map(
    (index) => preferenceClasses[index]?.[language] ?? String(index),
  );
  return [
    [
      words.leaveOut.cap,
      isCapChanged(blast)
        ? words.leaveOut.changedCap(cap, words.leaveOut.capOf(usualCap.messages, usualCap.days))
        : cap,
    ],
    [
      words.leaveOut.received,
      selection.skipReceived === 'blasts'
        ? words.leaveOut.receivedBlasts(selection.skipBlastIds.join(', '))
        : words.leaveOut.receivedChoices[selection.skipReceived],
    ],
    unasked(category) && [words.leaveOut.classes, classes.join('; ')],
    ...skipReasons.map((reason): Fact => {
      const count = estimate?.skipped[reason] ?? 0;
      const name = providerCode(reason, language) ?? reason;
      return count > 0 && [words.leaveOut.skipped(name), formatNumber(count, language)];
    }),
  ];
}
