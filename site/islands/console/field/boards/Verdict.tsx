import { likenessWords } from '../../../../../campaigns/words/board-likeness-words.ts';
import { captureFaultWords } from '../../../../../campaigns/words/capture-words.ts';
import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Outcome } from '../../ui/parts.tsx';
import { captureWordsIn } from '../capture/capture-words.ts';
import type { BoardOutcome } from './board-sending.ts';

/** Tells whether both pictures count as live, else why not. */
export function LiveVerdict({ isLive, faults }: NonNullable<BoardOutcome['capture']>) {
  const { language, words } = useConsole(captureWordsIn);
  if (isLive) return <p>{words.live}</p>;
  return (
    <p>
      {words.notLive} {faults.map((fault) => captureFaultWords[fault][language]).join(' ')}
    </p>
  );
}

/** Tells how the service decided on a board and its picture. */
export function Verdict({ outcome, station }: { outcome: BoardOutcome; station: string }) {
  const { words, language } = useConsole();
  const { activity, proof, capture } = outcome;
  if (activity.status === 'verified') {
    return (
      <Outcome tone="good">
        <p>
          <strong>{words.verdict.verified(station)}</strong>
        </p>
        {capture == null ? <p>{words.verdict.verifiedText}</p> : <LiveVerdict {...capture} />}
      </Outcome>
    );
  }
  if (proof?.kind === 'open') {
    return (
      <Outcome tone="plain">
        <p>
          <strong>{words.verdict.waiting(station)}</strong>
        </p>
        <p>
          {'code' in proof
            ? likenessWords[proof.reason][language]
            : words.verdict.reasons[proof.reason]}
        </p>
        {'code' in proof && <p>{words.verdict.again}</p>}
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
