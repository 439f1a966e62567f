import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Outcome } from '../../ui/parts.tsx';
import type { BoardOutcome } from './board-entry.ts';

/** Tells how the service decided on a board and its picture. */
export function Verdict({ outcome, station }: { outcome: BoardOutcome; station: string }) {
  const { words, language } = useConsole();
  const { activity, proof } = outcome;
  if (activity.status === 'verified') {
    return (
      <Outcome tone="good">
        <p>
          <strong>{words.verdict.verified(station)}</strong>
        </p>
        <p>{words.verdict.verifiedText}</p>
      </Outcome>
    );
  }
  if (proof?.kind === 'open') {
    return (
      <Outcome tone="plain">
        <p>
          <strong>{words.verdict.waiting(station)}</strong>
        </p>
        <p>{words.verdict.reasons[proof.reason]}</p>
      </Outcome>
    );
  }
  if (activity.status === 'appealed') {
    return (
      <Outcome tone="plain">
        <p>
          <strong>{entryWordsIn(language).appealed(station)}</strong>
        </p>
      </Outcome>
    );
  }
  return (
    <Outcome tone="good">
      <p>
        <strong>{words.verdict.entered(station)}</strong>
      </p>
      <p>{words.verdict.enteredText}</p>
    </Outcome>
  );
}
