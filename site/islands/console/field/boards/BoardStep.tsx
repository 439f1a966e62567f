import { countedStatuses } from '../../../../../campaigns/activities/activity-status.ts';
import type { StationCheck } from '../../../../../campaigns/activities/checklist.ts';
import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { PhotoPicker } from '../../ui/DayField.tsx';
import { Button, ErrorNotice } from '../../ui/parts.tsx';
import { UndoEntry } from '../activities/EntryHistory.tsx';
import { CaptureBoard } from '../capture/CaptureBoard.tsx';
import { captureWordsIn } from '../capture/capture-words.ts';
import { stationWordsIn } from '../stations/station-words.ts';
import type { BoardWork } from './use-board.ts';
import { LevelTag, Verdict } from './Verdict.tsx';
import { WaitingBoard } from './WaitingBoard.tsx';

/** How far the board of a station is; nothing while there is none. */
export function BoardState({ check: { status, level, superseded } }: { check: StationCheck }) {
  const { language, words } = useConsole();
  return (
    <>
      {status !== 'missing' && !(status === 'verified' && level !== null) && (
        <span className={`state ${status}`}>
          {status === 'entered' ? words.home.noPhoto : words.status[status]}
        </span>
      )}{' '}
      {countedStatuses.some((each) => each === status) && level !== 'reported' && (
        <LevelTag level={level} />
      )}{' '}
      {superseded && <span className="state rejected">{stationWordsIn(language).superseded}</span>}
    </>
  );
}

interface StepProps {
  board: BoardWork;
  /** The station's. */
  name: string;
}

/** A picture, or an entry without one, in one tap. */
export function BoardActions({ board, name }: StepProps) {
  const { language, words: console } = useConsole();
  const { home: words } = console;
  const live = captureWordsIn(language);
  const { busy, sendPhoto, enter, isMissing, mayAct, toShoot, shooting, setShooting } = board;
  return (
    <span className="row">
      {toShoot !== null && (
        <Button look="button" aria-label={live.openOf(name)} onClick={() => setShooting(true)}>
          {live.open}
        </Button>
      )}
      {shooting && toShoot !== null && (
        <CaptureBoard board={toShoot} name={name} onClose={() => setShooting(false)} />
      )}
      {mayAct && (
        <PhotoPicker
          label={words.photoOf(name)}
          disabled={busy}
          // Where the page's own camera works, that is the one thing to do.
          look={toShoot === null ? 'button' : 'button quiet'}
          onPick={sendPhoto}
        >
          {words.photo}
        </PhotoPicker>
      )}
      {mayAct && isMissing && (
        <Button look="link" aria-label={words.withoutOf(name)} disabled={busy} onClick={enter}>
          {words.without}
        </Button>
      )}
    </span>
  );
}

/** Says how a hand-in goes on, or how it ended. */
export function BoardFeedback({ board, name: own }: StepProps) {
  const { language } = useConsole();
  const entry = entryWordsIn(language);
  const { sending, waiting, error, outcome, isNew, sendPhoto } = board;
  const name = board.elsewhere?.[language] ?? own;
  return (
    <>
      {sending.preparing && (
        <p role="status" className="detail">
          {entry.preparing}
        </p>
      )}
      {sending.notKept && (
        <p role="alert" className="notice bad">
          {entry.notKept}
        </p>
      )}
      {waiting !== undefined && (
        <WaitingBoard waiting={waiting} name={name} onReplace={sendPhoto} />
      )}
      <ErrorNotice error={error} />
      {outcome !== null && (
        <>
          <Verdict key={outcome.activity.version} outcome={outcome} station={name} />
          {isNew && (
            <UndoEntry
              activity={outcome.activity}
              label={name}
              onUndone={() => void board.onChanged()}
            />
          )}
        </>
      )}
    </>
  );
}
