import { useEffect, useState } from 'react';
import type { StationCheck } from '../../../../../campaigns/activities/checklist.ts';
import { entryWords } from '../../../../i18n/entry-words.ts';
import { stationWordsIn } from '../../../../i18n/station-words.ts';
import { BoardDates } from '../../print/orders/BoardDates.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { PhotoPicker } from '../../ui/PhotoPicker.tsx';
import { ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { EntryHistory } from '../activities/EntryHistory.tsx';
import { type BoardOutcome, enterBoard } from './board-entry.ts';
import { useBoardSending } from './board-sending.ts';
import { Verdict } from './Verdict.tsx';
import { WaitingBoard } from './WaitingBoard.tsx';

interface BoardRowProps {
  check: StationCheck;
  district: string;
  /** Day that an entry of one tap has; null where the officer only reads. */
  today: string | null;
  onChanged: () => void;
}

/** A station of the checklist: its board's state, and what brings it on in one tap. */
export function BoardRow({ check, district, today, onChanged }: BoardRowProps) {
  const { language, words, service } = useConsole();
  const own = entryWords[language];
  const [entered, setEntered] = useState<BoardOutcome | null>(null);
  const [shown, setShown] = useState(false);
  const { busy, error, run } = useAction();
  const sending = useBoardSending();
  const name = language === 'hi' ? check.nameHi : check.nameEn;
  const { status, station, activity } = check;
  const { waiting, sent } = sending.of(district, station);
  const sentKey = sent?.entry.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent changes the list, once
  useEffect(() => {
    if (sentKey !== undefined) onChanged();
  }, [sentKey]);

  const sendPhoto = (photo: File) => {
    if (today === null) return;
    setEntered(null);
    void sending.send({ district, station, activity, day: today }, photo);
  };
  const enter = () =>
    run(async () => {
      if (today === null) return;
      setEntered(await enterBoard(service, { district, station, day: today }));
      onChanged();
    });
  const asksPhoto = ['missing', 'entered', 'waiting', 'appealed', 'rejected'].includes(status);
  // Taken back, it is on the list no longer, and can be put back here all the same.
  const [last, setLast] = useState(activity);
  if (activity !== null && activity !== last) setLast(activity);
  const told = activity ?? (shown ? last : null);
  const outcome = sent?.answer ?? entered;
  const isOpen = waiting === undefined && !sending.preparing;
  return (
    <li className={`station ${status}`} data-station={station}>
      <div className="station-line">
        <span className="station-name">
          <strong>{name}</strong>{' '}
          {status !== 'missing' && (
            <span className={`state ${status}`}>
              {status === 'entered' ? words.home.noPhoto : words.status[status]}
            </span>
          )}
          {check.superseded && (
            <span className="state rejected">{stationWordsIn(language).superseded}</span>
          )}
        </span>
        {today !== null && asksPhoto && isOpen && (
          <span className="row">
            <PhotoPicker label={words.home.photoOf(name)} disabled={busy} onPick={sendPhoto}>
              {words.home.photo}
            </PhotoPicker>
            {status === 'missing' && (
              <button
                type="button"
                className="button quiet"
                aria-label={words.home.withoutOf(name)}
                disabled={busy}
                onClick={enter}
              >
                {words.home.without}
              </button>
            )}
          </span>
        )}
      </div>
      {sending.preparing && (
        <p role="status" className="detail">
          {own.preparing}
        </p>
      )}
      {sending.notKept && (
        <p role="alert" className="notice bad">
          {own.notKept}
        </p>
      )}
      {waiting !== undefined && (
        <WaitingBoard waiting={waiting} name={name} onReplace={sendPhoto} />
      )}
      <BoardDates station={station} name={name} />
      <ErrorNotice error={error} />
      {outcome !== null && isOpen && !busy && status !== 'missing' && (
        <Verdict key={outcome.activity.version} outcome={outcome} station={name} />
      )}
      {told !== null && (
        <button
          type="button"
          className="link"
          aria-expanded={shown}
          aria-label={shown ? undefined : own.historyOf(name)}
          onClick={() => setShown(!shown)}
        >
          {shown ? own.hide : own.history}
        </button>
      )}
      {told !== null && shown && (
        <EntryHistory
          key={`${told} ${status}`}
          id={told}
          name={name}
          mayChange={today !== null}
          onChanged={onChanged}
        />
      )}
    </li>
  );
}
