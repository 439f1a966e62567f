import type { ReactNode } from 'react';
import { isRejected } from '../../../../../campaigns/activities/activity-status.ts';
import type { StationCheck } from '../../../../../campaigns/activities/checklist.ts';
import {
  boardLevelMeanings,
  boardLevelNames,
  boardNotThere,
} from '../../../../../campaigns/words/board-level-words.ts';
import { likenessWords } from '../../../../../campaigns/words/board-likeness-words.ts';
import { captureFaultWords } from '../../../../../campaigns/words/capture-words.ts';
import { saySignal, signalsHead } from '../../../../../campaigns/words/picture-signal-words.ts';
import type { NamedSignal } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { boardLevelWordsIn } from '../../../../i18n/board-level-words.ts';
import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Strong } from '../../ui/lines.tsx';
import { Outcome } from '../../ui/parts.tsx';
import { captureWordsIn } from '../capture/capture-words.ts';
import type { BoardOutcome } from './use-board.ts';

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
  const { verdict } = words;
  const { activity, proof, capture } = outcome;
  const isAppealed = activity.status === 'appealed';
  const say = (tone: 'good' | 'plain', title: string, text?: ReactNode) => (
    <Outcome tone={tone}>
      <Strong>{title}</Strong>
      {text}
    </Outcome>
  );
  if (activity.status === 'verified') {
    const text = capture == null ? <p>{verdict.verifiedText}</p> : <LiveVerdict {...capture} />;
    return say('good', verdict.verified(station), text);
  }
  if (proof?.kind === 'open')
    return say('plain', verdict.waiting(station), <OpenReason proof={proof} />);
  if (isAppealed && proof == null && !isRejected(activity))
    return say('plain', verdict.entered(station), <p>{entryWordsIn(language).byWord}</p>);
  if (isAppealed || proof?.kind === 'other-station' || proof?.kind === 'reused')
    return say('plain', entryWordsIn(language).appealed(station));
  return say('good', verdict.entered(station), <p>{verdict.enteredText}</p>);
}

type OpenProof = Extract<BoardOutcome['proof'], { kind: 'open' }>;

/** Why a picture does not verify a board by itself. */
export function OpenReason({ proof }: { proof: OpenProof }) {
  const { words, language } = useConsole();
  if (!('code' in proof)) return <p>{words.verdict.reasons[proof.reason]}</p>;
  return (
    <p>
      {likenessWords[proof.reason][language]} {words.verdict.again}
    </p>
  );
}

type Level = StationCheck['level'];

/** How much is known of a board. */
export function LevelTag({ level }: { level: Level }) {
  const { language } = useConsole();
  return level === null ? (
    <span className="level not-there">{boardNotThere[language]}</span>
  ) : (
    <span className={`level ${level}`}>{boardLevelNames[level][language]}</span>
  );
}

/** The same with what it means. */
export function LevelMeaning({ level }: { level: NonNullable<Level> }) {
  const { language } = useConsole();
  return (
    <p className="detail">
      {boardLevelMeanings[level][language]}{' '}
      <a href={`${localPath(language, '/progress/score/')}#levels`}>
        {boardLevelWordsIn(language).limits}
      </a>
    </p>
  );
}

/** Signals of a board's picture, each in words; nothing where there is none. */
export function PictureSignals({ signals }: { signals: readonly NamedSignal[] }) {
  const { language } = useConsole();
  if (signals.length === 0) return null;
  return (
    <div className="notice plain signals">
      <Strong>{signalsHead[language]}</Strong>
      <ul>
        {signals.map((signal) => (
          <li key={signal.kind}>{saySignal(signal)[language]}</li>
        ))}
      </ul>
    </div>
  );
}
